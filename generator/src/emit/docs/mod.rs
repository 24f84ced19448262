//! Documentation: from text of the document to `#[doc]` attributes.
//!
//! A description is Markdown that nobody here wrote. It must stay readable, and it must never
//! become a doctest, a script in someone's documentation, or a line that does not compile. So it
//! is not passed on, it is written anew: [`text`] takes out what no comment may hold, [`blocks`]
//! decides what is code and fences that itself, [`prose`] keeps of the rest only what can do no
//! harm. None of the three relies on guessing right what a Markdown reader would make of its input.

mod blocks;
mod prose;
mod text;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::ir::{Docs, Fact, Name, Words};

/// The documentation of one item: paragraphs with empty lines between.
#[derive(Clone, Debug, Default)]
pub(super) struct Doc {
    lines: Vec<String>,
}

impl Doc {
    /// No documentation yet.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// What the document says.
    pub(super) fn of(docs: &Docs) -> Self {
        Self::new().docs(docs)
    }

    /// Adds what the document says.
    pub(super) fn docs(self, docs: &Docs) -> Self {
        self.paragraph(blocks::markdown(&docs.summary))
            .paragraph(blocks::markdown(&docs.description))
            .facts(&docs.facts)
    }

    /// Adds what we say beside it, all in one line.
    fn facts(self, facts: &[Fact]) -> Self {
        let said: Vec<String> = facts.iter().map(sentence).collect();
        if said.is_empty() {
            return self;
        }
        self.line(&said.join(" "))
    }

    /// Adds a paragraph of our own, Markdown as it is.
    pub(super) fn line(self, markdown: &str) -> Self {
        self.paragraph(vec![markdown.to_owned()])
    }

    /// Adds a paragraph that is a piece of code.
    pub(super) fn code(self, code: &str) -> Self {
        self.line(&prose::span(code))
    }

    /// Adds a list of names with what the document says of each; those it says nothing of are
    /// left out.
    pub(super) fn items<'a>(self, items: impl Iterator<Item = (&'a str, &'a Docs)>) -> Self {
        let mut lines = Vec::new();
        for (name, docs) in items {
            let said = Self::of(docs).lines;
            // Two columns in, a line belongs to the item. A fence needs a line of its own.
            match said.split_first() {
                None => {}
                Some((first, rest)) if !first.starts_with("```") => {
                    lines.push(format!("- `{name}`: {first}"));
                    lines.extend(rest.iter().map(|line| indented(line)));
                }
                Some(_) => {
                    lines.extend([format!("- `{name}`:"), String::new()]);
                    lines.extend(said.iter().map(|line| indented(line)));
                }
            }
        }
        self.paragraph(lines)
    }

    /// Adds the wire name, where it is another than the one in Rust.
    pub(super) fn wire(self, name: &Name) -> Self {
        let ident = name.ident.as_str().trim_start_matches("r#");
        if ident == name.wire {
            self
        } else {
            self.code(&name.wire)
        }
    }

    /// Adds the place in the document; always last.
    pub(super) fn pointer(self, pointer: &str) -> Self {
        self.code(pointer)
    }

    /// Text of the document within a line of our own.
    pub(super) fn inline(text: &str) -> String {
        let text = text::clean(text).replace('\n', " ");
        prose::inline(&text, prose::Pipes::Split)
    }

    /// Text of the document as a piece of code within a line of our own.
    pub(super) fn span(code: &str) -> String {
        prose::span(code)
    }

    fn paragraph(mut self, lines: Vec<String>) -> Self {
        if !lines.is_empty() {
            if !self.lines.is_empty() {
                self.lines.push(String::new());
            }
            self.lines.extend(lines);
        }
        self
    }
}

fn sentence(fact: &Fact) -> String {
    let words = fact.words.iter().map(|words| match words {
        Words::Own(text) => text.clone(),
        Words::Quoted(text) => prose::span(text),
    });
    words.collect()
}

fn indented(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!("  {line}")
    }
}

impl ToTokens for Doc {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in &self.lines {
            // The space that stands after `///`.
            let line = if line.is_empty() {
                String::new()
            } else {
                format!(" {line}")
            };
            tokens.extend(quote!(#[doc = #line]));
        }
    }
}
