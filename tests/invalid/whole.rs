//! The sound document that mistakes are made in.

use std::collections::BTreeSet;

use restitch_build::grammar::{Kind, Shape, child};
use restitch_build::outline::outline;
use restitch_build::{Report, configure};
use serde_json::{Map, Value};

/// Its text.
pub(crate) const TEXT: &str = include_str!("whole.yaml");

/// Its content.
pub(crate) fn whole() -> Value {
    serde_yaml::from_str(TEXT).expect("a sound document")
}

/// What the outline says of the operation and the schema that have nothing to do with the rest.
pub(crate) fn witness() -> BTreeSet<String> {
    let report = configure()
        .check_text("whole.yaml", TEXT)
        .expect("nothing is written");
    let found = report.render(restitch_build::diag::Grade::Fault);
    assert!(found.is_empty(), "whole.yaml has faults:\n{found}");
    let lines = witnesses(&report);
    assert!(lines.len() >= 4, "{lines:?}");
    lines
}

/// The lines of the witness that a document's client has not.
pub(crate) fn lost(report: &Report, witness: &BTreeSet<String>) -> Vec<String> {
    witness.difference(&witnesses(report)).cloned().collect()
}

fn witnesses(report: &Report) -> BTreeSet<String> {
    let outline = report.api().map(outline).unwrap_or_default();
    let lines = outline
        .lines()
        .filter(|line| line.to_lowercase().contains("witness"));
    lines.map(str::to_owned).collect()
}

/// Where each kind of object stands, the first of each.
pub(crate) fn kinds() -> Vec<(Kind, String)> {
    let mut found = Vec::new();
    object(&whole(), Kind::Document, "", &mut found);
    found
}

fn object(value: &Value, kind: Kind, at: &str, found: &mut Vec<(Kind, String)>) {
    let Value::Object(map) = value else {
        return;
    };
    let is_witness = at.to_lowercase().contains("witness");
    let is_new = found.iter().all(|(known, _)| *known != kind);
    if is_new && !is_witness && !map.contains_key("$ref") {
        found.push((kind, at.to_owned()));
    }
    for (key, value) in map {
        let below = format!("{at}/{}", token(key));
        match (child(kind, key), value) {
            (Some(Shape::One(kind)), value) => object(value, kind, &below, found),
            (Some(Shape::List(kind)), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    object(item, kind, &format!("{below}/{index}"), found);
                }
            }
            (Some(Shape::Map(kind)), Value::Object(map)) => {
                for (name, value) in map {
                    object(value, kind, &format!("{below}/{}", token(name)), found);
                }
            }
            _ => {}
        }
    }
}

/// A key as a token of a pointer.
pub(crate) fn token(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Puts a value at a pointer; the objects that hold it are made where there are none.
pub(crate) fn put(document: &mut Value, at: &str, value: Value) {
    let mut node = document;
    for token in at.split('/').skip(1) {
        let key = token.replace("~1", "/").replace("~0", "~");
        node = match node {
            Value::Array(items) => {
                let index: usize = key.parse().expect("an index");
                if index == items.len() {
                    items.push(Value::Null);
                }
                &mut items[index]
            }
            other => {
                if !other.is_object() {
                    *other = Value::Object(Map::new());
                }
                other
                    .as_object_mut()
                    .expect("an object")
                    .entry(key)
                    .or_insert(Value::Null)
            }
        };
    }
    *node = value;
}

/// Whether a mistake there may cost the witness: it holds it, or is about the whole document.
pub(crate) fn holds_witness(at: &str) -> bool {
    matches!(
        at,
        "" | "/paths" | "/components" | "/components/schemas" | "/openapi"
    )
}
