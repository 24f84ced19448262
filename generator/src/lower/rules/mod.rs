//! The rules: which are called for a kind of object, in which order.

mod beside;
mod document;
mod operation;
mod parameter;
mod reference;
mod response;
mod schema;
mod security;
mod unknown;

pub(super) use beside::follow as follow_bodies;
pub(super) use security::of_no_name;

use crate::diag::{Code, Edit};
use crate::grammar::Kind;
use crate::tree::{Map, Node, Value};

use super::cx::Cx;
use super::fields;
use super::marks::{self, BROKEN};

/// Rewrites one object; what is below it is visited later.
pub(super) type Rule = fn(&mut Map, &mut Cx<'_>);

/// Calls the rules of a kind.
pub(super) fn apply(kind: Kind, map: &mut Map, cx: &mut Cx<'_>) {
    if kind == Kind::Schema {
        schema::before(map, cx);
    }
    fields::check(kind, map, cx);
    if map.has("$ref") && kind != Kind::Schema && reference::object(kind, map, cx) {
        return;
    }
    for rule in of(kind) {
        rule(map, cx);
    }
    if !map.has(BROKEN) {
        unknown::note(kind, map, cx);
    }
}

/// The rules of a kind, in order.
fn of(kind: Kind) -> &'static [Rule] {
    match kind {
        Kind::Schema => schema::RULES,
        Kind::Discriminator => &[schema::discriminator],
        Kind::Document => document::RULES,
        Kind::Info => &[document::info],
        Kind::License => &[document::license],
        Kind::ExternalDocs => &[document::external_docs],
        Kind::Tag => &[document::tag],
        Kind::Server => &[document::server],
        Kind::ServerVariable => &[document::server_variable],
        Kind::Components => &[security::components, operation::carry_components],
        Kind::Paths => &[operation::paths],
        Kind::PathItem => &[operation::of_3_2],
        Kind::Operation => &[
            beside::body,
            operation::responses,
            operation::callbacks,
            security::requirements,
        ],
        Kind::Parameter => parameter::PARAMETER,
        Kind::Header => parameter::HEADER,
        Kind::RequestBody => &[response::request_body],
        Kind::MediaType => &[response::media_type],
        Kind::Encoding => &[response::encoding],
        Kind::Responses => &[response::statuses],
        Kind::Response => &[response::schema, response::description, response::links],
        Kind::SecurityScheme => &[security::scheme],
        Kind::OAuthFlows => &[security::flows],
        Kind::OAuthFlow => &[security::flow],
        Kind::Contact
        | Kind::Callback
        | Kind::Example
        | Kind::Link
        | Kind::Xml
        | Kind::SecurityRequirement => &[],
    }
}

/// Gives a missing key a value that the reader takes; a fault where the version requires the key.
fn fill(map: &mut Map, key: &str, value: Value, required: bool, cx: &mut Cx<'_>) {
    if map.has(key) {
        return;
    }
    map.set(key, Node::new(value.clone(), cx.at));
    if required && !map.has(BROKEN) {
        let message = format!("`{key}` is missing in {}", cx.kind.noun());
        let mut fault = cx.here(Code::MALFORMED, message);
        let at = cx.pointer.child(key);
        match key {
            // What should stand there is not known.
            "content" | "responses" | "url" | "openIdConnectUrl" | "propertyName" => {}
            "info" => {
                let info = Value::object([("title", no_text()), ("version", no_text())]);
                fault = fault.edit(Edit::Put(at, info));
            }
            _ => fault = fault.edit(Edit::Put(at, value)),
        }
        cx.push(fault.help("it is read as if it were there, and empty"));
    }
}

/// An empty string.
fn no_text() -> Value {
    Value::String(String::new())
}

/// An empty object.
fn no_members() -> Value {
    Value::Object(Map::default())
}

/// Reports what makes an object useless, and marks it so.
fn break_object(map: &mut Map, code: Code, message: String, help: &str, cx: &mut Cx<'_>) {
    if map.has(BROKEN) {
        // Its cause has been reported; what else is missing follows from it.
        return;
    }
    let mut fault = cx.here(code, message);
    if !help.is_empty() {
        fault = fault.help(help);
    }
    cx.push(fault);
    marks::set(map, BROKEN, cx.at);
}

/// Carries a key under its `x-restitch-` name, and says so.
fn carry(map: &mut Map, key: &str, code: Code, why: &str, cx: &mut Cx<'_>) {
    if let Some(at) = marks::carry(map, key) {
        let mut note = cx.member(code, key, at, format!("`{key}` {why}"));
        if matches!(code, Code::IGNORED_HERE | Code::MALFORMED) {
            note = note.remove();
        }
        cx.push(note);
    }
}
