use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::error::DecodeError;
use super::field::{Empty, Field};
use super::numbers::{Whole, whole};
use super::reader::Reader;
use super::shape::Visit;
use super::writer::Writer;

/// A JSON number of any size, as its text, so that no digit is lost.
///
/// Two numbers are equal when their texts are: `1` and `1.0` differ.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Cow<'static, str>);

impl Number {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The integer that it is, if it is one in the range of `i64`. `1.0` and `1e2` are integers.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_i128()?.try_into().ok()
    }

    /// The integer that it is, if it is one in the range of `u64`.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_i128()?.try_into().ok()
    }

    /// The integer that it is, if it is one in the range of `i128`.
    pub fn as_i128(&self) -> Option<i128> {
        match whole(&self.0) {
            Whole::Value(value) => Some(value),
            Whole::Fraction | Whole::TooLarge => None,
        }
    }

    /// The `f64` nearest to it, if it is in the range of `f64`.
    pub fn as_f64(&self) -> Option<f64> {
        self.0.parse().ok().filter(|value: &f64| value.is_finite())
    }

    /// `None` for NaN and the infinities.
    pub fn from_f64(value: f64) -> Option<Self> {
        let text = zmij::Buffer::new().format(value).to_owned();
        value.is_finite().then_some(Self(Cow::Owned(text)))
    }
}

macro_rules! from_integers {
    ($($ty:ty)*) => { $(
        impl From<$ty> for Number {
            fn from(value: $ty) -> Self {
                Self(Cow::Owned(itoa::Buffer::new().format(value).to_owned()))
            }
        }
    )* };
}

from_integers! { i32 u32 i64 u64 i128 u128 }

impl FromStr for Number {
    type Err = DecodeError;

    /// Takes the text of a JSON number.
    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let mut number = Self::empty();
        super::field::decode_into(&mut number, text.as_bytes())?;
        Ok(number)
    }
}

impl Field for Number {
    fn show(&self, visit: &mut dyn Visit) {
        visit.whole(self);
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = Self(Cow::Owned(reader.number()?.to_owned()));
        Ok(())
    }

    fn put(&self, writer: &mut Writer) {
        writer.raw(&self.0);
    }
}

impl Empty for Number {
    #[inline]
    fn empty() -> Self {
        Self(Cow::Borrowed("0"))
    }
}

impl Default for Number {
    fn default() -> Self {
        Self::empty()
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
