//! Unions: enums with a type in each variant.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::Doc;
use super::foreign;
use super::ident::ident;
use super::paths::{BOX, JSON, UNION_MACRO};
use super::types::{Scope, plain, wrapped};
use crate::ir::{Branch, TypeDef, Union};

/// The enum with its fallback, and the table of the codec. The caller puts the documentation
/// before it.
pub(super) fn union(def: &TypeDef, union: &Union) -> TokenStream {
    let name = ident(&def.name.ident);
    let fallback = ident(&union.fallback);
    let variants = union.branches.iter().map(variant);
    let rows = union
        .branches
        .iter()
        .enumerate()
        .map(|(index, branch)| row(index, branch));
    let tag = union.tag.as_ref().map(|tag| quote!(, tag #tag));
    let derives = foreign::own_derives(def);
    quote! {
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that no branch is for.
            #fallback(#JSON),
        }
        #UNION_MACRO! {
            #name, #fallback #tag { #(#rows,)* }
        }
    }
}

fn variant(branch: &Branch) -> TokenStream {
    let docs = Doc::of(&branch.docs);
    let (name, ty) = (ident(&branch.name.ident), ty(branch));
    quote!(#docs #name(#ty))
}

fn row(index: usize, branch: &Branch) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    let kinds = Literal::u8_unsuffixed(branch.kinds.0);
    let (name, ty) = (ident(&branch.name.ident), ty(branch));
    let (tags, required) = (&branch.tags, &branch.required);
    let from = branch.from.then(|| quote!(from));
    quote!(#index #name(#ty) #kinds [#(#tags),*] [#(#required),*] #from)
}

fn ty(branch: &Branch) -> TokenStream {
    let ty = plain(&branch.ty, Scope::Inside);
    if branch.boxed { wrapped(BOX, &ty) } else { ty }
}
