//! The enum of the document's servers, and how a client is set to one.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::Doc;
use super::ident::ident;
use super::paths::{INTO, OWN_SERVER, STRING, VARIABLE};
use crate::ir::{Api, OwnServer, OwnValue, OwnVariable, Server, ServerValues, ServerVariable};

/// `pub enum Server { .. }`, its order that of the table of the client, and the enums of variables.
pub(super) fn servers(api: &Api) -> TokenStream {
    let values = different(api).into_iter().map(values);
    let own = own_servers(api);
    if api.servers.is_empty() {
        return quote!(#own #(#values)*);
    }
    let variants = api.servers.iter().map(variant);
    let mut variables = api.servers.iter().flat_map(|server| &server.variables);
    let copy = variables.all(|variable| variable.values.is_some());
    let copy = copy.then(|| quote!(Copy,));
    quote! {
        /// The servers that the document names.
        #[derive(Clone, #copy Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Server {
            #(#variants,)*
        }
        #own
        #(#values)*
    }
}

/// The enums of variables, each once.
fn different(api: &Api) -> Vec<(&ServerVariable, &ServerValues)> {
    let mut out: Vec<(&ServerVariable, &ServerValues)> = Vec::new();
    let own = api.own_variables.iter().map(|own| &own.variable);
    let all = api.servers.iter().flat_map(|server| &server.variables);
    for variable in all.chain(own) {
        let values = variable.values.iter();
        let new = values.filter(|values| out.iter().all(|(_, known)| known.ident != values.ident));
        let new: Vec<_> = new.map(|values| (variable, values)).collect();
        out.extend(new);
    }
    out
}

fn variant(server: &Server) -> TokenStream {
    let docs = Doc::new().code(&server.name.wire).docs(&server.docs);
    let name = ident(&server.name.ident);
    let fields = server.variables.iter().map(|variable| {
        let docs = Doc::of(&variable.docs).wire(&variable.name);
        let docs = match &variable.default {
            Some(default) => docs.line(&format!("Default: {}.", Doc::span(default))),
            None => docs,
        };
        let name = ident(&variable.name.ident);
        let ty = if let Some(values) = &variable.values {
            let name = ident(&values.ident);
            quote!(#name)
        } else {
            quote!(#STRING)
        };
        quote!(#docs #name: #ty)
    });
    let fields: Vec<_> = fields.collect();
    let fields = (!fields.is_empty()).then(|| quote!({ #(#fields,)* }));
    quote!(#docs #name #fields)
}

fn values((variable, values): (&ServerVariable, &ServerValues)) -> TokenStream {
    let docs = Doc::new()
        .line(&format!(
            "What {} may be in the URL of a server.",
            Doc::span(&variable.name.wire)
        ))
        .pointer(&variable.name.pointer);
    let name = ident(&values.ident);
    let variants = values.variants.iter().enumerate().map(|(index, variant)| {
        let docs = Doc::new().code(&variant.name.wire);
        let default = (index == values.default).then(|| quote!(#[default]));
        let name = ident(&variant.name.ident);
        quote!(#docs #default #name)
    });
    let texts = values.variants.iter().map(|variant| {
        let (name, text) = (ident(&variant.name.ident), &variant.name.wire);
        quote!(Self::#name => #text)
    });
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
        impl #name {
            #[inline]
            fn text(self) -> &'static str {
                match self {
                    #(#texts,)*
                }
            }
        }
    }
}

/// The builder's method that sets a client to one of the servers.
pub(super) fn chosen(api: &Api) -> TokenStream {
    if api.servers.is_empty() {
        return TokenStream::new();
    }
    let plain = api.servers.iter().all(|server| server.variables.is_empty());
    let set = if plain {
        quote!(self.0.server(server as usize))
    } else {
        let arms = api.servers.iter().enumerate().map(arm);
        quote!(match server { #(#arms,)* })
    };
    quote! {
        /// Chooses one of the document's servers.
        #[inline]
        pub fn server(self, server: Server) -> Self {
            Self(#set)
        }
    }
}

/// `enum OperationServer { .. }`, its order that of the indices in the tables of operations.
fn own_servers(api: &Api) -> Option<TokenStream> {
    let variants = api.own_servers.iter().map(|server| {
        let docs = Doc::new().code(&server.name.wire).docs(&server.docs);
        let name = ident(&server.name.ident);
        quote!(#docs #name)
    });
    let any = !api.own_servers.is_empty();
    any.then(|| {
        quote! {
            /// The servers that operations have for themselves, of those that have several.
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            #[non_exhaustive]
            pub enum OperationServer {
                #(#variants,)*
            }
        }
    })
}

/// The builder's method that chooses among them.
pub(super) fn own_chosen(api: &Api) -> Option<TokenStream> {
    let any = !api.own_servers.is_empty();
    any.then(|| {
        quote! {
            /// Calls of operations that have this server go to it, in the place of the first of
            /// theirs. Of several that one operation has, the last that is given counts.
            #[inline]
            pub fn operation_server(self, server: OperationServer) -> Self {
                Self(self.0.own_server(server as usize))
            }
        }
    })
}

/// What tells a call of the servers that its operation has for itself.
pub(super) fn own(api: &Api, servers: &[OwnServer]) -> Option<TokenStream> {
    let [one] = servers else {
        let servers: Vec<_> = servers.iter().filter_map(|it| choice(api, it)).collect();
        return (!servers.is_empty()).then(|| quote!(.servers(&[#(#servers),*])));
    };
    let variables = one.variables.iter().map(own_value);
    let url = &one.template;
    Some(if one.variables.is_empty() {
        quote!(.server(#url))
    } else {
        quote!(.server_with(#url, &[#(#variables),*]))
    })
}

fn choice(api: &Api, server: &OwnServer) -> Option<TokenStream> {
    let mut choices = api.own_servers.iter();
    let index = choices.position(|choice| Some(choice.slot) == server.choice)?;
    let index = Literal::usize_unsuffixed(index);
    let url = &server.template;
    let variables = server.variables.iter().map(own_value);
    Some(quote!(#OWN_SERVER::new(#index, #url, &[#(#variables),*])))
}

/// A variable in the table of an operation's own server.
fn own_value(value: &OwnValue) -> TokenStream {
    let (name, slot) = (&value.name, Literal::usize_unsuffixed(value.slot));
    let default = value.default.iter();
    quote!(#VARIABLE::new(#name, #slot) #(.or(#default))*)
}

/// The builder's method of a variable of such servers.
pub(super) fn own_variable(own: &OwnVariable) -> TokenStream {
    let OwnVariable { slot, variable } = own;
    let mut docs = Doc::new()
        .line(&format!(
            "The variable {} of servers that operations have for themselves.",
            Doc::span(&variable.name.wire)
        ))
        .docs(&variable.docs);
    if let Some(default) = &variable.default {
        docs = docs.line(&format!("Default: {}.", Doc::span(default)));
    }
    let docs = docs.pointer(&variable.name.pointer);
    let name = ident(&variable.name.ident);
    let slot = Literal::usize_unsuffixed(*slot);
    let (ty, text) = match &variable.values {
        Some(values) => {
            let values = ident(&values.ident);
            (quote!(#values), quote!(value.text().into()))
        }
        None => (quote!(impl #INTO<#STRING>), quote!(value.into())),
    };
    quote! {
        #docs
        #[inline]
        pub fn #name(self, value: #ty) -> Self {
            Self(self.0.variable(#slot, #text))
        }
    }
}

/// `Server::Regional { region } => self.0.server_with("https://{region}.example", &[..])`.
fn arm((index, server): (usize, &Server)) -> TokenStream {
    let name = ident(&server.name.ident);
    if server.variables.is_empty() {
        let index = Literal::usize_unsuffixed(index);
        return quote!(Server::#name => self.0.server(#index));
    }
    let fields = server
        .variables
        .iter()
        .map(|variable| ident(&variable.name.ident));
    let values = server.variables.iter().map(|variable| {
        let (wire, name) = (&variable.name.wire, ident(&variable.name.ident));
        if variable.values.is_some() {
            quote!((#wire, #name.text()))
        } else {
            quote!((#wire, &#name))
        }
    });
    let template = &server.name.wire;
    quote!(Server::#name { #(#fields),* } => self.0.server_with(#template, &[#(#values),*]))
}
