use std::fmt;

use bytes::Bytes;

use crate::codec::DecodeError;
use crate::error::{AnyError, Error, ErrorKind};

/// Why a stream did not give an item.
///
/// After one that could not be read the stream goes on with the next; any other error ends it.
#[derive(Debug)]
pub struct StreamError(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    offset: u64,
    item: Bytes,
}

impl StreamError {
    #[cold]
    pub(super) fn new(kind: ErrorKind, offset: u64, item: Bytes) -> Self {
        Self(Box::new(Inner { kind, offset, item }))
    }

    #[cold]
    pub(super) fn decode(error: DecodeError, offset: u64, item: Bytes) -> Self {
        Self::new(ErrorKind::Decode(error), offset, item)
    }

    /// What went wrong: `Decode`, `Transport` or `TooLarge`.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// How many bytes of the body stand before the item: of an event before its first line.
    pub fn offset(&self) -> u64 {
        self.0.offset
    }

    /// The item as it came, of an event its data. Empty where it did not arrive whole.
    pub fn item(&self) -> &Bytes {
        &self.0.item
    }

    /// Where in the item the value stands that could not be read: `$.scopes[3]`.
    pub fn path(&self) -> Option<String> {
        match &self.0.kind {
            ErrorKind::Decode(error) => Some(error.path()),
            _ => None,
        }
    }
}

impl fmt::Debug for Inner {
    /// Not the item, which may hold anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at byte {}", self.kind, self.offset)
    }
}

impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.kind {
            ErrorKind::Decode(error) => write!(f, "an unexpected item: {error}")?,
            ErrorKind::Transport(error) => write!(f, "{error}")?,
            ErrorKind::TooLarge { limit } => write!(f, "an item of more than {limit} bytes")?,
            kind => write!(f, "{kind:?}")?,
        }
        write!(f, ", in the item at byte {} of the stream", self.0.offset)
    }
}

impl std::error::Error for StreamError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.kind {
            ErrorKind::Transport(error) => std::error::Error::source(error),
            _ => None,
        }
    }
}

impl From<StreamError> for AnyError {
    /// Without offset and item.
    fn from(error: StreamError) -> Self {
        let error: Error = Error::new(error.0.kind, None);
        error.into()
    }
}
