//! Open enums of strings.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Doc;
use super::foreign;
use super::ident::ident;
use super::paths::{STRING, STRING_ENUM};
use super::wire;
use crate::ir::{StringEnum, TypeDef, Variant};

/// The enum with its fallback. The caller puts the documentation before it.
pub(super) fn string_enum(def: &TypeDef, string_enum: &StringEnum) -> TokenStream {
    let name = ident(&def.name.ident);
    let fallback = ident(&string_enum.fallback);
    let (attribute, each) = wire::of_enum(&string_enum.variants);
    let variants = string_enum.variants.iter().zip(each);
    let variants = variants.map(|(variant, wire)| {
        let docs = Doc::of(&variant.docs).code(&variant.name.wire);
        let name = ident(&variant.name.ident);
        quote!(#docs #wire #name)
    });
    let derives = foreign::derives(def, &["Eq", "Hash"]);
    quote! {
        #[derive(Clone, Debug, #STRING_ENUM #derives)]
        #attribute
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the document does not name.
            #fallback(#STRING),
        }
    }
}

/// A variant without a value, of any enum.
pub(super) fn variant(variant: &Variant) -> TokenStream {
    let docs = Doc::of(&variant.docs).code(&variant.name.wire);
    let name = ident(&variant.name.ident);
    quote!(#docs #name)
}
