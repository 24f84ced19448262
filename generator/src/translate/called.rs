//! Operations by what people call them, for a build script that has no pointer at hand.

use crate::diag;
use crate::resolve::Document;
use crate::tree::{FileId, Node, Pointer};

use super::paths;

/// The operations that have `text` for their `operationId`, or for their method and path
/// (`GET /pets/{id}`).
pub(super) fn operations(document: &Document<'_>, text: &str) -> Vec<Pointer> {
    let all = names(document).into_iter();
    let called = all.filter(|(names, _)| names.iter().any(|name| name == text));
    let mut found: Vec<Pointer> = called.map(|(_, at)| at).collect();
    found.dedup();
    found
}

/// The name of an operation that is nearly `text`.
pub(super) fn nearest(document: &Document<'_>, text: &str) -> Option<String> {
    let all = names(document).into_iter().flat_map(|(names, _)| names);
    diag::nearest(all, text, text.chars().count() / 3)
}

/// What each operation is called.
fn names(document: &Document<'_>) -> Vec<(Vec<String>, Pointer)> {
    let paths = Pointer::root(FileId(0)).child("paths");
    let mut out = Vec::new();
    for (key, at) in document.members(&paths) {
        let path = paths::template(document, key, &paths);
        let (Some(path), Ok(item)) = (path, document.follow(&at)) else {
            continue;
        };
        for (method, at) in paths::operations(document, &item) {
            let id = document.node(&at).and_then(|node| node.get("operationId"));
            let id = id.and_then(Node::as_str).map(|id| id.trim().to_owned());
            let names = id.into_iter().chain([format!("{method} {path}")]);
            out.push((names.collect(), at));
        }
    }
    out
}
