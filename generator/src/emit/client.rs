//! The client and its builder.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::Doc;
use super::ident::ident;
use super::paths::{CLIENT, CLIENT_BUILDER, CLIENT_MACRO, INTO, SECRET, STRING, TOKEN};
use super::server;
use crate::ir::{Api, Handle, Location, Scheme, SchemeKind};

/// The structs `Client` and `ClientBuilder`.
pub(super) fn client(api: &Api) -> TokenStream {
    let about = Doc::new()
        .line(&format!(
            "A client of {}, version {}.",
            Doc::inline(&api.title),
            Doc::inline(&api.version)
        ))
        .docs(&api.docs)
        .pointer("#/info");
    let start = start(api);
    let handles = api.handles.iter().map(handle);
    let settings = settings(api);
    quote! {
        #about
        #[derive(Clone, Debug)]
        pub struct Client(#CLIENT);

        impl Client {
            #start
            #[inline]
            pub fn builder() -> ClientBuilder {
                ClientBuilder(#CLIENT_BUILDER::new(&API))
            }
            #(#handles)*
        }

        /// Builds a [`Client`].
        #[derive(Clone, Debug)]
        pub struct ClientBuilder(#CLIENT_BUILDER);

        #settings
        #CLIENT_MACRO!(Client, ClientBuilder);
    }
}

/// What the document gives the builder to set.
fn settings(api: &Api) -> Option<TokenStream> {
    let schemes = api.schemes.iter().enumerate();
    let schemes = schemes.map(|(index, scheme)| credential(index, scheme));
    let server = server::chosen(api);
    let own = server::own_chosen(api);
    let variables = api.own_variables.iter().map(server::own_variable);
    let any = !api.schemes.is_empty()
        || !api.servers.is_empty()
        || !api.own_variables.is_empty()
        || own.is_some();
    any.then(|| {
        quote! {
            impl ClientBuilder {
                #(#schemes)*
                #server
                #own
                #(#variables)*
            }
        }
    })
}

fn start(api: &Api) -> Doc {
    let docs = Doc::new();
    match api.servers.first() {
        Some(first) if first.url.contains("://") => docs.line(&format!(
            "Starts a builder. Without more, calls go to {}.",
            Doc::span(&first.url)
        )),
        Some(first) => docs.line(&format!(
            "Starts a builder. It needs `document_url` or `base_url`: the document's server is {}.",
            Doc::span(&first.url)
        )),
        None => docs.line("Starts a builder. It needs a base URL: the document names no server."),
    }
}

/// What a handle is, said wherever it is met.
pub(super) fn about_handle(handle: &Handle) -> Doc {
    Doc::new().line(&format!(
        "The operations tagged {}.",
        Doc::span(&handle.name.wire)
    ))
}

fn handle(handle: &Handle) -> TokenStream {
    let docs = about_handle(handle)
        .docs(&handle.docs)
        .pointer(&handle.name.pointer);
    let name = ident(&handle.name.ident);
    let ty = ident(&handle.struct_ident);
    quote! {
        #docs
        #[inline]
        pub fn #name(&self) -> #name::#ty {
            #name::#ty(self.0.clone())
        }
    }
}

fn credential(index: usize, scheme: &Scheme) -> TokenStream {
    let docs = Doc::new()
        .line(&format!(
            "The credential of the security scheme {}, sent as {}.",
            Doc::span(&scheme.name.wire),
            sent_as(&scheme.kind)
        ))
        .docs(&scheme.docs)
        .pointer(&scheme.name.pointer);
    let name = ident(&scheme.name.ident);
    let index = Literal::usize_unsuffixed(index);
    let (arguments, call) = match scheme.kind {
        SchemeKind::Basic => {
            let text = quote!(impl #INTO<#STRING>);
            (
                quote!(user: #text, password: impl #INTO<#SECRET>),
                quote!(basic(#index, user.into(), password.into())),
            )
        }
        SchemeKind::Bearer => (
            quote!(token: impl #INTO<#TOKEN>),
            quote!(credential(#index, token.into())),
        ),
        SchemeKind::Authorization(_) | SchemeKind::Undescribed => (
            quote!(authorization: impl #INTO<#TOKEN>),
            quote!(credential(#index, authorization.into())),
        ),
        SchemeKind::ApiKey(..) => (
            quote!(key: impl #INTO<#TOKEN>),
            quote!(credential(#index, key.into())),
        ),
    };
    quote! {
        #docs
        pub fn #name(self, #arguments) -> Self {
            Self(self.0 .#call)
        }
    }
}

fn sent_as(kind: &SchemeKind) -> String {
    match kind {
        SchemeKind::Basic => "`Authorization: Basic ...`".to_owned(),
        SchemeKind::Bearer => "`Authorization: Bearer ...`".to_owned(),
        SchemeKind::Authorization(scheme) => format!(
            "the whole value of `Authorization`, the name of the scheme included, which is {}",
            Doc::span(scheme)
        ),
        SchemeKind::Undescribed => {
            "the whole value of `Authorization`, for the document does not describe it".to_owned()
        }
        SchemeKind::ApiKey(Location::Query, name) => {
            format!("the query parameter {}", Doc::span(name))
        }
        SchemeKind::ApiKey(Location::Cookie, name) => format!("the cookie {}", Doc::span(name)),
        SchemeKind::ApiKey(_, name) => format!("the header {}", Doc::span(name)),
    }
}
