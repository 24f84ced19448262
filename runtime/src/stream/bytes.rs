//! Bodies as streams of bytes.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::Body as _;

use crate::Body;
use crate::transport::TransportError;

impl Body {
    /// The next piece, as large as it arrives; `None` at the end. Trailers are left out.
    ///
    /// ```
    /// # async fn save(mut body: restitch::Body) -> Result<(), restitch::TransportError> {
    /// let mut file: Vec<u8> = Vec::new();
    /// while let Some(piece) = body.next().await {
    ///     file.extend_from_slice(&piece?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn next(&mut self) -> Option<Result<Bytes, TransportError>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// The same on this thread, which waits for it. Not for async code.
    #[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
    pub fn next_blocking(&mut self) -> Option<Result<Bytes, TransportError>> {
        crate::blocking::block_on(self.next())
    }
}

impl Stream for Body {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match ready!(self.as_mut().poll_frame(cx)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) if !data.is_empty() => return Poll::Ready(Some(Ok(data))),
                    _ => {}
                },
            }
        }
    }
}
