use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::error::DecodeError;
use super::field::{Empty, Field};
use super::reader::{Kind, Reader};
use super::shape::Visit;
use super::writer::Writer;

/// A JSON value of any kind, as its text: numbers keep their digits, objects their order.
///
/// The text is checked when it is made. Two values are equal when their texts are, byte for byte:
/// `1` and `1.0` differ, and so do `[1,2]` and `[1, 2]`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Json(Cow<'static, str>);

impl Json {
    /// `null`
    pub const NULL: Self = Self(Cow::Borrowed("null"));

    /// Checks `text` and takes it, without white space around it.
    pub fn new(text: impl Into<String>) -> Result<Self, DecodeError> {
        let text = text.into();
        let mut reader = Reader::new(&text);
        let value = reader.raw()?;
        reader.finish()?;
        if value.len() == text.len() {
            return Ok(Self(Cow::Owned(text)));
        }
        Ok(Self::of_raw(value))
    }

    /// Whatever `value` serializes to.
    pub fn from_serialize<T: serde::Serialize + ?Sized>(
        value: &T,
    ) -> Result<Self, serde_json::Error> {
        serde_json::to_string(value).map(|text| Self(Cow::Owned(text)))
    }

    /// The value as a type that serde can read.
    pub fn deserialize<'de, T: serde::Deserialize<'de>>(&'de self) -> Result<T, serde_json::Error> {
        serde_json::from_str(&self.0)
    }

    /// The value as a type of a generated client.
    pub fn decode<T: Empty + Field>(&self) -> Result<T, DecodeError> {
        super::field::decode(self.0.as_bytes())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What kind of value it is.
    pub fn kind(&self) -> Kind {
        // The text was checked, so there is a value.
        Reader::new(&self.0).peek().unwrap_or(Kind::Null)
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        self.0 == "null"
    }

    /// `raw` comes from a reader, so it is checked.
    pub(super) fn of_raw(raw: &str) -> Self {
        Self(match raw {
            "null" => Cow::Borrowed("null"),
            _ => Cow::Owned(raw.to_owned()),
        })
    }
}

impl Field for Json {
    fn show(&self, visit: &mut dyn Visit) {
        visit.whole(self);
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = Self::of_raw(reader.raw()?);
        Ok(())
    }

    fn put(&self, writer: &mut Writer) {
        writer.raw(&self.0);
    }
}

impl Empty for Json {
    const NULLABLE: bool = true;

    #[inline]
    fn empty() -> Self {
        Self::NULL
    }
}

impl Default for Json {
    fn default() -> Self {
        Self::NULL
    }
}

impl FromStr for Json {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(text);
        let value = reader.raw()?;
        reader.finish()?;
        Ok(Self::of_raw(value))
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
