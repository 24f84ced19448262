//! Fields that end otherwise than the table has it.

use crate::diag::Code;
use crate::grammar::{BESIDE_IN, Kind, Shape, Takes};
use crate::tree::{Map, Node, Pointer};

use super::mark::{Mark, Role};
use super::walk::Walk;

/// What stands at a key of an object of a kind.
#[derive(Clone, Copy)]
pub(super) struct Member<'a, 'k> {
    pub(super) at: &'k Pointer,
    /// The object.
    pub(super) map: &'a Map,
    pub(super) key: &'k str,
    pub(super) node: &'a Node,
    /// The object's.
    pub(super) kind: Kind,
    pub(super) role: Role,
}

impl<'a> Walk<'a> {
    /// What is not as the table has it. Whether it was dealt with.
    pub(super) fn special(&mut self, member: Member<'a, '_>) -> bool {
        let Member {
            key,
            node,
            kind,
            role,
            ..
        } = member;
        role == Role::Incoming && self.incoming(key, node, kind)
            || self.of_operation(member)
            || self.of_value(member)
    }

    /// Of operations and what they refer to by name.
    fn of_operation(&mut self, member: Member<'a, '_>) -> bool {
        let Member {
            at,
            map,
            key,
            node,
            kind,
            role,
        } = member;
        match (kind, key) {
            (Kind::Components, _) => self.components(at, key, node),
            (Kind::Operation, "tags") => return self.tags(node),
            (Kind::PathItem, "head") => {
                self.below(at, node, Shape::One(Kind::Operation), Role::Bodiless);
            }
            (Kind::Operation, _) if role == Role::Bodiless && key != "responses" => {
                self.member(
                    &at.parent().unwrap_or_default(),
                    map,
                    (key, node),
                    kind,
                    Role::Called,
                );
            }
            (Kind::Responses, "204" | "205" | "304" | "1XX" | "1xx") => {
                self.below(at, node, Shape::One(Kind::Response), Role::Bodiless);
            }
            (Kind::Response, "content") if role == Role::Bodiless => {
                self.ignore(node, Code::IGNORED_HERE);
            }
            (Kind::Operation, "callbacks") | (Kind::Document, "webhooks" | "x-webhooks") => {
                if let Some(Takes::Shape(shape)) = kind.field(key).map(|field| field.takes) {
                    self.below(at, node, shape, Role::Incoming);
                }
            }
            (Kind::Tag, "name") => {
                let holder = at.parent().unwrap_or_default();
                if self.own.has(&self.shown(&holder)) {
                    self.mark(node, Mark::Used);
                } else {
                    self.ignore(node, Code::METADATA);
                }
            }
            // One sentence says all of a link.
            (Kind::Link, "operationId" | "operationRef" | "parameters" | "requestBody") => {
                let holder = at.parent().unwrap_or_default();
                let mut keys = ["operationId", "operationRef"].into_iter();
                match keys.find(|key| map.has(key)) {
                    Some(target) => {
                        let probe = self.probes.member(&holder, target);
                        self.mark_all(node, Mark::Documents(probe, Code::METADATA));
                    }
                    None => self.ignore(node, Code::METADATA),
                }
            }
            (Kind::SecurityRequirement, _) => match node.as_array() {
                Some([]) | None => self.mark_all(node, Mark::Used),
                Some(_) => self.texts(at, node, Code::UNDOCUMENTED),
            },
            (Kind::Document, "$self") => self.names.extend(node.as_str().map(|text| (node, text))),
            (Kind::OAuthFlow, "scopes") => {
                // They are named, and what they mean is not said.
                self.ignore(node, Code::PRESENT);
                self.mark(node, Mark::Used);
            }
            _ => return false,
        }
        true
    }

    /// Of parameters, bodies and headers.
    fn of_value(&mut self, member: Member<'a, '_>) -> bool {
        let Member {
            at,
            map,
            key,
            node,
            kind,
            role,
        } = member;
        match (kind, key) {
            (Kind::Response | Kind::RequestBody, "content") => self.contents(at, node, role),
            (Kind::Response, "headers") => self.headers(at, node, role),
            (Kind::Header, "schema" | "content")
                if at
                    .parent()
                    .is_some_and(|it| self.codes(&it).contains(&Code::UNTYPED_HEADER)) =>
            {
                self.ignore(node, Code::UNTYPED_HEADER);
            }
            (Kind::Parameter, "schema") => {
                self.below(at, node, Shape::One(Kind::Schema), Role::Text);
            }
            (Kind::MediaType, "itemSchema") => self.item_schema(at, node, role),
            (Kind::Response, "schema") => self.below(at, node, Shape::One(Kind::Schema), role),
            (Kind::Parameter | Kind::Header, _) if BESIDE_IN.contains(&key) => {
                self.mark_all(node, Mark::Used);
            }
            (Kind::Parameter | Kind::MediaType | Kind::Header, "examples") => {
                self.ignore(node, Code::EXAMPLE);
            }
            (Kind::Parameter | Kind::Header, "explode") if self.run.is_converted => {
                // It was a `collectionFormat`.
                self.mark(node, Mark::Used);
            }
            (Kind::Parameter | Kind::Header | Kind::Encoding, "explode")
                if map.get("style").and_then(Node::as_str) == Some("deepObject") =>
            {
                self.ignore(node, Code::IGNORED_HERE);
            }
            _ => return false,
        }
        true
    }

    /// Of what the server sends by itself the body is read, and headers that come along are named.
    fn incoming(&mut self, key: &str, node: &Node, kind: Kind) -> bool {
        let is_read = match kind {
            Kind::Operation => matches!(
                key,
                "requestBody" | "summary" | "description" | "deprecated"
            ),
            Kind::PathItem => !matches!(key, "parameters" | "servers"),
            Kind::RequestBody => key != "required",
            _ => true,
        };
        if is_read {
            return false;
        }
        self.ignore(node, Code::NOT_READ_INCOMING);
        let headers = node.as_array().unwrap_or_default().iter();
        let is_header = |it: &&Node| it.get("in").and_then(Node::as_str) == Some("header");
        let is_named = kind == Kind::Operation && key == "parameters";
        for header in headers.filter(|it| is_named && is_header(it)) {
            for node in ["in", "name"].into_iter().filter_map(|key| header.get(key)) {
                self.mark(node, Mark::Used);
            }
        }
        true
    }

    /// An operation stands under its first tag.
    fn tags(&mut self, node: &Node) -> bool {
        let tags = node.as_array().unwrap_or_default();
        for (index, item) in tags.iter().enumerate() {
            let later = Mark::Ignored(Code::NOT_GENERATED);
            self.mark(item, if index == 0 { Mark::Used } else { later });
        }
        !tags.is_empty()
    }

    /// The headers of an answer are constants of the client, one a name.
    fn headers(&mut self, at: &Pointer, node: &'a Node, role: Role) {
        for entry in node.as_map().into_iter().flatten() {
            let mut name = entry.key.to_ascii_lowercase();
            if name == "content-type" {
                self.ignore(&entry.node, Code::RESERVED_HEADER);
                continue;
            }
            // Each operation lists those of its answers.
            let operation = at.tokens().take(3);
            name.extend(operation.map(|token| format!(" {token}")));
            self.constants.entry(name).or_default().push(&entry.node);
            self.item(&at.child(&entry.key), &entry.node, Kind::Header, role);
            self.mark(&entry.node, Mark::Used);
        }
    }
}
