use serde_json::{Value as Json, json};

use super::apply_file;
use super::image::image;
use crate::diag::Sink;
use crate::load::{Limits, Loading, Source};
use crate::tree::Place;

fn applied(document: &str, actions: &str, sink: &mut Sink) -> Loading {
    let source = |name, text| Source::Text { name, text };
    let limits = Limits::default();
    let mut loading = Loading::root(source("api.yaml", document), None, &limits, sink);
    let text = format!("overlay: 1.1.0\ninfo: {{title: T, version: '1'}}\nactions:\n{actions}");
    let id = loading.beside(source("fixes.yaml", &text), sink).unwrap();
    apply_file(&mut loading, id, sink);
    loading
}

fn check(document: &str, actions: &str, expect: &Json) {
    let mut sink = Sink::default();
    let loading = applied(document, actions, &mut sink);
    let found = sink.into_sorted();
    assert!(found.is_empty(), "{actions}: {found:?}");
    let root = loading.tree.root().map(image);
    assert_eq!(root.as_ref(), Some(expect), "{actions}");
}

/// The actions are refused, with a message and a help that hold these words.
fn refused(document: &str, actions: &str, message: &str, help: &str) {
    let mut sink = Sink::default();
    applied(document, actions, &mut sink);
    let found = sink.into_sorted();
    let [found] = found.as_slice() else {
        panic!("{actions}: {found:?}");
    };
    assert!(found.message.contains(message), "{}", found.message);
    let said = found.help.as_deref().unwrap_or_default();
    assert!(said.contains(help), "{said}");
    assert!(found.place.is_some_and(|place| place.file.0 == 1));
}

#[test]
fn update_merges_appends_and_replaces() {
    let cases = [
        (
            "{a: {b: 1}}",
            "$.a",
            "{c: 2}",
            json!({"a": {"b": 1, "c": 2}}),
        ),
        ("{a: {b: 1}}", "$.a", "{b: 2}", json!({"a": {"b": 2}})),
        (
            "{a: {b: {c: 1}}}",
            "$",
            "{a: {b: {d: 2}}}",
            json!({"a": {"b": {"c": 1, "d": 2}}}),
        ),
        (
            "{a: {b: [1]}}",
            "$.a",
            "{b: [2]}",
            json!({"a": {"b": [1, 2]}}),
        ),
        ("{a: [1]}", "$.a", "2", json!({"a": [1, 2]})),
        ("{a: [1]}", "$.a", "[2, 3]", json!({"a": [1, 2, 3]})),
        ("{a: [1]}", "$.a", "{b: 2}", json!({"a": [1, {"b": 2}]})),
        ("{a: x}", "$.a", "y", json!({"a": "y"})),
        ("{a: x}", "$.a", "null", json!({"a": null})),
        ("{a: null}", "$.a", "1", json!({"a": 1})),
        (
            "{a: [{b: 1}, {b: 2}]}",
            "$.a[?@.b == 2]",
            "{c: 3}",
            json!({"a": [{"b": 1}, {"b": 2, "c": 3}]}),
        ),
        (
            "{a: {b: 1}, c: {b: 1}}",
            "$.*",
            "{b: 2}",
            json!({"a": {"b": 2}, "c": {"b": 2}}),
        ),
        (
            "{a/b: {c~d: 1}}",
            "$['a/b']['c~d']",
            "2",
            json!({"a/b": {"c~d": 2}}),
        ),
        (
            "{a: {b: {}}}",
            "$..*",
            "{c: 1}",
            json!({"a": {"b": {"c": 1}, "c": 1}}),
        ),
        (
            "{a: [xa, yb]}",
            "$.a[?match(@, 'x.')]",
            "z",
            json!({"a": ["z", "yb"]}),
        ),
    ];
    for (document, target, update, expect) in cases {
        let action = format!("- {{target: \"{target}\", update: {update}}}");
        check(document, &action, &expect);
    }
}

#[test]
fn remove_takes_out_keys_and_items() {
    let cases = [
        ("{a: 1, b: 2}", "$.a", json!({"b": 2})),
        ("{a: [0, 1, 2, 3]}", "$.a[2, 0]", json!({"a": [1, 3]})),
        ("{a: [0, 1, 2, 3]}", "$.a[-1]", json!({"a": [0, 1, 2]})),
        (
            "{a: [{b: 1}, {b: 2}]}",
            "$.a[?@.b == 1]",
            json!({"a": [{"b": 2}]}),
        ),
        // The item goes, and so does a part of the one behind it.
        (
            "{a: [{b: 1}, {b: 1, c: 2}]}",
            "$['a'][0, 1]['b']",
            json!({"a": [{}, {"c": 2}]}),
        ),
        (
            "{a: [{x: 1}, {y: {x: 1}, z: 0}], x: 2}",
            "$..x",
            json!({"a": [{}, {"y": {}, "z": 0}]}),
        ),
        (
            "{a: [[1, 1], [1, 2]]}",
            "$..[?@ == 1]",
            json!({"a": [[], [2]]}),
        ),
        ("{a: {b: {c: 1}}, d: 1}", "$.a..*", json!({"a": {}, "d": 1})),
    ];
    for (document, target, expect) in cases {
        let action = format!("- {{target: \"{target}\", remove: true}}");
        check(document, &action, &expect);
    }
}

#[test]
fn copy_takes_a_part_of_the_document() {
    let document = "{a: {b: 1}, c: {d: 2}, e: [3], f: 4}";
    let copy = |target, source| format!("- {{target: \"{target}\", copy: \"{source}\"}}");
    let a = json!({"b": 1});
    for (target, source, expect) in [
        (
            "$.c",
            "$.a",
            json!({"a": a, "c": {"d": 2, "b": 1}, "e": [3], "f": 4}),
        ),
        (
            "$.e",
            "$.a",
            json!({"a": a, "c": {"d": 2}, "e": [3, a], "f": 4}),
        ),
        (
            "$.f",
            "$.e[0]",
            json!({"a": a, "c": {"d": 2}, "e": [3], "f": 3}),
        ),
    ] {
        check(document, &copy(target, source), &expect);
    }
}

#[test]
fn an_action_sees_what_those_before_it_left() {
    // A key is renamed: made, filled, and removed under its old name.
    let actions = "- {target: $.p, update: {new: {}}}\n- {target: $.p.new, copy: $.p.old}\n- {target: $.p.old, remove: true}";
    check(
        "{p: {old: {a: [1]}}}",
        actions,
        &json!({"p": {"new": {"a": [1]}}}),
    );
}

#[test]
fn places_are_where_the_text_is() {
    let mut sink = Sink::default();
    let actions = "- target: $.a\n  update:\n    c: 2\n    b: 3";
    let loading = applied("a:\n  b: 1\n  d: 4\n", actions, &mut sink);
    let a = loading.tree.root().and_then(|root| root.get("a")).unwrap();
    let line = |key| {
        let Place { file, line, .. } = a.get(key).unwrap().at;
        (file.0, line)
    };
    assert_eq!((a.at.file.0, a.at.line), (0, 2));
    assert_eq!((line("b"), line("c"), line("d")), ((1, 7), (1, 6), (0, 3)));
}

#[test]
fn what_does_not_go_together_is_refused() {
    let update = |target, value| format!("- {{target: {target}, update: {value}}}");
    let document = "{a: {b: 1}, c: [1], d: 1}";
    let into = "can not be merged into";
    refused(document, &update("$.a", "1"), into, "remove what is there");
    refused(document, &update("$.a", "[1]"), into, "");
    refused(document, &update("$.d", "{}"), into, "");
    refused(document, &update("$", "{a: {b: []}}"), into, "");
    refused(
        document,
        &update("$.*", "1"),
        "objects and arrays",
        "an action for each",
    );
    let both = "- {target: $.a, copy: $.*}";
    refused(document, both, "selects 3 nodes to copy", "single");
    refused(
        document,
        "- {target: $, remove: true}",
        "whole document",
        "",
    );
}

#[test]
fn a_target_that_is_not_there_is_named_by_what_is() {
    let document = "{paths: {/pets: {get: {}}, /shops: {}}, info: {title: T}}";
    let remove = |target| format!("- {{target: \"{target}\", remove: true}}");
    for (target, help) in [
        ("$.path", "`$` has `paths`"),
        ("$.paths['/pet']", "`$.paths` has `/pets`"),
        (
            "$.paths['/pets'].gte.responses",
            "`$.paths['/pets']` has `get`",
        ),
        ("$.paths[\\\"/shop\\\"].get", "`$.paths` has `/shops`"),
        ("$.info['x-y']", "`$.info` has `title`"),
        ("$.paths['/shops'].get", "`$.paths['/shops']` has no keys"),
        ("$.paths[?@.put]", "`$.paths` is there"),
        ("$..gett", "nothing in it"),
    ] {
        refused(document, &remove(target), "selects nothing", help);
    }
}

#[test]
fn copies_stay_within_the_limits() {
    let mut actions = String::new();
    for _ in 0..300 {
        actions += "- {target: $, update: {a: {}}}\n- {target: $.a, copy: $}\n";
    }
    let mut sink = Sink::default();
    applied("{b: 1}", &actions, &mut sink);
    let found = sink.into_sorted();
    assert!(found.iter().any(|d| d.message.contains("the limits")));
}

#[test]
fn no_path_overflows_the_stack() {
    for open in ["(", "[?@", "!", "!("] {
        let path = format!("$[?{}", open.repeat(1300));
        let action = format!("- {{target: \"{path}\", remove: true}}");
        refused("{a: 1}", &action, "longer than any", "");
        let path = format!("$[?{}", open.repeat(45));
        let action = format!("- {{target: \"{path}\", remove: true}}");
        refused("{a: 1}", &action, "no JSONPath", "");
    }
}
