//! `requestBody` of the parameters in `body` and `formData`.

use crate::diag::{Code, Diagnostic, Sink};
use crate::tree::{Map, Node, Place, Pointer, Value};

use super::{Moves, media, parameter, schema};

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// A parameter that is the body or a part of it.
#[derive(Debug)]
pub(super) struct Part {
    /// As it was written, or with a schema already.
    pub(super) map: Map,
    pub(super) at: Place,
    pub(super) written: Pointer,
}

impl Part {
    fn name(&self) -> Option<&str> {
        self.map.get("name").and_then(Node::as_str)
    }

    fn is_form(&self) -> bool {
        parameter::location(&self.map) == Some("formData")
    }

    fn is_required(&self) -> bool {
        self.map.get("required").and_then(Node::as_bool) == Some(true)
    }

    /// Whether one in an operation stands for this one of its path.
    pub(super) fn is_replaced_by(&self, other: &Self) -> bool {
        match (self.is_form(), other.is_form()) {
            (true, true) => self.name() == other.name(),
            // There is one body.
            _ => true,
        }
    }
}

/// The request body of an operation at a pointer; `None` where it has none.
pub(super) fn build(
    parts: Vec<Part>,
    consumes: &[Node],
    operation: &Pointer,
    moves: &mut Moves,
    sink: &mut Sink,
) -> Option<Node> {
    let at = operation.child("requestBody");
    let is_body = parts.iter().any(|part| !part.is_form());
    if !is_body {
        return form(parts, consumes, &at, moves);
    }
    let (mut bodies, others): (Vec<_>, Vec<_>) =
        parts.into_iter().partition(|part| !part.is_form());
    for (index, other) in bodies.drain(1..).chain(others).enumerate() {
        let message = "an operation has one body, and this is another";
        // It is nowhere now; whatever has taken its place came from elsewhere.
        let now = at.child("others").item(index);
        moves.came_from(&other.written, now.clone());
        let fault = Diagnostic::new(Code::MALFORMED, message, now, Some(other.at));
        let fault = fault.help("only the first parameter in `body` is sent");
        // What others refer to is theirs too.
        let is_own = other.written.is_below(operation);
        sink.push(if is_own { fault.remove() } else { fault });
    }
    bodies.pop().map(|body| whole(body, consumes, &at, moves))
}

/// The one parameter in `body`.
fn whole(mut body: Part, consumes: &[Node], at: &Pointer, moves: &mut Moves) -> Node {
    let place = body.at;
    moves.note(&body.written, at.clone());
    let mut given = body.map.remove("schema").map_or_else(
        || Node::new(Value::Object(Map::default()), place),
        |entry| entry.node,
    );
    if let Some(schema) = given.as_map_mut() {
        schema::convert(schema);
    }
    let types = match consumes {
        [] => media::implied("application/json", given.at),
        types => types.to_vec(),
    };
    let content = media::content(&types, &given);
    for entry in &content {
        let media = at.child("content").child(&entry.key);
        moves.note(&body.written.child("schema"), media.child("schema"));
        moves.came_from(&body.written, media);
    }
    let mut map = kept(body.map);
    map.set("content", Node::new(Value::Object(content), given.at));
    Node::new(Value::Object(map), place)
}

/// What a parameter says that a request body says too.
fn kept(mut parameter: Map) -> Map {
    parameter.retain(|entry| {
        matches!(entry.key.as_str(), "description" | "required") || entry.key.starts_with("x-")
    });
    parameter
}

/// All parameters in `formData`, as the properties of one object.
fn form(parts: Vec<Part>, consumes: &[Node], at: &Pointer, moves: &mut Moves) -> Option<Node> {
    let place = parts.first()?.at;
    let mut properties = Map::default();
    let mut required = Vec::new();
    let mut encoding = Map::default();
    let mut has_file = false;
    let mut written = Vec::new();
    for mut part in parts {
        let is_required = part.is_required();
        has_file |= is_file(&part.map);
        let format = schema::gather(&mut part.map);
        let Some(name) = part.map.remove("name").map(|entry| entry.node) else {
            continue;
        };
        let Some(key) = name.as_str() else { continue };
        let mut property = part.map.remove("schema").map_or_else(
            || Node::new(Value::Object(Map::default()), part.at),
            |entry| entry.node,
        );
        if let Some(styled) = style(&property, format.as_ref()) {
            encoding.set(key, styled);
        }
        if let (Some(schema), Some(text)) = (property.as_map_mut(), part.map.remove("description"))
        {
            schema.set("description", text.node);
        }
        if is_required && !required.contains(&name) {
            required.push(name.clone());
        }
        written.push((key.to_owned(), part.written));
        properties.set(key, property);
    }
    let is_required = !required.is_empty();
    let types = types(consumes, has_file, place);
    let schema = object(properties, required, place);
    let mut content = media::content(&types, &schema);
    for entry in &mut content {
        let now = at
            .child("content")
            .child(&entry.key)
            .child("schema")
            .child("properties");
        for (key, pointer) in &written {
            moves.note(pointer, now.child(key));
        }
        // Parts of `multipart` have no style.
        if entry.key == FORM && !encoding.is_empty() {
            let encoding = Node::new(Value::Object(encoding.clone()), place);
            if let Some(media) = entry.node.as_map_mut() {
                media.set("encoding", encoding);
            }
        }
    }
    let mut map = Map::default();
    map.set("content", Node::new(Value::Object(content), place));
    map.set("required", Node::new(Value::Bool(is_required), place));
    Some(Node::new(Value::Object(map), place))
}

fn is_file(parameter: &Map) -> bool {
    let is = |map: &Map, key: &str, text: &str| map.get(key).and_then(Node::as_str) == Some(text);
    let schema = parameter.get("schema").and_then(Node::as_map);
    is(parameter, "type", "file") || schema.is_some_and(|schema| is(schema, "format", "binary"))
}

fn object(properties: Map, required: Vec<Node>, at: Place) -> Node {
    let mut schema = Map::default();
    schema.set("type", Node::string("object", at));
    schema.set("properties", Node::new(Value::Object(properties), at));
    if !required.is_empty() {
        schema.set("required", Node::new(Value::Array(required), at));
    }
    Node::new(Value::Object(schema), at)
}

/// The media types that a form can have, of those that are given.
fn types(consumes: &[Node], has_file: bool, at: Place) -> Vec<Node> {
    let is = |node: &&Node, name| {
        node.as_str()
            .is_some_and(|text| text.eq_ignore_ascii_case(name))
    };
    let mut types: Vec<Node> = consumes
        .iter()
        .filter(|node| is(node, MULTIPART) || !has_file && is(node, FORM))
        .cloned()
        .collect();
    if types.is_empty() {
        types = media::implied(if has_file { MULTIPART } else { FORM }, at);
    }
    types
}

/// How an array is written that does not repeat its name.
fn style(property: &Node, format: Option<&Node>) -> Option<Node> {
    let is_array = property.get("type").and_then(Node::as_str) == Some("array");
    let style = match format.and_then(Node::as_str) {
        None if !is_array => return None,
        Some("multi") => return None,
        Some("ssv") => "spaceDelimited",
        Some("pipes") => "pipeDelimited",
        _ => "form",
    };
    let at = format.map_or(property.at, |node| node.at);
    let mut encoding = Map::default();
    encoding.set("style", Node::string(style, at));
    encoding.set("explode", Node::new(Value::Bool(false), at));
    Some(Node::new(Value::Object(encoding), at))
}
