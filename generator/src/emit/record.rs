//! Structs: the fields, `new`, and the table of the codec.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::docs::Doc;
use super::foreign;
use super::ident::ident;
use super::literal::literal;
use super::paths::{EMPTY, EXTRA, MAP, MULTIPART_MACRO, RECORD_MACRO, REQUIRED_MACRO};
use super::types::{
    Scope, argument, deprecated, field as field_type, inline, is_converted, plain, value,
};
use crate::ir::{Field, Presence, Record, Rest, Scalar, Type, TypeDef};

/// The struct, `new` and the table. The caller puts the
/// documentation before it.
pub(super) fn record(def: &TypeDef, record: &Record) -> TokenStream {
    let name = ident(&def.name.ident);
    let fields = record.fields.iter().map(documented);
    let rest = record.rest.as_ref().map(rest);
    let new = new(def, record);
    let table = table(&name, record);
    // Equality, `Clone` and `Debug` come of the table.
    let derives = if record.parts {
        let derives = foreign::derives(def, &[]);
        quote!(#[derive(Debug #derives)])
    } else {
        foreign::own_derives(def)
    };
    quote! {
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #rest
        }
        #new
        #table
    }
}

/// The type `Extra` documents itself, which spares a line in nearly every struct.
fn rest(rest: &Rest) -> TokenStream {
    let name = ident(rest.ident());
    match rest {
        Rest::Extra(_) => quote!(pub #name: #EXTRA,),
        Rest::Map(_, ty) => {
            let ty = plain(ty, Scope::Inside);
            quote! {
                /// What no other field names.
                pub #name: #MAP<#ty>,
            }
        }
    }
}

fn documented(field: &Field) -> TokenStream {
    let docs = Doc::of(&field.docs).wire(&field.name);
    let deprecated = deprecated(field.deprecated);
    let declaration = declaration(field);
    quote!(#docs #deprecated pub #declaration)
}

fn declaration(field: &Field) -> TokenStream {
    let name = ident(&field.name.ident);
    let ty = field_type(field);
    quote!(#name: #ty)
}

/// `new`, but for a value that needs nothing: that comes of the table. Where there are too many
/// required fields for arguments it takes a struct of them.
fn new(def: &TypeDef, record: &Record) -> TokenStream {
    let required = record.required_fields();
    let preset = record.preset_fields();
    if required.is_empty() && preset.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&def.name.ident);
    let rest = others(record, required.len() + preset.len());
    let preset = preset.into_iter().map(|(field, value)| {
        let name = ident(&field.name.ident);
        let value = literal(value);
        quote!(#name: #value)
    });
    let others: Vec<_> = preset.chain(rest).collect();
    if let Some(companion) = &record.required {
        let companion = ident(companion);
        // A file may be a stream, and that can be had only once.
        let once = record.parts.then(|| quote!(once));
        let fields = required.into_iter().map(declaration);
        return quote! {
            #REQUIRED_MACRO! { #name #companion #once { #(#fields,)* } #(, #others)* }
        };
    }
    let (arguments, values) = one_by_one(&required);
    let inline = inline(&arguments);
    quote! {
        impl #name {
            /// A value of the required fields, nothing else set.
            #inline
            pub fn new(#arguments) -> Self {
                Self { #(#values,)* #(#others),* }
            }
        }
    }
}

/// What `new` sets beside the fields that it names.
fn others(record: &Record, named: usize) -> Option<TokenStream> {
    if record.fields.len() > named {
        return Some(quote!(..#EMPTY()));
    }
    // A whole empty value, to take one field of it, would cost more to compile.
    let rest = ident(record.rest.as_ref()?.ident());
    Some(quote!(#rest: #EMPTY()))
}

fn one_by_one(required: &[&Field]) -> (TokenStream, Vec<TokenStream>) {
    let arguments = required.iter().map(|field| {
        let name = ident(&field.name.ident);
        let ty = if is_taken(field) {
            argument(&field.ty, field.nullable(), Scope::Inside)
        } else {
            field_type(field)
        };
        quote!(#name: #ty)
    });
    let values = required.iter().map(|field| {
        let name = ident(&field.name.ident);
        if is_taken(field) {
            quote!(#name: #name.into())
        } else {
            quote!(#name)
        }
    });
    (quote!(#(#arguments),*), values.collect())
}

/// Whether `new` takes what turns into the field's type.
fn is_taken(field: &Field) -> bool {
    !field.boxed && is_converted(&field.ty, field.nullable())
}

/// Whether JSON writes a key with escapes.
fn needs_escapes(key: &str) -> bool {
    key.chars().any(|c| c < ' ' || c == '"' || c == '\\')
}

/// The table that the codec reads, one line a field, and the setters.
fn table(name: &Ident, record: &Record) -> TokenStream {
    let default = record.required_fields().is_empty();
    let default = default.then(|| {
        if record.preset_fields().is_empty() {
            quote!(new)
        } else {
            quote!(default)
        }
    });
    let fields = record.fields.iter().enumerate().map(|(index, field)| {
        let index = Literal::usize_unsuffixed(index);
        let name = ident(&field.name.ident);
        let wire = field.name.wire.as_str();
        let (presence, value) = match &field.ty {
            Type::Foreign(path) => (foreign_presence(field.presence), foreign::path(path)),
            _ => (presence(field), value(field)),
        };
        let of = record
            .headers
            .iter()
            .find(|header| header.field == field.name.ident);
        let of = of.map(|header| {
            let part = &header.part;
            let needed = header.required.then(|| quote!(needed));
            quote!(=> #part #needed)
        });
        let escaped = (!record.parts && needs_escapes(wire)).then(|| quote!(escaped));
        quote!(#index #name #wire #escaped: #presence #value #of)
    });
    let rest = record.rest.as_ref().map(|rest| {
        let rest = ident(rest.ident());
        quote!(rest #rest)
    });
    if record.parts {
        return quote! {
            #MULTIPART_MACRO! {
                #name #default { #(#fields,)* }
            }
        };
    }
    quote! {
        #RECORD_MACRO! {
            #name #default { #(#fields,)* } #rest
        }
    }
}

/// With the user's own type, which setters take, and not the one that holds it.
fn foreign_presence(presence: Presence) -> Ident {
    match presence {
        Presence::Optional => format_ident!("optional_foreign"),
        Presence::OptionalNullable => format_ident!("nullable_foreign"),
        _ => plain_presence(presence),
    }
}

fn presence(field: &Field) -> Ident {
    let is_file = |ty: &Type| *ty == Type::Scalar(Scalar::File);
    let word = match (&field.ty, field.is_required()) {
        (ty, true) if is_file(ty) => "file",
        (ty, false) if is_file(ty) => "optional_file",
        (Type::Array(item), true) if is_file(item) => "files",
        (Type::Array(item), false) if is_file(item) => "optional_files",
        _ => return plain_presence(field.presence),
    };
    format_ident!("{word}")
}

fn plain_presence(presence: Presence) -> Ident {
    match presence {
        Presence::Required => format_ident!("required"),
        Presence::RequiredNullable => format_ident!("required_nullable"),
        Presence::Optional => format_ident!("optional"),
        Presence::OptionalNullable => format_ident!("nullable"),
    }
}
