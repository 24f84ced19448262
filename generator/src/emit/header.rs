//! The headers that answers declare, as constants.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::docs::Doc;
use super::ident::{bare, ident};
use super::operation::imports;
use super::part::{self, Part};
use super::paths::HEADER;
use super::types::{Scope, plain};
use crate::ir::{Api, Header, HeaderForm, Kinds, Operation};
use crate::order::{sort_by, sort_by_key};

/// `pub mod headers { .. }`, nothing where no answer declares any.
pub(super) fn module(api: &Api) -> impl Iterator<Item = Part> {
    let mut headers: Vec<&Header> = api.headers.iter().collect();
    sort_by_key(&mut headers, |header| &header.name.ident);
    let head = quote! {
        /// The headers that the document declares of answers, for `header` of a response.
        pub mod headers
    };
    let constants = headers.into_iter().map(constant);
    part::filled(head, imports(api), constants)
}

fn constant(header: &Header) -> TokenStream {
    let docs = Doc::of(&header.docs).pointer(&header.name.pointer);
    let (name, wire) = (ident(&header.name.ident), &header.name.wire);
    let ty = plain(&header.ty, Scope::Outside);
    let value = value(&header.form, wire);
    quote! {
        #docs
        pub const #name: #HEADER<#ty> = #value;
    }
}

fn value(form: &HeaderForm, wire: &str) -> TokenStream {
    let bits = |kinds: &Kinds| Literal::u8_unsuffixed(kinds.0);
    let is_plain = |kinds: &Kinds| kinds.0 & !PLAIN == 0;
    match form {
        HeaderForm::One(Kinds::STRING) => quote!(#HEADER::text(#wire)),
        HeaderForm::One(kinds) if is_plain(kinds) => quote!(#HEADER::plain(#wire)),
        HeaderForm::One(kinds) => {
            let kinds = bits(kinds);
            quote!(#HEADER::one(#wire, #kinds))
        }
        HeaderForm::List(Kinds::STRING) => quote!(#HEADER::texts(#wire)),
        HeaderForm::List(kinds) if is_plain(kinds) => quote!(#HEADER::plains(#wire)),
        HeaderForm::List(kinds) => {
            let kinds = bits(kinds);
            quote!(#HEADER::list(#wire, #kinds))
        }
        HeaderForm::Object {
            explode,
            members,
            rest,
        } => {
            let constructor = format_ident!("{}", if *explode { "exploded" } else { "object" });
            let members = members.iter().map(|(name, kinds)| {
                let kinds = bits(kinds);
                quote!((#name, #kinds))
            });
            let rest = bits(rest);
            quote!(#HEADER::#constructor(#wire, &[#(#members),*], #rest))
        }
        HeaderForm::Json => quote!(#HEADER::json(#wire)),
    }
}

/// Numbers and booleans, which need no more be told apart.
const PLAIN: u8 = Kinds::SCALAR.0 & !Kinds::STRING.0;

/// Says which headers the answers of an operation have.
pub(super) fn of_operation(docs: Doc, operation: &Operation, api: &Api) -> Doc {
    let indices = operation.answers.iter().flat_map(|answer| &answer.headers);
    let mut names: Vec<&str> = indices
        .filter_map(|at| api.headers.get(*at))
        .map(|header| bare(header.name.ident.as_str()))
        .collect();
    sort_by(&mut names, Ord::cmp);
    names.dedup();
    if names.is_empty() {
        return docs;
    }
    let names: Vec<String> = names
        .into_iter()
        .map(|name| Doc::span(&format!("headers::{name}")))
        .collect();
    docs.line(&format!("Headers of its answers: {}.", names.join(", ")))
}
