//! What an answer means, by status and content type.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap};
use http::response::Parts;

use crate::Response;
use crate::codec::{self, Empty, Field};
use crate::error::{Error, ErrorKind};
use crate::tables::{Content, OperationInfo, Status};

/// Reads the answer of an operation that returns JSON. Where the document also has an answer
/// without content for it, that one reads as `null`.
#[inline]
pub fn decode_json<T: Empty + Field>(
    info: &'static OperationInfo,
    parts: Parts,
    body: Bytes,
) -> Result<Response<T>, Error> {
    let mut value = T::empty();
    let parts = fill(info, &mut value, parts, body)?;
    Ok(Response::new(parts, value))
}

/// Reads the answer of an operation that returns nothing. What a server sends all the same is of
/// no interest.
pub fn decode_empty(
    info: &'static OperationInfo,
    parts: Parts,
    body: Bytes,
) -> Result<Response<()>, Error> {
    match returned(info, &parts) {
        Some(_) => Ok(Response::new(parts, ())),
        None => Err(failed(ErrorKind::Undocumented, parts, body)),
    }
}

fn fill(
    info: &'static OperationInfo,
    value: &mut dyn Field,
    parts: Parts,
    body: Bytes,
) -> Result<Parts, Error> {
    let json = match returned(info, &parts) {
        Some(Content::Json) if is_json(&parts.headers, &body) => &body[..],
        Some(Content::Json) => return Err(failed(ErrorKind::ContentType, parts, body)),
        Some(Content::Empty) => b"null",
        None => return Err(failed(ErrorKind::Undocumented, parts, body)),
    };
    match codec::decode_into(value, json) {
        Ok(()) => Ok(parts),
        Err(error) => Err(failed(ErrorKind::Decode(error), parts, body)),
    }
}

/// What the document says of this status, where it is one that the operation returns by. `default`
/// covers errors too, so of it only success is meant.
fn returned(info: &'static OperationInfo, parts: &Parts) -> Option<Content> {
    let answer = info
        .answer(parts.status)
        .filter(|answer| answer.case == 0)?;
    let meant = answer.status != Status::Default || parts.status.is_success();
    meant.then_some(answer.content)
}

/// `application/json` or `.../...+json`, whatever its parameters. A body without a content type
/// passes: the document says JSON, and nothing says otherwise.
fn is_json(headers: &HeaderMap, body: &Bytes) -> bool {
    let Some(value) = headers.get(CONTENT_TYPE) else {
        return !body.is_empty();
    };
    let Ok(value) = value.to_str() else {
        return false;
    };
    let essence = value
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    essence == "application/json" || (essence.contains('/') && essence.ends_with("+json"))
}

fn failed(kind: ErrorKind, parts: Parts, body: Bytes) -> Error {
    Error::new(kind, Some(http::Response::from_parts(parts, body)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::Answer;

    static INFO: OperationInfo = OperationInfo {
        id: "get",
        method: "GET",
        path: "/",
        params: &[],
        body: &[],
        accept: "application/json",
        answers: &[
            Answer::json(Status::Exact(200)),
            Answer::empty(Status::Exact(204)),
            Answer::json(Status::Exact(404)).case(1),
            Answer::json(Status::Default),
        ],
        security: &[],
    };

    /// The value, or the kind of the error and its path.
    fn read(status: u16, content_type: &str, body: &'static str) -> Result<Option<i64>, String> {
        let mut builder = http::Response::builder().status(status);
        if !content_type.is_empty() {
            builder = builder.header(CONTENT_TYPE, content_type);
        }
        let (parts, body) = builder.body(Bytes::from(body)).unwrap().into_parts();
        match decode_json::<Option<i64>>(&INFO, parts, body.clone()) {
            Ok(response) => Ok(response.into_inner()),
            Err(error) => {
                assert_eq!(error.status().unwrap().as_u16(), status);
                assert_eq!(error.body(), Some(&body));
                Err(match error.kind() {
                    ErrorKind::Decode(_) => error.path().unwrap(),
                    kind => format!("{kind:?}"),
                })
            }
        }
    }

    #[test]
    fn answers() {
        let check = |status, content_type: &str, body, expect: Result<Option<i64>, &str>| {
            let given = read(status, content_type, body);
            assert_eq!(
                given.as_ref().map_err(String::as_str),
                expect.as_ref().map_err(|e| *e)
            );
        };
        check(200, "application/json", "1", Ok(Some(1)));
        check(200, "APPLICATION/JSON ; charset=utf-8", "1", Ok(Some(1)));
        check(200, "application/problem+json", "1", Ok(Some(1)));
        check(200, "", "1", Ok(Some(1)));
        check(200, "", "", Err("ContentType"));
        check(200, "text/html", "1", Err("ContentType"));
        check(200, "json", "1", Err("ContentType"));
        check(200, "application/json", "", Err("$"));
        check(200, "application/json", "\"a\"", Err("$"));
        check(200, "application/json", "1 2", Err("$"));
        check(204, "", "", Ok(None));
        check(202, "application/json", "1", Ok(Some(1)));
        check(404, "application/json", "1", Err("Undocumented"));
        check(500, "application/json", "1", Err("Undocumented"));
        check(302, "", "", Err("Undocumented"));
    }
}
