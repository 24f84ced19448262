//! The module `types`, and types where they are used.

use std::iter::once;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::docs::Doc;
use super::ident::{bare, ident};
use super::own::Own;
use super::part::{self, Part};
use super::paths::{BOX, INTO, MAP, OPTION, VEC};
use super::{foreign, record, scalar, string_enum, tuple, union, value_enum};
use crate::ir::{Api, Field, Presence, Same, Type, TypeDef, TypeKind};

/// Where a type is written: in the module `types`, or outside of it.
#[derive(Clone, Copy)]
pub(super) enum Scope {
    /// Named types stand beside: `Pet`.
    Inside,
    /// Named types stand in the module: `types::Pet`.
    Outside,
}

/// `pub mod types { .. }`, nothing where the document has no types.
pub(super) fn module(api: &Api) -> impl Iterator<Item = Part> {
    let head = quote! {
        /// The types of the document's schemas.
        pub mod types
    };
    let imports = once(quote!(
        use super::rt;
    ));
    let module = part::module(head, imports.chain(api.types.iter().map(definition)));
    (!api.types.is_empty())
        .then_some(module)
        .into_iter()
        .flatten()
}

fn definition(def: &TypeDef) -> TokenStream {
    if let Some(same) = &def.same_as {
        return another_name(def, same);
    }
    let head = head(def);
    let body = match &def.kind {
        TypeKind::Record(record) => record::record(def, record),
        TypeKind::StringEnum(string_enum) => string_enum::string_enum(def, string_enum),
        TypeKind::ValueEnum(value_enum) => value_enum::value_enum(def, value_enum),
        TypeKind::Tuple(tuple) => tuple::tuple(def, tuple),
        TypeKind::Union(union) => union::union(def, union),
        TypeKind::Alias(ty) => alias(def, ty),
    };
    let (head, body) = (Own::from(head), Own::from(body));
    quote!(#head #body)
}

/// What is said of a type that is written down as another one, by a link to that.
pub(super) fn alike(link: &str) -> String {
    format!("Another name of {link}, which is alike in all.")
}

/// A type that is written down as another one.
fn another_name(def: &TypeDef, same: &Same) -> TokenStream {
    let of = bare(same.of.as_str());
    let docs = Doc::of(&def.docs).line(&alike(&format!("[`{of}`]")));
    let docs = docs.pointer(&def.name.pointer);
    let deprecated = deprecated(def.deprecated);
    let companion = companion(def, same);
    let alias = alias(def, &Type::Named(same.of.clone()));
    quote!(#docs #deprecated #alias #companion)
}

/// The companion of a struct that is another name of one, where they have one.
fn companion(def: &TypeDef, same: &Same) -> Option<TokenStream> {
    let TypeKind::Record(record) = &def.kind else {
        return None;
    };
    let own = record.required.as_ref()?;
    let docs = companion_docs(def);
    let (name, of) = (ident(own), ident(same.required.as_ref()?));
    Some(quote!(#docs pub type #name = #of;))
}

/// Whose required fields they are.
fn companion_docs(def: &TypeDef) -> Doc {
    let owner = bare(def.name.ident.as_str());
    Doc::new().line(&format!("The required fields of [`{owner}`]."))
}

/// Documentation and deprecation of a named type.
fn head(def: &TypeDef) -> TokenStream {
    let docs = Doc::of(&def.docs).pointer(&def.name.pointer);
    let deprecated = deprecated(def.deprecated);
    quote!(#docs #deprecated)
}

fn alias(def: &TypeDef, ty: &Type) -> TokenStream {
    let name = ident(&def.name.ident);
    let ty = plain(ty, Scope::Inside);
    quote!(pub type #name = #ty;)
}

/// `#[deprecated]` where the document says so.
pub(super) fn deprecated(deprecated: bool) -> TokenStream {
    if deprecated {
        quote!(#[deprecated])
    } else {
        TokenStream::new()
    }
}

/// `#[inline]` for a function of one line, by its arguments: what takes an `impl` is compiled where it
/// is used anyway, and once there, but with `#[inline]` in each of its units.
pub(super) fn inline(arguments: &TokenStream) -> Option<TokenStream> {
    let is_generic = |token| matches!(token, TokenTree::Ident(name) if name == "impl");
    let is_plain = !arguments.clone().into_iter().any(is_generic);
    is_plain.then(|| quote!(#[inline]))
}

/// A type as it is written.
pub(super) fn plain(ty: &Type, scope: Scope) -> TokenStream {
    match ty {
        Type::Scalar(scalar) => scalar::scalar(*scalar),
        Type::Array(item) => wrapped(VEC, &plain(item, scope)),
        Type::Map(value) => wrapped(MAP, &plain(value, scope)),
        Type::Nullable(value) => wrapped(OPTION, &plain(value, scope)),
        Type::Foreign(path) => foreign::foreign(path),
        // It is written in its own module alone.
        Type::Own(_, name) => {
            let name = ident(name);
            quote!(#name)
        }
        Type::Named(name) => {
            let name = ident(name);
            match scope {
                Scope::Inside => quote!(#name),
                Scope::Outside => quote!(types::#name),
            }
        }
    }
}

pub(super) fn wrapped(outer: super::paths::Path, inner: &TokenStream) -> TokenStream {
    quote!(#outer<#inner>)
}

/// The type of a field's value, in its `Box` where it has one, without the `Option`s.
pub(super) fn value(field: &Field) -> TokenStream {
    let ty = plain(&field.ty, Scope::Inside);
    if field.boxed { wrapped(BOX, &ty) } else { ty }
}

/// The type of a field as it stands in the struct.
pub(super) fn field(field: &Field) -> TokenStream {
    let value = value(field);
    match field.presence {
        Presence::Required => value,
        Presence::RequiredNullable | Presence::Optional => wrapped(OPTION, &value),
        Presence::OptionalNullable => wrapped(OPTION, &wrapped(OPTION, &value)),
    }
}

/// Whether an argument of this type is taken as what turns into it.
pub(super) fn is_converted(ty: &Type, nullable: bool) -> bool {
    !nullable && ty.is_converted()
}

/// The type of a required argument: its own, in an `Option` where it may be null, and
/// `impl Into<String>` for text and what else is made from plain values.
pub(super) fn argument(ty: &Type, nullable: bool, scope: Scope) -> TokenStream {
    if is_converted(ty, nullable) {
        let ty = plain(ty, scope);
        return quote!(impl #INTO<#ty>);
    }
    owned(ty, nullable, scope)
}

/// The type of a required value where it is kept.
pub(super) fn owned(ty: &Type, nullable: bool, scope: Scope) -> TokenStream {
    let plain = plain(ty, scope);
    if nullable {
        wrapped(OPTION, &plain)
    } else {
        plain
    }
}
