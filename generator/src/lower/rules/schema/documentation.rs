//! `examples` and `default`.

use crate::diag::Code;
use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::marks;
use super::super::super::version::Version;

/// An example of a number that is YAML's `.nan` or `.inf`. Examples are documentation, and what else
/// they are is not looked at; no value that is sent can be this one.
pub(in super::super) fn not_a_number(map: &mut Map, cx: &mut Cx<'_>) {
    if !matches!(super::type_of(map), Some("number" | "integer")) {
        return;
    }
    let of = |key: &str, node: &Node| {
        let text = node.as_str().filter(|text| is_no_number(text))?;
        let message = format!("the example is `{text}`, and JSON has no such number");
        Some(cx.member(Code::WRONG_TYPE, key, node.at, message))
    };
    let example = map.get("example").and_then(|node| of("example", node));
    let items = map.get("examples").and_then(Node::as_array);
    let items = items.unwrap_or_default().iter().enumerate();
    let items = items.filter_map(|(index, node)| {
        let mut fault = of("examples", node)?;
        fault.pointer = fault.pointer.item(index);
        Some(fault)
    });
    let found: Vec<_> = example.into_iter().chain(items).collect();
    for fault in found {
        cx.push(fault.help("leave it out").remove());
    }
}

fn is_no_number(text: &str) -> bool {
    let text = text.trim_start_matches(['+', '-']).to_ascii_lowercase();
    matches!(text.as_str(), ".nan" | ".inf")
}

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
