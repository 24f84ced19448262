//! The outline for programs is what its published schema says, for every document here.

use restitch_build::outline::outline_json;
use restitch_tests::{configured, documents, specs};
use serde_json::Value;

const SCHEMA: &str = include_str!("../docs/outline.schema.json");

#[test]
fn every_outline_is_of_the_published_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let all = documents("features").into_iter();
    for name in all.chain(["chaser.yaml".into(), "petstore.yaml".into()]) {
        let report = configured(&name).check(specs().join(&name)).unwrap();
        let outline = outline_json(report.api().unwrap());
        let wrong = schema.iter_errors(&outline);
        let wrong = wrong.map(|error| format!("{} at {}", error, error.instance_path()));
        let wrong: Vec<String> = wrong.take(3).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    }
}

/// The keys of an object of the schema, and of all that stands in it.
fn undescribed(schema: &Value, at: &str, out: &mut Vec<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) = map.get("properties") {
                for (key, property) in properties {
                    let said = ["description", "const", "enum", "$ref"];
                    if said.iter().all(|word| property.get(word).is_none()) {
                        out.push(format!("{at}/{key}"));
                    }
                }
                if map.get("additionalProperties") != Some(&Value::Bool(false)) {
                    out.push(format!("{at} allows anything"));
                }
            }
            for (key, value) in map {
                undescribed(value, &format!("{at}/{key}"), out);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| undescribed(item, at, out)),
        _ => {}
    }
}

#[test]
fn every_key_is_described() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut out = Vec::new();
    undescribed(&schema, "", &mut out);
    assert!(out.is_empty(), "{out:#?}");
}

#[test]
fn trace_takes_no_body() {
    let outline = restitch_build::outline(specs().join("invalid/body-of-trace.yaml")).unwrap();
    assert!(outline.contains("fn trace() -> ()"), "{outline}");
}
