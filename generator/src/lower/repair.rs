//! What a value of the wrong JSON type can only have meant.

use crate::grammar::{Kind, Plain, Shape, Takes};
use crate::tree::{Map, Node, Value};

use super::number::{as_integer, is_json_number};

/// Whether a value has the JSON type that its key takes. What stands where one object should be
/// is looked at when that object is visited.
pub(super) fn fits(takes: Takes, node: &Node) -> bool {
    match takes {
        Takes::Shape(Shape::One(Kind::Schema)) if flag_text(node).is_some() => false,
        Takes::Shape(Shape::One(_)) => !matches!(node.value, Value::Null),
        Takes::Shape(Shape::List(_)) => matches!(node.value, Value::Array(_)),
        Takes::Shape(Shape::Map(_)) => matches!(node.value, Value::Object(_)),
        Takes::Plain(plain) => fits_plain(plain, &node.value),
    }
}

fn fits_plain(plain: Plain, value: &Value) -> bool {
    match plain {
        Plain::Any => true,
        Plain::Text => is_text(value),
        Plain::Flag => matches!(value, Value::Bool(_)),
        Plain::Count => match value {
            // `1e400` is a count too, if an odd one: the rule for counts carries it.
            Value::Number(text) => as_integer(text).map_or(!text.contains(['-', '.']), |n| n >= 0),
            _ => false,
        },
        Plain::Number => matches!(value, Value::Number(_)),
        Plain::Texts => match value {
            Value::Array(items) => items.iter().all(|item| is_text(&item.value)),
            _ => false,
        },
        Plain::TextMap => match value {
            Value::Object(map) => map.iter().all(|entry| is_text(&entry.node.value)),
            _ => false,
        },
        Plain::TextLists => match value {
            Value::Object(map) => map
                .iter()
                .all(|entry| fits_plain(Plain::Texts, &entry.node.value)),
            _ => false,
        },
        Plain::Items => matches!(value, Value::Array(_)),
        Plain::Object => matches!(value, Value::Object(_)),
        Plain::Type => match value {
            Value::String(_) => true,
            Value::Array(items) => items.iter().all(|item| is_text(&item.value)),
            _ => false,
        },
        Plain::Bound => matches!(value, Value::Bool(_) | Value::Number(_)),
    }
}

fn is_text(value: &Value) -> bool {
    matches!(value, Value::String(_))
}

/// The value that was meant, where there is no doubt about it.
pub(super) fn repaired(takes: Takes, node: &Node) -> Option<Value> {
    match takes {
        Takes::Shape(Shape::List(kind)) => as_list(kind, node),
        Takes::Shape(Shape::Map(_)) => empty_object(&node.value),
        Takes::Shape(Shape::One(_)) => flag_text(node).map(Value::Bool),
        Takes::Plain(plain) => repaired_plain(plain, node),
    }
}

fn repaired_plain(plain: Plain, node: &Node) -> Option<Value> {
    match plain {
        Plain::Text => scalar_text(&node.value).map(Value::String),
        Plain::Flag => flag_text(node).map(Value::Bool),
        Plain::Count => number_text(node).filter(|value| fits_plain(Plain::Count, value)),
        Plain::Number => number_text(node),
        Plain::Bound => flag_text(node)
            .map(Value::Bool)
            .or_else(|| number_text(node)),
        Plain::Texts => match &node.value {
            Value::Array(items) => texts(items, scalar_text),
            Value::Object(map) if map.is_empty() => Some(Value::Array(Vec::new())),
            // `security: [{token: }]` asks for the token, without scopes.
            Value::Null => Some(Value::Array(Vec::new())),
            _ => Some(single(Node::new(
                Value::String(scalar_text(&node.value)?),
                node.at,
            ))),
        },
        Plain::Type => match &node.value {
            Value::Array(items) => texts(items, type_text),
            _ => None,
        },
        Plain::TextMap => match &node.value {
            Value::Object(map) => text_map(map),
            other => empty_object(other),
        },
        Plain::Items => match &node.value {
            Value::Object(_) => None,
            _ => Some(single(node.clone())),
        },
        Plain::Object | Plain::TextLists => empty_object(&node.value),
        Plain::Any => None,
    }
}

/// A number or boolean whose quotes were forgotten.
pub(super) fn scalar_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) | Value::Number(text) => Some(text.clone()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// In a list of types, a `null` without quotes is the type.
fn type_text(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some("null".to_owned()),
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// `"true"` or `"false"`, or a word of YAML 1.1 for them.
fn flag_text(node: &Node) -> Option<bool> {
    match node.as_str()? {
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Some(true),
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => Some(false),
        _ => None,
    }
}

/// A number in quotes.
pub(super) fn number_text(node: &Node) -> Option<Value> {
    let text = node.as_str().filter(|text| is_json_number(text))?;
    Some(Value::Number(text.to_owned()))
}

fn texts(items: &[Node], read: fn(&Value) -> Option<String>) -> Option<Value> {
    let text = |item: &Node| Some(Node::new(Value::String(read(&item.value)?), item.at));
    let items: Option<Vec<_>> = items.iter().map(text).collect();
    items.map(Value::Array)
}

/// An object whose values are strings; `null` stands for an empty one (`scopes: {read: }`).
fn text_map(map: &Map) -> Option<Value> {
    let mut map = map.clone();
    for entry in &mut map {
        let text = match &entry.node.value {
            Value::Null => String::new(),
            other => scalar_text(other)?,
        };
        entry.node.value = Value::String(text);
    }
    Some(Value::Object(map))
}

/// PHP and Lua write an empty map as an empty array.
fn empty_object(value: &Value) -> Option<Value> {
    match value {
        Value::Array(items) if items.is_empty() => Some(Value::Object(Map::default())),
        _ => None,
    }
}

/// An empty object for an empty list; a single object where a list of such is short.
fn as_list(kind: Kind, node: &Node) -> Option<Value> {
    match &node.value {
        Value::Object(map) if map.is_empty() => Some(Value::Array(Vec::new())),
        Value::Object(_) if matches!(kind, Kind::Server | Kind::SecurityRequirement) => {
            Some(single(node.clone()))
        }
        Value::Object(map) if kind == Kind::Parameter && (map.has("in") || map.has("$ref")) => {
            Some(single(node.clone()))
        }
        _ => None,
    }
}

fn single(node: Node) -> Value {
    Value::Array(vec![node])
}
