use super::error::{DecodeError, shortened};
use super::reader::Reader;

impl<'a> Reader<'a> {
    /// Takes a number, as its text.
    pub fn number(&mut self) -> Result<&'a str, DecodeError> {
        if !matches!(self.next_byte(), Some(b'-' | b'0'..=b'9')) {
            return Err(self.expected("a number"));
        }
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        match self.byte() {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        // `01` and `1x` are no numbers; what follows `1` in them is named in the message.
        match self.byte() {
            Some(b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'.' | b'+' | b'-') => {
                Err(self.error("malformed number"))
            }
            _ => Ok(self.since(start)),
        }
    }

    /// Takes an integer; `1.0` and `1e2` are integers too.
    pub fn i64(&mut self) -> Result<i64, DecodeError> {
        self.integer("a 64-bit integer")
    }

    /// Takes an integer of 32 bits.
    pub fn i32(&mut self) -> Result<i32, DecodeError> {
        self.integer("a 32-bit integer")
    }

    /// Takes an integer that is not negative.
    pub fn u64(&mut self) -> Result<u64, DecodeError> {
        self.integer("an unsigned 64-bit integer")
    }

    /// Takes a number as the `f64` nearest to it; one beyond the range of `f64` is an error.
    pub fn f64(&mut self) -> Result<f64, DecodeError> {
        let raw = self.number()?;
        match raw.parse() {
            Ok(value) if f64::is_finite(value) => {
                // An `f64` holds every number of 15 digits.
                if raw.len() > 15 && self.is_in_union() && !is_exact(value, raw) {
                    self.count_lost();
                }
                Ok(value)
            }
            _ => Err(DecodeError::out_of_range(raw, "f64", self.at - raw.len())),
        }
    }

    fn integer<T>(&mut self, name: &'static str) -> Result<T, DecodeError>
    where
        T: std::str::FromStr + TryFrom<i128>,
    {
        let raw = self.number()?;
        if let Ok(value) = raw.parse() {
            return Ok(value);
        }
        let at = self.at - raw.len();
        match whole(raw) {
            Whole::Fraction => {
                let found = shortened(raw).into_owned();
                Err(DecodeError::expected("an integer", found, at))
            }
            Whole::TooLarge => Err(DecodeError::out_of_range(raw, name, at)),
            Whole::Value(value) => {
                T::try_from(value).map_err(|_| DecodeError::out_of_range(raw, name, at))
            }
        }
    }

    #[inline]
    fn digits(&mut self) -> Result<(), DecodeError> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        if self.at == start {
            return Err(self.expected("a digit"));
        }
        Ok(())
    }
}

/// Whether a number is written as it was read.
#[cold]
fn is_exact(value: f64, raw: &str) -> bool {
    Decimal::new(zmij::Buffer::new().format_finite(value)) == Decimal::new(raw)
}

/// A number's text as an integer.
pub(super) enum Whole {
    /// This one.
    Value(i128),
    /// It has a fractional part.
    Fraction,
    /// Beyond `i128`.
    TooLarge,
}

/// The exact integer that a JSON number stands for: `1.0`, `-0` and `1e2` are integers.
pub(super) fn whole(number: &str) -> Whole {
    let number = Decimal::new(number);
    if number.digits.is_empty() {
        return Whole::Value(0);
    }
    let Ok(zeros) = u32::try_from(number.exponent) else {
        return if number.exponent < 0 {
            Whole::Fraction
        } else {
            Whole::TooLarge
        };
    };
    let sign = if number.negative { "-" } else { "" };
    let value = format!("{sign}{}", number.digits).parse::<i128>().ok();
    let scale = 10_i128.checked_pow(zeros);
    match value.zip(scale).and_then(|(v, s)| v.checked_mul(s)) {
        Some(value) => Whole::Value(value),
        None => Whole::TooLarge,
    }
}

/// A number's value in a normal form: two texts are the same number when these are equal.
#[derive(PartialEq)]
pub(super) struct Decimal {
    negative: bool,
    /// Without zeros at either end; empty for zero.
    digits: String,
    /// The power of ten that the digits, as an integer, are multiplied by. Saturated, which no
    /// text that fits in memory can tell.
    exponent: i64,
}

impl Decimal {
    /// `number` has to be a JSON number.
    pub(super) fn new(number: &str) -> Self {
        let (negative, number) = match number.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, number),
        };
        let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let digits = all.trim_end_matches('0');
        let shift = length(all.len() - digits.len()) - length(fraction.len());
        let digits = digits.trim_start_matches('0').to_owned();
        if digits.is_empty() {
            let (negative, exponent) = (false, 0);
            return Self {
                negative,
                digits,
                exponent,
            };
        }
        let exponent = saturated(exponent).saturating_add(shift);
        Self {
            negative,
            digits,
            exponent,
        }
    }
}

fn length(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// An exponent of too many digits is as good as the largest.
fn saturated(exponent: &str) -> i64 {
    exponent.parse().unwrap_or(if exponent.starts_with('-') {
        i64::MIN
    } else {
        i64::MAX
    })
}
