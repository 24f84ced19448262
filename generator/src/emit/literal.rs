//! Values of the document that generated code writes down.

use proc_macro2::{self as tokens, TokenStream};
use quote::quote;

use super::ident::ident;
use crate::ir::Literal;

/// The value as an expression of its type.
pub(super) fn literal(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Text(text) => quote!(#text.into()),
        Literal::Bool(value) => quote!(#value),
        Literal::Integer(value) => integer(*value),
        Literal::Float(value) => {
            let size = tokens::Literal::f64_unsuffixed(value.abs());
            signed(value.is_sign_negative(), &size)
        }
        Literal::Variant(ty, variant) => {
            let (ty, variant) = (ident(ty), ident(variant));
            quote!(#ty::#variant)
        }
    }
}

/// An integer. The sign is a token of its own, as in a source file.
pub(super) fn integer(value: i64) -> TokenStream {
    let size = tokens::Literal::u64_unsuffixed(value.unsigned_abs());
    signed(value < 0, &size)
}

fn signed(negative: bool, size: &tokens::Literal) -> TokenStream {
    if negative {
        quote!(-#size)
    } else {
        quote!(#size)
    }
}
