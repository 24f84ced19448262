//! Actions as YAML that can be put into an overlay as it is.
//!
//! Names and values of a document stand in it, and must neither end a scalar nor steer a terminal:
//! what is not plainly harmless is in double quotes, and what can not be seen is an escape.

use std::fmt::Write as _;

use super::fix::{Action, Change};
use crate::tree::Value;

/// The items of the list `actions`, a line each key.
pub fn block(actions: &[Action]) -> Vec<String> {
    let lines = actions.iter().flat_map(|action| {
        let target = format!("- target: {}", path(&action.target));
        [target, format!("  {}", change(&action.change))]
    });
    lines.collect()
}

/// The same as a list in one line.
pub fn line(actions: &[Action]) -> String {
    let items = actions.iter().map(|action| {
        let mut out = "{target: ".to_owned();
        quoted(&action.target, &mut out);
        let change = match &action.change {
            // In a flow a path needs quotes.
            Change::Copy(from) => {
                let mut text = "copy: ".to_owned();
                quoted(from, &mut text);
                text
            }
            other => change(other),
        };
        format!("{out}, {change}}}")
    });
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// A value in flow style.
pub fn flow(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn change(change: &Change) -> String {
    match change {
        Change::Update(value) => format!("update: {}", flow(value)),
        Change::Copy(from) => format!("copy: {}", path(from)),
        Change::Remove => "remove: true".to_owned(),
    }
}

/// A path on a line of its own: without `#`, `:` and white space nothing in it is YAML's.
fn path(text: &str) -> String {
    let is_harmless = |c: char| c.is_ascii_alphanumeric() || "$._-[]'/{}".contains(c);
    if text.starts_with('$') && text.chars().all(is_harmless) {
        return text.to_owned();
    }
    let mut out = String::new();
    quoted(text, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => {
            let _ = write!(out, "{value}");
        }
        Value::Number(text) => out.push_str(text),
        Value::String(text) => scalar(text, out),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                write(&item.value, out);
            }
            out.push(']');
        }
        Value::Object(map) => {
            out.push('{');
            for (index, entry) in map.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                scalar(&entry.key, out);
                out.push_str(": ");
                write(&entry.node.value, out);
            }
            out.push('}');
        }
    }
}

/// A word stands as it is, unless YAML of some version reads something else than a string in it.
fn scalar(text: &str, out: &mut String) {
    const OTHERS: &[&str] = &[
        "true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf",
    ];
    let is_word = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_word && !OTHERS.contains(&text.to_ascii_lowercase().as_str()) {
        out.push_str(text);
    } else {
        quoted(text, out);
    }
}

/// In double quotes (YAML 1.2, section 5.7), which JSON's are but for characters above U+FFFF.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            ' '..='~' => out.push(c),
            c if c.is_alphanumeric() => out.push(c),
            c if u32::from(c) > 0xffff => {
                let _ = write!(out, "\\U{:08x}", u32::from(c));
            }
            c => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
        }
    }
    out.push('"');
}
