//! Parameters and headers.

use crate::diag::{Code, Edit, distance};
use crate::grammar::{BESIDE_IN, is_in_token};
use crate::tree::{Map, Node, Value};

use super::super::cx::Cx;
use super::super::marks;
use super::{Rule, break_object, carry, fill, no_members};

pub(super) const PARAMETER: &[Rule] = &[
    name,
    place,
    header_name,
    path_is_required,
    style,
    only_in_query,
    one_format,
    no_style_of_content,
];
pub(super) const HEADER: &[Rule] = &[header_style, header_only, one_format];

/// A parameter without a name can not be sent.
fn name(map: &mut Map, cx: &mut Cx<'_>) {
    let name = map.get("name").and_then(Node::as_str);
    if name.is_none_or(str::is_empty) {
        let message = "the parameter has no `name`".to_owned();
        let help = "write the name that it is sent by";
        break_object(map, Code::MALFORMED, message, help, cx);
    }
}

/// The name of a header and of a cookie is a token (RFC 9110, section 5.1; RFC 6265, section 4.1.1):
/// no request can have another.
fn header_name(map: &mut Map, cx: &mut Cx<'_>) {
    let said = |key| map.get(key).and_then(Node::as_str);
    let Some(place @ ("header" | "cookie")) = said("in") else {
        return;
    };
    let Some(name) = said("name") else { return };
    if let Some(wrong) = name.chars().find(|c| !is_in_token(*c)) {
        let message = format!("no {place} can be called `{name}`: it has a {wrong:?}");
        let help = "write the name that is sent: of letters, digits and a few signs, such as `-`";
        break_object(map, Code::MALFORMED, message, help, cx);
    }
}

/// `in` says where it goes.
fn place(map: &mut Map, cx: &mut Cx<'_>) {
    if map.get("in").and_then(Node::as_str) == Some("querystring") && spread(map) {
        return;
    }
    if near(map, cx) {
        return;
    }
    let (code, message, help) = match map.get("in").and_then(Node::as_str) {
        Some("query" | "header" | "path" | "cookie") => return,
        Some("querystring") => {
            let message = "a whole query that is no form is not generated yet".to_owned();
            let help = "a form is: `content: {application/x-www-form-urlencoded: {schema: ..}}`";
            (Code::UNSUPPORTED, message, help)
        }
        Some(other @ ("body" | "formData")) => {
            let message = format!("`in: {other}` is of Swagger 2.0");
            (Code::MALFORMED, message, "write a `requestBody`")
        }
        Some(other) => {
            let message = format!("`in` is `{other}`; it must be query, header, path or cookie");
            (Code::MALFORMED, message, "")
        }
        None => {
            let message = "the parameter has no `in`".to_owned();
            (
                Code::MALFORMED,
                message,
                "write query, header, path or cookie",
            )
        }
    };
    break_object(map, code, message, help, cx);
}

/// Takes a misspelt place for what it was to be.
fn near(map: &mut Map, cx: &mut Cx<'_>) -> bool {
    let Some(node) = map.get_mut("in") else {
        return false;
    };
    let text = node.as_str().unwrap_or_default().to_owned();
    let Some(near) = nearest(&text).filter(|near| *near != text) else {
        return false;
    };
    node.value = Value::string(near);
    let message = format!("`in` is `{text}`; it must be query, header, path or cookie");
    let fault = cx.here(Code::MALFORMED, message);
    let fault = fault.help(format!("it is taken for `{near}`"));
    let at = cx.pointer.child("in");
    cx.push(fault.edit(Edit::Put(at, Value::string(near))));
    true
}

/// What was meant where a parameter's place has no such name.
fn nearest(place: &str) -> Option<&'static str> {
    let known = ["query", "header", "path", "cookie"];
    let most = if place.len() < 5 { 1 } else { 2 };
    let near = |known: &&str| distance(known, place.trim()) <= most;
    known.into_iter().find(near)
}

/// A whole query that is a form is an object whose properties are parameters: `style: form` with
/// `explode` says the same.
fn spread(map: &mut Map) -> bool {
    const FORM: &str = "application/x-www-form-urlencoded";
    let content = map.get_mut("content").and_then(Node::as_map_mut);
    let media = content.and_then(|content| content.get_mut(FORM));
    let schema = media.and_then(Node::as_map_mut);
    let Some(schema) = schema.and_then(|media| media.remove("schema")) else {
        return false;
    };
    let at = schema.at;
    map.remove("content");
    map.set("schema", schema.node);
    map.set("in", Node::string("query", at));
    map.set("style", Node::string("form", at));
    map.set("explode", Node::new(Value::Bool(true), at));
    true
}

/// A path parameter is always sent: a path without it is another path.
fn path_is_required(map: &mut Map, cx: &mut Cx<'_>) {
    let in_path = map.get("in").and_then(Node::as_str) == Some("path");
    if !in_path || map.get("required").and_then(Node::as_bool) == Some(true) {
        return;
    }
    let message = "a path parameter must say `required: true`";
    let fault = cx.here(Code::MALFORMED, message).help("it is read so");
    let at = cx.pointer.child("required");
    cx.push(fault.edit(Edit::Put(at, Value::Bool(true))));
    map.set("required", Node::new(Value::Bool(true), cx.at));
}

/// `style` must be one that the place knows; where there is only one, that one is meant.
fn style(map: &mut Map, cx: &mut Cx<'_>) {
    let (Some(style), Some(place)) = (map.get("style"), map.get("in").and_then(Node::as_str))
    else {
        return;
    };
    let styles: &[&str] = match place {
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "path" => &["simple", "label", "matrix"],
        "header" => &["simple"],
        "cookie" => &["form"],
        _ => return,
    };
    let (said, at) = (style.as_str().unwrap_or_default(), style.at);
    if styles.contains(&said) {
        return;
    }
    let list = styles.join(", ");
    let message = format!("`style: {said}` is not one for `in: {place}`; there are: {list}");
    let near = styles.iter().find(|style| distance(style, said) <= 3);
    let help = match (styles, near) {
        ([only], _) => format!("it is read as `{only}`"),
        (_, Some(near)) => format!("did you mean `{near}`?"),
        ([usual, ..], None) => format!("write one of these, or no `style` for `{usual}`"),
        ([], None) => String::new(),
    };
    let mut fault = cx.member(Code::MALFORMED, "style", at, message).help(help);
    if let ([meant], _) | (_, Some(meant)) = (styles, near) {
        fault = fault.put(Value::string(*meant));
    }
    map.remove("style");
    if styles.len() > 1 {
        marks::set(map, marks::BROKEN, at);
    }
    cx.push(fault);
}

/// Paths, headers and cookies have no place for either.
fn only_in_query(map: &mut Map, cx: &mut Cx<'_>) {
    if map.get("in").and_then(Node::as_str) == Some("query") {
        return;
    }
    for key in ["allowReserved", "allowEmptyValue"] {
        let why = "has an effect with `in: query` only";
        carry(map, key, Code::IGNORED_HERE, why, cx);
    }
}

/// What `content` says is not written in a style.
fn no_style_of_content(map: &mut Map, cx: &mut Cx<'_>) {
    if !map.has("content") {
        return;
    }
    for key in ["style", "explode", "allowReserved"] {
        carry(
            map,
            key,
            Code::IGNORED_HERE,
            "has no effect beside `content`",
            cx,
        );
    }
}

/// A header has one style, and no place of its own in the reader for `explode`.
fn header_style(map: &mut Map, cx: &mut Cx<'_>) {
    marks::carry(map, "explode");
    if let Some(style) = map
        .get("style")
        .filter(|style| style.as_str() != Some("simple"))
    {
        let message = "the style of a header must be `simple`";
        let fault = cx.member(Code::MALFORMED, "style", style.at, message);
        cx.push(
            fault
                .help("it is read as `simple`")
                .put(Value::string("simple")),
        );
        map.remove("style");
    }
}

/// A header's name is its key.
fn header_only(map: &mut Map, cx: &mut Cx<'_>) {
    for key in ["name", "in"] {
        let why = "has no effect in a header";
        carry(map, key, Code::IGNORED_HERE, why, cx);
    }
}

/// Either `schema` or `content` says what the value looks like, and `content` has one entry.
fn one_format(map: &mut Map, cx: &mut Cx<'_>) {
    let entries = map.get("content").and_then(Node::as_map).map(Map::len);
    if map.has("schema") {
        let why = "has no effect beside `schema`: one of the two says what is sent";
        carry(map, "content", Code::MALFORMED, why, cx);
    } else if entries.is_none_or(|entries| entries == 0) {
        missing_schema(map, cx);
        map.remove("content");
    } else if entries > Some(1) {
        let message = "`content` must have one media type here".to_owned();
        break_object(
            map,
            Code::MALFORMED,
            message,
            "keep the one that is sent",
            cx,
        );
    }
}

fn missing_schema(map: &mut Map, cx: &mut Cx<'_>) {
    let at = cx.pointer.child("schema");
    if map.has("content") && !map.has("type") && !map.has(marks::BROKEN) {
        let message = format!("`content` of {} has no media type", cx.kind.noun());
        let fault = cx.member(Code::MALFORMED, "content", cx.at, message);
        let fault = fault.help("it is read as `schema: {}`").remove();
        cx.push(fault.edit(Edit::Put(at, no_members())));
        fill(map, "schema", no_members(), false, cx);
        return;
    }
    if map.has(marks::BROKEN) || !map.has("type") {
        fill(map, "schema", no_members(), true, cx);
        return;
    }
    let message = "the type stands beside `in`, as in Swagger 2.0; it is read as its schema";
    let help = "move `type`, `format`, `items` and `enum` into `schema`";
    let mut fault = cx.here(Code::MALFORMED, message).help(help);
    let keys = BESIDE_IN.iter();
    let schema: Map = keys.filter_map(|key| map.remove(key)).collect();
    let keys: Vec<_> = schema.iter().map(|entry| entry.key.clone()).collect();
    let schema = Value::Object(schema);
    fault = fault.edit(Edit::Put(at, schema.clone()));
    for key in keys {
        fault = fault.edit(Edit::Remove(cx.pointer.child(&key)));
    }
    cx.push(fault);
    map.set("schema", Node::new(schema, cx.at));
}
