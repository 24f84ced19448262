//! Every operation that a document declares, before any is translated.

use std::borrow::Cow;
use std::collections::HashMap;

use openapiv3::Operation;

use crate::diag::{Code, Sink, clip};
use crate::grammar::{self, Kind, METHODS};
use crate::naming::{self, Scope};
use crate::resolve::Document;
use crate::tree::{FileId, Node, Pointer};

use super::find::Finder;
use super::overrides::Given;
use super::{answer, body, parameters};

/// Where the operations of a path item are, each with its method: `POST`, and others by their names.
pub(super) fn operations(document: &Document<'_>, item: &Pointer) -> Vec<(String, Pointer)> {
    let named = METHODS.iter();
    let named = named.map(|key| (key.to_uppercase(), item.child(key)));
    let others = document.members(&item.child("additionalOperations"));
    let others = others.into_iter().map(|(key, at)| (key.to_owned(), at));
    let is_there = |at: &Pointer| {
        let node = document.node(at);
        node.is_some_and(|node| node.as_map().is_some() && !is_broken(node))
    };
    let all = named.chain(others);
    all.filter(|(_, at)| is_there(at)).collect()
}

/// An operation as it was found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Where it stands.
    pub(super) at: Pointer,
    /// The path item it stands in.
    pub(super) item: Pointer,
    /// `POST`.
    pub(super) method: String,
    /// The path template.
    pub(super) path: String,
    /// What settles a collision of its names: its `operationId`, else method and path.
    pub(super) key: String,
    /// The name that the build script gives it.
    pub(super) given: Option<String>,
    /// Whether its body has several media types, and so an enum of them.
    pub(super) has_choice: bool,
    /// What `openapiv3` made of it.
    pub(super) operation: Operation,
}

impl Found {
    /// The text its names are made of: the name it was given, the `operationId`, else method and
    /// path.
    pub(super) fn text(&self) -> String {
        match self.given.as_deref().or_else(|| self.id()) {
            Some(id) => id.to_owned(),
            None => format!("{} {}", self.method.to_lowercase(), self.path),
        }
    }

    /// The text that its function and call are named after: the same, without the tag that the
    /// handle says already, and without path and method behind it.
    pub(super) fn function(&self) -> String {
        let text = self.text();
        if self.given.is_some() {
            return text;
        }
        let text = naming::without_route(&self.method, &self.path, &text);
        match self.tag() {
            Some(tag) => naming::within(tag, text).to_owned(),
            None => text.to_owned(),
        }
    }

    /// The `operationId`, if there is one.
    pub(super) fn id(&self) -> Option<&str> {
        self.operation
            .operation_id
            .as_deref()
            .map(str::trim)
            .filter(|id| !id.is_empty())
    }

    /// An id of its method and path, which no other operation has: `get_pets_id`.
    pub(super) fn own_id(&self) -> String {
        let text = format!("{} {}", self.method.to_lowercase(), self.path);
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
        words.join("_")
    }

    /// The first tag, as written.
    pub(super) fn tag(&self) -> Option<&str> {
        self.operation
            .tags
            .first()
            .map(String::as_str)
            .filter(|tag| !tag.trim().is_empty())
    }

    /// Where its body is said. TRACE shows what arrives of a request, and that has no content (RFC
    /// 9110, section 9.3.8).
    pub(super) fn body(&self) -> Option<Pointer> {
        (self.method != "TRACE").then(|| self.at.child("requestBody"))
    }

    /// Shows its schemas to the finder of types.
    pub(super) fn find_types(&self, document: &Document<'_>, finder: &mut Finder<'_>) {
        let text = self.text();
        for at in parameters::pointers(document, self) {
            parameters::find_types(document, &at, self, finder);
        }
        if let Some(at) = self.body() {
            body::find_types(document, &at, &text, finder);
        }
        let operation = (&*text, &*self.method);
        answer::find_types(document, &self.at.child("responses"), operation, finder);
    }
}

/// All operations in document order. Those that can't be read are reported and left out.
pub(super) fn find(document: &Document<'_>, given: &Given<'_>, sink: &mut Sink) -> Vec<Found> {
    let mut out = Vec::new();
    let paths = Pointer::root(FileId(0)).child("paths");
    for (key, at) in document.members(&paths) {
        let Some(path) = template(document, key, &paths) else {
            continue;
        };
        match document.follow(&at) {
            Ok(item) => in_item(document, sink, &path, &item, &mut out),
            Err(error) => sink.push(error.diagnostic(document)),
        }
    }
    settle_by_ids(&mut out);
    for found in &mut out {
        found.given = given.text(Scope::Function, &found.at).map(str::to_owned);
    }
    out
}

/// An `operationId` that no other operation has settles collisions; method and path always could,
/// but a spelling that is the identifier itself should keep it.
fn settle_by_ids(found: &mut [Found]) {
    let mut count: HashMap<String, usize> = HashMap::new();
    for id in found.iter().filter_map(Found::id) {
        *count.entry(id.to_owned()).or_default() += 1;
    }
    for found in found {
        if let Some(id) = found.id().filter(|id| count.get(*id) == Some(&1)) {
            found.key = id.to_owned();
        }
    }
}

/// The path template that a key stands for: itself, or what it was to be where that does not stand
/// beside it.
pub(super) fn template<'a>(
    document: &Document<'_>,
    key: &'a str,
    paths: &Pointer,
) -> Option<Cow<'a, str>> {
    let template = grammar::path_template(key)?;
    let is_there = || document.node(&paths.child(&template)).is_some();
    (template == key || !is_there()).then_some(template)
}

fn in_item(
    document: &Document<'_>,
    sink: &mut Sink,
    path: &str,
    item: &Pointer,
    out: &mut Vec<Found>,
) {
    for (method, at) in operations(document, item) {
        if !grammar::is_token(&method) {
            let message = format!("`{}` is not a method of HTTP", clip(&method));
            let fault = document.fault_at_key(Code::MALFORMED, message, &at);
            sink.push(fault.help("the operation is left out"));
            continue;
        }
        match document.fragment::<Operation>(Kind::Operation, &at) {
            Ok(operation) => {
                let mut found = Found {
                    has_choice: false,
                    at,
                    item: item.clone(),
                    key: format!("{method} {path}"),
                    method,
                    path: path.to_owned(),
                    given: None,
                    operation,
                };
                let body = found.body();
                found.has_choice = body.is_some_and(|at| body::has_choice(document, &at));
                out.push(found);
            }
            Err(found) => sink.push(found.help("the operation is left out")),
        }
    }
}

/// Whether `lower` found an object too malformed to use, and said so.
pub(super) fn is_broken(node: &Node) -> bool {
    node.get("x-restitch-broken").is_some()
}
