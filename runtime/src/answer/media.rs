//! Content types of answers.

use std::borrow::Cow;

use http::HeaderValue;

use super::table::{Answer, Content};
use crate::cut::cut;
use crate::media_type::{essence, is_json};

/// What an answer says of its content.
pub(super) enum Given<'h> {
    /// Nothing: whether there is a body is all that is known.
    Nothing { is_empty: bool },
    /// Its type and subtype, in lower case, and all of it.
    Essence(Cow<'h, str>, Cow<'h, str>),
}

impl<'h> Given<'h> {
    pub(super) fn new(header: Option<&'h HeaderValue>, is_empty: bool) -> Self {
        let Some(header) = header else {
            return Self::Nothing { is_empty };
        };
        if let Ok(text) = std::str::from_utf8(header.as_bytes()) {
            return Self::Essence(essence(text), Cow::Borrowed(text));
        }
        let text = String::from_utf8_lossy(header.as_bytes());
        let essence = essence(&text).into_owned();
        Self::Essence(Cow::Owned(essence), text)
    }

    /// How well a documented answer fits; not at all is 0. Bytes of no type in particular may be
    /// anything. A body without a content type passes for what the document says: nothing says
    /// otherwise.
    pub(super) fn fits(&self, answer: &Answer) -> u8 {
        if answer.content == Content::Empty {
            return 1;
        }
        let (essence, whole) = match self {
            Self::Nothing { is_empty } => {
                return u8::from(!*is_empty || answer.content != Content::Json);
            }
            Self::Essence(essence, whole) => (&**essence, &**whole),
        };
        if essence == answer.media {
            return 5;
        }
        if let Some((media, parameters)) = cut(answer.media, b';') {
            return if essence == media {
                fit_of_parameters(parameters, whole)
            } else {
                0
            };
        }
        if is_alike(answer, essence) {
            return 4;
        }
        match (answer.media, answer.media.strip_suffix('*')) {
            ("*/*", _) if answer.content != Content::Json => 1,
            ("application/octet-stream", _) => 1,
            (_, Some(main)) if essence.starts_with(main) => 2,
            _ => 0,
        }
    }
}

/// Whether an answer says that it is JSON.
pub(super) fn is_json_of(header: Option<&HeaderValue>) -> bool {
    let text = header.and_then(|header| header.to_str().ok());
    text.is_some_and(|text| is_json(&essence(text)))
}

/// How well an answer of a media type with parameters fits: not where it has others.
fn fit_of_parameters(wanted: &str, given: &str) -> u8 {
    let given = given.to_ascii_lowercase().replace('"', "");
    let given = || given.split(';').skip(1).map(str::trim);
    let name = |parameter: &str| parameter.split('=').next().map(str::to_owned);
    let mut fit = 6;
    for wanted in wanted.split(';') {
        if given().any(|parameter| parameter == wanted) {
            continue;
        }
        if given().any(|parameter| name(parameter) == name(wanted)) {
            return 0;
        }
        fit = 4;
    }
    fit
}

/// Whether a media type is another name of the answer's.
fn is_alike(answer: &Answer, essence: &str) -> bool {
    match answer.content {
        Content::Json => is_json(essence),
        Content::JsonLines => is_json_lines(essence),
        Content::JsonSeq => essence.ends_with("+json-seq"),
        Content::Text => is_xml(answer.media) && is_xml(essence),
        Content::Empty | Content::Bytes | Content::Events | Content::TextEvents => false,
    }
}

fn is_xml(essence: &str) -> bool {
    matches!(essence, "application/xml" | "text/xml")
}

/// No name of it is registered: all of these are in use.
fn is_json_lines(essence: &str) -> bool {
    let Some(("application" | "text", sub)) = essence.split_once('/') else {
        return false;
    };
    matches!(
        sub.strip_prefix("x-").unwrap_or(sub),
        "jsonl" | "ndjson" | "json-lines" | "jsonlines"
    )
}

/// A body as text, by the `charset` of its content type (RFC 9110, section 8.3.2), and UTF-8
/// without one. `None` where it is not in it, or in one that is not known here.
pub(super) fn text<'a>(header: Option<&HeaderValue>, body: &'a [u8]) -> Option<Cow<'a, str>> {
    let header = header.map(|value| String::from_utf8_lossy(value.as_bytes()).to_ascii_lowercase());
    let parameters = header.iter().flat_map(|value| value.split(';').skip(1));
    let charset = parameters
        .filter_map(|parameter| parameter.trim().strip_prefix("charset="))
        .map(|charset| charset.trim_matches('"'))
        .next();
    match charset {
        Some("iso-8859-1" | "latin1") => {
            return Some(body.iter().map(|byte| char::from(*byte)).collect());
        }
        None | Some("" | "utf-8" | "utf8" | "us-ascii" | "ascii") => {}
        // In most others ASCII is ASCII.
        Some(other) => {
            let is_wide = other.starts_with("utf-") || other.starts_with("iso-2022");
            if is_wide || !body.is_ascii() || body.contains(&0) {
                return None;
            }
        }
    }
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    std::str::from_utf8(body).ok().map(Cow::Borrowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charsets() {
        let check = |header: Option<&'static str>, body: &[u8], expect: Option<&str>| {
            let header = header.map(HeaderValue::from_static);
            assert_eq!(text(header.as_ref(), body).as_deref(), expect, "{header:?}");
        };
        check(None, b"a\xc3\xa4", Some("aä"));
        check(None, b"\xef\xbb\xbfa", Some("a"));
        check(None, b"a\xe4", None);
        check(Some("text/plain; charset=UTF-8"), b"\xc3\xa4", Some("ä"));
        check(
            Some("text/plain;Charset=\"ISO-8859-1\""),
            b"\xe4",
            Some("ä"),
        );
        check(Some("text/plain; charset=utf-16"), b"a\xff", None);
        check(Some("text/plain; charset=utf-16"), b"h\0", None);
        check(Some("text/plain; charset=us-ascii"), b"a", Some("a"));
        check(Some("text/plain; charset=windows-1252"), b"a", Some("a"));
        check(Some("text/plain; charset=windows-1252"), b"\xc3\xa4", None);
        check(Some("text/plain; charset="), b"\xc3\xa4", Some("ä"));
    }
}
