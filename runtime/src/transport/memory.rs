use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, Method, Uri};

use super::{BoxFuture, Transport, TransportError, TransportErrorKind};
use crate::{Body, collect};

/// A transport for tests: answers from a queue or a function, and keeps every request.
///
/// Clones share the queue and the records: give one to the client, keep one.
///
/// ```
/// use restitch::transport::InMemory;
///
/// let server = InMemory::new();
/// server.reply(200, r#"{"id":"a"}"#);
/// server.reply(404, "");
/// // ... client with `.transport(server.clone())`, calls ...
/// assert!(server.requests().is_empty());
/// ```
#[derive(Clone)]
pub struct InMemory(Arc<Shared>);

struct Shared {
    answer: Box<dyn Fn(&Recorded) -> Reply + Send + Sync>,
    queue: Mutex<VecDeque<http::Response<Body>>>,
    requests: Mutex<Vec<Recorded>>,
}

type Reply = Result<http::Response<Body>, TransportError>;

/// A request as it was sent.
///
/// `Debug` shows neither the query nor what is in the body: tests print it into logs.
#[derive(Clone)]
pub struct Recorded {
    /// The method.
    pub method: Method,
    /// The whole URL, its query with a key in it where the document wants one there.
    pub uri: Uri,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
    /// The time that the call was given.
    pub timeout: Option<std::time::Duration>,
}

impl InMemory {
    /// Answers from a queue that [`reply`](Self::reply) and [`respond`](Self::respond) fill, in
    /// order. A request that finds it empty fails.
    pub fn new() -> Self {
        Self::with(|request| {
            let what = format!(
                "no answer is queued for {} {}: call `reply` or `respond` before",
                request.method,
                request.uri.path()
            );
            Err(TransportError::new(TransportErrorKind::Other, what))
        })
    }

    /// Answers by a function. What is queued beside it comes first.
    pub fn with<F>(answer: F) -> Self
    where
        F: Fn(&Recorded) -> Result<http::Response<Body>, TransportError> + Send + Sync + 'static,
    {
        Self(Arc::new(Shared {
            answer: Box::new(answer),
            queue: Mutex::default(),
            requests: Mutex::default(),
        }))
    }

    /// Queues an answer: JSON with its content type, or nothing where `body` is empty. A status
    /// that is none (below 100, above 999) is sent as 500.
    pub fn reply(&self, status: u16, body: impl Into<Bytes>) -> &Self {
        let body: Bytes = body.into();
        let mut response = http::Response::new(Body::empty());
        *response.status_mut() =
            http::StatusCode::from_u16(status).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR);
        if !body.is_empty() {
            let json = http::HeaderValue::from_static("application/json");
            response
                .headers_mut()
                .insert(http::header::CONTENT_TYPE, json);
            *response.body_mut() = body.into();
        }
        self.respond(response)
    }

    /// Queues an answer as it is.
    ///
    /// ```
    /// use restitch::http::Response;
    ///
    /// let server = restitch::transport::InMemory::new();
    /// let answer = Response::builder().header("X-Total", "7").body("[]".into()).unwrap();
    /// server.respond(answer);
    /// ```
    pub fn respond(&self, response: http::Response<Body>) -> &Self {
        lock(&self.0.queue).push_back(response);
        self
    }

    /// The requests so far, in order.
    pub fn requests(&self) -> Vec<Recorded> {
        lock(&self.0.requests).clone()
    }
}

impl fmt::Debug for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Recorded");
        out.field("method", &self.method)
            .field("path", &self.uri.path());
        out.field("headers", &self.headers)
            .field("body", &self.body.len());
        out.finish_non_exhaustive()
    }
}

impl Default for InMemory {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for InMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let requests = lock(&self.0.requests).len();
        write!(f, "InMemory({requests} requests)")
    }
}

impl Transport for InMemory {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        let shared = Arc::clone(&self.0);
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let recorded = Recorded {
                method: parts.method,
                uri: parts.uri,
                headers: parts.headers,
                body: collect::whole(body).await?,
                timeout: parts
                    .extensions
                    .get::<super::Timeout>()
                    .map(|timeout| timeout.0),
            };
            lock(&shared.requests).push(recorded.clone());
            let queued = lock(&shared.queue).pop_front();
            queued.map_or_else(|| (shared.answer)(&recorded), Ok)
        })
    }
}

/// A test that panicked elsewhere must not hide what this one saw.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn status(server: &InMemory, path: &'static str) -> Result<u16, String> {
        let mut request = http::Request::new(Body::from("b"));
        *request.uri_mut() = Uri::from_static(path);
        match server.send(request).await {
            Ok(response) => Ok(response.status().as_u16()),
            Err(error) => Err(error.to_string()),
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn the_queue_comes_before_the_function() {
        let server = InMemory::with(|request| {
            let mut response = http::Response::new(Body::empty());
            if request.uri.path() == "/404" {
                *response.status_mut() = http::StatusCode::NOT_FOUND;
            }
            Ok(response)
        });
        server.reply(201, "").reply(1, "");
        assert_eq!(status(&server, "/404").await, Ok(201));
        assert_eq!(status(&server, "/404").await, Ok(500));
        assert_eq!(status(&server, "/404").await, Ok(404));
        assert_eq!(status(&server, "/").await, Ok(200));
        assert_eq!(server.requests().len(), 4);
        assert_eq!(server.requests()[3].body, "b");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn an_empty_queue_is_an_error_and_no_query_is_shown() {
        let server = InMemory::new();
        let error = status(&server, "http://a.test/b?key=secret")
            .await
            .unwrap_err();
        assert_eq!(
            error,
            "no answer is queued for GET /b: call `reply` or `respond` before"
        );
        assert!(!format!("{server:?}{:?}", server.requests()).contains("secret"));
    }
}
