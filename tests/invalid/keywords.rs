//! Each keyword that OpenAPI defines, with a value of each JSON type that it does not take; each
//! object with its keys twice, and misspelt.

use restitch_build::grammar::{Field, Kind, Plain, Shape, Takes};
use serde_json::{Value, json};

use crate::whole::{holds_witness, kinds, put, token, whole};
use crate::{Bad, Text};

pub(crate) fn all() -> Vec<Bad> {
    let kinds = kinds();
    assert_eq!(
        kinds.len(),
        29,
        "whole.yaml has one object of each kind: {kinds:?}"
    );
    let mut all = Vec::new();
    for (kind, at) in &kinds {
        for field in kind.fields() {
            all.extend(misfits(*kind, at, *field));
            all.extend(misspelt(at, *field));
        }
        all.push(doubled(*kind, at));
        all.extend(instead(*kind, at));
    }
    all
}

fn misfits(kind: Kind, at: &str, field: Field) -> Vec<Bad> {
    let at = format!("{at}/{}", token(field.key));
    let make = |value: &Value| {
        let mut document = whole();
        put(&mut document, &at, value.clone());
        let is_version = at == "/openapi";
        let codes: &[&str] = match (field.key, value) {
            // A version is looked at before anything else is.
            ("openapi", _) => &["W0103", "E0013", "E0015"],
            // What older drafts have there: a schema for each item, and `required` of a property.
            ("items", Value::Array(_)) => &["W0105"],
            ("required", Value::Bool(_)) => &["N0208"],
            _ => &["W0103"],
        };
        Bad {
            class: "a keyword with a value of the wrong JSON type",
            name: format!("{kind:?} {at} {value}"),
            text: Text::Text(document.to_string()),
            code: codes.iter().map(|code| (*code).to_owned()).collect(),
            at: (!is_version).then(|| at.clone()),
            keeps: !holds_witness(&at),
        }
    };
    wrong(field.takes).iter().map(make).collect()
}

/// A value of each JSON type that a key does not take.
fn wrong(takes: Takes) -> Vec<Value> {
    let mut all = vec![
        json!(null),
        json!(true),
        json!(7),
        json!("text"),
        json!([]),
        json!({}),
    ];
    all.retain(|value| match takes {
        Takes::Shape(Shape::One(Kind::Schema)) => !value.is_boolean() && !value.is_object(),
        Takes::Shape(Shape::One(_) | Shape::Map(_))
        | Takes::Plain(Plain::Object | Plain::TextMap | Plain::TextLists) => !value.is_object(),
        Takes::Shape(Shape::List(_)) | Takes::Plain(Plain::Texts | Plain::Items) => {
            !value.is_array()
        }
        Takes::Plain(Plain::Any) => false,
        Takes::Plain(Plain::Text) => !value.is_string(),
        Takes::Plain(Plain::Flag) => !value.is_boolean(),
        Takes::Plain(Plain::Count | Plain::Number) => !value.is_number(),
        Takes::Plain(Plain::Type) => !value.is_string() && !value.is_array(),
        Takes::Plain(Plain::Bound) => !value.is_boolean() && !value.is_number(),
    });
    match takes {
        Takes::Shape(Shape::List(Kind::Schema)) => all.push(json!([7])),
        Takes::Shape(Shape::List(_)) => all.extend([json!([null]), json!([7])]),
        Takes::Shape(Shape::Map(Kind::Schema)) => all.push(json!({ "a": 7 })),
        Takes::Shape(Shape::Map(_)) => all.extend([json!({ "a": null }), json!({ "a": 7 })]),
        Takes::Plain(Plain::Texts | Plain::Type) => all.push(json!([{}])),
        Takes::Plain(Plain::TextMap) => all.push(json!({ "a": {} })),
        Takes::Plain(Plain::TextLists) => all.push(json!({ "a": [{}] })),
        Takes::Plain(Plain::Count) => all.extend([json!(-1), json!(1.5)]),
        _ => {}
    }
    all
}

/// The key without its second letter. A short one may be another word.
fn misspelt(at: &str, field: Field) -> Option<Bad> {
    let key = field.key;
    let is_word = key.len() > 5 && key.chars().all(char::is_alphabetic);
    let mut document = whole();
    let object = document.pointer_mut(at)?.as_object_mut()?;
    let value = object.remove(key).filter(|_| is_word)?;
    let wrong: String = key.chars().take(1).chain(key.chars().skip(2)).collect();
    object.insert(wrong.clone(), value);
    Some(Bad {
        class: "a misspelt keyword",
        name: format!("{at}/{wrong}"),
        text: Text::Text(document.to_string()),
        code: vec![if key == "openapi" { "E0013" } else { "W0111" }.to_owned()],
        at: (key != "openapi").then(|| format!("{at}/{wrong}")),
        keeps: !holds_witness(&format!("{at}/{key}")),
    })
}

/// An object with one of its keys twice.
fn doubled(kind: Kind, at: &str) -> Bad {
    const MARK: &str = "the-key-that-comes-twice";
    let mut document = whole();
    let object = document.pointer_mut(at).and_then(Value::as_object_mut);
    let object = object.expect("an object of a kind");
    let key = object.keys().next().expect("a key").clone();
    // What counts is the same.
    let value = object[&key].clone();
    object.insert(MARK.to_owned(), value);
    let text = document.to_string().replace(MARK, &key);
    Bad {
        class: "a key twice in one mapping",
        name: format!("{kind:?} {key}"),
        text: Text::Text(text),
        code: vec!["W0122".to_owned()],
        at: Some(at.to_owned()),
        keeps: true,
    }
}

/// Something else in the place of an object.
fn instead(kind: Kind, at: &str) -> Vec<Bad> {
    let make = |value: &Value| {
        let mut document = whole();
        put(&mut document, at, value.clone());
        let is_document = kind == Kind::Document;
        let code = if is_document { "E0012" } else { "W0103" };
        Bad {
            class: "something else in the place of an object",
            name: format!("{kind:?} {at} {value}"),
            text: Text::Text(document.to_string()),
            code: vec![code.to_owned()],
            at: Some(at.to_owned()),
            keeps: !holds_witness(at),
        }
    };
    // A string in the place of some objects is read as the object it names, and said so.
    let all = [json!(7), json!("text"), json!([7])];
    all.iter().map(make).collect()
}
