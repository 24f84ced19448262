//! Values as texts, in one of the ways that mean the same.

use std::fmt::Write as _;

use serde_json::Value;

use crate::instance::Choices;

/// The text of a value: any order of keys, spaces, escapes, numbers with an exponent.
pub(crate) fn spell(value: &Value, choices: &mut Choices<'_>) -> String {
    let mut out = String::new();
    write(value, choices, &mut out);
    out
}

fn write(value: &Value, choices: &mut Choices<'_>, out: &mut String) {
    out.push_str(choices.of::<&str>(&["", "", " ", "\n\t"]));
    match value {
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                write(item, choices, out);
            }
            out.push(']');
        }
        Value::Object(entries) => {
            let mut entries: Vec<_> = entries.iter().collect();
            let turn = choices.below(entries.len());
            entries.rotate_left(turn);
            out.push('{');
            for (index, (key, value)) in entries.into_iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                string(key, choices, out);
                out.push_str(choices.of::<&str>(&[":", " : "]));
                write(value, choices, out);
            }
            out.push('}');
        }
        Value::String(text) => string(text, choices, out),
        Value::Number(number) => self::number(&number.to_string(), choices, out),
        other => out.push_str(&other.to_string()),
    }
    out.push_str(choices.of::<&str>(&["", "", "\r\n"]));
}

fn number(text: &str, choices: &mut Choices<'_>, out: &mut String) {
    out.push_str(text);
    if text != "0" && text.bytes().all(|b| b == b'-' || b.is_ascii_digit()) {
        out.push_str(choices.of::<&str>(&["", "", ".0", "e0", "0E-1", ".00e+0"]));
    }
}

fn string(text: &str, choices: &mut Choices<'_>, out: &mut String) {
    if choices.below(4) < 3 {
        out.push_str(&Value::from(text).to_string());
        return;
    }
    out.push('"');
    for unit in text.encode_utf16() {
        write!(out, "\\u{unit:04x}").expect("a String takes all");
    }
    out.push('"');
}
