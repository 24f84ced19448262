//! The headers that answers declare, as constants.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::Doc;
use super::ident::{bare, ident};
use super::paths::HEADER;
use super::types::{Scope, plain};
use crate::ir::{Api, Header, HeaderForm, Operation};

/// `pub mod headers { .. }`, nothing where no answer declares any.
pub(super) fn module(api: &Api, imports: &TokenStream) -> TokenStream {
    if api.headers.is_empty() {
        return TokenStream::new();
    }
    let mut headers: Vec<&Header> = api.headers.iter().collect();
    headers.sort_by_key(|header| &header.name.ident);
    let headers = headers.into_iter().map(constant);
    quote! {
        /// The headers that the document declares of answers, for `header` of a response.
        pub mod headers {
            #imports
            #(#headers)*
        }
    }
}

fn constant(header: &Header) -> TokenStream {
    let docs = Doc::of(&header.docs).pointer(&header.name.pointer);
    let (name, wire) = (ident(&header.name.ident), &header.name.wire);
    let ty = plain(&header.ty, Scope::Outside);
    let form = match header.form {
        HeaderForm::Text => format_ident!("text"),
        HeaderForm::Plain => format_ident!("plain"),
        HeaderForm::Texts => format_ident!("texts"),
        HeaderForm::Plains => format_ident!("plains"),
        HeaderForm::Json => format_ident!("json"),
    };
    quote! {
        #docs
        pub const #name: #HEADER<#ty> = #HEADER::#form(#wire);
    }
}

/// Says which headers the answers of an operation have.
pub(super) fn of_operation(docs: Doc, operation: &Operation, api: &Api) -> Doc {
    let indices = operation.answers.iter().flat_map(|answer| &answer.headers);
    let mut names: Vec<&str> = indices
        .filter_map(|at| api.headers.get(*at))
        .map(|header| bare(header.name.ident.as_str()))
        .collect();
    names.sort_unstable();
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
