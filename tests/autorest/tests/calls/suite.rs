//! Calls and what they should come to. A call that comes to something else is remembered with its
//! line, and the next one is made.

use std::cell::RefCell;
use std::fmt::Debug;
use std::future::{Future, poll_fn};
use std::panic::Location;
use std::pin::pin;
use std::sync::Arc;

use http::HeaderMap;
use http::response::Parts;
use http_body::Body as _;
use restitch::codec::{Empty, Field};
use restitch::transport::{Reqwest, Transport, Ureq};
use restitch::{Bytes, Error, Header, Operation, Response, json};
use serde_json::Value;

use crate::poller::{poll, settled};

/// The server, and what went wrong.
pub(crate) struct Suite {
    pub(crate) url: String,
    pub(crate) transport: Arc<dyn Transport>,
    /// Whether the transport follows redirects.
    pub(crate) follows: bool,
    wrong: RefCell<Vec<String>>,
}

/// What a call gives when it is awaited.
type Outcome<T, E> = Result<Response<T>, Error<E>>;

/// A client of the server, by the suite's transport; what else its builder is told stands behind it.
macro_rules! client {
    ($suite:expr, $client:ty $(, $set:ident($($value:expr),*))*) => {
        <$client>::builder()
            .base_url(&$suite.url)
            .transport($suite.transport.clone())
            $(.$set($($value),*))*
            .build()
            .expect("a client")
    };
}
pub(crate) use client;

impl Suite {
    /// By reqwest, the default transport.
    pub(crate) fn new(url: &str) -> Self {
        let transport = Reqwest::new().expect("a transport");
        Self::by(url, Arc::new(transport), true)
    }

    /// By ureq, which blocks and follows no redirect.
    pub(crate) fn blocking(url: &str) -> Self {
        Self::by(url, Arc::new(Ureq::new()), false)
    }

    fn by(url: &str, transport: Arc<dyn Transport>, follows: bool) -> Self {
        Self {
            url: url.to_owned(),
            transport,
            follows,
            wrong: RefCell::default(),
        }
    }

    /// The call gives a value, and that value is `expected`, as JSON.
    #[track_caller]
    pub(crate) fn reads<T: Field, E>(
        &self,
        call: impl IntoFuture<Output = Outcome<T, E>>,
        expected: Value,
    ) -> impl Future<Output = ()> {
        self.judge(call, move |outcome| {
            let value = outcome.map_err(said)?.into_inner();
            agree(&written(&value)?, &plain(expected))
        })
    }

    /// The call gives a value for which `holds`.
    #[track_caller]
    pub(crate) fn gives<T: Debug, E>(
        &self,
        call: impl IntoFuture<Output = Outcome<T, E>>,
        holds: impl FnOnce(&Response<T>) -> bool,
    ) -> impl Future<Output = ()> {
        self.judge(call, move |outcome| {
            let response = outcome.map_err(said)?;
            if holds(&response) {
                Ok(())
            } else {
                Err(format!("{response:?}"))
            }
        })
    }

    /// The call gives a header with this value, as JSON; `null` where the header is not there.
    #[track_caller]
    pub(crate) fn header<T, E, H: Empty + Field>(
        &self,
        call: impl IntoFuture<Output = Outcome<T, E>>,
        header: &Header<H>,
        expected: Value,
    ) -> impl Future<Output = ()> {
        self.judge(call, move |outcome| {
            let response = outcome.map_err(said)?;
            let value = response.header(header).map_err(said)?;
            agree(&written(&value)?, &plain(expected))
        })
    }

    /// The call gives a stream of so many bytes.
    #[track_caller]
    pub(crate) fn streams<E>(
        &self,
        call: impl IntoFuture<Output = Outcome<restitch::Body, E>>,
        expected: usize,
    ) -> impl Future<Output = ()> {
        let place = Location::caller();
        async move {
            let length = match call.await {
                Ok(response) => length(response.into_inner()).await,
                Err(error) => Err(error.to_string()),
            };
            if length != Ok(expected) {
                self.blame(place, &format!("{length:?} bytes, not {expected}"));
            }
        }
    }

    /// The value that the call gives, for more calls.
    #[track_caller]
    pub(crate) fn value<T, E>(
        &self,
        call: impl IntoFuture<Output = Outcome<T, E>>,
    ) -> impl Future<Output = Option<T>> {
        let place = Location::caller();
        async move {
            let outcome = call.await;
            let given = outcome.map_err(|error| self.blame(place, &error.to_string()));
            given.map(Response::into_inner).ok()
        }
    }

    /// What stands behind an address that an answer has, which may be relative to the server, is
    /// `expected`, as JSON. No operation gives it.
    #[track_caller]
    pub(crate) fn follow<'a>(
        &'a self,
        link: Option<&'a str>,
        expected: Value,
    ) -> impl Future<Output = ()> + 'a {
        let place = Location::caller();
        async move {
            let found = match link {
                Some(link) => self.fetch(link, HeaderMap::new()).await,
                None => Err("there is no link".to_owned()),
            };
            let judged = found.and_then(|(_, value)| agree(&plain(value), &plain(expected)));
            if let Err(why) = judged {
                self.blame(place, &why);
            }
        }
    }

    /// What stands behind such an address is there, at the latest when it is asked for again.
    #[track_caller]
    pub(crate) fn settles<'a>(&'a self, link: Option<&'a str>) -> impl Future<Output = ()> + 'a {
        let place = Location::caller();
        async move {
            if let Err(why) = settled(self, link.unwrap_or_default()).await {
                self.blame(place, &why);
            }
        }
    }

    /// The head of an answer to GET, and its JSON; `null` where it has none.
    pub(crate) async fn fetch(
        &self,
        link: &str,
        headers: HeaderMap,
    ) -> Result<(Parts, Value), String> {
        let link = match link.strip_prefix('/') {
            Some(_) => format!("{}{link}", self.url),
            None => link.to_owned(),
        };
        let request = http::Request::get(link).body(restitch::Body::empty());
        let mut request = request.map_err(said)?;
        *request.headers_mut() = headers;
        let (parts, body) = self
            .transport
            .send(request)
            .await
            .map_err(said)?
            .into_parts();
        let json = bytes(body).await?;
        if json.is_empty() || parts.status == 404 {
            return Ok((parts, Value::Null));
        }
        serde_json::from_slice(&json)
            .map(|json| (parts, json))
            .map_err(said)
    }

    /// An operation that goes on after its answer ends so.
    #[track_caller]
    pub(crate) fn ends<'a, O: Operation>(
        &'a self,
        call: impl Fn() -> O + 'a,
        expected: &'a str,
    ) -> impl Future<Output = ()> + 'a {
        let place = Location::caller();
        async move {
            let end = poll(self, call).await;
            let end = end.unwrap_or_else(|why| why);
            if !end.contains(expected) {
                self.blame(place, &format!("`{end}`, not `{expected}`"));
            }
        }
    }

    /// The server takes what is sent.
    #[track_caller]
    pub(crate) fn done<T, E>(
        &self,
        call: impl IntoFuture<Output = Outcome<T, E>>,
    ) -> impl Future<Output = ()> {
        self.judge(call, |outcome| outcome.map(drop).map_err(said))
    }

    /// The call fails, with an error that says `why`.
    #[track_caller]
    pub(crate) fn fails<T: Debug, E>(
        &self,
        call: impl IntoFuture<Output = Outcome<T, E>>,
        why: &str,
    ) -> impl Future<Output = ()> {
        self.judge(call, move |outcome| match outcome {
            Ok(response) => Err(format!("{response:?} is no error")),
            Err(error) if error.to_string().contains(why) => Ok(()),
            Err(error) => Err(format!("`{error}` does not say `{why}`")),
        })
    }

    #[track_caller]
    fn judge<T, E>(
        &self,
        call: impl IntoFuture<Output = Outcome<T, E>>,
        judge: impl FnOnce(Outcome<T, E>) -> Result<(), String>,
    ) -> impl Future<Output = ()> {
        let place = Location::caller();
        async move {
            if let Err(why) = judge(call.await) {
                self.blame(place, &why);
            }
        }
    }

    fn blame(&self, place: &Location<'_>, why: &str) {
        let (file, line) = (place.file(), place.line());
        self.wrong
            .borrow_mut()
            .push(format!("{file}:{line}: {why}"));
    }

    /// Fails where something went wrong.
    pub(crate) fn assert(self) {
        let wrong = self.wrong.into_inner();
        assert!(wrong.is_empty(), "{} calls: {wrong:#?}", wrong.len());
    }
}

/// How many bytes a stream has.
async fn length(body: restitch::Body) -> Result<usize, String> {
    let mut length = 0;
    each_piece(body, |piece| length += piece.len()).await?;
    Ok(length)
}

pub(crate) async fn bytes(body: restitch::Body) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    each_piece(body, |piece| bytes.extend(piece)).await?;
    Ok(bytes)
}

async fn each_piece(body: restitch::Body, mut take: impl FnMut(Bytes)) -> Result<(), String> {
    let mut body = pin!(body);
    while let Some(frame) = poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
        if let Ok(piece) = frame.map_err(said)?.into_data() {
            take(piece);
        }
    }
    Ok(())
}

#[allow(clippy::needless_pass_by_value)] // So that `map_err` takes it.
pub(crate) fn said(error: impl ToString) -> String {
    error.to_string()
}

/// A value as it is sent, to be compared.
fn written(value: &impl Field) -> Result<Value, String> {
    let text = json::to_string(value).map_err(said)?;
    let value = serde_json::from_str(&text).map_err(said)?;
    Ok(plain(value))
}

fn agree(ours: &Value, expected: &Value) -> Result<(), String> {
    if ours == expected {
        Ok(())
    } else {
        Err(format!("{ours}, not {expected}"))
    }
}

/// The same with each number as the text of an `f64`: `0` and `0.0` are one in JSON. `serde_json`
/// reads numbers almost right only, so the last digits are left out.
fn plain(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().map(|n| format!("{n:.13e}")).into(),
        Value::Array(items) => items.into_iter().map(plain).collect(),
        Value::Object(members) => members.into_iter().map(|(k, v)| (k, plain(v))).collect(),
        other => other,
    }
}

/// A value of a generated type that is written as this JSON.
#[track_caller]
#[allow(clippy::needless_pass_by_value)] // It is a literal.
pub(crate) fn from<T: Empty + Field>(value: Value) -> T {
    json::from_str(&value.to_string()).expect("a value of the type")
}
