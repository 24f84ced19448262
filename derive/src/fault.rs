//! What is wrong with a type, and where.

use proc_macro::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// A mistake, which rustc shows at its place.
pub(crate) struct Fault {
    text: &'static str,
    at: Span,
}

impl Fault {
    pub(crate) fn new(text: &'static str, at: Span) -> Self {
        Self { text, at }
    }

    /// `compile_error!` with the text.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let text = TokenStream::from(TokenTree::from(Literal::string(self.text)));
        let tokens: [TokenTree; 4] = [
            Ident::new("compile_error", self.at).into(),
            Punct::new('!', Spacing::Alone).into(),
            Group::new(Delimiter::Parenthesis, text).into(),
            Punct::new(';', Spacing::Alone).into(),
        ];
        let tokens = tokens.into_iter().map(|mut token| {
            token.set_span(self.at);
            token
        });
        tokens.collect()
    }
}
