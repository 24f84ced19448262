//! The frame: visits every object of a fragment, with its kind and pointer, and calls the rules.

use crate::grammar::{Kind, Shape, child};
use crate::tree::{Node, Value};

use super::cx::Cx;
use super::marks::BROKEN;
use super::{members, rules};

/// Visits what should be an object of a kind.
pub(super) fn object(node: &mut Node, kind: Kind, cx: &mut Cx<'_>) {
    if cx.is_done() {
        return;
    }
    cx.at = node.at;
    cx.kind = kind;
    members::check(node, kind, cx);
    let Value::Object(map) = &mut node.value else {
        return;
    };
    rules::apply(kind, map, cx);
    if kind.may_be_reference()
        && let Some(reference) = map.get("$ref")
    {
        cx.refer("$ref", reference, kind);
    }
    for entry in map {
        // `responses` would take the mark for a status.
        if entry.key != BROKEN
            && let Some(shape) = child(kind, &entry.key)
            && !keeps_boolean(&entry.key, &entry.node)
        {
            cx.enter(&entry.key);
            all(&mut entry.node, shape, cx);
            cx.leave();
        }
    }
}

/// Visits every object that stands at a key.
fn all(node: &mut Node, shape: Shape, cx: &mut Cx<'_>) {
    match (&mut node.value, shape) {
        (Value::Array(items), Shape::List(kind)) => {
            for (index, item) in items.iter_mut().enumerate() {
                cx.enter(&index.to_string());
                object(item, kind, cx);
                cx.leave();
            }
        }
        (Value::Object(map), Shape::Map(kind)) => {
            for entry in map {
                // Not `enter`: these keys are names, not keywords.
                cx.pointer.push(&entry.key);
                object(&mut entry.node, kind, cx);
                cx.pointer.pop();
            }
        }
        (_, Shape::One(kind)) => object(node, kind, cx),
        // The container has been checked, and taken out, by the rules of what holds it.
        (_, Shape::List(_) | Shape::Map(_)) => {}
    }
}

/// Keywords whose booleans 3.0 reads too, or that are carried as they are.
fn keeps_boolean(key: &str, node: &Node) -> bool {
    let closes = key.ends_with("additionalProperties")
        || key.ends_with("additionalItems")
        || key.ends_with("unevaluatedItems")
        || key.ends_with("unevaluatedProperties");
    closes && matches!(node.value, Value::Bool(_))
}
