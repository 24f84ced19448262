//! From names of the IR to identifiers of quote.

use proc_macro2::{Ident, Span};

use crate::ir;

/// The identifier, raw where the name is. `naming` has seen to it that it is one, so this does
/// not panic.
pub(super) fn ident(name: &ir::Ident) -> Ident {
    match name.as_str().strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name.as_str(), Span::call_site()),
    }
}

/// The name as a link in documentation writes it.
pub(super) fn bare(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
