use std::fmt::Debug;

use restitch::codec::{Empty, Field, Reader, empty};
use restitch::{Extra, Json, Null, json};

use crate::types::{
    Color, Counts, Everything, KeyRequest, Level, Levels, Limit, Nothing, Odd, Open,
};

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
fn any_choice_of_fields_comes_back() {
    const ENTRIES: [&str; 6] = [
        r#""a\"b":1"#,
        r#""note":null"#,
        r#""any":null"#,
        r#""parent":null"#,
        r#""\\":true"#,
        r#""x":{}"#,
    ];
    for choice in 0..64 {
        let chosen = ENTRIES.iter().enumerate();
        // The parent is required.
        let chosen = chosen.filter(|(index, _)| choice >> index & 1 == 1 || *index == 3);
        let entries: Vec<_> = chosen.map(|(_, entry)| *entry).collect();
        let text = format!("{{{}}}", entries.join(","));
        check::<Odd>(&text, &text);
    }
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
    check_error::<Everything>(
        "not here",
        "expected an object, found a word that JSON does not have at $ (byte 0)",
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

#[test]
fn integers_of_an_enum() {
    check::<Vec<Level>>("[1,2.0,-1,7,1e0]", "[1,2,-1,7,1]");
    let levels: Vec<Level> = json::from_str("[1,2.0,7]").unwrap();
    assert_eq!(levels, [Level::N1, Level::N2, Level::Unknown(7)]);
    assert_eq!(Level::from(-1), Level::Minus1);
    assert_eq!(format!("{:>3}|{}", Level::N1, Level::Unknown(7)), "  1|7");
    check_error::<Level>("1.5", "expected an integer, found 1.5 at $ (byte 0)");
    check_error::<Level>("\"1\"", "expected a number, found a string at $ (byte 0)");
    let levels = Levels::new().level(2).levels([1, 7]);
    assert_eq!(
        levels,
        Levels::default()
            .level(Level::N2)
            .levels([Level::N1, 7.into()])
    );
    assert_eq!(
        json::to_string(&levels).unwrap(),
        r#"{"level":2,"levels":[1,7]}"#
    );
}

#[test]
fn values_of_an_enum_of_any_kind() {
    check::<Vec<Limit>>(
        r#"["auto","\u0061uto",1,1.0,2.50,false,true,"x",[ 1 ],null]"#,
        r#"["auto","auto",1,1,2.5,false,true,"x",[ 1 ],null]"#,
    );
    let limit: Limit = json::from_str("1.0").unwrap();
    assert_eq!((&limit, limit.as_json()), (&Limit::N1, "1"));
    assert_eq!(Limit::from(Json::new("\"1\"").unwrap()).as_json(), "\"1\"");
    check::<Levels>(r#"{"limit":"auto"}"#, r#"{"limit":"auto"}"#);
    check::<Levels>(r#"{"limit":null}"#, "{}");
    check_error::<Limit>(
        "[1",
        "expected `,` or `]`, found the end of the text at $ (byte 2)",
    );
}
