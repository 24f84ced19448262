//! `enum`: values that fit the type, `null` among them, and the type that they imply.

use crate::diag::{Code, Edit};
use crate::grammar::is_nullable;
use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::marks;
use super::super::super::number::as_integer;
use super::super::super::repair::{number_text, scalar_text};
use super::super::super::version::Version;
use super::fits::wrong_type;
use super::type_of;

/// Values whose quotes were forgotten, or written where there should be none; a value of another
/// type could never be sent. Integers written as `1.0` are written as integers.
pub(in super::super) fn members(map: &mut Map, cx: &mut Cx<'_>) {
    let Some(kind) = type_of(map).map(str::to_owned) else {
        return;
    };
    let Some(Value::Array(values)) = map.get_mut("enum").map(|node| &mut node.value) else {
        return;
    };
    for (index, value) in values.iter_mut().enumerate() {
        let meant = match (kind.as_str(), &value.value) {
            (_, Value::Null) | ("string", Value::String(_)) => continue,
            ("integer", Value::Number(text)) => {
                if let Some(integer) = as_integer(text) {
                    value.value = Value::Number(integer.to_string());
                }
                continue;
            }
            ("string", other) => scalar_text(other).map(Value::String),
            ("integer" | "number", _) => number_text(value),
            ("boolean", Value::String(text)) => text.parse().ok().map(Value::Bool),
            _ => None,
        };
        if let Some(meant) = meant {
            let is = value.kind();
            let message = format!("this value is {is}, and the schema has `type: {kind}`");
            let mut fault = cx.member(Code::WRONG_TYPE, "enum", value.at, message);
            fault.pointer.push(&index.to_string());
            let quotes = if kind == "string" {
                "in quotes"
            } else {
                "without quotes"
            };
            let help = format!("it is read as a {kind}: write it {quotes}");
            cx.push(fault.help(help).put(meant.clone()));
            value.value = meant;
        }
    }
}

/// Values that are of none of the types can never come. Where no value is left, the type or the
/// values are a mistake: a list or an object goes without the values, which were meant for what it
/// holds, and a scalar may be anything.
pub(in super::super) fn misfits(map: &mut Map, cx: &mut Cx<'_>) {
    let key = if map.has("x-restitch-const") {
        "const"
    } else {
        "enum"
    };
    let Some(values) = map.get("enum").and_then(Node::as_array) else {
        return;
    };
    let null = |value: &Node| matches!(value.value, Value::Null);
    let reason = |value: &Node| wrong_type(map, value).filter(|_| !null(value));
    let misfits: Vec<_> = values.iter().map(reason).collect();
    if misfits.iter().all(Option::is_none) {
        return;
    }
    let none_left = misfits
        .iter()
        .zip(values)
        .all(|(m, v)| m.is_some() || null(v));
    let holds = matches!(type_of(map), Some("array" | "object"));
    let help = match (none_left, holds) {
        (false, _) => "it is left out",
        (true, true) => "the values are left out; were they meant for what it holds?",
        (true, false) => "one of the two is wrong: carried as raw JSON",
    };
    for (index, (value, why)) in values.iter().zip(&misfits).enumerate() {
        let Some(why) = why else { continue };
        let mut fault = cx.member(Code::WRONG_TYPE, key, value.at, format!("this value {why}"));
        if key == "enum" && !none_left {
            fault.pointer.push(&index.to_string());
        }
        if key == "enum" && (!none_left || holds) {
            fault = fault.remove();
        }
        cx.push(fault.help(help));
        if none_left {
            // One stands for all.
            break;
        }
    }
    drop_misfits(map, &misfits, none_left, holds);
}

fn drop_misfits(map: &mut Map, misfits: &[Option<String>], none_left: bool, holds: bool) {
    if none_left {
        map.remove("enum");
        map.remove("x-restitch-const");
        if !holds {
            map.remove("type");
            map.remove(marks::TYPES);
        }
        return;
    }
    if let Some(Value::Array(values)) = map.get_mut("enum").map(|node| &mut node.value) {
        let mut misfit = misfits.iter();
        values.retain(|_| misfit.next().is_none_or(Option::is_none));
    }
}

/// `null` among the values makes the schema nullable; alone it is the type `null`. An empty list
/// is a mistake: nothing would fit.
pub(in super::super) fn null(map: &mut Map, cx: &mut Cx<'_>) {
    let Some(node) = map.get("enum") else {
        return;
    };
    let (at, values) = (node.at, node.as_array().unwrap_or_default());
    let null = values
        .iter()
        .find(|value| matches!(value.value, Value::Null));
    if values.is_empty() {
        let fault = cx.member(Code::MALFORMED, "enum", at, "`enum` lists no value");
        cx.push(fault.help("leave it out to allow any value").remove());
        map.remove("enum");
        return;
    }
    let Some(null_at) = null.map(|value| value.at) else {
        return;
    };
    if values.len() == 1 {
        marks::carry(map, "enum");
        map.remove("type");
        marks::set(map, marks::NULL, at);
        return;
    }
    if map.has("type") && !is_nullable(map) {
        let message = "`null` is among the values, and the type does not allow it";
        let fault = cx.member(Code::MALFORMED, "enum", null_at, message);
        let help = "it is allowed here; say so beside `type`, or leave it out";
        let fault = fault.help(help);
        cx.push(match (cx.version, type_of(map)) {
            (Version::V30, _) => {
                fault.edit(Edit::Put(cx.pointer.child("nullable"), Value::Bool(true)))
            }
            (_, Some(word)) => {
                let types = [word, "null"].map(|word| Node::string(word, at));
                let types = Value::Array(types.to_vec());
                fault.edit(Edit::Put(cx.pointer.child("type"), types))
            }
            _ => fault,
        });
    }
    marks::set(map, "nullable", null_at);
}

/// Values that are all of one type imply it, so that the reader sees more than 'any'.
pub(in super::super) fn implied_type(map: &mut Map, _: &mut Cx<'_>) {
    if map.has("type") || map.has(marks::TYPES) || map.has("x-restitch-type") {
        return;
    }
    let Some(node) = map.get("enum") else {
        return;
    };
    let at = node.at;
    let values = node.as_array().unwrap_or_default();
    let mut kinds = values
        .iter()
        .filter(|value| !matches!(value.value, Value::Null))
        .map(implied);
    let Some(Some(first)) = kinds.next() else {
        return;
    };
    if kinds.all(|kind| kind == Some(first)) {
        map.set("type", Node::string(first, at));
    }
}

/// The type of a scalar. A number with a fraction says nothing about its neighbours.
fn implied(node: &Node) -> Option<&'static str> {
    match &node.value {
        Value::String(_) => Some("string"),
        Value::Bool(_) => Some("boolean"),
        Value::Number(text) if as_integer(text).is_some() => Some("integer"),
        Value::Number(_) => Some("number"),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
