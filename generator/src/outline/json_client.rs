//! The outline as JSON: what a client is built with, and what its server sends by itself.

use serde_json::{Value, json};

use super::json::{list, set};
use super::{json_types, signature};
use crate::ir::{
    Api, Header, Incoming, Origin, OwnChoice, OwnServer, Scheme, SchemeKind, Server, ServerVariable,
};

pub(super) fn server(server: &Server) -> Value {
    json!({
        "variant": server.name.ident.as_str(),
        "path": format!("Server::{}", server.name.ident.as_str()),
        "url": server.name.wire,
        "defaultUrl": server.url,
        "variables": list(server.variables.iter(), variable),
        "pointer": server.name.pointer,
    })
}

/// A field of the server's variant.
pub(super) fn variable(variable: &ServerVariable) -> Value {
    let values = variable.values.as_ref();
    json!({
        "name": variable.name.ident.as_str(),
        "wireName": variable.name.wire,
        "rust": values.map_or("String", |values| values.ident.as_str()),
        "default": variable.default,
        "values": values.map(|values| list(values.variants.iter(), |variant| json!({
            "name": variant.name.ident.as_str(),
            "value": variant.name.wire,
            "pointer": variant.name.pointer,
        }))),
        "pointer": variable.name.pointer,
    })
}

pub(super) fn header(header: &Header) -> Value {
    json!({
        "constant": header.name.ident.as_str(),
        "name": header.name.wire,
        "type": json_types::ty(&header.ty),
        "pointer": header.name.pointer,
    })
}

/// A variant of `OperationServer`.
pub(super) fn own_choice(server: &OwnChoice) -> Value {
    json!({
        "variant": server.name.ident.as_str(),
        "path": own_path(server),
        "url": server.name.wire,
        "defaultUrl": server.url,
        "pointer": server.name.pointer,
    })
}

fn own_path(server: &OwnChoice) -> String {
    format!("OperationServer::{}", server.name.ident.as_str())
}

pub(super) fn own_server(api: &Api, server: &OwnServer) -> Value {
    let mut choices = api.own_servers.iter();
    let choice = choices.find(|choice| Some(choice.slot) == server.choice);
    json!({
        "url": server.url,
        "template": server.template,
        "choice": choice.map(own_path),
        "pointer": server.pointer,
    })
}

pub(super) fn security(scheme: &Scheme) -> Value {
    let arguments = signature::credential(scheme).iter();
    let mut value = json!({
        "scheme": scheme.name.wire,
        "kind": match scheme.kind {
            SchemeKind::Basic => "basic",
            SchemeKind::Bearer => "bearer",
            SchemeKind::Authorization(_) | SchemeKind::Undescribed => "http",
            SchemeKind::ApiKey(..) => "apiKey",
        },
        "method": scheme.name.ident.as_str(),
        "arguments": list(arguments, |(name, rust)| json!({ "name": name, "rust": rust })),
        "pointer": scheme.name.pointer,
    });
    match &scheme.kind {
        SchemeKind::Authorization(name) => set(&mut value, "httpScheme", json!(name)),
        SchemeKind::ApiKey(location, name) => {
            set(&mut value, "in", json!(signature::location(*location)));
            set(&mut value, "name", json!(name));
        }
        SchemeKind::Basic | SchemeKind::Bearer | SchemeKind::Undescribed => {}
    }
    value
}

pub(super) fn incoming(incoming: &Incoming) -> Value {
    let function = incoming.name.ident.as_str();
    let (kind, of) = match &incoming.origin {
        Origin::Webhook => ("webhook", None),
        Origin::Callback {
            operation,
            expression,
        } => ("callback", Some((operation, expression))),
    };
    json!({
        "function": function,
        "path": format!("incoming::{function}"),
        "kind": kind,
        "key": incoming.name.wire,
        "operation": of.map(|(operation, _)| operation),
        "expression": of.map(|(_, expression)| expression),
        "method": incoming.method,
        "mediaType": incoming.media_type,
        "type": json_types::ty(&incoming.ty),
        "deprecated": incoming.deprecated,
        "pointer": incoming.name.pointer,
    })
}
