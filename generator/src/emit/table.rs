//! The tables that the runtime reads: of the client, and of each operation.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::ident::ident;
use super::paths::{API, OPERATION_INFO, PARAM, SCHEME};
use super::{answer, body};
use crate::ir::{Api, Location, Operation, Parameter, Scheme, SchemeKind, Style};

/// `static API`.
pub(super) fn api(api: &Api) -> TokenStream {
    let title = &api.title;
    let version = &api.version;
    let servers = api.servers.iter().map(|server| &server.url);
    let schemes = api.schemes.iter().map(scheme);
    quote! {
        static API: #API = #API {
            title: #title,
            version: #version,
            servers: &[#(#servers),*],
            schemes: &[#(#schemes),*],
        };
    }
}

fn scheme(scheme: &Scheme) -> TokenStream {
    let key = &scheme.name.wire;
    match &scheme.kind {
        SchemeKind::Basic => quote!(#SCHEME::basic(#key)),
        SchemeKind::Bearer => quote!(#SCHEME::bearer(#key)),
        SchemeKind::Authorization(_) | SchemeKind::Undescribed => {
            quote!(#SCHEME::authorization(#key))
        }
        SchemeKind::ApiKey(location, name) => {
            let constructor = match location {
                Location::Query => format_ident!("api_key_query"),
                Location::Cookie => format_ident!("api_key_cookie"),
                Location::Header | Location::Path => format_ident!("api_key_header"),
            };
            quote!(#SCHEME::#constructor(#key, #name))
        }
    }
}

/// The static of one operation.
pub(super) fn operation(operation: &Operation) -> TokenStream {
    let name = ident(&operation.static_ident);
    let id = &operation.name.wire;
    let method = &operation.method;
    let path = &operation.path;
    let params = operation.parameters.iter().map(parameter);
    let body = operation.body.iter().flat_map(|body| &body.contents);
    let body = body.map(body::media);
    let accept = &operation.results.accept;
    let answers = operation.results.rows.iter().map(answer::row);
    let security = operation.security.iter().map(|together| {
        let schemes = together
            .iter()
            .map(|index| Literal::usize_unsuffixed(*index));
        quote!(&[#(#schemes),*])
    });
    quote! {
        static #name: #OPERATION_INFO = #OPERATION_INFO {
            id: #id,
            method: #method,
            path: #path,
            params: &[#(#params),*],
            body: &[#(#body),*],
            accept: #accept,
            answers: &[#(#answers),*],
            security: &[#(#security),*],
        };
    }
}

fn parameter(parameter: &Parameter) -> TokenStream {
    let wire = &parameter.name.wire;
    let exploded = parameter.explode && parameter.style != Style::DeepObject;
    let in_one =
        exploded && (parameter.location, parameter.style) == (Location::Query, Style::Form);
    let constructor = match parameter.location {
        Location::Path => format_ident!("path"),
        Location::Query if in_one => format_ident!("query_exploded"),
        Location::Query => format_ident!("query"),
        Location::Header => format_ident!("header"),
        Location::Cookie => format_ident!("cookie"),
    };
    let style = style(parameter.style);
    let exploded = (exploded && !in_one).then(|| quote!(.exploded()));
    let reserved = parameter.allow_reserved.then(|| quote!(.reserved()));
    quote!(#PARAM::#constructor(#wire)#style #exploded #reserved)
}

/// What comes behind a parameter's constructor where its style is not the usual one of its place.
pub(super) fn style(style: Style) -> Option<TokenStream> {
    match style {
        Style::Simple | Style::Form => None,
        Style::Label => Some(quote!(.label())),
        Style::Matrix => Some(quote!(.matrix())),
        Style::SpaceDelimited => Some(quote!(.space_delimited())),
        Style::PipeDelimited => Some(quote!(.pipe_delimited())),
        Style::DeepObject => Some(quote!(.deep_object())),
        Style::Json => Some(quote!(.json())),
    }
}
