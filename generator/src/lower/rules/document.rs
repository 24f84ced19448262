//! The document around its operations: what is missing is filled, what 3.0 has no place for is
//! carried.

use crate::diag::{Code, Edit};
use crate::tree::{Map, Node};

use super::super::cx::Cx;
use super::super::marks;
use super::super::version::Version;
use super::{Rule, break_object, carry, fill, no_members, no_text, security};

pub(super) const RULES: &[Rule] = &[version, parts, security::requirements, carried];

/// `openapi: 3.1.0` becomes `openapi: 3.0.3`; the document's own stays as `x-restitch-openapi`.
fn version(map: &mut Map, cx: &mut Cx<'_>) {
    let at = marks::carry(map, "openapi").unwrap_or(cx.at);
    map.set("openapi", Node::string("3.0.3", at));
}

/// `info` and `paths`, which the reader requires; from 3.1 on a document may have components or
/// webhooks only.
fn parts(map: &mut Map, cx: &mut Cx<'_>) {
    // Of one that is not there, nothing else is missing.
    fill(map, "info", marks::broken(cx.at).value, true, cx);
    let other = map.has("components") || map.has("webhooks");
    let required = cx.version == Version::V30 || !other;
    fill(map, "paths", no_members(), required, cx);
}

fn carried(map: &mut Map, cx: &mut Cx<'_>) {
    marks::carry(map, "webhooks");
    marks::carry(map, "x-webhooks");
    let known = |node: &Node| {
        let dialect = node.as_str().unwrap_or_default();
        dialect.contains("/oas/3.") || dialect.contains("/draft/2020-12/")
    };
    if map
        .get("jsonSchemaDialect")
        .is_some_and(|node| !known(node))
    {
        let why = "is not a dialect that is known; schemas are read as JSON Schema 2020-12";
        carry(map, "jsonSchemaDialect", Code::UNSUPPORTED, why, cx);
    }
    marks::carry(map, "jsonSchemaDialect");
    marks::carry(map, "$self");
}

/// `info`.
pub(super) fn info(map: &mut Map, cx: &mut Cx<'_>) {
    fill(map, "title", no_text(), true, cx);
    fill(map, "version", no_text(), true, cx);
    marks::carry(map, "summary");
}

/// `license: {name, identifier}`.
pub(super) fn license(map: &mut Map, cx: &mut Cx<'_>) {
    fill(map, "name", no_text(), true, cx);
    marks::carry(map, "identifier");
}

/// `externalDocs`.
pub(super) fn external_docs(map: &mut Map, cx: &mut Cx<'_>) {
    fill(map, "url", no_text(), true, cx);
}

/// An item of `tags`.
pub(super) fn tag(map: &mut Map, cx: &mut Cx<'_>) {
    if !map.has("name") {
        let message = "the tag has no `name`".to_owned();
        let help = "write the name that operations have under `tags`";
        break_object(map, Code::MALFORMED, message, help, cx);
    }
    fill(map, "name", no_text(), false, cx);
    for key in ["kind", "parent", "summary"] {
        marks::carry(map, key);
    }
}

/// An item of `servers`.
pub(super) fn server(map: &mut Map, cx: &mut Cx<'_>) {
    if !map.has("url") {
        let message = "the server has no `url`".to_owned();
        let help = "write its URL, or one relative to the document's";
        break_object(map, Code::MALFORMED, message, help, cx);
    }
    fill(map, "url", no_text(), false, cx);
    marks::carry(map, "name");
}

/// A server variable: its default is what a client sends unless told otherwise.
pub(super) fn server_variable(map: &mut Map, cx: &mut Cx<'_>) {
    if map.has("default") || map.has(marks::BROKEN) {
        fill(map, "default", no_text(), false, cx);
        return;
    }
    let first = map
        .get("enum")
        .and_then(Node::as_array)
        .and_then(<[_]>::first);
    let message = "the server variable has no `default`";
    let fault = cx.here(Code::MALFORMED, message);
    if let Some(first) = first.cloned() {
        let at = cx.pointer.child("default");
        let fault = fault.edit(Edit::Put(at, first.value.clone()));
        map.set("default", first);
        cx.push(fault.help("the first value of its `enum` is taken"));
    } else {
        map.set("default", Node::new(no_text(), cx.at));
        marks::set(map, marks::BROKEN, cx.at);
        cx.push(fault);
    }
}
