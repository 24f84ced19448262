//! Values of the document as JSON text, for people to read.

use crate::tree::{Node, Value};

/// Longer values end in dots.
const MOST: usize = 200;

/// A value as JSON on one line, cut where it gets long.
pub(super) fn text(node: &Node) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

/// Recursion ends where the limit of `load` on depth does, and little after the text is long.
fn write(node: &Node, out: &mut String) {
    if out.len() > MOST {
        return;
    }
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(text) => out.push_str(text),
        Value::String(text) => out.push_str(&quoted(text)),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().take(MOST).enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(map) => {
            out.push('{');
            for (index, entry) in map.iter().take(MOST).enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                out.push_str(&quoted(&entry.key));
                out.push_str(": ");
                write(&entry.node, out);
            }
            out.push('}');
        }
    }
}

/// Strings of JSON always have a text.
fn quoted(text: &str) -> String {
    let text: String = text.chars().take(MOST).collect();
    serde_json::to_string(&text).unwrap_or_default()
}
