use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::maybe_send::MaybeSend;
use crate::transport::{BoxError, TransportError};

/// The body of a request or a response: nothing, bytes, or a stream.
///
/// ```
/// use restitch::Body;
///
/// let body = Body::from("hello");
/// assert_eq!(body.content_length(), Some(5));
/// assert!(body.try_clone().is_some());
/// ```
#[derive(Default)]
pub struct Body(Inner);

#[derive(Default)]
enum Inner {
    #[default]
    Empty,
    Bytes(Bytes),
    Stream(Stream),
    /// One after the other.
    Chain(VecDeque<Body>),
}

struct Stream {
    frames: BoxFrames,
    /// What is still to come, where it is known.
    left: Option<u64>,
}

#[cfg(not(target_arch = "wasm32"))]
type BoxFrames = Pin<Box<dyn http_body::Body<Data = Bytes, Error = TransportError> + Send>>;
#[cfg(target_arch = "wasm32")]
type BoxFrames = Pin<Box<dyn http_body::Body<Data = Bytes, Error = TransportError>>>;

impl Body {
    /// No body.
    pub const fn empty() -> Self {
        Self(Inner::Empty)
    }

    /// A stream. Its length is known where `body` states it exactly in its `size_hint`; else it
    /// goes out in chunks.
    pub fn stream<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + MaybeSend + 'static,
        B::Error: Into<BoxError>,
    {
        Self::frames(Adapted(Box::pin(body)))
    }

    /// A stream whose errors are ours.
    pub(crate) fn frames<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes, Error = TransportError> + MaybeSend + 'static,
    {
        let left = body.size_hint().exact();
        let frames = Box::pin(body);
        Self(Inner::Stream(Stream { frames, left }))
    }

    /// A stream whose length the caller knows: it goes out with a `Content-Length`. A stream that
    /// then yields another number of bytes fails the request.
    pub fn stream_of_length<B>(body: B, length: u64) -> Self
    where
        B: http_body::Body<Data = Bytes> + MaybeSend + 'static,
        B::Error: Into<BoxError>,
    {
        let mut stream = Self::stream(body);
        if let Inner::Stream(stream) = &mut stream.0 {
            stream.left = Some(length);
        }
        stream
    }

    /// Several bodies as one. It is a stream only where one of them is.
    pub(crate) fn chain(bodies: impl IntoIterator<Item = Self>) -> Self {
        let mut bodies: VecDeque<Self> = bodies.into_iter().collect();
        match bodies.len() {
            1 => bodies.pop_front().unwrap_or_default(),
            _ => Self(Inner::Chain(bodies)),
        }
    }

    /// The bytes, where they are in memory as one piece.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.0 {
            Inner::Empty => Some(&[]),
            Inner::Bytes(bytes) => Some(bytes),
            Inner::Stream(_) | Inner::Chain(_) => None,
        }
    }

    /// The length in bytes, where it is known.
    pub fn content_length(&self) -> Option<u64> {
        match &self.0 {
            Inner::Empty => Some(0),
            Inner::Bytes(bytes) => Some(length(bytes)),
            Inner::Stream(stream) => stream.left,
            Inner::Chain(bodies) => bodies
                .iter()
                .try_fold(0_u64, |sum, body| sum.checked_add(body.content_length()?)),
        }
    }

    /// The same body again, for a retry. A stream can be read only once: `None`.
    pub fn try_clone(&self) -> Option<Self> {
        match &self.0 {
            Inner::Empty => Some(Self::empty()),
            Inner::Bytes(bytes) => Some(Self(Inner::Bytes(bytes.clone()))),
            Inner::Stream(_) => None,
            Inner::Chain(bodies) => {
                let again: Option<VecDeque<Self>> = bodies.iter().map(Self::try_clone).collect();
                again.map(|bodies| Self(Inner::Chain(bodies)))
            }
        }
    }

    /// The bytes without a copy, or the stream as it came.
    #[cfg_attr(not(any(feature = "reqwest", feature = "ureq")), allow(dead_code))]
    pub(crate) fn into_bytes(self) -> Result<Bytes, Self> {
        match self.0 {
            Inner::Empty => Ok(Bytes::new()),
            Inner::Bytes(bytes) => Ok(bytes),
            Inner::Stream(_) | Inner::Chain(_) => Err(self),
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(Inner::Bytes(bytes))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

impl fmt::Debug for Body {
    /// Says what the body is, not what is in it: that may be a secret, or long.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Inner::Empty => f.write_str("Body(empty)"),
            Inner::Bytes(bytes) => write!(f, "Body({} bytes)", bytes.len()),
            Inner::Stream(Stream { left: Some(n), .. }) => write!(f, "Body(stream of {n} bytes)"),
            Inner::Stream(_) => f.write_str("Body(stream)"),
            Inner::Chain(_) => match self.content_length() {
                Some(n) => write!(f, "Body({n} bytes in pieces)"),
                None => f.write_str("Body(stream)"),
            },
        }
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        match &mut self.0 {
            Inner::Empty => Poll::Ready(None),
            Inner::Bytes(bytes) => {
                let bytes = std::mem::take(bytes);
                self.0 = Inner::Empty;
                Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))))
            }
            Inner::Stream(stream) => {
                let frame = std::task::ready!(stream.frames.as_mut().poll_frame(cx));
                if let (Some(Ok(frame)), Some(left)) = (&frame, &mut stream.left) {
                    *left = left.saturating_sub(frame.data_ref().map_or(0, length));
                }
                Poll::Ready(frame)
            }
            Inner::Chain(bodies) => {
                while let Some(first) = bodies.front_mut() {
                    match std::task::ready!(Pin::new(first).poll_frame(cx)) {
                        Some(frame) => return Poll::Ready(Some(frame)),
                        None => bodies.pop_front(),
                    };
                }
                Poll::Ready(None)
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Inner::Empty => true,
            Inner::Bytes(bytes) => bytes.is_empty(),
            Inner::Stream(stream) => stream.frames.is_end_stream(),
            Inner::Chain(bodies) => bodies.iter().all(Self::is_end_stream),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match (&self.0, self.content_length()) {
            (_, Some(length)) => SizeHint::with_exact(length),
            (Inner::Stream(stream), None) => stream.frames.size_hint(),
            (_, None) => SizeHint::default(),
        }
    }
}

fn length(bytes: &Bytes) -> u64 {
    // `usize` is at most 64 bits on every target of this crate.
    bytes.len() as u64
}

/// A body whose errors become ours. Boxed before it is boxed again as a trait object: that is
/// what pinning without a projection costs.
struct Adapted<B>(Pin<Box<B>>);

impl<B> http_body::Body for Adapted<B>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.0.as_mut().poll_frame(cx).map_err(TransportError::body)
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body::Body as _;

    /// Gives its pieces and knows nothing of their length.
    struct Pieces(Vec<&'static str>);

    impl http_body::Body for Pieces {
        type Data = Bytes;
        type Error = std::io::Error;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
            let next = (!self.0.is_empty()).then(|| self.0.remove(0));
            Poll::Ready(next.map(|piece| Ok(Frame::data(piece.into()))))
        }
    }

    fn read(body: &mut Body) -> Option<Bytes> {
        let mut cx = Context::from_waker(std::task::Waker::noop());
        match Pin::new(body).poll_frame(&mut cx) {
            Poll::Ready(frame) => Some(frame?.unwrap().into_data().unwrap()),
            Poll::Pending => panic!("nothing here waits"),
        }
    }

    #[test]
    fn bytes_come_once_and_can_be_had_again() {
        let check = |body: Body, text: &str| {
            let mut again = body.try_clone().unwrap();
            assert_eq!(body.as_bytes(), Some(text.as_bytes()));
            assert_eq!(again.content_length(), Some(text.len() as u64));
            assert_eq!(again.is_end_stream(), text.is_empty());
            assert_eq!(read(&mut again).unwrap_or_default(), text);
            assert_eq!(read(&mut again), None);
            assert_eq!(again.content_length(), Some(0));
        };
        check(Body::empty(), "");
        check(Body::from(""), "");
        check(Body::from("a"), "a");
        check(Body::from("ab".to_owned()), "ab");
        check(Body::from(b"abc".to_vec()), "abc");
    }

    #[test]
    fn streams_come_once() {
        let mut body = Body::stream(Pieces(vec!["ab", "c"]));
        assert_eq!(
            (body.content_length(), body.size_hint().exact()),
            (None, None)
        );
        assert!(body.try_clone().is_none() && body.as_bytes().is_none());
        assert_eq!(read(&mut body).unwrap(), "ab");
        assert_eq!(read(&mut body).unwrap(), "c");
        assert_eq!(read(&mut body), None);
    }

    #[test]
    fn of_a_stream_with_a_length_the_rest_is_known() {
        let mut body = Body::stream_of_length(Pieces(vec!["ab", "c"]), 3);
        assert_eq!(body.size_hint().exact(), Some(3));
        read(&mut body);
        assert_eq!(body.size_hint().exact(), Some(1));
        assert_eq!(Body::stream(Body::from("abc")).content_length(), Some(3));
    }

    #[test]
    fn pieces_come_one_after_the_other() {
        let mut body = Body::chain([Body::from("a"), Body::empty(), Body::from("bc")]);
        assert_eq!((body.content_length(), body.as_bytes()), (Some(3), None));
        let mut again = body.try_clone().unwrap();
        for body in [&mut body, &mut again] {
            assert_eq!(read(body).unwrap(), "a");
            assert_eq!(body.size_hint().exact(), Some(2));
            assert_eq!(read(body).unwrap(), "bc");
            assert!(body.is_end_stream());
            assert_eq!(read(body), None);
        }
        let stream = || Body::stream(Pieces(vec!["x"]));
        assert_eq!(
            Body::chain([Body::from("a"), stream()]).content_length(),
            None
        );
        assert!(
            Body::chain([Body::from("a"), stream()])
                .try_clone()
                .is_none()
        );
        assert_eq!(Body::chain([Body::from("a")]).as_bytes().unwrap(), b"a");
    }

    #[test]
    fn debug_does_not_show_what_is_in_it() {
        let check = |body: Body, expect: &str| assert_eq!(format!("{body:?}"), expect);
        check(Body::empty(), "Body(empty)");
        check(Body::from("secret"), "Body(6 bytes)");
        check(Body::stream(Pieces(vec![])), "Body(stream)");
        check(
            Body::stream_of_length(Pieces(vec![]), 7),
            "Body(stream of 7 bytes)",
        );
    }
}
