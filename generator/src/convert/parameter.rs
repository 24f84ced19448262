//! Parameters in a path, query or header.

use crate::diag::{Code, Diagnostic, Sink, clip};
use crate::tree::{Map, Node, Pointer, Value};

use super::{Moves, schema};

/// Where a parameter is sent.
pub(super) fn location(map: &Map) -> Option<&str> {
    map.get("in").and_then(Node::as_str)
}

/// Whether it is, or is a part of, the body: 3.0 has these elsewhere.
pub(super) fn is_body(map: &Map) -> bool {
    matches!(location(map), Some("body" | "formData"))
}

/// Gives a parameter a schema and a style. One that is the body's keeps its place until it is known
/// whose body.
pub(super) fn convert(map: &mut Map, at: &Pointer, moves: &mut Moves, sink: &mut Sink) {
    if map.has("$ref") {
        return;
    }
    let had_schema = map.has("schema");
    let format = schema::gather(map);
    if is_body(map) {
        return;
    }
    if !had_schema && map.has("schema") {
        let written = moves.written(at).unwrap_or_else(|| at.clone());
        moves.came_from(&written, at.child("schema"));
    }
    rename(map, "x-example", "example");
    if let Some(format) = format {
        style(map, &format, at, sink);
    } else if is_array(map) {
        let place = map
            .get("schema")
            .map_or_else(Default::default, |node| node.at);
        style(map, &Node::string("csv", place), at, sink);
    }
}

fn is_array(map: &Map) -> bool {
    let schema = map.get("schema");
    schema
        .and_then(|schema| schema.get("type"))
        .and_then(Node::as_str)
        == Some("array")
}

/// `style` and `explode` of a `collectionFormat`.
fn style(map: &mut Map, format: &Node, at: &Pointer, sink: &mut Sink) {
    let place = format.at;
    let name = format.as_str().unwrap_or_default();
    let is_query = matches!(location(map), Some("query"));
    let (style, explode) = match (name, is_query) {
        ("csv", true) => ("form", false),
        ("csv", false) => ("simple", false),
        ("multi", true) => ("form", true),
        ("ssv", _) => ("spaceDelimited", false),
        ("pipes", _) => ("pipeDelimited", false),
        _ => {
            // Tabs have no style in 3.0, and `multi` none outside of queries.
            let message = format!(
                "a `collectionFormat` of `{}` has no style in OpenAPI 3",
                clip(name)
            );
            let pointer = at.child("collectionFormat");
            sink.push(
                Diagnostic::new(Code::STYLE, message, pointer, Some(place))
                    .help("it is sent as `csv`, values between commas; write what the server takes")
                    .put(Value::string("csv")),
            );
            (if is_query { "form" } else { "simple" }, false)
        }
    };
    map.set("style", Node::string(style, place));
    map.set("explode", Node::new(Value::Bool(explode), place));
}

fn rename(map: &mut Map, key: &str, to: &str) {
    if !map.has(to)
        && let Some(entry) = map.remove(key)
    {
        map.set(to, entry.node);
    }
}
