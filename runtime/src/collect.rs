//! Reading a body to its end.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use http_body::Body as _;

use crate::Body;
use crate::transport::TransportError;

/// How the reading of a limited body ended; what was read stays in `read`.
pub(crate) enum Outcome {
    Whole(Bytes),
    Broken { error: TransportError, read: Bytes },
    TooLarge { read: Bytes },
}

/// Reads a body of at most `limit` bytes. One that announces more is not read at all.
pub(crate) fn limited(body: Body, limit: u64) -> Limited {
    let read = Reading::default();
    Limited { body, limit, read }
}

/// The future of [`limited`]: by hand, for one of an `async fn` has room for the body twice, and is
/// a part of each call's.
pub(crate) struct Limited {
    body: Body,
    limit: u64,
    read: Reading,
}

impl Future for Limited {
    type Output = Outcome;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Outcome> {
        let this = &mut *self;
        if this.read.len() == 0 && this.body.size_hint().lower() > this.limit {
            return Poll::Ready(Outcome::TooLarge { read: Bytes::new() });
        }
        while let Some(frame) = ready!(Pin::new(&mut this.body).poll_frame(cx)) {
            let data = match frame {
                Ok(frame) => frame.into_data().unwrap_or_default(),
                Err(error) => {
                    let read = this.read.finish();
                    return Poll::Ready(Outcome::Broken { error, read });
                }
            };
            let room = usize::try_from(this.limit)
                .unwrap_or(usize::MAX)
                .saturating_sub(this.read.len());
            if data.len() > room {
                this.read.push(data.slice(..room));
                let read = this.read.finish();
                return Poll::Ready(Outcome::TooLarge { read });
            }
            this.read.push(data);
        }
        Poll::Ready(Outcome::Whole(this.read.finish()))
    }
}

/// Reads a whole body, however long.
pub(crate) async fn whole(body: Body) -> Result<Bytes, TransportError> {
    match limited(body, u64::MAX).await {
        Outcome::Whole(bytes) => Ok(bytes),
        Outcome::Broken { error, .. } => Err(error),
        // No body is longer than this; what there is of it is all of it.
        Outcome::TooLarge { read } => Ok(read),
    }
}

/// Most answers are one piece, which needs no copy.
#[derive(Default)]
struct Reading {
    first: Bytes,
    all: BytesMut,
}

impl Reading {
    fn len(&self) -> usize {
        self.first.len() + self.all.len()
    }

    fn push(&mut self, data: Bytes) {
        if self.len() == 0 {
            self.first = data;
        } else {
            self.all.extend_from_slice(&std::mem::take(&mut self.first));
            self.all.extend_from_slice(&data);
        }
    }

    fn finish(&mut self) -> Bytes {
        let all = std::mem::take(self);
        if all.all.is_empty() {
            all.first
        } else {
            all.all.freeze()
        }
    }
}
