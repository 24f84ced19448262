//! Checks the JSON type of every keyword against the grammar.
//!
//! A value that can only have meant one thing is read as that. Otherwise the keyword goes; where
//! the object would mean something else without it, the object is marked broken. Each is a fault.

use crate::diag::Code;
use crate::grammar::{Field, Kind, Loss, Plain, Shape, Takes};
use crate::tree::{Map, Node, Value};

use super::cx::Cx;
use super::marks::{self, BROKEN};
use super::repair::{fits, repaired};
use super::rules;

/// Checks the keys that the grammar knows.
pub(super) fn check(kind: Kind, map: &mut Map, cx: &mut Cx<'_>) {
    let unfit: Vec<(String, Field)> = map
        .iter()
        .filter_map(|entry| Some((entry, kind.field(&entry.key)?)))
        .filter(|(entry, field)| !fits(field.takes, &entry.node))
        .map(|(entry, field)| (entry.key.clone(), field))
        .collect();
    for (key, field) in unfit {
        replace(&key, field, map, cx);
    }
}

fn replace(key: &str, field: Field, map: &mut Map, cx: &mut Cx<'_>) {
    let Some(node) = map.get_mut(key) else {
        return;
    };
    let at = node.at;
    let message = format!(
        "`{key}` is {}; it must be {}",
        shown(node, field.takes),
        noun(field.takes)
    );
    let mut fault = cx.member(Code::WRONG_TYPE, key, at, message);
    let is_of_flow = matches!(cx.kind, Kind::OAuthFlows | Kind::OAuthFlow);
    if let Some(value) = repaired(field.takes, node) {
        let is_word = |text: &str| text.parse::<bool>().is_err();
        fault = fault.help(match &value {
            Value::Bool(flag) if node.as_str().is_some_and(is_word) => {
                format!(
                    "it is read as {flag}: write `{flag}`, YAML 1.2 takes the word for a string"
                )
            }
            value => meant(value, matches!(node.value, Value::Array(_))),
        });
        // A reference of another text may be that of nothing, and no flow does without its URLs.
        if !key.starts_with('$') && !is_of_flow {
            fault = fault.put(value.clone());
        }
        node.value = value;
    } else if matches!(node.value, Value::Null) {
        // A generator that writes absent values as null; nothing is lost.
        fault = fault.help("leave the key out");
        if !is_of_flow {
            fault = fault.remove();
        }
        map.remove(key);
    } else if field.takes == Takes::Shape(Shape::List(Kind::SecurityRequirement)) {
        let asked = rules::of_no_name(&cx.pointer.child(key), at);
        node.value = Value::Array(vec![asked]);
    } else {
        let is_flag = field.takes == Takes::Plain(Plain::Flag);
        if is_flag && matches!(node.value, Value::String(_)) {
            fault = fault
                .help("write `true` or `false`, without quotes; until then the key is left out");
        }
        map.remove(key);
        if field.loss == Loss::Breaks {
            marks::set(map, BROKEN, at);
        } else if !is_flag && !is_of_flow {
            fault = fault.remove();
        }
    }
    cx.push(fault);
}

/// The value for a message: scalars as they stand, which finds the line sooner.
fn shown(node: &Node, takes: Takes) -> String {
    let list = matches!(
        takes,
        Takes::Shape(Shape::List(_)) | Takes::Plain(Plain::Texts | Plain::Type)
    );
    match &node.value {
        Value::Number(text) => format!("the number {text}"),
        Value::Bool(value) => format!("`{value}`"),
        Value::Object(_) if matches!(takes, Takes::Plain(Plain::TextLists | Plain::TextMap)) => {
            "an object that holds something else".to_owned()
        }
        Value::Array(_) if list => "an array that holds something else".to_owned(),
        _ => node.kind().to_owned(),
    }
}

fn noun(takes: Takes) -> String {
    match takes {
        Takes::Plain(plain) => plain.noun().to_owned(),
        Takes::Shape(Shape::One(kind)) => format!("{} (an object)", kind.noun()),
        Takes::Shape(Shape::List(_)) => "an array of objects".to_owned(),
        Takes::Shape(Shape::Map(_)) => "an object whose values are objects".to_owned(),
    }
}

/// How the value was read, as help.
fn meant(value: &Value, was_list: bool) -> String {
    match value {
        Value::String(text) => format!("it is read as the string {text:?}: write it in quotes"),
        Value::Number(text) => format!("it is read as {text}: write it without quotes"),
        Value::Bool(value) => format!("it is read as {value}: write it without quotes"),
        Value::Array(items) if items.is_empty() => "it is read as `[]`".to_owned(),
        Value::Array(_) if was_list => "its items are read as strings".to_owned(),
        Value::Array(_) => "it is read as a list of one".to_owned(),
        Value::Object(map) if map.is_empty() => "it is read as `{}`".to_owned(),
        Value::Object(_) => "its values are read as strings".to_owned(),
        Value::Null => "it is read as null".to_owned(),
    }
}
