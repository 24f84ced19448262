//! The one reader of dates and times.
//!
//! What is read is RFC 3339 and how servers depart from it:
//!
//! | part | is read |
//! |---|---|
//! | year, month, day | `2024-02-29`: four digits and two and two, years 0000 to 9999, days of that month |
//! | between date and time | `T`, `t`, or spaces |
//! | hour, minute, second | `12:34:56`, `12:34`; `24:00:00` is midnight of the next day; second `60` is a leap second |
//! | fraction | `.` or `,` and any number of digits; those after the ninth are dropped |
//! | offset | `Z`, `z`, `UTC`, `GMT`, `+01:00`, `+0100`, `+01`, spaces before it; none is UTC |
//! | behind it | the name of a time zone in brackets (RFC 9557) is dropped |
//! | a date-time without a time | is midnight, UTC |
//! | a date with a time | is read where that is midnight: nothing is lost |
//! | a time with an offset | is read where that is zero: nothing is lost |
//! | around it | white space is dropped |

use super::{Clock, Date, DateTime, Why, YEARS};

/// Reads a date.
pub(crate) fn date(text: &str) -> Result<Date, Why> {
    let mut text = Text::new(text);
    let date = text.date()?;
    if text.is_at_end() {
        return Ok(date);
    }
    text.separator()?;
    if text.clock()? != Clock::default() {
        return Err("a date can not hold a time other than midnight");
    }
    text.offset()?;
    text.end()?;
    Ok(date)
}

/// Reads a time without an offset.
pub(crate) fn time(text: &str) -> Result<Clock, Why> {
    let mut text = Text::new(text);
    let clock = text.clock()?;
    if text.offset()? != 0 {
        return Err("a time without an offset can not hold one");
    }
    text.end()?;
    if clock.hour == 24 {
        return Err("24:00 is a time of the next day");
    }
    Ok(clock)
}

/// Reads a date and a time.
pub(crate) fn date_time(text: &str) -> Result<DateTime, Why> {
    let mut text = Text::new(text);
    let mut date = text.date()?;
    let (mut clock, mut offset) = (Clock::default(), 0);
    if !text.is_at_end() {
        text.separator()?;
        clock = text.clock()?;
        offset = text.offset()?;
        text.end()?;
    }
    if clock.hour == 24 {
        date = date.next().ok_or(YEARS)?;
        clock.hour = 0;
    }
    Ok(DateTime {
        date,
        clock,
        offset,
    })
}

/// Whether a text that was read as a date and a time is as RFC 3339 has it, and was read whole.
pub(crate) fn is_rfc_3339(text: &str) -> bool {
    let Some((date_and_time, rest)) = text.as_bytes().split_at_checked(19) else {
        return false;
    };
    let [.., b'T' | b't', _, _, b':', _, _, b':', _, _] = date_and_time else {
        return false;
    };
    let mut rest = Text(rest);
    if rest.take(b".").is_some() {
        let digits = std::iter::from_fn(|| rest.digit());
        if digits.count() > 9 {
            return false;
        }
    }
    matches!(rest.0, [b'Z' | b'z'] | [b'+' | b'-', _, _, b':', _, _])
}

/// What is left to be read.
struct Text<'a>(&'a [u8]);

impl<'a> Text<'a> {
    fn new(text: &'a str) -> Self {
        Self(text.trim().as_bytes())
    }

    fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the next byte if it is one of these.
    fn take(&mut self, of: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        of.contains(first).then(|| {
            self.0 = rest;
            *first
        })
    }

    fn digit(&mut self) -> Option<u8> {
        self.take(b"0123456789").map(|digit| digit - b'0')
    }

    fn two(&mut self, why: Why) -> Result<u8, Why> {
        match (self.digit(), self.digit()) {
            (Some(tens), Some(ones)) => Ok(tens * 10 + ones),
            _ => Err(why),
        }
    }

    /// Takes two digits up to a number.
    fn two_up_to(&mut self, most: u8, why: Why) -> Result<u8, Why> {
        let number = self.two(why)?;
        (number <= most).then_some(number).ok_or(why)
    }

    fn date(&mut self) -> Result<Date, Why> {
        const FORM: Why = "a date is `2024-12-31`";
        if self.take(b"+-").is_some() {
            return Err(YEARS);
        }
        let year = i32::from(self.two(FORM)?) * 100 + i32::from(self.two(FORM)?);
        let more = self.digit().is_some();
        while self.digit().is_some() {}
        self.take(b"-").ok_or(FORM)?;
        if more {
            return Err(YEARS);
        }
        let month = self.two(FORM)?;
        self.take(b"-").ok_or(FORM)?;
        let day = self.two(FORM)?;
        Date::new(year, month, day).ok_or("there is no such day")
    }

    fn separator(&mut self) -> Result<(), Why> {
        if self.take(b"Tt").is_some() {
            return Ok(());
        }
        let before = self.0.len();
        self.spaces();
        if self.0.len() == before {
            return Err("between date and time stands `T` or a space");
        }
        Ok(())
    }

    fn spaces(&mut self) {
        while self.take(b" ").is_some() {}
    }

    fn clock(&mut self) -> Result<Clock, Why> {
        const FORM: Why = "a time is `23:59:59`";
        let hour = self.two_up_to(24, FORM)?;
        self.take(b":").ok_or(FORM)?;
        let minute = self.two_up_to(59, FORM)?;
        let (mut second, mut nanosecond) = (0, 0);
        if self.take(b":").is_some() {
            second = self.two_up_to(60, FORM)?;
            nanosecond = self.fraction()?;
        }
        let clock = Clock {
            hour,
            minute,
            second,
            nanosecond,
        };
        if hour == 24
            && clock
                != (Clock {
                    hour,
                    ..Clock::default()
                })
        {
            return Err("after 24:00 a day is over");
        }
        Ok(clock)
    }

    fn fraction(&mut self) -> Result<u32, Why> {
        if self.take(b".,").is_none() {
            return Ok(0);
        }
        let first = self.digit().ok_or("a fraction has a digit")?;
        let (mut nanosecond, mut unit) = (u32::from(first) * 100_000_000, 10_000_000);
        while let Some(digit) = self.digit() {
            nanosecond += u32::from(digit) * unit;
            unit /= 10;
        }
        Ok(nanosecond)
    }

    /// Takes the offset in minutes; none is that of UTC.
    fn offset(&mut self) -> Result<i16, Why> {
        const FORM: Why = "an offset is `Z` or `+23:59`";
        self.spaces();
        let minutes = match self.take(b"Zz+-") {
            None => {
                self.utc();
                0
            }
            Some(b'Z' | b'z') => 0,
            Some(sign) => {
                let hours = self.two_up_to(23, FORM)?;
                let minutes = match (self.take(b":"), self.0.first()) {
                    (None, None | Some(b'[')) => 0,
                    _ => self.two_up_to(59, FORM)?,
                };
                let minutes = i16::from(hours) * 60 + i16::from(minutes);
                if sign == b'-' { -minutes } else { minutes }
            }
        };
        self.zone();
        Ok(minutes)
    }

    fn utc(&mut self) {
        if let Some((name, rest)) = self.0.split_at_checked(3)
            && (name.eq_ignore_ascii_case(b"UTC") || name.eq_ignore_ascii_case(b"GMT"))
        {
            self.0 = rest;
        }
    }

    /// Drops `[Europe/Paris]`: the offset says all that the types can hold.
    fn zone(&mut self) {
        if let [b'[', .., b']'] = self.0 {
            self.0 = &[];
        }
    }

    fn end(&self) -> Result<(), Why> {
        self.is_at_end()
            .then_some(())
            .ok_or("something stands behind it")
    }
}
