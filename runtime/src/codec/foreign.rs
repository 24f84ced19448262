use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::DecodeError;
use super::field::{Empty, Field};
use super::reader::Reader;
use super::writer::Writer;

/// A type of the user's own in the place of a generated one, read and written by serde.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Foreign<T>(Option<T>);

impl<T> Foreign<T> {
    /// Holds `value`.
    pub fn new(value: T) -> Self {
        Self(Some(value))
    }

    /// The value; there is always one but in the [`Empty::empty`] that reading starts from.
    pub fn get(&self) -> Option<&T> {
        self.0.as_ref()
    }

    /// The value.
    pub fn into_inner(self) -> Option<T> {
        self.0
    }
}

impl<T: Serialize + DeserializeOwned> Field for Foreign<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let raw = reader.raw()?;
        let start = reader.offset() - raw.len();
        let value = serde_json::from_str(raw);
        self.0 = Some(value.map_err(|e| DecodeError::custom(e.to_string(), start))?);
        Ok(())
    }

    fn put(&self, writer: &mut Writer) {
        match self.0.as_ref().map(serde_json::to_string) {
            None => writer.null(),
            Some(Ok(text)) => writer.raw(&text),
            Some(Err(e)) => writer.fail(e.to_string()),
        }
    }
}

impl<T> Empty for Foreign<T> {
    #[inline]
    fn empty() -> Self {
        Self(None)
    }
}

impl<T> From<T> for Foreign<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}
