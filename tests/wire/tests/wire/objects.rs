//! Objects, and what they have beside the properties that the document names.

use std::fmt::Debug;

use restitch::codec::{Empty, Field};
use restitch::{Extra, Json, json};
use restitch_wire_tests as api;

/// Reads `text` and writes what was read.
fn again<T: Empty + Field + Debug>(text: &str) -> String {
    let value: T = json::from_str(text).unwrap();
    json::to_string(&value).unwrap()
}

#[test]
fn what_no_property_names_comes_back() {
    use api::additional_properties::types::{Anything, Closed, Counts, Free, Taken, Unsaid};
    let text = r#"{"id":1,"x":1.50,"a":{"b":[null]}}"#;
    assert_eq!(again::<Unsaid>(text), text);
    assert_eq!(again::<Free>(text), text);
    assert_eq!(again::<Anything>(text), text);
    assert_eq!(again::<Closed>(text), r#"{"id":1}"#);
    let text = r#"{"total":3,"a":1,"b":2}"#;
    assert_eq!(again::<Counts>(text), text);
    assert!(json::from_str::<Counts>(r#"{"a":"x"}"#).is_err());
    let text = r#"{"additionalProperties":true,"unsaid":{"id":1,"y":2},"x":null}"#;
    let taken: Taken = json::from_str(text).unwrap();
    assert_eq!(taken.additional_properties, Some(true));
    assert!(taken.other_properties.contains_key("x"));
    assert_eq!(json::to_string(&taken).unwrap(), text);
}

#[test]
fn properties_that_no_schema_names_can_be_sent() {
    use api::additional_properties::types::Unsaid;
    let mut value = Unsaid::new(1);
    assert_eq!(value.additional_properties, Extra::new());
    let red = Json::from_serialize("red").unwrap();
    value.additional_properties.insert("color", red);
    assert_eq!(
        json::to_string(&value).unwrap(),
        r#"{"id":1,"color":"red"}"#
    );
    value.additional_properties.insert("id", Json::NULL);
    assert!(json::to_string(&value).is_err(), "a key would come twice");
}
