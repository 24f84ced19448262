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
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
mod urls;

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
///
/// One around another sees every request and answer: for logs, limits, or to try again. A client
/// sends each request once, for what may be repeated only the program knows.
///
/// ```
/// use std::sync::Arc;
/// use std::time::Duration;
///
/// use restitch::Body;
/// use restitch::transport::{BoxFuture, Transport, TransportError};
///
/// /// Sends GET, HEAD, PUT and DELETE up to three times, where no answer came or the server is
/// /// overloaded, and waits longer each time. The client's timeout is for each time anew.
/// struct Retry<T>(Arc<T>);
///
/// impl<T: Transport> Transport for Retry<T> {
///     fn send(
///         &self,
///         request: http::Request<Body>,
///     ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
///         let inner = self.0.clone();
///         Box::pin(async move {
///             let (parts, mut body) = request.into_parts();
///             for wait in [1, 4] {
///                 // None: a stream, which can be sent only once.
///                 let Some(copy) = body.try_clone().filter(|_| parts.method.is_idempotent()) else {
///                     break;
///                 };
///                 let sent = std::mem::replace(&mut body, copy);
///                 let answer = inner.send(http::Request::from_parts(parts.clone(), sent)).await;
///                 let again = match &answer {
///                     Ok(response) => matches!(response.status().as_u16(), 429 | 502..=504),
///                     Err(_) => true,
///                 };
///                 if !again {
///                     return answer;
///                 }
///                 tokio::time::sleep(Duration::from_secs(wait)).await;
///             }
///             inner.send(http::Request::from_parts(parts, body)).await
///         })
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> Result<(), TransportError> {
/// # let server = restitch::transport::InMemory::new();
/// # server.reply(503, "").reply(429, "").reply(200, "[]");
/// # let retry = Retry(Arc::new(server.clone()));
/// # let answer = retry.send(http::Request::new(Body::empty())).await?;
/// # assert_eq!((answer.status().as_u16(), server.requests().len()), (200, 3));
/// # server.reply(503, "");
/// # let post = http::Request::post("/").body(Body::from("a")).unwrap();
/// # assert_eq!(retry.send(post).await?.status(), 503);
/// # Ok(())
/// # }
/// ```
///
/// Then `.transport(Retry(Arc::new(Reqwest::new()?)))` is what the client's builder takes.
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
