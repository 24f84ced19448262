use std::collections::{BTreeMap, HashMap};

use restitch::{IntoNullable, IntoSet, Map, Null};

use crate::types::{Color, Everything, KeyRequest};

fn set<T>(value: impl IntoSet<T>) -> Option<T> {
    value.into_set()
}

fn nullable<T>(value: impl IntoNullable<T>) -> Option<Option<T>> {
    value.into_nullable()
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn strings() {
    let x = || Some(text("x"));
    assert_eq!(set("x"), x());
    assert_eq!(set(Some("x")), x());
    assert_eq!(set(text("x")), x());
    assert_eq!(set(&text("x")), x());
    assert_eq!(set(Some(text("x"))), x());
    assert_eq!(set::<String>(None::<String>), None);
    assert_eq!(set::<String>(None::<&str>), None);
    assert_eq!(nullable("x"), Some(x()));
    assert_eq!(nullable(Some("x")), Some(x()));
    assert_eq!(nullable::<String>(None::<&str>), None);
    assert_eq!(nullable::<String>(Null), Some(None));
}

#[test]
fn scalars_take_a_bare_none() {
    assert_eq!(set::<i64>(5), Some(5));
    assert_eq!(set::<i64>(Some(5)), Some(5));
    assert_eq!(set::<i64>(None), None);
    assert_eq!(set::<f64>(1.5), Some(1.5));
    assert_eq!(nullable::<bool>(None), None);
    assert_eq!(nullable::<bool>(Null), Some(None));
}

#[test]
fn arrays() {
    let expect = Some(vec![text("a"), text("b")]);
    assert_eq!(set(["a", "b"]), expect);
    assert_eq!(set(vec!["a", "b"]), expect);
    assert_eq!(set(&["a", "b"][..]), expect);
    assert_eq!(set(&["a", "b"]), expect);
    assert_eq!(set(vec![text("a"), text("b")]), expect);
    assert_eq!(set(&vec![text("a"), text("b")]), expect);
    assert_eq!(set(Some(["a", "b"])), expect);
    assert_eq!(nullable(["a", "b"]), Some(expect));
    assert_eq!(nullable::<Vec<String>>(Null), Some(None));
    assert_eq!(set([[1], [2]]), Some(vec![vec![1_i64], vec![2]]));
    assert_eq!(set([Some("a"), None]), Some(vec![Some(text("a")), None]));
    assert_eq!(set(["red"]), Some(vec![Color::Red]));
}

#[test]
fn maps() {
    let expect = Some(Map::from([("a", text("b"))]));
    assert_eq!(set([("a", "b")]), expect);
    assert_eq!(set(BTreeMap::from([("a", "b")])), expect);
    assert_eq!(set(HashMap::from([(text("a"), "b")])), expect);
    assert_eq!(set(expect.clone().unwrap()), expect);
    assert_eq!(set(Some([("a", "b")])), expect);
    assert_eq!(set([("a", [1])]), Some(Map::from([("a", vec![1_i64])])));
    assert_eq!(nullable::<Map<i64>>(Null), Some(None));
}

#[test]
fn records_and_enums() {
    let request = KeyRequest::new().name("deploy").scopes(["keys:read"]);
    assert_eq!(request.name, Some(Some(text("deploy"))));
    assert_eq!(set(request.clone()), Some(request.clone()));
    assert_eq!(set(Some(request.clone())), Some(request));
    assert_eq!(set::<KeyRequest>(None), None);
    assert_eq!(set("red"), Some(Color::Red));
    assert_eq!(set(Color::Red), Some(Color::Red));
    assert_eq!(set(Some(text("dark-blue"))), Some(Color::DarkBlue));
}

#[test]
fn boxes() {
    let value: Everything = restitch::__v1::empty();
    assert_eq!(set(value.clone()), Some(Box::new(value.clone())));
    assert_eq!(set(Some(value.clone())), Some(Box::new(value.clone())));
    assert_eq!(
        set::<Box<Everything>>(Box::new(value.clone())),
        Some(Box::new(value.clone()))
    );
    assert_eq!(
        value.clone().child(value.clone()).child,
        Some(Box::new(value))
    );
}
