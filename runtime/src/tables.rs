//! The tables that generated code consists of: what the document says of servers, security schemes
//! and operations, as constants.

mod param;

use crate::content::Media;

pub use self::param::Param;
pub(crate) use self::param::{Place, Style};

/// A document.
#[derive(Debug)]
pub struct Api {
    /// `info.title`.
    pub title: &'static str,
    /// `info.version`.
    pub version: &'static str,
    /// The servers' URLs; the first is the default.
    pub servers: &'static [&'static str],
    /// The security schemes.
    pub schemes: &'static [Scheme],
}

/// A security scheme.
#[derive(Clone, Copy, Debug)]
pub struct Scheme {
    /// Its key under `components.securitySchemes`.
    pub(crate) key: &'static str,
    pub(crate) kind: SchemeKind,
}

/// How a credential is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SchemeKind {
    /// `Authorization: Bearer ...`
    Bearer,
    /// `Authorization: Basic ...`
    Basic,
    /// `Authorization`, whose whole value the program gives.
    Authorization,
    Header(&'static str),
    Query(&'static str),
    Cookie(&'static str),
}

impl Scheme {
    /// `type: http, scheme: bearer`.
    pub const fn bearer(key: &'static str) -> Self {
        Self {
            key,
            kind: SchemeKind::Bearer,
        }
    }

    /// `type: http, scheme: basic`.
    pub const fn basic(key: &'static str) -> Self {
        Self {
            key,
            kind: SchemeKind::Basic,
        }
    }

    /// `type: http` of any other scheme.
    pub const fn authorization(key: &'static str) -> Self {
        Self {
            key,
            kind: SchemeKind::Authorization,
        }
    }

    /// `type: apiKey, in: header`.
    pub const fn api_key_header(key: &'static str, name: &'static str) -> Self {
        Self {
            key,
            kind: SchemeKind::Header(name),
        }
    }

    /// `type: apiKey, in: query`.
    pub const fn api_key_query(key: &'static str, name: &'static str) -> Self {
        Self {
            key,
            kind: SchemeKind::Query(name),
        }
    }

    /// `type: apiKey, in: cookie`.
    pub const fn api_key_cookie(key: &'static str, name: &'static str) -> Self {
        Self {
            key,
            kind: SchemeKind::Cookie(name),
        }
    }
}

/// An operation.
#[derive(Debug)]
pub struct OperationInfo {
    /// Its `operationId`.
    pub id: &'static str,
    /// `POST`.
    pub method: &'static str,
    /// The path template.
    pub path: &'static str,
    /// The parameters, by the index that a call gives their values under.
    pub params: &'static [Param],
    /// The media types of the request body; none where there is no body.
    pub body: &'static [Media],
    /// What is asked for by `Accept`; empty where no content is expected.
    pub accept: &'static str,
    /// The documented answers.
    pub answers: &'static [Answer],
    /// The alternatives, each a list of indices into [`Api::schemes`] that go together.
    pub security: &'static [&'static [usize]],
}

/// A documented answer.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    pub(crate) status: Status,
    pub(crate) content: Content,
    pub(crate) case: u16,
}

/// What an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Empty,
    Json,
}

impl Answer {
    /// An answer with JSON. It is case 0: what the operation returns.
    pub const fn json(status: Status) -> Self {
        Self {
            status,
            content: Content::Json,
            case: 0,
        }
    }

    /// An answer without content. It is case 0: what the operation returns.
    pub const fn empty(status: Status) -> Self {
        Self {
            status,
            content: Content::Empty,
            case: 0,
        }
    }

    /// The same as another case: one of the operation's documented errors.
    #[must_use]
    pub const fn case(mut self, case: u16) -> Self {
        self.case = case;
        self
    }
}

/// Which statuses an answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// `200`.
    Exact(u16),
    /// `2XX`, by its first digit.
    Range(u8),
    /// `default`: every status that no other answer is for.
    Default,
}

impl Status {
    /// How narrowly it names `status`: the narrowest answer counts. `None` where it is not meant.
    fn closeness(self, status: u16) -> Option<u8> {
        match self {
            Self::Exact(exact) => (exact == status).then_some(2),
            Self::Range(digit) => (u16::from(digit) == status / 100).then_some(1),
            Self::Default => Some(0),
        }
    }
}

impl OperationInfo {
    /// The documented answer for a status: an exact one before a range before the default.
    pub(crate) fn answer(&self, status: http::StatusCode) -> Option<&'static Answer> {
        let close = |answer: &&Answer| answer.status.closeness(status.as_u16());
        self.answers
            .iter()
            .filter(|answer| close(answer).is_some())
            .max_by_key(close)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_answer_counts() {
        static ANSWERS: [Answer; 4] = [
            Answer::json(Status::Default).case(3),
            Answer::json(Status::Range(4)).case(2),
            Answer::json(Status::Exact(404)).case(1),
            Answer::json(Status::Exact(200)),
        ];
        let check = |status: u16, answers: &'static [Answer], expect: Option<u16>| {
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
            let status = http::StatusCode::from_u16(status).unwrap();
            assert_eq!(
                info.answer(status).map(|answer| answer.case),
                expect,
                "{status}"
            );
        };
        check(200, &ANSWERS, Some(0));
        check(404, &ANSWERS, Some(1));
        check(400, &ANSWERS, Some(2));
        check(503, &ANSWERS, Some(3));
        check(503, &ANSWERS[1..], None);
        check(204, &ANSWERS[1..], None);
    }
}
