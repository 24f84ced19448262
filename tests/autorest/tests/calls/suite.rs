//! Calls and what they should come to. A call that comes to something else is remembered with its
//! line, and the next one is made.

use std::cell::RefCell;
use std::fmt::Debug;
use std::future::{Future, poll_fn};
use std::panic::Location;
use std::pin::pin;

use http_body::Body as _;
use restitch::codec::{Empty, Field};
use restitch::{Bytes, Error, Header, Response, json};
use serde_json::Value;

/// The server, and what went wrong.
pub(crate) struct Suite {
    pub(crate) url: String,
    wrong: RefCell<Vec<String>>,
}

/// What a call gives when it is awaited.
type Outcome<T, E> = Result<Response<T>, Error<E>>;

impl Suite {
    pub(crate) fn new(url: String) -> Self {
        Self {
            url,
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
            let value = outcome.map_err(|error| error.to_string())?.into_inner();
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
            let response = outcome.map_err(|error| error.to_string())?;
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
            let response = outcome.map_err(|error| error.to_string())?;
            let value = response.header(header).map_err(|error| error.to_string())?;
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

    /// The server takes what is sent.
    #[track_caller]
    pub(crate) fn done<T, E>(
        &self,
        call: impl IntoFuture<Output = Outcome<T, E>>,
    ) -> impl Future<Output = ()> {
        self.judge(call, |outcome| {
            outcome.map(drop).map_err(|error| error.to_string())
        })
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

    /// What went wrong.
    pub(crate) fn wrong(self) -> Vec<String> {
        self.wrong.into_inner()
    }
}

async fn length(body: restitch::Body) -> Result<usize, String> {
    let mut body = pin!(body);
    let mut length = 0;
    while let Some(frame) = poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
        let frame = frame.map_err(|error| error.to_string())?;
        length += frame.data_ref().map_or(0, Bytes::len);
    }
    Ok(length)
}

/// A value as it is sent, to be compared.
fn written(value: &impl Field) -> Result<Value, String> {
    let text = json::to_string(value).map_err(|error| error.to_string())?;
    let value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
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
