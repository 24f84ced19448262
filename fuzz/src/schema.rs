//! Schemas that mean something: a type with keywords that go with it, and sometimes others.

use arbitrary::Result;
use restitch_build::grammar::Kind;
use serde_json::{Value, json};

use crate::document::{Maker, pointer};

pub(crate) const TYPES: &[&str] = &[
    "object", "string", "integer", "array", "boolean", "number", "null", "x",
];

const FORMATS: &[&str] = &[
    "date-time",
    "date",
    "uuid",
    "byte",
    "binary",
    "int32",
    "int64",
    "float",
    "double",
    "ipv4",
    "password",
    "decimal",
    "uri",
    "uint64",
];

/// A schema, or a reference to one.
pub(crate) fn schema(maker: &mut Maker<'_, '_>) -> Result<Value> {
    maker.depth += 1;
    let made = match if maker.is_deep() { 0 } else { maker.below(14)? } {
        0 => scalar(maker)?,
        1..=3 => {
            let name = maker.name()?;
            json!({ "$ref": pointer("schemas", &name) })
        }
        4..=6 => record(maker)?,
        7 => json!({ "type": "array", "items": schema(maker)? }),
        8 => union(maker)?,
        9 => json!({ "allOf": [schema(maker)?, schema(maker)?] }),
        10 => json!({ "enum": [maker.any(1)?, maker.any(1)?, maker.name()?] }),
        11 => json!({ "type": "string", "enum": [maker.name()?, maker.name()?, maker.name()?] }),
        12 => json!({ "type": "object", "additionalProperties": schema(maker)? }),
        _ => maker.any(1)?,
    };
    maker.depth -= 1;
    further(maker, made)
}

fn scalar(maker: &mut Maker<'_, '_>) -> Result<Value> {
    let mut made = json!({ "type": maker.pick(TYPES)? });
    if maker.one_in(2)? {
        made["format"] = maker.pick(FORMATS)?;
    }
    if maker.one_in(4)? {
        made["minimum"] = maker.number()?;
        made["maximum"] = maker.number()?;
    }
    if maker.one_in(6)? {
        made["type"] = json!([maker.pick(TYPES)?, maker.pick(TYPES)?]);
    }
    Ok(made)
}

fn record(maker: &mut Maker<'_, '_>) -> Result<Value> {
    let (mut properties, mut required) = (json!({}), Vec::new());
    for _ in 0..=maker.below(4)? {
        let name = maker.name()?;
        if maker.one_in(2)? {
            required.push(name.clone());
        }
        properties[name] = schema(maker)?;
    }
    Ok(json!({ "type": "object", "properties": properties, "required": required }))
}

fn union(maker: &mut Maker<'_, '_>) -> Result<Value> {
    let key = maker.pick(&["oneOf", "anyOf"])?;
    let branches = (0..=maker.below(4)?).map(|_| schema(maker));
    let branches = branches.collect::<Result<Vec<_>>>()?;
    let mut made = json!({ key.as_str().unwrap_or("oneOf"): branches });
    if maker.one_in(2)? {
        let target = pointer("schemas", &maker.name()?);
        let mapping = json!({ maker.name()?: target, maker.name()?: maker.name()? });
        made["discriminator"] = json!({ "propertyName": maker.name()?, "mapping": mapping });
    }
    Ok(made)
}

/// Adds some of the keywords that there are.
fn further(maker: &mut Maker<'_, '_>, mut made: Value) -> Result<Value> {
    if let Value::Object(map) = &mut made
        && maker.one_in(3)?
        && !maker.is_deep()
    {
        for _ in 0..=maker.below(2)? {
            let field = *maker.u.choose(Kind::Schema.fields())?;
            maker.depth += 1;
            let value = maker.field(field)?;
            maker.depth -= 1;
            map.insert(field.key.to_owned(), value);
        }
    }
    Ok(made)
}
