//! Answers and media types.

use crate::tree::{Map, Node};

use super::super::mark::Role;
use super::super::trial::{Attempt, Trials};
use super::Object;

/// Of such as are no JSON the media type may say what is made of them, and of several streams each.
pub(super) fn media_type(trials: &mut Trials, it: &Object<'_>) {
    let key = it.at.last().unwrap_or_default();
    let key = key.to_ascii_lowercase();
    if key.starts_with("multipart/") {
        return parts(trials, it);
    }
    if key.contains("form")
        || key.ends_with("/json")
        || key.ends_with("+json") && !key.contains('*')
    {
        return;
    }
    for key in ["schema", "itemSchema"] {
        it.ask(trials, key, Attempt::Without);
    }
    let schema = it.map.get("schema").and_then(|schema| schema.get("type"));
    if key.starts_with("text/") && schema.is_some() {
        trials.ask(&it.at.child("schema").child("type"), Attempt::Without);
    }
    if key.contains('*') {
        trials.ask(it.at, Attempt::Without);
    }
}

/// Parts of which the encoding says what they are.
fn parts(trials: &mut Trials, it: &Object<'_>) {
    let properties = it
        .map
        .get("schema")
        .and_then(|schema| schema.get("properties"));
    let encoding = it.map.get("encoding").and_then(Node::as_map);
    for entry in properties.and_then(Node::as_map).into_iter().flatten() {
        let is_said = encoding.is_some_and(|all| all.has(&entry.key));
        let is_said = is_said || entry.node.get("contentMediaType").is_some();
        for key in ["type", "$ref"].into_iter().filter(|_| is_said) {
            if entry.node.get(key).is_some() {
                let at = it.at.child("schema").child("properties").child(&entry.key);
                trials.ask(&at.child(key), Attempt::Without);
            }
        }
    }
}

/// An answer of which nothing is read.
pub(super) fn response(trials: &mut Trials, it: &Object<'_>) {
    let is_bare = |target: &Map| {
        !["content", "headers", "schema"]
            .iter()
            .any(|key| target.has(key))
    };
    if it.role == Role::Bodiless || it.target().is_some_and(is_bare) {
        it.ask(trials, "$ref", Attempt::Without);
    }
}
