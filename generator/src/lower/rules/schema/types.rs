use crate::diag::Code;
use crate::grammar::is_nullable;
use crate::tree::{Map, Node, Place, Value};

use super::super::super::cx::Cx;
use super::super::super::marks;
use super::super::super::version::Version;
use super::type_of;

pub(super) const KNOWN: &[&str] = &[
    "array", "boolean", "integer", "null", "number", "object", "string",
];

/// `type` of one word or several, `null` among them, to one word and `nullable`. Several words
/// that are not `null` go to `x-restitch-types`; `null` alone is `x-restitch-null`.
pub(in super::super) fn lower(map: &mut Map, cx: &mut Cx<'_>) {
    if is_nullable(map) && cx.version > Version::V30 {
        let at = map.get("nullable").map_or(cx.at, |node| node.at);
        cx.other_version(Some("nullable"), at, "`nullable`", Version::V30);
    }
    if type_of(map).is_some_and(|word| word != "null" && KNOWN.contains(&word)) {
        return;
    }
    let Some(node) = map.get("type").cloned() else {
        return;
    };
    let words = match &node.value {
        Value::String(word) => vec![(word.as_str(), node.at)],
        Value::Array(items) => {
            if cx.version == Version::V30 {
                cx.other_version(Some("type"), node.at, "a list of types", Version::V31);
            }
            items
                .iter()
                .filter_map(|item| Some((item.as_str()?, item.at)))
                .collect()
        }
        _ => Vec::new(),
    };
    if words == [("null", node.at)] && cx.version == Version::V30 {
        cx.other_version(Some("type"), node.at, "`type: 'null'`", Version::V31);
    }
    let is_one = node.as_str().is_some();
    let known = known(&words, is_one, cx);
    if known.is_empty() && !words.is_empty() {
        marks::carry(map, "type");
        return;
    }
    settle(map, known, node.at, cx);
}

/// The words that are types, each once; the others are reported.
fn known<'a>(words: &[(&'a str, Place)], is_one: bool, cx: &mut Cx<'_>) -> Vec<&'a str> {
    let mut known = Vec::new();
    for &(word, at) in words {
        if !KNOWN.contains(&word) {
            let message = format!("`{word}` is not a type");
            let fault = cx.member(Code::UNKNOWN_TYPE, "type", at, message);
            let fault = fault.help(advice(word));
            cx.push(match meant(word).filter(|_| is_one) {
                Some("any") => fault.remove(),
                Some(meant) => fault.put(Value::string(meant)),
                None => fault,
            });
        } else if known.contains(&word) {
            let message = format!("`{word}` comes twice");
            let fault = cx.member(Code::MALFORMED, "type", at, message);
            cx.push(fault);
        } else {
            known.push(word);
        }
    }
    known
}

/// What an author of other type systems will have meant.
fn meant(word: &str) -> Option<&'static str> {
    Some(match word.to_ascii_lowercase().as_str() {
        "str" | "text" | "char" | "enum" | "date" | "datetime" | "date-time" | "uuid" | "file"
        | "string" => "string",
        "int" | "int32" | "int64" | "long" | "integer" => "integer",
        "float" | "double" | "decimal" | "number" => "number",
        "bool" | "boolean" => "boolean",
        "list" | "array" | "set" => "array",
        "dict" | "map" | "hash" | "object" => "object",
        "none" | "nil" | "null" => "null",
        "any" => "any",
        _ => return None,
    })
}

fn advice(word: &str) -> String {
    match meant(word) {
        Some("any") => "leave `type` out to allow any value".to_owned(),
        Some("null") => "did you mean `type: 'null'`?".to_owned(),
        Some(meant) => format!("did you mean `type: {meant}`?"),
        None => format!("the types are {}", KNOWN.join(", ")),
    }
}

/// Writes known types down as 3.0 has them.
fn settle(map: &mut Map, mut known: Vec<&str>, at: Place, cx: &mut Cx<'_>) {
    let nullable = known.contains(&"null");
    known.retain(|word| *word != "null");
    if known.contains(&"number") {
        // Every integer is a number.
        known.retain(|word| *word != "integer");
    }
    match known.as_slice() {
        [] if nullable => {
            map.remove("type");
            marks::set(map, marks::NULL, at);
            return;
        }
        [] => {
            let fault = cx.member(Code::MALFORMED, "type", at, "the list of types is empty");
            cx.push(fault.help("leave `type` out to allow any value").remove());
            map.remove("type");
        }
        [word] if type_of(map) == Some(word) => {}
        [word] => map.set("type", Node::string(word, at)),
        several => {
            let words = several.iter().map(|word| Node::string(word, at)).collect();
            map.remove("type");
            map.set(marks::TYPES, Node::new(Value::Array(words), at));
        }
    }
    if nullable {
        marks::set(map, "nullable", at);
    }
}
