//! Tokens on their way into larger ones.

use std::cell::Cell;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// Tokens that are interpolated once, and moved: of a `TokenStream`, which it borrows, `quote` copies
/// each token, in each `quote!` that it goes through.
pub(super) struct Own(Cell<TokenStream>);

impl From<TokenStream> for Own {
    fn from(tokens: TokenStream) -> Self {
        Self(Cell::new(tokens))
    }
}

impl ToTokens for Own {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.take());
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn it_is_what_it_was_made_of() {
        let fields = ["a", "b"].map(|name| Own::from(quote!(#name: i64)));
        let made = quote!({ #(#fields,)* });
        assert_eq!(
            made.to_string(),
            quote!({ "a": i64, "b": i64, }).to_string()
        );
    }
}
