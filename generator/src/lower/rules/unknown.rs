use crate::diag::{Code, distance, is_slip};
use crate::grammar::{Field, Kind, Shape, Takes};
use crate::tree::{Map, Node};

use super::super::cx::Cx;

/// Finds keys that are neither `OpenAPI`'s nor extensions: they stay, and nothing reads them. One
/// that is nearly a known key is a mistake that costs what was meant. Any other is noted once for
/// each kind of object, since who writes one writes it everywhere.
pub(super) fn note(kind: Kind, map: &Map, cx: &mut Cx<'_>) {
    if kind.fields().is_empty() {
        // Its keys are names, and the rules of the kind judge them.
        return;
    }
    for entry in map {
        let key = &entry.key;
        if key.starts_with("x-") || kind.field(key).is_some() {
            continue;
        }
        if key == "$ref" {
            // `reference::object` has it.
            continue;
        }
        let noun = kind.noun();
        let known = kind.fields().iter().find(|field| is_slip(field.key, key));
        let known = known.or_else(|| method(kind, &entry.node, key));
        if let Some(known) = known {
            let message = format!("`{key}` means nothing in {noun}; it is ignored");
            let fault = cx.member(Code::MISSPELT_KEY, key, entry.at, message);
            let help = format!("did you mean `{}`?", known.key);
            cx.push(fault.help(help).rename(known.key));
        } else if cx.first_time(format!("{kind:?} {key}")) {
            let message = format!("`{key}` means nothing in {noun}; it is ignored (said once)");
            let note = cx.member(Code::UNKNOWN_KEY, key, entry.at, message);
            cx.push(note);
        }
    }
}

/// The method that was meant by a key of a path item that holds an operation: methods are short, and
/// a slip costs all that stands there.
fn method(kind: Kind, node: &Node, key: &str) -> Option<&'static Field> {
    if kind != Kind::PathItem || node.get("responses").is_none() {
        return None;
    }
    let operation = Takes::Shape(Shape::One(Kind::Operation));
    let methods = kind
        .fields()
        .iter()
        .filter(|field| field.takes == operation);
    let near = methods.map(|field| (distance(field.key, key), field));
    let near = near.filter(|(distance, _)| *distance <= 2);
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, field)| field)
}
