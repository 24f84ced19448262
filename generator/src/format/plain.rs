//! The printer of build scripts: one item, field, variant or statement a line, in one pass over
//! the tokens. It knows no syntax beyond brackets, so it can not refuse anything.

use std::fmt::Write as _;
use std::iter::Peekable;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};

use super::doc;
use super::spacing::{self, Last, Next};
use crate::emit::Part;

/// Text for a compiler, and for people who look: one item, field or statement a line.
pub fn plain(parts: impl IntoIterator<Item = Part>) -> String {
    let mut printer = Printer::at(0);
    for part in parts {
        match part {
            Part::Items(tokens) => printer.lines(tokens),
            Part::Open(head) => {
                printer.lines(head);
                printer.start(Next::Open(Delimiter::Brace));
                printer.open();
            }
            Part::Close => {
                printer.close();
                printer.end_line();
            }
        }
    }
    printer.finish()
}

/// Items as at a depth of indentation, without a line end.
#[cfg(feature = "pretty")]
pub(super) fn items(tokens: TokenStream, depth: usize) -> String {
    let mut printer = Printer::at(depth);
    printer.lines(tokens);
    printer.out
}

/// The brackets of a macro call and what stands in them, as at a depth of indentation; without a
/// line end.
#[cfg(feature = "pretty")]
pub(super) fn macro_body(group: &Group, depth: usize) -> String {
    let mut printer = Printer::at(depth);
    printer.fresh = false;
    match group.delimiter() {
        Delimiter::Brace => printer.macro_braces(group.stream()),
        _ => printer.group(group.clone()),
    }
    printer.out
}

struct Printer {
    out: String,
    depth: usize,
    /// Whether the next token starts a line.
    fresh: bool,
    last: Last,
}

impl Printer {
    fn at(depth: usize) -> Self {
        Self {
            out: String::new(),
            depth,
            fresh: true,
            last: Last::Start,
        }
    }

    fn finish(mut self) -> String {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }

    /// What stands between braces or in a file: a line for each part.
    fn lines(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        // Commas between angle brackets do not end a line.
        let mut angles = 0_usize;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    match tokens.next_if(is_bracket) {
                        Some(TokenTree::Group(attribute)) => self.attribute(attribute),
                        _ => self.punct(&punct, &mut tokens),
                    }
                }
                TokenTree::Punct(punct) => {
                    let arrow = matches!(self.last, Last::Joint('-' | '='));
                    match punct.as_char() {
                        '<' => angles += 1,
                        '>' if !arrow => angles = angles.saturating_sub(1),
                        ';' => angles = 0,
                        _ => {}
                    }
                    self.punct(&punct, &mut tokens);
                    if punct.as_char() == ';' || punct.as_char() == ',' && angles == 0 {
                        self.end_line();
                    }
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    let path = self.last == Last::Tight;
                    self.group(group);
                    if !path && !tokens.peek().is_some_and(continues) {
                        self.end_line();
                    }
                }
                other => self.token(other, &mut tokens),
            }
        }
    }

    /// Tokens on one line, but for blocks among them.
    fn inline(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            self.token(token, &mut tokens);
        }
    }

    fn token(&mut self, token: TokenTree, rest: &mut Peekable<IntoIter>) {
        match token {
            TokenTree::Group(group) => self.group(group),
            TokenTree::Punct(punct) => self.punct(&punct, rest),
            TokenTree::Ident(ident) => {
                self.start(Next::Text);
                let from = self.out.len();
                // Writing to a string can not fail.
                let _ = write!(self.out, "{ident}");
                self.last = spacing::word(self.out.get(from..).unwrap_or_default());
            }
            TokenTree::Literal(literal) => {
                self.start(Next::Text);
                let _ = write!(self.out, "{literal}");
                self.last = Last::Literal;
            }
        }
    }

    fn punct(&mut self, punct: &Punct, rest: &mut Peekable<IntoIter>) {
        let (char, joint) = (punct.as_char(), punct.spacing());
        let name_follows = matches!(rest.peek(), Some(TokenTree::Ident(_)));
        self.start(Next::Punct(char, joint, name_follows));
        self.out.push(char);
        // Joint with something that is no punctuation: nothing to keep together but a lifetime.
        let touches = char == '\'' || matches!(rest.peek(), Some(TokenTree::Punct(_)));
        let joint = if touches { joint } else { Spacing::Alone };
        self.last = spacing::after(self.last, char, joint);
    }

    fn attribute(&mut self, attribute: Group) {
        self.start(Next::Text);
        let tokens: Vec<TokenTree> = taken(attribute).into_iter().collect();
        if let Some(text) = doc::comment(&tokens) {
            self.out.push_str("///");
            self.out.push_str(&text);
        } else {
            self.out.push('#');
            self.last = Last::Tight;
            self.group(Group::new(Delimiter::Bracket, tokens.into_iter().collect()));
        }
        self.end_line();
    }

    fn group(&mut self, group: Group) {
        let delimiter = group.delimiter();
        let inner = taken(group);
        let (open, close) = match delimiter {
            Delimiter::Parenthesis => ('(', ')'),
            Delimiter::Bracket => ('[', ']'),
            Delimiter::Brace => return self.braces(inner),
            Delimiter::None => return self.inline(inner),
        };
        self.start(Next::Open(delimiter));
        self.out.push(open);
        self.last = Last::Start;
        self.inline(inner);
        self.out.push(close);
        self.last = Last::Close;
    }

    fn braces(&mut self, inner: TokenStream) {
        let last = self.last;
        self.start(Next::Open(Delimiter::Brace));
        if last == Last::Tight {
            // `use super::{rt, types}`
            self.out.push('{');
            self.last = Last::Start;
            self.inline(inner);
            self.out.push('}');
        } else if inner.is_empty() {
            self.out.push_str("{}");
        } else if last == Last::Bang && has_one_block(inner.clone()) {
            self.macro_braces(inner);
        } else {
            self.block(inner);
        }
        self.last = Last::Close;
    }

    fn block(&mut self, inner: TokenStream) {
        self.open();
        self.lines(inner);
        self.close();
    }

    fn open(&mut self) {
        self.out.push('{');
        self.depth += 1;
        self.end_line();
    }

    /// Ends a block, and leaves it to the caller whether its line.
    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.end_line();
        self.start(Next::Text);
        self.out.push('}');
    }

    /// `{ Name default {` and lines and `} }`.
    fn macro_braces(&mut self, inner: TokenStream) {
        if !has_one_block(inner.clone()) {
            return self.block(inner);
        }
        self.out.push_str("{ ");
        self.last = Last::Start;
        self.inline(inner);
        self.out.push_str(" }");
    }

    /// What comes before a token: a line end and indentation, a space, or nothing.
    fn start(&mut self, next: Next) {
        if self.fresh {
            self.fresh = false;
            if !self.out.is_empty() {
                self.out.push('\n');
            }
            for _ in 0..self.depth {
                self.out.push_str("    ");
            }
        } else if spacing::space(self.last, next) {
            self.out.push(' ');
        }
    }

    fn end_line(&mut self) {
        self.fresh = true;
        self.last = Last::Start;
    }
}

/// What stands in a group. As long as the group has it too, going through it would copy it.
fn taken(group: Group) -> TokenStream {
    let inner = group.stream();
    drop(group);
    inner
}

fn is_bracket(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket)
}

/// Whether a token after a closing brace belongs to its line: `};`, `}.await`, `} else`.
fn continues(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(punct) => matches!(punct.as_char(), ';' | ',' | '.' | '?'),
        TokenTree::Ident(ident) => ident == "else",
        _ => false,
    }
}

fn has_one_block(tokens: TokenStream) -> bool {
    let blocks = tokens.into_iter().filter(
        |token| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace),
    );
    blocks.count() == 1
}
