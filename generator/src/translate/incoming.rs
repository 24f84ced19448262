//! Webhooks and callbacks: requests that the server sends. A client has no server, so what is made of
//! them is their types, and a function each that reads the body.

use std::borrow::Cow;

use openapiv3::Operation;

use crate::choose::{Candidate, Chooser};
use crate::diag::{Code, Sink};
use crate::grammar::Kind;
use crate::ir::{Docs, Fact, Incoming, MediaKind, Name, Origin, Scalar, Type};
use crate::naming::Scope;
use crate::resolve::Document;
use crate::tree::{FileId, Pointer};

use super::direction::Direction;
use super::find::{Finder, own_text};
use super::paths::{self, Found, is_broken};
use super::site::Site;
use super::typed::Typed;
use super::{Cx, docs, media};

/// The handle that they are chosen by, which is their module.
const HANDLE: &str = "incoming";

/// One of them as it was found.
pub(super) struct FoundIncoming {
    /// Where the operation stands.
    at: Pointer,
    method: String,
    /// The key of the webhook or callback.
    key: String,
    /// What its function and its types are named after.
    text: String,
    /// What settles a collision.
    wire: String,
    origin: Origin,
    /// The operation whose callback it is.
    of: Option<Pointer>,
    operation: Operation,
}

/// All webhooks, then the callbacks of the operations. Those that can't be read are reported.
pub(super) fn find(
    document: &Document<'_>,
    found: &[Found],
    sink: &mut Sink,
) -> Vec<FoundIncoming> {
    let mut out = Vec::new();
    for (key, at) in webhooks(document) {
        for (method, at) in operations(document, &at, sink) {
            let text = named(key, &method);
            out.extend(read(document, &at, sink).map(|operation| FoundIncoming {
                at,
                key: key.to_owned(),
                wire: text.clone(),
                text,
                method,
                origin: Origin::Webhook,
                of: None,
                operation,
            }));
        }
    }
    for found in found {
        callbacks(document, found, sink, &mut out);
    }
    out
}

/// The path items of `webhooks`, and of `x-webhooks`, by which documents of 3.0 have them. What both
/// have is one.
fn webhooks<'a>(document: &Document<'a>) -> Vec<(&'a str, Pointer)> {
    let root = Pointer::root(FileId(0));
    let mut out = document.members(&root.child("x-restitch-webhooks"));
    for (key, at) in document.members(&root.child("x-restitch-x-webhooks")) {
        if out.iter().all(|(known, _)| *known != key) {
            out.push((key, at));
        }
    }
    out
}

fn callbacks(document: &Document<'_>, of: &Found, sink: &mut Sink, out: &mut Vec<FoundIncoming>) {
    for (key, at) in document.members(&of.at.child("x-restitch-callbacks")) {
        let at = match document.follow(&at) {
            Ok(at) => at,
            Err(error) => {
                sink.push(error.diagnostic(document));
                continue;
            }
        };
        for (expression, item) in document.members(&at) {
            if expression.starts_with("x-") {
                continue;
            }
            for (method, at) in operations(document, &item, sink) {
                let text = named(&format!("{} {key}", of.text()), &method);
                out.extend(read(document, &at, sink).map(|operation| FoundIncoming {
                    at,
                    key: key.to_owned(),
                    wire: format!("{} {key} {method} {expression}", of.key),
                    text,
                    method,
                    origin: Origin::Callback {
                        operation: of.key.clone(),
                        expression: expression.to_owned(),
                    },
                    of: Some(of.at.clone()),
                    operation,
                }));
            }
        }
    }
}

/// `POST`, which nearly all are, goes without saying.
fn named(key: &str, method: &str) -> String {
    match method {
        "POST" => key.to_owned(),
        method => format!("{key} {}", method.to_lowercase()),
    }
}

/// The operations of a path item, by method.
fn operations(document: &Document<'_>, item: &Pointer, sink: &mut Sink) -> Vec<(String, Pointer)> {
    let item = match document.follow(item) {
        Ok(item) => item,
        Err(error) => {
            sink.push(error.diagnostic(document));
            return Vec::new();
        }
    };
    paths::operations(document, &item)
}

fn read(document: &Document<'_>, at: &Pointer, sink: &mut Sink) -> Option<Operation> {
    let read = document.fragment::<Operation>(Kind::Operation, at);
    read.map_err(|found| sink.push(found.help("the request is left out")))
        .ok()
}

impl FoundIncoming {
    /// Shows its body to the finder of types.
    pub(super) fn find_types(&self, document: &Document<'_>, finder: &mut Finder<'_>) {
        let at = self.at.child("requestBody");
        let Ok(target) = document.follow(&at) else {
            return;
        };
        let text = own_text(&target, "requestBodies", || {
            format!("{} payload", self.text)
        });
        if let Some((_, media)) = json(document, &target) {
            let schema = media.child("schema");
            finder.root(schema, &text, Direction::Response, at != target);
        }
    }

    fn candidate<'a>(&'a self, function: &'a str, pointer: String) -> Candidate<'a> {
        Candidate {
            handle: Some(HANDLE),
            function,
            id: self.operation.operation_id.as_deref(),
            method: &self.method,
            path: &self.key,
            tags: &self.operation.tags,
            deprecated: self.operation.deprecated,
            pointer,
        }
    }
}

/// The first JSON media type of a body, as its key is taken, and where it stands.
fn json<'a>(document: &Document<'a>, body: &Pointer) -> Option<(Cow<'a, str>, Pointer)> {
    let mut content = document.members(&body.child("content")).into_iter();
    content.find_map(|(key, at)| {
        let taken = media::taken(document, key, &at)?;
        (media::kind(&taken) == MediaKind::Json).then_some((taken, at))
    })
}

/// Reports the media types that are none, or are misspelt.
fn untaken(cx: &mut Cx<'_>, body: &Pointer) {
    for (key, at) in cx.document.members(&body.child("content")) {
        let taken = media::taken(cx.document, key, &at);
        if taken.as_deref() != Some(key) {
            let fault = media::untaken(cx.document, key, taken.as_deref(), &at);
            cx.sink.push(fault);
        }
    }
}

/// The functions that read them. Callbacks are chosen with their operation.
pub(super) fn all(
    cx: &mut Cx<'_>,
    found: &[FoundIncoming],
    chooser: &Chooser<'_>,
) -> Vec<Incoming> {
    let items: Vec<(&str, &str)> = found.iter().map(|one| (&*one.text, &*one.wire)).collect();
    let places: Vec<_> = found.iter().map(|one| Some(one.at.clone())).collect();
    let idents = cx.schemas.given.names(Scope::Function, &items, &places);
    let left_out = chooser.left_out();
    let mut out = Vec::new();
    for (found, ident) in found.iter().zip(idents) {
        let pointer = cx.document.shown(&found.at);
        let wanted = match &found.of {
            Some(of) => !left_out.contains(&cx.document.shown(of)),
            None => chooser.wants(&found.candidate(ident.as_str(), pointer.clone())),
        };
        let name = Name {
            ident,
            wire: found.key.clone(),
            pointer,
        };
        if wanted {
            out.extend(incoming(cx, found, name));
        }
    }
    out
}

fn incoming(cx: &mut Cx<'_>, found: &FoundIncoming, name: Name) -> Option<Incoming> {
    let at = found.at.child("requestBody");
    if cx.document.node(&at).is_none() {
        let message = "a request without a body: there is nothing to read";
        cx.report(Code::NOT_GENERATED, message, &found.at);
        return None;
    }
    let at = cx.follow(&at)?;
    if cx.document.node(&at).is_some_and(is_broken) {
        return None;
    }
    untaken(cx, &at);
    let Some((media_type, media)) = json(cx.document, &at) else {
        let message = "a request of the server without a JSON media type is not generated";
        cx.report_key(Code::NOT_GENERATED, message, &at);
        return None;
    };
    cx.direction = Direction::Response;
    let schema = media.child("schema");
    let ty = match cx.document.node(&schema) {
        Some(_) => Typed::inner(cx.typed(&Site::one(schema))?),
        None => Type::Scalar(Scalar::Json),
    };
    Some(Incoming {
        name,
        docs: said(cx, found),
        deprecated: found.operation.deprecated,
        method: found.method.clone(),
        origin: found.origin.clone(),
        media_type: media_type.into_owned(),
        ty,
    })
}

fn said(cx: &Cx<'_>, found: &FoundIncoming) -> Docs {
    let read = &found.operation;
    let mut docs = docs::pair(read.summary.as_deref(), read.description.as_deref());
    let headers = headers(cx, &found.at);
    for (index, name) in headers.iter().enumerate() {
        let fact = Fact::own(if index == 0 {
            "Headers beside it: "
        } else {
            ""
        });
        let end = if index + 1 == headers.len() { "." } else { "," };
        docs.facts.push(fact.quote(name).and(end));
    }
    docs
}

/// The headers that the document says come along.
fn headers(cx: &Cx<'_>, at: &Pointer) -> Vec<String> {
    let parameters = cx.document.items(&at.child("parameters")).into_iter();
    let name = |at: Pointer| {
        let node = cx.document.node(&cx.document.follow(&at).ok()?)?;
        let is_header = node.get("in")?.as_str() == Some("header");
        Some(node.get("name")?.as_str()?.to_owned()).filter(|_| is_header)
    };
    parameters.filter_map(name).collect()
}
