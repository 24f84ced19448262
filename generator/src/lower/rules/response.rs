//! Bodies and responses.

use crate::diag::{Code, Edit};
use crate::tree::{Map, Node, Value};

use super::super::cx::Cx;
use super::super::marks;
use super::super::version::Version;
use super::{carry, fill, no_members, no_text};

/// `requestBody: {content}`.
pub(super) fn request_body(map: &mut Map, cx: &mut Cx<'_>) {
    fill(map, "content", no_members(), true, cx);
}

/// 3.2 describes streams by the schema of an item.
pub(super) fn media_type(map: &mut Map, cx: &mut Cx<'_>) {
    marks::carry(map, "itemSchema");
    for key in ["itemEncoding", "prefixEncoding"] {
        carry(map, key, Code::UNSUPPORTED, "is not generated yet", cx);
    }
}

/// The reader knows the styles of queries only, and not whether `explode` was there at all: that
/// is carried, since the default hangs on the style.
pub(super) fn encoding(map: &mut Map, cx: &mut Cx<'_>) {
    for key in ["encoding", "itemEncoding", "prefixEncoding"] {
        carry(map, key, Code::UNSUPPORTED, "is not generated yet", cx);
    }
    if let Some(explode) = map.get("explode").cloned() {
        map.set("x-restitch-explode", explode);
    }
    let Some((style, at)) = map
        .get("style")
        .and_then(|node| Some((node.as_str()?, node.at)))
    else {
        return;
    };
    if !["form", "spaceDelimited", "pipeDelimited", "deepObject"].contains(&style) {
        let message = format!("`style: {style}` is not one for the parts of a body");
        let fault = cx.member(Code::MALFORMED, "style", at, message);
        cx.push(fault);
        map.remove("style");
        marks::set(map, marks::BROKEN, at);
    }
}

/// The keys of `responses` are status codes, ranges such as `2XX`, and `default`.
pub(super) fn statuses(map: &mut Map, cx: &mut Cx<'_>) {
    let odd: Vec<_> = map
        .iter()
        .filter(|entry| !entry.key.starts_with("x-") && !is_status(&entry.key))
        .map(|entry| (entry.key.clone(), entry.at))
        .collect();
    for (key, at) in odd {
        let message = format!("`{key}` is not a status code, a range such as `2XX`, or `default`");
        if key != "$ref" {
            let fault = cx.member(Code::MALFORMED, &key, at, message);
            cx.push(fault.help("the response is left out"));
        }
        marks::carry(map, &key);
    }
}

fn is_status(key: &str) -> bool {
    match key.as_bytes() {
        b"default" | [b'1'..=b'5', b'x' | b'X', b'x' | b'X'] => true,
        // Beyond 599 there are none (RFC 9110, section 15).
        [b'1'..=b'5', tens, ones] => tens.is_ascii_digit() && ones.is_ascii_digit(),
        _ => false,
    }
}

/// `schema` beside `description` is how 2.0 says what is in an answer; where nothing else says it, it
/// is meant so. The grammar has no such key, so it is moved before that is looked at.
pub(super) fn schema(map: &mut Map, cx: &mut Cx<'_>) {
    let is_alone = !map.has("content") && map.get("schema").is_some_and(|it| it.as_map().is_some());
    let Some(entry) = is_alone.then(|| map.remove("schema")).flatten() else {
        return;
    };
    let message = "the schema stands beside `description`, as in Swagger 2.0; it is read as JSON";
    let fault = cx.member(Code::MALFORMED, "schema", entry.at, message);
    let fault = fault.help("write `content: {application/json: {schema: ..}}`");
    let at = entry.at;
    let object = |key: &str, node: Node| {
        let mut map = Map::default();
        map.set(key, node);
        Node::new(Value::Object(map), at)
    };
    let media = object("schema", entry.node);
    let content = object("application/json", media);
    let edit = Edit::Put(cx.pointer.child("content"), content.value.clone());
    cx.push(fault.remove().edit(edit));
    map.set("content", content);
}

/// A response's description, which 3.2 no longer requires.
pub(super) fn description(map: &mut Map, cx: &mut Cx<'_>) {
    let required = cx.version < Version::V32;
    fill(map, "description", no_text(), required, cx);
    marks::carry(map, "summary");
}

/// Links; the reader refuses a response for the sake of one that it does not understand.
pub(super) fn links(map: &mut Map, _: &mut Cx<'_>) {
    marks::carry(map, "links");
}
