//! A name depends on its own place: neither the order of a document's parts nor a part that is
//! added changes what is generated of the others.

use std::fs;
use std::path::{Path, PathBuf};

use restitch_build::configure;
use restitch_build::outline::outline;
use restitch_tests::{documents, specs};
use serde_yaml::{Mapping, Value};

/// The outline of a document, or the codes that refuse it.
fn outlined(document: &Value) -> Vec<String> {
    let text = serde_yaml::to_string(document).expect("what was read can be written");
    let report = configure()
        .check_text("x.yaml", &text)
        .expect("no file is written");
    match report.api() {
        Some(api) => outline(api).lines().map(str::to_owned).collect(),
        None => vec!["refused".to_owned()],
    }
}

/// Every mapping of a document backwards, and the lists of `required`. Other lists keep their order,
/// which has a meaning; so has that of media types, of which the first that fits is taken.
fn backwards(value: &Value) -> Value {
    match value {
        Value::Mapping(mapping) => {
            let entry = |(key, value): (&Value, &Value)| {
                let value = match (key.as_str(), value) {
                    (Some("content"), _) => value.clone(),
                    (Some("required"), Value::Sequence(names)) => {
                        Value::Sequence(names.iter().rev().cloned().collect())
                    }
                    _ => backwards(value),
                };
                (key.clone(), value)
            };
            let mut entries: Vec<_> = mapping.iter().map(entry).collect();
            entries.reverse();
            Value::Mapping(entries.into_iter().collect::<Mapping>())
        }
        Value::Sequence(items) => Value::Sequence(items.iter().map(backwards).collect()),
        other => other.clone(),
    }
}

/// The document with one more component, before the others, if it has any.
fn with_zebra(document: &Value) -> Option<Value> {
    let mut document = document.clone();
    let schemas = document.get_mut("components")?.get_mut("schemas")?;
    let before = std::mem::take(schemas.as_mapping_mut()?);
    let zebra = "{type: object, required: [stripes], properties: {stripes: {type: object, \
                 properties: {count: {type: integer}}}}}";
    let zebra: Value = serde_yaml::from_str(zebra).expect("YAML");
    let first = (Value::from("Zebra"), zebra);
    *schemas.as_mapping_mut()? = std::iter::once(first).chain(before).collect();
    Some(document)
}

/// The document with one more operation, before the others.
fn with_operation(document: &Value) -> Option<Value> {
    let mut document = document.clone();
    let paths = document.get_mut("paths")?;
    let before = std::mem::take(paths.as_mapping_mut()?);
    let get = "{get: {operationId: zebra of all, responses: {'204': {description: Z}}}}";
    let first = (
        Value::from("/zebra"),
        serde_yaml::from_str(get).expect("YAML"),
    );
    *paths.as_mapping_mut()? = std::iter::once(first).chain(before).collect();
    Some(document)
}

/// The document with one more property of every object among its components, or one more value of
/// every open enum of strings, before the others.
fn with_members(document: &Value, values: bool) -> Option<Value> {
    let mut document = document.clone();
    let schemas = document.get_mut("components")?.get_mut("schemas")?;
    for (_, schema) in schemas.as_mapping_mut()?.iter_mut() {
        if values {
            let is_string = schema.get("type").and_then(Value::as_str) == Some("string");
            // A list of names beside the values would have to grow too.
            let mut keys = schema.as_mapping().into_iter().flatten();
            if keys.any(|(key, _)| key.as_str().is_some_and(|key| key.starts_with("x-enum"))) {
                continue;
            }
            let known = schema.get_mut("enum").and_then(Value::as_sequence_mut);
            // One of a single value is a constant, and with two it is no more.
            if let Some(known) = known.filter(|known| is_string && known.len() > 1) {
                known.insert(0, Value::from("zebra"));
            }
        } else if let Some(properties) = schema.get_mut("properties") {
            // An object that declares nothing is a map, and with a property it is none.
            if properties.as_mapping().is_none_or(Mapping::is_empty) {
                continue;
            }
            let before = std::mem::take(properties.as_mapping_mut()?);
            let zebra = serde_yaml::from_str("{type: boolean}").expect("YAML");
            let first = (Value::from("zebra"), zebra);
            *properties.as_mapping_mut()? = std::iter::once(first).chain(before).collect();
        }
    }
    Some(document)
}

/// What changes, for a document that our oracle reads.
fn changes(path: &Path) -> Option<Vec<String>> {
    let document: Value = serde_yaml::from_str(&fs::read_to_string(path).ok()?).ok()?;
    let outline = outlined(&document);
    let mut changed = differing(&outline, &outlined(&backwards(&document)));
    if let Some(more) = with_zebra(&document) {
        let mut more = outlined(&more);
        more.retain(|line| !line.contains("types::Zebra"));
        changed.extend(differing(&outline, &more));
    }
    let edited = [
        with_operation(&document),
        with_members(&document, false),
        with_members(&document, true),
    ];
    for more in edited.into_iter().flatten() {
        // A branch is shown with its tags, of which there may be one more.
        let name = |line: &String| line.split(" = ").next().unwrap_or_default().to_owned();
        let more: Vec<String> = outlined(&more).iter().map(name).collect();
        // Of two types that are alike one may have a member more now; both are there still.
        let named = outline.iter().filter(|line| !line.starts_with("same "));
        let gone = named.filter(|line| !more.contains(&name(line)));
        changed.extend(gone.map(|line| format!("- {line}")));
    }
    Some(changed)
}

fn differing(one: &[String], other: &[String]) -> Vec<String> {
    let gone = one.iter().filter(|line| !other.contains(line));
    let new = other.iter().filter(|line| !one.contains(line));
    gone.map(|line| format!("- {line}"))
        .chain(new.map(|line| format!("+ {line}")))
        .collect()
}

#[test]
fn order_and_neighbours_name_nothing() {
    let mut read = 0;
    for name in documents("features") {
        if let Some(changed) = changes(&specs().join(&name)) {
            assert!(changed.is_empty(), "{name}:\n{}", changed.join("\n"));
            read += 1;
        }
    }
    assert!(read > 15, "{read} documents were read");
}

/// For all documents of a folder: `RESTITCH_CORPUS=... cargo test -p restitch-tests --test order
/// -- --ignored`.
#[test]
#[ignore = "minutes, and documents that are not in this repository"]
fn order_and_neighbours_name_nothing_in_the_corpus() {
    let folder = std::env::var_os("RESTITCH_CORPUS").expect("the corpus' folder");
    let mut folders = vec![PathBuf::from(folder).join("specs")];
    let mut changed = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.metadata().is_ok_and(|file| file.len() < 1_000_000) {
                let lines = changes(&path).unwrap_or_default();
                let lines = lines.into_iter().take(6);
                changed.extend(lines.map(|line| format!("{}: {line}", path.display())));
            }
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}
