use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, HeaderValue};
use http_body::{Frame, SizeHint};

use super::target::{Target, announces_nothing, is_tls, no_tls_here};
use super::urls::Urls;
use super::{
    BoxFuture, KeepRedirect, Timeout, Transport, TransportError, TransportErrorKind, redirect, tls,
};
use crate::Body;

/// Sends requests by [`reqwest`](::reqwest): the transport of a client that was given no other.
///
/// It streams both ways and pools connections, follows redirects within the origin of the request
/// (ten at most) and hands any other redirect back as the answer, and such as an operation is called
/// for ([`KeepRedirect`]); it sends no `Referer`, and needs a tokio runtime.
///
/// A program with needs of its own starts from [`Reqwest::builder`], or brings its own client. Of
/// that one nothing is known: its redirects and timeouts are its owner's.
///
/// ```
/// use restitch::transport::Reqwest;
///
/// let builder = Reqwest::builder()?.connect_timeout(std::time::Duration::from_secs(5));
/// let transport = Reqwest::from(builder.build()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Reqwest(Arc<Inner>);

struct Inner {
    client: reqwest::Client,
    /// Why `https` can not work, where that was found out already.
    no_tls: Option<TransportError>,
    urls: Urls,
}

impl Reqwest {
    /// A transport with the settings above. Where the platform has no root certificates it can
    /// still speak plain `http`.
    pub fn new() -> Result<Self, TransportError> {
        let (builder, no_tls) = tls::secure(plain());
        let client = builder.build().map_err(|error| {
            TransportError::new(TransportErrorKind::Other, "reqwest can not be set up")
                .with_source(error)
        })?;
        Ok(Self::of(client, no_tls))
    }

    /// A builder with the same settings, to add to.
    pub fn builder() -> Result<reqwest::ClientBuilder, TransportError> {
        match tls::secure(plain()) {
            (builder, None) => Ok(builder),
            (_, Some(why)) => Err(why),
        }
    }

    fn of(client: reqwest::Client, no_tls: Option<TransportError>) -> Self {
        let urls = Urls::default();
        Self(Arc::new(Inner {
            client,
            no_tls,
            urls,
        }))
    }
}

/// All settings but TLS.
fn plain() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .referer(false)
        .redirect(redirect::policy())
}

impl From<reqwest::Client> for Reqwest {
    fn from(client: reqwest::Client) -> Self {
        Self::of(client, None)
    }
}

impl fmt::Debug for Reqwest {
    /// Not the client's own `Debug`, which shows default headers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reqwest(..)")
    }
}

impl Transport for Reqwest {
    fn needs_runtime(&self) -> bool {
        true
    }

    fn send(
        &self,
        mut request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        let this = self.0.clone();
        Box::pin(async move {
            let target = Target::of(request.uri());
            let kept = request.extensions_mut().remove::<KeepRedirect>().is_some();
            let response = match this.execute(request) {
                Ok(sending) => redirect::polled(sending, kept).await,
                Err(error) => Err(error),
            };
            match response {
                Ok(response) => Ok(incoming(response, target)),
                Err(error) => Err(this.failed(error, &target)),
            }
        })
    }
}

/// The answer, with its body as it comes.
#[inline(never)]
fn incoming(response: reqwest::Response, target: Target) -> http::Response<Body> {
    let response: http::Response<reqwest::Body> = response.into();
    response.map(|body| Body::frames(Incoming { body, target }))
}

impl Inner {
    /// Neither this nor `outgoing` is inline, so that what they need of the stack is free again while
    /// reqwest works.
    #[inline(never)]
    fn execute(
        &self,
        request: http::Request<Body>,
    ) -> Result<
        impl Future<Output = Result<reqwest::Response, reqwest::Error>> + use<>,
        reqwest::Error,
    > {
        Ok(self.client.execute(self.outgoing(request)?))
    }

    #[inline(never)]
    fn outgoing(
        &self,
        mut request: http::Request<Body>,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let timeout = request.extensions_mut().remove::<Timeout>();
        if announces_nothing(&request) {
            request
                .headers_mut()
                .insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        let request = request.map(|body| match body.into_bytes() {
            Ok(bytes) => bytes.into(),
            Err(stream) => reqwest::Body::wrap(Outgoing(Mutex::new(stream))),
        });
        let mut request = self.converted(request)?;
        if let Some(Timeout(timeout)) = timeout {
            *request.timeout_mut() = Some(timeout);
        }
        Ok(request)
    }

    /// The request as reqwest has it, whose own conversion alone can take extensions along.
    fn converted(
        &self,
        request: http::Request<reqwest::Body>,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let is_plain = request.extensions().is_empty();
        let Some(url) = is_plain.then(|| self.urls.of(request.uri())).flatten() else {
            return reqwest::Request::try_from(request);
        };
        let (parts, body) = request.into_parts();
        let mut request = reqwest::Request::new(parts.method, url);
        *request.headers_mut() = parts.headers;
        *request.version_mut() = parts.version;
        *request.body_mut() = Some(body);
        Ok(request)
    }

    #[cold]
    #[inline(never)]
    fn failed(&self, error: reqwest::Error, target: &Target) -> TransportError {
        let failure = classify(error, target);
        match &self.no_tls {
            Some(why) if target.is_https() => {
                let context = format!("no connection to {target}: {why}");
                TransportError::new(TransportErrorKind::Tls, context).with_source(failure)
            }
            _ => failure,
        }
    }
}

/// Reqwest's own text repeats the URL, which may hold a key: it is taken out.
fn classify(error: reqwest::Error, target: &Target) -> TransportError {
    let error = error.without_url();
    let cause = root_cause(&error);
    let kind = if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if target.is_https() && cause.contains("scheme is not http") {
        return no_tls_here(target).with_source(error);
    } else if chain(&error).any(is_tls) {
        TransportErrorKind::Tls
    } else if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_body()
        || error.is_decode()
        || chain(&error).any(<dyn Error>::is::<TransportError>)
    {
        TransportErrorKind::Body
    } else {
        TransportErrorKind::Other
    };
    TransportError::new(kind, format!("{}: {cause}", target.failed(kind))).with_source(error)
}

fn root_cause(error: &(dyn Error + 'static)) -> String {
    chain(error)
        .last()
        .map_or_else(String::new, ToString::to_string)
}

/// The error and what it came from, one after the other.
fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error: &&'a (dyn Error + 'static)| {
        // An `io::Error` skips what it wraps and names that one's source.
        let wrapped = error
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref);
        match wrapped {
            Some(wrapped) => Some(wrapped as &(dyn Error + 'static)),
            None => (*error).source(),
        }
    })
}

/// The body of a request. Reqwest wants `Sync`, which a lock gives that nobody contends for.
struct Outgoing(Mutex<Body>);

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        match self.0.get_mut() {
            Ok(body) => Pin::new(body).poll_frame(cx),
            Err(_) => Poll::Ready(None),
        }
    }

    fn size_hint(&self) -> SizeHint {
        self.0
            .lock()
            .map(|body| body.size_hint())
            .unwrap_or_default()
    }
}

/// The body of an answer.
struct Incoming {
    body: reqwest::Body,
    target: Target,
}

impl http_body::Body for Incoming {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        frame.map_err(|error| classify(error, &self.target))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
