use serde_json::Value as Json;

use super::{Map, Place};

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it starts. Nodes that `lower` makes carry the place of what they came from.
    pub at: Place,
}

/// A JSON value. Numbers keep their text, so that no digit is lost.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number in JSON's grammar, as written (YAML's other spellings are rewritten by `load`).
    Number(String),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Node>),
    /// An object.
    Object(Map),
}

impl Value {
    /// A string.
    pub fn string(text: impl Into<String>) -> Self {
        Self::String(text.into())
    }

    /// An array, of what no file has.
    pub fn array(items: impl IntoIterator<Item = Self>) -> Self {
        let items = items.into_iter();
        let nodes = items.map(|item| Node::new(item, Place::default()));
        Self::Array(nodes.collect())
    }

    /// An object, of what no file has.
    pub fn object(members: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        let mut map = Map::default();
        for (key, value) in members {
            map.set(key, Node::new(value, Place::default()));
        }
        Self::Object(map)
    }
}

impl PartialEq for Node {
    /// Equal values, wherever they stand.
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Node {
    /// A node of a value at a place.
    pub fn new(value: Value, at: Place) -> Self {
        Self { value, at }
    }

    /// A string node.
    pub fn string(text: &str, at: Place) -> Self {
        Self::new(Value::String(text.to_owned()), at)
    }

    /// The string, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match &self.value {
            Value::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The object, if it is one.
    pub fn as_map(&self) -> Option<&Map> {
        match &self.value {
            Value::Object(map) => Some(map),
            _ => None,
        }
    }

    /// The object, to change it, if it is one.
    pub fn as_map_mut(&mut self) -> Option<&mut Map> {
        match &mut self.value {
            Value::Object(map) => Some(map),
            _ => None,
        }
    }

    /// The items, if it is an array.
    pub fn as_array(&self) -> Option<&[Node]> {
        match &self.value {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The value of a key, if it is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_map()?.get(key)
    }

    /// Whether it is the root of a document of Swagger, which came before `OpenAPI`.
    pub fn is_swagger(&self) -> bool {
        self.get("swagger").is_some() && self.get("openapi").is_none()
    }

    /// It and all below it without places; `odd` gives what a number becomes that `serde_json` does
    /// not hold.
    pub fn json(&self, odd: fn(&str) -> Json) -> Json {
        match &self.value {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(*value),
            Value::Number(text) => serde_json::from_str(text).unwrap_or_else(|_| odd(text)),
            Value::String(text) => Json::String(text.clone()),
            Value::Array(items) => items.iter().map(|item| item.json(odd)).collect(),
            Value::Object(map) => map
                .iter()
                .map(|entry| (entry.key.clone(), entry.node.json(odd)))
                .collect(),
        }
    }

    /// The JSON type's name, as diagnostics say it.
    pub fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        }
    }
}
