//! The enum of the document's servers.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Doc;
use super::ident::ident;
use crate::ir::{Api, Server};

/// `pub enum Server { .. }`; its order is that of the table of the client.
pub(super) fn servers(api: &Api) -> TokenStream {
    if api.servers.is_empty() {
        return TokenStream::new();
    }
    let variants = api.servers.iter().map(variant);
    quote! {
        /// The servers that the document names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Server {
            #(#variants,)*
        }
    }
}

fn variant(server: &Server) -> TokenStream {
    let docs = Doc::new().code(&server.name.wire).docs(&server.docs);
    let name = ident(&server.name.ident);
    quote!(#docs #name)
}
