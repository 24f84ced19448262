//! Request bodies: their rows in an operation's table, and the enum of several media types.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::docs::Doc;
use super::ident::ident;
use super::paths::{CHOICE_MACRO, ENCODING, MEDIA, OPTION, RT};
use super::table;
use super::types::{Scope, owned, plain};
use crate::ir::{Body, BodyContent, Encoding, MediaKind, Scalar, Type};

/// A row of the table.
pub(super) fn media(content: &BodyContent) -> TokenStream {
    let name = &content.sent;
    let row = match content.kind {
        MediaKind::Json if name == "application/json" => quote!(#MEDIA::JSON),
        MediaKind::Json => quote!(#MEDIA::json(#name)),
        MediaKind::JsonLines => quote!(#MEDIA::json_lines(#name)),
        MediaKind::JsonSeq => quote!(#MEDIA::json_seq(#name)),
        MediaKind::Form => quote!(#MEDIA::form(#name)),
        MediaKind::Multipart => quote!(#MEDIA::multipart(#name)),
        _ => quote!(#MEDIA::raw(#name)),
    };
    let encodings = content.encodings.iter().map(encoding);
    if content.encodings.is_empty() {
        row
    } else {
        quote!(#row.encoding(&[#(#encodings),*]))
    }
}

fn encoding(encoding: &Encoding) -> TokenStream {
    let (name, media_type) = (&encoding.name, &encoding.media_type);
    let media_type = (!media_type.is_empty()).then(|| quote!(.media_type(#media_type)));
    let style = encoding.style.map(|(style, explode)| {
        let written = table::written(style, explode);
        quote!(.style(#RT::query(#name)#written))
    });
    let headers = encoding
        .headers
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    let headers = (!encoding.headers.is_empty()).then(|| quote!(.headers(&[#(#headers),*])));
    quote!(#ENCODING::new(#name)#media_type #style #headers)
}

/// The enum of a body that has several media types; `link` is how documentation links to the
/// operation's function.
pub(super) fn choice(body: &Body, link: &str) -> TokenStream {
    let Some(choice) = &body.choice else {
        return TokenStream::new();
    };
    let name = ident(choice);
    let docs = Doc::new().line(&format!("The body of {link}, by media type."));
    let docs = docs.pointer(&body.pointer);
    let variants = body.contents.iter().map(|content| {
        let docs = Doc::new().code(&content.name.wire);
        let variant = ident(&content.name.ident);
        let ty = owned(&content.ty, content.nullable, Scope::Outside);
        quote!(#docs #variant(#ty))
    });
    let rows = body.contents.iter().enumerate().map(|(index, content)| {
        let index = Literal::usize_unsuffixed(index);
        let variant = ident(&content.name.ident);
        let ty = plain(&content.ty, Scope::Outside);
        let ty = if content.nullable {
            quote!(#OPTION<#ty>)
        } else {
            ty
        };
        let kind = format_ident!(
            "{}",
            if content.is_payload {
                "payload"
            } else {
                "value"
            }
        );
        let is_text = content.ty == Type::Scalar(Scalar::String);
        let from = if is_text {
            quote!(from_text)
        } else {
            quote!(from)
        };
        let from = content.from.then_some(from);
        quote!(#index #variant(#ty) #kind #from)
    });
    quote! {
        #docs
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
        #CHOICE_MACRO! {
            #name { #(#rows,)* }
        }
    }
}
