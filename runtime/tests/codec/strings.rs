use std::fmt::Write as _;

use proptest::prelude::*;
use restitch::json;

use crate::generate::string;

proptest! {
    #[test]
    fn what_is_written_is_read(text in string()) {
        let written = json::to_string(&text).unwrap();
        prop_assert_eq!(&serde_json::from_str::<String>(&written).unwrap(), &text);
        prop_assert_eq!(&json::from_str::<String>(&written).unwrap(), &text);
    }

    #[test]
    fn what_serde_json_writes_is_read(text in string()) {
        let written = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(json::from_str::<String>(&written).unwrap(), text);
    }

    #[test]
    fn escapes_of_every_character(text in string(), upper: bool) {
        let mut written = String::from("\"");
        for unit in text.encode_utf16() {
            let _ = if upper { write!(written, "\\u{unit:04X}") } else { write!(written, "\\u{unit:04x}") };
        }
        written.push('"');
        prop_assert_eq!(json::from_str::<String>(&written).unwrap(), text);
    }

    #[test]
    fn the_same_strings_are_valid(inside in r#"[\\u"a-f0-9D\x00-\x20]{0,14}"#) {
        let text = format!("\"{inside}\"");
        let (ours, theirs) = (json::from_str::<String>(&text), serde_json::from_str::<String>(&text));
        prop_assert_eq!(ours.ok(), theirs.ok());
    }
}

fn check(text: &str, expect: &str) {
    let found = match json::from_str::<String>(text) {
        Ok(text) => text,
        Err(e) => format!("error: {}", e.message()),
    };
    assert_eq!(found, expect, "{text}");
}

#[test]
fn one_escape_at_every_place() {
    for length in 0..40 {
        for place in 0..=length {
            for odd in [
                "\"", "\\", "\u{0}", "\u{1f}", " ", "\u{7f}", "\u{80}", "é", "😀",
            ] {
                let text = format!("{}{odd}{}", "a".repeat(place), "b".repeat(length - place));
                let written = json::to_string(&text).unwrap();
                assert_eq!(written, serde_json::to_string(&text).unwrap());
                assert_eq!(json::from_str::<String>(&written).unwrap(), text);
            }
        }
    }
}

#[test]
fn escapes() {
    check(r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t");
    check(r#""a\u00e9b\uD83D\uDE00""#, "aéb😀");
    check(r#""\ud83d""#, "error: half of a surrogate pair");
    check(r#""\ud83d\u0041""#, "error: half of a surrogate pair");
    check(r#""\ude00""#, "error: half of a surrogate pair");
    check(r#""\x41""#, "error: an escape that JSON does not have");
    check(r#""\u12g4""#, "error: `\\u` takes four hexadecimal digits");
    check(
        "\"a\nb\"",
        "error: a control character in a string must be escaped",
    );
    check(
        "\"abc",
        "error: expected the end of the string, found the end of the text",
    );
    check("\"abc\\", "error: an escape that JSON does not have");
}

/// Eight bytes are looked at in one go; this moves an odd one through all places.
#[test]
fn every_place_of_a_special_byte() {
    for length in 0..20 {
        for odd in ["\\", "\"", "\u{1}", "é", "\u{7f}"] {
            let text = format!("{}{odd}{}", "x".repeat(length), "y".repeat(20 - length));
            check(&json::to_string(&text).unwrap(), &text);
        }
    }
}
