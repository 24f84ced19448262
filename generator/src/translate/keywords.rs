//! The keywords of a schema, whichever of `openapiv3`'s shapes they came in.
//!
//! `openapiv3` sorts a schema into one of six kinds and gives up (`Any`) at the first keyword that
//! does not fit. What a schema means is decided from its keywords instead, read here from all of
//! the kinds into one plain struct.

use indexmap::{IndexMap, IndexSet};
use openapiv3::{
    AdditionalProperties, AnySchema, IntegerType, NumberType, ObjectType, Schema, SchemaKind,
    StringType, Type, VariantOrUnknownOrEmpty,
};
use serde::Serialize;
use serde_json::Value;

use crate::tree::Pointer;

use super::discriminator::Discriminator;
use super::facts::{Facts, Said};
use super::site::Site;

/// What `additionalProperties` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Additional {
    /// Nothing.
    #[default]
    Unsaid,
    /// `false`.
    No,
    /// `true`.
    Any,
    /// A schema.
    Schema(Site),
}

/// An `anyOf` or `oneOf`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnionOf {
    /// The list.
    pub(super) at: Pointer,
    /// Its branches, those that only `null` fits among them.
    pub(super) branches: Vec<Pointer>,
    pub(super) discriminator: Option<Discriminator>,
}

/// The keywords that decide a type: of one schema, or of several that hold at once.
#[derive(Clone, Debug, Default)]
pub(super) struct Keywords {
    /// Where they stand, and whether in the site itself, not behind a reference.
    pub(super) members: Vec<(Pointer, bool)>,
    pub(super) typ: Option<String>,
    pub(super) format: String,
    pub(super) enumeration: Vec<Value>,
    /// Where they stand: one `enum`, or those of several branches.
    pub(super) enum_at: Vec<Pointer>,
    pub(super) properties: IndexMap<String, Site>,
    pub(super) required: IndexSet<String>,
    pub(super) items: Option<Site>,
    /// `prefixItems`.
    pub(super) prefix: Vec<Site>,
    pub(super) min_items: Option<usize>,
    pub(super) max_items: Option<usize>,
    /// `patternProperties`.
    pub(super) patterns: IndexMap<String, Site>,
    pub(super) additional: Additional,
    /// `unevaluatedProperties`, which counts where nothing is said of additional ones.
    pub(super) unevaluated: Additional,
    pub(super) minimum: Option<f64>,
    pub(super) maximum: Option<f64>,
    pub(super) all_of: Vec<Pointer>,
    pub(super) unions: Vec<UnionOf>,
    /// Of a schema by itself; a union has its own.
    pub(super) discriminator: Option<Discriminator>,
    pub(super) not: bool,
    pub(super) nullable: bool,
    pub(super) deprecated: bool,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) facts: Facts,
}

impl Keywords {
    /// Of the schema at a pointer.
    pub(super) fn of(schema: &Schema, at: &Pointer) -> Self {
        let mut out = match &schema.schema_kind {
            SchemaKind::Type(typ) => of_type(typ, at),
            SchemaKind::OneOf { one_of } => Self {
                unions: union("oneOf", one_of.len(), at),
                ..Self::default()
            },
            SchemaKind::AnyOf { any_of } => Self {
                unions: union("anyOf", any_of.len(), at),
                ..Self::default()
            },
            SchemaKind::AllOf { all_of } => Self {
                all_of: items(&at.child("allOf"), all_of.len()),
                ..Self::default()
            },
            SchemaKind::Not { .. } => Self {
                not: true,
                ..Self::default()
            },
            SchemaKind::Any(any) => of_any(any, at),
        };
        out.members = vec![(at.clone(), true)];
        let data = &schema.schema_data;
        let discriminator = data.discriminator.as_ref();
        let discriminator = discriminator.map(|read| Discriminator::of(read, at));
        for union in &mut out.unions {
            union.discriminator.clone_from(&discriminator);
        }
        out.discriminator = discriminator;
        out.nullable = data.nullable;
        out.deprecated = data.deprecated;
        out.read_only = data.read_only;
        out.write_only = data.write_only;
        out.title.clone_from(&data.title);
        out.description.clone_from(&data.description);
        out.facts = Facts::of(&data.extensions);
        out.unevaluated = match out.facts.unevaluated {
            None => Additional::Unsaid,
            Some(Said::No) => Additional::No,
            Some(Said::Any) => Additional::Any,
            Some(Said::Schema) => Additional::Schema(Site::one(at.child("unevaluatedProperties"))),
        };
        out.minimum = out.facts.minimum.or(out.minimum);
        out.maximum = out.facts.maximum.or(out.maximum);
        out.format = super::scalar::format(out.format, out.facts.encoding.as_deref());
        let places = items(&at.child("prefixItems"), out.facts.prefix);
        out.prefix = places.into_iter().map(Site::one).collect();
        let patterns = at.child("patternProperties");
        let site = |key: &String| (key.clone(), Site::one(patterns.child(key)));
        out.patterns = out.facts.patterns.iter().map(site).collect();
        out.enumeration.iter_mut().for_each(whole);
        if !out.enumeration.is_empty() {
            out.enum_at.push(at.child("enum"));
        }
        out
    }

    /// The type, guessed from the keywords beside it where it is not said.
    pub(super) fn kind(&self) -> Option<&str> {
        match self.typ.as_deref() {
            Some(said) => Some(said),
            None if !self.properties.is_empty()
                || !self.patterns.is_empty()
                || self.additional != Additional::Unsaid =>
            {
                Some("object")
            }
            None if self.items.is_some() || !self.prefix.is_empty() => Some("array"),
            None if !self.enumeration.is_empty()
                && self.enumeration.iter().all(Value::is_string) =>
            {
                Some("string")
            }
            None => None,
        }
    }

    /// Takes over what another schema says of the same values that decides no type: its
    /// documentation where this one has none, and its direction.
    pub(super) fn also_says(&mut self, other: Self) {
        self.title = self.title.take().or(other.title);
        self.description = self.description.take().or(other.description);
        self.deprecated |= other.deprecated;
        self.read_only |= other.read_only;
        self.write_only |= other.write_only;
        self.members.extend(other.members);
    }

    /// Takes `unevaluatedProperties` for `additionalProperties`, where that is not said and every
    /// property is described here: not by the branches of a union, nor on a condition.
    pub(super) fn close(&mut self, unevaluated: Additional) {
        let described = self.unions.is_empty() && !self.facts.conditional;
        if self.additional == Additional::Unsaid && described && self.kind() == Some("object") {
            self.additional = unevaluated;
        }
    }

    /// The values of `enum`, `null` apart.
    pub(super) fn values(&self) -> Vec<&Value> {
        let values = self.enumeration.iter();
        values.filter(|value| !value.is_null()).collect()
    }

    /// The only value that fits, if there is only one.
    pub(super) fn only_value(&self) -> Option<&Value> {
        match self.enumeration.as_slice() {
            [one] if !one.is_null() && !self.nullable => Some(one),
            _ => None,
        }
    }

    /// Leaves only the values of one of several types.
    pub(super) fn restrict(&mut self, word: &str) {
        self.typ = Some(word.to_owned());
        self.facts.several_types = false;
        self.facts.types.clear();
        self.nullable = false;
        if word != "object" {
            self.properties.clear();
            self.required.clear();
            self.additional = Additional::Unsaid;
        }
        if word != "array" {
            self.items = None;
        }
    }

    /// Whether nothing here decides a type, `type` aside: documentation and what is not checked.
    pub(super) fn is_plain(&self) -> bool {
        self.unions.is_empty() && self.all_of.is_empty() && self.is_plain_beside_schemas()
    }

    /// The same but for the schemas that hold too: `allOf`, `anyOf`, `oneOf`.
    pub(super) fn is_plain_beside_schemas(&self) -> bool {
        let facts = &self.facts;
        self.enumeration.is_empty()
            && self.properties.is_empty()
            && self.required.is_empty()
            && !matches!(self.additional, Additional::Schema(_))
            && !matches!(self.unevaluated, Additional::Schema(_))
            && self.patterns.is_empty()
            && self.items.is_none()
            && self.prefix.is_empty()
            && self.format.is_empty()
            && !(facts.several_types || facts.only_null || facts.never)
    }
}

/// Writes a number that is an integer as one: `1.0` and `1` are one value.
fn whole(value: &mut Value) {
    // All integers up to here are `f64`s.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let float = match value {
        Value::Number(number) if number.is_f64() => number.as_f64(),
        _ => None,
    };
    let whole = float.filter(|value| value.fract() == 0.0 && value.abs() <= EXACT);
    // It is whole and small enough.
    #[allow(clippy::cast_possible_truncation)]
    if let Some(whole) = whole {
        *value = Value::from(whole as i64);
    }
}

/// A number of the document as `enum` has it.
pub(super) fn number(text: &str) -> Option<Value> {
    let mut value: Value = serde_json::from_str(text).ok()?;
    whole(&mut value);
    Some(value)
}

fn items(list: &Pointer, count: usize) -> Vec<Pointer> {
    (0..count).map(|index| list.item(index)).collect()
}

fn union(keyword: &str, count: usize, at: &Pointer) -> Vec<UnionOf> {
    let at = at.child(keyword);
    let branches = items(&at, count);
    (count > 0)
        .then_some(UnionOf {
            at,
            branches,
            discriminator: None,
        })
        .into_iter()
        .collect()
}

fn properties<T>(members: &IndexMap<String, T>, at: &Pointer) -> IndexMap<String, Site> {
    let at = at.child("properties");
    let site = |key: &String| (key.clone(), Site::one(at.child(key)));
    members.keys().map(site).collect()
}

fn of_type(typ: &Type, at: &Pointer) -> Keywords {
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
        Type::Number(NumberType {
            format,
            enumeration,
            minimum,
            maximum,
            ..
        }) => Keywords {
            minimum: *minimum,
            maximum: *maximum,
            typ: Some("number".to_owned()),
            format: word(format),
            enumeration: enumeration
                .iter()
                .map(|v| v.map_or(Value::Null, Value::from))
                .collect(),
            ..Keywords::default()
        },
        Type::Integer(integer) => of_integer(integer),
        Type::Boolean(boolean) => Keywords {
            typ: Some("boolean".to_owned()),
            enumeration: boolean
                .enumeration
                .iter()
                .map(|v| v.map_or(Value::Null, Value::from))
                .collect(),
            ..Keywords::default()
        },
        Type::Object(ObjectType {
            properties: members,
            required,
            additional_properties,
            ..
        }) => Keywords {
            typ: Some("object".to_owned()),
            properties: properties(members, at),
            required: required.iter().cloned().collect(),
            additional: additional(additional_properties.as_ref(), at),
            ..Keywords::default()
        },
        Type::Array(array) => Keywords {
            typ: Some("array".to_owned()),
            items: array.items.is_some().then(|| Site::one(at.child("items"))),
            min_items: array.min_items,
            max_items: array.max_items,
            ..Keywords::default()
        },
    }
}

// Bounds only choose a width, for which the nearest f64 does.
#[allow(clippy::cast_precision_loss)]
fn of_integer(integer: &IntegerType) -> Keywords {
    Keywords {
        typ: Some("integer".to_owned()),
        format: word(&integer.format),
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

fn of_any(any: &AnySchema, at: &Pointer) -> Keywords {
    let mut unions = union("anyOf", any.any_of.len(), at);
    unions.extend(union("oneOf", any.one_of.len(), at));
    Keywords {
        typ: any.typ.clone(),
        format: any.format.clone().unwrap_or_default(),
        enumeration: any.enumeration.clone(),
        properties: properties(&any.properties, at),
        required: any.required.iter().cloned().collect(),
        items: any.items.is_some().then(|| Site::one(at.child("items"))),
        min_items: any.min_items,
        max_items: any.max_items,
        additional: additional(any.additional_properties.as_ref(), at),
        minimum: any.minimum,
        maximum: any.maximum,
        all_of: items(&at.child("allOf"), any.all_of.len()),
        unions,
        not: any.not.is_some(),
        ..Keywords::default()
    }
}

fn additional(said: Option<&AdditionalProperties>, at: &Pointer) -> Additional {
    match said {
        None => Additional::Unsaid,
        Some(AdditionalProperties::Any(false)) => Additional::No,
        Some(AdditionalProperties::Any(true)) => Additional::Any,
        Some(AdditionalProperties::Schema(_)) => {
            Additional::Schema(Site::one(at.child("additionalProperties")))
        }
    }
}

/// A format by its name, whether openapiv3 knows it or not.
fn word<T: Serialize>(format: &VariantOrUnknownOrEmpty<T>) -> String {
    let name = match format {
        VariantOrUnknownOrEmpty::Unknown(name) => return name.clone(),
        VariantOrUnknownOrEmpty::Empty => return String::new(),
        VariantOrUnknownOrEmpty::Item(known) => serde_json::to_value(known),
    };
    let name = name.ok();
    name.as_ref()
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}
