//! Pointers to `JSONPath` (RFC 9535).

use std::fmt::Write as _;

use crate::tree::{Node, Pointer, Value};

/// One segment: which of the two a token of a pointer is, only the document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Item(usize),
}

/// Goes down by a pointer, and by nothing else than its letter.
pub(super) fn walk<'n>(root: &'n Node, at: &Pointer) -> Option<(Vec<Step>, &'n Node)> {
    let (mut way, mut node) = (Vec::new(), root);
    for token in at.tokens() {
        let step;
        (step, node) = match &node.value {
            Value::Object(map) => (Step::Key(token.to_string()), map.get(&token)?),
            Value::Array(items) => {
                let index: usize = token.parse().ok()?;
                (Step::Item(index), items.get(index)?)
            }
            _ => return None,
        };
        way.push(step);
    }
    Some((way, node))
}

/// The path: `$.paths['/pets'].get.parameters[0]`.
pub(super) fn write(way: &[Step]) -> String {
    let mut out = "$".to_owned();
    for step in way {
        match step {
            Step::Key(key) => out = member(&out, key),
            Step::Item(index) => {
                let _ = write!(out, "[{index}]");
            }
        }
    }
    out
}

/// The path of a member of what a path selects.
pub(super) fn member(path: &str, key: &str) -> String {
    if is_shorthand(key) {
        format!("{path}.{key}")
    } else {
        format!("{path}['{}']", escaped(key))
    }
}

/// Whether a node has so few nodes in it, itself counted.
pub(super) fn is_short(node: &Node, most: usize) -> bool {
    fn left(node: &Node, most: usize) -> Option<usize> {
        let most = most.checked_sub(1)?;
        match &node.value {
            Value::Array(items) => items.iter().try_fold(most, |most, item| left(item, most)),
            Value::Object(map) => map
                .iter()
                .try_fold(most, |most, entry| left(&entry.node, most)),
            _ => Some(most),
        }
    }
    left(node, most).is_some()
}

/// What may stand behind a dot (section 2.5.1.1), of ASCII.
fn is_shorthand(key: &str) -> bool {
    let is_first = |c: char| c.is_ascii_alphabetic() || c == '_';
    key.starts_with(is_first) && key.chars().all(|c| is_first(c) || c.is_ascii_digit())
}

/// A name in single quotes (section 2.3.1.1). Letters and digits of all scripts stay to be read; all
/// else beside ASCII is an escape.
fn escaped(key: &str) -> String {
    let mut out = String::new();
    for c in key.chars() {
        match c {
            '\'' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            ' '..='~' => out.push(c),
            c if c.is_alphanumeric() => out.push(c),
            c => {
                // Not every reader takes a surrogate in lower case.
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04X}");
                }
            }
        }
    }
    out
}
