//! When what was written is what was read.
//!
//! Objects are equal in any order, numbers by their exact decimal value (`1.0` is `1e0`; nothing
//! goes through `f64`). Strings are equal as they are, or where both are the same date, time, UUID,
//! IP address, or bytes in base64: those types write a value in one way.

use restitch::__v1 as rt;
use restitch::codec::{Empty, Field, decode};

use crate::json::{Json, parse};

/// Whether two JSON texts are equal by the rule of this module. What is no JSON equals nothing.
pub fn equal(a: &str, b: &str) -> bool {
    match (parse(a), parse(b)) {
        (Some(a), Some(b)) => same(&a, &b),
        _ => false,
    }
}

fn same(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Array(a), Json::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Json::Object(a), Json::Object(b)) => {
            let mut pairs = a.iter().zip(b);
            a.len() == b.len() && pairs.all(|((ka, a), (kb, b))| ka == kb && same(a, b))
        }
        (Json::String(a), Json::String(b)) => a == b || same_text(a, b),
        _ => a == b,
    }
}

fn same_text(a: &str, b: &str) -> bool {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    let (a, b) = (text(a), text(b));
    both::<rt::chrono::DateTime<rt::chrono::FixedOffset>>(&a, &b)
        || both::<rt::chrono::NaiveDate>(&a, &b)
        || both::<rt::chrono::NaiveTime>(&a, &b)
        || both::<rt::uuid::Uuid>(&a, &b)
        || both::<rt::IpAddr>(&a, &b)
        || both::<rt::Base64>(&a, &b)
        || both::<rt::Base64Url>(&a, &b)
}

fn both<T: Empty + Field + PartialEq>(a: &str, b: &str) -> bool {
    match (decode::<T>(a.as_bytes()), decode::<T>(b.as_bytes())) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::equal;

    #[test]
    fn numbers_are_equal_by_value_and_to_the_last_digit() {
        assert!(equal("[1, -0, 1.50]", "[1.0,0,15e-1]"));
        assert!(equal("100000000000000000000", "1e20"));
        assert!(!equal("9007199254740993", "9007199254740992"));
        assert!(!equal("0.1", "0.10000000000000001"));
        assert!(!equal("1", "-1"));
        assert!(!equal("10", "1"));
    }

    #[test]
    fn objects_are_equal_in_any_order_and_with_all_keys() {
        assert!(equal(
            r#"{"a":1,"b":[null,true]}"#,
            r#"{"b":[null,true],"a":1}"#
        ));
        assert!(!equal(r#"{"a":1}"#, r#"{"a":1,"b":null}"#));
        assert!(!equal("[1]", "[1,1]"));
        assert!(!equal("{", "{"));
    }

    #[test]
    fn strings_are_equal_as_values_of_formats() {
        assert!(equal(r#""a\u0062""#, r#""ab""#));
        assert!(equal(
            r#""2024-01-02T03:04:05z""#,
            r#""2024-01-02T03:04:05.000Z""#
        ));
        assert!(!equal(
            r#""2024-01-02T03:04:05Z""#,
            r#""2024-01-02T03:04:06Z""#
        ));
        assert!(!equal(r#""a""#, r#""b c""#));
    }
}
