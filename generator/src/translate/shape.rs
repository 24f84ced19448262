//! What a schema is, before anything has a name.

use crate::diag::{Code, Diagnostic};
use crate::ir::Scalar;
use crate::resolve::Document;
use crate::tree::Pointer;

use super::keywords::{Additional, Keywords};

/// What a schema is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// `$ref`, or a wrapper of nothing but one: what it names.
    Ref(Pointer),
    /// An object with properties.
    Record,
    /// A string with `enum`.
    StringEnum,
    /// An array, and the pointer of its `items`.
    Array(Option<Pointer>),
    /// An object without properties, and the pointer of the schema of its values.
    Map(Option<Pointer>),
    /// A scalar.
    Scalar(Scalar),
    /// Carried as raw JSON, and why where there was something to type.
    Json(Option<&'static str>),
}

/// A schema's shape with the keywords it was read from.
#[derive(Clone, Debug)]
pub(super) struct Shaped {
    pub(super) shape: Shape,
    pub(super) nullable: bool,
    pub(super) keywords: Keywords,
}

/// Reads the schema at a pointer. `Ok(None)`: it is broken, and that was reported.
///
/// # Errors
/// A diagnostic for what is wrong with it.
pub(super) fn shaped(document: &Document<'_>, at: &Pointer) -> Result<Option<Shaped>, Diagnostic> {
    if document.reference(at).is_some() {
        let target = document
            .follow(at)
            .map_err(|error| error.diagnostic(document))?;
        let shape = Shape::Ref(target);
        return Ok(Some(Shaped {
            shape,
            nullable: false,
            keywords: Keywords::default(),
        }));
    }
    let keywords = Keywords::of(&*document.schema(at)?);
    if keywords.facts.broken {
        return Ok(None);
    }
    let (shape, null_branch) = match wrapped(document, at, &keywords)? {
        Some((target, null_branch)) => (Shape::Ref(target), null_branch),
        None => (plain(document, at, &keywords)?, false),
    };
    let null_value = keywords.enumeration.contains(&serde_json::Value::Null);
    let nullable = keywords.nullable || null_branch || null_value;
    Ok(Some(Shaped {
        shape,
        nullable,
        keywords,
    }))
}

/// The one schema that this wraps, and whether a branch beside it is `null`: `allOf` of one,
/// `anyOf`/`oneOf` of one and `null`.
fn wrapped(
    document: &Document<'_>,
    at: &Pointer,
    keywords: &Keywords,
) -> Result<Option<(Pointer, bool)>, Diagnostic> {
    let alone = keywords.properties.is_empty() && keywords.enumeration.is_empty() && !keywords.not;
    let (name, count) = match (keywords.all_of, keywords.any_of, keywords.one_of) {
        (1, 0, 0) => ("allOf", 1),
        (0, n @ 1..=2, 0) => ("anyOf", n),
        (0, 0, n @ 1..=2) => ("oneOf", n),
        _ => return Ok(None),
    };
    if !alone {
        return Ok(None);
    }
    let mut others = Vec::new();
    for index in 0..count {
        let branch = at.child(name).item(index);
        if !is_null(document, &branch)? {
            others.push(branch);
        }
    }
    match others.as_slice() {
        [one] => Ok(Some((one.clone(), count == 2))),
        _ => Ok(None),
    }
}

fn is_null(document: &Document<'_>, at: &Pointer) -> Result<bool, Diagnostic> {
    Ok(document.reference(at).is_none() && Keywords::of(&*document.schema(at)?).facts.only_null)
}

fn plain(document: &Document<'_>, at: &Pointer, keywords: &Keywords) -> Result<Shape, Diagnostic> {
    if let Some(reason) = untyped(keywords) {
        return Ok(Shape::Json(Some(reason)));
    }
    Ok(match keywords.kind() {
        Some("object") if keywords.properties.is_empty() => Shape::Map(match keywords.additional {
            Additional::Schema => Some(at.child("additionalProperties")),
            _ => None,
        }),
        Some("object") => Shape::Record,
        Some("array") => Shape::Array(keywords.has_items.then(|| at.child("items"))),
        Some("string") if !keywords.enumeration.is_empty() => Shape::StringEnum,
        Some("string") => Shape::Scalar(Scalar::String),
        Some("boolean") => Shape::Scalar(Scalar::Bool),
        Some("integer") => Shape::Scalar(integer(keywords)),
        Some("number") => Shape::Scalar(Scalar::F64),
        None => Shape::Json(None),
        Some(other) => {
            let message = format!("`{other}` is not a type");
            return Err(document.fault(Code::UNKNOWN_TYPE, message, &at.child("type")));
        }
    })
}

/// Why a schema is not typed, if it isn't.
fn untyped(keywords: &Keywords) -> Option<&'static str> {
    if keywords.branches() > 0 {
        return Some("`allOf`, `anyOf` and `oneOf` of several schemas");
    }
    if keywords.facts.several_types {
        return Some("several types");
    }
    if keywords.facts.never {
        return Some("a schema that no value fits");
    }
    if keywords.facts.only_null {
        return Some("a schema that only `null` fits");
    }
    let strings = keywords
        .enumeration
        .iter()
        .all(|v| v.is_string() || v.is_null());
    let is_string = keywords.kind() == Some("string");
    (is_string && !strings || keywords.kind().is_none() && !keywords.enumeration.is_empty())
        .then_some("an `enum` of mixed values")
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
