use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::response::Parts;

use crate::call::Call;
use crate::client::Client;
use crate::collect::{self, Outcome};
use crate::error::{Error, ErrorKind, Undocumented};
use crate::maybe_send::BoxFuture;
use crate::{Body, Response};

/// A call on its way: the future of [`send`](crate::Operation), and of awaiting a call.
///
/// It owns all it needs, so it can be spawned. Dropping it gives the call up.
#[must_use = "nothing is sent until it is awaited"]
pub struct Sending<T, E = Undocumented> {
    answer: BoxFuture<'static, Result<(Parts, Bytes), Error>>,
    decode: Decode<T, E>,
}

type Decode<T, E> = fn(Parts, Bytes) -> Result<Response<T>, Error<E>>;

impl<T, E> Sending<T, E> {
    /// Sends `call`; `decode` reads the answer.
    #[inline]
    pub fn new(call: Call, decode: Decode<T, E>) -> Self {
        Self {
            answer: call.send(),
            decode,
        }
    }
}

impl<T, E> Future for Sending<T, E> {
    type Output = Result<Response<T>, Error<E>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match ready!(self.answer.as_mut().poll(cx)) {
            Ok((parts, body)) => Poll::Ready((self.decode)(parts, body)),
            Err(error) => Poll::Ready(Err(error.widen())),
        }
    }
}

impl<T, E> fmt::Debug for Sending<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sending")
    }
}

/// Sends a request and reads the whole answer, as far as it is not too large.
pub(crate) async fn exchange(
    client: &Client,
    request: http::Request<Body>,
) -> Result<(Parts, Bytes), Error> {
    let (parts, body) = client.transport().send(request).await?.into_parts();
    let limit = client.max_response_bytes();
    let (kind, read) = match collect::limited(body, limit).await {
        Outcome::Whole(body) => return Ok((parts, body)),
        Outcome::Broken { error, read } => (ErrorKind::Transport(error), read),
        Outcome::TooLarge { read } => (ErrorKind::TooLarge { limit }, read),
    };
    Err(Error::new(
        kind,
        Some(http::Response::from_parts(parts, read)),
    ))
}
