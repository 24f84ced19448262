//! Types of the user's own.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::paths::{FOREIGN, INTO_FOREIGN, INTO_FOREIGN_NULLABLE, INTO_NULLABLE, INTO_SET};
use super::types::{Scope, plain};
use crate::ir::{Path, Type, TypeDef};

/// A path as the build script wrote it.
pub(super) fn path(path: &Path) -> TokenStream {
    let start = path.global.then(|| quote!(::));
    let segments = path.segments.iter().map(|(name, arguments)| {
        let name = ident(name);
        let arguments = arguments.iter().map(self::path);
        let arguments = (arguments.len() > 0).then(|| quote!(<#(#arguments),*>));
        quote!(#name #arguments)
    });
    quote!(#start #(#segments)::*)
}

/// The type of a field or argument: `rt::Foreign<crate::Money>`.
pub(super) fn foreign(inner: &Path) -> TokenStream {
    let inner = path(inner);
    quote!(#FOREIGN<#inner>)
}

/// What the setter of an optional thing takes, and the method that makes it of that.
pub(super) fn setter(ty: &Type, nullable: bool, scope: Scope) -> (TokenStream, TokenStream) {
    let (taken, made) = match ty {
        Type::Foreign(inner) => (path(inner), quote!(into_foreign)),
        _ => (plain(ty, scope), quote!(into_set)),
    };
    match (ty, nullable) {
        (Type::Foreign(_), false) => (quote!(#INTO_FOREIGN<#taken>), made),
        (Type::Foreign(_), true) => (
            quote!(#INTO_FOREIGN_NULLABLE<#taken>),
            quote!(into_foreign_nullable),
        ),
        (_, false) => (quote!(#INTO_SET<#taken>), made),
        (_, true) => (quote!(#INTO_NULLABLE<#taken>), quote!(into_nullable)),
    }
}

/// The derives that the build script asked for, but for those that the type has: `, ::a::B`.
pub(super) fn derives(def: &TypeDef, has: &[&str]) -> TokenStream {
    let wanted = def.derives.iter().filter(|wanted| {
        let last = wanted.segments.last();
        let of_std = wanted
            .segments
            .first()
            .is_some_and(|(name, _)| name.as_str() == "core");
        !(of_std && last.is_some_and(|(name, _)| has.contains(&name.as_str())))
    });
    let wanted = wanted.map(path);
    quote!(#(, #wanted)*)
}

/// The same of a type that derives nothing by itself, with the attribute.
pub(super) fn own_derives(def: &TypeDef) -> TokenStream {
    let wanted: Vec<_> = def.derives.iter().map(path).collect();
    if wanted.is_empty() {
        return TokenStream::new();
    }
    quote!(#[derive(#(#wanted),*)])
}
