//! Generated types by way of serde.

use restitch::codec::Foreign;
use restitch::{Json, Map, json};
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, MapDeserializer};
use serde::{Deserialize, Serialize};

use crate::types::{Color, KeyRequest, Open};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Holder {
    kind: Option<Color>,
    #[serde(flatten)]
    request: KeyRequest,
    open: Option<Open>,
}

#[test]
fn in_a_type_of_the_users_own() {
    let text = r#"{"kind":"red","name":null,"scopes":["a"],"open":{"id":1,"x":[1.5]}}"#;
    let holder: Holder = serde_json::from_str(text).unwrap();
    assert_eq!(holder.kind, Some(Color::Red));
    assert_eq!(holder.request.name, Some(None));
    let back = serde_json::to_value(&holder).unwrap();
    assert_eq!(
        back,
        serde_json::from_str::<serde_json::Value>(text).unwrap()
    );
}

#[test]
fn the_errors_are_the_codecs() {
    let error = serde_json::from_str::<Open>(r#"{"id":"x"}"#).unwrap_err();
    let expect = "expected a number, found a string at $.id (byte 6)";
    assert!(error.to_string().starts_with(expect), "{error}");
    let nan = json::from_str::<crate::types::Everything>(r#"{"id":"","parent_id":null}"#);
    let error = serde_json::to_value(nan.unwrap().ratio(f64::INFINITY)).unwrap_err();
    assert_eq!(error.to_string(), "JSON has no number for inf at $.ratio");
}

/// As `serde_json` hands numbers over when a crate of the build has `arbitrary_precision` on.
#[test]
fn numbers_of_arbitrary_precision() {
    let digits = "3.14159265358979323846264338327950288";
    let number = [("$serde_json::private::Number", digits)].into_iter();
    let deserializer = MapDeserializer::<_, Error>::new(number).into_deserializer();
    let json = <Json as Deserialize>::deserialize(deserializer).unwrap();
    assert_eq!(json.as_str(), digits);
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Money {
    cents: u32,
}

#[test]
fn a_type_read_by_serde() {
    let text = r#"{"a":{"cents":5}}"#;
    let map: Map<Foreign<Money>> = json::from_str(text).unwrap();
    let a = map.get("a").expect("there is one");
    assert_eq!(*a, Money { cents: 5 });
    assert_eq!(
        (a.cents, format!("{a:?}")),
        (5, "Money { cents: 5 }".to_owned())
    );
    assert_eq!(json::to_string(&map).unwrap(), text);
    let error = json::from_str::<Map<Foreign<Money>>>(r#"{"a":{"cents":-5}}"#).unwrap_err();
    assert_eq!(error.path(), "$.a");
    assert!(error.message().contains("invalid value"), "{error}");
}

#[test]
fn json_from_and_to_serde() {
    let json = Json::from_serialize(&Money { cents: 7 }).unwrap();
    assert_eq!(json.as_str(), r#"{"cents":7}"#);
    assert_eq!(json.deserialize::<Money>().unwrap(), Money { cents: 7 });
    assert_eq!(
        json.decode::<Map<i64>>().unwrap(),
        Map::from([("cents", 7)])
    );
}
