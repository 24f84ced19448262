//! Schemas, and what 2.0 writes beside a parameter's or header's name in the place of one.

use crate::grammar::BESIDE_IN;
use crate::tree::{Entry, Map, Node, Value};

/// Rewrites a schema and all schemas in it.
pub(super) fn convert(map: &mut Map) {
    own(map);
    for entry in map.iter_mut() {
        match (entry.key.as_str(), &mut entry.node.value) {
            ("items" | "additionalProperties" | "not", Value::Object(schema)) => convert(schema),
            ("allOf" | "anyOf" | "oneOf" | "items", Value::Array(schemas)) => {
                for schema in schemas.iter_mut().filter_map(Node::as_map_mut) {
                    convert(schema);
                }
            }
            ("properties" | "definitions", Value::Object(schemas)) => {
                for schema in schemas
                    .iter_mut()
                    .filter_map(|entry| entry.node.as_map_mut())
                {
                    convert(schema);
                }
            }
            _ => {}
        }
    }
}

/// What a schema itself says in another way than in 3.0.
fn own(map: &mut Map) {
    if map.get("type").and_then(Node::as_str) == Some("file") {
        file(map);
    }
    if let Some(entry) = map.remove("x-nullable")
        && !map.has("nullable")
    {
        map.push(Entry {
            key: "nullable".to_owned(),
            ..entry
        });
    }
    if let Some(node) = map.get_mut("discriminator")
        && node.as_str().is_some()
    {
        let at = node.at;
        let name = std::mem::replace(&mut node.value, Value::Null);
        let mut discriminator = Map::default();
        discriminator.set("propertyName", Node::new(name, at));
        node.value = Value::Object(discriminator);
    }
}

/// `type: file` is a string of bytes.
fn file(map: &mut Map) {
    if let Some(node) = map.get_mut("type") {
        node.value = Value::String("string".to_owned());
        let binary = Node::string("binary", node.at);
        map.set("format", binary);
    }
}

/// Moves what is the schema's of a parameter or header into one. Gives `collectionFormat`.
pub(super) fn gather(map: &mut Map) -> Option<Node> {
    let format = map.remove("collectionFormat").map(|entry| entry.node);
    let keys: Vec<_> = BESIDE_IN.iter().filter(|key| map.has(key)).collect();
    if map.has("schema") {
        // Not what 2.0 says, and clear all the same.
        if let Some(schema) = map.get_mut("schema").and_then(Node::as_map_mut) {
            convert(schema);
        }
        return format;
    }
    let first = keys.first().and_then(|key| map.entry(key));
    let Some(at) = first.map(|entry| entry.at) else {
        return format;
    };
    let entries = keys.into_iter().filter_map(|key| map.remove(key));
    let mut schema: Map = entries.collect();
    items(&mut schema);
    convert(&mut schema);
    map.set("schema", Node::new(Value::Object(schema), at));
    format
}

/// Arrays in arrays have a format each. All but comma-separated ones are said nowhere in 3.0, and
/// these have no text there either.
fn items(schema: &mut Map) {
    let mut next = schema.get_mut("items").and_then(Node::as_map_mut);
    while let Some(items) = next {
        items.remove("collectionFormat");
        next = items.get_mut("items").and_then(Node::as_map_mut);
    }
}
