//! The printer of the command line and of snapshots: syn and prettyplease, with two things of
//! ours. Bodies of macro calls in braces are printed as tables, where prettyplease would fill
//! lines with them; and there are empty lines between items.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use super::plain;
use crate::emit::Part;

/// Text for people: as rustfmt would have it, blank lines between items.
pub fn pretty(parts: impl IntoIterator<Item = Part>) -> String {
    let mut page = Page::default();
    for part in parts {
        match part {
            Part::Items(tokens) => page.lines(&items(tokens, page.depth)),
            Part::Open(head) => {
                let body = Group::new(Delimiter::Brace, TokenStream::new());
                let module = head.into_iter().chain([TokenTree::from(body)]);
                let text = items(module.collect(), page.depth);
                page.lines(text.trim_end().trim_end_matches('}'));
                page.depth += 1;
            }
            Part::Close => {
                page.depth = page.depth.saturating_sub(1);
                let end = format!("{}}}", "    ".repeat(page.depth));
                page.line(&end);
            }
        }
    }
    page.text
}

/// Items that stand so deep in modules. What syn can not read, which is a fault of ours, is printed
/// plain, so that it can be looked at.
fn items(tokens: TokenStream, depth: usize) -> String {
    let mut bodies = Vec::new();
    let outline = without_bodies(tokens.clone(), depth, &mut bodies);
    // In modules, since how deep it stands decides where a line is broken.
    let wrapped = (0..depth).fold(outline, |inner, _| {
        let word = |word| TokenTree::from(Ident::new(word, Span::call_site()));
        let body = Group::new(Delimiter::Brace, inner);
        [word("mod"), word("m"), body.into()].into_iter().collect()
    });
    match syn::parse2(wrapped) {
        Ok(file) => {
            let text = prettyplease::unparse(&file);
            let lines: Vec<&str> = text.lines().collect();
            let inner = lines.get(depth..lines.len().saturating_sub(depth));
            with_bodies(inner.unwrap_or_default(), &bodies)
        }
        Err(_) => plain::items(tokens, depth),
    }
}

/// The tokens with a placeholder for the body of each macro call.
fn without_bodies(tokens: TokenStream, depth: usize, bodies: &mut Vec<String>) -> TokenStream {
    let mut after_bang = false;
    let replace = |token: TokenTree| {
        let bang = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '!');
        let is_macro = std::mem::replace(&mut after_bang, bang);
        match token {
            TokenTree::Group(group) if is_macro => {
                bodies.push(plain::macro_body(&group, depth));
                let placeholder = TokenTree::from(Ident::new(PLACEHOLDER, Span::call_site()));
                TokenTree::from(Group::new(group.delimiter(), placeholder.into()))
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let inner = without_bodies(group.stream(), depth + 1, bodies);
                TokenTree::from(Group::new(Delimiter::Brace, inner))
            }
            other => other,
        }
    };
    tokens.into_iter().map(replace).collect()
}

/// Stands for the body of a macro call.
const PLACEHOLDER: &str = "__restitch_macro_body";

/// Where a placeholder stands in a line.
enum Place<'a> {
    /// In braces, alone on its line.
    Braces,
    /// In other brackets, behind the path and before the end of the line.
    Inline(&'a str, &'a str),
}

/// Finds the placeholder. Text of the document may hold the same word; but it stands in quotes or
/// behind slashes, and neither can stand before a placeholder.
fn placeholder(line: &str) -> Option<Place<'_>> {
    if line.trim_start() == PLACEHOLDER {
        return Some(Place::Braces);
    }
    let (call, inner) = line.split_once('!')?;
    let plain = |char: char| char.is_alphanumeric() || matches!(char, '_' | ':');
    let inner = inner.strip_prefix(['(', '['])?.strip_prefix(PLACEHOLDER)?;
    let after = inner.strip_prefix([')', ']'])?;
    let path = &line[..=call.len()];
    call.trim_start()
        .chars()
        .all(plain)
        .then_some(Place::Inline(path, after))
}

fn with_bodies(lines: &[&str], bodies: &[String]) -> String {
    let mut bodies = bodies.iter().map(String::as_str);
    let mut out = String::new();
    let mut lines = lines.iter();
    while let Some(line) = lines.next() {
        match placeholder(line) {
            Some(Place::Braces) => {
                // From `rt::union! {` and a line end back to before the brace, and over `}`.
                out.truncate(out.trim_end_matches(['{', '\n']).len());
                out.push_str(bodies.next().unwrap_or_default());
                lines.next();
            }
            Some(Place::Inline(before, after)) => {
                out.push_str(before);
                out.push_str(bodies.next().unwrap_or_default());
                out.push_str(after);
            }
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

/// The text so far.
#[derive(Default)]
struct Page {
    text: String,
    /// Where its last line starts.
    last: usize,
    /// How many modules are open.
    depth: usize,
}

impl Page {
    fn lines(&mut self, text: &str) {
        text.lines().for_each(|line| self.line(line));
    }

    /// Adds a line, after an empty one where both belong to items of more than one line.
    fn line(&mut self, line: &str) {
        let before = self.text.get(self.last..).unwrap_or_default();
        let before = before.strip_suffix('\n').unwrap_or_default();
        if ends_item(before) && starts_item(line) && indentation(before) == indentation(line) {
            self.text.push('\n');
        }
        self.last = self.text.len();
        self.text.push_str(line);
        self.text.push('\n');
    }
}

fn ends_item(line: &str) -> bool {
    line.ends_with(['}', ';']) && !line.trim_start().starts_with("//")
}

fn starts_item(line: &str) -> bool {
    const STARTS: [&str; 7] = ["///", "#[", "pub ", "impl ", "static ", "mod ", "rt::"];
    let line = line.trim_start();
    STARTS.iter().any(|start| line.starts_with(start))
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
