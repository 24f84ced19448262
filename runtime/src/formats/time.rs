//! time: `OffsetDateTime`, `Date`, `Time`. It has no leap seconds: one is the end of the second
//! before, as its own parser has it.

use time::{Date, Month, OffsetDateTime, Time, UtcOffset};

use super::dates::{self, Clock, YEARS, calendar};
use super::{Why, Wire, strings};

fn of_date(date: Date) -> Option<dates::Date> {
    dates::Date::new(date.year(), date.month().into(), date.day())
}

fn to_date(date: dates::Date) -> Option<Date> {
    let month = Month::try_from(date.month()).ok()?;
    Date::from_calendar_date(date.year().into(), month, date.day()).ok()
}

fn of_time(time: Time) -> Clock {
    Clock {
        hour: time.hour(),
        minute: time.minute(),
        second: time.second(),
        nanosecond: time.nanosecond(),
    }
}

fn to_time(clock: Clock) -> Option<Time> {
    let clock = clock.without_leap_second();
    Time::from_hms_nano(clock.hour, clock.minute, clock.second, clock.nanosecond).ok()
}

impl Wire for OffsetDateTime {
    const WHAT: &'static str = "a date-time";

    fn read(text: &str) -> Result<Self, Why> {
        let read = dates::date_time(text)?;
        let offset = UtcOffset::from_whole_seconds(i32::from(read.offset) * 60);
        let made = || {
            let (date, time) = (to_date(read.date)?, to_time(read.clock)?);
            Some(Self::new_in_offset(date, time, offset.ok()?))
        };
        made().ok_or(Why::Borrowed("it is out of range"))
    }

    fn write(&self) -> Result<String, &'static str> {
        let mut local = *self;
        let offset = local.offset();
        if offset.seconds_past_minute() != 0 || offset.whole_hours().abs() > 23 {
            // Offsets with seconds, or of more than a day, have no text: then the same instant is
            // written in UTC.
            local = local.checked_to_offset(UtcOffset::UTC).ok_or(YEARS)?;
        }
        let written = dates::DateTime {
            date: of_date(local.date()).ok_or(YEARS)?,
            clock: of_time(local.time()),
            offset: local.offset().whole_minutes(),
        };
        Ok(written.to_string())
    }

    fn nothing() -> Self {
        Self::UNIX_EPOCH
    }

    fn is_exact(&self, text: &str) -> bool {
        dates::is_rfc_3339(text)
    }
}

calendar!(
    Date = OffsetDateTime::UNIX_EPOCH.date(),
    Time = Self::MIDNIGHT
);

strings!(OffsetDateTime, Date, Time);
