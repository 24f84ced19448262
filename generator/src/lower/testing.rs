//! What the tests of rules share: trees from YAML, and trees as JSON to compare and to read.

use std::collections::HashSet;

use serde_yaml::Value as Yaml;

use crate::diag::{Diagnostic, Sink};
use crate::grammar::Kind;
use crate::tree::{Entry, File, FileId, Node, Place, Pointer, Tree, Value};

use super::cx::Cx;
use super::version::Version;
use super::walk;

/// A node from YAML, without places.
pub(super) fn node(text: &str) -> Node {
    from_yaml(&serde_yaml::from_str(text).expect("the test's YAML is valid"))
}

fn from_yaml(yaml: &Yaml) -> Node {
    let value = match yaml {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => Value::Bool(*value),
        Yaml::Number(number) => Value::Number(number.to_string()),
        Yaml::String(text) => Value::String(text.clone()),
        Yaml::Sequence(items) => Value::Array(items.iter().map(from_yaml).collect()),
        Yaml::Mapping(map) => Value::Object(map.iter().map(entry).collect()),
        Yaml::Tagged(tagged) => return from_yaml(&tagged.value),
    };
    Node::new(value, Place::default())
}

fn entry((key, value): (&Yaml, &Yaml)) -> Entry {
    let key = match key {
        Yaml::String(text) => text.clone(),
        other => serde_yaml::to_string(other)
            .expect("scalars print")
            .trim()
            .to_owned(),
    };
    Entry {
        key,
        at: Place::default(),
        node: from_yaml(value),
    }
}

/// A tree of files, the root first, each named and linked from every other.
pub(super) fn tree(files: &[(&str, Node)]) -> Tree {
    let mut tree = Tree::default();
    for (index, (name, root)) in files.iter().enumerate() {
        for (from, _) in (0..).zip(files) {
            let file = FileId(u32::try_from(index).expect("few files"));
            tree.links.insert((FileId(from), (*name).to_owned()), file);
        }
        tree.files.push(File {
            name: (*name).to_owned(),
            path: None,
            text: String::new(),
            root: root.clone(),
        });
    }
    tree
}

/// A node as JSON. Numbers that JSON's library can not hold come as strings.
pub(super) fn json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(text) => serde_json::from_str(text).unwrap_or_else(|_| text.as_str().into()),
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => items.iter().map(json).collect(),
        Value::Object(map) => {
            let members = map
                .iter()
                .map(|entry| (entry.key.clone(), json(&entry.node)));
            serde_json::Value::Object(members.collect())
        }
    }
}

/// Diagnostics in short: `W0103 #/maxLength`, in the order of finding.
pub(super) fn short(found: &[Diagnostic]) -> Vec<String> {
    found
        .iter()
        .map(|one| format!("{} {}", one.code.as_str(), one.pointer))
        .collect()
}

/// Walks one object of a kind, and compares what comes of it with what is expected.
pub(super) fn check(version: Version, kind: Kind, before: &str, after: &str, expected: &[&str]) {
    let mut node = node(before);
    let mut sink = Sink::default();
    let mut told = HashSet::new();
    let pointer = Pointer::root(FileId(0));
    let mut cx = Cx::new(version, &pointer, HashSet::new(), &mut told, &mut sink);
    walk::object(&mut node, kind, &mut cx);
    let print = |value: &serde_json::Value| serde_yaml::to_string(value).expect("JSON prints");
    let (got, want) = (json(&node), json(&self::node(after)));
    assert_eq!(print(&got), print(&want), "\nof:\n{before}");
    assert_eq!(short(&sink.into_sorted()), expected, "\nof:\n{before}");
}
