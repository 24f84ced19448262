//! Dates and times as plain numbers, which all crates that have types of them share: one reader,
//! one writer.
//!
//! What is written is RFC 3339: `T`, seconds, three, six or nine digits of a fraction unless it is
//! zero, `Z` for UTC.

mod read;
#[cfg(test)]
mod tests;

use std::fmt;

pub(super) use self::read::{date, date_time, is_rfc_3339, time};

/// Of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A time of day. The second is 60 in a leap second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) second: u8,
    pub(crate) nanosecond: u32,
}

/// Both, and the offset from UTC in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateTime {
    pub(crate) date: Date,
    pub(crate) clock: Clock,
    pub(crate) offset: i16,
}

type Why = &'static str;

/// Makes the types that a crate has for dates and times of day types on the wire. What is theirs are
/// the functions `of_date`, `to_date`, `of_time` and `to_time` beside the call.
macro_rules! calendar {
    ($date:ty = $no_date:expr, $time:ty = $no_time:expr) => {
        impl $crate::formats::Wire for $date {
            const WHAT: &'static str = "a date";

            fn read(text: &str) -> Result<Self, $crate::formats::Why> {
                to_date(dates::date(text)?).ok_or($crate::formats::Why::Borrowed(YEARS))
            }

            fn write(&self) -> Result<String, &'static str> {
                Ok(of_date(*self).ok_or(YEARS)?.to_string())
            }

            fn nothing() -> Self {
                $no_date
            }
        }

        impl $crate::formats::Wire for $time {
            const WHAT: &'static str = "a time";

            fn read(text: &str) -> Result<Self, $crate::formats::Why> {
                to_time(dates::time(text)?).ok_or($crate::formats::Why::Borrowed(""))
            }

            fn write(&self) -> Result<String, &'static str> {
                Ok(of_time(*self).to_string())
            }

            fn nothing() -> Self {
                $no_time
            }
        }
    };
}
pub(super) use calendar;

impl Clock {
    /// For types without leap seconds: the end of the second before.
    #[cfg(any(feature = "time", feature = "jiff"))]
    pub(crate) fn without_leap_second(self) -> Self {
        if self.second < 60 {
            return self;
        }
        Self {
            second: 59,
            nanosecond: 999_999_999,
            ..self
        }
    }
}

/// What a year of more than four digits, or before 0, is told.
pub(crate) const YEARS: Why = "years are 0000 to 9999";

impl Date {
    /// `None` where there is no such day, or its year has no four digits.
    pub(crate) fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let year = u16::try_from(year).ok().filter(|year| *year <= 9999)?;
        let days = days_of(year, month)?;
        (1..=days)
            .contains(&day)
            .then_some(Self { year, month, day })
    }

    pub(crate) fn year(self) -> u16 {
        self.year
    }

    pub(crate) fn month(self) -> u8 {
        self.month
    }

    pub(crate) fn day(self) -> u8 {
        self.day
    }

    fn next(self) -> Option<Self> {
        let Self { year, month, day } = self;
        let year = i32::from(year);
        Self::new(year, month, day + 1)
            .or_else(|| Self::new(year, month + 1, 1))
            .or_else(|| Self::new(year + 1, 1, 1))
    }
}

fn days_of(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nanosecond = self.nanosecond;
        write!(f, "{:02}:{:02}:{:02}", self.hour, self.minute, self.second)?;
        match (nanosecond % 1_000_000, nanosecond % 1_000) {
            _ if nanosecond == 0 => Ok(()),
            (0, _) => write!(f, ".{:03}", nanosecond / 1_000_000),
            (_, 0) => write!(f, ".{:06}", nanosecond / 1_000),
            _ => write!(f, ".{nanosecond:09}"),
        }
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.date, self.clock)?;
        if self.offset == 0 {
            return f.write_str("Z");
        }
        let sign = if self.offset < 0 { '-' } else { '+' };
        let minutes = self.offset.unsigned_abs();
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}
