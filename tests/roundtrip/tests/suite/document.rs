//! A group's schema as a document whose component `Group` it is.
//!
//! `Values` are arrays of it. An instance is read as one, because `null` is no value of a type but
//! of the place that holds it.
//!
//! In the suite a schema is a document by itself, and references to `#` mean that schema. So that
//! they do here, it is a resource of its own: in 3.1 by its `$id`, which it is given where it has
//! none; in 3.0, which has no such keyword, by a file of its own. What it refers to in the suite's
//! `remotes` is bundled into the document of 3.1, as JSON Schema has it: by `$id`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use restitch_build::{Report, configure};
use serde_json::Value;

use crate::groups::{Draft, Group, json_files, with_key};

/// Where the schema stands, or what refers to it.
pub(crate) const POINTER: &str = "#/components/schemas/Group";

/// Where the suite says that its `remotes` are served.
const REMOTES: &str = "http://localhost:1234/";

/// What the generator makes of a group.
pub(crate) fn report(suite: &Path, draft: Draft, group: &Group) -> Report {
    let schema = group.schema.get();
    let report = match draft {
        Draft::V2020 => {
            let mut schemas = vec![("Group".to_owned(), resource(schema, "suite:/group"))];
            for (index, (uri, text)) in remotes(suite, schema).into_iter().enumerate() {
                schemas.push((format!("Remote{index}"), resource(&text, &uri)));
            }
            configure().check_text("group.json", &text("3.1.0", &schemas))
        }
        Draft::V4 => configure().check(file(group)),
    };
    report.expect("formats are as they are")
}

fn text(version: &str, schemas: &[(String, String)]) -> String {
    let schemas = schemas
        .iter()
        .map(|(name, text)| format!("\n{name:?}: {text},"));
    let schemas: String = schemas.collect();
    format!(
        r#"{{"openapi": "{version}", "info": {{"title": "Group", "version": "1"}}, "paths": {{}},
"components": {{"schemas": {{{schemas}
"Values": {{"type": "array", "items": {{"$ref": "{POINTER}"}}}}
}}}}}}"#
    )
}

/// A schema with an `$id`.
fn resource(schema: &str, id: &str) -> String {
    match serde_json::from_str(schema).expect("a schema") {
        Value::Object(keys) if !keys.contains_key("$id") => {
            with_key(schema, "$id", id).get().to_owned()
        }
        _ => schema.to_owned(),
    }
}

/// The schemas among the suite's `remotes` that a schema refers to, and those that they do. They
/// are told by the last part of their names, which may be one too many.
fn remotes(suite: &Path, schema: &str) -> Vec<(String, String)> {
    let folder = suite.join("remotes");
    let mut names = Vec::new();
    json_files(&folder, "", &mut names);
    names.retain(|name| !name.starts_with("draft") || name.starts_with("draft2020-12/"));
    let mut wanted = BTreeSet::new();
    let mut found: Vec<(String, String)> = Vec::new();
    targets(
        &serde_json::from_str(schema).expect("a schema"),
        &mut wanted,
    );
    loop {
        let before = found.len();
        for name in &names {
            let uri = format!("{REMOTES}{name}");
            let last = name.rsplit('/').next().unwrap_or_default();
            if wanted.contains(last) && found.iter().all(|(known, _)| *known != uri) {
                let text = fs::read_to_string(folder.join(name)).expect("a remote");
                targets(&serde_json::from_str(&text).expect("a schema"), &mut wanted);
                found.push((uri, text));
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

/// The last parts of all files that are referred to.
fn targets(value: &Value, out: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| targets(item, out)),
        Value::Object(entries) => {
            for key in ["$ref", "$dynamicRef"] {
                if let Some(text) = entries.get(key).and_then(Value::as_str) {
                    let file = text.split('#').next().unwrap_or_default();
                    out.insert(file.rsplit('/').next().unwrap_or_default().to_owned());
                }
            }
            entries.values().for_each(|value| targets(value, out));
        }
        _ => {}
    }
}

/// The document of a group in 3.0, with the schema in a file beside it.
fn file(group: &Group) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("draft4");
    let name: String = group
        .name()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let folder = folder.join(name);
    fs::create_dir_all(&folder).expect("a folder");
    let schema = r#"{"$ref": "Group.json"}"#.to_owned();
    let document = text("3.0.3", &[("Group".to_owned(), schema)]);
    fs::write(folder.join("Group.json"), group.schema.get()).expect("a file");
    fs::write(folder.join("openapi.json"), document).expect("a file");
    folder.join("openapi.json")
}
