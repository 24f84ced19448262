//! What has been lowered can be read, fragment by fragment, as `resolve` does it.

use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

use super::super::testing;
use crate::grammar::{Kind, Shape, child};
use crate::tree::{Node, Pointer, Tree, Value};

/// Reads every fragment that the grammar leads to from an object, and panics where one can
/// neither be read nor is marked broken.
pub(super) fn all(tree: &Tree) {
    let root = tree.root().expect("there is a root");
    object(root, Kind::Document, &mut Pointer::default());
}

fn object(node: &Node, kind: Kind, pointer: &mut Pointer) {
    let Some(map) = node.as_map() else {
        return;
    };
    if !map.has("x-restitch-broken") && !map.has("$ref") {
        read(node, kind).unwrap_or_else(|error| {
            let printed = serde_yaml::to_string(&testing::json(node)).unwrap_or_default();
            panic!("{kind:?} at {pointer}: {error}\n{printed}")
        });
    }
    for entry in map {
        if entry.key == "x-restitch-securitySchemes" {
            // Of types that the reader does not know: this is why they are there.
            continue;
        }
        if let Some(shape) = child(kind, &entry.key) {
            pointer.push(&entry.key);
            each(&entry.node, shape, pointer);
            pointer.pop();
        }
    }
}

fn each(node: &Node, shape: Shape, pointer: &mut Pointer) {
    match (&node.value, shape) {
        (Value::Array(items), _) => {
            for (index, item) in items.iter().enumerate() {
                pointer.push(&index.to_string());
                object(item, shape.kind(), pointer);
                pointer.pop();
            }
        }
        (Value::Object(map), Shape::Map(kind)) => {
            for entry in map {
                pointer.push(&entry.key);
                object(&entry.node, kind, pointer);
                pointer.pop();
            }
        }
        (_, shape) => object(node, shape.kind(), pointer),
    }
}

fn read(node: &Node, kind: Kind) -> serde_json::Result<()> {
    fn of<T: DeserializeOwned>(json: Json) -> serde_json::Result<()> {
        T::deserialize(json).map(|_| ())
    }
    let json = cut(node, Shape::One(kind), true);
    match kind {
        Kind::Document => of::<openapiv3::OpenAPI>(json),
        Kind::Info => of::<openapiv3::Info>(json),
        Kind::License => of::<openapiv3::License>(json),
        Kind::ExternalDocs => of::<openapiv3::ExternalDocumentation>(json),
        Kind::Tag => of::<openapiv3::Tag>(json),
        Kind::Server => of::<openapiv3::Server>(json),
        Kind::PathItem => of::<openapiv3::PathItem>(json),
        Kind::Operation => of::<openapiv3::Operation>(json),
        Kind::Parameter => of::<openapiv3::Parameter>(json),
        Kind::Header => of::<openapiv3::Header>(json),
        Kind::RequestBody => of::<openapiv3::RequestBody>(json),
        Kind::MediaType => of::<openapiv3::MediaType>(json),
        Kind::Encoding => of::<openapiv3::Encoding>(json),
        Kind::Response => of::<openapiv3::Response>(json),
        Kind::Responses => of::<openapiv3::Responses>(json),
        Kind::Schema => of::<openapiv3::Schema>(json),
        Kind::SecurityScheme => of::<openapiv3::SecurityScheme>(json),
        Kind::Components => of::<openapiv3::Components>(json),
        _ => Ok(()),
    }
}

/// A node as JSON, with a reference for every object below it that may be one.
fn cut(node: &Node, shape: Shape, top: bool) -> Json {
    match (&node.value, shape) {
        (Value::Object(_), Shape::One(kind)) if !top && kind.may_be_reference() => {
            json!({"$ref": "#"})
        }
        (Value::Object(map), shape) => {
            let member = |key: &str, node: &Node| match shape {
                Shape::One(kind) => match child(kind, key) {
                    Some(shape) => cut(node, shape, false),
                    None => testing::json(node),
                },
                Shape::Map(kind) | Shape::List(kind) => cut(node, Shape::One(kind), false),
            };
            let members = map
                .iter()
                .map(|entry| (entry.key.clone(), member(&entry.key, &entry.node)));
            Json::Object(members.collect())
        }
        (Value::Array(items), shape) => {
            let item = Shape::One(shape.kind());
            items.iter().map(|node| cut(node, item, false)).collect()
        }
        _ => testing::json(node),
    }
}
