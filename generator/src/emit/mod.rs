//! From the intermediate representation to Rust tokens.
//!
//! One emitter a file: `fn thing(x: &ir::Thing) -> TokenStream`, an item or a few; the file is made
//! of such parts. Text of the document becomes literals and documentation here, never tokens.

mod answer;
mod body;
mod case;
mod client;
mod docs;
mod foreign;
mod header;
mod ident;
mod incoming;
mod input;
mod literal;
mod operation;
mod own;
mod part;
mod paths;
mod record;
mod scalar;
mod server;
mod string_enum;
mod table;
mod tuple;
mod types;
mod union;
mod value_enum;
mod wire;

pub use part::Part;

use std::iter::once;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir;
use paths::RUNTIME;

/// The whole generated file: `mod generated { .. } pub use generated::*;`.
///
/// The module is there because an included file can not allow lints for itself.
pub fn emit(api: &ir::Api) -> Vec<Part> {
    let allowed = allowed();
    let open = Part::Open(quote! {
        #[allow(#allowed)]
        mod generated
    });
    let again = Part::Items(quote! {
        #[allow(clippy::restriction, unused_imports, unreachable_pub)]
        pub use generated::*;
    });
    once(open)
        .chain(once(Part::Items(root(api))))
        .chain(operation::modules(api))
        .chain(incoming::module(api))
        .chain(header::module(api))
        .chain(types::module(api))
        .chain([Part::Close, again])
        .collect()
}

/// What stands beside the modules.
fn root(api: &ir::Api) -> TokenStream {
    let client = client::client(api);
    let servers = server::servers(api);
    let table = table::api(api);
    quote! {
        use #RUNTIME as rt;
        #client
        #servers
        #table
    }
}

/// What a strict crate may forbid and generated code may do. Names come from the document, so
/// every lint on names and prose is here too.
fn allowed() -> TokenStream {
    quote! {
        clippy::all,
        clippy::cargo,
        clippy::nursery,
        clippy::pedantic,
        clippy::restriction,
        deprecated,
        missing_copy_implementations,
        missing_debug_implementations,
        missing_docs,
        non_ascii_idents,
        nonstandard_style,
        rust_2018_idioms,
        rustdoc::all,
        trivial_casts,
        uncommon_codepoints,
        unnameable_types,
        unreachable_pub,
        unused,
        unused_qualifications,
        unused_results
    }
}
