//! `Debug` of records comes of their tables.

use restitch::json;

use crate::types::{Counts, KeyRequest, Nothing, Open};

#[derive(Clone, PartialEq)]
struct Odd {
    quoted: Option<i64>,
    secret: Option<restitch::Password>,
}

restitch::__v1::record! { Odd {
    0 quoted "a\"\n" escaped: optional i64,
    1 secret "secret": optional restitch::Password,
} }

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
