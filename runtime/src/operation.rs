use bytes::Bytes;
use http::response::Parts;

use crate::{Body, Error, Response};

/// A call as a value: it makes a request, and reads the answer.
///
/// Generated calls implement it. `send` is these two with the client's transport between; with
/// them apart, the same call runs on a transport of one's own, on a tower stack or in a test.
///
/// ```
/// use restitch::{Error, Operation, Response};
///
/// /// Runs a call on something that is no `Transport`.
/// fn run<O: Operation>(
///     call: O,
///     exchange: impl FnOnce(http::Request<restitch::Body>) -> http::Response<bytes::Bytes>,
/// ) -> Result<Response<O::Output>, Error<O::Documented>> {
///     let (parts, body) = exchange(call.request()?).into_parts();
///     O::decode(parts, body)
/// }
/// ```
pub trait Operation: Sized + Send + 'static {
    /// What it returns.
    type Output;
    /// The errors that the document describes for it.
    type Documented;

    /// The request, complete with base URL and credentials. Nothing is sent.
    fn request(self) -> Result<http::Request<Body>, Error<Self::Documented>>;

    /// Reads an answer.
    fn decode(parts: Parts, body: Bytes)
    -> Result<Response<Self::Output>, Error<Self::Documented>>;
}

/// An operation that gives something which is read while it arrives: events, JSON values in a row,
/// or bytes.
///
/// Generated calls implement it, and have `stream` beside `send`; where a stream is all there is,
/// `send` gives it.
pub trait Streaming: Operation {
    /// What it gives.
    type Stream;

    /// The request, with an `Accept` that asks for the stream. Nothing is sent.
    fn stream_request(self) -> Result<http::Request<Body>, Error<Self::Documented>>;

    /// Makes a stream of an answer whose body may still be on its way. Of an answer that is an
    /// error the body must be there, as [`Body::from`] makes it of bytes: else it counts as empty.
    fn open(parts: Parts, body: Body) -> Result<Response<Self::Stream>, Error<Self::Documented>>;
}
