//! The tables of what is read.

use std::fmt;

use super::{Why, date, date_time, time};

fn check<T: fmt::Display>(read: fn(&str) -> Result<T, Why>, table: &[(&str, &str)]) {
    for (text, expect) in table {
        let found = match read(text) {
            Ok(value) => value.to_string(),
            Err(why) => format!("error: {why}"),
        };
        assert_eq!(found, *expect, "{text:?}");
    }
}

#[test]
fn what_rfc_3339_has() {
    let same = [
        "0000-01-01T00:00:00Z",
        "1985-04-12T23:20:50.520Z",
        "1990-12-31T23:59:60Z",
        "1990-12-31T15:59:60-08:00",
        "1937-01-01T12:00:27.870+00:20",
        "2000-02-29T00:00:00.000001-23:59",
        "9999-12-31T23:59:59.999999999+23:59",
    ];
    check(date_time, &same.map(|text| (text, text)));
}

#[test]
fn what_servers_send() {
    let noon = "2024-02-29T12:00:00Z";
    check(
        date_time,
        &[
            ("2024-02-29t12:00:00z", noon),
            ("2024-02-29 12:00:00", noon),
            ("2024-02-29  12:00:00", noon),
            ("2024-02-29T12:00", noon),
            ("2024-02-29T12:00Z", noon),
            ("2024-02-29T12:00:00.000Z", noon),
            ("2024-02-29T12:00:00-00:00", noon),
            ("2024-02-29 12:00:00 UTC", noon),
            ("2024-02-29 12:00:00 +0000", noon),
            ("2024-02-29T12:00:00gmt", noon),
            ("2024-02-29 12:00:00+00", noon),
            ("\t2024-02-29T12:00:00Z \n", noon),
            (
                "2024-02-29T12:00:00+01[Europe/Paris]",
                "2024-02-29T12:00:00+01:00",
            ),
            ("2024-02-29T12:00:00Z[UTC]", noon),
            ("2024-02-29T12:00:00+0530", "2024-02-29T12:00:00+05:30"),
            ("2024-02-29T12:00:00,5Z", "2024-02-29T12:00:00.500Z"),
            (
                "2024-02-29T12:00:00.1234567",
                "2024-02-29T12:00:00.123456700Z",
            ),
            (
                "2024-02-29T12:00:00.12345678999999Z",
                "2024-02-29T12:00:00.123456789Z",
            ),
            ("2024-02-29", "2024-02-29T00:00:00Z"),
            ("2024-02-29T24:00:00Z", "2024-03-01T00:00:00Z"),
            ("2023-12-31T24:00-01:00", "2024-01-01T00:00:00-01:00"),
        ],
    );
}

#[test]
fn what_is_no_date_time() {
    check(
        date_time,
        &[
            ("", "error: a date is `2024-12-31`"),
            ("now", "error: a date is `2024-12-31`"),
            ("20240229T120000Z", "error: a date is `2024-12-31`"),
            ("1663597223", "error: a date is `2024-12-31`"),
            ("12345-01-01T00:00:00Z", "error: years are 0000 to 9999"),
            ("+12345-01-01T00:00:00Z", "error: years are 0000 to 9999"),
            ("-0001-01-01T00:00:00Z", "error: years are 0000 to 9999"),
            ("9999-12-31T24:00:00Z", "error: years are 0000 to 9999"),
            ("2023-02-29T00:00:00Z", "error: there is no such day"),
            ("1900-02-29T00:00:00Z", "error: there is no such day"),
            ("2024-00-01T00:00:00Z", "error: there is no such day"),
            ("2024-13-01T00:00:00Z", "error: there is no such day"),
            ("2024-04-31T00:00:00Z", "error: there is no such day"),
            ("2024-1-1T00:00:00Z", "error: a date is `2024-12-31`"),
            (
                "2024-01-01x00:00:00Z",
                "error: between date and time stands `T` or a space",
            ),
            ("2024-01-01T", "error: a time is `23:59:59`"),
            ("2024-01-01T25:00:00Z", "error: a time is `23:59:59`"),
            ("2024-01-01T23:60:00Z", "error: a time is `23:59:59`"),
            ("2024-01-01T23:59:61Z", "error: a time is `23:59:59`"),
            ("2024-01-01T23:59:59.Z", "error: a fraction has a digit"),
            ("2024-01-01T24:00:01Z", "error: after 24:00 a day is over"),
            ("2024-01-01T24:00:00.1Z", "error: after 24:00 a day is over"),
            (
                "2024-01-01T00:00:00+24:00",
                "error: an offset is `Z` or `+23:59`",
            ),
            (
                "2024-01-01T00:00:00+00:60",
                "error: an offset is `Z` or `+23:59`",
            ),
            (
                "2024-01-01T00:00:00+01:",
                "error: an offset is `Z` or `+23:59`",
            ),
            (
                "2024-01-01T00:00:00+1",
                "error: an offset is `Z` or `+23:59`",
            ),
            (
                "2024-01-01T00:00:00PST",
                "error: something stands behind it",
            ),
            ("2024-01-01T00:00:00ZZ", "error: something stands behind it"),
            (
                "2024-01-01T00:00:00\u{661}",
                "error: something stands behind it",
            ),
            (
                "\u{662}024-01-01T00:00:00Z",
                "error: a date is `2024-12-31`",
            ),
        ],
    );
}

#[test]
fn dates() {
    check(
        date,
        &[
            ("2024-02-29", "2024-02-29"),
            (" 2024-02-29 ", "2024-02-29"),
            ("2024-02-29T00:00:00", "2024-02-29"),
            ("2024-02-29 00:00:00.000+02:00", "2024-02-29"),
            (
                "2024-02-29T00:00:01Z",
                "error: a date can not hold a time other than midnight",
            ),
            (
                "2024-02-29T24:00:00Z",
                "error: a date can not hold a time other than midnight",
            ),
            ("2024-02-30", "error: there is no such day"),
            ("10000-01-01", "error: years are 0000 to 9999"),
            ("29.02.2024", "error: a date is `2024-12-31`"),
        ],
    );
}

#[test]
fn times() {
    check(
        time,
        &[
            ("12:34:56", "12:34:56"),
            ("12:34", "12:34:00"),
            ("12:34:56.5Z", "12:34:56.500"),
            ("12:34:56+00:00", "12:34:56"),
            ("23:59:60", "23:59:60"),
            (
                "12:34:56+01:00",
                "error: a time without an offset can not hold one",
            ),
            ("24:00:00", "error: 24:00 is a time of the next day"),
            ("12", "error: a time is `23:59:59`"),
        ],
    );
}
