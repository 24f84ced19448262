//! jiff: `Timestamp`, `civil::Date`, `civil::Time`, and `SpanFieldwise` for durations, which is the
//! `Span` that can be compared. It has no leap seconds: one is the end of the second before.
//!
//! A `Timestamp` is an instant: it is written in UTC, whatever the offset was that it came with.

use jiff::civil::{self, Date, Time};
use jiff::tz::Offset;
use jiff::{SpanFieldwise, Timestamp};

use super::dates::{self, Clock, YEARS, calendar};
use super::{Why, Wire, strings};

fn of_date(date: Date) -> Option<dates::Date> {
    let part = |number: i8| u8::try_from(number).ok();
    dates::Date::new(date.year().into(), part(date.month())?, part(date.day())?)
}

fn to_date(date: dates::Date) -> Option<Date> {
    let part = |number: u8| i8::try_from(number).ok();
    let year = i16::try_from(date.year()).ok()?;
    Date::new(year, part(date.month())?, part(date.day())?).ok()
}

fn of_time(time: Time) -> Clock {
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    Clock {
        hour: part(time.hour()),
        minute: part(time.minute()),
        second: part(time.second()),
        nanosecond: u32::try_from(time.subsec_nanosecond()).unwrap_or_default(),
    }
}

fn to_time(clock: Clock) -> Option<Time> {
    let part = |number: u8| i8::try_from(number).ok();
    let clock = clock.without_leap_second();
    let nanosecond = i32::try_from(clock.nanosecond).ok()?;
    let (hour, minute) = (part(clock.hour)?, part(clock.minute)?);
    Time::new(hour, minute, part(clock.second)?, nanosecond).ok()
}

fn utc(timestamp: Timestamp) -> Option<dates::DateTime> {
    let utc = Offset::UTC.to_datetime(timestamp);
    Some(dates::DateTime {
        date: of_date(utc.date())?,
        clock: of_time(utc.time()),
        offset: 0,
    })
}

impl Wire for Timestamp {
    const WHAT: &'static str = "a date-time";

    fn read(text: &str) -> Result<Self, Why> {
        let read = dates::date_time(text)?;
        let offset = Offset::from_seconds(i32::from(read.offset) * 60);
        let made = || {
            let local = civil::DateTime::from_parts(to_date(read.date)?, to_time(read.clock)?);
            let made = offset.ok()?.to_timestamp(local).ok()?;
            // One that could not be written again is not read either.
            utc(made).map(|_| made)
        };
        made().ok_or(Why::Borrowed("it is out of range"))
    }

    fn write(&self) -> Result<String, &'static str> {
        Ok(utc(*self).ok_or(YEARS)?.to_string())
    }

    fn nothing() -> Self {
        Self::UNIX_EPOCH
    }

    fn is_exact(&self, text: &str) -> bool {
        dates::is_rfc_3339(text)
    }
}

calendar!(Date = Self::default(), Time = Self::midnight());

impl Wire for SpanFieldwise {
    const WHAT: &'static str = "a duration";

    fn read(text: &str) -> Result<Self, Why> {
        let text = text.trim();
        // jiff reads `1 hour` too; on the wire a duration is that of ISO 8601.
        if !text.trim_start_matches(['+', '-']).starts_with(['P', 'p']) {
            return Err(Why::Borrowed("a duration is `P1Y2M3DT4H5M6S`"));
        }
        let span: Result<jiff::Span, _> = text.parse();
        span.map(Self)
            .map_err(|error| Why::Owned(error.to_string()))
    }

    fn write(&self) -> Result<String, &'static str> {
        Ok(self.0.to_string())
    }

    fn nothing() -> Self {
        Self::default()
    }
}

strings!(Timestamp, Date, Time, SpanFieldwise);
