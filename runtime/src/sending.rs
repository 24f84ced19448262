use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::response::Parts;

use crate::answer::Outcome;
use crate::call::Call;
use crate::collect;
use crate::error::{Error, ErrorKind, Undocumented};
use crate::maybe_send::BoxFuture;
use crate::stream::ItemLimit;
use crate::tables::OperationInfo;
use crate::transport::TransportError;
use crate::{Body, Response, answer};

/// A call on its way: the future of `send` and `stream`, and of awaiting a call.
///
/// It owns all it needs, so it can be spawned. Dropping it gives the call up.
#[must_use = "nothing is sent until it is awaited"]
pub struct Sending<T, E = Undocumented> {
    info: &'static OperationInfo,
    answer: BoxFuture<'static, Result<Answered, Error>>,
    read: Read<T, E>,
}

/// What came back. The body was read whole, unless it is the stream that was asked for.
pub(crate) type Answered = (Parts, Body);

type Read<T, E> = fn(&'static OperationInfo, Parts, Body) -> Result<Response<T>, Error<E>>;

impl<T, E> Sending<T, E> {
    /// Sends `call`, and reads the answer when it is here.
    pub fn whole<O: Outcome<Value = T>, D: Outcome<Value = E>>(call: Call) -> Self {
        Self::of::<O, D>(call, false)
    }

    /// Sends `call`, and gives what is read while it arrives.
    pub fn stream<O: Outcome<Value = T>, D: Outcome<Value = E>>(call: Call) -> Self {
        Self::of::<O, D>(call, true)
    }

    fn of<O: Outcome<Value = T>, D: Outcome<Value = E>>(call: Call, is_stream: bool) -> Self {
        Self {
            info: call.info(),
            answer: call.send(is_stream),
            read: answer::open::<O, D>,
        }
    }
}

impl<T, E> Future for Sending<T, E> {
    type Output = Result<Response<T>, Error<E>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match ready!(self.answer.as_mut().poll(cx)) {
            Ok((parts, body)) => Poll::Ready((self.read)(self.info, parts, body)),
            Err(error) => Poll::Ready(Err(error.widen())),
        }
    }
}

impl<T, E> fmt::Debug for Sending<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sending")
    }
}

/// What a transport was handed, on its way.
pub(crate) type Sent = BoxFuture<'static, Result<http::Response<Body>, TransportError>>;

/// Reads the whole answer, as far as it is no longer than `limit` bytes. A stream that the operation
/// `opened` gives is not read.
pub(crate) async fn whole(
    sent: Sent,
    limit: u64,
    opened: Option<&'static OperationInfo>,
) -> Result<Answered, Error> {
    let (mut parts, body) = sent.await?.into_parts();
    if opened.is_some_and(|info| answer::is_opened(info, &parts, &body)) {
        parts.extensions.insert(ItemLimit(limit));
        return Ok((parts, body));
    }
    let (kind, read) = match collect::limited(body, limit).await {
        collect::Outcome::Whole(body) => return Ok((parts, body.into())),
        collect::Outcome::Broken { error, read } => (ErrorKind::Transport(error), read),
        collect::Outcome::TooLarge { read } => (ErrorKind::TooLarge { limit }, read),
    };
    Err(Error::new(
        kind,
        Some(http::Response::from_parts(parts, read)),
    ))
}
