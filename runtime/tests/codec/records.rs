use std::fmt::Debug;

use restitch::codec::{Empty, Field, Reader, empty};
use restitch::{Extra, Json, Null, json};

use crate::types::{Color, Counts, Everything, KeyRequest, Nothing, Open};

/// Reads `text`, and writes what was read.
fn check<T: Empty + Field + Debug>(text: &str, expect: &str) {
    let value: T = json::from_str(text).expect("the text is valid");
    assert_eq!(json::to_string(&value).expect("it can be written"), expect);
}

fn check_error<T: Empty + Field + Debug>(text: &str, expect: &str) {
    let error = json::from_str::<T>(text).expect_err("the text is not valid");
    assert_eq!(error.to_string(), expect);
}

#[test]
fn absent_null_and_set_are_three() {
    check::<KeyRequest>("{}", "{}");
    check::<KeyRequest>(
        r#"{"scopes":null,"name":null}"#,
        r#"{"name":null,"scopes":null}"#,
    );
    check::<KeyRequest>(
        r#" { "name" : "x" , "scopes" : [ "a" , "b" ] } "#,
        r#"{"name":"x","scopes":["a","b"]}"#,
    );
    let request = KeyRequest::new().name(Null).scopes(None::<Vec<&str>>);
    assert_eq!(json::to_string(&request).unwrap(), r#"{"name":null}"#);
    assert_eq!(KeyRequest::default(), KeyRequest::new());
}

#[test]
fn presence() {
    check::<Everything>(
        r#"{"id":"a","parent_id":null,"flag":null,"a note":null}"#,
        r#"{"id":"a","parent_id":null,"a note":null}"#,
    );
    check_error::<Everything>(
        r#"{"parent_id":null}"#,
        "the required field `id` is missing at $ (byte 18)",
    );
    check_error::<Everything>(
        r#"{"id":"a"}"#,
        "the required field `parent_id` is missing at $ (byte 10)",
    );
    check_error::<Everything>(
        r#"{"id":null,"parent_id":null}"#,
        "expected a string, found null at $.id (byte 6)",
    );
}

#[test]
fn keys() {
    check::<Nothing>(r#"{"a":[{"b":1}]}"#, "{}");
    check::<Everything>(
        r#"{"x":{},"\u0069d":"a","y":1,"parent_id":"b"}"#,
        r#"{"id":"a","parent_id":"b"}"#,
    );
    check_error::<KeyRequest>(
        r#"{"name":"a","name":"a"}"#,
        "the field comes twice at $.name (byte 19)",
    );
}

#[test]
fn additional_properties() {
    check::<Open>(
        r#"{"b":1.50,"id":7,"a":[ 1 ],"b":null}"#,
        r#"{"id":7,"b":null,"a":[ 1 ]}"#,
    );
    let mut open: Open = json::from_str(r#"{"id":7}"#).unwrap();
    open.extra.insert("id", restitch::Json::NULL);
    assert_eq!(
        json::to_string(&open).unwrap_err().to_string(),
        "an additional property has the name of a field at $.id"
    );
    check::<Counts>(r#"{"b":1,"id":7,"a":2}"#, r#"{"id":7,"b":1,"a":2}"#);
    check_error::<Counts>(
        r#"{"b":"x"}"#,
        "expected a number, found a string at $.b (byte 5)",
    );
}

#[test]
fn an_extra_reads_like_a_map() {
    let mut extra: Extra = [("b", "1"), ("a", "null")]
        .map(|(key, text)| (key, Json::new(text).unwrap()))
        .into_iter()
        .collect();
    assert_eq!(extra.keys().collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(extra.get("b").map(Json::as_str), Some("1"));
    assert_eq!((extra.len(), extra.is_empty()), (2, false));
    assert_eq!(format!("{extra:?}"), r#"{"b": 1, "a": null}"#);
    assert_eq!(extra.insert("b", Json::NULL).unwrap().as_str(), "1");
    assert_eq!(extra.remove("c"), None);
    assert_eq!(extra.remove("a"), Some(Json::NULL));
    assert_ne!(extra, Extra::default());
    extra.remove("b");
    assert_eq!(extra, Extra::default());
    assert!(extra.is_empty() && extra.iter().next().is_none());
    assert_eq!(size_of::<Extra>(), size_of::<usize>());
}

#[test]
fn unknown_keys_are_counted() {
    let check = |value: &mut dyn Field, text: &str, expect: u32| {
        let mut reader = Reader::new(text);
        value.fill(&mut reader).expect("the text is valid");
        assert_eq!(reader.unknown(), expect, "{text}");
    };
    check(&mut empty::<Nothing>(), r#"{"a":{"x":1},"b":1}"#, 2);
    check(&mut empty::<Open>(), r#"{"id":1,"b":1}"#, 1);
    check(&mut empty::<Counts>(), r#"{"id":1,"b":1}"#, 0);
    check(
        &mut empty::<Vec<Open>>(),
        r#"[{"id":1,"b":1},{"c":1,"id":1}]"#,
        2,
    );
    check(&mut empty::<Json>(), r#"{"a":1}"#, 0);
}

#[test]
fn errors_name_the_path() {
    check_error::<Everything>(
        r#"{"child":{"child":{"holes":[1,null,"x"]}}}"#,
        "expected a number, found a string at $.child.child.holes[2] (byte 35)",
    );
    check_error::<Everything>(
        r#"{"labels":{"a key":1}}"#,
        r#"expected a string, found a number at $.labels["a key"] (byte 19)"#,
    );
    let nan = json::from_str::<Everything>(r#"{"id":"a","parent_id":null,"ratio":1}"#)
        .unwrap()
        .ratio(f64::NAN);
    let outer = json::from_str::<Everything>(r#"{"id":"a","parent_id":null}"#)
        .unwrap()
        .child(nan);
    assert_eq!(
        json::to_string(&outer).unwrap_err().to_string(),
        "JSON has no number for NaN at $.child.ratio"
    );
}

#[test]
fn enums_keep_what_they_do_not_know() {
    check::<Vec<Color>>(
        r#"["red","dark-blue","r\u0065d","gr\"een",""]"#,
        r#"["red","dark-blue","red","gr\"een",""]"#,
    );
    assert_eq!(Color::from("red"), Color::Red);
    assert_eq!(Color::from("green".to_owned()).as_str(), "green");
    assert_eq!(format!("{:>5}", Color::Red), "  red");
    check_error::<Color>("1", "expected a string, found a number at $ (byte 0)");
}
