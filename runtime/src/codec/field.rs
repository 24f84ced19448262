use super::error::{DecodeError, EncodeError};
use super::reader::Reader;
use super::writer::Writer;

/// A value that is read in place and written through one trait object.
///
/// Generic visitors would be compiled again for every type; this is compiled once, in this crate.
pub trait Field {
    /// Reads one JSON value into `self`, which is the [`Empty::empty`] of its type.
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError>;

    /// Writes `self` as one JSON value.
    fn put(&self, writer: &mut Writer);

    /// Whether an object that need not have this field leaves it out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// A type that has a value to start from: zero, `""`, `None`, nothing in it.
///
/// It is apart from `Default`, which is a promise to users that many types can not make.
pub trait Empty: Sized {
    /// Whether `null` is one of the type's own values. `Option<T>` asks: `null` is its `None`
    /// where `T` has no null, and else `T`'s.
    const NULLABLE: bool = false;

    /// That value.
    fn empty() -> Self;
}

/// The empty value of a type.
#[inline]
pub fn empty<T: Empty>() -> T {
    T::empty()
}

/// Reads a whole JSON text.
#[inline]
pub fn decode<T: Empty + Field>(bytes: &[u8]) -> Result<T, DecodeError> {
    let mut value = T::empty();
    decode_into(&mut value, bytes)?;
    Ok(value)
}

/// Reads a whole JSON text into an empty value.
pub fn decode_into(value: &mut dyn Field, bytes: &[u8]) -> Result<(), DecodeError> {
    let mut reader = Reader::from_slice(bytes)?;
    value.fill(&mut reader)?;
    reader.finish()
}

/// Writes a value as JSON.
pub fn encode(value: &dyn Field) -> Result<Vec<u8>, EncodeError> {
    encode_to_string(value).map(String::into_bytes)
}

/// Writes a value as JSON.
pub fn encode_to_string(value: &dyn Field) -> Result<String, EncodeError> {
    let mut writer = Writer::new();
    value.put(&mut writer);
    writer.finish()
}
