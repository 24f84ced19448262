//! `minimum`, `maximum`, `multipleOf` and their exclusive forms.

use std::cmp::Ordering;

use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::marks;
use super::super::super::number::{as_float, as_integer, compare};
use super::super::super::version::Version;
use super::type_of;

/// The inclusive bound, the exclusive one, and how a bound compares to a looser one.
const PAIRS: [(&str, &str, Ordering); 2] = [
    ("minimum", "exclusiveMinimum", Ordering::Greater),
    ("maximum", "exclusiveMaximum", Ordering::Less),
];

/// `exclusiveMinimum: 5` to `minimum: 5, exclusiveMinimum: true`; of two bounds the tighter stays.
pub(in super::super) fn exclusive(map: &mut Map, cx: &mut Cx<'_>) {
    for (inclusive, exclusive, tighter) in PAIRS {
        let Some(node) = map.get(exclusive).cloned() else {
            continue;
        };
        match &node.value {
            Value::Bool(_) if cx.version > Version::V30 => {
                let what = format!("`{exclusive}` as a boolean");
                cx.other_version(Some(exclusive), node.at, &what, Version::V30);
            }
            Value::Number(bound) => {
                if cx.version == Version::V30 {
                    let what = format!("`{exclusive}` as a number");
                    cx.other_version(Some(exclusive), node.at, &what, Version::V31);
                }
                let at = node.at;
                if number(map, inclusive).and_then(|other| compare(other, bound)) == Some(tighter) {
                    // Implied by the inclusive bound.
                    map.remove(exclusive);
                } else {
                    marks::set(map, exclusive, at);
                    map.set(inclusive, node);
                }
            }
            _ => {}
        }
    }
}

/// Bounds of integers as integers that fit `i64`, which is all that the reader takes for them;
/// others are carried, and so is what no float can hold.
pub(in super::super) fn exact(map: &mut Map, _: &mut Cx<'_>) {
    let integer = type_of(map) == Some("integer");
    for key in ["minimum", "maximum", "multipleOf"] {
        let Some(text) = number(map, key) else {
            continue;
        };
        let whole = as_integer(text).and_then(|value| i64::try_from(value).ok());
        match whole {
            Some(value) if integer => {
                let text = value.to_string();
                if let Some(node) = map.get_mut(key) {
                    node.value = Value::Number(text);
                }
            }
            _ if integer || as_float(text).is_none() => {
                marks::carry(map, key);
            }
            _ => {}
        }
    }
}

/// The text of a number at a key.
fn number<'a>(map: &'a Map, key: &str) -> Option<&'a str> {
    match map.get(key).map(|node: &Node| &node.value) {
        Some(Value::Number(text)) => Some(text),
        _ => None,
    }
}
