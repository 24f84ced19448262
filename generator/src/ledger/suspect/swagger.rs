//! What may be said twice in a document of Swagger 2.0, in the places that `convert` makes anew.

use crate::tree::{Map, Node, Pointer, Tree, Value};

use super::super::trial::{Attempt, Trials};
use super::parameter::is_silent;

/// What there is to ask of the root document as it was written.
pub(crate) fn suspect(tree: &Tree) -> Trials {
    let mut trials = Trials::default();
    let mut todo: Vec<(Pointer, &Node)> = Vec::new();
    todo.extend(tree.root().map(|root| (Pointer::default(), root)));
    while let Some((at, node)) = todo.pop() {
        match &node.value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                todo.extend(items.map(|(index, item)| (at.item(index), item)));
            }
            Value::Object(map) => {
                object(&mut trials, &at, map);
                todo.extend(map.iter().map(|entry| (at.child(&entry.key), &entry.node)));
            }
            _ => {}
        }
    }
    trials
}

fn object(trials: &mut Trials, at: &Pointer, map: &Map) {
    let text = |key: &str| map.get(key).and_then(Node::as_str);
    if let Some("query" | "header" | "path" | "formData") = text("in") {
        parameter(trials, at, map);
    }
    let list = map
        .get("parameters")
        .and_then(Node::as_array)
        .unwrap_or_default();
    let is_suspect = |node: &Node| node.as_map().is_some_and(is_implied);
    if list.len() > 1 && list.iter().all(is_suspect) {
        trials.ask(&at.child("parameters"), Attempt::Without);
    }
    for entry in map
        .get("headers")
        .and_then(Node::as_map)
        .into_iter()
        .flatten()
    {
        if entry.node.get("type").and_then(Node::as_str) == Some("string") {
            let at = at.child("headers").child(&entry.key).child("type");
            let kind = entry.node.as_map().map_or("", kind);
            trials.ask_of(kind, &at, Attempt::Without);
        }
    }
    let schemes = map.get("schemes").and_then(Node::as_array);
    if let Some(schemes) = schemes.filter(|_| map.has("swagger")) {
        let at = at.child("schemes");
        trials.ask(&at, Attempt::Without);
        for index in 0..schemes.len() {
            trials.ask(&at.item(index), Attempt::Without);
            trials.ask(&at.item(index), Attempt::Other);
        }
    }
    for key in ["produces", "consumes"] {
        let types = map.get(key).and_then(Node::as_array);
        let Some(types) = types.filter(|_| map.has("responses") || map.has("swagger")) else {
            continue;
        };
        let at = at.child(key);
        trials.ask(&at, Attempt::Without);
        for index in 0..types.len() {
            trials.ask(&at.item(index), Attempt::Without);
        }
    }
}

/// Whether a path's template says all that a parameter says.
fn is_implied(map: &Map) -> bool {
    let text = |key: &str| map.get(key).and_then(Node::as_str);
    let mut keys = map.iter().map(|entry| entry.key.as_str());
    let is_plain = keys.all(|key| is_silent(key) || matches!(key, "in" | "name" | "required"));
    let is_documented = text("description").is_some_and(|text| !text.trim().is_empty());
    text("in") == Some("path") && text("type") == Some("string") && is_plain && !is_documented
}

/// Of what kind a type is: that of plain text says nothing, and of other text it may.
fn kind(map: &Map) -> &'static str {
    let is_text = map.get("type").and_then(Node::as_str) == Some("string");
    let is_plain = !map.has("format") && !map.has("enum");
    if is_text && is_plain { "text" } else { "" }
}

fn parameter(trials: &mut Trials, at: &Pointer, map: &Map) {
    let text = |key: &str| map.get(key).and_then(Node::as_str);
    if let Some("string" | "array") = text("type") {
        trials.ask_of(kind(map), &at.child("type"), Attempt::Without);
    }
    if map.has("collectionFormat") {
        trials.ask(&at.child("collectionFormat"), Attempt::Without);
    }
    if is_implied(map) {
        let is_item = at.last().is_some_and(|key| key.parse::<u32>().is_ok());
        if is_item {
            trials.ask(at, Attempt::Without);
        } else {
            trials.ask(&at.child("name"), Attempt::Other);
            // A reference that names nothing then leaves it to the template.
            trials.ask(at, Attempt::Without);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{File, Place};

    #[test]
    fn plain_text_among_dates_is_decided_at_once() {
        let parameter = |index: usize| {
            let mut members = vec![("in", "query"), ("type", "string")];
            members.extend(index.is_multiple_of(40).then_some(("format", "date")));
            let members = members.into_iter();
            let value = Value::object(members.map(|(key, text)| (key, Value::string(text))));
            Node::new(value, Place::default())
        };
        let list = Value::Array((0..320).map(parameter).collect());
        let mut tree = Tree::default();
        tree.files.push(File {
            name: String::new(),
            path: None,
            text: String::new(),
            root: Node::new(Value::object([("parameters", list)]), Place::default()),
            dropped: Vec::new(),
        });
        let is_date = |at: &Pointer| {
            let holder = at.parent().unwrap();
            tree.get(&holder.child("format")).is_some()
        };
        let trials = suspect(&tree);
        let tried = trials.run(1_000_000, |edits| !edits.iter().any(|(at, _)| is_date(at)));
        assert_eq!((tried.same.len(), tried.needed.len()), (312, 8));
    }
}
