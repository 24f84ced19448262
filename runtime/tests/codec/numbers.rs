use std::fmt::Debug;

use proptest::prelude::*;
use restitch::codec::{Empty, Field};
use restitch::{Json, Number, json};
use serde_json::Value;

use crate::generate::finite;

fn check<T: Empty + Field + Debug>(text: &str, expect: &str) {
    let found = match json::from_str::<T>(text) {
        Ok(value) => format!("{value:?}"),
        Err(e) => format!("error: {}", e.message()),
    };
    assert_eq!(found, expect, "{text}");
}

#[test]
fn integers() {
    check::<i64>("-0", "0");
    check::<i64>("1.0", "1");
    check::<i64>("1e2", "100");
    check::<i64>("-1.50e1", "-15");
    check::<i64>("100e-2", "1");
    check::<i64>("0e99999999999999999999", "0");
    check::<i64>("0.000e-7", "0");
    check::<i64>("9223372036854775807", "9223372036854775807");
    check::<i64>("-9223372036854775808.0", "-9223372036854775808");
    check::<u64>("18446744073709551615", "18446744073709551615");
    check::<u64>("-0.0", "0");
    check::<i32>("2147483647", "2147483647");
    check::<i64>("1.5", "error: expected an integer, found 1.5");
    check::<i64>(
        "1e-99999999999999999999",
        "error: expected an integer, found 1e-99999999999999999999",
    );
}

#[test]
fn out_of_range() {
    check::<i64>(
        "9223372036854775808",
        "error: 9223372036854775808 is out of range of a 64-bit integer",
    );
    check::<i32>(
        "2147483648",
        "error: 2147483648 is out of range of a 32-bit integer",
    );
    check::<u64>(
        "-1",
        "error: -1 is out of range of an unsigned 64-bit integer",
    );
    check::<i64>("1e400", "error: 1e400 is out of range of a 64-bit integer");
    check::<i64>(
        "1e99999999999999999999",
        "error: 1e99999999999999999999 is out of range of a 64-bit integer",
    );
    check::<f64>("1e400", "error: 1e400 is out of range of f64");
    check::<f64>("-1e400", "error: -1e400 is out of range of f64");
    let long = "1".repeat(100_000);
    let expect = format!(
        "error: {}... (100000 characters) is out of range of a 64-bit integer",
        "1".repeat(40)
    );
    check::<i64>(&long, &expect);
    check::<Number>(&long, &long);
}

#[test]
fn floats() {
    check::<f64>("1", "1.0");
    check::<f64>("-0.0", "-0.0");
    check::<f64>("1e-400", "0.0");
    check::<f64>("0.1", "0.1");
    check::<f64>("\"1\"", "error: expected a number, found a string");
}

#[test]
fn malformed() {
    check::<f64>("01", "error: malformed number");
    check::<f64>("1.", "error: expected a digit, found the end of the text");
    check::<f64>("-", "error: expected a digit, found the end of the text");
    check::<f64>("+1", "error: expected a number, found '+'");
    check::<f64>(".5", "error: expected a number, found '.'");
    check::<f64>("1e", "error: expected a digit, found the end of the text");
    check::<f64>("0x10", "error: malformed number");
}

#[test]
fn digits_are_kept() {
    let text = "3.14159265358979323846264338327950288e0";
    check::<Number>(text, text);
    check::<Json>(text, text);
    let number: Number = "170141183460469231731687303715884105727".parse().unwrap();
    assert_eq!(number.as_i128(), Some(i128::MAX));
    assert_eq!(number.as_i64(), None);
    assert_eq!(Number::from(7).as_u64(), Some(7));
    assert_eq!(
        Number::from_f64(0.5).map(|n| n.to_string()),
        Some("0.5".to_owned())
    );
    assert_eq!(Number::from_f64(f64::NAN), None);
    assert!("1 2".parse::<Number>().is_err());
}

#[test]
fn serde_gets_only_exact_numbers() {
    let check = |text: &str, expect: Option<Value>| {
        let number: Number = text.parse().unwrap();
        assert_eq!(serde_json::to_value(&number).ok(), expect, "{text}");
    };
    check("18446744073709551615", Some(Value::from(u64::MAX)));
    check("1e2", Some(Value::from(100.0)));
    check("0.10", Some(Value::from(0.1)));
    check("3.14159265358979323846", None);
    check("1e400", None);
    let number: Number = i128::MIN.into();
    assert_eq!(
        serde_json::to_string(&number).unwrap(),
        i128::MIN.to_string()
    );
}

proptest! {
    #[test]
    fn the_same_texts_are_numbers(text in "-?[0-9.eE+-]{1,10}") {
        let ours = json::from_str::<f64>(&text).ok();
        let theirs = serde_json::from_str::<f64>(&text).ok();
        prop_assert_eq!(ours.map(f64::to_bits), theirs.map(f64::to_bits));
    }

    #[test]
    fn floats_come_back(value in finite()) {
        let text = json::to_string(&value).unwrap();
        prop_assert_eq!(&text, &serde_json::to_string(&value).unwrap());
        prop_assert_eq!(json::from_str::<f64>(&text).unwrap().to_bits(), value.to_bits());
    }

    #[test]
    fn integers_come_back(a: i64, b: u64, c: i32) {
        prop_assert_eq!(json::from_str::<i64>(&json::to_string(&a).unwrap()).unwrap(), a);
        prop_assert_eq!(json::from_str::<u64>(&json::to_string(&b).unwrap()).unwrap(), b);
        prop_assert_eq!(json::from_str::<i32>(&json::to_string(&c).unwrap()).unwrap(), c);
    }

    /// The decimal point may stand anywhere when the exponent makes up for it.
    #[test]
    fn integers_in_other_words(value: i64, point in 0_usize..30, zeros in 0_usize..30) {
        let digits = format!("{:0>30}", value.unsigned_abs());
        let (whole, fraction) = digits.split_at(point);
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let sign = if value < 0 { "-" } else { "" };
        let zeros = "0".repeat(zeros);
        let text = format!("{sign}{whole}.{fraction}{zeros}E+{}", 30 - point);
        prop_assert_eq!(json::from_str::<i64>(&text).unwrap(), value);
    }
}
