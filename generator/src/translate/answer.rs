//! Responses.

use std::borrow::Cow;

use openapiv3::Response;

use crate::diag::Code;
use crate::grammar::Kind;
use crate::ir::{self, Scalar, Status, Type};
use crate::resolve::Document;
use crate::tree::Pointer;

use super::names::Finder;
use super::typed::Typed;
use super::{Cx, body, docs};

/// Shows the schemas of the answers to the finder of types.
pub(super) fn find_types(
    document: &Document<'_>,
    responses: &Pointer,
    operation: &str,
    finder: &mut Finder<'_>,
) {
    let Some((_, at)) = success(document, responses) else {
        return;
    };
    let Ok(at) = document.follow(&at) else { return };
    let text = match at.as_str().strip_prefix("/components/responses/") {
        Some(_) => at.last().map_or_else(String::new, Cow::into_owned),
        None => format!("{operation} response"),
    };
    if let Some((_, media)) = body::json(document, &at) {
        finder.inline(&media.child("schema"), &text);
    }
}

/// The statuses of a `responses` object, exact ones first.
fn statuses(document: &Document<'_>, responses: &Pointer) -> Vec<(Status, Pointer)> {
    let members = document.members(responses).into_iter();
    let mut out: Vec<(Status, Pointer)> = members
        .filter_map(|(key, at)| Some((status(key)?, at)))
        .collect();
    out.sort_by_key(|(status, _)| *status);
    out
}

fn status(key: &str) -> Option<Status> {
    if key == "default" {
        return Some(Status::Default);
    }
    let (first, rest) = key.split_at_checked(1)?;
    let first: u8 = first.parse().ok().filter(|first| (1..=5).contains(first))?;
    if rest.eq_ignore_ascii_case("xx") {
        return Some(Status::Range(first));
    }
    (rest.len() == 2)
        .then(|| key.parse().ok().map(Status::Exact))
        .flatten()
}

/// The answer that a call gives: the first 2xx, else a range of them, else `default`.
fn success(document: &Document<'_>, responses: &Pointer) -> Option<(Status, Pointer)> {
    statuses(document, responses)
        .into_iter()
        .find(|(status, _)| is_success(*status))
}

fn is_success(status: Status) -> bool {
    match status {
        Status::Exact(code) => code / 100 == 2,
        Status::Range(first) => first == 2,
        Status::Default => true,
    }
}

/// The answer that is typed, alone: the others are handed over as undocumented ones, and noted.
/// `None` where the operation is left out.
pub(super) fn answers(cx: &mut Cx<'_>, responses: &Pointer) -> Option<Vec<ir::Answer>> {
    let chosen = success(cx.document, responses);
    for (status, at) in statuses(cx.document, responses) {
        if chosen.as_ref().is_none_or(|(chosen, _)| *chosen != status) {
            let message = "this answer is handed over with status, headers and body, not typed yet";
            cx.report_key(Code::UNTYPED_RESPONSE, message, &at);
        }
    }
    let Some((status, at)) = chosen else {
        return Some(Vec::new());
    };
    answer(cx, status, &at).map(|answer| vec![answer])
}

fn answer(cx: &mut Cx<'_>, status: Status, at: &Pointer) -> Option<ir::Answer> {
    let at = cx.follow(at)?;
    let read = cx.sound::<Response>(Kind::Response, &at)?;
    if !read.headers.is_empty() {
        let message = "the headers of an answer are handed over untyped";
        cx.report_key(Code::UNTYPED_RESPONSE, message, &at.child("headers"));
    }
    let (media_type, ty) = content(cx, &at)?;
    Some(ir::Answer {
        status,
        docs: docs::pair(None, Some(&read.description)),
        pointer: cx.document.shown(&at),
        media_type,
        ty,
    })
}

fn content(cx: &mut Cx<'_>, at: &Pointer) -> Option<(Option<String>, Option<Type>)> {
    if cx.document.members(&at.child("content")).is_empty() {
        return Some((None, None));
    }
    let Some((media_type, media)) = body::json(cx.document, at) else {
        let message = "a response without a JSON media type is not generated yet";
        let content = at.child("content");
        let fault = cx
            .document
            .fault_at_key(Code::UNSUPPORTED, message, &content);
        cx.sink.push(fault.help("the operation is left out"));
        return None;
    };
    body::others(cx, at, media_type);
    let schema = media.child("schema");
    let typed = match cx.document.node(&schema) {
        Some(_) => cx.typed(&schema)?,
        None => Typed {
            ty: Type::Scalar(Scalar::Json),
            nullable: false,
        },
    };
    Some((Some(media_type.to_owned()), Some(typed.inner())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_read() {
        for (key, expect) in [
            ("200", Some(Status::Exact(200))),
            ("2XX", Some(Status::Range(2))),
            ("4xx", Some(Status::Range(4))),
            ("default", Some(Status::Default)),
            ("999", None),
            ("20", None),
            ("é00", None),
        ] {
            assert_eq!(status(key), expect, "{key}");
        }
    }
}
