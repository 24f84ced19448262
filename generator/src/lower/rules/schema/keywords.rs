//! Keywords that 3.0 has no place for.

use crate::diag::Code;
use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::marks;
use super::super::carry;

/// Keywords that are carried and that the generated code does not check, and what that means.
const UNCHECKED: &[(&str, &str)] = &[
    (
        "additionalItems",
        "has no effect without a list under `items`",
    ),
    ("contains", "is not checked: no item need fit it"),
    (
        "contentMediaType",
        "is not looked at: what it describes is handed over as text",
    ),
    (
        "contentSchema",
        "is not looked at: what it describes is handed over as text",
    ),
    (
        "dependencies",
        "is not checked: what one property demands of others is not demanded",
    ),
    (
        "dependentRequired",
        "is not checked: what one property demands of others is not demanded",
    ),
    (
        "dependentSchemas",
        "is not checked: what one property demands of the object is not demanded",
    ),
    (
        "else",
        "is not checked: what holds on a condition is not demanded",
    ),
    (
        "if",
        "is not checked: what holds on a condition is not demanded",
    ),
    (
        "maxContains",
        "is not checked: items that fit `contains` are not counted",
    ),
    (
        "minContains",
        "is not checked: items that fit `contains` are not counted",
    ),
    ("propertyNames", "is not checked: a key may be any string"),
    (
        "then",
        "is not checked: what holds on a condition is not demanded",
    ),
    (
        "unevaluatedItems",
        "is not checked: items that nothing describes can be anything",
    ),
];

/// A list under `items` is what 2020-12 calls `prefixItems`.
pub(in super::super) fn tuple(map: &mut Map, cx: &mut Cx<'_>) {
    let Some(node) = map.get("items") else {
        return;
    };
    if !matches!(node.value, Value::Array(_)) {
        return;
    }
    let help = "write one schema, or `prefixItems` for a schema by position";
    if map.has("prefixItems") {
        let message = "a list under `items` is not read beside `prefixItems`";
        let fault = cx.member(Code::MALFORMED, "items", node.at, message);
        cx.push(fault.help(help));
        marks::carry(map, "items");
        return;
    }
    let message = "a list under `items` is read as `prefixItems`";
    let fault = cx.member(Code::MALFORMED, "items", node.at, message);
    let mut fault = fault.help(help);
    if node.as_array().is_some_and(<[Node]>::is_empty) {
        fault = fault.remove();
    } else if !map.has("additionalItems") {
        fault = fault.rename("prefixItems");
    }
    cx.push(fault);
    marks::rename(map, "items", "prefixItems");
    // Whose other half this is.
    if let Some(rest) = map.get("additionalItems") {
        let message = "beside a list under `items` this is read as `items`";
        let fault = cx.member(Code::MALFORMED, "additionalItems", rest.at, message);
        cx.push(fault.help("write `items`"));
        marks::rename(map, "additionalItems", "items");
    }
}

/// Carries what the reader would lose, each with a note.
pub(in super::super) fn carried(map: &mut Map, cx: &mut Cx<'_>) {
    let encoding = map.get("contentEncoding").and_then(Node::as_str);
    if matches!(encoding, Some("base64" | "base64url")) {
        marks::carry(map, "contentEncoding");
    }
    let why = "is an encoding that is not decoded: the text is handed over as it is";
    carry(map, "contentEncoding", Code::IGNORED_KEYWORD, why, cx);
    // Most schemas have none of them, and few keys at all.
    let is_there = |(key, _): &&(&str, &str)| map.iter().any(|entry| entry.key == *key);
    let unchecked: Vec<_> = UNCHECKED.iter().filter(is_there).collect();
    for (key, why) in unchecked {
        carry(map, key, Code::IGNORED_KEYWORD, why, cx);
    }
    // These are read.
    for key in ["patternProperties", "prefixItems", "unevaluatedProperties"] {
        marks::carry(map, key);
    }
    if let Some(node) = map.get("not")
        && !map.has(marks::NEVER)
    {
        let message = "`not` is not checked: what fits it is not refused";
        let note = cx.member(Code::IGNORED_KEYWORD, "not", node.at, message);
        cx.push(note);
    }
    let why = "leads to several schemas, or to none: the value can be anything";
    carry(map, "$dynamicRef", Code::UNSUPPORTED, why, cx);
    // Names and forms of elements: of use to XML bodies only.
    marks::carry(map, "xml");
}
