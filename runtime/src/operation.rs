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
