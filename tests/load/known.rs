//! Where `load` and `serde_yaml` read one text differently, on purpose.

use restitch_build::load::Source;
use restitch_build::tree::{Node, Value};
use serde_yaml::Value as Yaml;

use crate::oracle::ours;

/// A text, what `load` makes of it, and what `serde_yaml` makes of it (before its `apply_merge`).
struct Known {
    what: &'static str,
    text: &'static str,
    ours: &'static str,
    theirs: &'static str,
}

/// An error, in the columns of the table.
const ERROR: &str = "error";

const KNOWN: &[Known] = &[
    Known {
        what: "a merge key is merged, in its place; what is written out wins",
        text: "{a: 1, <<: {b: 2, a: 3}, c: 4}",
        ours: r#"{"a":1,"b":2,"c":4}"#,
        theirs: r#"{"a":1,"<<":{"b":2,"a":3},"c":4}"#,
    },
    Known {
        what: "keys are text",
        text: "{200: a, 1.50: b, true: c, null: d, ~: e}",
        ours: r#"{"200":"a","1.50":"b","true":"c","null":"d","~":"e"}"#,
        theirs: ERROR,
    },
    Known {
        what: "one key in two spellings is one key, of which the last counts",
        text: "{200: a, '200': b}",
        ours: r#"{"200":"b"}"#,
        theirs: r#"{200:"a","200":"b"}"#,
    },
    Known {
        what: "of a key that comes twice the last counts",
        text: r#"{"a": 1, "b": 3, "a": 2}"#,
        ours: r#"{"a":2,"b":3}"#,
        theirs: ERROR,
    },
    Known {
        what: "numbers keep their digits",
        text: "[1.50, 0.1e1, 12345678901234567890.5]",
        ours: "[1.50,0.1e1,12345678901234567890.5]",
        theirs: "[1.5,1.0,1.2345678901234567e19]",
    },
    Known {
        what: "an integer may be as long as it likes",
        text: "[-9223372036854776000]",
        ours: "[-9223372036854776000]",
        theirs: ERROR,
    },
    Known {
        what: "a number beyond doubles is a number",
        text: "[1e999]",
        ours: "[1e999]",
        theirs: r#"["1e999"]"#,
    },
    Known {
        what: "infinities and NaN are strings: JSON does not have them",
        text: "[.inf, -.INF, .nan]",
        ours: r#"[".inf","-.INF",".nan"]"#,
        theirs: "[.inf,-.inf,.nan]",
    },
    Known {
        what: "a tag of an application is ignored",
        text: "[!Sub text, !Ref 5]",
        ours: r#"["text",5]"#,
        theirs: r#"[!Sub "text",!Ref 5]"#,
    },
    Known {
        what: "`!` makes a string",
        text: "[! 200]",
        ours: r#"["200"]"#,
        theirs: "[!! 200]",
    },
    Known {
        what: "surrogate pairs are read in YAML as in JSON",
        text: r#"["\ud83d\ude00"]"#,
        ours: r#"["😀"]"#,
        theirs: ERROR,
    },
    Known {
        what: "an empty file is an error",
        text: "# nothing\n",
        ours: ERROR,
        theirs: "null",
    },
    Known {
        what: "nothing but text and plain scalars are keys",
        text: "{[a, b]: c}",
        ours: ERROR,
        theirs: r#"{["a","b"]:"c"}"#,
    },
];

#[test]
fn differences_are_as_listed() {
    for known in KNOWN {
        assert_eq!(own(known.text), known.ours, "{}", known.what);
        let other = serde_yaml::from_str(known.text);
        let other = other.map_or(ERROR.to_owned(), |yaml: Yaml| shown(&yaml));
        assert_eq!(other, known.theirs, "{}", known.what);
        assert_ne!(known.ours, known.theirs, "no difference: {}", known.what);
    }
}

#[test]
fn keys_may_be_longer_than_in_yaml() {
    let key = "k".repeat(5000);
    let text = format!("{{{key:?}:1}}");
    assert_eq!(own(&text), text);
    assert!(serde_yaml::from_str::<Yaml>(&text).is_err());
}

fn own(text: &str) -> String {
    match ours(Source::Text { name: "x", text }) {
        Ok(tree) => json(tree.root().expect("a root")),
        Err(_) => ERROR.to_owned(),
    }
}

/// A tree in JSON, numbers as they are kept.
fn json(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(text) => text.clone(),
        Value::String(text) => format!("{text:?}"),
        Value::Array(items) => list(items.iter().map(json)),
        Value::Object(map) => object(map.iter().map(|e| format!("{:?}:{}", e.key, json(&e.node)))),
    }
}

/// The oracle's value, likewise.
fn shown(yaml: &Yaml) -> String {
    match yaml {
        Yaml::Null => "null".to_owned(),
        Yaml::Bool(value) => value.to_string(),
        Yaml::Number(number) => number.to_string(),
        Yaml::String(text) => format!("{text:?}"),
        Yaml::Sequence(items) => list(items.iter().map(shown)),
        Yaml::Mapping(map) => object(
            map.iter()
                .map(|(k, v)| format!("{}:{}", shown(k), shown(v))),
        ),
        Yaml::Tagged(tagged) => format!("{} {}", tagged.tag, shown(&tagged.value)),
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

fn object(entries: impl Iterator<Item = String>) -> String {
    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
}
