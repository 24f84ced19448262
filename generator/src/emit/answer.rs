//! What a call gives and fails with: enums by status, and the rows of its table.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::docs::Doc;
use super::ident::{bare, ident};
use super::paths::{
    BODY, BYTES, CASES_MACRO, EVENT_STREAM, EVENTS_OR_VALUES, JSON_STREAM, RT, STRING,
};
use super::types::{Scope, alike, plain};
use crate::ir::{Case, Cases, Outcome, Payload, Reading, Results, Row, SameCases, Status, Stream};

/// What stands in the macro of an operation: `json types::Pet, cases GetPetError`.
pub(super) fn results(results: &Results) -> TokenStream {
    let success = outcome(results, &results.success);
    let beside = results
        .stream
        .as_ref()
        .filter(|_| results.success != Outcome::Stream);
    let beside = beside.map(|stream| {
        let (ty, accept) = (self::stream(stream), &stream.accept);
        quote!(, stream #ty, #accept)
    });
    // Said only where it is not what the macro takes for granted.
    let says_failure = beside.is_some() || results.failure != Outcome::Never;
    let failure = says_failure.then(|| outcome(results, &results.failure));
    let failure = failure.map(|failure| quote!(, #failure));
    quote!(#success #failure #beside)
}

fn outcome(results: &Results, outcome: &Outcome) -> TokenStream {
    match (outcome, &results.stream) {
        (Outcome::Never, _) => quote!(never),
        (Outcome::One(payload), _) => {
            let (kind, ty) = (kind(payload), json(payload));
            quote!(#kind #ty)
        }
        (Outcome::Cases(cases), _) => {
            let name = ident(&cases.ident);
            quote!(cases #name)
        }
        (Outcome::Stream, Some(stream)) => {
            let ty = self::stream(stream);
            quote!(stream #ty)
        }
        (Outcome::Nothing | Outcome::Stream, _) => quote!(empty),
    }
}

fn stream(stream: &Stream) -> TokenStream {
    let item = ty(&stream.payload);
    if let Some(values) = &stream.values {
        let values = ty(values);
        return quote!(#EVENTS_OR_VALUES<#item, #values>);
    }
    match stream.reading {
        reading if reading.is_events() => quote!(#EVENT_STREAM<#item>),
        reading if reading.is_stream() => quote!(#JSON_STREAM<#item>),
        _ => quote!(#BODY),
    }
}

/// How the macros call it.
fn kind(payload: &Payload) -> proc_macro2::Ident {
    match payload {
        Payload::Json(_) => format_ident!("json"),
        Payload::Text => format_ident!("text"),
        Payload::Bytes => format_ident!("bytes"),
    }
}

/// The type, where the kind does not say it.
fn json(payload: &Payload) -> Option<TokenStream> {
    match payload {
        Payload::Json(ty) => Some(plain(ty, Scope::Outside)),
        Payload::Text | Payload::Bytes => None,
    }
}

fn ty(payload: &Payload) -> TokenStream {
    match payload {
        Payload::Json(ty) => plain(ty, Scope::Outside),
        Payload::Text => quote!(#STRING),
        Payload::Bytes => quote!(#BYTES),
    }
}

/// The enums; `link` is how documentation links to the operation's function.
pub(super) fn enums(results: &Results, link: &str) -> TokenStream {
    let enums = results.enums().map(|cases| {
        let is_success =
            matches!(&results.success, Outcome::Cases(own) if std::ptr::eq(own, cases));
        let about = if is_success {
            format!("What {link} gives.")
        } else {
            format!("What {link} fails with.")
        };
        match &cases.same_as {
            Some(same) => another_name(cases, same, &about),
            None => one(cases, &about),
        }
    });
    quote!(#(#enums)*)
}

/// An enum that is written down as another one.
fn another_name(cases: &Cases, same: &SameCases, about: &str) -> TokenStream {
    let of = bare(same.of.as_str());
    let place = same.module.as_ref();
    let place = place.map(|module| format!("(super::{}::{of})", bare(module.as_str())));
    let place = place.unwrap_or_default();
    let alike = alike(&format!("[`{of}`]{place}"));
    let docs = Doc::new().line(&format!("{about} {alike}"));
    let docs = docs.pointer(&cases.pointer);
    let (name, of) = (ident(&cases.ident), ident(&same.of));
    let module = same.module.as_ref().map(ident);
    let module = module.map(|module| quote!(super::#module::));
    quote!(#docs pub type #name = #module #of;)
}

fn one(cases: &Cases, about: &str) -> TokenStream {
    let docs = Doc::new().line(about).pointer(&cases.pointer);
    let name = ident(&cases.ident);
    let variants = cases.cases.iter().map(variant);
    let rows = cases.cases.iter().enumerate().map(|(index, case)| {
        let index = Literal::usize_unsuffixed(index);
        let variant = ident(&case.ident);
        let kind = case.payload.as_ref().map(kind);
        quote!(#index #variant #kind)
    });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
        #CASES_MACRO! { #name { #(#rows,)* } }
    }
}

fn variant(case: &Case) -> TokenStream {
    let docs = Doc::of(&case.docs);
    let name = ident(&case.ident);
    let ty = case.payload.as_ref().map(ty).map(|ty| quote!((#ty)));
    quote!(#docs #name #ty)
}

/// What a call asks for by `Accept`, where its table does not say that otherwise: JSON for results
/// that are JSON, nothing for those that are empty.
pub(super) fn accept(results: &Results) -> Option<TokenStream> {
    let mut good = results.rows.iter().filter(|row| !row.error);
    let is_json = good.any(|row| row.reading == Reading::Json);
    let said = if is_json { "application/json" } else { "" };
    let accept = &results.accept;
    (accept != said).then(|| quote!(accept: Some(#accept),))
}

/// The lines of the table, one for all statuses that are answered alike, and one for all errors of a
/// kind that are cases one after the other.
pub(super) fn rows(rows: &[Row]) -> Vec<TokenStream> {
    let mut of_status: BTreeMap<Status, usize> = BTreeMap::new();
    for row in rows {
        *of_status.entry(row.status).or_default() += 1;
    }
    // Of two rows of a status that fit an answer alike the first counts: they stay where they are.
    let is_alone = |row: &Row| of_status[&row.status] == 1;
    let mut lines: Vec<Vec<&Row>> = Vec::new();
    for row in rows {
        let is_same = |line: &[&Row]| is_alike(line[0], row) && line[0].case == row.case;
        let of_all = lines
            .iter()
            .position(|line| is_same(line) && !is_each(line));
        // Whatever follows the first of a line is alone.
        let of_each = lines.len().checked_sub(1).filter(|last| {
            let line = &lines[*last];
            is_alone(line[0]) && goes_on(line, row)
        });
        match of_all.or(of_each).filter(|_| is_alone(row)) {
            Some(line) => lines[line].push(row),
            None => lines.push(vec![row]),
        }
    }
    lines.iter().map(|line| self::line(line)).collect()
}

/// Whether each status of a line is a case of its own.
fn is_each(line: &[&Row]) -> bool {
    line.first().map(|row| row.case) != line.last().map(|row| row.case)
}

/// Whether a row is the error behind those of a line.
fn goes_on(line: &[&Row], row: &Row) -> bool {
    let is_next = |last: &Row| last.case.checked_add(1) == Some(row.case);
    let is_behind = line
        .last()
        .is_some_and(|last| is_next(last) && is_alike(last, row));
    row.error && is_behind && (is_each(line) || line.len() == 1)
}

/// Whether two rows are read in the same way.
fn is_alike(one: &Row, other: &Row) -> bool {
    let what = |row: &Row| (row.reading, row.error);
    what(one) == what(other) && one.media_type == other.media_type
}

fn line(rows: &[&Row]) -> TokenStream {
    let row = rows[0];
    let constructor = match row.reading {
        Reading::Empty => format_ident!("no_content"),
        Reading::Json => format_ident!("json"),
        Reading::Text | Reading::Xml => format_ident!("text"),
        Reading::Bytes => format_ident!("bytes"),
        Reading::Events => format_ident!("events"),
        Reading::TextEvents => format_ident!("text_events"),
        Reading::JsonLines => format_ident!("json_lines"),
        Reading::JsonSeq => format_ident!("json_seq"),
    };
    let statuses = rows.iter().map(|row| status(row.status));
    let of = row
        .media_type
        .iter()
        .map(|media_type| quote!(.of(#media_type)));
    let case = Literal::u16_unsuffixed(row.case);
    let case = match (row.error, row.case) {
        (true, _) if is_each(rows) => Some(quote!(.errors(#case))),
        (true, _) => Some(quote!(.error(#case))),
        (false, 0) => None,
        (false, _) => Some(quote!(.case(#case))),
    };
    quote!(#RT::#constructor(&[#(#statuses),*])#(#of)*#case)
}

fn status(status: Status) -> TokenStream {
    match status {
        Status::Exact(code) => Literal::u16_unsuffixed(code).to_token_stream(),
        Status::Range(digit) => {
            let name = format_ident!("ANY_{digit}XX");
            quote!(#RT::#name)
        }
        Status::Default => quote!(#RT::DEFAULT),
    }
}
