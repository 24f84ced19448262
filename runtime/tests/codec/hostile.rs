//! Texts made to hurt: none may panic, overflow the stack or take more than linear time.

use std::fmt::Debug;

use proptest::prelude::*;
use restitch::codec::{Empty, Field};
use restitch::{Json, Map, json};

use crate::generate::mutated;
use crate::types::{Everything, KeyRequest, Nothing, Open};

fn check_too_deep<T: Empty + Field + Debug>(text: &str) {
    let error = json::from_str::<T>(text).unwrap_err();
    assert_eq!(error.message(), "nested more than 128 deep");
}

#[test]
fn depth() {
    let many = 100_000;
    let arrays = "[".repeat(many);
    let objects = r#"{"child":"#.repeat(many);
    check_too_deep::<Json>(&arrays);
    check_too_deep::<Json>(&objects);
    check_too_deep::<Vec<Json>>(&arrays);
    check_too_deep::<Map<Json>>(&objects);
    check_too_deep::<Everything>(&objects);
    check_too_deep::<Nothing>(&objects);
    check_too_deep::<Open>(&objects);
    let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
    assert!(json::from_str::<Json>(&nested(128)).is_ok());
    check_too_deep::<Json>(&nested(129));
    let siblings = format!("[{}1]", "[[]],".repeat(1000));
    assert!(json::from_str::<Json>(&siblings).is_ok());
}

#[test]
fn depth_in_the_bridge() {
    let mut value = serde_json::Value::Null;
    for _ in 0..1000 {
        value = serde_json::Value::from(vec![value]);
    }
    let error = serde_json::from_value::<Json>(value).unwrap_err();
    assert_eq!(error.to_string(), "nested more than 128 deep");
}

#[test]
fn messages_are_short_whatever_they_show() {
    let long = "7".repeat(1 << 20);
    for text in [
        format!("{{\"{long}\":\"\"}}"),
        format!("{{\"é{long}\":\"\"}}"),
        format!("{{\"a\":1.{long}}}"),
        format!("{{\"a\":{long}}}"),
    ] {
        let error = json::from_str::<Map<i64>>(&text).unwrap_err().to_string();
        assert!(error.len() < 200, "{} bytes", error.len());
    }
}

#[test]
fn every_truncation_is_an_error() {
    let text = r#"{"id":"a\u00e9","parent_id":null,"ratio":-1.5e3,"holes":[1,null],"labels":{"k":"v"},
        "unknown":[true,{"a":"b"}],"child":{"id":"b","parent_id":"c"}}"#;
    assert!(json::from_str::<Everything>(text).is_ok());
    for end in 0..text.len() {
        assert!(
            json::from_slice::<Everything>(&text.as_bytes()[..end]).is_err(),
            "{end}"
        );
    }
}

#[test]
fn errors_are_one_pointer_wide() {
    let pointer = size_of::<usize>();
    assert_eq!(size_of::<json::DecodeError>(), pointer);
    assert_eq!(size_of::<Result<(), json::DecodeError>>(), pointer);
    assert_eq!(size_of::<json::EncodeError>(), pointer);
}

proptest! {
    #[test]
    fn nothing_panics(bytes in prop_oneof![mutated(), prop::collection::vec(any::<u8>(), 0..40)]) {
        let _ = json::from_slice::<Everything>(&bytes);
        let _ = json::from_slice::<KeyRequest>(&bytes);
        let _ = json::from_slice::<Open>(&bytes);
        let _ = json::from_slice::<Vec<Option<f64>>>(&bytes);
        let _ = json::from_slice::<Map<Vec<i64>>>(&bytes);
        let _ = json::from_slice::<()>(&bytes);
    }
}
