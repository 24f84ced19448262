//! Code as text, which is read as one writes it.
//!
//! It names the runtime as generated code does, `rt`, and nothing that is not below that: paths cost
//! rustc by their length, and a type of the document may have any name of the prelude's. Every
//! function is `#[inline]` but what is generic, which is compiled where it is used anyway: so the
//! crate of a client compiles none of them to machine code.

use proc_macro::{Span, TokenStream};

use crate::fault::Fault;

/// Text that is code.
#[derive(Default)]
pub(crate) struct Code(String);

impl Code {
    /// Each part as it is.
    pub(crate) fn all(&mut self, parts: &[&str]) {
        for part in parts {
            self.0.push_str(part);
        }
    }

    /// The text with `name` for each `$`.
    pub(crate) fn put(&mut self, text: &str, name: &str) {
        let mut parts = text.split('$');
        self.0.push_str(parts.next().unwrap_or_default());
        for part in parts {
            self.0.push_str(name);
            self.0.push_str(part);
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn tokens(&self) -> TokenStream {
        // It is made of tokens and of what stands in this crate, so rustc can read it.
        let unread = |_| Fault::new("what is derived can not be read", Span::call_site());
        let tokens = self.0.parse().map_err(unread);
        tokens.unwrap_or_else(Fault::into_tokens)
    }
}
