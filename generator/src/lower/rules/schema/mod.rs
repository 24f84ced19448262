//! Schemas: JSON Schema 2020-12 (3.1, 3.2) to the dialect of 3.0.

mod bounds;
mod constant;
mod counts;
mod default;
mod documentation;
mod enumeration;
mod fits;
mod keywords;
mod pattern;
mod ranges;
mod repeats;
mod required;
mod types;
mod unions;

use crate::diag::Code;
use crate::grammar::{Kind, names_a_place};
use crate::tree::{Map, Node, Place, Value};

use super::super::cx::Cx;
use super::{Rule, carry, fill, no_text, reference};

pub(super) use required::flag as before;

/// What is done to a schema, in order: a `$ref` is set apart first, and types are settled before
/// what hangs on them.
pub(super) const RULES: &[Rule] = &[
    reference::schema,
    types::lower,
    constant::lower,
    enumeration::null,
    enumeration::implied_type,
    enumeration::members,
    repeats::check,
    enumeration::misfits,
    bounds::exclusive,
    bounds::exact,
    counts::lower,
    ranges::check,
    ranges::multiple,
    ranges::directions,
    pattern::check,
    default::check,
    unions::empty,
    unions::bare_nullable,
    unions::nullable,
    unions::discriminator,
    keywords::tuple,
    keywords::carried,
    documentation::not_a_number,
    documentation::examples,
    documentation::default_null,
];

/// A discriminator without a property tells nothing apart.
pub(super) fn discriminator(map: &mut Map, cx: &mut Cx<'_>) {
    fill(map, "propertyName", no_text(), true, cx);
    let why = "is not used: a value whose tag names no branch ends in the fallback of the enum";
    carry(map, "defaultMapping", Code::IGNORED_KEYWORD, why, cx);
    for entry in map
        .get("mapping")
        .and_then(Node::as_map)
        .into_iter()
        .flatten()
    {
        if entry.node.as_str().is_some_and(names_a_place) {
            cx.refer("mapping", &entry.node, Kind::Schema);
        }
    }
}

/// The `type` of a schema, once it is settled.
fn type_of(map: &Map) -> Option<&str> {
    map.get("type").and_then(Node::as_str)
}

/// The text and place of a number, carried or not.
fn number<'a>(map: &'a Map, key: &str) -> Option<(&'a str, Place)> {
    let node = map.said(key)?;
    match &node.value {
        Value::Number(text) => Some((text, node.at)),
        _ => None,
    }
}
