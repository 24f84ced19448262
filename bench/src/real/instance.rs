use std::collections::HashMap;

use restitch_build::ir::{
    Api, Branch, Field, Literal, Presence, Preset, Scalar, Type, TypeDef, TypeKind,
};
use serde_json::{Map, Value, json};

use super::subject::name;
use crate::random::Random;

/// How deep structs go before they hold nothing but what they must.
const DEPTH: usize = 3;

/// Makes values of a document's types up, the same in every run: half of what is optional is there,
/// a third of what may be null is.
pub(super) struct Instances<'a> {
    types: HashMap<&'a str, &'a TypeDef>,
    random: Random,
}

impl<'a> Instances<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self {
            types: api.types.iter().map(|def| (name(def), def)).collect(),
            random: Random::new(3),
        }
    }

    /// One of the type of this name.
    pub(super) fn of(&mut self, ty: &str) -> Value {
        self.named(ty, 0)
    }

    fn named(&mut self, ty: &str, depth: usize) -> Value {
        let Some(def) = self.types.get(ty).copied() else {
            return Value::Null;
        };
        match &def.kind {
            TypeKind::Record(record) => {
                let fields = record.fields.iter();
                let fields = fields.filter_map(|field| {
                    let value = self.field(field, depth + 1)?;
                    Some((field.name.wire.clone(), value))
                });
                Value::Object(fields.collect::<Map<_, _>>())
            }
            TypeKind::StringEnum(string_enum) => {
                let index = self.random.below(string_enum.variants.len().max(1));
                let variant = string_enum.variants.get(index);
                json!(variant.map(|variant| variant.name.wire.as_str()))
            }
            TypeKind::ValueEnum(values) => {
                let variant = values.variants.first();
                variant
                    .and_then(|v| serde_json::from_str(&v.name.wire).ok())
                    .unwrap_or_default()
            }
            TypeKind::Tuple(tuple) => {
                let items = tuple.items.iter();
                items.map(|item| self.value(&item.ty, depth)).collect()
            }
            TypeKind::Union(union) => self.branch(&union.branches, depth),
            TypeKind::Alias(ty) => self.value(ty, depth),
        }
    }

    /// The first scalar branch where it is deep already: an ID in the place of what it is of.
    fn branch(&mut self, branches: &[Branch], depth: usize) -> Value {
        let scalar = branches.iter().find(|b| matches!(b.ty, Type::Scalar(_)));
        let any = branches.get(self.random.below(branches.len().max(1)));
        let chosen = if depth >= DEPTH { scalar.or(any) } else { any };
        chosen.map_or(Value::Null, |branch| self.value(&branch.ty, depth))
    }

    fn field(&mut self, field: &Field, depth: usize) -> Option<Value> {
        let optional = !field.presence.is_required();
        if optional && (depth > DEPTH || self.random.chance(50)) {
            return None;
        }
        let nullable = matches!(
            field.presence,
            Presence::RequiredNullable | Presence::OptionalNullable
        );
        if nullable && (depth > DEPTH || self.random.chance(33)) {
            return Some(Value::Null);
        }
        Some(match field.preset.as_ref().map(Preset::value) {
            Some(Literal::Text(text)) => json!(text),
            Some(Literal::Bool(value)) => json!(value),
            Some(Literal::Integer(value)) => json!(value),
            _ => self.value(&field.ty, depth),
        })
    }

    fn value(&mut self, ty: &Type, depth: usize) -> Value {
        match ty {
            Type::Scalar(scalar) => self.scalar(*scalar),
            Type::Array(item) => {
                let count = if depth > DEPTH { 0 } else { 2 };
                (0..count).map(|_| self.value(item, depth + 1)).collect()
            }
            Type::Map(value) => {
                let entries =
                    ["order_id", "shop"].map(|key| (key.to_owned(), self.value(value, depth + 1)));
                Value::Object(entries.into_iter().collect())
            }
            Type::Nullable(value) => self.value(value, depth),
            Type::Named(name) => self.named(name.as_str(), depth),
            Type::Foreign(_) | Type::Own(..) => Value::Null,
        }
    }

    fn scalar(&mut self, scalar: Scalar) -> Value {
        let n = self.random.next();
        match scalar {
            Scalar::Bool => json!(n.is_multiple_of(2)),
            Scalar::I32 => json!(n % 100_000),
            Scalar::I64 | Scalar::U64 | Scalar::Number => json!(n),
            Scalar::F64 => json!(self.random.below(100_000)),
            Scalar::Json => json!({ "kind": "made up", "number": n }),
            _ => {
                let words = [
                    "usd",
                    "a name of some length",
                    "https://example.com/a/b",
                    "in_1Mb9",
                ];
                json!(format!("{}{n:x}", words[self.random.below(words.len())]))
            }
        }
    }
}
