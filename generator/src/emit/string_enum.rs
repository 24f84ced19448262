//! Open enums of strings.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::Doc;
use super::foreign;
use super::ident::ident;
use super::paths::{STRING, STRING_ENUM_MACRO};
use crate::ir::{StringEnum, TypeDef, Variant};

/// The enum with its fallback, and the table of the codec. The caller puts the documentation
/// before it.
pub(super) fn string_enum(def: &TypeDef, string_enum: &StringEnum) -> TokenStream {
    let name = ident(&def.name.ident);
    let fallback = ident(&string_enum.fallback);
    let variants = string_enum.variants.iter().map(variant);
    let rows = string_enum
        .variants
        .iter()
        .enumerate()
        .map(|(index, variant)| {
            let index = Literal::usize_unsuffixed(index);
            let name = ident(&variant.name.ident);
            let wire = variant.name.wire.as_str();
            quote!(#index #name #wire)
        });
    let derives = foreign::derives(def, &["Eq", "Hash"]);
    quote! {
        #[derive(Clone, Debug #derives)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the document does not name.
            #fallback(#STRING),
        }
        #STRING_ENUM_MACRO! {
            #name, #fallback { #(#rows,)* }
        }
    }
}

pub(super) fn variant(variant: &Variant) -> TokenStream {
    let docs = Doc::of(&variant.docs).code(&variant.name.wire);
    let name = ident(&variant.name.ident);
    quote!(#docs #name)
}
