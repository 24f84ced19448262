//! `#[wire(..)]`: what a derive of the runtime is told of a struct or an enum, where the names and
//! types do not say it.

use std::borrow::Cow;

use proc_macro2::TokenStream;
use quote::quote;

use super::case::{CASES, Case, snake};
use super::ident::{bare, ident};
use super::literal::literal;
use super::own::Own;
use crate::ir::{Field, Presence, Record, Type, Variant};

/// The case that spares most attributes, if it spares any: one more stands for it. `names` are in
/// `snake_case`, each with its name on the wire; `plain` of them need no attribute.
fn case(names: &[(Cow<'_, str>, &str)], plain: usize) -> Option<&'static (&'static str, Case)> {
    let mut best = None;
    let mut most = plain + 1;
    for known in CASES {
        let names = names.iter();
        let fit = names
            .filter(|(name, wire)| is_read(&known.1(name), wire))
            .count();
        if fit > most {
            (best, most) = (Some(known), fit);
        }
    }
    best
}

/// The attribute of a struct, and how its fields are written on the wire.
pub(super) fn of_record(record: &Record) -> (Option<TokenStream>, Case) {
    let names = record.fields.iter();
    let names: Vec<(Cow<'_, str>, &str)> = names
        .map(|field| {
            (
                bare(field.name.ident.as_str()).into(),
                field.name.wire.as_str(),
            )
        })
        .collect();
    let plain = names
        .iter()
        .filter(|(name, wire)| is_read(name, wire))
        .count();
    let case = case(&names, plain);
    let required = record.required.as_ref().map(|companion| {
        let companion = ident(companion);
        quote!(required = #companion)
    });
    let renamed = case.map(|(name, _)| quote!(rename_all = #name));
    let parts = [required, renamed].into_iter().flatten();
    (
        attribute(parts.collect()),
        case.map_or(str::to_owned, |(_, case)| *case),
    )
}

/// Whether a derive reads the name on the wire off an identifier. rustc brings identifiers to a form
/// of Unicode's, so that only those in ASCII are sure to be what they were.
fn is_read(read: &str, wire: &str) -> bool {
    read == wire && wire.is_ascii()
}

/// The attribute of a field.
pub(super) fn of_field(record: &Record, field: &Field, case: Case) -> Option<TokenStream> {
    let wire = field.name.wire.as_str();
    let read = case(bare(field.name.ident.as_str()));
    let name = (!is_read(&read, wire)).then(|| quote!(#wire));
    let word = (shown(field) != meant(field)).then(|| match meant(field) {
        0 => quote!(required),
        1 => quote!(optional),
        _ => quote!(nullable),
    });
    let preset = field.set_by_new().map(|value| {
        let value = Own::from(literal(value));
        quote!(new = #value)
    });
    // The derive knows what the runtime's own types are made of, and no other.
    let is_into = field.is_required() && matches!(field.ty, Type::Own(..)) && !field.boxed;
    let into = (is_into && !field.nullable()).then(|| quote!(into));
    let header = header(record, field);
    let parts = [name, word, preset, into, header];
    attribute(parts.into_iter().flatten().collect())
}

/// The attribute of an enum, and those of its variants.
pub(super) fn of_enum(
    variants: &[Variant],
) -> (
    Option<TokenStream>,
    impl Iterator<Item = Option<TokenStream>>,
) {
    let own = |variant: &'_ Variant| bare(variant.name.ident.as_str()).to_owned();
    let names = variants.iter();
    let names: Vec<_> = names
        .map(|variant| (snake(&own(variant)).into(), variant.name.wire.as_str()))
        .collect();
    let plain = variants.iter();
    let plain = plain.filter(|variant| is_read(&own(variant), &variant.name.wire));
    let case = case(&names, plain.count());
    let renamed = case.map(|(name, _)| quote!(rename_all = #name));
    let names = names.into_iter().zip(variants);
    let each = names.map(move |((name, wire), variant)| {
        let read = case.map_or_else(|| own(variant), |(_, case)| case(&name));
        let name = (!is_read(&read, wire)).then(|| quote!(#wire));
        attribute(name.into_iter().collect())
    });
    (attribute(renamed.into_iter().collect()), each)
}

/// Of a multipart body: the part that the field is a header of.
fn header(record: &Record, field: &Field) -> Option<TokenStream> {
    let mut headers = record.headers.iter();
    let header = headers.find(|header| header.field == field.name.ident)?;
    let part = &header.part;
    let needed = header.required.then(|| quote!(, needed));
    Some(quote!(header = #part #needed))
}

fn attribute(parts: Vec<TokenStream>) -> Option<TokenStream> {
    let parts = parts.into_iter().map(Own::from);
    (parts.len() > 0).then(|| quote!(#[wire(#(#parts),*)]))
}

/// How many `Option`s the derive would read off the type: what is behind the second is no matter.
fn shown(field: &Field) -> usize {
    let outer = meant(field) + usize::from(field.presence == Presence::RequiredNullable);
    let inner = match &field.ty {
        _ if field.boxed => 0,
        Type::Nullable(value) => 1 + usize::from(matches!(**value, Type::Nullable(_))),
        _ => 0,
    };
    (outer + inner).min(2)
}

/// How many of them say that it may be absent, or null where it may be.
fn meant(field: &Field) -> usize {
    match field.presence {
        Presence::Required | Presence::RequiredNullable => 0,
        Presence::Optional => 1,
        Presence::OptionalNullable => 2,
    }
}
