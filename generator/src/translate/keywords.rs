//! The keywords of a schema, whichever of `openapiv3`'s shapes they came in.
//!
//! `openapiv3` sorts a schema into one of six kinds and gives up (`Any`) at the first keyword that
//! does not fit. What a schema means is decided from its keywords instead, read here from all of
//! the kinds into one plain struct.

use indexmap::IndexSet;
use openapiv3::{
    AdditionalProperties, AnySchema, IntegerFormat, IntegerType, NumberType, ObjectType, Schema,
    SchemaKind, StringType, Type, VariantOrUnknownOrEmpty,
};
use serde_json::Value;

use super::facts::Facts;

/// What `additionalProperties` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Additional {
    /// Nothing.
    #[default]
    Unsaid,
    /// `false`.
    No,
    /// `true`.
    Any,
    /// A schema.
    Schema,
}

/// The keywords that decide a type.
#[derive(Clone, Debug, Default)]
pub(super) struct Keywords {
    pub(super) typ: Option<String>,
    pub(super) format: String,
    pub(super) enumeration: Vec<Value>,
    pub(super) properties: IndexSet<String>,
    pub(super) required: IndexSet<String>,
    pub(super) has_items: bool,
    pub(super) additional: Additional,
    pub(super) minimum: Option<f64>,
    pub(super) maximum: Option<f64>,
    pub(super) all_of: usize,
    pub(super) any_of: usize,
    pub(super) one_of: usize,
    pub(super) not: bool,
    pub(super) nullable: bool,
    pub(super) deprecated: bool,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) facts: Facts,
}

impl Keywords {
    /// Of a schema.
    pub(super) fn of(schema: &Schema) -> Self {
        let mut out = match &schema.schema_kind {
            SchemaKind::Type(typ) => of_type(typ),
            SchemaKind::OneOf { one_of } => Self {
                one_of: one_of.len(),
                ..Self::default()
            },
            SchemaKind::AnyOf { any_of } => Self {
                any_of: any_of.len(),
                ..Self::default()
            },
            SchemaKind::AllOf { all_of } => Self {
                all_of: all_of.len(),
                ..Self::default()
            },
            SchemaKind::Not { .. } => Self {
                not: true,
                ..Self::default()
            },
            SchemaKind::Any(any) => of_any(any),
        };
        let data = &schema.schema_data;
        out.nullable = data.nullable;
        out.deprecated = data.deprecated;
        out.title.clone_from(&data.title);
        out.description.clone_from(&data.description);
        out.facts = Facts::of(&data.extensions);
        out.minimum = out.facts.minimum.or(out.minimum);
        out.maximum = out.facts.maximum.or(out.maximum);
        out
    }

    /// The type, guessed from the keywords beside it where it is not said.
    pub(super) fn kind(&self) -> Option<&str> {
        match self.typ.as_deref() {
            Some(said) => Some(said),
            None if !self.properties.is_empty() || self.additional != Additional::Unsaid => {
                Some("object")
            }
            None if self.has_items => Some("array"),
            None if !self.enumeration.is_empty()
                && self.enumeration.iter().all(Value::is_string) =>
            {
                Some("string")
            }
            None => None,
        }
    }

    /// How many branches the combining keywords have together.
    pub(super) fn branches(&self) -> usize {
        self.all_of + self.any_of + self.one_of
    }
}

fn of_type(typ: &Type) -> Keywords {
    match typ {
        Type::String(StringType {
            format,
            enumeration,
            ..
        }) => Keywords {
            typ: Some("string".to_owned()),
            format: word(format),
            enumeration: enumeration
                .iter()
                .map(|v| v.clone().map_or(Value::Null, Value::String))
                .collect(),
            ..Keywords::default()
        },
        Type::Number(NumberType { enumeration, .. }) => Keywords {
            typ: Some("number".to_owned()),
            enumeration: enumeration
                .iter()
                .map(|v| v.map_or(Value::Null, Value::from))
                .collect(),
            ..Keywords::default()
        },
        Type::Integer(integer) => of_integer(integer),
        Type::Boolean(_) => Keywords {
            typ: Some("boolean".to_owned()),
            ..Keywords::default()
        },
        Type::Object(ObjectType {
            properties,
            required,
            additional_properties,
            ..
        }) => Keywords {
            typ: Some("object".to_owned()),
            properties: properties.keys().cloned().collect(),
            required: required.iter().cloned().collect(),
            additional: additional(additional_properties.as_ref()),
            ..Keywords::default()
        },
        Type::Array(array) => Keywords {
            typ: Some("array".to_owned()),
            has_items: array.items.is_some(),
            ..Keywords::default()
        },
    }
}

// Bounds only choose a width, for which the nearest f64 does.
#[allow(clippy::cast_precision_loss)]
fn of_integer(integer: &IntegerType) -> Keywords {
    Keywords {
        typ: Some("integer".to_owned()),
        format: match &integer.format {
            VariantOrUnknownOrEmpty::Item(IntegerFormat::Int32) => "int32".to_owned(),
            VariantOrUnknownOrEmpty::Item(IntegerFormat::Int64) => "int64".to_owned(),
            VariantOrUnknownOrEmpty::Unknown(other) => other.clone(),
            VariantOrUnknownOrEmpty::Empty => String::new(),
        },
        enumeration: integer
            .enumeration
            .iter()
            .map(|v| v.map_or(Value::Null, Value::from))
            .collect(),
        minimum: integer.minimum.map(|n| n as f64),
        maximum: integer.maximum.map(|n| n as f64),
        ..Keywords::default()
    }
}

fn of_any(any: &AnySchema) -> Keywords {
    Keywords {
        typ: any.typ.clone(),
        format: any.format.clone().unwrap_or_default(),
        enumeration: any.enumeration.clone(),
        properties: any.properties.keys().cloned().collect(),
        required: any.required.iter().cloned().collect(),
        has_items: any.items.is_some(),
        additional: additional(any.additional_properties.as_ref()),
        minimum: any.minimum,
        maximum: any.maximum,
        all_of: any.all_of.len(),
        any_of: any.any_of.len(),
        one_of: any.one_of.len(),
        not: any.not.is_some(),
        ..Keywords::default()
    }
}

fn additional(said: Option<&AdditionalProperties>) -> Additional {
    match said {
        None => Additional::Unsaid,
        Some(AdditionalProperties::Any(false)) => Additional::No,
        Some(AdditionalProperties::Any(true)) => Additional::Any,
        Some(AdditionalProperties::Schema(_)) => Additional::Schema,
    }
}

fn word<T>(format: &VariantOrUnknownOrEmpty<T>) -> String {
    match format {
        VariantOrUnknownOrEmpty::Unknown(word) => word.clone(),
        // The known ones are read by name once they have a type of their own.
        VariantOrUnknownOrEmpty::Item(_) | VariantOrUnknownOrEmpty::Empty => String::new(),
    }
}
