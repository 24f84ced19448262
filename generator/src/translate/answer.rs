//! Responses.

use openapiv3::Response;

use crate::diag::Code;
use crate::grammar::Kind;
use crate::ir::{self, Status};
use crate::resolve::Document;
use crate::tree::Pointer;

use super::content::{self, content};
use super::direction::Direction;
use super::find::{Finder, own_text};
use super::typed::Typed;
use super::{Cx, docs};

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
    let Ok(target) = document.follow(&at) else {
        return;
    };
    let text = own_text(&target, "responses", || format!("{operation} response"));
    let usage = (Direction::Response, at != target);
    content::find_types(document, &target, &text, usage, finder);
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
    let (media_type, ty) = if cx.document.members(&at.child("content")).is_empty() {
        (None, None)
    } else {
        cx.direction = Direction::Response;
        let (media_type, typed) = content(cx, &at, "a response")?;
        (Some(media_type), Some(Typed::inner(typed)))
    };
    Some(ir::Answer {
        status,
        docs: docs::pair(None, Some(&read.description)),
        pointer: cx.document.shown(&at),
        media_type,
        ty,
    })
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
