//! Instances of random schemas, valid by construction: what is left to the judge are values of one
//! branch or part that another one refuses.

use serde_json::{Map, Value, json};

use crate::document::Document;
use crate::model::{Additional, Object, Scalar, Schema, Tuple, Union};
use crate::words;
use crate::write::Mode;

/// Numbers that decide; 0 when there are no more, which is the simplest choice everywhere.
#[derive(Clone, Debug)]
pub(crate) struct Choices<'a>(pub(crate) &'a [u16]);

impl Choices<'_> {
    pub(crate) fn below(&mut self, count: usize) -> usize {
        match self.0.split_first() {
            Some((first, rest)) => {
                self.0 = rest;
                usize::from(*first) % count.max(1)
            }
            None => 0,
        }
    }

    pub(crate) fn of<'b, T>(&mut self, values: &'b (impl AsRef<[T]> + ?Sized)) -> &'b T {
        let values = values.as_ref();
        &values[self.below(values.len())]
    }
}

/// Values hold optional parts this deep, and end in any case at the second.
const DEEP: usize = 5;
const DEEPEST: usize = 14;

/// Makes instances.
#[derive(Debug)]
pub(crate) struct Maker<'a> {
    pub(crate) document: &'a Document,
    pub(crate) mode: Mode,
    pub(crate) choices: Choices<'a>,
}

impl Maker<'_> {
    /// A value of a schema, unless none is found that ends.
    pub(crate) fn make(&mut self, schema: &Schema, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        Some(match schema {
            Schema::Any => self.any(),
            Schema::Scalar(of) => self.scalar(*of),
            Schema::Enum(values, _) => self.choices.of::<Value>(values).clone(),
            Schema::Const(value) => value.clone(),
            Schema::Object(object) => self.object(object, depth)?,
            Schema::Array(item) => self.array(item.as_deref(), depth)?,
            Schema::Tuple(tuple) => self.tuple(tuple, depth)?,
            Schema::Unevaluated(of, said) => self.unevaluated(of, said, depth)?,
            Schema::Family(_) => return None,
            Schema::Parent(parent) => self.parent(parent, depth)?,
            Schema::Heir(heir) => self.heir(heir, depth)?,
            Schema::AllOf(parts) => self.all_of(parts, depth)?,
            Schema::Union(union) => self.union(union, depth)?,
            Schema::Types(kinds) => of_kind(self.choices.of::<&str>(kinds), &mut self.choices),
            Schema::Nullable(of) => match self.choices.below(3) {
                0 => Value::Null,
                _ => self.make(of, depth + 1).unwrap_or_default(),
            },
            Schema::Ref(at) => self.make(&self.document.get(*at).1, depth + 1)?,
            Schema::Beside(_, of) => self.make(of, depth)?,
        })
    }

    /// Any JSON.
    pub(crate) fn any(&mut self) -> Value {
        let values = [
            json!(null),
            json!(1),
            json!("a"),
            json!(true),
            json!([]),
            json!({}),
            json!(1.5),
            json!([1, "a", null]),
            json!({"a": null, "id": 1, "kind": "a"}),
            json!({"a": {"b": [{}]}}),
            json!("2024-02-29"),
        ];
        self.choices.of::<Value>(&values).clone()
    }

    pub(crate) fn object(&mut self, object: &Object, depth: usize) -> Option<Value> {
        let mut out = Map::new();
        let mode = self.mode;
        for property in object.properties.iter().filter(|it| mode.shows(it.access)) {
            if property.required {
                let value = self.make(&property.schema, depth + 1)?;
                out.insert(property.name.clone(), value);
            } else if depth < DEEP && self.choices.below(3) > 0 {
                let value = self.make(&property.schema, depth + 1);
                out.extend(value.map(|value| (property.name.clone(), value)));
            }
        }
        for name in &object.undeclared {
            let value = match &object.additional {
                Additional::No => return None,
                Additional::Schema(of) => self.make(of, depth + 1)?,
                Additional::Unsaid | Additional::Yes => self.any(),
            };
            out.insert(name.clone(), value);
        }
        if depth < DEEP {
            self.more(object, &mut out, depth);
        }
        Some(Value::Object(out))
    }

    /// Keys that patterns match, and such as nothing names.
    fn more(&mut self, object: &Object, out: &mut Map<String, Value>, depth: usize) {
        for (at, schema) in &object.patterns {
            for key in &words::PATTERNS[*at].1[..self.choices.below(3)] {
                out.extend(
                    self.make(schema, depth + 1)
                        .map(|value| ((*key).to_owned(), value)),
                );
            }
        }
        for _ in 0..self.choices.below(3) {
            let key = *self.choices.of::<&str>(words::PROPERTIES);
            if object.properties.iter().any(|it| it.name == key) || out.contains_key(key) {
                continue;
            }
            let value = match &object.additional {
                Additional::No => None,
                Additional::Schema(of) => self.make(of, depth + 1),
                Additional::Unsaid | Additional::Yes => Some(self.any()),
            };
            out.extend(value.map(|value| (key.to_owned(), value)));
        }
    }

    fn array(&mut self, item: Option<&Schema>, depth: usize) -> Option<Value> {
        let mut out = Vec::new();
        let count = if depth < DEEP {
            self.choices.below(4)
        } else {
            0
        };
        for _ in 0..count {
            out.push(match item {
                Some(item) => self.make(item, depth + 1)?,
                None => self.any(),
            });
        }
        Some(Value::Array(out))
    }

    fn tuple(&mut self, tuple: &Tuple, depth: usize) -> Option<Value> {
        let more = if depth < DEEP {
            self.choices.below(6)
        } else {
            0
        };
        let mut out = Vec::new();
        for index in 0..tuple.least + more {
            let item = match (tuple.items.get(index), &tuple.rest) {
                (Some(item), _) => self.make(item, depth + 1),
                (None, Additional::No) => break,
                (None, Additional::Schema(of)) => self.make(of, depth + 1),
                (None, Additional::Unsaid | Additional::Yes) => Some(self.any()),
            };
            match item {
                Some(item) => out.push(item),
                None if index < tuple.least => return None,
                None => break,
            }
        }
        Some(Value::Array(out))
    }

    /// The parts' values put together where they are objects; else one of them.
    pub(crate) fn all_of(&mut self, parts: &[Schema], depth: usize) -> Option<Value> {
        let mut out = Map::new();
        for part in parts {
            match self.make(part, depth + 1)? {
                Value::Object(more) if self.choices.below(2) == 0 => out.extend(more),
                Value::Object(more) => out = more.into_iter().chain(out).collect(),
                _ if is_open(part) => {}
                other => return Some(other),
            }
        }
        Some(Value::Object(out))
    }

    /// Perhaps one key more.
    fn unevaluated(&mut self, of: &Schema, said: &Additional, depth: usize) -> Option<Value> {
        let mut value = self.make(of, depth)?;
        if let (Additional::No, Value::Object(entries)) = (said, &mut value) {
            // What the parts leave room for is what the judge would refuse.
            entries.retain(|key, _| self.document.declares(of, key));
        }
        let key = *self.choices.of::<&str>(words::PROPERTIES);
        if let (Additional::Schema(of), Value::Object(entries)) = (said, &mut value)
            && !entries.contains_key(key)
            && depth < DEEP
        {
            let more = self.make(of, depth + 1);
            entries.extend(more.map(|more| (key.to_owned(), more)));
        }
        Some(value)
    }

    fn union(&mut self, union: &Union, depth: usize) -> Option<Value> {
        if union.null && self.choices.below(4) == 0 {
            return Some(Value::Null);
        }
        let count = union.branches.len();
        let first = self.choices.below(count);
        for index in (0..count).map(|index| (first + index) % count) {
            let Some(mut value) = self.make(&union.branches[index], depth + 1) else {
                continue;
            };
            if let (Some(tag), Value::Object(entries)) = (&union.discriminator, &mut value) {
                let name = self.choices.of::<String>(&tag.values[index]).clone();
                entries.insert(tag.property.clone(), name.into());
            }
            return Some(value);
        }
        None
    }

    fn scalar(&mut self, of: Scalar) -> Value {
        let integers = match of {
            Scalar::Bool => return (self.choices.below(2) == 1).into(),
            Scalar::Text(format) => return (*self.choices.of::<&str>(texts(format))).into(),
            Scalar::Integer("uint64") | Scalar::Bounded("0", _) => {
                vec![json!(0), json!(1), json!(u64::MAX), json!(i64::MAX)]
            }
            Scalar::Bounded("1", _) => vec![json!(1), json!(2_147_483_648_u64)],
            Scalar::Bounded(_, "1e30") => vec![json!(-5), json!(u64::MAX), json!(1e29)],
            Scalar::Integer("uint8") => vec![json!(0), json!(255)],
            Scalar::Integer("int32") | Scalar::Number("int32") => {
                vec![json!(0), json!(-1), json!(i32::MAX), json!(i32::MIN)]
            }
            Scalar::Integer(_) | Scalar::Bounded(..) | Scalar::Number("int64") => {
                vec![json!(0), json!(-1), json!(i64::MAX), json!(i64::MIN)]
            }
            Scalar::Number(_) => {
                vec![
                    json!(0),
                    json!(0.1),
                    json!(-2.25),
                    json!(1e300),
                    json!(12_345_678),
                ]
            }
        };
        self.choices.of::<Value>(&integers).clone()
    }
}

fn is_open(part: &Schema) -> bool {
    matches!(part, Schema::Any)
}

fn of_kind(kind: &str, choices: &mut Choices<'_>) -> Value {
    let values = match kind {
        "string" => [json!("a"), json!("1")],
        "integer" => [json!(1), json!(-7)],
        "number" => [json!(1.5), json!(2)],
        "boolean" => [json!(true), json!(false)],
        "object" => [json!({}), json!({"a": null, "b": 1})],
        _ => [json!([]), json!([1, "a", null])],
    };
    choices.of::<Value>(&values).clone()
}

/// Texts of a format.
fn texts(format: &str) -> &'static [&'static str] {
    match format {
        "date-time" => &[
            "2024-02-29T12:00:00Z",
            "2024-02-29T12:00:00.5+01:00",
            "1990-12-31T23:59:60Z",
        ],
        "date" => &["2024-02-29", "0001-01-01", "9999-12-31"],
        "uuid" => &[
            "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6",
        ],
        "ipv4" => &["127.0.0.1", "0.0.0.0"],
        "ipv6" => &["::1", "2001:DB8::", "::ffff:1.2.3.4"],
        "ip" => &["127.0.0.1", "::1"],
        "byte" => &["", "aGk=", "/+8="],
        "base64url" => &["", "aGk", "_-8"],
        "time" => &["12:00:00Z"],
        "duration" => &["P1DT2H"],
        "decimal" | "int64" => &["1.50", "-7"],
        "email" => &["a@example.com"],
        "uri" => &["https://example.com/?a=b", "urn:a"],
        _ => &["", "a", "red", "2024-02-29", "\u{0}\"\\é👍", "null"],
    }
}
