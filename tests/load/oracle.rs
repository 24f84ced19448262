//! What `load` reads, beside what `serde_yaml` and `serde_json` read.

use std::path::Path;

use restitch_build::diag::{Code, Grade, Sink, one_line};
use restitch_build::load::{Limits, Source, load};
use restitch_build::tree::{Node, Tree, Value};
use serde_yaml::Value as Yaml;

/// Errors that say that a tree is no OpenAPI document.
const NOT_OPENAPI: [Code; 3] = [Code::NOT_A_MAPPING, Code::NO_VERSION, Code::UNKNOWN_VERSION];

/// The tree of a text, OpenAPI or not; what is wrong with it where `load` found another error.
pub(crate) fn ours(source: Source<'_>) -> Result<Tree, String> {
    let mut sink = Sink::default();
    let tree = load(source, &Limits::default(), &mut sink);
    let mut found = sink.into_sorted();
    found.retain(|one| one.grade() == Grade::Error && !NOT_OPENAPI.contains(&one.code));
    if found.is_empty() {
        return Ok(tree);
    }
    let lines: Vec<_> = found.iter().map(|one| one_line(one, &tree)).collect();
    Err(lines.join("\n"))
}

/// What the oracle reads: `serde_json` for JSON, `serde_yaml` with merge keys applied otherwise.
pub(crate) fn theirs(name: &str, text: &str) -> Result<Yaml, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if Path::new(name).extension().is_some_and(|end| end == "json") {
        let json: serde_json::Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
        return serde_yaml::to_value(json).map_err(|e| e.to_string());
    }
    let mut yaml: Yaml = serde_yaml::from_str(text).map_err(|e| e.to_string())?;
    yaml.apply_merge().map_err(|e| e.to_string())?;
    Ok(yaml)
}

/// The first difference between what both read, with the path to it.
pub(crate) fn difference(node: &Node, yaml: &Yaml) -> Option<String> {
    let differs = match (&node.value, yaml) {
        (Value::Null, Yaml::Null) => false,
        (Value::Bool(a), Yaml::Bool(b)) => a != b,
        (Value::String(a), Yaml::String(b)) => a != b,
        (Value::Number(a), Yaml::Number(b)) => !same_number(a, b),
        (Value::Array(a), Yaml::Sequence(b)) => {
            let mut items = a.iter().zip(b).enumerate();
            let inner = items.find_map(|(i, (a, b))| below(&i.to_string(), a, b));
            if inner.is_some() {
                return inner;
            }
            a.len() != b.len()
        }
        (Value::Object(a), Yaml::Mapping(b)) => {
            let inner = b.iter().find_map(|(key, value)| entry(node, key, value));
            if inner.is_some() {
                return inner;
            }
            a.len() != b.len()
        }
        _ => true,
    };
    differs.then(|| format!(": {} and {}", short(&node.value), short(yaml)))
}

/// The first place, with the path to it, at which the two readers put something differently: a
/// comment behind a JSON text makes YAML of it.
pub(crate) fn moved(text: &str) -> Option<String> {
    let name = "x.json";
    let yaml = format!("{text} # YAML");
    let read = |text| ours(Source::Text { name, text });
    let (one, other) = match (read(text), read(&yaml)) {
        (Ok(one), Ok(other)) => (one, other),
        (one, other) => return one.and(other).err(),
    };
    moved_node(one.root()?, other.root()?)
}

fn moved_node(one: &Node, other: &Node) -> Option<String> {
    if one.at != other.at {
        return Some(format!(": {:?} and {:?}", one.at, other.at));
    }
    match (&one.value, &other.value) {
        (Value::Array(a), Value::Array(b)) => {
            let mut items = a.iter().zip(b).enumerate();
            items.find_map(|(i, (a, b))| Some(format!("/{i}{}", moved_node(a, b)?)))
        }
        (Value::Object(a), Value::Object(b)) => a.iter().zip(b).find_map(|(a, b)| {
            if a.at != b.at {
                return Some(format!("/{}: key at {:?} and {:?}", a.key, a.at, b.at));
            }
            Some(format!("/{}{}", a.key, moved_node(&a.node, &b.node)?))
        }),
        _ => None,
    }
}

fn entry(node: &Node, key: &Yaml, value: &Yaml) -> Option<String> {
    // A key is text here, whatever type it has there.
    let key = match key {
        Yaml::String(text) => text.clone(),
        other => serde_yaml::to_string(other).ok()?.trim().to_owned(),
    };
    match node.get(&key) {
        Some(own) => below(&key, own, value),
        None => Some(format!("/{key}: is not there")),
    }
}

fn below(step: &str, node: &Node, yaml: &Yaml) -> Option<String> {
    Some(format!("/{step}{}", difference(node, yaml)?))
}

/// Equal as integers where the oracle has one, else as doubles: the nearest, or what `serde_json`
/// takes for it.
fn same_number(own: &str, other: &serde_yaml::Number) -> bool {
    let Ok(json) = serde_json::from_str::<serde_json::Number>(own) else {
        return false;
    };
    if let Some(other) = other.as_i64() {
        return json.as_i64() == Some(other) || own == "-0";
    }
    if let Some(other) = other.as_u64() {
        return json.as_u64() == Some(other);
    }
    own.parse().ok() == other.as_f64() || json.as_f64() == other.as_f64()
}

fn short(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").chars().take(120).collect()
}
