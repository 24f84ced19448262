//! Instances of a schema, made at random. Most are valid; what is not, the judge sorts out.

use percent_encoding::percent_decode_str;
use restitch_tests::random::Random;
use serde_json::{Map, Value, json};

use crate::text;

/// Makes instances of the schemas of a document.
pub struct Maker<'a> {
    /// The document, as [`crate::Judge`] has it.
    pub document: &'a Value,
    /// Decides what is made.
    pub random: Random,
    /// What they are for.
    pub only: Only,
}

/// What instances are for: where a value is sent decides which it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// Anything that the schema allows.
    Schema,
    /// A request's body of JSON or text: nothing that is `readOnly`.
    Body,
    /// A form: nothing either that the schema does not name.
    Form,
    /// A parameter of a query: not empty either, which many servers take for none.
    Query,
    /// A header or cookie: visible ASCII.
    Header,
    /// A segment of a path: not empty, and no `.` or `..`.
    Path,
}

/// Deeper than this only what must be there is made.
const DEEP: usize = 5;
/// And deeper than this nothing is.
const DEEPEST: usize = 12;
/// Strings are not made longer than this.
const LONGEST: usize = 100;
/// 2 to the power of 53: integers beyond are none in JavaScript, in which some servers are written.
const SAFE: f64 = 9_007_199_254_740_992.0;
/// 2 to the power of 64.
const MOST: f64 = 18_446_744_073_709_551_616.0;

impl Maker<'_> {
    /// An instance of the schema at a pointer; `None` where none was found.
    pub fn of(&mut self, pointer: &str) -> Option<Value> {
        let schema = self.document.pointer(pointer)?;
        self.make(schema, component(pointer), 0)
    }

    /// An instance of a schema, which is the component `name` or part of it.
    fn make(&mut self, schema: &Value, name: &str, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        let Some(map) = schema.as_object() else {
            return Some(json!("any"));
        };
        if let Some(Value::String(reference)) = map.get("$ref") {
            let pointer = decoded(reference.strip_prefix('#')?);
            let target = self.document.pointer(&pointer)?;
            let made = self.make(target, component(&pointer), depth + 1)?;
            return self.with_rest(made, map, name, depth);
        }
        if let Some(value) = map.get("const") {
            return Some(value.clone());
        }
        if let Some(values) = map.get("enum").and_then(Value::as_array) {
            return (!values.is_empty()).then(|| self.random.pick(values).clone());
        }
        if self.random.below(4) == 0
            && let Some(example) = map.get("example")
        {
            return Some(example.clone());
        }
        let own = self.own(map, depth)?;
        self.with_rest(own, map, name, depth)
    }

    /// What the keywords beside `type` add: members of `allOf`, a branch, a tag.
    fn with_rest(
        &mut self,
        mut made: Value,
        map: &Map<String, Value>,
        name: &str,
        depth: usize,
    ) -> Option<Value> {
        for member in list(map, "allOf") {
            let part = self.make(member, name, depth + 1)?;
            made = joined(made, part);
        }
        for key in ["oneOf", "anyOf"] {
            let branches = list(map, key);
            if branches.is_empty() {
                continue;
            }
            let branch = self.random.pick(branches);
            let part = self.make(branch, name, depth + 1)?;
            made = joined(made, part);
            let to = branch.get("$ref").and_then(Value::as_str);
            tag(&mut made, map, component(to.unwrap_or_default()))?;
        }
        if list(map, "oneOf").is_empty() && list(map, "anyOf").is_empty() {
            tag(&mut made, map, name)?;
            for member in list(map, "allOf") {
                let to = member
                    .get("$ref")
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                let target = self.document.pointer(&decoded(to.trim_start_matches('#')));
                if let Some(target) = target.and_then(Value::as_object) {
                    tag(&mut made, target, name)?;
                }
            }
        }
        Some(made)
    }

    fn own(&mut self, map: &Map<String, Value>, depth: usize) -> Option<Value> {
        let word = match map.get("type") {
            Some(Value::String(word)) => word.as_str(),
            Some(Value::Array(words)) => self.random.pick(words).as_str()?,
            _ if map.contains_key("properties") || map.contains_key("additionalProperties") => {
                "object"
            }
            _ if map.contains_key("items") => "array",
            // A schema that only others speak of.
            _ => return Some(Value::Null),
        };
        Some(match word {
            "object" => self.object(map, depth)?,
            "array" => self.array(map, depth)?,
            "string" => self.string(map),
            "integer" => {
                let mut ends =
                    json!([0, 1, -1, 100, 9_007_199_254_740_993_i64, i64::MIN, i64::MAX]);
                if self.only != Only::Schema {
                    // What JavaScript has as integers.
                    ends = json!([0, 1, -1, 100, 9_007_199_254_740_991_i64, i32::MIN]);
                }
                self.number(map, ends.as_array()?)
            }
            "number" => {
                let any = json!([0.0, 1.0, -1.5, 0.1, 1e300, 123_456.789, -0.0, 7]);
                self.number(map, any.as_array()?)
            }
            "boolean" => json!(self.random.below(2) == 0),
            _ => Value::Null,
        })
    }

    fn object(&mut self, map: &Map<String, Value>, depth: usize) -> Option<Value> {
        let mut out = Map::new();
        let required = list(map, "required");
        let empty = Map::new();
        let properties = map.get("properties").and_then(Value::as_object);
        for (key, schema) in properties.unwrap_or(&empty) {
            if self.only != Only::Schema && self.is_read_only(schema) {
                continue;
            }
            let must = required.iter().any(|name| name == key);
            if !must && (depth > DEEP || self.random.below(3) == 0) {
                continue;
            }
            match self.make(schema, "", depth + 1) {
                Some(value) => drop(out.insert(key.clone(), value)),
                None if must => return None,
                None => {}
            }
        }
        // What must be there, and is not described.
        let named = |key: &str| properties.is_some_and(|all| all.contains_key(key));
        let unnamed = required.iter().filter_map(Value::as_str);
        if self.only != Only::Schema {
            out.extend(
                unnamed
                    .filter(|key| !named(key))
                    .map(|key| (key.to_owned(), json!("any"))),
            );
        }
        let more = matches!(self.only, Only::Schema | Only::Body);
        if more && depth <= DEEP && self.random.below(3) == 0 {
            match map.get("additionalProperties") {
                Some(Value::Bool(false)) => {}
                Some(Value::Object(schema)) => {
                    let schema = Value::Object(schema.clone());
                    let value = self.make(&schema, "", depth + 1);
                    out.extend(value.map(|value| ("another".to_owned(), value)));
                }
                _ => drop(out.insert("another".to_owned(), json!({"new": [1.5, null]}))),
            }
        }
        Some(Value::Object(out))
    }

    /// Whether a property is in answers only, by its own word or that of what it refers to.
    fn is_read_only(&self, schema: &Value) -> bool {
        let target = schema.get("$ref").and_then(Value::as_str);
        let target = target.map(|to| decoded(to.trim_start_matches('#')));
        let target = target.and_then(|to| self.document.pointer(&to));
        let mut all = target.into_iter().chain([schema]);
        all.any(|schema| schema.get("readOnly") == Some(&json!(true)))
    }

    fn array(&mut self, map: &Map<String, Value>, depth: usize) -> Option<Value> {
        let least = count(map, "minItems").unwrap_or(0);
        let most = count(map, "maxItems").unwrap_or(2).min(2);
        let more = if depth > DEEP {
            0
        } else {
            self.random.below(most + 1)
        };
        let any = json!(true);
        let items = map.get("items").unwrap_or(&any);
        let made = (0..more.max(least)).map(|_| self.make(items, "", depth + 1));
        match made.collect() {
            Some(items) => Some(Value::Array(items)),
            None if least == 0 => Some(json!([])),
            None => None,
        }
    }

    fn string(&mut self, map: &Map<String, Value>) -> Value {
        let pattern = map.get("pattern").and_then(Value::as_str);
        if self.only != Only::Schema
            && let Some(text) = pattern.and_then(|it| text::of_pattern(it, &mut self.random))
        {
            return json!(text);
        }
        let format = map.get("format").and_then(Value::as_str).unwrap_or("");
        let texts = text::texts(format, self.only);
        let least = count(map, "minLength").unwrap_or(0).min(LONGEST);
        let most = count(map, "maxLength").unwrap_or(LONGEST);
        let text = self.random.pick(texts);
        let length = text.chars().count().max(least).min(most);
        let longer = text.chars().chain(std::iter::repeat('x'));
        json!(longer.take(length).collect::<String>())
    }

    /// One of some numbers, or of the bounds where there are any.
    fn number(&mut self, map: &Map<String, Value>, numbers: &[Value]) -> Value {
        let all = list(map, "allOf").iter().filter_map(Value::as_object);
        let bounds = all.chain([map]).flat_map(|map| {
            // Not 1.8446744073709552e19, which is written where the last `u64` is meant and is the
            // integer behind it.
            let most = match self.only {
                Only::Schema => MOST,
                _ => SAFE,
            };
            let fits = move |bound: &&Value| {
                bound
                    .as_f64()
                    .is_some_and(|bound| bound < most && (most > SAFE || bound > -most))
            };
            let bound = move |key| map.get(key).filter(fits);
            ["minimum", "maximum"].into_iter().filter_map(bound)
        });
        let mut bounds: Vec<Value> = bounds.cloned().collect();
        if bounds.is_empty() {
            return self.random.pick(numbers).clone();
        }
        bounds.push(json!(1));
        self.random.pick(&bounds).clone()
    }
}

fn list<'m>(map: &'m Map<String, Value>, key: &str) -> &'m [Value] {
    map.get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn count(map: &Map<String, Value>, key: &str) -> Option<usize> {
    let count = map.get(key).and_then(Value::as_u64)?;
    usize::try_from(count).ok()
}

/// Both in one, as objects; else the second, which says more than `null`.
fn joined(a: Value, b: Value) -> Value {
    match (a, b) {
        (Value::Object(mut a), Value::Object(b)) => {
            a.extend(b);
            Value::Object(a)
        }
        (a, Value::Null) => a,
        (_, b) => b,
    }
}

/// Names the schema in the property of a discriminator; `None` where a mapping does not.
fn tag(made: &mut Value, map: &Map<String, Value>, name: &str) -> Option<()> {
    let Some(discriminator) = map.get("discriminator") else {
        return Some(());
    };
    let property = discriminator.get("propertyName").and_then(Value::as_str);
    let (Some(property), Some(object)) = (property, made.as_object_mut()) else {
        return Some(());
    };
    let mapping = discriminator.get("mapping").and_then(Value::as_object);
    let leads = |to: &Value| {
        to.as_str()
            .is_some_and(|to| component(to) == name || to == name)
    };
    let key = mapping.and_then(|mapping| mapping.iter().find(|(_, to)| leads(to)));
    let key = match (key, mapping) {
        (Some((key, _)), _) => key,
        (None, Some(mapping)) if !mapping.is_empty() => return None,
        _ => name,
    };
    if !key.is_empty() {
        object.insert(property.to_owned(), json!(key));
    }
    Some(())
}

/// The name of the component that a pointer is of.
fn component(pointer: &str) -> &str {
    let pointer = pointer.trim_start_matches('#');
    let name = pointer.strip_prefix("/components/schemas/").unwrap_or("");
    if name.contains('/') { "" } else { name }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
