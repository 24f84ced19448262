//! Schemas without parts: the type by `type`, `format` and bounds.

use crate::ir::Scalar;

use super::keywords::Keywords;

/// The type of a value without parts; `None` where there is no such `type`.
pub(super) fn scalar(kind: &str, keywords: &Keywords) -> Option<Scalar> {
    match kind {
        "string" => Some(Scalar::String),
        "boolean" => Some(Scalar::Bool),
        "integer" => Some(integer(keywords)),
        "number" => Some(Scalar::F64),
        _ => None,
    }
}

/// The integer type by format and bounds (DESIGN section 4): i32 for int32, i64, u64 where the
/// bounds reach beyond it, else all digits.
fn integer(keywords: &Keywords) -> Scalar {
    // The exact limits are not f64s; 2^63 and 2^64 are, and a bound at one of them is beyond.
    const I64: f64 = 9_223_372_036_854_775_808.0;
    const U64: f64 = 18_446_744_073_709_551_616.0;
    const I32: f64 = 2_147_483_648.0;
    let low = keywords.minimum.unwrap_or(0.0);
    let high = keywords.maximum.unwrap_or(0.0);
    let wide = keywords.format == "uint64" || high >= I64;
    if wide && low >= 0.0 && high <= U64 {
        Scalar::U64
    } else if low < -I64 || high >= I64 {
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
    }
}
