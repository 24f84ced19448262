//! What the tests of rules share: trees from YAML, and trees as JSON to compare and to read.

use std::collections::HashSet;

use crate::diag::{Code, Diagnostic, Sink};
use crate::grammar::Kind;
use crate::load::{Limits, Source, load};
use crate::tree::{File, FileId, Node, Pointer, Tree};

use super::cx::Cx;
use super::version::Version;
use super::walk;

/// A node from YAML.
pub(super) fn node(text: &str) -> Node {
    let source = Source::Text { name: "test", text };
    let mut sink = Sink::default();
    let mut tree = load(source, &Limits::default(), &mut sink);
    // It says that most of these are no documents, and has read them nevertheless.
    let syntax = |one: &Diagnostic| one.code == Code::SYNTAX || one.code == Code::DUPLICATE_KEY;
    assert!(!sink.into_sorted().iter().any(syntax), "not YAML:\n{text}");
    tree.files.remove(0).root
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
            dropped: Vec::new(),
        });
    }
    tree
}

/// A node as JSON. Numbers that JSON's library can not hold come as strings.
pub(super) fn json(node: &Node) -> serde_json::Value {
    node.json(|text| text.into())
}

/// Diagnostics in short, `W0103 #/maxLength`, sorted.
pub(super) fn short(found: &[Diagnostic]) -> Vec<String> {
    let short = |one: &Diagnostic| format!("{} {}", one.code.as_str(), one.pointer);
    let mut short: Vec<_> = found.iter().map(short).collect();
    short.sort();
    short
}

/// Walks one object of a kind, and compares what comes of it with what is expected.
pub(super) fn check(version: Version, kind: Kind, before: &str, after: &str, expected: &[&str]) {
    let mut node = node(before);
    let mut sink = Sink::default();
    let mut told = HashSet::new();
    let pointer = Pointer::root(FileId(0));
    let mut cx = Cx::new(
        version,
        &pointer,
        kind,
        HashSet::new(),
        &mut told,
        &mut sink,
    );
    walk::object(&mut node, kind, &mut cx);
    let print = |value: &serde_json::Value| serde_yaml::to_string(value).expect("JSON prints");
    let (got, want) = (json(&node), json(&self::node(after)));
    assert_eq!(print(&got), print(&want), "\nof:\n{before}");
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(short(&sink.into_sorted()), expected, "\nof:\n{before}");
}
