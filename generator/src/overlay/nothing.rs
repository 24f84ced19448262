//! What to say of a path that selects nothing.

use serde_json::Value as Json;

use super::path::{self, Path};
use crate::diag::{Code, Diagnostic, clip, distance};

/// So many of the keys that are there are named where none is like the one that is not.
const MOST_KEYS: usize = 5;

/// The error, with the key that was probably meant.
pub(super) fn nothing(path: &Path, image: &Json) -> Diagnostic {
    let message = format!("`{}` selects nothing in the document", clip(&path.text));
    let found = Diagnostic::new(
        Code::NO_TARGET,
        message,
        path.pointer.clone(),
        Some(path.at),
    );
    match help(&path.text, image) {
        Some(help) => found.help(help),
        None => found,
    }
}

fn help(text: &str, image: &Json) -> Option<String> {
    let ends = ends(text);
    let last = ends
        .iter()
        .rposition(|end| !path::select(&text[..*end], image).is_empty())?;
    let (start, end) = (*ends.get(last)?, *ends.get(last + 1)?);
    let holder = clip(&text[..start]);
    let holders = path::select(&text[..start], image);
    let keys = holders.iter().filter_map(|holder| holder.as_object());
    let keys = || keys.clone().flat_map(|map| map.keys().map(String::as_str));
    let Some(name) = name(&text[start..end]) else {
        return Some(format!(
            "`{holder}` is there, and nothing in it is selected"
        ));
    };
    let near = keys().min_by_key(|key| distance(key, name));
    let is_near = |key: &&str| distance(key, name) <= 2.max(name.chars().count() / 3);
    if let Some(key) = near.filter(is_near) {
        return Some(format!("`{holder}` has `{}`; was that meant?", clip(key)));
    }
    let shown: Vec<String> = keys()
        .take(MOST_KEYS)
        .map(|key| format!("`{}`", clip(key)))
        .collect();
    let more = if keys().count() > shown.len() {
        " and more"
    } else {
        ""
    };
    Some(match shown.as_slice() {
        [] => format!("`{holder}` has no keys"),
        _ => format!("`{holder}` has {}{more}", shown.join(", ")),
    })
}

/// Where each segment of a path ends, the `$` first.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut depth, mut quote, mut escaped) = (0_usize, None, false);
    let mut before = '$';
    for (at, c) in text.char_indices() {
        if let Some(open) = quote {
            if !escaped && c == open {
                quote = None;
            }
            escaped = !escaped && c == '\\';
        } else {
            match c {
                '"' | '\'' => quote = Some(c),
                '[' | '(' => {
                    if depth == 0 && c == '[' && before != '.' {
                        ends.push(at);
                    }
                    depth += 1;
                }
                ']' | ')' => depth = depth.saturating_sub(1),
                '.' if depth == 0 && before != '.' => ends.push(at),
                _ => {}
            }
        }
        before = c;
    }
    ends.push(text.len());
    ends
}

/// The one name that a segment selects.
fn name(segment: &str) -> Option<&str> {
    if let Some(name) = segment.strip_prefix('.') {
        return (!name.starts_with(['.', '*'])).then_some(name);
    }
    let inner = segment.strip_prefix('[')?.strip_suffix(']')?.trim();
    let quote = inner.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let name = inner.strip_prefix(quote)?.strip_suffix(quote)?;
    (!name.contains(quote)).then_some(name)
}
