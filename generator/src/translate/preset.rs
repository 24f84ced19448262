//! Schemas with one possible value: `const`, or an `enum` of one.

use serde_json::Value;

use crate::ir::{Docs, Fact, Literal, Scalar, Type};

use super::Cx;
use super::enumeration::only_variant;
use super::keywords::Keywords;
use super::shape::{Schemas, Shape};
use super::site::Site;

/// A chain of references that is longer is not followed.
const LONGEST: usize = 16;

/// The one value that a schema allows, and the schema that says so, through references.
pub(super) fn only_value(schemas: &Schemas<'_>, site: &Site) -> Option<(Site, Value)> {
    let mut site = site.clone();
    for _ in 0..LONGEST {
        let shaped = schemas.shaped(&site).ok().flatten()?;
        if shaped.nullable {
            return None;
        }
        if let Shape::Ref(target) = &shaped.shape {
            site = target.clone();
            continue;
        }
        let typed = matches!(
            shaped.shape,
            Shape::Scalar(_) | Shape::StringEnum | Shape::ValueEnum(_)
        );
        let value = shaped.keywords.only_value().filter(|_| typed)?;
        fits(&shaped.shape, value).then_some(())?;
        return Some((site, value.clone()));
    }
    None
}

/// Whether a literal of the shape's type can be written of the value.
fn fits(shape: &Shape, value: &Value) -> bool {
    match shape {
        Shape::StringEnum | Shape::ValueEnum(_) => true,
        Shape::Scalar(scalar) => literal(*scalar, value).is_some(),
        _ => false,
    }
}

fn literal(scalar: Scalar, value: &Value) -> Option<Literal> {
    match (scalar, value) {
        (Scalar::String, Value::String(text)) => Some(Literal::Text(text.clone())),
        (Scalar::Bool, Value::Bool(value)) => Some(Literal::Bool(*value)),
        (Scalar::I32, value) => {
            let value = value.as_i64()?;
            i32::try_from(value).ok().map(|_| Literal::Integer(value))
        }
        (Scalar::I64, value) => value.as_i64().map(Literal::Integer),
        (Scalar::U64, value) => {
            let value = value.as_i64().filter(|value| *value >= 0)?;
            Some(Literal::Integer(value))
        }
        (Scalar::F64, Value::Number(number)) => number.as_f64().map(Literal::Float),
        _ => None,
    }
}

/// The literal for a field of this type.
pub(super) fn preset(cx: &mut Cx<'_>, site: &Site, ty: &Type) -> Option<Literal> {
    let (target, value) = only_value(cx.schemas, site)?;
    let shaped = cx.schemas.shaped(&target).ok().flatten()?;
    match (&shaped.shape, ty) {
        (Shape::StringEnum | Shape::ValueEnum(_), Type::Named(_)) => {
            // The type's own name: the field may have it by an alias, which has no variants.
            let name = cx.types.get(&target, cx.direction)?.clone();
            let variant = only_variant(cx, &target, &shaped.keywords)?;
            Some(Literal::Variant(name, variant))
        }
        (Shape::Scalar(scalar), Type::Named(_)) => literal(*scalar, &value),
        (Shape::Scalar(scalar), Type::Scalar(own)) if scalar == own => literal(*scalar, &value),
        _ => None,
    }
}

/// Documents a schema with one possible value, where `const` has not done so.
pub(super) fn tell(keywords: &Keywords, docs: &mut Docs) {
    let Some(value) = keywords.only_value() else {
        return;
    };
    let fact = Fact::own("Always ").quote(value.to_string()).and(".");
    let is_said = docs
        .facts
        .iter()
        .any(|said| said.words.first() == fact.words.first());
    if !is_said {
        docs.facts.push(fact);
    }
}
