//! Whether a value fits the schema that it stands in, as far as the schema itself says.

use std::cmp::Ordering;

use crate::grammar::is_nullable;
use crate::tree::{Map, Node, Value};

use super::super::super::marks;
use super::super::super::number::{as_float, as_integer, compare};
use super::super::super::value::canonical;
use super::{number, type_of};

/// Why a value does not fit, to go on from 'the value'. Patterns and what other schemas say, by
/// `$ref` or `allOf`, is not looked at.
pub(super) fn misfit(map: &Map, node: &Node) -> Option<String> {
    if matches!(node.value, Value::Null) && is_nullable(map) {
        return None;
    }
    wrong_type(map, node)
        .or_else(|| not_among(map, node))
        .or_else(|| out_of_bounds(map, node))
}

/// The types that a schema says, if any.
fn types(map: &Map) -> Vec<&str> {
    let several = map.get(marks::TYPES).and_then(Node::as_array);
    let several = several.unwrap_or_default().iter().filter_map(Node::as_str);
    type_of(map).into_iter().chain(several).collect()
}

/// Why a value is of none of the types.
pub(super) fn wrong_type(map: &Map, node: &Node) -> Option<String> {
    let types = types(map);
    if types.is_empty() || types.iter().any(|word| is_of(word, &node.value)) {
        return None;
    }
    let (is, types) = (node.kind(), types.join(", "));
    Some(format!("is {is}, and the schema has `type: {types}`"))
}

fn is_of(word: &str, value: &Value) -> bool {
    match (word, value) {
        ("integer", Value::Number(text)) => {
            // Beyond what is counted exactly, a float has no fraction.
            as_integer(text).is_some() || as_float(text).is_none_or(|value| value.abs() > 1e30)
        }
        ("number", Value::Number(_))
        | ("string", Value::String(_))
        | ("boolean", Value::Bool(_))
        | ("array", Value::Array(_))
        | ("object", Value::Object(_)) => true,
        // A word that is no type has been reported, and says nothing.
        (other, _) => !super::types::KNOWN.contains(&other),
    }
}

fn not_among(map: &Map, node: &Node) -> Option<String> {
    let values = map.get("enum").and_then(Node::as_array)?;
    let text = canonical(&node.value);
    let among = values.iter().any(|value| canonical(&value.value) == text);
    let list = if map.has("x-restitch-const") {
        "is not that of `const`"
    } else {
        "is not among those of `enum`"
    };
    (!among).then(|| list.to_owned())
}

fn out_of_bounds(map: &Map, node: &Node) -> Option<String> {
    let (what, size, pair) = match &node.value {
        Value::Number(text) => ("", text.clone(), ["minimum", "maximum"]),
        Value::String(text) => {
            let count = text.chars().count().to_string();
            (" characters", count, ["minLength", "maxLength"])
        }
        Value::Array(items) => {
            let count = items.len().to_string();
            (" items", count, ["minItems", "maxItems"])
        }
        Value::Object(members) => {
            let count = members.len().to_string();
            (" properties", count, ["minProperties", "maxProperties"])
        }
        Value::Null | Value::Bool(_) => return None,
    };
    let beyond = [Ordering::Less, Ordering::Greater];
    let over = pair.into_iter().zip(beyond).find(|(key, beyond)| {
        let Some((bound, _)) = number(map, key) else {
            return false;
        };
        let open = map.get(exclusive(key)).and_then(Node::as_bool) == Some(true);
        match compare(&size, bound) {
            Some(Ordering::Equal) => open,
            other => other == Some(*beyond),
        }
    });
    let (key, _) = over?;
    let (bound, _) = number(map, key)?;
    let is = if what.is_empty() { "is" } else { "has" };
    let open = map.get(exclusive(key)).and_then(Node::as_bool) == Some(true);
    let key = if open { exclusive(key) } else { key };
    Some(format!("{is} {size}{what}, and `{key}` is {bound}"))
}

fn exclusive(key: &str) -> &'static str {
    match key {
        "minimum" => "exclusiveMinimum",
        "maximum" => "exclusiveMaximum",
        _ => "",
    }
}
