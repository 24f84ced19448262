//! Keywords of a schema that others of it imply.

use crate::grammar::{ENUM_NAMES, Kind, is_nullable};
use crate::tree::Node;

use super::super::mark::Role;
use super::super::restated::is_restated;
use super::super::trial::{Attempt, Trials};
use super::Object;

/// Keywords that may say of what type values are.
const OF_TYPES: [&str; 7] = [
    "enum",
    "const",
    "allOf",
    "oneOf",
    "anyOf",
    "$ref",
    "discriminator",
];

pub(super) fn schema(trials: &mut Trials, it: &Object<'_>) {
    for key in ENUM_NAMES {
        it.ask(trials, key, Attempt::Without);
    }
    types(trials, it);
    let bounds = ["minimum", "maximum"];
    if it.text("type") == Some("integer") && bounds.iter().any(|key| it.map.has(key)) {
        it.ask(trials, "format", Attempt::Without);
    }
    if let Some(values) = it.map.get("enum").and_then(Node::as_array) {
        let has = |flag: bool| values.iter().any(|value| value.as_bool() == Some(flag));
        let is_one = values.len() == 1 && it.role == Role::Text;
        if is_one || has(true) && has(false) || it.map.has("const") {
            it.ask(trials, "enum", Attempt::Without);
        }
    }
    branches(trials, it);
    // What a member of an `allOf` in another refers to may be what the other says there.
    let is_list = |token: &std::borrow::Cow<'_, str>| *token == "allOf";
    if it.map.has("$ref") && it.at.tokens().filter(is_list).count() > 1 {
        trials.ask_of("nested", it.at, Attempt::Without);
        trials.ask_of("nested", &it.at.child("$ref"), Attempt::Without);
    }
    let rest = it.map.get("additionalProperties").and_then(Node::as_map);
    if rest.is_some_and(|rest| !OF_TYPES.iter().any(|key| rest.has(key)) && !rest.has("type")) {
        it.ask(trials, "additionalProperties", Attempt::Without);
    }
    if it
        .map
        .get("patternProperties")
        .and_then(Node::as_map)
        .is_some_and(|all| all.len() == 1)
    {
        it.ask(trials, "patternProperties", Attempt::Without);
    }
    if it.map.has("discriminator") {
        it.ask(trials, "discriminator", Attempt::Without);
    }
}

/// Branches of which another, or what stands beside them, has the values.
fn branches(trials: &mut Trials, it: &Object<'_>) {
    let is_beside = ["type", "enum", "const"].iter().any(|key| it.map.has(key));
    for key in ["oneOf", "anyOf"] {
        let branches = it.map.get(key).and_then(Node::as_array).unwrap_or_default();
        if is_beside && !branches.is_empty() {
            it.ask(trials, key, Attempt::Without);
            it.ask(trials, "enum", Attempt::Without);
        }
        for (index, branch) in branches.iter().enumerate() {
            let at = it.at.child(key).item(index);
            let is_scalar = branch
                .as_map()
                .is_some_and(|map| map.len() <= 2 && map.has("type"));
            let values = branch
                .get("enum")
                .and_then(Node::as_array)
                .unwrap_or_default();
            if is_beside && is_scalar {
                trials.ask(&at, Attempt::Without);
                trials.ask(&at.child("type"), Attempt::Without);
            }
            if let [_] = values {
                trials.ask(&at.child("enum"), Attempt::Without);
                trials.ask(&at.child("enum").item(0), Attempt::Without);
            }
        }
    }
}

/// `type`, beside what may say it too.
fn types(trials: &mut Trials, it: &Object<'_>) {
    let Some(node) = it.map.get("type") else {
        return;
    };
    let holder = it
        .at
        .parent()
        .and_then(|list| Some(list.last()?.into_owned()));
    let is_member = holder.as_deref() == Some("allOf");
    let is_file = it.text("format") == Some("binary");
    let is_null = node.as_str() == Some("null");
    let is_said = OF_TYPES.iter().any(|key| it.map.has(key));
    let words = node.as_array().unwrap_or_default();
    let is_text = it.role == Role::Text && is_nullable(it.map);
    let is_likely = is_member || is_file || is_null || is_text || is_said || words.len() > 3;
    if !is_likely || is_restated(Kind::Schema, "type", node, it.map) {
        return;
    }
    it.ask(trials, "type", Attempt::Without);
    if it.map.has("enum") && node.as_str() == Some("number") {
        // Values that are no text are the same for another word.
        it.ask(trials, "type", Attempt::Other);
    }
    if is_member && it.map.len() == 1 {
        trials.ask(it.at, Attempt::Without);
    }
    if words.len() > 3 || !words.is_empty() && (is_member || is_said) {
        for index in 0..words.len() {
            trials.ask(&it.at.child("type").item(index), Attempt::Without);
        }
    }
}

pub(super) fn discriminator(trials: &mut Trials, it: &Object<'_>) {
    it.ask(trials, "propertyName", Attempt::Without);
    let mapping = it.map.get("mapping").and_then(Node::as_map);
    for entry in mapping.into_iter().flatten() {
        let target = entry.node.as_str().unwrap_or_default();
        let last = target.rsplit('/').next().unwrap_or_default();
        if last.eq_ignore_ascii_case(&entry.key) {
            trials.ask(&it.at.child("mapping").child(&entry.key), Attempt::Without);
        }
    }
    if mapping.is_some() {
        it.ask(trials, "mapping", Attempt::Without);
    }
}
