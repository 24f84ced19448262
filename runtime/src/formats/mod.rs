//! Types of strings and numbers that `format` names: dates, UUIDs, addresses, bytes, passwords.
//!
//! Those of other crates stand behind features called like the crates.

mod bytes;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(any(feature = "chrono", feature = "time", feature = "jiff"))]
mod dates;
#[cfg(feature = "rust_decimal")]
mod decimal;
#[cfg(feature = "jiff")]
mod jiff;
mod net;
mod password;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "uuid")]
mod uuid;

use std::borrow::Cow;

use crate::codec::{DecodeError, Reader, Writer};

pub use self::bytes::{Base64, Base64Url};
#[cfg(feature = "rust_decimal")]
pub use self::decimal::DecimalString;
pub use self::password::Password;

/// Why a text can not be read: empty where there is nothing to add to the text itself.
type Why = Cow<'static, str>;

/// A type that is a string on the wire.
trait Wire: Sized {
    /// What it is, in an error: `a UUID`.
    const WHAT: &'static str;

    /// Whether an error keeps the text to itself: it may be a key.
    const HIDDEN: bool = false;

    /// Of the text; tolerant.
    fn read(text: &str) -> Result<Self, Why>;

    /// The canonical text, or why there is none.
    fn write(&self) -> Result<String, &'static str>;

    /// The value that reading starts from.
    fn nothing() -> Self;

    /// Whether the text that it was read from says nothing else: it is written like that.
    fn is_exact(&self, text: &str) -> bool {
        self.write()
            .is_ok_and(|written| written.eq_ignore_ascii_case(text))
    }
}

/// What the codec asks of types that are strings on the wire.
macro_rules! strings {
    ($($ty:ty),* $(,)?) => { $(
        impl $crate::codec::Field for $ty {
            fn show(&self, visit: &mut dyn $crate::codec::Visit) {
                visit.whole(self);
            }

            fn fill(
                &mut self,
                reader: &mut $crate::codec::Reader<'_>,
            ) -> Result<(), $crate::codec::DecodeError> {
                *self = $crate::formats::read(reader)?;
                Ok(())
            }

            fn put(&self, writer: &mut $crate::codec::Writer) {
                $crate::formats::write(self, writer);
            }
        }

        impl $crate::codec::Empty for $ty {
            fn empty() -> Self {
                <Self as $crate::formats::Wire>::nothing()
            }
        }

        impl $crate::codec::Plain for $ty {}
    )* };
}
use strings;

fn read<T: Wire>(reader: &mut Reader<'_>) -> Result<T, DecodeError> {
    // Past the white space, for the error to name the string itself.
    reader.peek()?;
    let start = reader.offset();
    let text = reader.string()?;
    let value = T::read(&text).map_err(|why| unfit::<T>(&text, &why, start))?;
    // What is read tolerantly may be exact as what another branch has there.
    if reader.is_in_union() && !value.is_exact(&text) {
        reader.count_lost();
    }
    Ok(value)
}

#[cold]
fn unfit<T: Wire>(text: &str, why: &str, at: usize) -> DecodeError {
    let text = (!T::HIDDEN).then_some(text);
    DecodeError::unfit(T::WHAT, text, why, at)
}

fn write<T: Wire>(value: &T, writer: &mut Writer) {
    match value.write() {
        Ok(text) => writer.string(&text),
        Err(why) => writer.fail(why),
    }
}
