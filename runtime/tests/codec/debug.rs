//! `Debug` of records and unions comes of what they show.

use restitch::__v1 as rt;
use restitch::{Json, Map, Number, json};

use crate::types::{Color, Counts, KeyRequest, Level, Nothing, Open};

#[derive(rt::Record)]
struct Odd {
    #[wire("a\"\n")]
    quoted: Option<i64>,
    secret: Option<restitch::Password>,
}

#[test]
fn records_show_what_derive_would() {
    let request = KeyRequest::new().name("deploy");
    let shown = "KeyRequest { name: Some(Some(\"deploy\")), scopes: None }";
    assert_eq!(format!("{request:?}"), shown);
    assert_eq!(
        format!("{request:#?}"),
        "KeyRequest {\n    name: Some(\n        Some(\n            \"deploy\",\n        ),\n    ),\n    scopes: None,\n}"
    );
    assert_eq!(format!("{:?}", Nothing {}), "Nothing");
}

#[test]
fn further_keys_are_shown_with_escapes() {
    let open: Open = json::from_str(r#"{"id":1,"a\nb":[2]}"#).unwrap();
    let shown = format!("{open:?}");
    assert!(
        shown.starts_with("Open { id: 1, additional_properties: {\"a\\nb\": "),
        "{shown}"
    );
    let counts: Counts = json::from_str(r#"{"a":2}"#).unwrap();
    assert_eq!(
        format!("{counts:?}"),
        "Counts { id: None, additional_properties: {\"a\": 2} }"
    );
}

#[test]
fn a_key_is_one_line_and_a_password_is_not_shown() {
    let odd: Odd = json::from_str(r#"{"a\"\n":1,"secret":"hunter2"}"#).unwrap();
    let shown = format!("{odd:?}");
    assert!(
        shown.starts_with("Odd { a\\\"\\n: Some(1), secret: "),
        "{shown}"
    );
    assert!(!shown.contains("hunter2"), "{shown}");
    let text = json::to_string(&odd).unwrap();
    assert_eq!(text, r#"{"a\"\n":1,"secret":"hunter2"}"#);
}

/// The same fields, with what `derive` makes of them.
mod derived {
    use restitch::{Json, Map, Number};

    use crate::types::{Color, Level};

    #[derive(Debug)]
    #[allow(dead_code, reason = "they are shown")]
    pub(super) struct Sample {
        pub(super) text: String,
        pub(super) number: f64,
        pub(super) exact: Option<Number>,
        pub(super) color: Option<Color>,
        pub(super) level: Option<Level>,
        pub(super) list: Vec<Option<bool>>,
        pub(super) none: Vec<i64>,
        pub(super) map: Map<Vec<u64>>,
        pub(super) boxed: Option<Box<Choice>>,
        pub(super) null: Option<Option<i32>>,
        pub(super) any: Json,
        pub(super) unit: (),
    }

    #[derive(Debug)]
    #[allow(dead_code, reason = "they are shown")]
    pub(super) enum Choice {
        Text(String),
        Unknown(Json),
    }
}

#[derive(rt::Record)]
struct Sample {
    text: String,
    number: f64,
    exact: Option<Number>,
    color: Option<Color>,
    level: Option<Level>,
    list: Vec<Option<bool>>,
    none: Vec<i64>,
    map: Map<Vec<u64>>,
    boxed: Option<Box<Choice>>,
    null: Option<Option<i32>>,
    any: Json,
    unit: (),
}

enum Choice {
    Text(String),
    Unknown(Json),
}

rt::union! { Choice, Unknown { 0 Text(String) 16 [] [] } }

#[test]
fn debug_is_what_derive_makes() {
    macro_rules! both {
        ($($ours:tt)*) => {{
            let theirs = { #[allow(unused_imports)] use derived::{Choice, Sample}; $($ours)* };
            let ours = { $($ours)* };
            assert_eq!(format!("{ours:?}"), format!("{theirs:?}"));
            assert_eq!(format!("{ours:#?}"), format!("{theirs:#?}"));
            assert_eq!(format!("{ours:04.1?}"), format!("{theirs:04.1?}"));
        }};
    }
    both!(Sample {
        text: "a\"b".to_owned(),
        number: 1.25,
        exact: Some(json::from_str("1.50").unwrap()),
        color: Some(Color::DarkBlue),
        level: Some(Level::Unknown(9)),
        list: vec![None, Some(true)],
        none: Vec::new(),
        map: Map::from([("a\n", vec![1, 2]), ("b", vec![])]),
        boxed: Some(Box::new(Choice::Text("x".to_owned()))),
        null: Some(None),
        any: Json::NULL,
        unit: (),
    });
    both!(Choice::Unknown(Json::NULL));
}
