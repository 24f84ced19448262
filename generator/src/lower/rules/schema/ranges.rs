//! Bounds that leave nothing between them, and the sign of `multipleOf`.

use std::cmp::Ordering;

use crate::diag::{Code, Edit};
use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::number::compare;
use super::number;

const PAIRS: [(&str, &str); 5] = [
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
];

/// Bounds are checked by nobody here, so that contradictory ones cost nothing; but what they say
/// is not what was meant.
pub(in super::super) fn check(map: &mut Map, cx: &mut Cx<'_>) {
    for (low_key, high_key) in PAIRS {
        let (Some((low, low_at)), Some((high, high_at))) =
            (number(map, low_key), number(map, high_key))
        else {
            continue;
        };
        let open = low_key == "minimum" && (excludes(map, "Minimum") || excludes(map, "Maximum"));
        let message = match compare(low, high) {
            Some(Ordering::Greater) => format!("`{low_key}` is {low}, and `{high_key}` {high}"),
            Some(Ordering::Equal) if open => {
                format!("`{low_key}` and `{high_key}` are {low}, and one of them is exclusive")
            }
            _ => continue,
        };
        let fault = cx.member(Code::MALFORMED, high_key, high_at, message);
        let fault = fault.label(low_at, "and this");
        cx.push(fault.help("no value is within both"));
    }
}

fn excludes(map: &Map, bound: &str) -> bool {
    let node = map.get(&format!("exclusive{bound}"));
    node.and_then(Node::as_bool) == Some(true)
}

/// Nothing is a multiple of 0, and a step has no direction.
pub(in super::super) fn multiple(map: &mut Map, cx: &mut Cx<'_>) {
    let Some((text, at)) = number(map, "multipleOf") else {
        return;
    };
    if compare(text, "0") == Some(Ordering::Greater) || compare(text, "0").is_none() {
        return;
    }
    let message = format!("`multipleOf` is {text}; it must be above 0");
    let fault = cx.member(Code::MALFORMED, "multipleOf", at, message);
    cx.push(fault.help("it is left out").remove());
    map.remove("multipleOf");
    map.remove("x-restitch-multipleOf");
}

/// A property that is neither sent nor received would be nowhere.
pub(in super::super) fn directions(map: &mut Map, cx: &mut Cx<'_>) {
    let says = |key: &str| map.get(key).and_then(Node::as_bool) == Some(true);
    if !says("readOnly") || !says("writeOnly") {
        return;
    }
    let at = map.get("writeOnly").map_or(cx.at, |node| node.at);
    let message = "`readOnly` and `writeOnly` exclude each other";
    let fault = cx.member(Code::MALFORMED, "writeOnly", at, message);
    let fault = fault.help("it is read as neither").remove();
    cx.push(fault.edit(Edit::Remove(cx.pointer.child("readOnly"))));
    for key in ["readOnly", "writeOnly"] {
        if let Some(node) = map.get_mut(key) {
            node.value = Value::Bool(false);
        }
    }
}
