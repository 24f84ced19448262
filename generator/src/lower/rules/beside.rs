//! Parameters of Swagger 2.0 in an operation of a later version: `in: body` and `in: formData` are its
//! request body.

use crate::diag::Code;
use crate::grammar::METHODS;
use crate::tree::{Entry, FileId, Map, Node, Place, Pointer, Tree, Value};

use super::super::cx::Cx;
use super::super::marks;

/// What an operation has in a body by its parameters.
#[derive(Default)]
struct Body {
    /// That of `in: body`.
    whole: Option<Node>,
    /// Those of `in: formData`.
    members: Map,
    required: Vec<Node>,
    has_file: bool,
    is_required: bool,
    at: Place,
}

/// Puts such parameters in the place of references to them: what they are of the operation says.
pub(in super::super) fn follow(tree: &mut Tree) {
    let paths = Pointer::root(FileId(0)).child("paths");
    let keys = tree
        .get(&paths)
        .and_then(Node::as_map)
        .into_iter()
        .flatten();
    let keys: Vec<String> = keys.map(|entry| entry.key.clone()).collect();
    for key in keys {
        let item = paths.child(&key);
        let item = target(tree, &item).unwrap_or(item);
        for method in METHODS {
            let list = item.child(method).child("parameters");
            let items = tree.get(&list).and_then(Node::as_array);
            let count = items.map_or(0, <[Node]>::len);
            for at in (0..count).map(|index| list.item(index)) {
                if let Some(named) = target(tree, &at).and_then(|named| of_body(tree, &at, &named))
                    && let Some(node) = tree.get_mut(&at)
                {
                    node.value = Value::Object(named);
                }
            }
        }
    }
}

/// What an object refers to, if it does.
fn target(tree: &Tree, at: &Pointer) -> Option<Pointer> {
    let text = tree.get(at)?.get("$ref")?.as_str()?;
    tree.follow(&at.child("$ref"), text)
}

/// A parameter that is of a body, to be put in the place of a reference to it. The schema may refer to
/// other things of its own file.
fn of_body(tree: &Tree, at: &Pointer, named: &Pointer) -> Option<Map> {
    let node = tree.get(named)?;
    let place = node.get("in").and_then(Node::as_str);
    let mut map = node
        .as_map()
        .filter(|_| matches!(place, Some("body" | "formData")))?
        .clone();
    if named.file != at.file && map.has("schema") {
        let reference = tree.get(at)?.get("$ref")?;
        let text = reference.as_str()?;
        let hash = if text.contains('#') { "" } else { "#" };
        let mut schema = Map::default();
        schema.set(
            "$ref",
            Node::string(&format!("{text}{hash}/schema"), reference.at),
        );
        map.set("schema", Node::new(Value::Object(schema), reference.at));
    }
    Some(map)
}

/// Makes a request body of them, where there is none. They stay in their places, and are passed over.
pub(super) fn body(map: &mut Map, cx: &mut Cx<'_>) {
    if map.has("requestBody") {
        return;
    }
    let mut body = Body::default();
    let parameters = map.get_mut("parameters").map(|node| &mut node.value);
    let Some(Value::Array(parameters)) = parameters else {
        return;
    };
    for (index, node) in parameters.iter_mut().enumerate() {
        let at = node.at;
        let Some(parameter) = node.as_map_mut() else {
            continue;
        };
        let place = parameter
            .get("in")
            .and_then(Node::as_str)
            .unwrap_or_default();
        let taken = match place {
            "body" if body.whole.is_none() => body.whole(parameter),
            "formData" => body.member(parameter),
            _ => None,
        };
        let Some(meant) = taken else { continue };
        let message = format!("`in: {place}` is of Swagger 2.0");
        body.at = at;
        cx.enter("parameters");
        cx.enter(&index.to_string());
        let fault =
            crate::diag::Diagnostic::new(Code::MALFORMED, message, cx.pointer.clone(), Some(at));
        cx.push(fault.help(format!("it is read as {meant}: write a `requestBody`")));
        cx.leave();
        cx.leave();
        parameter.remove("required");
        marks::set(parameter, marks::BROKEN, at);
    }
    if let Some(body) = body.made() {
        map.set("requestBody", body);
    }
}

impl Body {
    fn whole(&mut self, parameter: &Map) -> Option<&'static str> {
        self.whole = Some(parameter.get("schema")?.clone());
        self.is_required = is_required(parameter);
        Some("a body of JSON")
    }

    fn member(&mut self, parameter: &Map) -> Option<&'static str> {
        let name = parameter.entry("name")?;
        let text = name.node.as_str()?.to_owned();
        let mut schema = parameter.get("schema").and_then(Node::as_map).cloned();
        let schema = schema.get_or_insert_with(|| beside(parameter));
        if schema.get("type").and_then(Node::as_str) == Some("file") {
            let at = name.at;
            schema.set("type", Node::string("string", at));
            schema.set("format", Node::string("binary", at));
        }
        self.has_file |= schema.get("format").and_then(Node::as_str) == Some("binary");
        if is_required(parameter) {
            self.is_required = true;
            self.required.push(name.node.clone());
        }
        let node = Node::new(Value::Object(schema.clone()), name.at);
        self.members.set(&text, node);
        Some("a part of a form")
    }

    fn made(self) -> Option<Node> {
        let at = self.at;
        let object = |key: &str, node: Node| {
            let key = key.to_owned();
            Node::new(
                Value::Object([Entry { key, at, node }].into_iter().collect()),
                at,
            )
        };
        let (media_type, schema) = match self.whole {
            Some(schema) => ("application/json", schema),
            None if self.members.is_empty() => return None,
            None => {
                let form = if self.has_file {
                    "multipart/form-data"
                } else {
                    "application/x-www-form-urlencoded"
                };
                let mut schema = Map::default();
                schema.set("type", Node::string("object", at));
                let required = Node::new(Value::Array(self.required), at);
                schema.set("required", required);
                schema.set("properties", Node::new(Value::Object(self.members), at));
                (form, Node::new(Value::Object(schema), at))
            }
        };
        let content = object(media_type, object("schema", schema));
        let mut body = object("content", content);
        if let Some(body) = body.as_map_mut() {
            body.set("required", Node::new(Value::Bool(self.is_required), at));
        }
        Some(body)
    }
}

fn is_required(parameter: &Map) -> bool {
    parameter.get("required").and_then(Node::as_bool) == Some(true)
}

/// The schema that stands beside `in`, with what is said of the parameter.
fn beside(parameter: &Map) -> Map {
    const ITS_OWN: [&str; 5] = [
        "in",
        "name",
        "required",
        "collectionFormat",
        "allowEmptyValue",
    ];
    let entries = parameter.iter();
    let entries = entries.filter(|entry| !ITS_OWN.contains(&entry.key.as_str()));
    entries.cloned().collect()
}
