//! How requests reach a server.

mod error;
mod memory;
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
mod redirect;
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
mod reqwest;
#[cfg(all(
    any(feature = "reqwest", feature = "ureq"),
    not(target_arch = "wasm32")
))]
mod target;
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
mod tls;
#[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
mod ureq;

use std::sync::Arc;
use std::time::Duration;

pub use self::error::{BoxError, TransportError, TransportErrorKind};
pub use self::memory::{InMemory, Recorded};
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub use self::reqwest::Reqwest;
#[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
pub use self::ureq::Ureq;
use crate::Body;
pub use crate::maybe_send::BoxFuture;

/// Sends one request and gives what came back, whatever its status.
///
/// A transport may follow redirects within the origin of the request (scheme, host and port); a
/// redirect to another origin it hands back as the answer, for the request may hold credentials.
/// It keeps to the [`Timeout`] and to [`KeepRedirect`] among the request's extensions.
///
/// ```
/// use restitch::transport::{BoxFuture, Transport, TransportError};
/// use restitch::Body;
///
/// /// Answers every request with an empty 204.
/// struct Nothing;
///
/// impl Transport for Nothing {
///     fn send(
///         &self,
///         _: http::Request<Body>,
///     ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
///         let mut response = http::Response::new(Body::empty());
///         *response.status_mut() = http::StatusCode::NO_CONTENT;
///         Box::pin(std::future::ready(Ok(response)))
///     }
/// }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`. The future owns all it needs, so that it can be spawned.
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>>;

    /// Whether its futures run under a runtime of their own only, as reqwest's do under tokio: then
    /// `send_blocking` gives an error in the place of polling them without one.
    fn needs_runtime(&self) -> bool {
        false
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }

    fn needs_runtime(&self) -> bool {
        (**self).needs_runtime()
    }
}

/// How long a call may take, from connecting to the last byte of the answer: an extension of the
/// request, set by the client's or the call's timeout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeout(pub Duration);

/// The answer that is wanted is a redirect, and no transport follows it: an extension of requests of
/// operations whose document has 3xx answers and no 2xx.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeepRedirect;
