//! Styles of queries that RFC 6570 does not have: `spaceDelimited`, `pipeDelimited`, `deepObject`.

use super::style::{FORM, joined};
use super::value::{Flat, Value};
use super::{Encode, encoded};

/// `spaceDelimited` and `pipeDelimited`: `name=a%7Cb`. Exploded they are `form`: OpenAPI has no
/// other meaning for them, and swagger-client sends them so.
///
/// # Errors
/// Where a value has the delimiter in it. Encoded or not, the server would take it for two values.
pub(crate) fn delimited(
    name: &str,
    value: Flat,
    explode: bool,
    delimiter: char,
    encode: Encode,
) -> Result<Vec<String>, String> {
    if explode || matches!(value, Flat::Scalar(_)) {
        return Ok(FORM.pieces(name, value, explode, encode));
    }
    let holds = |text: &String| text.contains(delimiter);
    let ambiguous = match &value {
        Flat::Scalar(_) => false,
        Flat::List(items) => items.iter().any(holds),
        Flat::Object(members) => members.iter().any(|(key, text)| holds(key) || holds(text)),
    };
    if ambiguous {
        return Err(format!(
            "it has a {delimiter:?} in a value, where this style would take it for the end of the value"
        ));
    }
    let delimiter = encoded(&delimiter.to_string());
    Ok(vec![format!(
        "{}={}",
        encoded(name),
        joined(value, &delimiter, encode)
    )])
}

/// `deepObject`: `name%5Bkey%5D=value`. What is nested is written as the package `qs` does, which
/// OpenAPI leaves open: `name%5Ba%5D%5Bb%5D=value`, and the items of lists by their index.
pub(crate) fn deep(name: &str, value: Value, encode: Encode) -> Vec<String> {
    let mut pairs = Vec::new();
    walk(&encoded(name), value, encode, &mut pairs);
    pairs
}

fn walk(path: &str, value: Value, encode: Encode, pairs: &mut Vec<String>) {
    match value {
        Value::Undefined => {}
        Value::Scalar(text) => pairs.push(format!("{path}={}", encode.value(&text))),
        Value::List(items) => {
            let items = items.into_iter().filter(|item| *item != Value::Undefined);
            for (index, item) in items.enumerate() {
                walk(&format!("{path}%5B{index}%5D"), item, encode, pairs);
            }
        }
        Value::Object(members) => {
            for (key, value) in members {
                let path = format!("{path}%5B{}%5D", encoded(&key));
                walk(&path, value, encode, pairs);
            }
        }
    }
}
