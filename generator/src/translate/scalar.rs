//! Schemas without parts: the type by `type`, `format` and bounds.

use crate::diag::{Code, Diagnostic};
use crate::formats::{Format, Formats, is_decimal, is_float, is_integer};
use crate::ir::Scalar;
use crate::resolve::Document;
use crate::tree::Pointer;

use serde_json::Value;

use super::keywords::Keywords;

/// The type of a value without parts, and whether it says what the `format` says; `None` where
/// there is no such `type`.
///
/// # Errors
/// The build script chose a type for the format that is none of this `type`.
pub(super) fn scalar(
    formats: &Formats,
    kind: &str,
    keywords: &Keywords,
) -> Result<Option<(Scalar, bool)>, Misfit> {
    let name = keywords.format.as_str();
    let chosen = match kind {
        "string" => formats.string(name),
        "integer" | "number" => formats.number(name),
        _ => Ok(None),
    };
    let chosen = chosen.map_err(|choice| Misfit {
        format: name.to_owned(),
        choice,
        kind: kind.to_owned(),
    })?;
    if let Some(scalar) = chosen {
        return Ok(Some((scalar, scalar != Scalar::String)));
    }
    Ok(match kind {
        "string" => Some((Scalar::String, false)),
        "boolean" => Some((Scalar::Bool, false)),
        "integer" => Some((integer(keywords), is_integer(name))),
        "number" => Some(number(keywords)),
        _ => None,
    })
}

/// A choice of the build script that a schema has no use for.
#[derive(Debug)]
pub(super) struct Misfit {
    format: String,
    choice: Format,
    kind: String,
}

impl Misfit {
    /// The error, at the schema.
    pub(super) fn fault(self, document: &Document<'_>, at: &Pointer) -> Diagnostic {
        let Self {
            format,
            choice,
            kind,
        } = self;
        let message =
            format!("`{choice:?}`, chosen for the format `{format}`, is no type for `{kind}`");
        let found = document.fault(Code::FORMAT_CHOICE, message, &at.child("format"));
        found.help("change `.format(..)` in the build script")
    }
}

/// The format of a schema: its own, or the one that `contentEncoding` stands for.
pub(super) fn format(said: String, encoding: Option<&str>) -> String {
    let encoded = match encoding {
        Some("base64") => "byte",
        Some("base64url") => "base64url",
        _ => return said,
    };
    match said.as_str() {
        "" | "binary" => encoded.to_owned(),
        _ => said,
    }
}

/// The type of a number, and whether it says what the format says. The formats of integers are
/// those of integers here too: in 3.1 they are registered for `number`.
fn number(keywords: &Keywords) -> (Scalar, bool) {
    match keywords.format.as_str() {
        name if is_decimal(name) => (Scalar::Number, true),
        name if is_float(name) => (Scalar::F64, true),
        name if is_integer(name) => (integer(keywords), true),
        _ => (Scalar::F64, false),
    }
}

/// The integer type by format, bounds and values (DESIGN section 4): i32 for int32, i64, u64 where
/// they reach beyond it, else all digits.
pub(super) fn integer(keywords: &Keywords) -> Scalar {
    // The greatest i64 and u64 are no f64s, and are read as these: so nobody means the numbers
    // themselves, which are one greater.
    const I64: f64 = 9_223_372_036_854_775_808.0;
    const U64: f64 = 18_446_744_073_709_551_616.0;
    const I32: f64 = 2_147_483_648.0;
    let values = || keywords.enumeration.iter();
    let is_beyond = |value: f64| value.abs() >= I64;
    if values().any(|value| value.is_f64() && value.as_f64().is_some_and(is_beyond)) {
        return Scalar::Number;
    }
    let values = || values().filter_map(Value::as_f64);
    let low = values().fold(keywords.minimum.unwrap_or(0.0), f64::min);
    let high = values().fold(keywords.maximum.unwrap_or(0.0), f64::max);
    let has_wide = keywords
        .enumeration
        .iter()
        .any(|it| it.is_u64() && !it.is_i64());
    let wide = keywords.format == "uint64" || high > I64 || has_wide;
    if wide && low >= 0.0 && high <= U64 {
        Scalar::U64
    } else if low < -I64 || high > I64 || has_wide {
        Scalar::Number
    } else if keywords.format == "int32" && low >= -I32 && high < I32 {
        Scalar::I32
    } else {
        Scalar::I64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(format: &str, minimum: Option<f64>, maximum: Option<f64>, expect: Scalar) {
        let keywords = Keywords {
            format: format.to_owned(),
            minimum,
            maximum,
            ..Keywords::default()
        };
        assert_eq!(
            integer(&keywords),
            expect,
            "{format} {minimum:?} {maximum:?}"
        );
    }

    #[test]
    fn integers_by_format_and_bounds() {
        check("", None, None, Scalar::I64);
        check("int32", None, None, Scalar::I32);
        check("int32", Some(0.0), Some(4_294_967_295.0), Scalar::I64);
        check(
            "int64",
            Some(0.0),
            Some(18_446_744_073_709_551_615.0),
            Scalar::U64,
        );
        check("uint64", None, None, Scalar::U64);
        check("", Some(-1.0), Some(1e19), Scalar::Number);
        check("", Some(0.0), Some(1e30), Scalar::Number);
        check("", Some(0.0), Some(9e18), Scalar::I64);
        // As they are written, these are the limits of i64.
        let (low, high) = (-9_223_372_036_854_775_808.0, 9_223_372_036_854_775_807.0);
        check("int64", None, Some(high), Scalar::I64);
        check("", Some(low), Some(high), Scalar::I64);
        check("", Some(0.0), Some(high), Scalar::I64);
    }
    #[test]
    fn a_value_is_of_the_type() {
        let check = |format: &str, value: &str, expect| {
            let keywords = Keywords {
                format: format.to_owned(),
                enumeration: vec![serde_json::from_str(value).unwrap()],
                ..Keywords::default()
            };
            assert_eq!(integer(&keywords), expect, "{format} {value}");
        };
        check("int32", "3", Scalar::I32);
        check("int32", "3000000000", Scalar::I64);
        check("", "18446744073709551615", Scalar::U64);
        check("", "9223372036854775808", Scalar::U64);
        check("", "18446744073709551616", Scalar::Number);
        check("", "99999999999999999999", Scalar::Number);
        check("", "-99999999999999999999", Scalar::Number);
    }
}
