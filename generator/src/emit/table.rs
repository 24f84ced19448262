//! The tables that the runtime reads: of the client, and of each operation.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::ident::ident;
use super::paths::{ANSWER, API, MEDIA, OPERATION_INFO, PARAM, SCHEME, STATUS};
use crate::ir::{Answer, Api, Location, Operation, Parameter, Scheme, SchemeKind, Status};

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
        SchemeKind::Authorization(_) => quote!(#SCHEME::authorization(#key)),
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
    let body = operation.body.iter().map(|body| media(&body.media_type));
    let success = operation.success();
    let accept = success.iter().find_map(|(_, a)| a.media_type.as_deref());
    let accept = accept.unwrap_or_default();
    let answers = success
        .iter()
        .map(|(status, answer)| self::answer(*status, answer));
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

fn media(media_type: &str) -> TokenStream {
    if media_type == "application/json" {
        quote!(#MEDIA::JSON)
    } else {
        quote!(#MEDIA::json(#media_type))
    }
}

fn parameter(parameter: &Parameter) -> TokenStream {
    let wire = &parameter.name.wire;
    match parameter.location {
        Location::Query if parameter.explode => quote!(#PARAM::query_exploded(#wire)),
        location => {
            let constructor = match location {
                Location::Path => format_ident!("path"),
                Location::Query => format_ident!("query"),
                Location::Header => format_ident!("header"),
                Location::Cookie => format_ident!("cookie"),
            };
            let exploded = parameter.explode.then(|| quote!(.exploded()));
            quote!(#PARAM::#constructor(#wire)#exploded)
        }
    }
}

fn answer(status: Status, answer: &Answer) -> TokenStream {
    let status = match status {
        Status::Exact(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(#STATUS::Exact(#code))
        }
        Status::Range(digit) => {
            let digit = Literal::u8_unsuffixed(digit);
            quote!(#STATUS::Range(#digit))
        }
        Status::Default => quote!(#STATUS::Default),
    };
    if answer.ty.is_some() {
        quote!(#ANSWER::json(#status))
    } else {
        quote!(#ANSWER::empty(#status))
    }
}
