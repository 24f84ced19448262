//! Reading a body to its end.

use std::future::poll_fn;
use std::pin::Pin;

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
pub(crate) async fn limited(mut body: Body, limit: u64) -> Outcome {
    if body.size_hint().lower() > limit {
        return Outcome::TooLarge { read: Bytes::new() };
    }
    let mut read = Reading::default();
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let data = match frame {
            Ok(frame) => frame.into_data().unwrap_or_default(),
            Err(error) => {
                return Outcome::Broken {
                    error,
                    read: read.finish(),
                };
            }
        };
        let room = usize::try_from(limit)
            .unwrap_or(usize::MAX)
            .saturating_sub(read.len());
        if data.len() > room {
            read.push(data.slice(..room));
            return Outcome::TooLarge {
                read: read.finish(),
            };
        }
        read.push(data);
    }
    Outcome::Whole(read.finish())
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

    fn finish(self) -> Bytes {
        if self.all.is_empty() {
            self.first
        } else {
            self.all.freeze()
        }
    }
}
