//! `rust_decimal::Decimal`, a number on the wire, and the same as a string.

use std::fmt;
use std::ops::{Deref, DerefMut};

use rust_decimal::Decimal;

use super::{Why, Wire, strings};
use crate::codec::{DecodeError, Empty, Field, Kind, Plain, Reader, Visit, Writer};

/// Exactly the number of a text, or none: nothing is rounded.
fn exact(text: &str) -> Option<Decimal> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let shorter = || Decimal::from_str_exact(without_zeros(digits)).ok();
    let number = Decimal::from_str_exact(digits).ok().or_else(shorter)?;
    shifted(number, exponent)
}

/// `1.500` without the zeros at its end, which may be more than there is room for.
fn without_zeros(digits: &str) -> &str {
    if digits.contains('.') {
        digits.trim_end_matches('0').trim_end_matches('.')
    } else {
        digits
    }
}

fn shifted(number: Decimal, exponent: i32) -> Option<Decimal> {
    if exponent == 0 || number.is_zero() {
        return Some(number);
    }
    let mut digits = number.mantissa();
    let mut scale = i64::from(number.scale()) - i64::from(exponent);
    while scale > i64::from(Decimal::MAX_SCALE) && digits % 10 == 0 {
        digits /= 10;
        scale -= 1;
    }
    if scale < 0 {
        let zeros = u32::try_from(-scale).ok()?;
        digits = digits.checked_mul(10_i128.checked_pow(zeros)?)?;
        scale = 0;
    }
    Decimal::try_from_i128_with_scale(digits, u32::try_from(scale).ok()?).ok()
}

impl Field for Decimal {
    fn show(&self, visit: &mut dyn Visit) {
        visit.whole(self);
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        // Many servers send as a string what they document as a number, to keep its digits.
        if reader.peek()? == Kind::String {
            *self = super::read::<DecimalString>(reader)?.0;
            return Ok(());
        }
        let start = reader.offset();
        let text = reader.number()?;
        *self = exact(text)
            .ok_or_else(|| DecodeError::out_of_range(text, "rust_decimal::Decimal", start))?;
        Ok(())
    }

    fn put(&self, writer: &mut Writer) {
        writer.raw(&self.to_string());
    }
}

impl Empty for Decimal {
    fn empty() -> Self {
        Self::ZERO
    }
}

impl Plain for Decimal {}

/// A decimal number that is a string on the wire: `"12.50"`. It dereferences to the [`Decimal`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecimalString(pub Decimal);

impl Wire for DecimalString {
    const WHAT: &'static str = "a decimal number";

    fn read(text: &str) -> Result<Self, Why> {
        let text = text.trim();
        exact(text).map(Self).ok_or(Why::Borrowed(""))
    }

    fn write(&self) -> Result<String, &'static str> {
        Ok(self.0.to_string())
    }

    fn nothing() -> Self {
        Self::default()
    }
}

strings!(DecimalString);

crate::codec::accept! {
    () Decimal => DecimalString, number => Self(number);
}

impl From<Decimal> for DecimalString {
    fn from(number: Decimal) -> Self {
        Self(number)
    }
}

impl From<DecimalString> for Decimal {
    fn from(number: DecimalString) -> Self {
        number.0
    }
}

impl Deref for DecimalString {
    type Target = Decimal;

    fn deref(&self) -> &Decimal {
        &self.0
    }
}

impl DerefMut for DecimalString {
    fn deref_mut(&mut self) -> &mut Decimal {
        &mut self.0
    }
}

impl fmt::Display for DecimalString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
