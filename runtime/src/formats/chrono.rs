//! chrono: `DateTime<FixedOffset>`, `NaiveDate`, `NaiveTime`. A leap second stays one.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeZone, Timelike};

use super::dates::{self, Clock, Date, YEARS, calendar};
use super::{Why, Wire, strings};

const SECOND: u32 = 1_000_000_000;

fn of_date(date: NaiveDate) -> Option<Date> {
    let part = |number: u32| u8::try_from(number).ok();
    Date::new(date.year(), part(date.month())?, part(date.day())?)
}

fn to_date(date: Date) -> Option<NaiveDate> {
    let (month, day) = (date.month(), date.day());
    NaiveDate::from_ymd_opt(date.year().into(), month.into(), day.into())
}

fn of_time(time: NaiveTime) -> Clock {
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    let leap = u32::from(time.nanosecond() >= SECOND);
    Clock {
        hour: part(time.hour()),
        minute: part(time.minute()),
        second: part(time.second() + leap),
        nanosecond: time.nanosecond() - leap * SECOND,
    }
}

fn to_time(clock: Clock) -> Option<NaiveTime> {
    let leap = u32::from(clock.second == 60);
    NaiveTime::from_hms_nano_opt(
        clock.hour.into(),
        clock.minute.into(),
        u32::from(clock.second) - leap,
        clock.nanosecond + leap * SECOND,
    )
}

impl Wire for DateTime<FixedOffset> {
    const WHAT: &'static str = "a date-time";

    fn read(text: &str) -> Result<Self, Why> {
        let read = dates::date_time(text)?;
        let offset = FixedOffset::east_opt(i32::from(read.offset) * 60);
        let made = || {
            let local = to_date(read.date)?.and_time(to_time(read.clock)?);
            offset?.from_local_datetime(&local).single()
        };
        made().ok_or(Why::Borrowed("it is out of range"))
    }

    fn write(&self) -> Result<String, &'static str> {
        // Offsets with seconds have no text: then the same instant is written in UTC.
        let seconds = self.offset().local_minus_utc();
        let whole = if seconds % 60 == 0 { seconds } else { 0 };
        let offset = FixedOffset::east_opt(whole).ok_or(YEARS)?;
        let local = self.naive_utc().checked_add_offset(offset).ok_or(YEARS)?;
        let written = dates::DateTime {
            date: of_date(local.date()).ok_or(YEARS)?,
            clock: of_time(local.time()),
            offset: i16::try_from(whole / 60).unwrap_or_default(),
        };
        Ok(written.to_string())
    }

    fn nothing() -> Self {
        chrono::DateTime::UNIX_EPOCH.fixed_offset()
    }

    fn is_exact(&self, text: &str) -> bool {
        dates::is_rfc_3339(text)
    }
}

calendar!(NaiveDate = Self::default(), NaiveTime = Self::MIN);

strings!(DateTime<FixedOffset>, NaiveDate, NaiveTime);
