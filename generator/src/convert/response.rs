//! Responses: their schema and examples by media type, and their headers.

use crate::tree::{Entry, Map, Node, Pointer, Value};

use super::{Moves, media, schema};

/// Rewrites a response; `produces` are the media types in which it comes.
pub(super) fn convert(map: &mut Map, at: &Pointer, produces: &[Node], moves: &mut Moves) {
    if map.has("$ref") {
        return;
    }
    headers(map);
    let examples = map.remove("examples");
    let Some(Entry {
        node: mut given, ..
    }) = map.remove("schema")
    else {
        return;
    };
    let is_file = given.get("type").and_then(Node::as_str) == Some("file");
    if let Some(schema) = given.as_map_mut() {
        schema::convert(schema);
    }
    let types = types(&given, is_file, produces);
    let mut content = media::content(&types, &given);
    let holder = moves.written(at).unwrap_or_else(|| at.clone());
    let written = holder.child("schema");
    moves.came_from(&written, at.child("content"));
    for entry in &content {
        let media = at.child("content").child(&entry.key);
        moves.note(&written, media.child("schema"));
        moves.came_from(&holder, media);
    }
    if let Some(examples) = examples.as_ref().and_then(|entry| entry.node.as_map()) {
        add(&mut content, examples);
    }
    let place = given.at;
    map.set("content", Node::new(Value::Object(content), place));
}

/// The media types of an answer. Where none are said, a string may be JSON or plain text: which it
/// is, the answer says.
fn types(schema: &Node, is_file: bool, produces: &[Node]) -> Vec<Node> {
    let is_string = schema.get("type").and_then(Node::as_str) == Some("string");
    let kept = produces
        .iter()
        .filter(|media| !is_file || !media::is_json(media));
    let kept: Vec<_> = kept.cloned().collect();
    let implied: &[&str] = match (kept.is_empty(), is_file, is_string) {
        (false, ..) => return kept,
        (_, true, _) => &["application/octet-stream"],
        (_, _, true) => &["application/json", "text/plain"],
        _ => &["application/json"],
    };
    let node = |name: &&str| Node::string(name, schema.at);
    implied.iter().map(node).collect()
}

/// Examples by media type.
fn add(content: &mut Map, examples: &Map) {
    for example in examples {
        if let Some(media) = content.get_mut(&example.key).and_then(Node::as_map_mut) {
            media.set("example", example.node.clone());
        }
    }
}

fn headers(map: &mut Map) {
    let headers = map.get_mut("headers").and_then(Node::as_map_mut);
    for entry in headers.into_iter().flatten() {
        if let Some(header) = entry.node.as_map_mut() {
            // Headers have no style but values between commas.
            schema::gather(header);
        }
    }
}
