//! Which Rust type a `format` becomes: the defaults, and what a build script chooses instead.

use std::collections::BTreeMap;

pub use crate::ir::Dates;
use crate::ir::Scalar;

/// A Rust type for values of a `format`; see [`Builder::format`](crate::Builder::format).
///
/// | choice | for | type | feature of `restitch` |
/// |---|---|---|---|
/// | `Text` | strings | `String`: nothing is checked | |
/// | `DateTime(Chrono)` | strings | `chrono::DateTime<FixedOffset>`, for `date-time` unless said | `chrono` (default) |
/// | `DateTime(Time)` | strings | `time::OffsetDateTime` | `time` |
/// | `DateTime(Jiff)` | strings | `jiff::Timestamp`: the instant, without the offset | `jiff` |
/// | `Date(Chrono)` | strings | `chrono::NaiveDate`, for `date` unless said | `chrono` (default) |
/// | `Date(Time)` | strings | `time::Date` | `time` |
/// | `Date(Jiff)` | strings | `jiff::civil::Date` | `jiff` |
/// | `Time(Chrono)` | strings | `chrono::NaiveTime`: without an offset | `chrono` (default) |
/// | `Time(Time)` | strings | `time::Time`: without an offset | `time` |
/// | `Time(Jiff)` | strings | `jiff::civil::Time`: without an offset | `jiff` |
/// | `Duration` | strings | `jiff::SpanFieldwise`: ISO 8601 | `jiff` |
/// | `Uuid` | strings | `uuid::Uuid`, for `uuid` unless said | `uuid` (default) |
/// | `Ip`, `Ipv4`, `Ipv6` | strings | those of `std::net`, for `ip`, `ipv4` and `ipv6` unless said | |
/// | `Base64` | strings | `restitch::Base64`, for `byte`, `base64` and `contentEncoding: base64` unless said | |
/// | `Base64Url` | strings | `restitch::Base64Url`, for `base64url` and `contentEncoding: base64url` unless said | |
/// | `Password` | strings | `restitch::Password`, for `password` unless said | |
/// | `Decimal` | numbers, integers | `rust_decimal::Decimal`, digits kept | `rust_decimal` |
/// | `Decimal` | strings | `restitch::DecimalString`, the same | `rust_decimal` |
/// | `Number` | numbers, integers | `restitch::Number`, all digits kept; for `decimal` unless said | |
/// | `I32`, `I64`, `U64` | numbers, integers | the integer | |
/// | `F64` | numbers, integers | `f64` | |
///
/// Formats that the table does not name (`time`, `duration`, `uri`, `email`, any other) are plain
/// strings or numbers unless said, and named in the documentation of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// `String`.
    Text,
    /// A date and a time of this crate.
    DateTime(Dates),
    /// A date of this crate.
    Date(Dates),
    /// A time of this crate.
    Time(Dates),
    /// A duration of jiff.
    Duration,
    /// A UUID.
    Uuid,
    /// An IP address of either version.
    Ip,
    /// An IP address of version 4.
    Ipv4,
    /// An IP address of version 6.
    Ipv6,
    /// Bytes as base64.
    Base64,
    /// Bytes as base64url.
    Base64Url,
    /// Text that `Debug` does not show.
    Password,
    /// A decimal number of the crate `rust_decimal`.
    Decimal,
    /// A number with all its digits.
    Number,
    /// An integer of 32 bits.
    I32,
    /// An integer of 64 bits.
    I64,
    /// An integer of 64 bits that is not negative.
    U64,
    /// A floating-point number.
    F64,
}

/// Formats that are numbers alone.
const OF_NUMBERS: &[&str] = &[
    "double",
    "double-int",
    "float",
    "int16",
    "int32",
    "int64",
    "int8",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
];

/// Formats that are strings alone.
const OF_STRINGS: &[&str] = &[
    "base64",
    "base64url",
    "binary",
    "byte",
    "char",
    "date",
    "date-time",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "ip",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "password",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
    "uuid",
];

impl Format {
    /// The type of strings.
    fn of_strings(self) -> Option<Scalar> {
        Some(match self {
            Self::Text => Scalar::String,
            Self::DateTime(dates) => Scalar::DateTime(dates),
            Self::Date(dates) => Scalar::Date(dates),
            Self::Time(dates) => Scalar::Time(dates),
            Self::Duration => Scalar::Duration,
            Self::Uuid => Scalar::Uuid,
            Self::Ip => Scalar::Ip,
            Self::Ipv4 => Scalar::Ipv4,
            Self::Ipv6 => Scalar::Ipv6,
            Self::Base64 => Scalar::Base64,
            Self::Base64Url => Scalar::Base64Url,
            Self::Password => Scalar::Password,
            Self::Decimal => Scalar::DecimalString,
            _ => return None,
        })
    }

    /// The type of numbers and integers.
    fn of_numbers(self) -> Option<Scalar> {
        Some(match self {
            Self::Decimal => Scalar::Decimal,
            Self::Number => Scalar::Number,
            Self::I32 => Scalar::I32,
            Self::I64 => Scalar::I64,
            Self::U64 => Scalar::U64,
            Self::F64 => Scalar::F64,
            _ => return None,
        })
    }
}

/// The choice for a format of strings where the build script makes none.
fn default(name: &str) -> Option<Format> {
    Some(match name {
        "date-time" => Format::DateTime(Dates::Chrono),
        "date" => Format::Date(Dates::Chrono),
        "uuid" => Format::Uuid,
        "ip" => Format::Ip,
        "ipv4" => Format::Ipv4,
        "ipv6" => Format::Ipv6,
        "byte" | "base64" => Format::Base64,
        "base64url" => Format::Base64Url,
        "password" => Format::Password,
        _ => return None,
    })
}

/// Formats of integers, where `number` stands too: in 3.1 they are registered for both.
pub(crate) fn is_integer(name: &str) -> bool {
    matches!(name, "int32" | "int64" | "uint64")
}

/// Formats of numbers that are no integers.
pub(crate) fn is_float(name: &str) -> bool {
    matches!(name, "float" | "double")
}

/// Formats of numbers all of whose digits are kept.
pub(crate) fn is_decimal(name: &str) -> bool {
    matches!(name, "decimal" | "decimal128")
}

/// Whether a format decides what values of a `type` are, where the build script chooses none; `None`
/// where no type is said.
#[cfg(feature = "tools")]
pub(crate) fn decides(kind: Option<&str>, name: &str) -> bool {
    let of_strings = default(name).is_some() || name == "binary";
    let of_numbers = is_integer(name) || is_float(name) || is_decimal(name);
    match kind {
        Some("string") => of_strings,
        Some("integer") => is_integer(name),
        Some("number") => of_numbers,
        Some(_) => false,
        None => of_strings || of_numbers,
    }
}

/// What a build script chooses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Formats(BTreeMap<String, Format>);

impl Formats {
    /// Chooses a type for a format.
    pub(crate) fn choose(&mut self, name: String, format: Format) {
        self.0.insert(name, format);
    }

    /// Whether there is a choice for a format.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The choices for formats that are not well known.
    pub(crate) fn of_no_standard(&self) -> impl Iterator<Item = (&str, Format)> {
        let all = self.0.iter().map(|(name, format)| (name.as_str(), *format));
        all.filter(|(name, _)| !is_decimal(name) && !Self::known().any(|known| known == *name))
    }

    /// The formats that are well known.
    pub(crate) fn known<'a>() -> impl Iterator<Item = &'a str> {
        OF_NUMBERS.iter().chain(OF_STRINGS).copied()
    }

    /// The known format that was meant by one that differs in case, `-`, `_` and spaces alone.
    pub(crate) fn meant(name: &str) -> Option<&'static str> {
        if name.is_empty() || Self::known().any(|known| known == name) {
            return None;
        }
        let letters = |name: &str| {
            let kept = name.chars().filter(|c| !matches!(c, '-' | '_' | ' '));
            kept.map(|c| c.to_ascii_lowercase()).collect::<String>()
        };
        let meant = letters(name);
        Self::known().find(|known| letters(known) == meant)
    }

    /// What can be said to be wrong before a document is read.
    pub(crate) fn wrong(&self) -> Option<String> {
        let (name, format) = self.0.iter().find(|(name, format)| {
            let name = name.as_str();
            OF_NUMBERS.contains(&name) && format.of_numbers().is_none()
                || OF_STRINGS.contains(&name) && format.of_strings().is_none()
        })?;
        let (is, not) = if OF_NUMBERS.contains(&name.as_str()) {
            ("numbers", "strings")
        } else {
            ("strings", "numbers")
        };
        Some(format!(
            "format(\"{name}\", {format:?}): `{name}` is a format of {is}, and `{format:?}` a type of {not}"
        ))
    }

    /// The type of a string of a format, or `None` for a plain one.
    ///
    /// # Errors
    /// The choice of the build script, where it is no type of strings.
    pub(crate) fn string(&self, name: &str) -> Result<Option<Scalar>, Format> {
        match self.0.get(name) {
            // `int64` of a string is not what was meant.
            Some(_) if OF_NUMBERS.contains(&name) => Ok(None),
            Some(choice) => choice.of_strings().map(Some).ok_or(*choice),
            None => Ok(default(name).and_then(Format::of_strings)),
        }
    }

    /// The type of a number of a format that the build script chose, if it did.
    ///
    /// # Errors
    /// The choice, where it is no type of numbers.
    pub(crate) fn number(&self, name: &str) -> Result<Option<Scalar>, Format> {
        match self.0.get(name) {
            Some(_) if OF_STRINGS.contains(&name) => Ok(None),
            Some(choice) => choice.of_numbers().map(Some).ok_or(*choice),
            None => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(name: &str, format: Format) -> Formats {
        let mut formats = Formats::default();
        formats.choose(name.to_owned(), format);
        formats
    }

    #[test]
    fn choices_that_fit_no_document() {
        let check = |name: &str, format: Format, good: bool| {
            assert_eq!(
                chosen(name, format).wrong().is_none(),
                good,
                "{name} {format:?}"
            );
        };
        check("int64", Format::Text, false);
        check("int64", Format::Number, true);
        check("uuid", Format::I64, false);
        check("date-time", Format::Text, true);
        check("decimal", Format::Text, true);
        check("decimal", Format::F64, true);
        check("iban", Format::I32, true);
        let message = chosen("double", Format::Uuid).wrong().unwrap();
        assert_eq!(
            message,
            "format(\"double\", Uuid): `double` is a format of numbers, and `Uuid` a type of strings"
        );
    }

    #[test]
    fn the_type_of_the_value_counts() {
        let decimals = chosen("decimal", Format::Decimal);
        assert_eq!(decimals.string("decimal"), Ok(Some(Scalar::DecimalString)));
        assert_eq!(decimals.number("decimal"), Ok(Some(Scalar::Decimal)));
        let longs = chosen("int64", Format::Number);
        assert_eq!(longs.string("int64"), Ok(None));
        assert_eq!(
            chosen("money", Format::F64).string("money"),
            Err(Format::F64)
        );
        assert_eq!(
            chosen("money", Format::Text).number("money"),
            Err(Format::Text)
        );
    }
}
