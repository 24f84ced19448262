//! Schemas: JSON Schema 2020-12 (3.1, 3.2) to the dialect of 3.0.

mod bounds;
mod constant;
mod counts;
mod documentation;
mod enumeration;
mod keywords;
mod required;
mod types;
mod unions;

use crate::grammar::Kind;
use crate::tree::{Map, Node};

use super::super::cx::Cx;
use super::super::marks;
use super::{Rule, fill, no_text, reference};

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
    bounds::exclusive,
    bounds::exact,
    counts::lower,
    unions::empty,
    unions::nullable,
    unions::discriminator,
    keywords::tuple,
    keywords::carried,
    documentation::examples,
    documentation::default_null,
];

/// A discriminator without a property tells nothing apart.
pub(super) fn discriminator(map: &mut Map, cx: &mut Cx<'_>) {
    fill(map, "propertyName", no_text(), true, cx);
    marks::carry(map, "defaultMapping");
    let targets: Vec<_> = map
        .get("mapping")
        .and_then(Node::as_map)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.node.as_str())
        .filter(|target| target.contains('#'))
        .map(str::to_owned)
        .collect();
    for target in targets {
        cx.references.push((target, Kind::Schema));
    }
}

/// The `type` of a schema, once it is settled.
fn type_of(map: &Map) -> Option<&str> {
    map.get("type").and_then(Node::as_str)
}

/// Whether a schema says `nullable: true`.
fn is_nullable(map: &Map) -> bool {
    map.get("nullable").and_then(Node::as_bool) == Some(true)
}
