//! Structs: the fields, `new`, and the table of the codec.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::docs::Doc;
use super::foreign;
use super::ident::ident;
use super::literal::literal;
use super::own::Own;
use super::paths::{EMPTY, EXTRA, MAP, MULTIPART_MACRO, RECORD_MACRO, REQUIRED_MACRO};
use super::types::{Scope, deprecated, field as field_type, is_converted, plain, value};
use crate::ir::{Field, Presence, Record, Rest, Scalar, Type, TypeDef};

/// The struct and the table. The caller puts the documentation before it.
pub(super) fn record(def: &TypeDef, record: &Record) -> TokenStream {
    let name = ident(&def.name.ident);
    let fields = record.fields.iter().map(documented);
    let rest = record.rest.as_ref().map(|it| Own::from(rest(it)));
    // Equality, `Clone` and `Debug` come of the table.
    let (derives, table) = if record.parts {
        let derives = foreign::derives(def, &[]);
        (quote!(#[derive(Debug #derives)]), parts(&name, record))
    } else {
        (foreign::own_derives(def), table(&name, record))
    };
    let (derives, table) = (Own::from(derives), Own::from(table));
    quote! {
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #rest
        }
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

fn documented(field: &Field) -> Own {
    let docs = Doc::of(&field.docs).wire(&field.name);
    let deprecated = deprecated(field.deprecated);
    let declaration = declaration(field);
    quote!(#docs #deprecated pub #declaration).into()
}

fn declaration(field: &Field) -> Own {
    let name = ident(&field.name.ident);
    let ty = Own::from(field_type(field));
    quote!(#name: #ty).into()
}

/// What `new` sets beside what it takes.
fn others(record: &Record) -> TokenStream {
    let preset = record.preset_fields();
    let named = record.required_fields().len() + preset.len();
    let preset = preset.into_iter().map(|(field, value)| {
        let name = ident(&field.name.ident);
        let value = literal(value);
        quote!(#name: #value)
    });
    // A whole empty value, to take one field of it, would cost more to compile.
    let rest = (record.fields.len() > named).then(|| quote!(..#EMPTY()));
    let others = preset.chain(rest);
    quote!(#(#others),*)
}

/// What stands between a record's name and its fields: what `new` takes and sets. Where there are too
/// many required fields for arguments it takes a struct of them.
fn taken(record: &Record) -> TokenStream {
    let required = record.required_fields();
    let others = others(record);
    if let Some(companion) = &record.required {
        let companion = ident(companion);
        let others = (!others.is_empty()).then(|| quote!((#others)));
        return quote!(: #companion #others);
    }
    if required.is_empty() {
        return if record.preset_fields().is_empty() {
            quote!(new)
        } else {
            quote!(default(#others))
        };
    }
    let arguments = required.into_iter().map(|field| {
        let name = ident(&field.name.ident);
        if is_taken(field) {
            let ty = plain(&field.ty, Scope::Inside);
            quote!(#name as #ty)
        } else {
            let ty = field_type(field);
            quote!(#name: #ty)
        }
    });
    let others = (!others.is_empty()).then(|| quote!(; #others));
    quote!((#(#arguments),* #others))
}

/// Whether `new` takes what turns into the field's type.
fn is_taken(field: &Field) -> bool {
    !field.boxed && is_converted(&field.ty, field.nullable())
}

/// Whether JSON writes a key with escapes.
fn needs_escapes(key: &str) -> bool {
    key.chars().any(|c| c < ' ' || c == '"' || c == '\\')
}

/// The table that the codec reads, one line a field, with `new` and the setters.
fn table(name: &Ident, record: &Record) -> TokenStream {
    let taken = Own::from(taken(record));
    let fields = record.fields.iter().enumerate().map(|(index, field)| {
        let index = Literal::usize_unsuffixed(index);
        let (name, wire) = (ident(&field.name.ident), field.name.wire.as_str());
        let kind = Own::from(kind(record, field));
        Own::from(quote!(#index #name #wire: #kind))
    });
    let rest = record.rest.as_ref().map(|rest| {
        let rest = ident(rest.ident());
        quote!(rest #rest)
    });
    quote! {
        #RECORD_MACRO! {
            #name #taken { #(#fields,)* } #rest
        }
    }
}

/// Whether a field may be absent, and its type: that of its setter where it has one. Of a required
/// field also whether it stands in the struct of those.
fn kind(record: &Record, field: &Field) -> TokenStream {
    let (mut presence, mut ty) = presence(field);
    if needs_escapes(&field.name.wire) {
        presence = format_ident!("{presence}_escaped");
    }
    let mut new = None;
    if field.is_required() {
        ty = field_type(field);
        let is_named = record.required.is_some() && field.set_by_new().is_none();
        new = is_named.then(|| quote!(=> new));
    }
    let (ty, new) = (Own::from(ty), new.map(Own::from));
    quote!(#presence #ty #new)
}

/// The table of parts.
fn parts(name: &Ident, record: &Record) -> TokenStream {
    let companion = record.required.as_ref().map(|companion| {
        let companion = ident(companion);
        let fields = record.required_fields().into_iter().map(declaration);
        let others = others(record);
        let others = (!others.is_empty()).then(|| quote!(, #others));
        quote!(#REQUIRED_MACRO! { #name #companion { #(#fields,)* } #others })
    });
    let taken = companion.is_none().then(|| taken(record));
    let fields = record.fields.iter().enumerate().map(|(index, field)| {
        let index = Literal::usize_unsuffixed(index);
        let (name, wire) = (ident(&field.name.ident), field.name.wire.as_str());
        let (presence, value) = presence(field);
        let mut headers = record.headers.iter();
        let of = headers.find(|header| header.field == field.name.ident);
        let of = of.map(|header| {
            let part = &header.part;
            let needed = header.required.then(|| quote!(needed));
            quote!(=> #part #needed)
        });
        quote!(#index #name #wire: #presence #value #of)
    });
    quote! {
        #companion
        #MULTIPART_MACRO! {
            #name #taken { #(#fields,)* }
        }
    }
}

/// How a field may be absent, and the type of its value.
fn presence(field: &Field) -> (Ident, TokenStream) {
    match &field.ty {
        Type::Foreign(path) => (foreign_presence(field.presence), foreign::path(path)),
        _ => (own_presence(field), value(field)),
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

fn own_presence(field: &Field) -> Ident {
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
        Presence::Required | Presence::RequiredNullable => format_ident!("required"),
        Presence::Optional => format_ident!("optional"),
        Presence::OptionalNullable => format_ident!("nullable"),
    }
}
