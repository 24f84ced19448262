//! Security schemes.

use crate::diag::Code;
use crate::grammar::{Plain, Takes, is_token};
use crate::tree::{Map, Node, Place, Pointer, Value};

use super::super::cx::Cx;
use super::super::marks;
use super::super::repair::{fits, repaired};
use super::{break_object, fill, no_members, no_text};

/// Takes the schemes that 3.0 does not know out of `securitySchemes`, to
/// `x-restitch-securitySchemes` under their own names.
pub(super) fn components(map: &mut Map, cx: &mut Cx<'_>) {
    let Some(schemes) = map.get_mut("securitySchemes").and_then(Node::as_map_mut) else {
        return;
    };
    let is_mutual = |node: &Node| node.get("type").and_then(Node::as_str) == Some("mutualTLS");
    let names: Vec<_> = schemes
        .iter()
        .filter(|entry| is_mutual(&entry.node))
        .map(|entry| entry.key.clone())
        .collect();
    let carried: Map = names
        .iter()
        .filter_map(|name| schemes.remove(name))
        .collect();
    let Some(at) = carried.iter().next().map(|entry| entry.at) else {
        return;
    };
    for entry in &carried {
        let name = &entry.key;
        let message = format!("`{name}` is mutual TLS, which is set up in the transport");
        let mut pointer = cx.pointer.child("securitySchemes");
        pointer.push(name);
        let mut note = cx.here(Code::NOT_GENERATED, message);
        note.pointer = pointer;
        note.place = Some(entry.at);
        cx.push(note);
    }
    let node = Node::new(Value::Object(carried), at);
    map.set("x-restitch-securitySchemes", node);
}

/// A scheme must say of what type it is, and what that type needs.
pub(super) fn scheme(map: &mut Map, cx: &mut Cx<'_>) {
    marks::carry(map, "deprecated");
    marks::carry(map, "oauth2MetadataUrl");
    let needed: &[&str] = match map.get("type").and_then(Node::as_str) {
        Some("apiKey") => &["name", "in"],
        Some("http") => &["scheme"],
        Some("oauth2") => return fill(map, "flows", no_members(), true, cx),
        Some("openIdConnect") => return fill(map, "openIdConnectUrl", no_text(), true, cx),
        Some("mutualTLS") => return,
        other => {
            let message = match other {
                Some(other) => format!("`{other}` is not a type of security scheme"),
                None => "the security scheme has no `type`".to_owned(),
            };
            let help = "write apiKey, http, oauth2, openIdConnect or mutualTLS";
            return break_object(map, Code::MALFORMED, message, help, cx);
        }
    };
    for key in needed
        .iter()
        .filter(|key| !map.has(key))
        .collect::<Vec<_>>()
    {
        let message = format!("the security scheme has no `{key}`");
        let help = match *key {
            "in" => "write query, header or cookie",
            "scheme" => "write what `Authorization` begins with, such as `basic` or `bearer`",
            _ => "write the name of the header, cookie or parameter that it is sent as",
        };
        break_object(map, Code::MALFORMED, message, help, cx);
    }
    let place = map.get("in").and_then(Node::as_str);
    if needed.contains(&"in")
        && let Some(place) = place.filter(|place| !["query", "header", "cookie"].contains(place))
    {
        let message = format!("`in` is `{place}`; it must be query, header or cookie");
        break_object(map, Code::MALFORMED, message, "", cx);
    }
    if needed.contains(&"in") {
        sendable(map, cx);
    }
    let scheme = map.get("scheme").and_then(Node::as_str);
    if needed.contains(&"scheme")
        && let Some(scheme) = scheme.filter(|scheme| !is_token(scheme))
    {
        // It is the first word of `Authorization` (RFC 9110, section 11.4).
        let message = format!("no HTTP authentication is called `{scheme}`");
        let help = "write what `Authorization` begins with, such as `basic` or `bearer`";
        break_object(map, Code::MALFORMED, message, help, cx);
    }
}

/// A key's name has to be one that a header or cookie can have: both are tokens (RFC 9110, section
/// 5.1; RFC 6265, section 4.1.1).
fn sendable(map: &mut Map, cx: &mut Cx<'_>) {
    let said = |key| map.get(key).and_then(Node::as_str).unwrap_or_default();
    let (place, name) = (said("in"), said("name"));
    if map.has(marks::BROKEN) || place == "query" {
        return;
    }
    if !is_token(name) {
        let message = format!("no {place} can be called `{name}`");
        let help = "write the name that is sent: of letters, digits and a few signs, such as `-`";
        break_object(map, Code::MALFORMED, message, help, cx);
    }
}

/// Each kind of flow needs URLs of its own. A flow of no use is carried: the reader would refuse
/// the whole scheme.
pub(super) fn flows(map: &mut Map, cx: &mut Cx<'_>) {
    marks::carry(map, "deviceAuthorization");
    let needs = [
        ("implicit", "authorizationUrl"),
        ("password", "tokenUrl"),
        ("clientCredentials", "tokenUrl"),
        ("authorizationCode", "authorizationUrl"),
        ("authorizationCode", "tokenUrl"),
    ];
    for (flow, url) in needs {
        let Some(node) = map.get(flow) else {
            continue;
        };
        match &node.value {
            Value::Object(inner) if !inner.has(url) => {
                let message = format!("the flow `{flow}` has no `{url}`");
                let fault = cx.member(Code::MALFORMED, flow, node.at, message);
                cx.push(fault);
            }
            Value::Object(_) => {}
            _ => {
                marks::carry(map, flow);
            }
        }
    }
}

/// A flow's scopes may be empty, but must be there; so must, for the reader, its URLs.
pub(super) fn flow(map: &mut Map, cx: &mut Cx<'_>) {
    fill(map, "scopes", no_members(), true, cx);
    fill(map, "authorizationUrl", no_text(), false, cx);
    fill(map, "tokenUrl", no_text(), false, cx);
}

/// A requirement in the place of one at a pointer that can not be read. It asks for something, by a
/// name that no scheme has: a call is sent with any credential that the client has, and not without.
pub(in super::super) fn of_no_name(at: &Pointer, place: Place) -> Node {
    let mut map = Map::default();
    map.set(&at.to_string(), Node::new(Value::Array(Vec::new()), place));
    Node::new(Value::Object(map), place)
}

/// The requirements of a document or an operation: those that can not be read go, and where none is
/// left something is asked for. This is done from above, since the reader has no place for a mark in
/// a requirement: each key is a scheme.
pub(super) fn requirements(map: &mut Map, cx: &mut Cx<'_>) {
    let Some(Value::Array(items)) = map.get_mut("security").map(|node| &mut node.value) else {
        return;
    };
    let first = items.first().map(|item| item.at);
    let mut index = 0;
    items.retain(|item| {
        let keep = is_requirement(item);
        if !keep {
            let message =
                "this is not a security requirement: an object from names of schemes to scopes";
            let mut fault = cx.member(Code::WRONG_TYPE, "security", item.at, message);
            fault.pointer.push(&index.to_string());
            cx.push(fault);
        }
        index += 1;
        keep
    });
    if let (true, Some(at)) = (items.is_empty(), first) {
        items.push(of_no_name(&cx.pointer.child("security").item(0), at));
    }
}

fn is_requirement(node: &Node) -> bool {
    let takes = Takes::Plain(Plain::Texts);
    match &node.value {
        Value::String(_) => true,
        Value::Object(map) if !map.has("$ref") => map
            .iter()
            .all(|entry| fits(takes, &entry.node) || repaired(takes, &entry.node).is_some()),
        _ => false,
    }
}
