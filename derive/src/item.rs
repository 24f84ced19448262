//! What structs and enums have alike.

use std::iter::Peekable;

use proc_macro::token_stream::IntoIter;
use proc_macro::{Delimiter, Ident, Span, TokenStream, TokenTree};

use crate::attribute::{Wire, is};
use crate::fault::Fault;

/// A struct or an enum, without parameters.
pub(crate) struct Item {
    pub(crate) wire: Wire,
    pub(crate) name: Ident,
    /// What stands between its braces.
    pub(crate) body: TokenStream,
}

pub(crate) type Tokens = Peekable<IntoIter>;

/// Reads an item that starts with this keyword.
pub(crate) fn read(item: TokenStream, keyword: &str) -> Result<Item, Fault> {
    let mut tokens = item.into_iter().peekable();
    let wire = head(&mut tokens)?;
    let fits = word(&mut tokens).is_some_and(|word| word.to_string() == keyword);
    let name = word(&mut tokens).filter(|_| fits);
    let Some(name) = name else {
        return Err(Fault::new(
            "not what this is derived for",
            Span::call_site(),
        ));
    };
    match tokens.next() {
        Some(TokenTree::Group(body)) if body.delimiter() == Delimiter::Brace => Ok(Item {
            wire,
            name,
            body: body.stream(),
        }),
        _ => Err(Fault::new(
            "expected fields or variants, without parameters",
            name.span(),
        )),
    }
}

/// Attributes and `pub`.
pub(crate) fn head(tokens: &mut Tokens) -> Result<Wire, Fault> {
    let mut wire = Wire::default();
    while tokens.next_if(|token| is(token, '#')).is_some() {
        if let Some(TokenTree::Group(attribute)) = tokens.next() {
            wire.read(attribute.stream())?;
        }
    }
    let is_pub =
        |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word.to_string() == "pub");
    if tokens.next_if(is_pub).is_some() {
        // `pub(crate)`
        tokens.next_if(|token| matches!(token, TokenTree::Group(_)));
    }
    Ok(wire)
}

pub(crate) fn word(tokens: &mut Tokens) -> Option<Ident> {
    match tokens.next()? {
        TokenTree::Ident(word) => Some(word),
        _ => None,
    }
}
