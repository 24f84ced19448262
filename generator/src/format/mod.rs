//! From tokens to text.

use proc_macro2::TokenStream;

/// Text for a compiler, and for people who look: one item, field or statement a line.
pub fn plain(tokens: TokenStream) -> String {
    TokenStream::from_iter(tokens).to_string()
}

/// Text for people: as rustfmt would have it, blank lines between items.
#[cfg(feature = "pretty")]
pub fn pretty(tokens: TokenStream) -> String {
    TokenStream::from_iter(tokens).to_string()
}
