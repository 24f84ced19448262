//! Checks that what stands where an object should be is one.

use crate::diag::Code;
use crate::grammar::Kind;
use crate::tree::{Entry, Map, Node, Place, Value};

use super::cx::Cx;
use super::marks;
use super::version::Version;

/// Words that are a schema only behind `type:`.
const TYPES: [&str; 6] = ["array", "boolean", "integer", "number", "object", "string"];

/// Makes an object of a node: reads what can only have meant one, marks anything else broken.
pub(super) fn check(node: &mut Node, kind: Kind, cx: &mut Cx<'_>) {
    let at = node.at;
    node.value = match &node.value {
        Value::Object(_) => return,
        Value::Bool(value) if kind == Kind::Schema => {
            if cx.version == Version::V30 {
                let what = "a boolean in the place of a schema";
                cx.other_version(None, at, what, Version::V31);
            }
            boolean(*value, at)
        }
        _ => other(node, kind, cx),
    };
}

/// `true` is the schema that everything fits, `false` the one that nothing fits.
fn boolean(value: bool, at: Place) -> Value {
    let mut map = Map::default();
    if !value {
        map.set("not", Node::new(Value::Object(Map::default()), at));
        marks::set(&mut map, marks::NEVER, at);
    }
    Value::Object(map)
}

/// What is neither an object nor a boolean schema.
fn other(node: &Node, kind: Kind, cx: &mut Cx<'_>) -> Value {
    let meant = meant(node, kind);
    let message = format!("{} must be an object; this is {}", kind.noun(), node.kind());
    let fault = cx.here(Code::WRONG_TYPE, message);
    let help = match (&meant, &node.value) {
        (Some(Value::Object(map)), _) if map.is_empty() => "it is read as `{}`".to_owned(),
        (Some(_), _) => "it is read as the object that it stands for".to_owned(),
        (None, Value::String(_)) if cx.pointer.last().is_some_and(|key| key == "$ref") => {
            "a `$ref` stands for one object, never for a whole map of them".to_owned()
        }
        (None, Value::String(text)) if kind == Kind::Schema && TYPES.contains(&text.as_str()) => {
            format!("write `{{type: {text}}}`")
        }
        (None, Value::String(text)) if kind == Kind::Schema => match flag(text) {
            Some(flag) => format!("write `{flag}`: YAML 1.2 takes `{text}` for a string"),
            None => String::new(),
        },
        (None, Value::Array(_)) if kind == Kind::Responses => {
            "write an object with the statuses for keys: `'200': {description: ...}`".to_owned()
        }
        (None, Value::Array(_)) => "write an object, `key: value`, not a list".to_owned(),
        (None, _) => String::new(),
    };
    let mut fault = fault;
    let value = meant.clone().or_else(|| written(node, kind));
    // An empty flow has no URL.
    if let Some(value) = value.filter(|_| kind != Kind::OAuthFlow) {
        fault = fault.put(value);
    }
    cx.push(if help.is_empty() {
        fault
    } else {
        fault.help(help)
    });
    meant.unwrap_or_else(|| marks::broken(node.at).value)
}

/// What a word in the place of a schema should have been.
fn written(node: &Node, kind: Kind) -> Option<Value> {
    let text = node.as_str().filter(|_| kind == Kind::Schema)?;
    if TYPES.contains(&text) {
        return Some(single("type", node.clone()));
    }
    flag(text).map(Value::Bool)
}

/// What a word was in YAML 1.1, where it is a boolean no more.
fn flag(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "on" => Some(true),
        "no" | "off" => Some(false),
        _ => None,
    }
}

/// The object that was meant, where there is no doubt about it.
fn meant(node: &Node, kind: Kind) -> Option<Value> {
    let at = node.at;
    match (&node.value, kind) {
        // An empty one would allow anyone.
        (Value::Null | Value::Array(_), Kind::SecurityRequirement) => None,
        (Value::Null, _) => Some(Value::Object(Map::default())),
        (Value::Array(items), _) if items.is_empty() => Some(Value::Object(Map::default())),
        (_, Kind::Example) => Some(single("value", node.clone())),
        (Value::String(_), Kind::Tag) => Some(single("name", node.clone())),
        (Value::String(_), Kind::Server) => Some(single("url", node.clone())),
        (Value::String(_), Kind::Discriminator) => Some(single("propertyName", node.clone())),
        (Value::String(name), Kind::SecurityRequirement) => {
            Some(single(name, Node::new(Value::Array(Vec::new()), at)))
        }
        _ => None,
    }
}

fn single(key: &str, node: Node) -> Value {
    let at = node.at;
    let entry = Entry {
        key: key.to_owned(),
        at,
        node,
    };
    Value::Object([entry].into_iter().collect())
}
