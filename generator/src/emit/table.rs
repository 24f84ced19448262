//! The tables that the runtime reads: of the client, and of each operation.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::ident::ident;
use super::own::Own;
use super::paths::{API, OPERATION_INFO, RT, SCHEME};
use super::{answer, body};
use crate::ir::{Api, Listed, Location, Operation, Parameter, Scheme, SchemeKind, Style};

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

/// The static of one operation; what it has none of comes of its method.
pub(super) fn operation(operation: &Operation) -> TokenStream {
    let name = ident(&operation.static_ident);
    let id = &operation.name.wire;
    let id = (!id.is_empty()).then(|| quote!(id: #id,));
    let method = method(&operation.method, &operation.path);
    let names = |how| {
        operation
            .listed(how)
            .map(|it| it.name.wire.to_token_stream())
    };
    let in_path = listed("in_path", names(Listed::InPath));
    let in_query = listed("in_query", names(Listed::InQuery));
    let params = listed("params", operation.listed(Listed::InFull).map(parameter));
    let body = operation.body.iter().flat_map(|body| &body.contents);
    let body = listed("body", body.map(body::media));
    let accept = answer::accept(&operation.results);
    let answers = listed("answers", answer::rows(&operation.results.rows));
    let security = listed(
        "security",
        operation.security.iter().map(|together| {
            let schemes = together
                .iter()
                .map(|index| Literal::usize_unsuffixed(*index));
            quote!(&[#(#schemes),*])
        }),
    );
    quote! {
        static #name: #OPERATION_INFO = #OPERATION_INFO {
            #id
            #in_path
            #in_query
            #params
            #body
            #accept
            #answers
            #security
            ..#method
        };
    }
}

/// The call of the runtime's function for a method.
fn method(method: &str, path: &str) -> TokenStream {
    match method {
        "DELETE" | "GET" | "HEAD" | "OPTIONS" | "PATCH" | "POST" | "PUT" | "TRACE" => {
            let function = format_ident!("{}", method.to_ascii_lowercase());
            quote!(#RT::#function(#path))
        }
        other => quote!(#RT::method(#other, #path)),
    }
}

/// A part of the table that is a list, unless it is empty.
fn listed(part: &str, items: impl IntoIterator<Item = TokenStream>) -> Option<Own> {
    let mut items = items.into_iter().map(Own::from).peekable();
    items.peek()?;
    let part = format_ident!("{part}");
    Some(quote!(#part: &[#(#items),*],).into())
}

fn parameter(parameter: &Parameter) -> TokenStream {
    let wire = &parameter.name.wire;
    let place = match parameter.location {
        Location::Path => format_ident!("path"),
        Location::Query => format_ident!("query"),
        Location::Header => format_ident!("header"),
        Location::Cookie => format_ident!("cookie"),
    };
    let written = written(parameter.style, parameter.explode);
    let reserved = parameter.allow_reserved.then(|| quote!(.reserved()));
    quote!(#RT::#place(#wire)#written #reserved)
}

/// What comes behind a parameter's function where its style and `explode` are not the usual ones of
/// its place. `form` is exploded unless it is said not to be, other styles the other way.
pub(super) fn written(style: Style, explode: bool) -> TokenStream {
    let named = match style {
        Style::Simple | Style::Form => None,
        Style::Label => Some(quote!(.label())),
        Style::Matrix => Some(quote!(.matrix())),
        Style::SpaceDelimited => Some(quote!(.space_delimited())),
        Style::PipeDelimited => Some(quote!(.pipe_delimited())),
        Style::DeepObject => Some(quote!(.deep_object())),
        Style::Json => Some(quote!(.json())),
    };
    let explode = match (style, explode) {
        (Style::Form, false) => Some(quote!(.joined())),
        // A deep object is all in pieces.
        (Style::Form, true) | (Style::DeepObject, _) | (_, false) => None,
        (_, true) => Some(quote!(.exploded())),
    };
    quote!(#named #explode)
}
