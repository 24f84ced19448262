//! Values that say what holds without them.

use crate::grammar::Kind;
use crate::tree::{Map, Node, Value};

/// Whether a value says nothing that would not hold if it were left out.
pub(super) fn is_restated(kind: Kind, key: &str, node: &Node, holder: &Map) -> bool {
    match &node.value {
        Value::Bool(value) => flag(kind, key, *value, holder),
        Value::String(text) => text_is(kind, key, text, holder),
        Value::Number(text) => number(kind, key, text),
        Value::Array(items) => items.is_empty() && empty(kind, key) || is_idle(kind, key, holder),
        Value::Object(map) => map.is_empty() && empty(kind, key),
        Value::Null => false,
    }
}

/// Whether it is said of the properties of values that have none.
fn is_idle(kind: Kind, key: &str, holder: &Map) -> bool {
    let word = holder.get("type").and_then(Node::as_str);
    let has_none = matches!(word, Some("string" | "integer" | "number" | "boolean"))
        || word == Some("array") && !holder.has("properties");
    kind == Kind::Schema && key == "required" && has_none
}

fn flag(kind: Kind, key: &str, value: bool, holder: &Map) -> bool {
    match (kind, key) {
        (Kind::Parameter, "required") if is_in_path(holder) => value,
        (
            _,
            "required" | "deprecated" | "allowReserved" | "allowEmptyValue" | "nullable"
            | "readOnly" | "writeOnly" | "uniqueItems" | "exclusiveMinimum" | "exclusiveMaximum",
        ) => !value,
        (Kind::Parameter | Kind::Header, "explode") => {
            let style = holder.get("style").and_then(Node::as_str);
            let place = holder.get("in").and_then(Node::as_str);
            let is_form = match style {
                Some(style) => style == "form",
                None => matches!(place, Some("query" | "cookie")),
            };
            value == is_form
        }
        (Kind::Encoding, "explode") => {
            let style = holder.get("style").and_then(Node::as_str);
            value == matches!(style, None | Some("form"))
        }
        (Kind::Schema, "additionalProperties" | "unevaluatedProperties") => {
            value && (holder.has("properties") || holder.has("type"))
        }
        _ => false,
    }
}

/// A path parameter is required whether it says so or not.
fn is_in_path(holder: &Map) -> bool {
    holder.get("in").and_then(Node::as_str) == Some("path")
}

fn text_is(kind: Kind, key: &str, text: &str, holder: &Map) -> bool {
    if kind == Kind::Discriminator && key == "mapping" {
        return false;
    }
    let word = |key: &str| holder.get(key).and_then(Node::as_str);
    match (kind, key) {
        (_, "description" | "summary" | "title") => text.trim().is_empty(),
        (Kind::Parameter | Kind::Header, "style") => match word("in") {
            Some("query" | "cookie") => text == "form",
            _ => text == "simple",
        },
        (Kind::Schema, "type") => implies(holder, text),
        (Kind::Schema, "format") => match word("type") {
            Some("integer") => text == "int64",
            Some("number") => matches!(text, "double" | "float"),
            _ => false,
        },
        _ => false,
    }
}

/// Whether the keywords beside `type` say it too.
fn implies(holder: &Map, word: &str) -> bool {
    let has = |keys: &[&str]| keys.iter().any(|key| holder.has(key));
    let is_empty = |key: &str| {
        let map = holder.get(key).and_then(Node::as_map);
        map.is_none_or(Map::is_empty)
    };
    let is_object = !is_empty("properties") || has(&["additionalProperties", "patternProperties"]);
    match word {
        "object" => is_object,
        "array" => !is_object && has(&["items", "prefixItems"]),
        _ => {
            let values = holder.get("enum").and_then(Node::as_array);
            let is_one = |node: &Node| match (&node.value, word) {
                (Value::String(_), "string") | (Value::Bool(_), "boolean") => true,
                (Value::Number(text), "integer") => text.parse::<i64>().is_ok(),
                (Value::Number(text), "number") => text.parse::<i64>().is_err(),
                _ => false,
            };
            let is_single = holder.get("const").is_some_and(is_one);
            !is_object
                && !has(&["items", "prefixItems", "format", "pattern"])
                && (is_single
                    || values.is_some_and(|values| !values.is_empty() && values.iter().all(is_one)))
        }
    }
}

fn number(kind: Kind, key: &str, text: &str) -> bool {
    const OF_TYPES: [&str; 4] = [
        "-2147483648",
        "2147483647",
        "-9223372036854775808",
        "9223372036854775807",
    ];
    kind == Kind::Schema
        && match key {
            "minLength" | "minItems" | "minProperties" => text == "0",
            "multipleOf" => text == "1",
            "minimum" | "maximum" => OF_TYPES.contains(&text),
            _ => false,
        }
}

fn empty(kind: Kind, key: &str) -> bool {
    match kind {
        Kind::Operation => matches!(key, "parameters" | "tags" | "callbacks"),
        Kind::PathItem => matches!(key, "parameters" | "servers"),
        Kind::Schema => matches!(key, "properties" | "required"),
        Kind::Document => matches!(
            key,
            "tags" | "servers" | "webhooks" | "components" | "paths"
        ),
        Kind::Response => matches!(key, "headers" | "links" | "content"),
        Kind::Components => true,
        _ => false,
    }
}
