//! Values of the document compared as JSON compares them.

use std::fmt::Write;

use crate::order::sort_by;
use crate::tree::Value;

use super::number::as_integer;

/// A value as text that equal values share: members sorted, integers written one way. Recursion
/// ends where the limit of `load` on depth does.
pub(super) fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(text) => match as_integer(text) {
            Some(integer) => out.push_str(&integer.to_string()),
            None => out.push_str(text),
        },
        Value::String(text) => quoted(text, out),
        Value::Array(items) => {
            out.push('[');
            for item in items {
                write(&item.value, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            sort_by(&mut entries, |a, b| a.key.cmp(&b.key));
            out.push('{');
            for entry in entries {
                quoted(&entry.key, out);
                write(&entry.node.value, out);
                out.push(',');
            }
            out.push('}');
        }
    }
}

fn quoted(text: &str, out: &mut String) {
    // Writing to a string does not fail.
    let _ = write!(out, "{text:?}");
}
