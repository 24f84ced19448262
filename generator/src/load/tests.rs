//! What becomes of a text, and where its parts stand.

use super::{Limits, Source, load};
use crate::diag::{Code, Diagnostic, Sink};
use crate::tree::{Map, Node, Place, Tree, Value};

fn read(text: &str) -> (Tree, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let name = "api.yaml";
    let tree = load(Source::Text { name, text }, &Limits::default(), &mut sink);
    let mut found = sink.into_sorted();
    // These texts are no OpenAPI documents.
    found.retain(|one| one.code != Code::NO_VERSION && one.code != Code::NOT_A_MAPPING);
    (tree, found)
}

/// The root of a text that has nothing wrong.
fn root(text: &str) -> Node {
    let (tree, found) = read(text);
    assert!(found.is_empty(), "{text}: {found:?}");
    tree.root().cloned().expect("a root")
}

fn keys(node: &Node) -> Vec<&str> {
    let map = node.as_map().into_iter().flat_map(Map::iter);
    map.map(|entry| entry.key.as_str()).collect()
}

/// Line, column, offset.
fn numbers(at: Place) -> (u32, u32, u32) {
    (at.line, at.column, at.offset)
}

/// Where the value of a key stands.
fn at(node: &Node, key: &str) -> (u32, u32, u32) {
    numbers(node.get(key).expect(key).at)
}

#[test]
fn places_are_where_values_start() {
    let text = "a: 1\nb:\n  - x\nc:\n- y\nd: &n {e: \"f\"}\né: !!str 5\ng: |\n  h\ni:\n";
    let root = root(text);
    assert_eq!(at(&root, "a"), (1, 4, 3));
    assert_eq!(at(&root, "b"), (3, 3, 10));
    assert_eq!(at(&root, "c"), (5, 1, 17));
    assert_eq!(at(&root, "d"), (6, 7, 27));
    assert_eq!(at(root.get("d").expect("d"), "e"), (6, 11, 31));
    assert_eq!(at(&root, "é"), (7, 10, 46));
    assert_eq!(at(&root, "g"), (9, 3, 55));
    let entry = root.as_map().and_then(|map| map.entry("g"));
    assert_eq!(entry.map(|entry| numbers(entry.at)), Some((8, 1, 48)));
    assert_eq!(root.get("i").map(Node::kind), Some("null"));
}

#[test]
fn a_byte_order_mark_counts_in_bytes_only() {
    assert_eq!(at(&root("\u{feff}a: 1\nb: 2\n"), "a"), (1, 4, 6));
    assert_eq!(at(&root("\u{feff}a: 1\nb: 2\n"), "b"), (2, 4, 11));
    assert_eq!(at(&root("\u{feff}{\"a\": 1}"), "a"), (1, 7, 9));
}

#[test]
fn lines_end_in_every_way() {
    for text in ["a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r"] {
        let (line, column, _) = at(&root(text), "b");
        assert_eq!((line, column), (2, 4), "{text:?}");
    }
}

#[test]
fn merges_stand_in_their_place() {
    let text = "base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\n\
                one: {x: 0, <<: *base, b: 5, y: 6}\nmany: {<<: [*base, *more], d: 7}\n";
    let root = root(text);
    let one = root.get("one").expect("one");
    assert_eq!(keys(one), ["x", "a", "b", "y"]);
    let number = |node: &Node, key: &str| node.get(key).map(|node| node.value.clone());
    assert_eq!(number(one, "b"), Some(Value::Number("5".to_owned())));
    let many = root.get("many").expect("many");
    assert_eq!(keys(many), ["a", "b", "c", "d"]);
    assert_eq!(number(many, "b"), Some(Value::Number("2".to_owned())));
}

#[test]
fn a_merge_key_that_comes_again_merges_too() {
    let text = "base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\n\
                both: {<<: *base, x: 0, <<: *more}\n";
    let (tree, found) = read(text);
    let root = tree.root().expect("root");
    let both = root.get("both").expect("both");
    assert_eq!(keys(both), ["a", "b", "c", "x"]);
    let b = both.get("b").map(|node| node.value.clone());
    assert_eq!(b, Some(Value::Number("2".to_owned())));
    let codes: Vec<_> = found.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::DUPLICATE_KEY]);
}

#[test]
fn merges_build_on_merges() {
    let text = "a: &a {x: 1}\nb: &b\n  <<: *a\n  y: 2\nc:\n  <<: *b\n  z: 3\n";
    assert_eq!(keys(root(text).get("c").expect("c")), ["x", "y", "z"]);
}

#[test]
fn only_a_plain_merge_key_merges() {
    for text in ["'<<': 1", "\"<<\": 1", "!!str <<: 1"] {
        assert_eq!(keys(&root(text)), ["<<"], "{text}");
    }
}

#[test]
fn an_alias_stands_where_it_is_written() {
    let root = root("a: &a {b: c}\nd: *a\n&k e: 1\nf: *k\n");
    assert_eq!(at(&root, "d"), (2, 4, 16));
    assert_eq!(at(root.get("d").expect("d"), "b"), (1, 11, 10));
    assert_eq!(root.get("f").and_then(Node::as_str), Some("e"));
}

#[test]
fn an_alias_may_be_a_key() {
    assert_eq!(keys(&root("a: &a b\n*a : c\n")), ["a", "b"]);
    let (_, found) = read("a: &a [b]\n*a : c\n");
    assert_eq!(found[0].code, Code::BAD_KEY);
}

#[test]
fn a_key_that_comes_again_is_shown_at_both_places() {
    let (tree, found) = read("a: {b: 1, c: 2, b: 3}\nd: 4\n");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, Code::DUPLICATE_KEY);
    assert_eq!(found[0].pointer.to_string(), "#/a/b");
    assert_eq!(found[0].place.map(numbers), Some((1, 17, 16)));
    let labels: Vec<_> = found[0].labels.iter().map(|(at, _)| numbers(*at)).collect();
    assert_eq!(labels, [(1, 5, 4)]);
    let root = tree.root().expect("a root");
    assert_eq!(keys(root), ["a", "d"]);
    let a = root.get("a").expect("a");
    assert_eq!(keys(a), ["b", "c"]);
    assert_eq!(
        a.get("b").map(|b| &b.value),
        Some(&Value::Number("3".to_owned()))
    );
    let dropped = tree.files[0].dropped.iter();
    let dropped: Vec<_> = dropped
        .map(|(at, node)| (at.to_string(), numbers(node.at)))
        .collect();
    assert_eq!(dropped, [("#/a/b".to_owned(), (1, 8, 7))]);
}

#[test]
fn what_to_do_about_a_file_that_is_not_there() {
    for (path, expect) in [
        ("https://example.com/openapi.yaml", "download it"),
        ("Cargo.tml", "did you mean `Cargo.toml`?"),
        ("src/load/limit.rs", "did you mean `src/load/limits.rs`?"),
        (
            "openapi.yaml",
            "a relative path starts in the package's folder",
        ),
        ("no-such-folder/openapi.yaml", "a relative path"),
        ("/no-such-folder/openapi.yaml", ""),
        ("src", ""),
    ] {
        let mut sink = Sink::default();
        let path = std::path::Path::new(path);
        load(Source::Path(path), &Limits::default(), &mut sink);
        let found = sink.into_sorted();
        assert_eq!(found[0].code, Code::UNREADABLE);
        let help = found[0].help.as_deref().unwrap_or_default();
        assert!(help.starts_with(expect), "{path:?}: {help}");
        assert_eq!(help.is_empty(), expect.is_empty(), "{path:?}: {help}");
    }
}

#[test]
fn reading_ends_after_a_hundred_errors() {
    let text: Vec<_> = (0..1000).map(|i| format!("k{i}: *nothing\n")).collect();
    let (_, found) = read(&text.concat());
    assert_eq!(found.len(), 100);
}

#[test]
fn unknown_tags_are_told_once() {
    let (tree, found) = read("- !Sub a\n- !Sub 'b'\n- !Ref 5\n- !<tag:x.org,2000:y> {c: d}\n");
    let codes: Vec<_> = found.iter().map(|one| one.code).collect();
    assert_eq!(codes, [Code::IGNORED_TAG; 3]);
    let items = tree.root().and_then(Node::as_array).expect("a list");
    let kinds: Vec<_> = items.iter().map(Node::kind).collect();
    assert_eq!(kinds, ["a string", "a string", "a number", "an object"]);
}

#[test]
fn a_version_that_is_a_number_is_made_text() {
    let (tree, found) = read("openapi: 3.1\n");
    assert_eq!(found[0].code, Code::WRONG_TYPE);
    let version = tree.root().and_then(|root| root.get("openapi"));
    assert_eq!(version.and_then(Node::as_str), Some("3.1.0"));
}
