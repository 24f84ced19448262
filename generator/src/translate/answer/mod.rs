//! Responses: what a call gives, and what it fails with.

mod alike;
mod contents;
mod outcome;
mod stream;
mod words;

use std::borrow::Cow;

use openapiv3::Response;

use crate::diag::Code;
use crate::grammar::Kind;
use crate::ir::{
    self, Content, Ident, MediaKind, Outcome, Payload, Reading, Results, Row, Scalar, Status, Type,
};
use crate::order::sort_by_key;
use crate::resolve::Document;
use crate::tree::{CARRIED, Pointer};

use super::direction::Direction;
use super::find::{Finder, own_text};
use super::site::Site;
use super::typed::Typed;
use super::{Cx, docs, header, media};

pub(super) use alike::share;

/// The documented answers of an operation, and what becomes of them.
pub(super) struct Answers {
    pub(super) answers: Vec<ir::Answer>,
    pub(super) results: Results,
}

/// The names of the two enums, which not every operation has.
pub(super) struct Names {
    pub(super) success: Ident,
    pub(super) failure: Ident,
}

/// Shows the schemas of the answers to the finder of types.
pub(super) fn find_types(
    document: &Document<'_>,
    responses: &Pointer,
    (operation, method): (&str, &str),
    finder: &mut Finder<'_>,
) {
    for (status, at) in statuses(document, responses) {
        let Ok(target) = document.follow(&at) else {
            continue;
        };
        header::find_types(document, &target, finder);
        let text = own_text(&target, "responses", || {
            format!("{operation} {}", words::holder(status))
        });
        let (chosen, _) = contents::chosen(finder.schemas(), &target, status, method);
        let own: Vec<_> = chosen.iter().filter(|one| one.like.is_none()).collect();
        let values = own.iter().filter(|one| one.kind == MediaKind::Json).count();
        for one in own {
            let text = match one.kind {
                MediaKind::Json if values > 1 => media::apart(&text, &one.media_type),
                MediaKind::Json => text.clone(),
                MediaKind::EventStream => format!("{text} event"),
                MediaKind::JsonLines | MediaKind::JsonSeq => format!("{text} item"),
                _ => continue,
            };
            if let Some(schema) = &one.schema {
                finder.root(schema.clone(), &text, Direction::Response, at != target);
            }
        }
    }
}

/// The statuses of a `responses` object, exact ones first.
fn statuses(document: &Document<'_>, responses: &Pointer) -> Vec<(Status, Pointer)> {
    let members = document.members(responses).into_iter();
    let mut out: Vec<(Status, Pointer)> = members
        .filter_map(|(key, at)| Some((status(key)?, at)))
        .collect();
    sort_by_key(&mut out, |(status, _)| *status);
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

/// The answers, and what a call makes of them. A result whose description can not be read is handed
/// over as bytes, and an error likewise as an undocumented one.
pub(super) fn answers(
    cx: &mut Cx<'_>,
    responses: &Pointer,
    method: &str,
    names: &Names,
) -> Answers {
    nothing_said(cx, responses);
    let found = statuses(cx.document, responses);
    let wanted = Wanted::of(&found);
    let mut answers = Vec::new();
    for (status, at) in found {
        match answer(cx, status, &at, method) {
            Some(answer) => answers.push(answer),
            None if wanted.is_success(status) => answers.push(unread(cx, status, &at)),
            None => {}
        }
    }
    let all = 0..answers.len();
    let (good, bad): (Vec<usize>, Vec<usize>) =
        all.partition(|at| wanted.is_success(answers[*at].status));
    untyped_streams(cx, responses, method, &good, &answers);
    let pointer = cx.document.shown(responses);
    let results = results(&answers, (&good, &bad), names, &pointer);
    Answers { answers, results }
}

/// An answer of which no more is known than its status.
fn unread(cx: &Cx<'_>, status: Status, at: &Pointer) -> ir::Answer {
    ir::Answer {
        status,
        docs: ir::Docs::default(),
        pointer: cx.document.shown(at),
        contents: vec![Content {
            media_type: "*/*".to_owned(),
            reading: Reading::Bytes,
            payload: Payload::Bytes,
        }],
        headers: Vec::new(),
    }
}

/// Says that `responses` is there and describes none. One that is not there, as 3.1 allows, stands
/// where the operation does; what is no status was reported.
fn nothing_said(cx: &mut Cx<'_>, responses: &Pointer) {
    let members = cx.document.members(responses);
    let is_extension = |key: &str| key.starts_with("x-") && !key.starts_with(CARRIED);
    let operation = responses.parent();
    let is_there = cx.document.place(responses) != operation.and_then(|at| cx.document.place(&at));
    if is_there && members.iter().all(|(key, _)| is_extension(key)) {
        let message = "`responses` describes no response";
        let fault = cx
            .document
            .fault_at_key(Code::MALFORMED, message, responses);
        let help = "describe one at least; until then any 2xx is a success, with a body of bytes";
        cx.sink.push(fault.help(help));
    }
}

/// Notes the streams whose items are of several types that one stream can't have.
fn untyped_streams(
    cx: &mut Cx<'_>,
    responses: &Pointer,
    method: &str,
    good: &[usize],
    answers: &[ir::Answer],
) {
    let untyped = stream::untyped(answers, good);
    if untyped.is_empty() {
        return;
    }
    for (status, at) in statuses(cx.document, responses) {
        let Ok(at) = cx.document.follow(&at) else {
            continue;
        };
        let (chosen, _) = contents::chosen(cx.schemas, &at, status, method);
        for one in chosen {
            let key = (status, one.media_type.trim());
            if let Some((_, _, what)) = untyped.iter().find(|(s, m, _)| (*s, *m) == key) {
                let message = format!(
                    "the operation's streams of this kind have items of several types: each is \
                     given as {what}"
                );
                cx.report_key(Code::RAW_JSON, message, &one.at);
            }
        }
    }
}

fn results(
    answers: &[ir::Answer],
    (good, bad): (&[usize], &[usize]),
    names: &Names,
    pointer: &str,
) -> Results {
    let (mut success, mut rows) = outcome::outcome(answers, good, false, &names.success, pointer);
    let (failure, failures) = outcome::outcome(answers, bad, true, &names.failure, pointer);
    let mut accept = accept(answers, good);
    let stream = stream::stream(answers, good);
    if let Some(stream) = &stream
        && stream.reading.is_stream()
    {
        if matches!(success, Outcome::Never | Outcome::Nothing) {
            success = Outcome::Stream;
            accept.clone_from(&stream.accept);
        }
        let is_enum = matches!(success, Outcome::Cases(_));
        rows.extend(stream::rows(
            answers,
            good,
            if is_enum { u16::MAX } else { 0 },
        ));
    }
    if good.is_empty() {
        // No success is described: any will do, whatever it holds.
        success = Outcome::One(Payload::Bytes);
        rows.push(Row {
            status: Status::Range(2),
            reading: Reading::Bytes,
            media_type: Some("*/*".to_owned()),
            error: false,
            case: 0,
        });
    }
    for row in rows.iter_mut().filter(|row| row.status == Status::Default) {
        row.status = Status::Range(2);
    }
    rows.extend(failures);
    Results {
        success,
        failure,
        stream,
        rows,
        accept,
    }
}

/// The media types of the results, JSON first; not those of streams.
fn accept(answers: &[ir::Answer], good: &[usize]) -> String {
    let contents = good.iter().flat_map(|at| &answers[*at].contents);
    let contents = contents.filter(|content| !content.reading.is_stream());
    let (json, others): (Vec<&Content>, Vec<&Content>) =
        contents.partition(|content| content.reading == Reading::Json);
    joined(json.into_iter().chain(others))
}

/// Media types as an `Accept` header lists them, each once.
fn joined<'a>(contents: impl Iterator<Item = &'a Content>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for content in contents {
        let said = match content.media_type.split_once("/*+") {
            // It is no range that `Accept` knows (RFC 9110, section 12.5.1).
            Some(_) if content.reading == Reading::Json => "application/json",
            Some(_) => "*/*",
            None => &*content.media_type,
        };
        if !all.contains(&said) {
            all.push(said);
        }
    }
    all.join(", ")
}

/// Which statuses are results: those of success; where there are none the redirections, which
/// must be what is wanted; where there are none either `default`, of success only.
struct Wanted {
    first: Option<u8>,
}

impl Wanted {
    fn of(found: &[(Status, Pointer)]) -> Self {
        let has = |digit| {
            found
                .iter()
                .any(|(status, _)| digit_of(*status) == Some(digit))
        };
        let first = [2, 3].into_iter().find(|digit| has(*digit));
        Self { first }
    }

    fn is_success(&self, status: Status) -> bool {
        digit_of(status) == self.first
    }
}

/// The first digit; `default` has none.
fn digit_of(status: Status) -> Option<u8> {
    match status {
        Status::Exact(code) => u8::try_from(code / 100).ok(),
        Status::Range(digit) => Some(digit),
        Status::Default => None,
    }
}

fn answer(cx: &mut Cx<'_>, status: Status, at: &Pointer, method: &str) -> Option<ir::Answer> {
    let at = cx.follow(at)?;
    let read = cx.sound::<Response>(Kind::Response, &at)?;
    let headers = header::headers(cx, &at);
    let (chosen, dropped) = contents::chosen(cx.schemas, &at, status, method);
    for dropped in dropped {
        let mut found = cx
            .document
            .fault_at_key(dropped.code, dropped.message, &dropped.at);
        found.help = dropped.help;
        // What a component says may hold for another status.
        let is_own = dropped.at.tokens().next().as_deref() == Some("paths");
        let key = dropped.at.last().unwrap_or_default();
        let taken = media::taken(cx.document, &key, &dropped.at);
        match (dropped.code, taken.map(Cow::into_owned)) {
            (Code::MALFORMED, Some(meant)) => found = found.rename(meant),
            (Code::IGNORED_HERE, _) if is_own => found = found.remove(),
            _ => {}
        }
        cx.sink.push(found);
    }
    cx.direction = Direction::Response;
    let mut contents: Vec<Content> = Vec::new();
    for one in &chosen {
        if let Some(data) = contents::read_as_json(one) {
            let schema = data.child("x-restitch-contentSchema").as_written();
            let media = data.child("x-restitch-contentMediaType").as_written();
            cx.sink.retain(|found| {
                let at = found.pointer.as_written();
                found.code != Code::IGNORED_KEYWORD || at != schema && at != media
            });
        }
        let payload = match one.like {
            Some(like) => contents.get(like)?.payload.clone(),
            None => payload(cx, one)?,
        };
        contents.push(Content {
            media_type: one.media_type.trim().to_owned(),
            reading: reading(one.kind, &payload),
            payload,
        });
    }
    Some(ir::Answer {
        status,
        docs: docs::pair(None, Some(&read.description)),
        pointer: cx.document.shown(&at),
        contents,
        headers,
    })
}

fn payload(cx: &mut Cx<'_>, one: &contents::Chosen) -> Option<Payload> {
    let schema = one.schema.as_ref();
    Some(match one.kind {
        MediaKind::Text | MediaKind::Xml | MediaKind::Form => Payload::Text,
        MediaKind::Binary | MediaKind::Multipart => Payload::Bytes,
        MediaKind::EventStream if contents::is_text(cx.schemas, schema) => Payload::Text,
        _ => Payload::Json(match schema {
            Some(at) => cx.typed(&Site::one(at.clone())).map(Typed::inner)?,
            None => Type::Scalar(Scalar::Json),
        }),
    })
}

fn reading(kind: MediaKind, payload: &Payload) -> Reading {
    match kind {
        MediaKind::Json => Reading::Json,
        MediaKind::JsonLines => Reading::JsonLines,
        MediaKind::JsonSeq => Reading::JsonSeq,
        MediaKind::EventStream if *payload == Payload::Text => Reading::TextEvents,
        MediaKind::EventStream => Reading::Events,
        MediaKind::Xml => Reading::Xml,
        MediaKind::Form | MediaKind::Text => Reading::Text,
        MediaKind::Multipart | MediaKind::Binary => Reading::Bytes,
    }
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
