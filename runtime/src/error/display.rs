//! Errors as one line.

use std::fmt;

use bytes::Bytes;

use super::ErrorKind;

type Raw = http::Response<Bytes>;

pub(super) fn show<E>(
    kind: &ErrorKind<E>,
    response: Option<&Raw>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let status = Status(response);
    match kind {
        ErrorKind::Request(error) => write!(f, "{error}"),
        ErrorKind::Transport(error) => {
            write!(f, "{error}")?;
            let Some(response) = response else {
                return Ok(());
            };
            write!(
                f,
                " (after {status} and {} bytes of its body)",
                response.body().len()
            )
        }
        ErrorKind::Documented(_) => write!(f, "{status}{}", Excerpt(response)),
        ErrorKind::Undocumented => {
            write!(
                f,
                "{status}, which the document does not describe{}",
                Excerpt(response)
            )
        }
        ErrorKind::Decode(error) => {
            write!(
                f,
                "{status} with an unexpected body: {error}{}",
                Excerpt(response)
            )
        }
        ErrorKind::ContentType => {
            let (of, excerpt) = (ContentType(response), Excerpt(response));
            write!(
                f,
                "{status} with {of}, which the document does not say of it{excerpt}"
            )
        }
        ErrorKind::TooLarge { limit } => write!(f, "{status} with more than {limit} bytes"),
    }
}

struct Status<'a>(Option<&'a Raw>);

impl fmt::Display for Status<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(response) => write!(f, "status {}", response.status()),
            None => f.write_str("no answer"),
        }
    }
}

struct ContentType<'a>(Option<&'a Raw>);

impl fmt::Display for ContentType<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let header = self
            .0
            .and_then(|raw| raw.headers().get(http::header::CONTENT_TYPE));
        match header {
            Some(value) => {
                write!(
                    f,
                    "content type `{}`",
                    neutral(&String::from_utf8_lossy(value.as_bytes()))
                )
            }
            None => f.write_str("no content and no content type"),
        }
    }
}

/// The beginning of the body of an answer that is no success, behind a colon.
struct Excerpt<'a>(Option<&'a Raw>);

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(raw) if !raw.status().is_success() && !raw.body().is_empty() => {
                write!(f, ": {}", neutral(&String::from_utf8_lossy(raw.body())))
            }
            _ => Ok(()),
        }
    }
}

/// One line of at most 200 characters, without any that would move the cursor or turn the
/// direction of the text.
fn neutral(text: &str) -> String {
    const MOST: usize = 200;
    let mut line: String = text.trim().chars().take(MOST).map(harmless).collect();
    if text.trim().chars().nth(MOST).is_some() {
        line.push_str("...");
    }
    line
}

fn harmless(c: char) -> char {
    let bidi = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    match c {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() || bidi => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Error, RequestError};
    use super::*;
    use crate::codec::DecodeError;
    use crate::transport::{TransportError, TransportErrorKind};

    fn check(kind: ErrorKind, answer: Option<(u16, &str)>, expect: &str) {
        let response = answer.map(|(status, body)| {
            let body = Bytes::copy_from_slice(body.as_bytes());
            http::Response::builder().status(status).body(body).unwrap()
        });
        assert_eq!(Error::new(kind, response).to_string(), expect);
    }

    #[test]
    fn one_line_each() {
        check(
            ErrorKind::Request(RequestError::argument("id", "it is empty")),
            None,
            "the argument `id`: it is empty",
        );
        check(
            ErrorKind::Request(RequestError::argument("a\n\u{1b}b", "it is empty")),
            None,
            "the argument `a\\n\\u{1b}b`: it is empty",
        );
        check(
            ErrorKind::Transport(TransportError::new(TransportErrorKind::Body, "broken off")),
            Some((200, "{\"a")),
            "broken off (after status 200 OK and 3 bytes of its body)",
        );
        check(
            ErrorKind::Undocumented,
            Some((418, "short\n\u{1b}[31mand\u{202e}stout")),
            "status 418 I'm a teapot, which the document does not describe: \
             short \u{fffd}[31mand\u{fffd}stout",
        );
        check(
            ErrorKind::Undocumented,
            Some((202, "secret")),
            "status 202 Accepted, which the document does not describe",
        );
        check(
            ErrorKind::Decode(DecodeError::custom("no boolean", 7).under_key("on")),
            Some((200, "{\"on\": 1, \"key\": \"secret\"}")),
            "status 200 OK with an unexpected body: no boolean at $.on (byte 7)",
        );
        check(
            ErrorKind::ContentType,
            Some((200, "")),
            "status 200 OK with no content and no content type, which the document does not say of it",
        );
        check(
            ErrorKind::TooLarge { limit: 10 },
            Some((200, "0123456789")),
            "status 200 OK with more than 10 bytes",
        );
    }

    #[test]
    fn long_bodies_are_cut() {
        assert_eq!(neutral(&"ä".repeat(200)), "ä".repeat(200));
        assert_eq!(neutral(&"ä".repeat(201)), format!("{}...", "ä".repeat(200)));
    }
}
