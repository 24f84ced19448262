//! Calls on the caller's thread.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use bytes::Bytes;
use http::response::Parts;

use crate::call::Call;
use crate::collect;
use crate::error::Error;
use crate::transport::{TransportError, TransportErrorKind};
use crate::{Body, Response};

/// Sends `call` and reads the whole answer before it returns.
#[inline]
pub fn send<T, E>(
    call: Call,
    decode: fn(Parts, Bytes) -> Result<Response<T>, Error<E>>,
) -> Result<Response<T>, Error<E>> {
    match answer(call) {
        Ok((parts, body)) => decode(parts, body),
        Err(error) => Err(error.widen()),
    }
}

fn answer(call: Call) -> Result<(Parts, Bytes), Error> {
    let (parts, body) = call.send_now(false)?;
    Ok((parts, block_on(collect::whole(body))?))
}

/// Sends `call`, and gives what is read while it arrives.
#[inline]
pub fn stream<T, E>(
    call: Call,
    open: fn(Parts, Body) -> Result<Response<T>, Error<E>>,
) -> Result<Response<T>, Error<E>> {
    match call.send_now(true) {
        Ok((parts, body)) => open(parts, body),
        Err(error) => Err(error.widen()),
    }
}

/// Polls `future` on this thread, which sleeps while there is nothing to do.
///
/// There is no reactor behind it: a future that waits for tokio's timers or sockets needs tokio
/// running elsewhere. A source of tokens that only computes, locks or blocks is fine.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            // A wake between the poll and here leaves a token, and `park` returns at once.
            Poll::Pending => thread::park(),
        }
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// The client was given a transport that can not be polled here.
pub(crate) fn unfit() -> TransportError {
    TransportError::new(
        TransportErrorKind::Other,
        "the client's transport needs an async runtime, so no call can block on it: build a client \
         without it, or with `Ureq`",
    )
}
