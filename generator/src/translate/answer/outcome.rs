//! What a call gives, and what it fails with: one type, or an enum by status.

use crate::ir::{
    Answer, Case, Cases, Content, Ident, Outcome, Payload, Reading, Row, Scalar, Status, Type,
};
use crate::naming::{self, Scope};

use super::super::media;
use super::words;

/// Something that a call may come to: an answer, and which of its contents.
struct Group<'a> {
    answer: usize,
    status: Status,
    payload: Option<&'a Payload>,
    contents: Vec<usize>,
}

/// The outcome of the answers at `indices`, and their rows; `ident` names the enum, if one is
/// needed. What is read as a stream is not in it.
pub(super) fn outcome(
    answers: &[Answer],
    indices: &[usize],
    error: bool,
    ident: &Ident,
    pointer: &str,
) -> (Outcome, Vec<Row>) {
    let groups = groups(answers, indices);
    let Some(first) = groups.first() else {
        return (Outcome::Never, Vec::new());
    };
    let (one, text) = if groups.iter().all(|group| group.payload == first.payload) {
        (true, false)
    } else {
        let text = groups
            .iter()
            .all(|group| group.payload.is_some_and(is_string));
        (text, text)
    };
    let row = |case: usize, group: &Group<'_>| {
        let case = u16::try_from(case).unwrap_or(u16::MAX);
        rows(answers, &groups, group, (error, case))
    };
    if one {
        let rows = groups.iter().flat_map(|group| row(0, group)).collect();
        let outcome = match first.payload {
            None => Outcome::Nothing,
            Some(_) if text => Outcome::One(Payload::Text),
            Some(payload) => Outcome::One(payload.clone()),
        };
        return (outcome, rows);
    }
    let rows = groups.iter().enumerate();
    let rows = rows.flat_map(|(case, group)| row(case, group)).collect();
    let cases = cases(answers, &groups);
    let cases = Cases {
        ident: ident.clone(),
        pointer: pointer.to_owned(),
        cases,
        same_as: None,
    };
    (Outcome::Cases(cases), rows)
}

/// The rows of a group: one would do for each, if all JSON were alike.
fn rows(
    answers: &[Answer],
    groups: &[Group<'_>],
    group: &Group<'_>,
    (error, case): (bool, u16),
) -> Vec<Row> {
    let Some(answer) = answers.get(group.answer) else {
        return Vec::new();
    };
    let row = |reading, media_type| Row {
        status: group.status,
        reading,
        media_type,
        error,
        case,
    };
    let contents = group
        .contents
        .iter()
        .filter_map(|at| answer.contents.get(*at));
    let media_type = |content: &Content| {
        let has_parameters = is_told_by_parameters(answer, content);
        has_parameters.then(|| media::normal(&content.media_type))
    };
    let mut rows: Vec<Row> = contents
        .map(|content| {
            let media_type = media_type(content).or_else(|| essence(content));
            row(content.reading, media_type)
        })
        .collect();
    if rows.is_empty() {
        rows.push(row(Reading::Empty, None));
    }
    let is_other_json = |other: &&Group<'_>| {
        other.answer == group.answer
            && other.payload != group.payload
            && matches!(other.payload, Some(Payload::Json(_)))
    };
    if !groups.iter().any(|other| is_other_json(&other)) {
        for row in rows.iter_mut().filter(|row| row.reading == Reading::Json) {
            row.media_type = None;
        }
    }
    rows.dedup();
    rows
}

/// Whether an answer has another content of the same type and subtype, so that their parameters tell
/// them apart (RFC 9110, section 8.3.1).
fn is_told_by_parameters(answer: &Answer, content: &Content) -> bool {
    let essence = media::essence(&content.media_type);
    let others = answer.contents.iter().filter(|other| {
        other.payload != content.payload && media::essence(&other.media_type) == essence
    });
    content.media_type.contains(';') && others.count() > 0
}

/// The media type, where how it is read does not say it.
pub(super) fn essence(content: &Content) -> Option<String> {
    let usual = match content.reading {
        Reading::Json => "application/json",
        Reading::Text => "text/plain",
        Reading::Bytes => "application/octet-stream",
        Reading::Events | Reading::TextEvents => "text/event-stream",
        Reading::JsonSeq => "application/json-seq",
        // No name is registered: all are taken.
        Reading::JsonLines => return None,
        Reading::Xml | Reading::Empty => "",
    };
    Some(media::essence(&content.media_type)).filter(|essence| essence != usual)
}

/// Both are a `String`, which reads either.
fn is_string(payload: &Payload) -> bool {
    matches!(
        payload,
        Payload::Text | Payload::Json(Type::Scalar(Scalar::String))
    )
}

fn groups<'a>(answers: &'a [Answer], indices: &[usize]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for &index in indices {
        let Some(answer) = answers.get(index) else {
            continue;
        };
        let start = groups.len();
        if answer.contents.is_empty() {
            groups.push(group(index, answer.status, None));
        }
        for (at, content) in answer.contents.iter().enumerate() {
            if content.reading.is_stream() {
                continue;
            }
            let payload = &content.payload;
            let are_strings = |other: &Payload| is_string(other) && is_string(payload);
            let is_same = |other: &Payload| other == payload || are_strings(other);
            let same = groups[start..]
                .iter()
                .position(|group| group.payload.is_some_and(is_same));
            let place = same.map_or(groups.len(), |same| start + same);
            if same.is_none() {
                groups.push(group(index, answer.status, Some(payload)));
            }
            let group = &mut groups[place];
            if group.payload != Some(payload) {
                group.payload = Some(&Payload::Text);
            }
            group.contents.push(at);
        }
    }
    groups
}

fn group(answer: usize, status: Status, payload: Option<&Payload>) -> Group<'_> {
    Group {
        answer,
        status,
        payload,
        contents: Vec::new(),
    }
}

fn cases(answers: &[Answer], groups: &[Group<'_>]) -> Vec<Case> {
    let texts: Vec<(String, String)> = groups
        .iter()
        .map(|group| {
            let text = text(answers, groups, group);
            let first = group.contents.first().map_or(0, |at| at + 1);
            let key = format!("{} {first}", words::status(group.status));
            (text, key)
        })
        .collect();
    let borrowed: Vec<(&str, &str)> = texts.iter().map(|(a, b)| (&**a, &**b)).collect();
    let idents = naming::names(Scope::Variant, &borrowed);
    let cases = groups.iter().zip(idents);
    cases
        .map(|(group, ident)| Case {
            ident,
            status: group.status,
            docs: answers[group.answer].docs.clone(),
            payload: group.payload.cloned(),
        })
        .collect()
}

/// The words of a variant: those of its status, and where one status has several the kind of
/// content, or the media type where that does not tell them apart.
fn text(answers: &[Answer], groups: &[Group<'_>], group: &Group<'_>) -> String {
    let status = words::status(group.status);
    let contents = &answers[group.answer].contents;
    let Some(first) = group.contents.first().and_then(|at| contents.get(*at)) else {
        return status;
    };
    let siblings: Vec<&Group<'_>> = groups
        .iter()
        .filter(|other| other.answer == group.answer)
        .collect();
    if siblings.len() == 1 {
        return status;
    }
    let word = |group: &Group<'_>| {
        let first = group.contents.first().and_then(|at| contents.get(*at))?;
        Some(kind(group.payload?, first.reading))
    };
    let alike = siblings.iter().filter(|other| word(other) == word(group));
    if alike.count() == 1 {
        format!("{status} {}", word(group).unwrap_or_default())
    } else if is_told_by_parameters(&answers[group.answer], first) {
        format!("{status} {}", media::normal(&first.media_type))
    } else {
        format!("{status} {}", media::essence(&first.media_type))
    }
}

fn kind(payload: &Payload, reading: Reading) -> &'static str {
    match (payload, reading) {
        (Payload::Json(_), _) => "json",
        (Payload::Bytes, _) => "bytes",
        (Payload::Text, Reading::Xml) => "xml",
        (Payload::Text, _) => "text",
    }
}
