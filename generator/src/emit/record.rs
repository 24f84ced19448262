//! Structs: the fields, with what the derive is told of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::case::Case;
use super::docs::Doc;
use super::foreign;
use super::ident::ident;
use super::own::Own;
use super::paths::{EXTRA, MAP, MULTIPART, RECORD};
use super::types::{Scope, deprecated, field as field_type, plain};
use super::wire;
use crate::ir::{Field, Record, Rest, TypeDef};

/// The struct. The caller puts the documentation before it.
pub(super) fn record(def: &TypeDef, record: &Record) -> TokenStream {
    let name = ident(&def.name.ident);
    let derives = foreign::derives(def, &[]);
    // Equality, `Clone` and `Debug` of one that is no multipart body come of the derive, too.
    let derive = if record.parts {
        quote!(Debug, #MULTIPART)
    } else {
        quote!(#RECORD)
    };
    let (attribute, case) = wire::of_record(record);
    let fields = record.fields.iter();
    let fields = fields.map(|field| documented(record, field, case));
    let rest = record.rest.as_ref().map(|it| Own::from(rest(it)));
    quote! {
        #[derive(#derive #derives)]
        #attribute
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #rest
        }
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
                #[wire(rest)]
                pub #name: #MAP<#ty>,
            }
        }
    }
}

fn documented(record: &Record, field: &Field, case: Case) -> Own {
    let docs = Doc::of(&field.docs).wire(&field.name);
    let deprecated = deprecated(field.deprecated);
    let wire = wire::of_field(record, field, case).map(Own::from);
    let name = ident(&field.name.ident);
    let ty = Own::from(field_type(field));
    quote!(#docs #deprecated #wire pub #name: #ty).into()
}
