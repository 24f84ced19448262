//! What the transports have in common: where a request goes, and what the texts of errors say.

use std::error::Error;
use std::fmt;

use http::Method;
use http::uri::{Authority, Scheme};

use super::{TransportError, TransportErrorKind};
use crate::Body;

/// A request that could have a body and has none says so: some servers refuse it otherwise
/// (RFC 9110, section 8.6), and hyper leaves it out.
pub(super) fn announces_nothing(request: &http::Request<Body>) -> bool {
    let could = matches!(
        *request.method(),
        Method::POST | Method::PUT | Method::PATCH
    );
    could && request.body().content_length() == Some(0)
}

/// Scheme, host and port of a request, for the texts of errors.
#[derive(Clone)]
pub(super) struct Target {
    scheme: Option<Scheme>,
    authority: Option<Authority>,
}

impl Target {
    pub(super) fn of(uri: &http::Uri) -> Self {
        Self {
            scheme: uri.scheme().cloned(),
            authority: uri.authority().cloned(),
        }
    }

    #[cfg_attr(not(feature = "reqwest"), allow(dead_code))]
    pub(super) fn is_https(&self) -> bool {
        self.scheme == Some(Scheme::HTTPS)
    }

    /// What failed, in the words of an error.
    pub(super) fn failed(&self, kind: TransportErrorKind) -> String {
        let what = match kind {
            TransportErrorKind::Timeout => "no answer in time from",
            TransportErrorKind::Tls => "no secure connection to",
            TransportErrorKind::Connect => "no connection to",
            TransportErrorKind::Body => "a body broke off, on the way to or from",
            TransportErrorKind::Other => "no answer from",
        };
        format!("{what} {self}")
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = self.scheme.as_ref().map_or("", Scheme::as_str);
        let authority = self.authority.as_ref().map_or("", Authority::as_str);
        // What stands before an `@` is a password.
        let host = authority.rsplit('@').next().unwrap_or_default();
        write!(f, "{scheme}://{host}")
    }
}

/// Whether an error is one of the libraries that make a connection secure.
pub(super) fn is_tls(error: &(dyn Error + 'static)) -> bool {
    #[cfg(feature = "native-tls")]
    if error.is::<native_tls::Error>() {
        return true;
    }
    #[cfg(any(feature = "rustls-ring", feature = "rustls-aws-lc"))]
    if error.is::<rustls::Error>() {
        return true;
    }
    let _ = error;
    false
}

pub(super) fn no_tls_here(target: &Target) -> TransportError {
    let context = format!(
        "{target} needs TLS, and this build has none: enable the feature `rustls-ring`, \
         `rustls-aws-lc` or `native-tls` of the crate `restitch`"
    );
    TransportError::new(TransportErrorKind::Tls, context)
}
