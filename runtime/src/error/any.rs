use std::any::Any;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{Error, ErrorKind};

type AnyDocumented = Box<dyn Any + Send + Sync>;

/// The error of any operation, for functions that call several.
///
/// ```
/// async fn both(
///     first: impl Future<Output = Result<(), restitch::Error>>,
///     second: impl Future<Output = Result<(), restitch::Error<u8>>>,
/// ) -> Result<(), restitch::AnyError> {
///     first.await?;
///     second.await?;
///     Ok(())
/// }
/// ```
pub struct AnyError(Error<AnyDocumented>);

impl AnyError {
    /// What went wrong.
    pub fn kind(&self) -> &ErrorKind<AnyDocumented> {
        self.0.kind()
    }

    /// The error that the document describes, where it is one and of the type `E`.
    pub fn documented<E: 'static>(&self) -> Option<&E> {
        self.0.documented()?.downcast_ref()
    }

    /// See [`Error::operation`].
    pub fn operation(&self) -> Option<String> {
        self.0.operation()
    }

    /// See [`Error::status`].
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status()
    }

    /// See [`Error::headers`].
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.headers()
    }

    /// See [`Error::body`].
    pub fn body(&self) -> Option<&Bytes> {
        self.0.body()
    }

    /// See [`Error::path`].
    pub fn path(&self) -> Option<String> {
        self.0.path()
    }

    /// See [`Error::is_timeout`].
    pub fn is_timeout(&self) -> bool {
        self.0.is_timeout()
    }
}

impl<E: Send + Sync + 'static> From<Error<E>> for AnyError {
    fn from(error: Error<E>) -> Self {
        Self(error.map(|documented| -> AnyDocumented { Box::new(documented) }))
    }
}

impl fmt::Display for AnyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for AnyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl std::error::Error for AnyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        std::error::Error::source(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_keeps_what_the_document_describes() {
        let error = Error::new(ErrorKind::Documented("gone"), None);
        let any = AnyError::from(error);
        assert_eq!(any.documented::<&str>(), Some(&"gone"));
        assert_eq!(any.documented::<u8>(), None);
    }

    #[test]
    fn errors_go_by_question_mark() {
        fn typed() -> Result<(), Error<u8>> {
            Err(Error::new(ErrorKind::Documented(7), None))
        }
        fn any() -> Result<(), AnyError> {
            typed()?;
            Ok(())
        }
        fn boxed() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
            typed()?;
            any()?;
            Ok(())
        }
        assert!(boxed().is_err());
    }
}
