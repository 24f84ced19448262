//! The rows of a table that say what an operation answers, and the choice of one.

use http::header::CONTENT_TYPE;
use http::response::Parts;

use super::media::Given;
use crate::tables::OperationInfo;

/// A documented answer, of one media type, which several statuses may have alike.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// Each a status, one of [`ANY_4XX`] and its like, or [`DEFAULT`].
    statuses: &'static [u16],
    pub(super) content: Content,
    pub(super) media: &'static str,
    /// Which of the operation's results it is, or of its documented errors.
    pub(super) case: u16,
    pub(super) error: bool,
    /// Whether each status is a case of its own, the first of them `case`.
    each: bool,
}

/// `default`: every status that no other answer is for, but those of success. A client can not take
/// for a result what the document does not call one.
pub const DEFAULT: u16 = 0;
/// `1XX`
pub const ANY_1XX: u16 = 1;
/// `2XX`
pub const ANY_2XX: u16 = 2;
/// `3XX`
pub const ANY_3XX: u16 = 3;
/// `4XX`
pub const ANY_4XX: u16 = 4;
/// `5XX`
pub const ANY_5XX: u16 = 5;

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
            pub const fn $name(statuses: &'static [u16]) -> Answer {
                let (content, media) = (Content::$content, $media);
                Answer { statuses, content, media, case: 0, error: false, each: false }
            }
        )*
    };
}

answers! {
    /// An answer without content.
    no_content = Empty, "";
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

impl Answer {
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
        self.case = case;
        self
    }

    /// The same as the operation's documented errors from `case` on, one for each status.
    #[must_use]
    pub const fn errors(mut self, case: u16) -> Self {
        self.each = true;
        self.error(case)
    }

    /// How narrowly it names `status`: the narrowest answer counts. `None` where it is not meant.
    fn closeness(&self, status: u16) -> Option<u8> {
        let close = |named: &u16| closeness(*named, status);
        self.statuses.iter().filter_map(close).max()
    }

    /// The answer to `status` alone.
    fn to(mut self, status: u16) -> Self {
        if self.each {
            let named = (0..).zip(self.statuses);
            let close = named.filter_map(|(at, named)| Some((closeness(*named, status)?, at)));
            self.case += close.max().map_or(0, |(_, at)| at);
        }
        self
    }

    /// Whether it is a result, and JSON.
    pub(crate) fn is_json_result(&self) -> bool {
        !self.error && self.content == Content::Json
    }

    /// Whether it is for a status of redirection.
    fn is_redirect(&self) -> bool {
        let mut statuses = self.statuses.iter();
        statuses.any(|status| matches!(status, 300..=399 | &ANY_3XX))
    }
}

/// How narrowly a status of the table names one: by itself, by its first digit, or as any.
fn closeness(named: u16, status: u16) -> Option<u8> {
    match named {
        DEFAULT => (status / 100 != 2).then_some(0),
        digit @ ANY_1XX..=ANY_5XX => (digit == status / 100).then_some(1),
        exact => (exact == status).then_some(2),
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
        let mut results = self.answers.iter().filter(|answer| !answer.error);
        results.any(Answer::is_redirect)
    }

    /// The documented answer for a status and content type: an exact status before a range before
    /// the default, and of its media types the one that fits best.
    pub(crate) fn answer(&self, parts: &Parts, is_empty: bool) -> Result<Answer, Unmeant> {
        let status = parts.status.as_u16();
        let close = |answer: &&Answer| answer.closeness(status);
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
            Some((fit, answer)) if fit > 0 => Ok(answer.to(status)),
            _ => Err(Unmeant::ContentType),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::get;

    /// The case of the answer that is chosen.
    fn chosen(
        answers: &'static [Answer],
        status: u16,
        content_type: &str,
        is_empty: bool,
    ) -> Result<u16, Unmeant> {
        let info = OperationInfo {
            answers,
            ..get("/")
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
            no_content(&[DEFAULT]).error(3),
            no_content(&[ANY_4XX, 504]).error(2),
            no_content(&[404]).error(1),
            no_content(&[200, 206]),
        ];
        let check = |status: u16, answers: &'static [Answer], expect: Option<u16>| {
            let given = chosen(answers, status, "", true);
            assert_eq!(given, expect.ok_or(Unmeant::Status), "{status}");
        };
        check(200, &ANSWERS, Some(0));
        check(404, &ANSWERS, Some(1));
        check(206, &ANSWERS, Some(0));
        check(400, &ANSWERS, Some(2));
        check(504, &ANSWERS, Some(2));
        check(503, &ANSWERS, Some(3));
        check(302, &ANSWERS, Some(3));
        check(204, &ANSWERS, None);
        check(503, &ANSWERS[1..], None);
    }

    #[test]
    fn each_status_may_be_a_case_of_its_own() {
        static ANSWERS: [Answer; 3] = [
            json(&[200]),
            json(&[401, 404, ANY_4XX, 500, DEFAULT]).errors(0),
            no_content(&[410]).error(5),
        ];
        let check = |status: u16, expect: u16| {
            let given = chosen(&ANSWERS, status, "application/json", false);
            assert_eq!(given, Ok(expect), "{status}");
        };
        check(200, 0);
        check(401, 0);
        check(404, 1);
        check(403, 2);
        check(500, 3);
        check(502, 4);
        assert_eq!(chosen(&ANSWERS, 410, "", true), Ok(5));
    }

    #[test]
    fn the_media_type_that_fits_best_counts() {
        const OK: &[u16] = &[200];
        static ANSWERS: [Answer; 7] = [
            json(OK),
            json(OK).of("application/vnd.a+json").case(1),
            text(OK).of("text/csv").case(2),
            bytes(OK).of("image/*").case(3),
            text(OK).of("application/xml").case(4),
            json_lines(OK).of("application/x-ndjson").case(5),
            events(OK).case(6),
        ];
        static ANY: [Answer; 2] = [json(OK).of("*/*"), bytes(OK).case(1)];
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
        static ANSWERS: [Answer; 2] = [json(&[200]), text(&[201]).case(1)];
        assert_eq!(chosen(&ANSWERS, 200, "", true), Err(Unmeant::ContentType));
        assert_eq!(chosen(&ANSWERS, 201, "", true), Ok(1));
        assert_eq!(chosen(&ANSWERS, 200, "application/json", true), Ok(0));
    }
}
