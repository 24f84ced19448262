//! Dates and times, judged by the crates' own parsers of RFC 3339.

#![cfg(any(feature = "chrono", feature = "time", feature = "jiff"))]

use proptest::prelude::*;
use restitch::codec::{Empty, Field};
use restitch::json;

use crate::formats::check;

/// A date-time that RFC 3339 allows, and no leap second, which each crate has its own view of.
fn rfc_3339() -> impl Strategy<Value = String> {
    let date = (0..10_000_u32, 1..13_u32, 1..32_u32);
    let time = (0..24_u32, 0..60_u32, 0..60_u32);
    let rest = (
        "(\\.[0-9]{1,9})?",
        "Z|[+-](0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]",
    );
    (date, time, rest).prop_map(
        |((year, month, day), (hour, minute, second), (more, offset))| {
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{more}{offset}")
        },
    )
}

fn read<T: Empty + Field>(text: &str) -> Option<T> {
    json::from_str(&format!("\"{text}\"")).ok()
}

fn written<T: Field>(value: &T) -> String {
    let text = json::to_string(value).unwrap();
    text.trim_matches('"').to_owned()
}

#[cfg(feature = "chrono")]
mod chrono {
    use super::{check, json, prop_assert_eq, proptest, read, rfc_3339, written};
    use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Timelike as _};

    type Time = DateTime<FixedOffset>;

    proptest! {
        #[test]
        fn the_same_as_its_own_parser(text in rfc_3339()) {
            let theirs = DateTime::parse_from_rfc3339(&text).ok();
            let ours = read::<Time>(&text);
            prop_assert_eq!(ours, theirs);
            if let Some(ours) = ours {
                let offset = theirs.map(|theirs| *theirs.offset());
                prop_assert_eq!(Some(*ours.offset()), offset);
                let text = written(&ours);
                prop_assert_eq!(DateTime::parse_from_rfc3339(&text).unwrap(), ours);
                prop_assert_eq!(text, ours.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true));
            }
        }

        /// As servers write it.
        #[test]
        fn the_same_in_other_words(
            text in rfc_3339(),
            between in "[Tt]| {1,3}",
            point in "[.,]",
            offset in 0..4,
            zeros in "0{0,3}",
        ) {
            let (date, rest) = text.split_once('T').unwrap();
            let cut = rest.find(['Z', '+', '-']).unwrap();
            let (time, zone) = rest.split_at(cut);
            let zone = match (offset, zone) {
                (0, "Z") => String::new(),
                (1, "Z") => " UTC".to_owned(),
                (2, "Z") => "z".to_owned(),
                (3, zone) => format!(" {}[Some/Where]", zone.replace(':', "")),
                _ => zone.replace(":00", ""),
            };
            let zeros = if time.contains('.') { &*zeros } else { "" };
            let said = format!("{date}{between}{}{zeros}{zone}", time.replace('.', &point));
            prop_assert_eq!(read::<Time>(&said), read::<Time>(&text), "{}", said);
        }

        #[test]
        fn dates_come_back(days in 0..3_652_059_i32) {
            let date = NaiveDate::from_ymd_opt(0, 1, 1).unwrap() + chrono::Days::new(days.unsigned_abs().into());
            prop_assert_eq!(written(&date), date.to_string());
            prop_assert_eq!(read::<NaiveDate>(&date.to_string()), Some(date));
        }

        #[test]
        fn no_value_panics(seconds: i64, nanoseconds in 0..2_000_000_000_u32, offset in -86_399..86_400_i32) {
            let offset = FixedOffset::east_opt(offset).unwrap();
            if let Some(utc) = DateTime::from_timestamp(seconds % 9_000_000_000_000, nanoseconds) {
                let value = utc.with_timezone(&offset);
                if let Ok(text) = json::to_string(&value) {
                    let again = json::from_str::<Time>(&text).unwrap();
                    prop_assert_eq!(again.timestamp(), value.timestamp());
                }
            }
        }
    }

    #[test]
    fn a_leap_second_stays_one() {
        check::<Time>("\"1990-12-31T23:59:60.5Z\"", "\"1990-12-31T23:59:60.500Z\"");
        let time: NaiveTime = read("23:59:60").unwrap();
        assert_eq!((time.second(), time.nanosecond()), (59, 1_000_000_000));
    }

    #[test]
    fn what_has_no_text_fails() {
        let far = NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap();
        let message = json::to_string(&vec![far]).unwrap_err().to_string();
        assert_eq!(message, "years are 0000 to 9999 at $[0]");
        for edge in [
            chrono::DateTime::<chrono::Utc>::MAX_UTC,
            chrono::DateTime::<chrono::Utc>::MIN_UTC,
        ] {
            for offset in [-86_399, 86_399] {
                let offset = FixedOffset::east_opt(offset).unwrap();
                let value = edge.with_timezone(&offset);
                assert!(json::to_string(&value).is_err());
            }
        }
        // An offset with seconds: the instant is kept.
        let offset = FixedOffset::east_opt(3_661).unwrap();
        let value = chrono::DateTime::UNIX_EPOCH.with_timezone(&offset);
        assert_eq!(written(&value), "1970-01-01T00:00:00Z");
    }

    #[test]
    fn errors_have_their_place() {
        check::<Vec<Time>>(
            "[\"2024-01-01T00:00:00Z\", \"2024-02-30\"]",
            "error: expected a date-time, found \"2024-02-30\": there is no such day at $[1] (byte 25)",
        );
        check::<Option<NaiveDate>>("null", "null");
        check::<NaiveDate>(
            "1",
            "error: expected a string, found a number at $ (byte 0)",
        );
        check::<NaiveTime>("\"12:30\"", "\"12:30:00\"");
    }

    #[test]
    fn equality_is_that_of_dates() {
        let day = |text: &str| restitch::json::from_str::<NaiveDate>(text).unwrap();
        let (first, again) = (day("\"2026-01-01\""), day("\"2026-01-01\""));
        assert!(restitch::__v1::same(&first, &again));
        assert!(!restitch::__v1::same(&first, &day("\"2026-01-02\"")));
    }
}

#[cfg(feature = "time")]
mod time {
    use super::{check, json, prop_assert_eq, proptest, read, rfc_3339, written};
    use time::format_description::well_known::Rfc3339;
    use time::{Date, OffsetDateTime, Time, UtcOffset};

    proptest! {
        #[test]
        fn the_same_as_its_own_parser(text in rfc_3339()) {
            let theirs = OffsetDateTime::parse(&text, &Rfc3339).ok();
            let ours = read::<OffsetDateTime>(&text);
            prop_assert_eq!(ours, theirs);
            if let Some(ours) = ours {
                let offset = theirs.map(OffsetDateTime::offset);
                prop_assert_eq!(Some(ours.offset()), offset);
                prop_assert_eq!(OffsetDateTime::parse(&written(&ours), &Rfc3339).unwrap(), ours);
            }
        }

        #[test]
        fn dates_come_back(day in 1_721_060..5_373_484_i32) {
            let date = Date::from_julian_day(day).unwrap();
            prop_assert_eq!(written(&date), date.to_string());
            prop_assert_eq!(read::<Date>(&date.to_string()), Some(date));
        }

        #[test]
        fn no_value_panics(seconds in -377_705_116_800..253_402_300_800_i64, offset in -93_599..93_600_i32) {
            let value = OffsetDateTime::from_unix_timestamp(seconds).unwrap();
            let offset = UtcOffset::from_whole_seconds(offset).unwrap();
            if let Some(value) = value.checked_to_offset(offset)
                && let Ok(text) = json::to_string(&value)
            {
                prop_assert_eq!(json::from_str::<OffsetDateTime>(&text).unwrap(), value);
            }
        }
    }

    #[test]
    fn by_hand() {
        check::<OffsetDateTime>("\"2024-02-29 12:00\"", "\"2024-02-29T12:00:00Z\"");
        check::<OffsetDateTime>(
            "\"1990-12-31T23:59:60Z\"",
            "\"1990-12-31T23:59:59.999999999Z\"",
        );
        check::<Time>("\"12:30:00.25\"", "\"12:30:00.250\"");
        check::<Date>(
            "\"-2024-01-01\"",
            "error: expected a date, found \"-2024-01-01\": years are 0000 to 9999 at $ (byte 0)",
        );
        assert!(json::to_string(&Date::MIN).is_err());
    }
}

#[cfg(feature = "jiff")]
mod jiff {
    use super::{check, json, prop_assert_eq, proptest, read, rfc_3339, written};
    use jiff::civil::{Date, Time};
    use jiff::{SpanFieldwise, Timestamp};

    proptest! {
        #[test]
        fn the_same_as_its_own_parser(text in rfc_3339()) {
            // What has no text in UTC is not read; its own parser reads years before 0000.
            let theirs: Option<Timestamp> = text.parse().ok();
            let theirs = theirs.filter(|timestamp| !timestamp.to_string().starts_with('-'));
            let ours = read::<Timestamp>(&text);
            prop_assert_eq!(ours, theirs);
            if let Some(ours) = ours {
                prop_assert_eq!(written(&ours).parse::<Timestamp>().unwrap(), ours);
            }
        }

        #[test]
        fn dates_come_back(year in 0..10_000_i16, day in 1..366_i16) {
            let date = Date::constant(year, 1, 1).with().day_of_year(day).build().unwrap();
            prop_assert_eq!(written(&date), date.to_string());
            prop_assert_eq!(read::<Date>(&date.to_string()), Some(date));
        }
    }

    #[test]
    fn by_hand() {
        check::<Timestamp>("\"2024-02-29 12:00:00+01:00\"", "\"2024-02-29T11:00:00Z\"");
        check::<Timestamp>(
            "\"0000-01-01T00:00:00+01:00\"",
            "error: expected a date-time, found \"0000-01-01T00:00:00+01:00\": it is out of range at $ (byte 0)",
        );
        check::<Time>("\"12:30:00.000001\"", "\"12:30:00.000001\"");
        assert!(json::to_string(&Date::MIN).is_err());
        assert!(json::to_string(&Timestamp::MIN).is_err());
    }

    #[test]
    fn durations() {
        for same in ["P1Y2M3DT4H5M6S", "PT0S", "-P1D", "P2W", "PT1.500S"] {
            let expect = same.replace(".500", ".5");
            check::<SpanFieldwise>(&format!("\"{same}\""), &format!("\"{expect}\""));
        }
        check::<SpanFieldwise>(
            "\"1 hour\"",
            "error: expected a duration, found \"1 hour\": a duration is `P1Y2M3DT4H5M6S` at $ (byte 0)",
        );
        assert!(read::<SpanFieldwise>("P99999999Y").is_none());
    }
}
