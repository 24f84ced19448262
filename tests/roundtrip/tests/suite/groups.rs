//! The suite's files as they are: each has groups, each group a schema and its instances.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// A draft of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Draft {
    /// That of `OpenAPI` 3.1.
    V2020,
    /// The last before `OpenAPI` 3.0, which takes its keywords from the one after.
    V4,
}

impl Draft {
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::V2020 => "draft2020-12",
            Self::V4 => "draft4",
        }
    }
}

/// A schema and its instances.
#[derive(Debug, Deserialize)]
pub(crate) struct Group {
    /// The file below the draft's folder.
    #[serde(skip)]
    pub(crate) file: String,
    pub(crate) description: String,
    /// The text, with all digits.
    pub(crate) schema: Box<RawValue>,
    pub(crate) tests: Vec<Instance>,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Instance {
    pub(crate) description: String,
    pub(crate) data: Box<RawValue>,
    pub(crate) valid: bool,
}

impl Group {
    /// How the ledger calls it.
    pub(crate) fn name(&self) -> String {
        format!("{} | {}", self.file, self.description)
    }

    /// The groups that say the `type` which this one leaves out, as documents do: one for each JSON
    /// type of a valid instance, with the instances that are of it. Most of the suite's schemas say none, and many then
    /// decide no type at all. Where a schema refers to something, which may be itself, its type
    /// would be said of more than the instance.
    pub(crate) fn typed(&self) -> Vec<Self> {
        let text = self.schema.get();
        let of_all = !text.starts_with('{') || text.contains("ef\":");
        if of_all || self.keywords().contains_key("type") {
            return Vec::new();
        }
        let groups = TYPES.iter().map(|(word, starts)| {
            let tests = self.tests.iter();
            let tests = tests.filter(|test| test.data.get().starts_with(|c| starts.contains(c)));
            Self {
                file: self.file.clone(),
                description: format!("{} | type: {word}", self.description),
                schema: with_key(text, "type", word),
                tests: tests.cloned().collect(),
            }
        });
        groups
            .filter(|group| group.tests.iter().any(|test| test.valid))
            .collect()
    }

    /// The keywords of its schema.
    pub(crate) fn keywords(&self) -> Map<String, Value> {
        serde_json::from_str(self.schema.get()).unwrap_or_default()
    }
}

/// The types of JSON without `null`, and what their texts start with.
const TYPES: [(&str, &str); 5] = [
    ("array", "["),
    ("boolean", "tf"),
    ("number", "-0123456789"),
    ("object", "{"),
    ("string", "\""),
];

/// The text of an object with another key that has a text for its value.
pub(crate) fn with_key(object: &str, key: &str, value: &str) -> Box<RawValue> {
    let rest = object.trim_start().strip_prefix('{').expect("an object");
    let comma = if rest.trim_start().starts_with('}') {
        ""
    } else {
        ","
    };
    let text = format!(r#"{{"{key}": "{value}"{comma} {rest}"#);
    RawValue::from_string(text).expect("JSON")
}

/// All groups of a draft, in order.
pub(crate) fn read(suite: &Path, draft: Draft) -> Vec<Group> {
    let folder = suite.join("tests").join(draft.folder());
    let mut files = Vec::new();
    json_files(&folder, "", &mut files);
    let groups = files.iter().flat_map(|name| {
        let text = fs::read_to_string(folder.join(name)).expect("a file of the suite");
        let groups: Vec<Group> = serde_json::from_str(&text).expect("groups");
        groups.into_iter().map(|group| Group {
            file: name.clone(),
            ..group
        })
    });
    groups.collect()
}

/// The names of the JSON files in a folder and below, in order.
pub(crate) fn json_files(folder: &Path, prefix: &str, files: &mut Vec<String>) {
    let entries = fs::read_dir(folder).expect("a folder of the suite");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.into_string().expect("a name"))
        .collect();
    names.sort();
    for name in names {
        let path = folder.join(&name);
        let shown = format!("{prefix}{name}");
        if path.is_dir() {
            json_files(&path, &format!("{shown}/"), files);
        } else if path.extension().is_some_and(|ext| ext == "json") {
            files.push(shown);
        }
    }
}
