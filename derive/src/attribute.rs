//! `#[wire(..)]`, of a struct or a field.

use proc_macro::{Ident, Literal, Span, TokenStream, TokenTree};

use crate::case::{CASES, Case};
use crate::fault::Fault;

/// What one attribute says, or several one after the other.
#[derive(Default)]
pub(crate) struct Wire {
    /// `"name"`: the name on the wire, as it stands between the quotes.
    pub(crate) name: Option<String>,
    /// `required`, `optional`, `nullable`, `into`, `rest`.
    pub(crate) words: Vec<Ident>,
    /// `new = ..`, `required = ..`, `rename_all = ..`.
    pub(crate) values: Vec<(Ident, Vec<TokenTree>)>,
}

impl Wire {
    /// Takes in an attribute, what stands between `#[` and `]`; another one than `wire` says nothing.
    pub(crate) fn read(&mut self, attribute: TokenStream) -> Result<(), Fault> {
        let mut tokens = attribute.into_iter();
        let is_wire =
            matches!(tokens.next(), Some(TokenTree::Ident(name)) if name.to_string() == "wire");
        if !is_wire {
            return Ok(());
        }
        let Some(TokenTree::Group(group)) = tokens.next() else {
            return Err(Fault::new("expected `wire(..)`", Span::call_site()));
        };
        let mut tokens = group.stream().into_iter().peekable();
        while let Some(token) = tokens.next() {
            let end = |token: &TokenTree| is(token, ',');
            match token {
                TokenTree::Literal(name) => self.name = Some(quoted(&name)?),
                TokenTree::Ident(word) => {
                    if tokens.next_if(|token| is(token, '=')).is_some() {
                        let value = std::iter::from_fn(|| tokens.next_if(|token| !end(token)));
                        self.values.push((word, value.collect()));
                    } else {
                        self.words.push(word);
                    }
                }
                // A macro wrote it.
                TokenTree::Group(group) => {
                    for token in group.stream() {
                        if let TokenTree::Literal(name) = token {
                            self.name = Some(quoted(&name)?);
                        }
                    }
                }
                TokenTree::Punct(sign) => {
                    return Err(Fault::new("expected a name or a word", sign.span()));
                }
            }
            if let Some(token) = tokens.next_if(|token| !end(token)) {
                return Err(Fault::new("expected a comma", token.span()));
            }
            tokens.next();
        }
        Ok(())
    }

    /// Whether one of the words is this.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.iter().any(|it| it.to_string() == word)
    }

    /// The tokens behind a word and `=`.
    pub(crate) fn value(&self, word: &str) -> Option<&[TokenTree]> {
        let mut values = self.values.iter();
        let found = values.find(|(it, _)| it.to_string() == word);
        found.map(|(_, value)| value.as_slice())
    }

    /// What `rename_all` says, if it says anything.
    pub(crate) fn case(&self) -> Result<Option<Case>, Fault> {
        let Some(value) = self.value("rename_all") else {
            return Ok(None);
        };
        let [TokenTree::Literal(case)] = value else {
            return Err(Fault::new("expected a case in quotes", self.place()));
        };
        let said = quoted(case)?;
        match CASES.iter().find(|(name, _)| *name == said) {
            Some((_, case)) => Ok(Some(*case)),
            None => Err(Fault::new("not a case that `wire` knows", case.span())),
        }
    }

    /// The place of its first value, for what is wrong with one.
    pub(crate) fn place(&self) -> Span {
        let first = self.values.first();
        first.map_or_else(Span::call_site, |(word, _)| word.span())
    }

    /// Refuses a name, where there is nothing to be called by it.
    pub(crate) fn has_no_name(&self) -> Result<(), Fault> {
        match self.name {
            Some(_) => Err(Fault::new(
                "this has no name on the wire",
                Span::call_site(),
            )),
            None => Ok(()),
        }
    }

    /// Refuses what is none of these words.
    pub(crate) fn only(&self, words: &[&str], values: &[&str]) -> Result<(), Fault> {
        let named = self.values.iter().map(|(word, _)| (word, values));
        let all = self.words.iter().map(|word| (word, words)).chain(named);
        for (word, known) in all {
            if !known.contains(&word.to_string().as_str()) {
                return Err(Fault::new(
                    "`wire` does not know this word here",
                    word.span(),
                ));
            }
        }
        Ok(())
    }
}

/// What stands between the quotes of a literal.
fn quoted(literal: &Literal) -> Result<String, Fault> {
    let text = literal.to_string();
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    let inner = inner.map(str::to_owned);
    inner.ok_or_else(|| Fault::new("expected a name in quotes", literal.span()))
}

/// Whether a token is this sign.
pub(crate) fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}
