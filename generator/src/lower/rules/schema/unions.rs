//! `allOf`, `anyOf`, `oneOf` and `discriminator`.

use crate::diag::Code;
use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::marks;

/// A list of schemas must have one at least.
pub(in super::super) fn empty(map: &mut Map, cx: &mut Cx<'_>) {
    for key in ["allOf", "anyOf", "oneOf", "prefixItems"] {
        if let Some(node) = map.get(key)
            && node.as_array().is_some_and(<[Node]>::is_empty)
        {
            let message = format!("`{key}` lists no schema");
            let fault = cx.member(Code::MALFORMED, key, node.at, message);
            cx.push(fault.help("leave it out").remove());
            map.remove(key);
        }
    }
}

/// A branch that only `null` fits makes the union nullable. The branch stays, so that the others
/// keep their pointers; its own visit marks it `x-restitch-null`.
pub(in super::super) fn nullable(map: &mut Map, _: &mut Cx<'_>) {
    for key in ["anyOf", "oneOf"] {
        let branches = map.get(key).and_then(Node::as_array).unwrap_or_default();
        let null = branches.iter().find(|branch| is_null(branch));
        if let Some(at) = null.map(|branch| branch.at) {
            marks::set(map, "nullable", at);
        }
    }
}

/// Whether a schema that is not lowered yet is one that only `null` fits.
fn is_null(node: &Node) -> bool {
    let is =
        |key: &str, test: fn(&Value) -> bool| node.get(key).is_some_and(|node| test(&node.value));
    let word = |value: &Value| matches!(value, Value::String(word) if word == "null");
    let null = |value: &Value| matches!(value, Value::Null);
    is("const", null)
        || is("type", word)
        || is("type", |value| {
            single(value).is_some_and(|item| item.as_str() == Some("null"))
        })
        || is("enum", |value| {
            single(value).is_some_and(|item| item.value == Value::Null)
        })
}

/// The only item of an array.
fn single(value: &Value) -> Option<&Node> {
    match value {
        Value::Array(items) => match items.as_slice() {
            [item] => Some(item),
            _ => None,
        },
        _ => None,
    }
}

/// A discriminator that names no property tells nothing apart: it is carried, and reported where
/// it is visited.
pub(in super::super) fn discriminator(map: &mut Map, _: &mut Cx<'_>) {
    let usable = map
        .get("discriminator")
        .is_none_or(|node| match &node.value {
            Value::Object(map) => map.has("propertyName"),
            Value::String(_) => true,
            _ => false,
        });
    if !usable {
        marks::carry(map, "discriminator");
    }
}
