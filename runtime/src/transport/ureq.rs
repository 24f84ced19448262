use std::fmt;
use std::io::{self, Read};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, HeaderValue};
use http_body::{Body as _, Frame, SizeHint};
use ureq::SendBody;

use super::target::{Target, announces_nothing, is_tls, no_tls_here};
use super::{BoxFuture, Timeout, Transport, TransportError, TransportErrorKind};
use crate::{Body, blocking};

/// Sends requests by [`ureq`](::ureq): what `send_blocking` goes by where the client was given no
/// transport.
///
/// It pools connections and follows no redirect: each is handed back as the answer. Its future does
/// all its work, and blocks, when it is polled first, and so does the body of the answer: not for
/// async code.
#[derive(Clone)]
pub struct Ureq(ureq::Agent);

impl Ureq {
    /// A transport with the settings above.
    pub fn new() -> Self {
        Self(secure(ureq::Agent::config_builder()).build().into())
    }

    fn exchange(
        &self,
        request: http::Request<Body>,
        target: &Target,
    ) -> Result<http::Response<Body>, TransportError> {
        let request = outgoing(request);
        let timeout = request.extensions().get::<Timeout>().copied();
        let configured = self
            .0
            .configure_request(request)
            // These hold for an agent of the program's own too: a status is an answer, credentials
            // stay within their origin, and headers are the call's.
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .allow_non_standard_methods(true)
            .user_agent("")
            .accept("")
            .accept_encoding("");
        let configured = match timeout {
            Some(Timeout(timeout)) => configured.timeout_global(Some(timeout)),
            None => configured,
        };
        let response = self.0.run(configured.build());
        let (parts, body) = response
            .map_err(|error| classify(error, target))?
            .into_parts();
        let incoming = Incoming {
            left: body.content_length(),
            reader: body.into_with_config().limit(u64::MAX).reader(),
            target: target.clone(),
        };
        Ok(http::Response::from_parts(parts, Body::frames(incoming)))
    }
}

impl Default for Ureq {
    fn default() -> Self {
        Self::new()
    }
}

impl From<ureq::Agent> for Ureq {
    fn from(agent: ureq::Agent) -> Self {
        Self(agent)
    }
}

impl fmt::Debug for Ureq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ureq(..)")
    }
}

impl Transport for Ureq {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        let this = self.clone();
        Box::pin(async move {
            let target = Target::of(request.uri());
            this.exchange(request, &target)
        })
    }
}

type Builder = ureq::config::ConfigBuilder<ureq::typestate::AgentScope>;

/// TLS as `tls.rs` has it: the platform's roots, and no global of the process.
#[cfg(feature = "native-tls")]
fn secure(builder: Builder) -> Builder {
    use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
    let tls = TlsConfig::builder()
        .provider(TlsProvider::NativeTls)
        .root_certs(RootCerts::PlatformVerifier);
    builder.tls_config(tls.build())
}

#[cfg(all(
    any(feature = "rustls-ring", feature = "rustls-aws-lc"),
    not(feature = "native-tls")
))]
fn secure(builder: Builder) -> Builder {
    use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
    let tls = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(super::tls::provider());
    builder.tls_config(tls.build())
}

#[cfg(not(any(
    feature = "rustls-ring",
    feature = "rustls-aws-lc",
    feature = "native-tls"
)))]
fn secure(builder: Builder) -> Builder {
    builder
}

fn outgoing(mut request: http::Request<Body>) -> http::Request<SendBody<'static>> {
    let length = match request.body().content_length() {
        Some(0) if !announces_nothing(&request) => None,
        length => length,
    };
    if let Some(length) = length {
        request
            .headers_mut()
            .insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    request.map(|body| match body.content_length() {
        Some(0) => SendBody::none(),
        _ => SendBody::from_owned_reader(Outgoing {
            body,
            rest: Bytes::new(),
        }),
    })
}

/// The body of a request.
struct Outgoing {
    body: Body,
    rest: Bytes,
}

impl Read for Outgoing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() {
            let body = &mut self.body;
            let frame = std::future::poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx));
            match blocking::block_on(frame) {
                Some(Ok(frame)) => self.rest = frame.into_data().unwrap_or_default(),
                Some(Err(error)) => return Err(io::Error::other(error)),
                None => return Ok(0),
            }
        }
        let length = buffer.len().min(self.rest.len());
        buffer[..length].copy_from_slice(&self.rest.split_to(length));
        Ok(length)
    }
}

/// The body of an answer.
struct Incoming {
    reader: ureq::BodyReader<'static>,
    left: Option<u64>,
    target: Target,
}

impl http_body::Body for Incoming {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let mut buffer = vec![0; 16 * 1024];
        Poll::Ready(match self.reader.read(&mut buffer) {
            Ok(0) => None,
            Ok(length) => {
                self.left = self.left.map(|left| left.saturating_sub(length as u64));
                buffer.truncate(length);
                Some(Ok(Frame::data(buffer.into())))
            }
            Err(error) => Some(Err(classify(ureq::Error::from(error), &self.target))),
        })
    }

    fn size_hint(&self) -> SizeHint {
        self.left
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

/// Ureq's own texts may repeat the URL, which may hold a key: only those that can not are shown.
fn classify(error: ureq::Error, target: &Target) -> TransportError {
    use TransportErrorKind::{Body, Connect, Other, Timeout, Tls};
    if let ureq::Error::TlsRequired = error {
        return no_tls_here(target);
    }
    let kind = match &error {
        ureq::Error::Timeout(_) => Timeout,
        ureq::Error::Tls(_) => Tls,
        #[cfg(any(feature = "rustls-ring", feature = "rustls-aws-lc"))]
        ureq::Error::Rustls(_) => Tls,
        #[cfg(feature = "native-tls")]
        ureq::Error::NativeTls(_) => Tls,
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => Connect,
        ureq::Error::Io(io) if io.kind() == io::ErrorKind::ConnectionRefused => Connect,
        // The TLS libraries' errors come wrapped.
        ureq::Error::Io(io) if io.get_ref().is_some_and(|inner| is_tls(inner)) => Tls,
        ureq::Error::Io(_) | ureq::Error::BodyStalled => Body,
        _ => Other,
    };
    let cause = match &error {
        ureq::Error::Io(error) => Some(error.to_string()),
        ureq::Error::HostNotFound => Some("the host is not found".to_owned()),
        #[cfg(any(feature = "rustls-ring", feature = "rustls-aws-lc"))]
        ureq::Error::Rustls(error) => Some(error.to_string()),
        #[cfg(feature = "native-tls")]
        ureq::Error::NativeTls(error) => Some(error.to_string()),
        // Others may repeat the URL.
        _ => None,
    };
    let context = match cause {
        Some(cause) => format!("{}: {cause}", target.failed(kind)),
        None => target.failed(kind),
    };
    match error {
        ureq::Error::Io(error) => TransportError::new(kind, context).with_source(error),
        _ => TransportError::new(kind, context),
    }
}
