//! What an answer means, by status and content type.

mod media;
mod outcome;
pub(crate) mod table;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::response::Parts;

use crate::codec::{self, DecodeError};
use crate::error::{Error, ErrorKind};
use crate::tables::OperationInfo;
use crate::{Body, Response};

pub use self::outcome::{AsBytes, AsJson, AsNever, AsNothing, AsStream, AsText, Outcome, Slot};
pub use self::table::Content;
use self::table::{Answer, Unmeant};

/// Reads the answer of an operation that gives `T` and fails with `E`.
#[inline]
pub fn decode<T: Outcome, E: Outcome>(
    info: &'static OperationInfo,
    parts: Parts,
    body: Bytes,
) -> Result<Response<T::Value>, Error<E::Value>> {
    open::<T, E>(info, parts, body.into())
}

/// The same with a body that may still be on its way, which only a stream can be made of. Of any
/// other answer it must have been read.
#[inline]
pub fn open<T: Outcome, E: Outcome>(
    info: &'static OperationInfo,
    parts: Parts,
    body: Body,
) -> Result<Response<T::Value>, Error<E::Value>> {
    let answer = match chosen(info, &parts, &body) {
        Ok(answer) => answer,
        Err(kind) => return Err(failed(info, kind, parts, body).widen()),
    };
    if answer.error {
        let Some(mut value) = E::empty(answer.case) else {
            return Err(unmeant(info, &answer, parts, body).widen());
        };
        return Err(
            match read(info, &answer, E::slot(&mut value), parts, body) {
                Ok((parts, body)) => Error::of(
                    info,
                    ErrorKind::Documented(value),
                    Some(http::Response::from_parts(parts, body)),
                ),
                Err(error) => error.widen(),
            },
        );
    }
    let Some(mut value) = T::empty(answer.case) else {
        return Err(unmeant(info, &answer, parts, body).widen());
    };
    match read(info, &answer, T::slot(&mut value), parts, body) {
        Ok((parts, _)) => Ok(Response::new(parts, value)),
        Err(error) => Err(error.widen()),
    }
}

/// Whether the body of an answer is what `stream` gives, and so is not to be read whole before.
pub(crate) fn is_opened(info: &'static OperationInfo, parts: &Parts, body: &Body) -> bool {
    let has_items = info.answers.iter().any(|answer| answer.content.is_stream());
    chosen(info, parts, body).is_ok_and(|answer| {
        let is_stream = answer.content.is_stream();
        !answer.error && (is_stream || answer.content == Content::Bytes && !has_items)
    })
}

fn chosen(info: &'static OperationInfo, parts: &Parts, body: &Body) -> Result<Answer, ErrorKind> {
    let is_empty = body.content_length() == Some(0);
    info.answer(parts, is_empty)
        .map_err(|unmeant| match unmeant {
            Unmeant::Status => ErrorKind::Undocumented,
            Unmeant::ContentType => ErrorKind::ContentType,
        })
}

/// Reads the content into its place, and gives back what it came in.
fn read(
    info: &'static OperationInfo,
    answer: &Answer,
    slot: Slot<'_>,
    parts: Parts,
    body: Body,
) -> Result<(Parts, Bytes), Error> {
    if let Slot::Stream(source) = slot {
        if answer.content == Content::Empty || source.takes(answer.content) {
            source.start(body, answer.content, &parts);
            return Ok((parts, Bytes::new()));
        }
        return Err(failed(info, ErrorKind::ContentType, parts, body));
    }
    let bytes = body.into_bytes().unwrap_or_default();
    let filled = match (slot, answer.content) {
        (Slot::Nothing, Content::Empty) => Ok(()),
        (Slot::Json(field), Content::Json) => {
            codec::decode_into(field, &bytes).map_err(ErrorKind::Decode)
        }
        (Slot::Text(text), Content::Json) => {
            codec::decode_into(text, &bytes).map_err(ErrorKind::Decode)
        }
        (Slot::Text(text), Content::Text) if is_json_text(answer, &parts, &bytes) => {
            codec::decode_into(text, &bytes).map_err(ErrorKind::Decode)
        }
        (Slot::Text(text), Content::Text) => {
            match media::text(parts.headers.get(CONTENT_TYPE), &bytes) {
                Some(read) => {
                    *text = read.into_owned();
                    Ok(())
                }
                None => Err(ErrorKind::Decode(not_text(&bytes))),
            }
        }
        (Slot::Bytes(place), Content::Bytes) => {
            *place = bytes.clone();
            Ok(())
        }
        _ => Err(ErrorKind::ContentType),
    };
    match filled {
        Ok(()) => Ok((parts, bytes)),
        Err(kind) => Err(failed(info, kind, parts, bytes.into())),
    }
}

/// Whether a text that may be of any media type came as a JSON string. Some call JSON what is a text as
/// it is: that stays so.
fn is_json_text(answer: &Answer, parts: &Parts, bytes: &Bytes) -> bool {
    answer.media.contains('*')
        && media::is_json_of(parts.headers.get(CONTENT_TYPE))
        && codec::decode::<String>(bytes).is_ok()
}

fn not_text(bytes: &Bytes) -> DecodeError {
    let at = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    DecodeError::custom("the text is not in the encoding it is said to be in", at)
}

/// An answer that the table names and the operation has no place for: the one that its other
/// method opens.
fn unmeant(info: &'static OperationInfo, answer: &Answer, parts: Parts, body: Body) -> Error {
    let kind = if answer.content.is_stream() {
        ErrorKind::ContentType
    } else {
        ErrorKind::Undocumented
    };
    failed(info, kind, parts, body)
}

fn failed(info: &'static OperationInfo, kind: ErrorKind, parts: Parts, body: Body) -> Error {
    let body = body.into_bytes().unwrap_or_default();
    Error::of(info, kind, Some(http::Response::from_parts(parts, body)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Undocumented;
    use crate::tables::get;

    static INFO: OperationInfo = OperationInfo {
        id: "get",
        answers: &[
            table::json(&[200]),
            table::text(&[201]).case(1),
            table::json(&[404]).error(0),
            table::no_content(&[table::DEFAULT]).error(1),
        ],
        ..get("/")
    };

    fn parts(status: u16, content_type: &str) -> Parts {
        let mut builder = http::Response::builder().status(status);
        if !content_type.is_empty() {
            builder = builder.header(CONTENT_TYPE, content_type);
        }
        builder.body(()).unwrap().into_parts().0
    }

    /// The value, or the kind of the error and its path.
    fn read(status: u16, content_type: &str, body: &'static str) -> Result<i64, String> {
        let parts = parts(status, content_type);
        match decode::<AsJson<i64>, AsJson<i64>>(&INFO, parts, body.into()) {
            Ok(response) => Ok(response.into_inner()),
            Err(error) => {
                assert_eq!(error.status().unwrap().as_u16(), status);
                assert_eq!(error.body().unwrap(), body);
                Err(match error.kind() {
                    ErrorKind::Decode(_) => error.path().unwrap(),
                    kind => format!("{kind:?}"),
                })
            }
        }
    }

    #[test]
    fn answers() {
        let check = |status, content_type: &str, body, expect: Result<i64, &str>| {
            let given = read(status, content_type, body);
            assert_eq!(
                given.as_ref().map_err(String::as_str),
                expect.as_ref().map_err(|e| *e)
            );
        };
        check(200, "application/json", "1", Ok(1));
        check(200, "APPLICATION/JSON ; charset=utf-8", "1", Ok(1));
        check(200, "application/problem+json", "1", Ok(1));
        check(200, "", "1", Ok(1));
        check(200, "", "", Err("ContentType"));
        check(200, "text/html", "1", Err("ContentType"));
        check(200, "json", "1", Err("ContentType"));
        check(200, "application/json", "", Err("$"));
        check(200, "application/json", "\"a\"", Err("$"));
        check(200, "application/json", "1 2", Err("$"));
        check(201, "text/plain", "1", Err("ContentType"));
        check(202, "application/json", "1", Err("Undocumented"));
        check(404, "application/json", "1", Err("Documented(1)"));
        check(404, "application/json", "\"a\"", Err("$"));
        check(404, "text/html", "no", Err("ContentType"));
    }

    #[test]
    fn a_status_without_a_place_is_undocumented() {
        let given = decode::<AsJson<i64>, AsNever>(&INFO, parts(404, ""), "1".into());
        let error: Error<Undocumented> = given.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Undocumented));
    }

    #[test]
    fn text_and_nothing() {
        let given = decode::<AsText, AsNothing>(&INFO, parts(201, "text/plain"), "a\u{e4}".into());
        assert_eq!(*given.unwrap(), "a\u{e4}");
        let given = decode::<AsText, AsNothing>(&INFO, parts(500, "text/html"), "<h1>".into());
        let error = given.unwrap_err();
        assert_eq!(error.documented(), Some(&()));
        assert_eq!(error.body().unwrap(), "<h1>");
        let body = Bytes::from_static(b"a\xff");
        let given = decode::<AsText, AsNothing>(&INFO, parts(201, "text/plain"), body.clone());
        let error = given.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{error}");
        assert_eq!(error.body(), Some(&body));
    }
}
