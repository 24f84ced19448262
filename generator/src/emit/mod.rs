//! From the intermediate representation to Rust tokens.
//!
//! One emitter a file: `fn thing(x: &ir::Thing) -> TokenStream`. Text of the document becomes
//! literals and documentation here, never tokens.

mod answer;
mod body;
mod client;
mod docs;
mod foreign;
mod header;
mod ident;
mod incoming;
mod input;
mod literal;
mod operation;
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

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir;
use paths::RUNTIME;

/// The whole generated file: `mod generated { .. } pub use generated::*;`.
///
/// The module is there because an included file can not allow lints for itself.
pub fn emit(api: &ir::Api) -> TokenStream {
    let allowed = allowed();
    let client = client::client(api);
    let servers = server::servers(api);
    let table = table::api(api);
    let operations = operation::modules(api);
    let incoming = incoming::module(api, &operation::imports(api));
    let headers = header::module(api, &operation::imports(api));
    let types = types::module(api);
    quote! {
        #[allow(#allowed)]
        mod generated {
            use #RUNTIME as rt;
            #client
            #servers
            #table
            #operations
            #incoming
            #headers
            #types
        }
        #[allow(clippy::restriction, unused_imports, unreachable_pub)]
        pub use generated::*;
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
