//! What can go wrong with a call.

mod any;
mod display;
mod request;

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

pub use self::any::AnyError;
pub use self::request::{RequestError, TokenCause};
use crate::codec::DecodeError;
use crate::tables::OperationInfo;
use crate::transport::TransportError;

/// Why a call gave no value. `E` holds the errors that the document describes for the operation.
///
/// Whatever came back is kept: [`status`](Self::status), [`headers`](Self::headers) and
/// [`body`](Self::body). It is one pointer wide.
///
/// `Display` is one line that begins with the [`operation`](Self::operation). It shows the beginning of the body where the server reported an error,
/// but not of a success that could not be read: that may hold the key which was asked for. It
/// never shows a credential of the client, and `Debug` shows no more than `Display`.
///
/// ```
/// fn report(error: &restitch::Error) -> String {
///     match error.kind() {
///         restitch::ErrorKind::Undocumented => format!("status {:?}", error.status()),
///         restitch::ErrorKind::Decode(_) => format!("unreadable at {:?}", error.path()),
///         _ if error.is_timeout() => "try again".to_owned(),
///         _ => error.to_string(),
///     }
/// }
/// # let _ = report;
/// ```
pub struct Error<E = Undocumented>(Box<Inner<E>>);

struct Inner<E> {
    operation: Option<&'static OperationInfo>,
    kind: ErrorKind<E>,
    response: Option<http::Response<Bytes>>,
}

/// Why a call gave no value.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind<E = Undocumented> {
    /// The request could not be made. Nothing was sent.
    Request(RequestError),
    /// The request did not reach the server, or the answer did not arrive whole; what did of it is
    /// kept.
    Transport(TransportError),
    /// An error that the document describes.
    Documented(E),
    /// A status that the document does not describe, whether of success or failure.
    Undocumented,
    /// The body is not what the document says.
    Decode(DecodeError),
    /// The body is of another content type than the document says of this status.
    ContentType,
    /// The body is larger than the client allows. Its beginning is kept, unless the server
    /// announced the size.
    TooLarge {
        /// How many bytes are allowed.
        limit: u64,
    },
}

/// Stands in [`Error`] for operations whose document describes no error. It has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undocumented {}

impl fmt::Display for Undocumented {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Undocumented {}

impl<E> Error<E> {
    /// An error of `kind`, with what came back, if anything did.
    #[cold]
    pub fn new(kind: ErrorKind<E>, response: Option<http::Response<Bytes>>) -> Self {
        Self(Box::new(Inner {
            operation: None,
            kind,
            response,
        }))
    }

    /// The same of a call of an operation.
    #[cold]
    pub(crate) fn of(
        operation: &'static OperationInfo,
        kind: ErrorKind<E>,
        response: Option<http::Response<Bytes>>,
    ) -> Self {
        Self(Box::new(Inner {
            operation: Some(operation),
            kind,
            response,
        }))
    }

    /// The operation that was called, where it was one of a document: its `operationId`, or its
    /// method and path where it has none (`GET /pets/{id}`).
    pub fn operation(&self) -> Option<String> {
        self.0.operation.map(OperationInfo::name)
    }

    /// What went wrong.
    pub fn kind(&self) -> &ErrorKind<E> {
        &self.0.kind
    }

    /// The error that the document describes, where it is one.
    pub fn documented(&self) -> Option<&E> {
        match &self.0.kind {
            ErrorKind::Documented(error) => Some(error),
            _ => None,
        }
    }

    /// The status, where there was an answer.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(http::Response::status)
    }

    /// The headers, where there was an answer.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(http::Response::headers)
    }

    /// The body as it came, where there was an answer: of one that broke off or was too large, as
    /// much as was read.
    pub fn body(&self) -> Option<&Bytes> {
        self.0.response.as_ref().map(http::Response::body)
    }

    /// Where in the body the value stands that could not be read: `$.scopes[3]`.
    pub fn path(&self) -> Option<String> {
        match &self.0.kind {
            ErrorKind::Decode(error) => Some(error.path()),
            _ => None,
        }
    }

    /// Whether the time was up.
    pub fn is_timeout(&self) -> bool {
        matches!(&self.0.kind, ErrorKind::Transport(error) if error.is_timeout())
    }

    /// What went wrong, and what came back.
    pub fn into_parts(self) -> (ErrorKind<E>, Option<http::Response<Bytes>>) {
        (self.0.kind, self.0.response)
    }

    /// The same error with its documented error turned into another type.
    pub fn map<F>(self, change: impl FnOnce(E) -> F) -> Error<F> {
        let Inner {
            operation,
            kind,
            response,
        } = *self.0;
        let kind = match kind {
            ErrorKind::Documented(error) => ErrorKind::Documented(change(error)),
            ErrorKind::Request(error) => ErrorKind::Request(error),
            ErrorKind::Transport(error) => ErrorKind::Transport(error),
            ErrorKind::Undocumented => ErrorKind::Undocumented,
            ErrorKind::Decode(error) => ErrorKind::Decode(error),
            ErrorKind::ContentType => ErrorKind::ContentType,
            ErrorKind::TooLarge { limit } => ErrorKind::TooLarge { limit },
        };
        Error(Box::new(Inner {
            operation,
            kind,
            response,
        }))
    }
}

impl Error {
    /// The same, of a call of `operation`.
    pub(crate) fn in_call_of(mut self, operation: &'static OperationInfo) -> Self {
        self.0.operation = Some(operation);
        self
    }

    /// The same error for an operation whose document does describe errors.
    pub fn widen<E>(self) -> Error<E> {
        self.map(|none| match none {})
    }
}

impl<E> From<RequestError> for Error<E> {
    fn from(error: RequestError) -> Self {
        Self::new(ErrorKind::Request(error), None)
    }
}

impl<E> From<TransportError> for Error<E> {
    fn from(error: TransportError) -> Self {
        Self::new(ErrorKind::Transport(error), None)
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.0.operation {
            write!(f, "{}: ", operation.name().escape_debug())?;
        }
        display::show(&self.0.kind, self.0.response.as_ref(), f)
    }
}

impl<E> fmt::Debug for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl<E> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.kind {
            ErrorKind::Request(error) => error.source(),
            ErrorKind::Transport(error) => error.source(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_one_pointer_wide() {
        assert_eq!(size_of::<Error>(), size_of::<usize>());
        assert_eq!(
            size_of::<Result<(), Error<[u8; 100]>>>(),
            size_of::<usize>()
        );
        assert_eq!(size_of::<AnyError>(), size_of::<usize>());
    }
}
