//! The module `incoming`: a function for each webhook and callback, that reads what the server sent.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Doc;
use super::ident::ident;
use super::operation::imports;
use super::part::{self, Part};
use super::paths::{DECODE_PAYLOAD, DECODED};
use super::types::{Scope, deprecated, plain};
use crate::ir::{Api, Incoming, Origin};

/// Nothing where the server sends nothing.
pub(super) fn module(api: &Api) -> impl Iterator<Item = Part> {
    let head = quote! {
        /// What the server sends by itself, webhooks and callbacks: each function reads the body of
        /// such a request. Whether it really came from the server, the document does not say how to
        /// check.
        pub mod incoming
    };
    let functions = api.incoming.iter().map(function);
    part::filled(head, imports(api), functions)
}

fn function(incoming: &Incoming) -> TokenStream {
    let docs = Doc::of(&incoming.docs)
        .line(&origin(incoming))
        .pointer(&incoming.name.pointer);
    let deprecated = deprecated(incoming.deprecated);
    let name = ident(&incoming.name.ident);
    let ty = plain(&incoming.ty, Scope::Outside);
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #name(body: &[u8]) -> #DECODED<#ty> {
            #DECODE_PAYLOAD(body)
        }
    }
}

fn origin(incoming: &Incoming) -> String {
    let key = Doc::span(&incoming.name.wire);
    let method = Doc::span(&incoming.method);
    match &incoming.origin {
        Origin::Webhook => format!("The body of the webhook {key}, sent by {method}."),
        Origin::Callback {
            operation,
            expression,
        } => format!(
            "The body of the callback {key} of {}, sent by {method} to {}.",
            Doc::span(operation),
            Doc::span(expression)
        ),
    }
}
