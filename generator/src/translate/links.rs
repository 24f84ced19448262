//! Links: how what an answer holds goes into further calls, as documentation.

use std::collections::HashSet;

use crate::diag::Code;
use crate::ir::Fact;
use crate::tree::{Node, Pointer};

use super::paths::Found;
use super::{Cx, literal};

/// One sentence a link (OpenAPI 3.1, section 4.8.20).
pub(super) fn facts(cx: &mut Cx<'_>, found: &Found, ids: &HashSet<String>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (status, at) in cx.document.members(&found.at.child("responses")) {
        let Ok(at) = cx.document.follow(&at) else {
            continue;
        };
        for (name, at) in cx.document.members(&at.child("x-restitch-links")) {
            let Some(at) = cx.follow(&at) else {
                continue;
            };
            facts.extend(link(cx, &at, ids).map(|rest| {
                let mut fact = Fact::own("Link ").quote(name);
                fact = fact.and(" of the answer ").quote(status).and(": ");
                fact.words.extend(rest.words);
                fact.and(".")
            }));
        }
    }
    facts
}

/// `getPet with id = $response.body#/id`.
fn link(cx: &mut Cx<'_>, at: &Pointer, ids: &HashSet<String>) -> Option<Fact> {
    let node = cx.document.node(at)?;
    let text = |key: &str| Some(node.get(key)?.as_str()?.to_owned());
    let target = match (text("operationId"), text("operationRef")) {
        (Some(id), _) => {
            if !ids.contains(&id) {
                let message = format!("no operation has the id `{id}`");
                let at = at.child("operationId");
                let fault = cx.document.fault(Code::MALFORMED, message, &at);
                let help = "write the `operationId` of an operation; links are documentation";
                cx.sink.push(fault.help(help));
            }
            id
        }
        (None, Some(reference)) => reference,
        (None, None) => {
            let message = "the link has neither `operationId` nor `operationRef`";
            let fault = cx.document.fault(Code::MALFORMED, message, at);
            cx.sink
                .push(fault.help("say by one of them what to call with it"));
            return None;
        }
    };
    let mut fact = Fact::default().quote(target);
    let mut given: Vec<(String, String)> = Vec::new();
    for (name, at) in cx.document.members(&at.child("parameters")) {
        given.push((name.to_owned(), cx.document.node(&at).map(shown)?));
    }
    if let Some(body) = node.get("requestBody") {
        given.push(("body".to_owned(), shown(body)));
    }
    for (index, (name, value)) in given.into_iter().enumerate() {
        fact = fact.and(if index == 0 { " with " } else { ", " });
        fact = fact.quote(name).and(" = ").quote(value);
    }
    Some(fact)
}

/// An expression as it stands there, other values as JSON.
fn shown(node: &Node) -> String {
    match node.as_str() {
        Some(text) => text.to_owned(),
        None => literal::text(node),
    }
}
