//! Parameters and headers, which are text unless said.

use crate::formats;
use crate::grammar::{BESIDE_IN, is_nullable};
use crate::tree::{Entry, Map, Node, Pointer, Value};

use super::super::schema::is_shown;
use super::super::trial::{Attempt, Trials};
use super::Object;

/// Whether values are any text, and nothing is said of them.
fn is_any_text(schema: &Node) -> bool {
    let mut keys = schema.as_map().into_iter().flatten();
    let is_text = schema.get("type").and_then(Node::as_str) == Some("string");
    is_text && keys.all(|entry| is_silent(&entry.key) || is_long(entry) || is_idle_format(entry))
}

/// Whether values are one text.
fn is_one_text(schema: &Node) -> bool {
    let is_text = schema.get("type").and_then(Node::as_str) == Some("string");
    let values = schema.get("enum").and_then(Node::as_array);
    is_text && values.is_some_and(|values| values.len() == 1)
}

/// Whether it is an example that is too long to be shown.
fn is_long(entry: &Entry) -> bool {
    entry.key == "examples" || entry.key == "example" && !is_shown(&entry.node)
}

/// Whether a format decides of no type.
fn is_idle_format(entry: &Entry) -> bool {
    let format = entry.node.as_str();
    entry.key == "format" && format.is_some_and(|text| !formats::decides(Some("string"), text))
}

/// Whether a keyword of text says nothing that the code has.
pub(super) fn is_silent(key: &str) -> bool {
    matches!(key, "type" | "title" | "xml" | "nullable" | "description") || key.starts_with("x-")
}

fn is_documented(map: &Map) -> bool {
    let text = map.get("description").and_then(Node::as_str);
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Whether a path's template says all that a parameter says.
fn is_implied(map: &Map) -> bool {
    let is_plain = map.get("schema").is_none_or(is_any_text);
    let in_path = map.get("in").and_then(Node::as_str) == Some("path");
    in_path && is_plain && !is_documented(map)
}

fn is_item(at: &Pointer) -> bool {
    let list = at.parent().and_then(|list| Some(list.last()?.into_owned()));
    list.as_deref() == Some("parameters") && at.last().is_some_and(|key| key.parse::<u32>().is_ok())
}

/// All of a list.
pub(super) fn parameters(trials: &mut Trials, it: &Object<'_>) {
    let list = it
        .map
        .get("parameters")
        .and_then(Node::as_array)
        .unwrap_or_default();
    let at = it.at.child("parameters");
    let is_suspect = |(index, item): (usize, &Node)| {
        let Some(map) = item.as_map() else {
            return false;
        };
        let Some(reference) = map.get("$ref").and_then(Node::as_str) else {
            return is_implied(map);
        };
        let target = it.tree.follow(&at.item(index), reference);
        let target = target.and_then(|target| it.tree.get(&target)?.as_map());
        target.is_none_or(is_implied)
    };
    if list.len() > 1 && list.iter().enumerate().all(is_suspect) {
        trials.ask(&at, Attempt::Without);
    }
}

pub(super) fn parameter(trials: &mut Trials, it: &Object<'_>) {
    if it.map.has("$ref") {
        if it.target().is_some_and(is_implied) {
            trials.ask(it.at, Attempt::Without);
        }
        return;
    }
    if !matches!(it.text("in"), Some("query" | "header" | "path" | "cookie")) {
        // What is nearly one of these is taken for it.
        it.ask(trials, "in", Attempt::Other);
    }
    if is_implied(it.map) {
        if is_item(it.at) {
            trials.ask(it.at, Attempt::Without);
        } else {
            it.ask(trials, "name", Attempt::Other);
            // A reference that names nothing then leaves it to the template.
            trials.ask(it.at, Attempt::Without);
            if let Some(all) = it.at.parent() {
                trials.ask(&all, Attempt::Without);
            }
        }
    }
    value(trials, it);
}

/// The schema of what is text without one.
fn value(trials: &mut Trials, it: &Object<'_>) {
    let schema = it.map.get("schema");
    if schema.is_some_and(|schema| is_any_text(schema) || is_one_text(schema)) {
        let at = it.at.child("schema");
        trials.ask_of("text", &at, Attempt::Without);
    }
    if it.text("in") == Some("path") {
        may_be_null(trials, it);
    }
    // What stands there as it does in 2.0.
    for key in BESIDE_IN {
        it.ask(trials, key, Attempt::Without);
        it.ask(trials, key, Attempt::Other);
    }
}

/// What says that a value may be null, which a path has no text for.
fn may_be_null(trials: &mut Trials, it: &Object<'_>) {
    let mut at = it.at.child("schema");
    let mut schema = it.map.get("schema");
    if let Some(text) = schema.and_then(|schema| schema.get("$ref")?.as_str())
        && let Some(target) = it.tree.follow(&at, text)
    {
        schema = it.tree.get(&target);
        at = target;
    }
    let Some(map) = schema.and_then(Node::as_map) else {
        return;
    };
    if is_nullable(map) {
        trials.ask(&at.child("nullable"), Attempt::Without);
    }
    for key in ["type", "enum"] {
        let at = at.child(key);
        let items = map.get(key).and_then(Node::as_array).unwrap_or_default();
        for (index, item) in items.iter().enumerate() {
            if matches!(item.value, Value::Null) || item.as_str() == Some("null") {
                trials.ask(&at.item(index), Attempt::Without);
            }
        }
    }
}

pub(super) fn header(trials: &mut Trials, it: &Object<'_>) {
    if it.map.has("$ref") {
        it.ask(trials, "$ref", Attempt::Without);
        return it.ask(trials, "$ref", Attempt::Other);
    }
    // Of the schema of a header the type alone is read.
    let schema = it.map.get("schema");
    let is_text = |schema: &Node| {
        let is_string = schema.get("type").and_then(Node::as_str) == Some("string");
        is_string
            && !["format", "enum", "const"]
                .iter()
                .any(|key| schema.get(key).is_some())
    };
    if schema.is_some_and(is_text) {
        it.ask(trials, "schema", Attempt::Without);
    }
    let content = it.map.get("content").and_then(Node::as_map);
    let mut keys = content.into_iter().flatten().map(|entry| &entry.key);
    if keys.any(|key| key.starts_with("text/")) {
        it.ask(trials, "content", Attempt::Without);
    }
}
