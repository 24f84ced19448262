//! `$ref` and what stands beside it.

use crate::diag::{Code, Edit};
use crate::grammar::{ASIDE, Kind};
use crate::tree::{Entry, Map, Node, Value};

use super::super::cx::Cx;
use super::super::marks;
use super::super::version::Version;
use super::{break_object, carry};

/// In a schema: from 3.1 on `$ref` is a keyword like others, so that what stands beside it goes
/// around it; in 3.0 it is ignored, with a note.
pub(super) fn schema(map: &mut Map, cx: &mut Cx<'_>) {
    dynamic(map, cx);
    let Some(reference) = map.entry("$ref").cloned() else {
        return;
    };
    let beside = siblings(map, ASIDE);
    if beside.is_empty() {
        return;
    }
    if cx.version == Version::V30 {
        ignore(map, &beside, cx);
        return;
    }
    map.remove("$ref");
    let at = reference.at;
    let inner = Node::new(Value::Object([reference].into_iter().collect()), at);
    push_member(map, inner);
    marks::set(map, marks::REF_SIBLINGS, at);
}

/// A `$dynamicRef` that leads to one schema wherever it is come from is a `$ref`.
fn dynamic(map: &mut Map, cx: &mut Cx<'_>) {
    let Some(entry) = map.entry("$dynamicRef").cloned() else {
        return;
    };
    let text = entry.node.as_str().unwrap_or_default();
    if !cx.names.is_static(&cx.pointer, text) {
        return;
    }
    map.remove("$dynamicRef");
    let reference = Entry {
        key: "$ref".to_owned(),
        ..entry
    };
    if map.has("$ref") {
        // Both hold.
        let at = reference.at;
        push_member(
            map,
            Node::new(Value::Object([reference].into_iter().collect()), at),
        );
    } else {
        map.set("$ref", reference.node);
    }
}

/// Adds a member to `allOf`: at the end, so that the others keep their pointers.
fn push_member(map: &mut Map, member: Node) {
    let at = member.at;
    match map.get_mut("allOf").map(|node| &mut node.value) {
        Some(Value::Array(items)) => items.push(member),
        _ => map.set("allOf", Node::new(Value::Array(vec![member]), at)),
    }
}

/// In any other object: from 3.1 on `summary` and `description` override those of the target.
/// Says whether the object is a reference.
pub(super) fn object(kind: Kind, map: &mut Map, cx: &mut Cx<'_>) -> bool {
    if !kind.may_be_reference() {
        let message = format!("a `$ref` can not stand for {}", kind.noun());
        let help = "write the object itself here";
        break_object(map, Code::MALFORMED, message, help, cx);
        return false;
    }
    if cx.version > Version::V30 || kind == Kind::PathItem {
        marks::carry(map, "summary");
        marks::carry(map, "description");
    }
    let beside = siblings(map, &["$ref"]);
    if kind == Kind::PathItem {
        // The specification leaves open how the two path items are merged.
        for key in &beside {
            let why = "beside `$ref` is not merged with what it names";
            carry(map, key, Code::UNSUPPORTED, why, cx);
        }
    } else {
        ignore(map, &beside, cx);
    }
    true
}

/// The keys beside `$ref` that count.
fn siblings(map: &Map, aside: &[&str]) -> Vec<String> {
    map.iter()
        .map(|entry| entry.key.as_str())
        .filter(|key| !key.starts_with("x-") && !aside.contains(key))
        .map(str::to_owned)
        .collect()
}

/// Carries what has no effect, so that pointers into it stay good, with one note for all.
fn ignore(map: &mut Map, keys: &[String], cx: &mut Cx<'_>) {
    let Some(first) = keys.first() else {
        return;
    };
    let Some(at) = map.entry(first).map(|entry| entry.at) else {
        return;
    };
    let names: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    let message = format!("{} beside `$ref` has no effect", names.join(", "));
    let mut note = cx.member(Code::IGNORED_HERE, first, at, message);
    for key in keys {
        note = note.edit(Edit::Remove(cx.pointer.child(key)));
    }
    cx.push(note);
    for key in keys {
        marks::carry(map, key);
    }
}
