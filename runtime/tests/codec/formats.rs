//! Types of formats: what is read, what is written, what is shown.

use std::fmt::Debug;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use proptest::prelude::*;
use restitch::codec::{Empty, Field, IntoNullable, IntoSet};
use restitch::{Base64, Base64Url, Null, Password, json};

/// Reads a JSON text as `T` and writes it again.
pub(crate) fn check<T: Empty + Field>(text: &str, expect: &str) {
    let found = match json::from_str::<T>(text) {
        Ok(value) => json::to_string(&value).unwrap(),
        Err(error) => format!("error: {error}"),
    };
    assert_eq!(found, expect, "{text}");
}

#[test]
fn base64() {
    check::<Base64>("\"aGVsbG8=\"", "\"aGVsbG8=\"");
    check::<Base64>("\"aGVsbG8\"", "\"aGVsbG8=\"");
    check::<Base64>("\"aGVs\\nbG8=\\r\\n\"", "\"aGVsbG8=\"");
    check::<Base64>("\"aGVsbG9=\"", "\"aGVsbG8=\"");
    check::<Base64>("\"\"", "\"\"");
    check::<Base64>("\"-_-_\"", "\"+/+/\"");
    check::<Base64Url>("\"+/+/Zg==\"", "\"-_-_Zg\"");
    check::<Base64>(
        "  \"a\"",
        "error: expected base64, found a string that is none: Invalid input length: 1 at $ (byte 2)",
    );
    check::<Base64>(
        "\"-/\"",
        "error: expected base64, found a string that is none: Invalid symbol 47, offset 1. at $ (byte 0)",
    );
    check::<Base64Url>(
        "[1]",
        "error: expected a string, found an array at $ (byte 0)",
    );
}

#[test]
fn bytes_are_shown_as_rust_writes_them() {
    assert_eq!(
        format!("{:?}", Base64::from(b"a\"\n\xff")),
        r#"Base64(b"a\"\n\xff")"#
    );
    let long = format!("{:?}", Base64Url::new(vec![b'x'; 1_000_000]));
    let head = "x".repeat(64);
    assert_eq!(long, format!("Base64Url(b\"{head}\"... 1000000 bytes)"));
    assert_eq!(Base64Url::from(b"\xfb\xff").to_string(), "-_8");
}

#[test]
fn bytes_are_set_from_what_holds_bytes() {
    let hello = Some(Base64::from(b"hello"));
    let set = |value: Option<Base64>| assert_eq!(value, hello);
    set(b"hello".into_set());
    set((*b"hello").into_set());
    set(b"hello".to_vec().into_set());
    set(b"hello".as_slice().into_set());
    set(bytes::Bytes::from_static(b"hello").into_set());
    set(Base64::from(b"hello").into_set());
    set(Some(b"hello").into_set());
    let null: Option<Option<Base64>> = Null.into_nullable();
    assert_eq!(null, Some(None));
    let many: Option<Vec<Base64>> = [b"hello"].into_set();
    assert_eq!(many, Some(vec![Base64::from(b"hello")]));
}

#[test]
fn passwords() {
    check::<Password>("\"hunter\\u0032\"", "\"hunter2\"");
    let password: Option<Password> = "hunter2".into_set();
    assert_eq!(password, Some(Password::from("hunter2".to_owned())));
    assert_ne!(password, Some(Password::from("hunter3")));
    let shown = format!("{password:?} {:#?}", vec![&password]);
    assert!(!shown.contains("hunter"), "{shown}");
    // serde has it, for that is how it is sent by those who use serde.
    assert_eq!(serde_json::to_string(&password).unwrap(), "\"hunter2\"");
    check::<Password>(
        "[\"hunter2\"]",
        "error: expected a string, found an array at $ (byte 0)",
    );
}

#[test]
fn addresses() {
    check::<Ipv4Addr>("\"192.0.2.1\"", "\"192.0.2.1\"");
    check::<Ipv6Addr>("\"2001:DB8::0:1\"", "\"2001:db8::1\"");
    check::<IpAddr>("\" ::1\"", "\"::1\"");
    check::<IpAddr>("\"192.0.2.1\"", "\"192.0.2.1\"");
    check::<Ipv4Addr>(
        "\"192.0.2.256\"",
        "error: expected an IPv4 address, found \"192.0.2.256\" at $ (byte 0)",
    );
    check::<Ipv6Addr>(
        "\"192.0.2.1\"",
        "error: expected an IPv6 address, found \"192.0.2.1\" at $ (byte 0)",
    );
}

#[cfg(feature = "uuid")]
#[test]
fn uuids() {
    use uuid::Uuid;
    let written = "\"67e55044-10b1-426f-9247-bb680e5fe0c8\"";
    check::<Uuid>(written, written);
    check::<Uuid>("\"67E55044-10B1-426F-9247-BB680E5FE0C8\"", written);
    check::<Uuid>("\"67e5504410b1426f9247bb680e5fe0c8\"", written);
    check::<Uuid>("\"{67e55044-10b1-426f-9247-bb680e5fe0c8}\"", written);
    let long = "x".repeat(5000);
    let head = "x".repeat(40);
    check::<Uuid>(
        &format!("{{\"a\":\"{long}\"}}"),
        "error: expected a string, found an object at $ (byte 0)",
    );
    check::<Vec<Uuid>>(
        &format!("[\"{long}\"]"),
        &format!("error: expected a UUID, found \"{head}... (5000 characters)\" at $[0] (byte 1)"),
    );
}

#[cfg(feature = "rust_decimal")]
#[test]
fn decimals() {
    use restitch::DecimalString;
    use rust_decimal::Decimal;
    let most = "79228162514264337593543950335";
    for same in ["0", "-1.50", "0.10", "12345678901234567890.12345678", most] {
        check::<Decimal>(same, same);
        check::<DecimalString>(&format!("\"{same}\""), &format!("\"{same}\""));
    }
    check::<Decimal>("1e2", "100");
    check::<Decimal>("1.5E+1", "15");
    check::<Decimal>("15e-1", "1.5");
    check::<Decimal>("0e99", "0");
    check::<Decimal>("1000e-30", "0.0000000000000000000000000010");
    check::<Decimal>(&format!("1.5{}", "0".repeat(40)), "1.5");
    check::<Decimal>("\"12.50\"", "12.50");
    check::<DecimalString>("\" 12.50 \"", "\"12.50\"");
    check::<DecimalString>(
        "\"12,50\"",
        "error: expected a decimal number, found \"12,50\" at $ (byte 0)",
    );
    for beyond in [
        "1e29",
        "1e-29",
        "79228162514264337593543950336",
        "0.12345678901234567890123456789",
        "1e99999999999999999999",
        "1e2147483647",
        "1e-2147483648",
    ] {
        check::<Decimal>(
            beyond,
            &format!("error: {beyond} is out of range of rust_decimal::Decimal at $ (byte 0)"),
        );
    }
    let set: Option<DecimalString> = Decimal::ONE.into_set();
    assert_eq!(set.map(|number| number.to_string()), Some("1".to_owned()));
}

proptest! {
    #[test]
    fn bytes_come_back(bytes: Vec<u8>) {
        let standard = Base64::new(bytes.clone());
        let url = Base64Url::new(bytes);
        let text = json::to_string(&standard).unwrap();
        prop_assert_eq!(&json::from_str::<Base64>(&text).unwrap(), &standard);
        prop_assert_eq!(json::from_str::<Base64Url>(&text).unwrap(), url.clone());
        let text = json::to_string(&url).unwrap();
        prop_assert_eq!(json::from_str::<Base64Url>(&text).unwrap(), url);
        prop_assert_eq!(json::from_str::<Base64>(&text).unwrap(), standard);
    }

    /// Whatever comes is read, or it is an error.
    #[test]
    fn nothing_panics(text in "[-+.0-9a-fA-FTZ:={} ]{0,40}") {
        fn read<T: Empty + Field + Debug>(text: &str) {
            if let Ok(value) = json::from_str::<T>(&format!("\"{text}\"")) {
                let written = json::to_string(&value).unwrap();
                let again = json::from_str::<T>(&written).unwrap();
                assert_eq!(json::to_string(&again).unwrap(), written, "{text}");
            }
        }
        read::<Base64>(&text);
        read::<IpAddr>(&text);
        #[cfg(feature = "uuid")]
        read::<uuid::Uuid>(&text);
        #[cfg(feature = "rust_decimal")]
        read::<restitch::DecimalString>(&text);
        #[cfg(feature = "jiff")]
        read::<jiff::SpanFieldwise>(&text);
    }
}
