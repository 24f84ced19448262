//! The printer of the command line and of snapshots: syn and prettyplease, with two things of
//! ours. Bodies of macro calls in braces are printed as tables, where prettyplease would fill
//! lines with them; and there are empty lines between items.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use super::plain;

/// Text for people: as rustfmt would have it, blank lines between items. What syn can not read,
/// which is a fault of ours, is printed plain, so that it can be looked at.
pub fn pretty(tokens: TokenStream) -> String {
    let mut bodies = Vec::new();
    let outline = without_bodies(tokens.clone(), 0, &mut bodies);
    match syn::parse2(outline) {
        Ok(file) => spaced(&with_bodies(&prettyplease::unparse(&file), &bodies)),
        Err(_) => plain::plain(tokens),
    }
}

/// The tokens with a placeholder for each body in braces of a macro call.
fn without_bodies(tokens: TokenStream, depth: usize, bodies: &mut Vec<String>) -> TokenStream {
    let mut after_bang = false;
    let replace = |token: TokenTree| {
        let bang = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '!');
        let is_macro = std::mem::replace(&mut after_bang, bang);
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let inner = if is_macro {
                    bodies.push(plain::macro_body(group.stream(), depth));
                    TokenTree::from(Ident::new(PLACEHOLDER, Span::call_site())).into()
                } else {
                    without_bodies(group.stream(), depth + 1, bodies)
                };
                TokenTree::from(Group::new(Delimiter::Brace, inner))
            }
            other => other,
        }
    };
    tokens.into_iter().map(replace).collect()
}

/// Stands alone on a line between those of the braces; nothing else that is printed does.
const PLACEHOLDER: &str = "__restitch_macro_body";

fn with_bodies(text: &str, bodies: &[String]) -> String {
    let mut bodies = bodies.iter();
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() != PLACEHOLDER {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        // From `rt::record! {` and a line end back to before the brace.
        out.truncate(out.trim_end_matches(['{', '\n']).len());
        out.push_str(bodies.next().map_or("{}", String::as_str));
        out.push('\n');
        lines.next();
    }
    out
}

/// The text with an empty line between items of more than one line.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = "";
    for line in text.lines() {
        if ends_item(before) && starts_item(line) && indentation(before) == indentation(line) {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        before = line;
    }
    out
}

fn ends_item(line: &str) -> bool {
    line.ends_with(['}', ';'])
}

fn starts_item(line: &str) -> bool {
    const STARTS: [&str; 7] = ["///", "#[", "pub ", "impl ", "static ", "mod ", "rt::"];
    let line = line.trim_start();
    STARTS.iter().any(|start| line.starts_with(start))
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
