//! The tables that generated code consists of: what the document says of servers, security schemes
//! and operations, as constants.

mod param;

use crate::answer::table::Answer;
use crate::content::Media;

pub use self::param::{Param, cookie, header, path, query};
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

/// A variable in the URL of a server that an operation has for itself.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Its name in the URL.
    pub(crate) name: &'static str,
    /// Where a client keeps its value.
    pub(crate) slot: usize,
    pub(crate) default: Option<&'static str>,
}

impl Variable {
    /// One without a default.
    pub const fn new(name: &'static str, slot: usize) -> Self {
        Self {
            name,
            slot,
            default: None,
        }
    }

    /// Its default.
    #[must_use]
    pub const fn or(mut self, default: &'static str) -> Self {
        self.default = Some(default);
        self
    }
}

/// One of the servers that an operation has for itself.
#[derive(Clone, Copy, Debug)]
pub struct OwnServer<'a> {
    /// Its place in the enum of such servers, by which a client is told to choose it.
    pub(crate) index: usize,
    /// Its URL as the document writes it.
    pub(crate) url: &'static str,
    pub(crate) variables: &'a [Variable],
}

impl<'a> OwnServer<'a> {
    /// The server `index` of all that operations have.
    pub const fn new(index: usize, url: &'static str, variables: &'a [Variable]) -> Self {
        Self {
            index,
            url,
            variables,
        }
    }
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

/// An operation. What it has none of, the function of its method gives: [`get`] or another.
#[derive(Clone, Copy, Debug)]
pub struct OperationInfo {
    /// Its `operationId`; empty where it has none.
    pub id: &'static str,
    /// `POST`.
    pub method: &'static str,
    /// The path template, and behind a `?` what the query of every call begins with.
    pub path: &'static str,
    /// The names of parameters in the path, as [`path`] has them. A call gives values by the index
    /// of their parameter, those of the path first.
    pub in_path: &'static [&'static str],
    /// The names of parameters in the query, as [`query`] has them, behind those.
    pub in_query: &'static [&'static str],
    /// All other parameters, behind those.
    pub params: &'static [Param],
    /// The media types of the request body; none where there is no body.
    pub body: &'static [Media],
    /// What is asked for by `Accept`; `None` where it is JSON for results that are JSON, and
    /// nothing for those that are empty.
    pub accept: Option<&'static str>,
    /// The documented answers.
    pub answers: &'static [Answer],
    /// The alternatives, each a list of indices into [`Api::schemes`] that go together.
    pub security: &'static [&'static [usize]],
}

macro_rules! methods {
    ($($name:ident = $method:literal;)*) => {
        $(
            #[doc = concat!("An operation of the method `", $method, "`.")]
            pub const fn $name(path: &'static str) -> OperationInfo {
                method($method, path)
            }
        )*
    };
}

methods! {
    delete = "DELETE";
    get = "GET";
    head = "HEAD";
    options = "OPTIONS";
    patch = "PATCH";
    post = "POST";
    put = "PUT";
    trace = "TRACE";
}

/// An operation of any other method.
pub const fn method(method: &'static str, path: &'static str) -> OperationInfo {
    OperationInfo {
        id: "",
        method,
        path,
        in_path: &[],
        in_query: &[],
        params: &[],
        body: &[],
        accept: None,
        answers: &[],
        security: &[],
    }
}

impl OperationInfo {
    /// The parameters, by index.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = Param> {
        let in_path = self.in_path.iter().map(|name| path(name));
        let in_query = self.in_query.iter().map(|name| query(name));
        in_path.chain(in_query).chain(self.params.iter().copied())
    }

    /// What is asked for by `Accept`; empty where no content is expected.
    pub(crate) fn accepted(&self) -> &'static str {
        match self.accept {
            Some(accept) => accept,
            None if self.answers.iter().any(Answer::is_json_result) => "application/json",
            None => "",
        }
    }

    /// What errors call it: its id, or its method and path where it has none.
    pub(crate) fn name(&self) -> String {
        match self.id {
            "" => format!("{} {}", self.method, self.path),
            id => id.to_owned(),
        }
    }
}
