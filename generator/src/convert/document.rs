//! The document around its operations.

use crate::diag::Sink;
use crate::tree::{Entry, FileId, Map, Node, Pointer, Value};

use super::servers::Base;
use super::{Swagger, media, operation, parameter, response, schema, security};

/// Rewrites the whole document.
pub(super) fn convert(map: &mut Map, swagger: &mut Swagger, sink: &mut Sink) {
    let root = Pointer::root(FileId(0));
    version(map);
    swagger.defaults.consumes = media::take(map, "consumes").unwrap_or_default();
    swagger.defaults.produces = media::take(map, "produces").unwrap_or_default();
    swagger.base = Base::take(map);
    let schemes = map.remove("schemes").map(|entry| entry.node);
    let place = map.iter().next().map(|entry| entry.at).unwrap_or_default();
    if let Some(servers) = swagger.base.servers(schemes.as_ref(), place) {
        map.set("servers", servers);
    }

    let mut components = Map::default();
    for (from, to) in [
        ("definitions", "schemas"),
        ("parameters", "parameters"),
        ("responses", "responses"),
        ("securityDefinitions", "securitySchemes"),
    ] {
        if let Some(entry) = map.remove(from) {
            let now = root.child("components").child(to);
            swagger.moves.note(&root.child(from), now.clone());
            let key = to.to_owned();
            components.push(Entry { key, ..entry });
        }
    }
    // Operations need these as they were written.
    let shared = components.get("parameters").and_then(Node::as_map);
    swagger.shared = shared.cloned().unwrap_or_default();
    for entry in &mut components {
        let at = root.child("components").child(&entry.key);
        if let Some(objects) = entry.node.as_map_mut() {
            component(&entry.key, objects, &at, swagger, sink);
        }
    }
    let paths = map.get_mut("paths").and_then(Node::as_map_mut);
    for entry in paths.into_iter().flatten() {
        if let Some(item) = entry.node.as_map_mut() {
            let at = root.child("paths").child(&entry.key);
            operation::path_item(item, &at, swagger, sink);
        }
    }
    if let Some(at) = components.iter().next().map(|entry| entry.at) {
        map.set("components", Node::new(Value::Object(components), at));
    }
}

fn component(key: &str, objects: &mut Map, at: &Pointer, swagger: &mut Swagger, sink: &mut Sink) {
    if key == "parameters" {
        // What is of a body goes to the operations.
        objects.retain(|entry| !entry.node.as_map().is_some_and(parameter::is_body));
    }
    for entry in objects {
        let Some(map) = entry.node.as_map_mut() else {
            continue;
        };
        let at = at.child(&entry.key);
        match key {
            "schemas" => schema::convert(map),
            "parameters" => parameter::convert(map, &at, &mut swagger.moves, sink),
            "responses" => {
                response::convert(map, &at, &swagger.defaults.produces, &mut swagger.moves);
            }
            _ => security::convert(map),
        }
    }
}

fn version(map: &mut Map) {
    if let Some(entry) = map.iter_mut().find(|entry| entry.key == "swagger") {
        "openapi".clone_into(&mut entry.key);
        entry.node.value = Value::String("3.0.3".to_owned());
    }
}
