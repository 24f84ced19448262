//! Open enums of integers, and of values of any kind.

use proc_macro2::TokenStream;
use quote::quote;

use super::foreign;
use super::ident::ident;
use super::literal::integer;
use super::paths::{JSON, VALUE_ENUM_MACRO};
use super::string_enum::variant;
use crate::ir::{TypeDef, ValueEnum, ValueKind, Variant};

/// The enum with its fallback, and the table of the codec. The caller puts the documentation
/// before it.
pub(super) fn value_enum(def: &TypeDef, value_enum: &ValueEnum) -> TokenStream {
    let name = ident(&def.name.ident);
    let fallback = ident(&value_enum.fallback);
    let variants = value_enum.variants.iter().map(variant);
    let rows = value_enum.variants.iter().map(|variant| {
        let name = ident(&variant.name.ident);
        let wire = wire(variant, value_enum.of);
        quote!(#name = #wire)
    });
    let (keeps, kind) = match value_enum.of {
        ValueKind::I64 => (quote!(i64), quote!(i64)),
        ValueKind::Json => (quote!(#JSON), quote!(json)),
    };
    let derives = foreign::derives(def, &["Eq", "Hash"]);
    quote! {
        #[derive(Clone, Debug, PartialEq, Eq, Hash #derives)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the document does not name.
            #fallback(#keeps),
        }
        #VALUE_ENUM_MACRO! {
            #name, #fallback: #kind { #(#rows,)* }
        }
    }
}

/// An integer, or the JSON text in a string.
fn wire(variant: &Variant, of: ValueKind) -> TokenStream {
    let text = variant.name.wire.as_str();
    let value = text.parse().ok().filter(|_| of == ValueKind::I64);
    value.map_or_else(|| quote!(#text), integer)
}
