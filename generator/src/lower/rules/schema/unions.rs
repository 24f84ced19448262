//! `allOf`, `anyOf`, `oneOf` and `discriminator`.

use crate::diag::{Code, Diagnostic};
use crate::grammar::is_nullable;
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

/// A branch beside others that says nothing but `nullable: true` is there for `null`, though any value
/// fits it: what has no type is not made nullable. schemars writes `Option` so in 3.0.
pub(in super::super) fn bare_nullable(map: &mut Map, cx: &mut Cx<'_>) {
    for key in ["anyOf", "oneOf"] {
        let Some(Value::Array(branches)) = map.get_mut(key).map(|node| &mut node.value) else {
            continue;
        };
        if branches.len() < 2 || branches.iter().all(is_bare_nullable) {
            continue;
        }
        for (index, branch) in (0..).zip(branches) {
            if !is_bare_nullable(branch) {
                continue;
            }
            let at = branch.at;
            if let Some(branch) = branch.as_map_mut() {
                marks::set(branch, marks::NULL, at);
            }
            if cx.first_time("a branch that is nullable alone".to_owned()) {
                let pointer = cx.pointer.child(key).item(index);
                let message = "any value fits a branch of `nullable: true` alone; it is read as \
                               `null` (said once)";
                let note = Diagnostic::new(Code::IMPLIED_TYPE, message, pointer, Some(at));
                cx.push(note.help("`nullable: true` beside the branches says the same"));
            }
        }
    }
}

fn is_bare_nullable(node: &Node) -> bool {
    let Some(map) = node.as_map() else {
        return false;
    };
    let is_text = |key: &str| matches!(key, "title" | "description") || key.starts_with("x-");
    is_nullable(map)
        && map
            .iter()
            .all(|entry| entry.key == "nullable" || is_text(&entry.key))
}

/// Whether a schema that is not lowered yet is one that only `null` fits.
fn is_null(node: &Node) -> bool {
    let is =
        |key: &str, test: fn(&Value) -> bool| node.get(key).is_some_and(|node| test(&node.value));
    let word = |value: &Value| matches!(value, Value::String(word) if word == "null");
    let null = |value: &Value| matches!(value, Value::Null);
    node.get(marks::NULL).is_some()
        || is("const", null)
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
