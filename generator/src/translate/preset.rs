//! What `new` sets: the value of a schema that has only one, by `const` or an `enum` of one, else that
//! by which unions know the struct.

use std::rc::Rc;

use serde_json::Value;

use crate::ir::{Docs, Fact, Literal, Preset, Scalar, Type};

use super::Cx;
use super::enumeration::variant_of;
use super::keywords::Keywords;
use super::shape::{Schemas, Shape, Shaped};
use super::site::Site;

/// The one value that a schema allows, and the schema that says so, through references.
fn only_value(schemas: &Schemas<'_>, site: &Site) -> Option<(Site, Rc<Shaped>, Value)> {
    let (site, shaped) = behind(schemas, site)?;
    let value = shaped.keywords.only_value()?.clone();
    fits(&shaped.shape, &value).then_some((site, shaped, value))
}

/// The schema behind a property that is never `null`.
fn behind(schemas: &Schemas<'_>, site: &Site) -> Option<(Site, Rc<Shaped>)> {
    schemas.behind_all(site, |shaped| !shaped.nullable)
}

/// The value by which unions know a struct, and the schema of the property, where it allows that.
fn named(schemas: &Schemas<'_>, site: &Site, name: &str) -> Option<(Site, Rc<Shaped>, Value)> {
    let (site, shaped) = behind(schemas, site)?;
    let value = Value::from(name);
    let values = &shaped.keywords.enumeration;
    let is_listed = match &shaped.shape {
        Shape::Scalar(_) if values.is_empty() => true,
        _ => values.contains(&value),
    };
    (is_listed && fits(&shaped.shape, &value)).then_some((site, shaped, value))
}

/// Whether `new` sets a required property, by the value of which unions know the struct, if they do.
pub(super) fn is_preset(schemas: &Schemas<'_>, site: &Site, name: Option<&str>) -> bool {
    only_value(schemas, site).is_some()
        || name.is_some_and(|name| named(schemas, site, name).is_some())
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

/// What `new` sets a field of this type to.
pub(super) fn preset(cx: &Cx<'_>, site: &Site, ty: &Type, name: Option<&str>) -> Option<Preset> {
    if let Some(only) = only_value(cx.schemas, site) {
        return written(cx, &only, ty).map(Preset::Only);
    }
    let named = named(cx.schemas, site, name?)?;
    written(cx, &named, ty).map(Preset::Named)
}

/// The value as a literal.
fn written(
    cx: &Cx<'_>,
    (site, shaped, value): &(Site, Rc<Shaped>, Value),
    ty: &Type,
) -> Option<Literal> {
    match (&shaped.shape, ty) {
        (Shape::StringEnum | Shape::ValueEnum(_), Type::Named(_)) => {
            // The type's own name: the field may have it by an alias, which has no variants.
            let name = cx.types.get(site, cx.direction)?.clone();
            let variant = variant_of(cx, site, &shaped.keywords, value)?;
            Some(Literal::Variant(name, variant))
        }
        (Shape::Scalar(scalar), Type::Named(_)) => literal(*scalar, value),
        (Shape::Scalar(scalar), Type::Scalar(own)) if scalar == own => literal(*scalar, value),
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
