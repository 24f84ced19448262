//! What is JSON and what is not, with `serde_json` as the judge.

use proptest::prelude::*;
use restitch::{Json, Map, json};
use serde_json::Value;

use crate::generate::{mutated, spaced_text, value};

proptest! {
    #[test]
    fn valid_text_has_the_same_value((value, text) in spaced_text()) {
        let read: Json = json::from_str(&text).unwrap();
        prop_assert_eq!(read.as_str(), text.trim());
        prop_assert_eq!(serde_json::to_value(&read).unwrap(), value.clone());
        prop_assert_eq!(read.deserialize::<Value>().unwrap(), value);
    }

    #[test]
    fn the_same_texts_are_valid(bytes in mutated()) {
        let ours = json::from_slice::<Json>(&bytes);
        match serde_json::from_slice::<Value>(&bytes) {
            Ok(_) => prop_assert!(ours.is_ok(), "{ours:?}"),
            // `Json` keeps the digits of a number of any size.
            Err(e) if e.to_string().starts_with("number out of range") => {}
            Err(e) => prop_assert!(ours.is_err(), "{e}"),
        }
    }

    #[test]
    fn maps_hold_the_same_entries(entries in prop::collection::vec((".{0,3}", value()), 0..8)) {
        let entries: Value = Value::Object(entries.into_iter().collect());
        let map: Map<Json> = json::from_str(&entries.to_string()).unwrap();
        prop_assert_eq!(serde_json::to_value(&map).unwrap(), entries.clone());
        prop_assert_eq!(serde_json::from_value::<Map<Json>>(entries).unwrap(), map);
    }

    #[test]
    fn skipping_and_reading_agree(bytes in mutated()) {
        // An unknown key is skipped; the same text under a key of a map is read.
        let wrapped = [&b"{\"a\":"[..], &bytes, &b"}"[..]].concat();
        let skipped = json::from_slice::<crate::types::Nothing>(&wrapped);
        let read = json::from_slice::<Map<Json>>(&wrapped);
        prop_assert_eq!(skipped.is_ok(), read.is_ok());
    }
}

fn check(text: &str, expect: &str) {
    let found = match Json::new(text) {
        Ok(value) => value.to_string(),
        Err(e) => format!("error: {e}"),
    };
    assert_eq!(found, expect, "{text}");
}

#[test]
fn white_space_and_byte_order_mark() {
    check(" \t\r\n1 \n", "1");
    check("\u{feff}[1, 2]", "[1, 2]");
    check(
        "1\u{feff}",
        "error: expected the end, found '\\u{feff}' at $ (byte 1)",
    );
    check(
        "\u{a0}1",
        "error: expected a value, found '\\u{a0}' at $ (byte 0)",
    );
}

#[test]
fn malformed() {
    check(
        "",
        "error: expected a value, found the end of the text at $ (byte 0)",
    );
    check(
        "1 2",
        "error: expected the end, found a number at $ (byte 2)",
    );
    check("[1,]", "error: expected a value, found ']' at $ (byte 3)");
    check(
        "[1 2]",
        "error: expected `,` or `]`, found a number at $ (byte 3)",
    );
    check(
        "{\"a\" 1}",
        "error: expected `:`, found a number at $ (byte 5)",
    );
    check(
        "{\"a\":1,}",
        "error: expected a key, found '}' at $ (byte 7)",
    );
    check("{a:1}", "error: expected a key, found 'a' at $ (byte 1)");
    check(
        "nul",
        "error: expected a value, found a word that JSON does not have at $ (byte 0)",
    );
    check("NaN", "error: expected a value, found 'N' at $ (byte 0)");
    check("truex", "error: expected the end, found 'x' at $ (byte 4)");
}

#[test]
fn of_two_equal_keys_in_a_map_the_last_wins() {
    let map: Map<i64> = json::from_str(r#"{"a":1,"b":2,"a":3}"#).unwrap();
    assert_eq!(json::to_string(&map).unwrap(), r#"{"a":3,"b":2}"#);
}

#[test]
fn bytes_must_be_utf8() {
    let error = json::from_slice::<Json>(b"\"a\xff\"").unwrap_err();
    assert_eq!(error.to_string(), "invalid UTF-8 at $ (byte 2)");
}
