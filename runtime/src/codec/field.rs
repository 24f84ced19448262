use std::any::Any;

use super::error::{DecodeError, EncodeError};
use super::map::Entries;
use super::reader::Reader;
use super::shape::{self, SELF, Visit};
use super::writer::Writer;

/// A value that is read in place and written through one trait object.
///
/// Generic visitors would be compiled again for every type; this is compiled once, in this crate.
///
/// Each value [shows](Self::show) itself. One of a struct or union gives its parts to be filled by
/// [`slot`](Self::slot), and inherits what it can: each function that a generated type does not have
/// is one less for rustc to look at. Others have their own [`fill`](Self::fill) and
/// [`put`](Self::put).
///
/// Equality, `Clone` and `Debug` of generated types come of what they show, see [`same`], [`copy`] and [`debug`]. So no
/// `Debug` is asked for here: it would be one more function of each type in every program.
///
/// [`same`]: super::same
/// [`copy`]: super::copy
/// [`debug`]: super::debug
pub trait Field: Any {
    /// Shows what it consists of, all at once: asking for each member would be a call for each, and
    /// a function that gives the table alone is one more of each type.
    fn show(&self, visit: &mut dyn Visit);

    /// The part at `index`, to be filled; what there is no part for, the value itself. [`Visit`]
    /// says which parts there are.
    fn slot(&mut self, index: usize) -> &mut dyn Field {
        let _ = index;
        shape::nothing()
    }

    /// Reads one JSON value into `self`, which is the [`Empty::empty`] of its type.
    #[inline]
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        shape::fill(self.slot(SELF), reader)
    }

    /// Writes `self` as one JSON value, or by [`Writer::absent`] that there is none.
    #[inline]
    fn put(&self, writer: &mut Writer) {
        self.show(writer);
    }

    /// Whether an object that need not have this field leaves it out.
    fn is_absent(&self) -> bool {
        false
    }

    /// The entries of a map, to be filled.
    fn entries_mut(&mut self) -> Option<&mut dyn Entries> {
        None
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
