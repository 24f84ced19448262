use std::error::Error;
use std::fmt;

/// Any error.
pub type BoxError = Box<dyn Error + Send + Sync + 'static>;

/// A request that did not reach the server, or an answer that did not arrive whole.
///
/// Its texts name at most scheme, host and port: paths, queries and headers may hold secrets.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    context: String,
    source: Option<BoxError>,
}

/// Where a transport failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection: the name is unknown, the port closed, the network away.
    Connect,
    /// The time was up.
    Timeout,
    /// The connection could not be made secure, or there is no TLS in this build.
    Tls,
    /// A body broke off, or could not be read.
    Body,
    /// Something else.
    Other,
}

impl TransportError {
    /// An error of `kind`. `context` says what failed, in a few words without a full stop.
    pub fn new(kind: TransportErrorKind, context: impl Into<String>) -> Self {
        let context = context.into();
        Self {
            kind,
            context,
            source: None,
        }
    }

    /// The same with the error that was the cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// The failure of a body. One that is a `TransportError` already stays what it is.
    pub(crate) fn body(error: impl Into<BoxError>) -> Self {
        match error.into().downcast::<Self>() {
            Ok(own) => *own,
            Err(other) => {
                Self::new(TransportErrorKind::Body, "a body could not be read").with_source(other)
            }
        }
    }

    /// Where it failed.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the time was up.
    pub fn is_timeout(&self) -> bool {
        self.kind == TransportErrorKind::Timeout
    }
}

impl fmt::Display for TransportError {
    /// What failed, and why as far as the sources tell, in one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.context)
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn Error + 'static))
    }
}
