//! Media types: what the keys of a `content` say.

use std::borrow::Cow;

use crate::diag::{Code, Diagnostic};
use crate::grammar::{is_token, misspelt};
use crate::ir::{Fact, MediaKind};
use crate::resolve::Document;
use crate::tree::Pointer;

/// Types of `application` that are text, though their names do not say so.
const TEXTS: [&str; 8] = [
    "ecmascript",
    "graphql",
    "javascript",
    "jwt",
    "sql",
    "toml",
    "x-yaml",
    "yaml",
];

/// The names under which JSON values, one a line, are sent.
const JSON_LINES: [&str; 6] = [
    "json-lines",
    "jsonl",
    "jsonlines",
    "ndjson",
    "x-json-lines",
    "x-jsonlines",
];

/// What a media type is, its parameters aside.
pub(super) fn kind(media_type: &str) -> MediaKind {
    let essence = essence(media_type);
    let (main, sub) = essence.split_once('/').unwrap_or((&essence, ""));
    let suffix = sub.rsplit_once('+').map_or(sub, |(_, suffix)| suffix);
    let plain = sub.strip_prefix("x-").unwrap_or(sub);
    match (main, suffix) {
        ("application" | "text", _) if is_json_lines(plain) => MediaKind::JsonLines,
        ("text", "event-stream") => MediaKind::EventStream,
        ("application", "x-www-form-urlencoded") => MediaKind::Form,
        ("multipart", _) => MediaKind::Multipart,
        ("application" | "text", "json") => MediaKind::Json,
        ("application" | "text", "xml") => MediaKind::Xml,
        (_, "json") if suffix != sub => MediaKind::Json,
        ("application" | "text", _) if is_other_json(sub) => MediaKind::Json,
        (_, "xml") if suffix != sub => MediaKind::Xml,
        ("application", "json-seq") => MediaKind::JsonSeq,
        ("text", _) => MediaKind::Text,
        ("application", text) if TEXTS.contains(&text) => MediaKind::Text,
        _ => MediaKind::Binary,
    }
}

/// `json+sarif`, `x-json`, `vnd.api.json`: names of JSON that were given with another sign than `+`, or
/// the other way round.
fn is_other_json(sub: &str) -> bool {
    let (first, last) = (sub.split_once('+'), sub.rsplit_once(['-', '.']));
    first.is_some_and(|(first, _)| first == "json") || last.is_some_and(|(_, last)| last == "json")
}

fn is_json_lines(sub: &str) -> bool {
    JSON_LINES.contains(&sub)
}

/// Whether it stands for several media types: `*/*`, `image/*`, `application/*+json`.
pub(super) fn is_range(media_type: &str) -> bool {
    essence(media_type).contains('*')
}

/// Whether a `contentType` leaves a choice: a range, or a list.
pub(super) fn is_several(content_type: &str) -> bool {
    content_type.contains(['*', ','])
}

/// What documentation says of media types among which the caller chooses.
pub(super) fn chosen(media_types: &str) -> Fact {
    Fact::own("Media type: ")
        .quote(media_types)
        .and("; `File::media_type` says which.")
}

/// Whether a text is a media type or a range of them (RFC 9110, sections 8.3.1 and 12.5.1).
pub(super) fn is_valid(media_type: &str) -> bool {
    let essence = essence(media_type);
    let Some((main, sub)) = essence.split_once('/') else {
        return false;
    };
    let sound = is_token(main) && is_token(sub) && (main != "*" || sub == "*");
    sound && media_type.bytes().all(|b| matches!(b, b' '..=b'~' | b'\t'))
}

/// The media type that a key of a `content` stands for: itself, or what a key that is none, or a
/// misspelt one, was to be, where that does not stand beside it.
pub(super) fn taken<'a>(
    document: &Document<'_>,
    key: &'a str,
    at: &Pointer,
) -> Option<Cow<'a, str>> {
    let Some(meant) = meant(key) else {
        return is_valid(key).then_some(Cow::Borrowed(key));
    };
    let beside = at.parent().map(|content| content.child(&meant));
    let is_there = beside.is_some_and(|beside| document.node(&beside).is_some());
    (!is_there).then_some(Cow::Owned(meant))
}

/// The media type that a key which is none was to be, `application-json`, `json`, `*`, or a misspelt
/// one. One that is empty is taken for JSON, which nearly everything is.
pub(super) fn meant(key: &str) -> Option<String> {
    if is_valid(key) {
        return misspelt(key);
    }
    let key = key.trim();
    let slashed = key.replacen(['-', '_', ' ', '.', '\\'], "/", 1);
    let known = [
        "application/",
        "text/",
        "image/",
        "audio/",
        "video/",
        "multipart/",
    ];
    if known.iter().any(|main| slashed.starts_with(main)) && is_valid(&slashed) {
        return Some(slashed);
    }
    // Parameters that are none, or the first of a list.
    let first = key.split([';', ',', ' ']).next().unwrap_or_default();
    if is_valid(first) {
        return Some(misspelt(first).unwrap_or_else(|| first.to_owned()));
    }
    match key.to_ascii_lowercase() {
        key if key.is_empty() || key.contains("json") => Some("application/json".to_owned()),
        key if key == "*" => Some("*/*".to_owned()),
        _ => None,
    }
}

/// What is said of a key that is not taken as it is.
pub(super) fn untaken(
    document: &Document<'_>,
    key: &str,
    taken: Option<&str>,
    at: &Pointer,
) -> Diagnostic {
    let fault = document.fault_at_key(Code::MALFORMED, wrong(key), at);
    let fault = fault.help(help(key, taken));
    match taken {
        Some(meant) => fault.rename(meant.to_owned()),
        None => fault,
    }
}

/// What is wrong with a key that is not taken as it is.
pub(super) fn wrong(key: &str) -> String {
    let what = if is_valid(key) {
        "a misspelt media type"
    } else {
        "not a media type"
    };
    format!("`{key}` is {what}")
}

/// What became of a key that is no media type, and what to write in its place.
pub(super) fn help(key: &str, taken: Option<&str>) -> String {
    match (taken, meant(key)) {
        (Some(taken), _) => format!("it is taken for `{taken}`: write it so"),
        (None, Some(meant)) => format!("it is left out, for `{meant}` stands beside it"),
        (None, None) => "write it as `type/subtype`; until then it is left out".to_owned(),
    }
}

/// What a type of one of several JSON media types is named after: of `application/json` the text, of
/// another with a word of its own, `problem json`.
pub(super) fn apart(text: &str, media_type: &str) -> String {
    let essence = essence(media_type);
    match essence.as_str() {
        "application/json" => text.to_owned(),
        other => {
            let sub = other.strip_prefix("application/").unwrap_or(other);
            format!("{text} {}", sub.replace(['+', '.', '*'], " "))
        }
    }
}

/// With its parameters, all in lower case: `application/json;version=2`.
pub(super) fn normal(media_type: &str) -> String {
    let parts = media_type.split(';').map(str::trim);
    let parts: Vec<String> = parts.map(str::to_ascii_lowercase).collect();
    parts.join(";").replace('"', "")
}

/// The type and subtype, without parameters, in lower case.
pub(super) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_of_several_media_types_are_named_apart() {
        assert_eq!(apart("get", "Application/JSON; a=b"), "get");
        assert_eq!(apart("get", "application/problem+json"), "get problem json");
        assert_eq!(apart("get", "text/json"), "get text/json");
    }

    #[test]
    fn kinds() {
        for (media_type, expect) in [
            ("application/json", MediaKind::Json),
            ("Application/JSON ; charset=utf-8", MediaKind::Json),
            ("text/json", MediaKind::Json),
            ("application/problem+json", MediaKind::Json),
            ("image/x.thing+json", MediaKind::Json),
            ("application/json+sarif", MediaKind::Json),
            ("application/x-json", MediaKind::Json),
            ("application/vnd.api.json", MediaKind::Json),
            ("application/x-json-smile", MediaKind::Binary),
            ("application/json+xml", MediaKind::Xml),
            ("application/jsonl", MediaKind::JsonLines),
            ("application/x-ndjson", MediaKind::JsonLines),
            ("text/x-ndjson", MediaKind::JsonLines),
            ("application/json-seq", MediaKind::JsonSeq),
            ("application/geo+json-seq", MediaKind::JsonSeq),
            ("text/event-stream", MediaKind::EventStream),
            ("application/x-www-form-urlencoded", MediaKind::Form),
            ("multipart/form-data; boundary=x", MediaKind::Multipart),
            ("multipart/mixed", MediaKind::Multipart),
            ("application/xml", MediaKind::Xml),
            ("text/xml", MediaKind::Xml),
            ("image/svg+xml", MediaKind::Xml),
            ("text/plain", MediaKind::Text),
            ("text/*", MediaKind::Text),
            ("application/yaml", MediaKind::Text),
            ("application/vnd.oai.openapi+yaml", MediaKind::Text),
            ("application/octet-stream", MediaKind::Binary),
            ("application/jsonish", MediaKind::Binary),
            ("image/json", MediaKind::Binary),
            ("image/png", MediaKind::Binary),
            ("*/*", MediaKind::Binary),
            ("json", MediaKind::Binary),
            ("", MediaKind::Binary),
        ] {
            assert_eq!(kind(media_type), expect, "{media_type}");
        }
    }

    #[test]
    fn ranges() {
        for (media_type, valid, range) in [
            ("*/*", true, true),
            ("image/*;q=0.1", true, true),
            ("application/*+json", true, true),
            ("image/png", true, false),
            ("application/vnd.a.b+json; v=\"1\"", true, false),
            ("*/png", false, true),
            ("json", false, false),
            ("a/", false, false),
            ("/a", false, false),
            ("a/b/c", false, false),
            ("a b/c", false, false),
            ("a/b, c/d", false, false),
            ("a/b; x=\r\ny", false, false),
            ("a/ü", false, false),
        ] {
            assert_eq!(is_valid(media_type), valid, "{media_type}");
            assert_eq!(is_range(media_type), range, "{media_type}");
        }
    }
}
