//! From the intermediate representation to Rust tokens.

use proc_macro2::TokenStream;

use crate::ir;

/// The whole generated file: `mod generated { .. } pub use generated::*;`.
pub fn emit(api: &ir::Api) -> TokenStream {
    let _ = api;
    TokenStream::new()
}
