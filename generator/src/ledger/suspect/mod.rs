//! What may be said twice: nodes of which a trial shows whether the code is the same without them, or
//! with another value. Who is suspected here without reason costs time, and nothing else.

mod content;
mod parameter;
mod schema;
mod swagger;

pub(crate) use swagger::suspect as suspect_swagger;

use crate::grammar::Kind;
use crate::tree::{Map, Node, Pointer, Tree};

use super::mark::Role;
use super::settle::has_parts;
use super::trial::{Attempt, Trials};

use content::{media_type, response};
use parameter::{header, parameter, parameters};
use schema::{discriminator, schema};

/// An object of a document.
pub(super) struct Object<'a> {
    pub(super) tree: &'a Tree,
    pub(super) at: &'a Pointer,
    pub(super) map: &'a Map,
    pub(super) kind: Kind,
    pub(super) role: Role,
}

/// Asks what there is to ask of an object.
pub(super) fn suspect(trials: &mut Trials, object: &Object<'_>) {
    if object.kind.may_be_reference() && object.map.has("$ref") && object.referred().is_none() {
        trials.ask_of("dangling", object.at, Attempt::Without);
        object.ask(trials, "$ref", Attempt::Without);
        object.ask(trials, "$ref", Attempt::Other);
    }
    match object.kind {
        Kind::Parameter => parameter(trials, object),
        Kind::Header => header(trials, object),
        Kind::Schema => schema(trials, object),
        Kind::Discriminator => discriminator(trials, object),
        Kind::ServerVariable => variable(trials, object),
        Kind::Operation => operation(trials, object),
        Kind::Response => response(trials, object),
        Kind::MediaType => media_type(trials, object),
        Kind::OAuthFlow => flow(trials, object),
        // That it is there says in which style the value is written.
        Kind::Encoding => object.ask(trials, "allowReserved", Attempt::Other),
        _ => {}
    }
    if matches!(object.kind, Kind::Document | Kind::Operation) {
        security(trials, object);
    }
    match object.kind {
        Kind::Document | Kind::PathItem | Kind::Operation => {
            servers(trials, object);
            parameters(trials, object);
        }
        _ => {}
    }
}

impl Object<'_> {
    fn text(&self, key: &str) -> Option<&str> {
        self.map.get(key).and_then(Node::as_str)
    }

    fn ask(&self, trials: &mut Trials, key: &str, attempt: Attempt) {
        // Of lists and objects there is no other value.
        let is_tried = |node: &Node| attempt == Attempt::Without || !has_parts(node);
        if self.map.get(key).is_some_and(is_tried) {
            trials.ask(&self.at.child(key), attempt);
        }
    }

    /// What a reference in the place of the object leads to.
    fn referred(&self) -> Option<&Node> {
        let target = self.tree.follow(self.at, self.text("$ref")?)?;
        self.tree.get(&target)
    }

    fn target(&self) -> Option<&Map> {
        self.referred()?.as_map()
    }
}

/// Without a default the first of its values is one.
fn variable(trials: &mut Trials, it: &Object<'_>) {
    let values = it.map.get("enum").and_then(Node::as_array);
    let first = values.and_then(<[Node]>::first);
    if first.is_some() && it.map.get("default") == first {
        it.ask(trials, "default", Attempt::Without);
    }
}

/// A summary and a description that say the same are said once.
fn operation(trials: &mut Trials, it: &Object<'_>) {
    let (summary, description) = (it.text("summary"), it.text("description"));
    if summary.map(str::trim) == description.map(str::trim) {
        it.ask(trials, "summary", Attempt::Without);
        it.ask(trials, "description", Attempt::Without);
    }
}

fn flow(trials: &mut Trials, it: &Object<'_>) {
    if it
        .map
        .get("scopes")
        .and_then(Node::as_map)
        .is_some_and(Map::is_empty)
    {
        it.ask(trials, "scopes", Attempt::Without);
    }
}

/// What is asked for anyway, or for which there is no credential.
fn security(trials: &mut Trials, it: &Object<'_>) {
    it.ask(trials, "security", Attempt::Without);
}

/// Servers with the URL of another.
fn servers(trials: &mut Trials, it: &Object<'_>) {
    let servers = it
        .map
        .get("servers")
        .and_then(Node::as_array)
        .unwrap_or_default();
    let url = |node: &Node| node.get("url").and_then(Node::as_str).map(str::to_owned);
    if servers.is_empty() {
        it.ask(trials, "servers", Attempt::Without);
    }
    for (index, server) in servers.iter().enumerate() {
        let alike = servers.iter().filter(|other| url(other) == url(server));
        if alike.count() > 1 {
            trials.ask(&it.at.child("servers").item(index), Attempt::Without);
        }
    }
}
