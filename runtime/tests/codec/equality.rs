//! Equality and `Clone` of records and unions come of what they show.

use std::collections::HashSet;
use std::fmt::Debug;

use proptest::prelude::*;
use restitch::__v1 as rt;
use restitch::codec::{Empty, Field};
use restitch::{Base64, Foreign, Json, Map, Password, json};
use serde::{Deserialize, Serialize};

use crate::twins::{Twin, twin};
use crate::types::{Color, Counts, Everything, Levels, Odd, Open, Pair, Row};
use crate::unions::{Pet, Some1};

/// A type of the user's own, equal where the amounts are.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Money {
    amount: i64,
    note: String,
}

impl PartialEq for Money {
    fn eq(&self, other: &Self) -> bool {
        self.amount == other.amount
    }
}

#[derive(rt::Record)]
struct Odds {
    price: Option<Foreign<Money>>,
    secret: Option<Password>,
    bytes: Option<Base64>,
    row: Option<Row>,
    pair: Option<Pair>,
    pet: Option<Pet>,
    pets: Option<Vec<Pet>>,
    by_name: Option<Map<Pet>>,
    nothing: Option<()>,
    ratio: f64,
}

#[derive(rt::Record)]
struct Boxes {
    number: Box<i64>,
    color: Option<Box<Color>>,
    map: Box<Map<String>>,
    maybe: Box<Option<i64>>,
    pet: Option<Option<Box<Pet>>>,
}

/// Each of these texts is another value, and equal to itself read again.
#[track_caller]
fn all_differ<T: Empty + Field + Clone + Debug + PartialEq>(texts: &[&str]) {
    let read = |text: &&str| json::from_str::<T>(text).expect(text);
    let values: Vec<T> = texts.iter().map(read).collect();
    for (i, a) in values.iter().enumerate() {
        assert_eq!(a, &a.clone());
        for (j, text) in texts.iter().enumerate() {
            assert_eq!(*a == read(text), i == j, "{} and {text}", texts[i]);
        }
    }
}

#[test]
fn each_field_counts() {
    all_differ::<Everything>(&[
        r#"{"id":"","parent_id":null}"#,
        r#"{"id":"a","parent_id":null}"#,
        r#"{"id":"","parent_id":""}"#,
        r#"{"id":"","parent_id":null,"flag":false}"#,
        r#"{"id":"","parent_id":null,"flag":true}"#,
        r#"{"id":"","parent_id":null,"small":0}"#,
        r#"{"id":"","parent_id":null,"small":1}"#,
        r#"{"id":"","parent_id":null,"count":0}"#,
        r#"{"id":"","parent_id":null,"count":1}"#,
        r#"{"id":"","parent_id":null,"size":0}"#,
        r#"{"id":"","parent_id":null,"size":1}"#,
        r#"{"id":"","parent_id":null,"ratio":0}"#,
        r#"{"id":"","parent_id":null,"ratio":0.5}"#,
        r#"{"id":"","parent_id":null,"digits":1}"#,
        r#"{"id":"","parent_id":null,"digits":1.0}"#,
        r#"{"id":"","parent_id":null,"any":null}"#,
        r#"{"id":"","parent_id":null,"any":[1]}"#,
        r#"{"id":"","parent_id":null,"color":"red"}"#,
        r#"{"id":"","parent_id":null,"color":"blue"}"#,
        r#"{"id":"","parent_id":null,"colors":[]}"#,
        r#"{"id":"","parent_id":null,"colors":["red"]}"#,
        r#"{"id":"","parent_id":null,"colors":["red","red"]}"#,
        r#"{"id":"","parent_id":null,"colors":["red","dark-blue"]}"#,
        r#"{"id":"","parent_id":null,"holes":[null]}"#,
        r#"{"id":"","parent_id":null,"holes":[null,null]}"#,
        r#"{"id":"","parent_id":null,"holes":[0]}"#,
        r#"{"id":"","parent_id":null,"labels":{}}"#,
        r#"{"id":"","parent_id":null,"labels":{"a":""}}"#,
        r#"{"id":"","parent_id":null,"labels":{"a":"b"}}"#,
        r#"{"id":"","parent_id":null,"labels":{"b":""}}"#,
        r#"{"id":"","parent_id":null,"labels":{"a":"","b":""}}"#,
        r#"{"id":"","parent_id":null,"child":{"id":"","parent_id":null}}"#,
        r#"{"id":"","parent_id":null,"child":{"id":"","parent_id":null,"size":1}}"#,
        r#"{"id":"","parent_id":null,"a note":null}"#,
        r#"{"id":"","parent_id":null,"a note":""}"#,
        r#"{"id":"","parent_id":null,"request":null}"#,
        r#"{"id":"","parent_id":null,"request":{}}"#,
        r#"{"id":"","parent_id":null,"request":{"name":null}}"#,
        r#"{"id":"","parent_id":null,"request":{"scopes":null}}"#,
    ]);
}

#[test]
fn each_field_of_other_types_counts() {
    all_differ::<Odds>(&[
        r#"{"ratio":0}"#,
        r#"{"ratio":1}"#,
        r#"{"ratio":0,"price":{"amount":1,"note":""}}"#,
        r#"{"ratio":0,"price":{"amount":2,"note":""}}"#,
        r#"{"ratio":0,"secret":"a"}"#,
        r#"{"ratio":0,"secret":"b"}"#,
        r#"{"ratio":0,"bytes":"YQ=="}"#,
        r#"{"ratio":0,"bytes":"Yg=="}"#,
        r#"{"ratio":0,"row":[1,null]}"#,
        r#"{"ratio":0,"row":[1,"a"]}"#,
        r#"{"ratio":0,"row":[1,null,1]}"#,
        r#"{"ratio":0,"row":[1,null,1,2]}"#,
        r#"{"ratio":0,"pair":[]}"#,
        r#"{"ratio":0,"pair":[1]}"#,
        r#"{"ratio":0,"pet":{"kind":"cat"}}"#,
        r#"{"ratio":0,"pet":{"kind":"cat","lives":9}}"#,
        r#"{"ratio":0,"pet":{"kind":"dog","bark":true}}"#,
        r#"{"ratio":0,"pet":{"kind":"dog","bark":true,"size":1}}"#,
        r#"{"ratio":0,"pet":{"kind":"dog","bark":true,"friend":{"kind":"cat"}}}"#,
        r#"{"ratio":0,"pet":{"kind":"horse"}}"#,
        r#"{"ratio":0,"pet":"Rex"}"#,
        r#"{"ratio":0,"pets":[]}"#,
        r#"{"ratio":0,"pets":["Rex"]}"#,
        r#"{"ratio":0,"by_name":{"a":"Rex"}}"#,
        r#"{"ratio":0,"by_name":{"a":"Max"}}"#,
    ]);
    all_differ::<Levels>(&[
        "{}",
        r#"{"level":1}"#,
        r#"{"level":7}"#,
        r#"{"levels":[1]}"#,
        r#"{"levels":[2]}"#,
        r#"{"limit":"auto"}"#,
        r#"{"limit":"other"}"#,
    ]);
}

#[test]
fn further_keys_count_in_any_order() {
    all_differ::<Open>(&[
        r#"{"id":1}"#,
        r#"{"id":2}"#,
        r#"{"id":1,"a":1}"#,
        r#"{"id":1,"a":2}"#,
        r#"{"id":1,"b":1}"#,
        r#"{"id":1,"a":1,"b":1}"#,
    ]);
    all_differ::<Counts>(&["{}", r#"{"a":1}"#, r#"{"a":2}"#, r#"{"b":1}"#]);
    all_differ::<Odd>(&[
        r#"{"parent":null}"#,
        r#"{"parent":null,"a\"b":1}"#,
        r#"{"parent":null,"\\":true}"#,
        r#"{"parent":null,"c":true}"#,
    ]);
    let same = |a: &str, b: &str| {
        json::from_str::<Counts>(a).unwrap() == json::from_str::<Counts>(b).unwrap()
    };
    assert!(same(r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#));
    assert!(!same(r#"{"a":1,"b":2}"#, r#"{"b":1,"a":2}"#));
    let mut open: Open = json::from_str(r#"{"id":1,"a":1}"#).unwrap();
    open.extra.remove("a");
    assert_eq!(open, json::from_str(r#"{"id":1}"#).unwrap());
}

#[test]
fn the_variant_of_a_union_counts_as_well_as_what_is_in_it() {
    let any = Some1::Any(Json::NULL);
    assert_eq!(any, any.clone());
    assert_ne!(any, Some1::Unknown(Json::NULL));
    assert_ne!(Some1::Integer(1), Some1::Number(1.0));
    assert_ne!(Some1::Integer(1), Some1::Integer(2));
    assert_ne!(Some1::List(vec![any.clone()]), Some1::List(vec![]));
}

/// What equality passes over: a copy is shown and written as what it was made of.
#[test]
fn a_copy_is_the_same_in_all() {
    fn check<T: Clone + Debug + Field>(value: &T) -> T {
        let copy = value.clone();
        assert_eq!(format!("{copy:?}"), format!("{value:?}"));
        assert_eq!(json::to_string(&copy).ok(), json::to_string(value).ok());
        copy
    }
    let mut all: Everything = json::from_str(
        r#"{"id":"a","parent_id":"b","ratio":-0.0,"digits":1.00,"any":[1, 2],"holes":[null,1],
            "labels":{"z":"","a":"b","m":"c"},"a note":null,"request":{"name":null,"scopes":["x"]}}"#,
    )
    .unwrap();
    all.color = Some(Color::Unknown("red".to_owned()));
    check(&all);
    let mut odds: Odds = json::from_str(
        r#"{"ratio":1,"price":{"amount":1,"note":"n"},"secret":"s","row":[1,null,2],
            "pets":["Rex",{"kind":"horse","b":1,"a":[2]},{"kind":"dog","bark":true,
            "friend":{"kind":"cat"}}],"by_name":{"b":"Rex","a":{"kind":"cat"}}}"#,
    )
    .unwrap();
    let copy = check(&odds);
    assert_eq!(copy.price.unwrap().note, "n");
    assert_eq!(copy.secret.unwrap().expose(), "s");
    // The copy is its own.
    odds.pets.as_mut().unwrap().clear();
    assert_eq!(copy.pets.unwrap().len(), 3);
    odds.ratio = f64::NAN;
    assert!(check(&odds).ratio.is_nan());
    check(&json::from_str::<Open>(r#"{"id":1,"z":1,"a":{"b": 2}}"#).unwrap());
    for text in [
        r#"{"number":1,"color":"red","map":{"b":"","a":"x"},"maybe":3,"pet":"Rex"}"#,
        r#"{"number":1,"color":"odd","map":{},"maybe":null,"pet":null}"#,
    ] {
        let copy = check(&json::from_str::<Boxes>(text).unwrap());
        assert_eq!(json::to_string(&copy).unwrap(), text);
    }
    check(&Some1::List(vec![
        Some1::Unknown(Json::NULL),
        Some1::Any(Json::NULL),
    ]));
}

#[test]
fn floats_are_equal_as_floats_are() {
    let odds = |ratio: f64| {
        let mut odds: Odds = json::from_str(r#"{"ratio":0}"#).unwrap();
        odds.ratio = ratio;
        odds
    };
    assert_eq!(odds(0.0), odds(-0.0));
    assert_ne!(odds(f64::NAN), odds(f64::NAN));
    assert_ne!(Some1::Number(f64::NAN), Some1::Number(f64::NAN));
}

#[test]
fn a_type_of_the_users_own_is_equal_by_its_own_equality() {
    let odds = |note| {
        json::from_str::<Odds>(&format!(
            r#"{{"ratio":0,"price":{{"amount":1,"note":"{note}"}}}}"#
        ))
        .unwrap()
    };
    assert_eq!(odds("a"), odds("b"));
}

#[test]
fn an_open_enum_is_its_text() {
    let unknown = Color::Unknown("red".to_owned());
    assert_eq!(unknown, Color::Red);
    assert_ne!(unknown, Color::DarkBlue);
    assert_ne!(unknown, Color::Unknown("Red".to_owned()));
    assert!(HashSet::from([unknown.clone()]).contains(&Color::Red));
    let with = |color: Color| {
        let mut value: Everything = json::from_str(r#"{"id":"","parent_id":null}"#).unwrap();
        value.color = Some(color);
        value
    };
    assert_eq!(with(unknown), with(Color::Red));
    assert_ne!(with(Color::DarkBlue), with(Color::Red));
}

#[test]
fn the_deepest_value_is_compared_on_a_threads_stack() {
    let nested = |innermost: &str| {
        let open = r#"{"id":"","parent_id":null,"child":"#.repeat(127);
        let text = format!("{open}{innermost}{}", "}".repeat(127));
        json::from_str::<Everything>(&text).unwrap()
    };
    let a = nested(r#"{"id":"a","parent_id":null}"#);
    let b = nested(r#"{"id":"b","parent_id":null}"#);
    let compare = move || {
        assert_eq!(a, a.clone());
        assert_ne!(a, b);
        assert_eq!(format!("{a:?}").matches("child").count(), 128);
    };
    // What threads of `std` and of tokio have.
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    thread.spawn(compare).unwrap().join().unwrap();
}

/// One field of `from` in the place of `into`'s.
fn one_changed(mut into: Twin, from: Twin, field: usize) -> Twin {
    match field {
        0 => into.id = from.id,
        1 => into.parent_id = from.parent_id,
        2 => into.flag = from.flag,
        3 => into.small = from.small,
        4 => into.count = from.count,
        5 => into.size = from.size,
        6 => into.ratio = from.ratio,
        7 => into.colors = from.colors,
        8 => into.holes = from.holes,
        9 => into.labels = from.labels,
        10 => into.child = from.child,
        _ => into.note = from.note,
    }
    into
}

proptest! {
    /// serde's twin has its equality of `derive`.
    #[test]
    fn two_are_equal_where_their_twins_are(a in twin(), other in twin(), field in 0_usize..12) {
        let b = one_changed(a.clone(), other.clone(), field);
        let ours = |twin: &Twin| {
            json::from_str::<Everything>(&serde_json::to_string(twin).unwrap()).unwrap()
        };
        prop_assert_eq!(ours(&a) == ours(&b), a == b);
        prop_assert_eq!(ours(&b) == ours(&a), a == b);
        prop_assert!(ours(&a) == ours(&a));
        prop_assert_eq!(
            json::to_string(&ours(&a).clone()).unwrap(),
            json::to_string(&ours(&a)).unwrap()
        );
        prop_assert_eq!(ours(&a) == ours(&other), a == other);
    }
}
