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

    /// The next item that is whole; `at_end` there is no more to come. One that is larger than the
    /// limit, or that can only become so, is an error: the same whatever the pieces are.
    fn next(&mut self, at_end: bool, limit: u64) -> Option<Result<Self::Item, TooLarge>>;

    /// How many bytes of the stream stand before that item.
    fn offset(&self) -> u64;
}

/// An item is larger than the limit; with how many bytes of the stream stand before it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLarge(pub(super) u64);

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
            if let Some(cut) = self.cutter.next(self.ended, self.limit) {
                let limit = self.limit;
                let large = |TooLarge(at)| self.fail(ErrorKind::TooLarge { limit }, at);
                return Poll::Ready(Some(cut.map_err(large)));
            }
            if self.ended {
                self.stop();
                continue;
            }
            match ready!(Pin::new(&mut self.body).poll_frame(cx)) {
                None => self.ended = true,
                Some(Ok(frame)) => {
                    if let Ok(data) = frame.into_data() {
                        self.cutter.push(&data);
                    }
                }
                Some(Err(error)) => {
                    let at = self.cutter.offset();
                    return Poll::Ready(Some(Err(self.fail(ErrorKind::Transport(error), at))));
                }
            }
        }
    }

    fn fail(&mut self, kind: ErrorKind, offset: u64) -> StreamError {
        self.stop();
        StreamError::new(kind, offset, Bytes::new())
    }
}

#[cfg(test)]
pub(super) mod test {
    use super::{Cutter, TooLarge};

    /// What is cut of pieces.
    pub(crate) fn cut<C: Cutter>(cutter: C, pieces: &[&[u8]]) -> Vec<C::Item> {
        let (items, large) = cut_within(cutter, pieces, u64::MAX);
        assert_eq!(large, None);
        items
    }

    /// The same up to the first that is too large.
    pub(crate) fn cut_within<C: Cutter>(
        mut cutter: C,
        pieces: &[&[u8]],
        limit: u64,
    ) -> (Vec<C::Item>, Option<TooLarge>) {
        let mut items = Vec::new();
        let pieces = pieces.iter().map(|piece| Some(*piece));
        for piece in pieces.chain([None]) {
            cutter.push(piece.unwrap_or_default());
            while let Some(cut) = cutter.next(piece.is_none(), limit) {
                match cut {
                    Ok(item) => items.push(item),
                    Err(large) => return (items, Some(large)),
                }
            }
        }
        (items, None)
    }
}
