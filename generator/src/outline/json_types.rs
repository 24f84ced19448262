//! The outline as JSON: types.

use serde_json::{Value, json};

use super::json::list;
use super::{signature, sorted};
use crate::ir::{
    Field, Preset, Record, Rest, Scalar, StringEnum, Tuple, Type, TypeDef, TypeKind, Union,
    ValueEnum,
};

/// A type of the module `types`.
pub(super) fn definition(def: &TypeDef) -> Value {
    let (kind, more) = match &def.kind {
        TypeKind::Record(fields) if fields.parts => ("parts", record(fields)),
        TypeKind::Record(fields) => ("struct", record(fields)),
        TypeKind::StringEnum(variants) => ("enum", string_enum(variants)),
        TypeKind::ValueEnum(variants) => ("valueEnum", value_enum(variants)),
        TypeKind::Tuple(items) => ("tuple", tuple(items)),
        TypeKind::Union(branches) => ("union", union(branches)),
        TypeKind::Alias(alias) => ("alias", json!({ "type": ty(alias) })),
    };
    let mut value = json!({
        "name": def.name.ident.as_str(),
        "path": signature::type_path(&def.name.ident),
        "schema": def.name.wire,
        "kind": kind,
        "deprecated": def.deprecated,
        "pointer": def.name.pointer,
        "sameAs": def.same_as.as_ref().map(|same| signature::type_path(&same.of)),
    });
    if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
        value.extend(more);
    }
    value
}

fn record(record: &Record) -> Value {
    let fields = sorted::by(&record.fields, |field| &field.name.ident);
    let companion = signature::required_struct(record);
    json!({
        "fields": list(fields.into_iter(), field),
        "new": {
            "arguments": list(record.required_fields().into_iter(), |field| json!({
                "name": field.name.ident.as_str(),
                "wireName": field.name.wire,
                "type": ty(&field.ty),
                "nullable": field.nullable(),
                "boxed": field.boxed,
                "accepts": signature::accepts_field(field, companion.is_some()),
            })),
            "argumentsStruct": companion,
        },
        "rest": record.rest.as_ref().map(rest),
    })
}

fn rest(rest: &Rest) -> Value {
    let of = match rest {
        Rest::Extra(_) => json!({ "rust": "restitch::Json", "kind": "json" }),
        Rest::Map(_, value) => ty(value),
    };
    json!({ "name": rest.ident().as_str(), "rust": rest.rust_name(), "type": of })
}

fn field(field: &Field) -> Value {
    let preset = |is: fn(&&Preset) -> bool| {
        let preset = field.preset.as_ref().filter(is);
        preset.map(|preset| preset.value().shown())
    };
    json!({
        "name": field.name.ident.as_str(),
        "wireName": field.name.wire,
        "type": ty(&field.ty),
        "rust": field.rust_name(),
        "required": field.is_required(),
        "nullable": field.nullable(),
        "boxed": field.boxed,
        "always": preset(|preset| matches!(preset, Preset::Only(_))),
        "namedBy": preset(|preset| matches!(preset, Preset::Named(_))),
        "setter": signature::accepts_setter(field),
        "deprecated": field.deprecated,
        "pointer": field.name.pointer,
    })
}

fn string_enum(string_enum: &StringEnum) -> Value {
    let variants = sorted::by(&string_enum.variants, |variant| &variant.name.ident);
    json!({
        "variants": list(variants.into_iter(), |variant| json!({
            "name": variant.name.ident.as_str(),
            "value": variant.name.wire,
            "pointer": variant.name.pointer,
        })),
        "fallback": string_enum.fallback.as_str(),
    })
}

/// The values are JSON texts.
fn value_enum(value_enum: &ValueEnum) -> Value {
    let variants = sorted::by(&value_enum.variants, |variant| &variant.name.ident);
    json!({
        "variants": list(variants.into_iter(), |variant| json!({
            "name": variant.name.ident.as_str(),
            "value": variant.name.wire,
            "pointer": variant.name.pointer,
        })),
        "fallback": value_enum.fallback.as_str(),
        "of": value_enum.of.rust_name(),
    })
}

fn tuple(tuple: &Tuple) -> Value {
    json!({
        "items": list(tuple.items.iter(), |item| json!({
            "type": ty(&item.ty),
            "rust": item.rust_name(),
            "nullable": matches!(item.ty, Type::Nullable(_)),
            "required": item.required,
            "boxed": item.boxed,
        })),
        "rest": tuple.rest.as_ref().map(ty),
    })
}

/// The tags are JSON texts.
fn union(union: &Union) -> Value {
    let branches = sorted::by(&union.branches, |branch| &branch.name.ident);
    json!({
        "tag": union.tag,
        "branches": list(branches.into_iter(), |branch| json!({
            "name": branch.name.ident.as_str(),
            "type": ty(&branch.ty),
            "rust": branch.rust_name(),
            "boxed": branch.boxed,
            "kinds": branch.kinds.words().collect::<Vec<_>>(),
            "tags": branch.tags,
            "required": branch.required,
            "from": branch.from,
            "pointer": branch.name.pointer,
        })),
        "fallback": union.fallback.as_str(),
    })
}

/// A type where it is used.
pub(super) fn ty(ty: &Type) -> Value {
    let rust = ty.rust_name();
    match ty {
        Type::Scalar(scalar) => json!({ "rust": rust, "kind": kind(*scalar) }),
        Type::Array(item) => json!({ "rust": rust, "kind": "array", "of": self::ty(item) }),
        Type::Map(value) => json!({ "rust": rust, "kind": "map", "of": self::ty(value) }),
        Type::Nullable(value) => json!({ "rust": rust, "kind": "nullable", "of": self::ty(value) }),
        Type::Named(name) => json!({ "rust": rust, "kind": "named", "name": name.as_str() }),
        Type::Own(module, name) => json!({
            "rust": rust,
            "kind": "own",
            "module": module.as_str(),
            "name": name.as_str(),
        }),
        Type::Foreign(path) => {
            json!({ "rust": rust, "kind": "foreign", "path": path.rust_name() })
        }
    }
}

fn kind(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::String => "string",
        Scalar::Bool => "bool",
        Scalar::I32 => "i32",
        Scalar::I64 => "i64",
        Scalar::U64 => "u64",
        Scalar::F64 => "f64",
        Scalar::Number => "number",
        Scalar::Json => "json",
        Scalar::DateTime(_) => "date-time",
        Scalar::Date(_) => "date",
        Scalar::Time(_) => "time",
        Scalar::Duration => "duration",
        Scalar::Uuid => "uuid",
        Scalar::Decimal => "decimal",
        Scalar::DecimalString => "decimal-string",
        Scalar::Ip => "ip",
        Scalar::Ipv4 => "ipv4",
        Scalar::Ipv6 => "ipv6",
        Scalar::Base64 => "base64",
        Scalar::Base64Url => "base64url",
        Scalar::Password => "password",
        Scalar::Body => "body",
        Scalar::File => "file",
    }
}
