//! From a body to items.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::Body as _;

use super::error::StreamError;
use crate::Body;
use crate::error::ErrorKind;

/// Cuts bytes into items, whatever the pieces that they come in.
pub(super) trait Cutter {
    type Item;

    fn push(&mut self, bytes: &[u8]);

    /// The next item that is whole; `at_end` there is no more to come.
    fn next(&mut self, at_end: bool) -> Option<Self::Item>;

    /// How many bytes are kept until their item is whole.
    fn held(&self) -> usize;

    /// How many bytes of the stream stand before that item.
    fn offset(&self) -> u64;
}

/// A body, and what is cut of it.
#[derive(Debug)]
pub(super) struct Pump<C> {
    body: Body,
    pub(super) cutter: C,
    limit: u64,
    ended: bool,
    /// Nothing comes any more: the stream failed, or was told to end.
    stopped: bool,
}

impl<C: Cutter> Pump<C> {
    pub(super) fn new(body: Body, cutter: C, limit: u64) -> Self {
        Self {
            body,
            cutter,
            limit,
            ended: false,
            stopped: false,
        }
    }

    /// Gives up what is still to come.
    pub(super) fn stop(&mut self) {
        self.stopped = true;
        self.body = Body::empty();
    }

    pub(super) fn poll(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<C::Item, StreamError>>> {
        loop {
            if self.stopped {
                return Poll::Ready(None);
            }
            if let Some(item) = self.cutter.next(self.ended) {
                return Poll::Ready(Some(Ok(item)));
            }
            if self.ended {
                self.stop();
                continue;
            }
            if self.cutter.held() as u64 > self.limit {
                let limit = self.limit;
                return Poll::Ready(Some(Err(self.fail(ErrorKind::TooLarge { limit }))));
            }
            match ready!(Pin::new(&mut self.body).poll_frame(cx)) {
                None => self.ended = true,
                Some(Ok(frame)) => {
                    if let Ok(data) = frame.into_data() {
                        self.cutter.push(&data);
                    }
                }
                Some(Err(error)) => {
                    return Poll::Ready(Some(Err(self.fail(ErrorKind::Transport(error)))));
                }
            }
        }
    }

    fn fail(&mut self, kind: ErrorKind) -> StreamError {
        self.stop();
        StreamError::new(kind, self.cutter.offset(), Bytes::new())
    }
}

#[cfg(test)]
pub(super) mod test {
    use super::Cutter;

    /// What is cut of pieces.
    pub(crate) fn cut<C: Cutter>(mut cutter: C, pieces: &[&[u8]]) -> Vec<C::Item> {
        let mut items = Vec::new();
        for piece in pieces {
            cutter.push(piece);
            items.extend(std::iter::from_fn(|| cutter.next(false)));
        }
        items.extend(std::iter::from_fn(|| cutter.next(true)));
        items
    }
}
