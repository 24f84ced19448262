//! `examples` and `default`.

use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::marks;
use super::super::super::version::Version;

/// `examples: [a, b]` is carried; its first is the `example`.
pub(in super::super) fn examples(map: &mut Map, cx: &mut Cx<'_>) {
    let Some(node) = map.get("examples") else {
        return;
    };
    let at = node.at;
    let first = node.as_array().and_then(<[Node]>::first).cloned();
    if cx.version == Version::V30 {
        cx.other_version(Some("examples"), at, "`examples` in a schema", Version::V31);
    }
    marks::carry(map, "examples");
    if let Some(first) = first
        && !map.has("example")
    {
        map.set("example", first);
    }
}

/// The reader can not tell `default: null` from no default.
pub(in super::super) fn default_null(map: &mut Map, _: &mut Cx<'_>) {
    if let Some(node) = map.get("default")
        && matches!(node.value, Value::Null)
    {
        let at = node.at;
        map.remove("default");
        marks::set(map, marks::DEFAULT_NULL, at);
    }
}
