//! The rows of a table that say what an operation answers, and the choice of one.

use http::header::CONTENT_TYPE;
use http::response::Parts;

use super::media::Given;
use crate::tables::OperationInfo;

/// A documented answer, of one media type.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    status: Status,
    pub(super) content: Content,
    pub(super) media: &'static str,
    /// Which of the operation's results it is, or of its documented errors.
    pub(super) case: u16,
    pub(super) error: bool,
}

/// What an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing.
    Empty,
    /// JSON.
    Json,
    /// Text as it is, XML too.
    Text,
    /// Bytes as they are.
    Bytes,
    /// Server-Sent Events whose data is JSON.
    Events,
    /// The same, with data that is text.
    TextEvents,
    /// JSON values, one a line.
    JsonLines,
    /// JSON values, each behind a record separator.
    JsonSeq,
}

impl Content {
    /// Whether it is made of items that come one by one.
    pub(crate) fn is_stream(self) -> bool {
        matches!(
            self,
            Self::Events | Self::TextEvents | Self::JsonLines | Self::JsonSeq
        )
    }
}

macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident = $content:ident, $media:literal;)*) => {
        $(
            $(#[$doc])*
            pub const fn $name(status: Status) -> Self {
                Self { status, content: Content::$content, media: $media, case: 0, error: false }
            }
        )*
    };
}

impl Answer {
    answers! {
        /// An answer without content.
        empty = Empty, "";
        /// One with JSON.
        json = Json, "application/json";
        /// One with text.
        text = Text, "text/plain";
        /// One with any bytes.
        bytes = Bytes, "application/octet-stream";
        /// Server-Sent Events with JSON.
        events = Events, "text/event-stream";
        /// Server-Sent Events with text.
        text_events = TextEvents, "text/event-stream";
        /// A stream of JSON, one value a line.
        json_lines = JsonLines, "application/jsonl";
        /// A stream of JSON, each value behind a record separator.
        json_seq = JsonSeq, "application/json-seq";
    }

    /// The same of another media type: its type and subtype, in lower case.
    #[must_use]
    pub const fn of(mut self, media: &'static str) -> Self {
        self.media = media;
        self
    }

    /// The same as another case of the operation's results.
    #[must_use]
    pub const fn case(mut self, case: u16) -> Self {
        self.case = case;
        self
    }

    /// The same as one of the operation's documented errors.
    #[must_use]
    pub const fn error(mut self, case: u16) -> Self {
        self.error = true;
        self.case(case)
    }
}

/// Which statuses an answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// `200`.
    Exact(u16),
    /// `2XX`, by its first digit.
    Range(u8),
    /// `default`: every status that no other answer is for, but those of success. A client can not
    /// take for a result what the document does not call one.
    Default,
}

impl Status {
    /// How narrowly it names `status`: the narrowest answer counts. `None` where it is not meant.
    fn closeness(self, status: u16) -> Option<u8> {
        match self {
            Self::Exact(exact) => (exact == status).then_some(2),
            Self::Range(digit) => (u16::from(digit) == status / 100).then_some(1),
            Self::Default => (status / 100 != 2).then_some(0),
        }
    }
}

/// Why there is no answer for what came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unmeant {
    Status,
    ContentType,
}

impl OperationInfo {
    /// Whether a redirect is one of its results.
    pub(crate) fn gives_redirect(&self) -> bool {
        let is_redirect = |status| matches!(status, Status::Exact(300..=399) | Status::Range(3));
        let mut results = self.answers.iter().filter(|answer| !answer.error);
        results.any(|answer| is_redirect(answer.status))
    }

    /// The documented answer for a status and content type: an exact status before a range before
    /// the default, and of its media types the one that fits best.
    pub(crate) fn answer(&self, parts: &Parts, is_empty: bool) -> Result<&'static Answer, Unmeant> {
        let status = parts.status.as_u16();
        let close = |answer: &&Answer| answer.status.closeness(status);
        let Some(closest) = self
            .answers
            .iter()
            .filter_map(|answer| close(&answer))
            .max()
        else {
            return Err(Unmeant::Status);
        };
        let given = Given::new(parts.headers.get(CONTENT_TYPE), is_empty);
        let meant = self
            .answers
            .iter()
            .filter(|answer| close(answer) == Some(closest));
        let fits = meant.map(|answer| (given.fits(answer), answer));
        // Of two that fit alike the first.
        let best = fits.rev().max_by_key(|(fit, _)| *fit);
        match best {
            Some((fit, answer)) if fit > 0 => Ok(answer),
            _ => Err(Unmeant::ContentType),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The case of the answer that is chosen.
    fn chosen(
        answers: &'static [Answer],
        status: u16,
        content_type: &str,
        is_empty: bool,
    ) -> Result<u16, Unmeant> {
        let info = OperationInfo {
            id: "",
            method: "GET",
            path: "/",
            params: &[],
            body: &[],
            accept: "",
            answers,
            security: &[],
        };
        let mut builder = http::Response::builder().status(status);
        if !content_type.is_empty() {
            builder = builder.header(CONTENT_TYPE, content_type);
        }
        let (parts, ()) = builder.body(()).unwrap().into_parts();
        info.answer(&parts, is_empty).map(|answer| answer.case)
    }

    #[test]
    fn the_narrowest_status_counts() {
        static ANSWERS: [Answer; 4] = [
            Answer::empty(Status::Default).error(3),
            Answer::empty(Status::Range(4)).error(2),
            Answer::empty(Status::Exact(404)).error(1),
            Answer::empty(Status::Exact(200)),
        ];
        let check = |status: u16, answers: &'static [Answer], expect: Option<u16>| {
            let given = chosen(answers, status, "", true);
            assert_eq!(given, expect.ok_or(Unmeant::Status), "{status}");
        };
        check(200, &ANSWERS, Some(0));
        check(404, &ANSWERS, Some(1));
        check(400, &ANSWERS, Some(2));
        check(503, &ANSWERS, Some(3));
        check(302, &ANSWERS, Some(3));
        check(204, &ANSWERS, None);
        check(503, &ANSWERS[1..], None);
    }

    #[test]
    fn the_media_type_that_fits_best_counts() {
        const OK: Status = Status::Exact(200);
        static ANSWERS: [Answer; 7] = [
            Answer::json(OK),
            Answer::json(OK).of("application/vnd.a+json").case(1),
            Answer::text(OK).of("text/csv").case(2),
            Answer::bytes(OK).of("image/*").case(3),
            Answer::text(OK).of("application/xml").case(4),
            Answer::json_lines(OK).of("application/x-ndjson").case(5),
            Answer::events(OK).case(6),
        ];
        static ANY: [Answer; 2] = [Answer::json(OK).of("*/*"), Answer::bytes(OK).case(1)];
        let check = |answers, content_type: &str, expect: Option<u16>| {
            let given = chosen(answers, 200, content_type, false);
            assert_eq!(given, expect.ok_or(Unmeant::ContentType), "{content_type}");
        };
        check(&ANSWERS, "application/json", Some(0));
        check(&ANSWERS, "APPLICATION/JSON ; charset=utf-8", Some(0));
        check(&ANSWERS, "application/problem+json", Some(0));
        check(&ANSWERS, "text/json", Some(0));
        check(&ANSWERS, "application/vnd.a+json; v=1", Some(1));
        check(&ANSWERS, "Text/CSV; header=present", Some(2));
        check(&ANSWERS, "text/html", None);
        check(&ANSWERS, "image/png", Some(3));
        check(&ANSWERS, "text/xml; charset=utf-8", Some(4));
        check(&ANSWERS, "application/jsonl", Some(5));
        check(&ANSWERS, "text/event-stream", Some(6));
        check(&ANSWERS, "json", None);
        check(&ANSWERS, "", Some(0));
        check(&ANY, "application/json", Some(0));
        check(&ANY, "image/png", Some(1));
        check(&ANY[..1], "text/html", None);
    }

    #[test]
    fn without_a_body() {
        static ANSWERS: [Answer; 2] = [
            Answer::json(Status::Exact(200)),
            Answer::text(Status::Exact(201)).case(1),
        ];
        assert_eq!(chosen(&ANSWERS, 200, "", true), Err(Unmeant::ContentType));
        assert_eq!(chosen(&ANSWERS, 201, "", true), Ok(1));
        assert_eq!(chosen(&ANSWERS, 200, "application/json", true), Ok(0));
    }
}
