//! Numbers as they are written: exact where they are integers.

use std::cmp::Ordering;

/// Beyond this many digits a number is not treated as an integer: no bound or count that a
/// document can mean has more, and `1e999999999` must not be written out.
const MAX_DIGITS: usize = 38;

/// The integer that a number in JSON's grammar is equal to: `3`, `3.0`, `3e2`.
pub(super) fn as_integer(text: &str) -> Option<i128> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i32 = exponent.parse().ok()?;
    let (sign, digits) = match mantissa.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, mantissa),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    let significant = all.trim_end_matches('0').trim_start_matches('0');
    if significant.is_empty() {
        return Some(0);
    }
    let point = usize::try_from(point).ok()?;
    if all.trim_end_matches('0').len() > point || point > MAX_DIGITS {
        return None;
    }
    let digits: i128 = format!("{all:0<point$}").get(..point)?.parse().ok()?;
    Some(sign * digits)
}

/// The number, where a float can hold it at all.
pub(super) fn as_float(text: &str) -> Option<f64> {
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// Compares two numbers; `None` where one is out of every range.
pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    match (as_integer(a), as_integer(b)) {
        (Some(a), Some(b)) => Some(a.cmp(&b)),
        _ => as_float(a)?.partial_cmp(&as_float(b)?),
    }
}

/// Whether a string holds a number in JSON's grammar.
pub(super) fn is_json_number(text: &str) -> bool {
    // serde_json takes surrounding white space, which is not part of the number.
    text.trim() == text && serde_json::from_str::<serde_json::Number>(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_integers_exactly() {
        let cases = [
            ("0", Some(0)),
            ("-0.0", Some(0)),
            ("3", Some(3)),
            ("-3.0", Some(-3)),
            ("3e2", Some(300)),
            ("30e-1", Some(3)),
            ("1.25e2", Some(125)),
            ("0.5", None),
            ("1e-1", None),
            ("0.05e1", None),
            ("0.05e2", Some(5)),
            ("18446744073709551615", Some(18_446_744_073_709_551_615)),
            ("1e39", None),
            ("1e999999999999", None),
            ("0e999", Some(0)),
        ];
        for (text, expected) in cases {
            assert_eq!(as_integer(text), expected, "{text}");
        }
    }

    #[test]
    fn compares_beyond_the_precision_of_floats() {
        let less = compare("9007199254740992", "9007199254740993");
        assert_eq!(less, Some(Ordering::Less));
        assert_eq!(compare("0.5", "1"), Some(Ordering::Less));
        assert_eq!(compare("1", "1.0"), Some(Ordering::Equal));
        assert_eq!(compare("1e999", "1"), None);
    }

    #[test]
    fn knows_numbers_in_strings() {
        assert!(is_json_number("-1.5e3"));
        for text in ["", "1 ", "0x1", "one", "1_000", "NaN", "01"] {
            assert!(!is_json_number(text), "{text}");
        }
    }
}
