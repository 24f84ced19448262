//! Keywords that 3.0 has no place for.

use crate::diag::Code;
use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::marks;
use super::super::carry;

/// Keywords that are carried and that the generated code does not look at.
const UNCHECKED: &[&str] = &[
    "additionalItems",
    "contains",
    "contentMediaType",
    "contentSchema",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "if",
    "maxContains",
    "minContains",
    "patternProperties",
    "prefixItems",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// A list under `items` is what 2020-12 calls `prefixItems`.
pub(in super::super) fn tuple(map: &mut Map, cx: &mut Cx<'_>) {
    let Some(node) = map.get("items") else {
        return;
    };
    if !matches!(node.value, Value::Array(_)) {
        return;
    }
    let message = "a list under `items` is not read: the items can be anything";
    let fault = cx.member(Code::MALFORMED, "items", node.at, message);
    cx.push(fault.help("write one schema, or `prefixItems` for a schema by position"));
    marks::carry(map, "items");
}

/// Carries what the reader would lose, each with a note.
pub(in super::super) fn carried(map: &mut Map, cx: &mut Cx<'_>) {
    let encoding = map.get("contentEncoding").and_then(Node::as_str);
    if matches!(encoding, Some("base64" | "base64url")) {
        marks::carry(map, "contentEncoding");
    }
    let why = "is an encoding that is not decoded: the text is handed over as it is";
    carry(map, "contentEncoding", Code::IGNORED_KEYWORD, why, cx);
    for key in UNCHECKED {
        let why = "is not looked at by the generated code";
        carry(map, key, Code::IGNORED_KEYWORD, why, cx);
    }
    let why = "leads to several schemas, or to none: the value can be anything";
    carry(map, "$dynamicRef", Code::UNSUPPORTED, why, cx);
    // Names and forms of elements: of use to XML bodies only.
    marks::carry(map, "xml");
}
