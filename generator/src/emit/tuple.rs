//! Arrays with a type for each place.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::Doc;
use super::foreign;
use super::ident::ident;
use super::paths::{BOX, OPTION, TUPLE_MACRO, VEC};
use super::types::{Scope, plain, wrapped};
use crate::ir::{Tuple, TupleItem, Type, TypeDef};

/// The tuple struct and the table of the codec. The caller puts the documentation before it.
pub(super) fn tuple(def: &TypeDef, tuple: &Tuple) -> TokenStream {
    let name = ident(&def.name.ident);
    let items = tuple.items.iter().map(item);
    let rest = tuple.rest.as_ref().map(|ty| {
        let ty = wrapped(VEC, &plain(ty, Scope::Inside));
        quote! {
            /// What follows.
            pub #ty,
        }
    });
    let places = tuple.items.iter().enumerate().map(|(index, item)| {
        let index = Literal::usize_unsuffixed(index);
        if item.required {
            quote!(#index required)
        } else {
            quote!(#index optional)
        }
    });
    let last = tuple.rest.as_ref().map(|_| {
        let index = Literal::usize_unsuffixed(tuple.items.len());
        quote!(rest #index)
    });
    // With nothing required there is an empty one.
    let required = tuple.items.iter().any(|item| item.required);
    let default = (!required).then(|| quote!(Default,));
    let derives = foreign::derives(def, &[]);
    quote! {
        #[derive(Clone, Debug, #default PartialEq #derives)]
        pub struct #name(#(#items,)* #rest);
        #TUPLE_MACRO! {
            #name { #(#places,)* } #last
        }
    }
}

fn item(item: &TupleItem) -> TokenStream {
    let docs = Doc::of(&item.docs);
    let ty = ty(item);
    quote!(#docs pub #ty)
}

/// The type of a place: a `null` and a `Box` inside, absence outside.
fn ty(item: &TupleItem) -> TokenStream {
    let boxed = |ty: &Type| {
        let ty = plain(ty, Scope::Inside);
        if item.boxed { wrapped(BOX, &ty) } else { ty }
    };
    let value = match &item.ty {
        Type::Nullable(inner) => wrapped(OPTION, &boxed(inner)),
        other => boxed(other),
    };
    if item.required {
        value
    } else {
        wrapped(OPTION, &value)
    }
}
