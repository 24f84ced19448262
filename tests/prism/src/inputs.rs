//! Values for calls, made at random of the schemas of their parameters and bodies.

use std::collections::HashMap;

use restitch_build::tree::Pointer;
use restitch_instances::{Judge, Maker, Only};
use restitch_program::read::CONTENT;
use restitch_tests::random::Random;
use serde_json::{Map, Value, json};

use crate::pointers;

/// How often each operation is called.
pub(crate) const CALLS: usize = 3;
/// Of so many values one has to be valid.
const TRIES: usize = 400;

/// The requests of a document's operations, as its program reads them, and what has none.
pub(crate) struct Requests {
    /// A line of JSON for each call.
    pub(crate) lines: Vec<String>,
    /// Operations, by their index, with an input for which no valid value was found: not called where
    /// it is required, else called without.
    pub(crate) without: Vec<(usize, String)>,
}

/// `CALLS` requests of each operation: the first with all that it can have, the second with what it
/// must have, and others in between.
pub(crate) fn requests(operations: &[Value], judge: &Judge) -> Requests {
    let mut values = Values {
        judge,
        valid: HashMap::new(),
        missing: Vec::new(),
    };
    let mut out = Requests {
        lines: Vec::new(),
        without: Vec::new(),
    };
    for (index, operation) in operations.iter().enumerate() {
        let calls = (0..CALLS).map(|call| values.inputs(index, call, operation));
        match calls.collect::<Result<Vec<Value>, String>>() {
            Ok(calls) => {
                let lines = calls
                    .into_iter()
                    .map(|inputs| json!({ "operation": index, "inputs": inputs }).to_string());
                out.lines.extend(lines);
            }
            Err(input) => values.missing.push((index, input)),
        }
    }
    out.without = values.missing;
    out
}

/// Whether a value is valid.
type Valid = Box<dyn Fn(&Value) -> bool>;

struct Values<'a> {
    judge: &'a Judge,
    /// The judges of schemas, which are slow to make; none where a schema can't be read.
    valid: HashMap<String, Option<Valid>>,
    missing: Vec<(usize, String)>,
}

impl Values<'_> {
    /// The values of a call; or the input for which there is none.
    fn inputs(&mut self, index: usize, call: usize, operation: &Value) -> Result<Value, String> {
        let seed = u64::try_from(index * CALLS + call).unwrap_or_default();
        let mut random = Random::new(seed + 1);
        let mut inputs = Map::new();
        let of = |key: &str| operation[key].as_array().cloned().unwrap_or_default();
        for input in of("arguments") {
            let value = self.value(&input, call, &mut random);
            let name = input["name"].as_str().unwrap_or_default();
            inputs.insert(name.to_owned(), value.ok_or_else(|| name.to_owned())?);
        }
        for input in of("setters") {
            let is_given = match call {
                0 => true,
                1 => false,
                _ => random.below(2) == 0,
            };
            let value = self.value(&input, call, &mut random);
            let name = input["name"].as_str().unwrap_or_default();
            match value.filter(|_| is_given) {
                Some(value) => drop(inputs.insert(name.to_owned(), value)),
                None if is_given => self.missing.push((index, name.to_owned())),
                None => {}
            }
        }
        let mut all = of("arguments").into_iter().chain(of("setters"));
        if let Some(count) = all.find_map(|input| contents(&input)) {
            inputs.insert(CONTENT.to_owned(), json!(call % count));
        }
        Ok(Value::Object(inputs))
    }

    fn value(&mut self, input: &Value, call: usize, random: &mut Random) -> Option<Value> {
        let content = contents(input).map(|count| &input["contents"][call % count]);
        let holder = content.unwrap_or(input)["pointer"].as_str()?;
        let media_type = content.and_then(|content| content["mediaType"].as_str());
        let only = match (input["location"].as_str()?, media_type) {
            ("path", _) => Only::Path,
            ("header" | "cookie", _) => Only::Header,
            ("query", _) => Only::Query,
            (_, Some(form)) if form.contains("form") => Only::Form,
            _ => Only::Body,
        };
        let Some(schema) = pointers::schema(&self.judge.root, holder) else {
            return Some(json!("any"));
        };
        let judge = self.judge;
        let valid = self.valid.entry(schema.as_str().to_owned());
        let valid = valid.or_insert_with(|| judge_of(judge, &schema)).as_ref()?;
        let mut maker = Maker {
            document: &judge.root,
            random: Random::new(u64::try_from(random.below(1 << 30)).unwrap_or_default()),
            only,
        };
        let made = (0..TRIES).filter_map(|_| maker.of(schema.as_str()));
        let fit = made.filter(|value| fits(value, only) && valid(value));
        let made = Told::of(&judge.root, media_type, schema.as_str()).best(fit)?;
        // Of values in a row the schema is that of one.
        let is_list = content.is_some_and(|content| content["type"]["kind"] == "array");
        Some(if is_list && !made.is_array() {
            json!([made])
        } else {
            made
        })
    }
}

/// Which values Prism reads as they are sent. Others are made only where the schema has none of
/// these.
#[derive(Clone, Copy)]
enum Told {
    All,
    /// A form without `encoding`: of a list it reads the last item, of an object text, and an empty form
    /// is no body to it.
    PlainForm,
    /// A parameter of several types, which it takes as it came: one item is not seen as a list.
    Union,
}

impl Told {
    fn of(document: &Value, media_type: Option<&str>, schema: &str) -> Self {
        let at = |pointer: &str| document.pointer(pointer);
        if let Some(media_type) = media_type {
            let holder = schema.strip_suffix("/schema").and_then(at);
            let is_plain = holder.is_some_and(|media| media.get("encoding").is_none());
            return if media_type.contains("urlencoded") && is_plain {
                Self::PlainForm
            } else {
                Self::All
            };
        }
        let mut found = at(schema);
        while let Some(to) = found.and_then(|schema| schema.get("$ref")?.as_str()) {
            found = at(to.trim_start_matches('#'));
        }
        let is_union = |key| found.is_some_and(|schema| schema.get(key).is_some());
        if is_union("oneOf") || is_union("anyOf") {
            Self::Union
        } else {
            Self::All
        }
    }

    /// The first value of which nothing is read otherwise, else the one of which least is.
    fn best(self, values: impl Iterator<Item = Value>) -> Option<Value> {
        let mut best: Option<(usize, Value)> = None;
        for value in values {
            let lost = self.lost(&value);
            if lost == 0 {
                return Some(value);
            }
            if best.as_ref().is_none_or(|(least, _)| lost < *least) {
                best = Some((lost, value));
            }
        }
        best.map(|(_, value)| value)
    }

    /// How many parts of a value are read otherwise.
    fn lost(self, value: &Value) -> usize {
        match (self, value) {
            (Self::PlainForm, Value::Object(members)) => {
                let has_parts = |value: &&Value| value.is_array() || value.is_object();
                let is_empty = members.values().all(Value::is_null);
                members.values().filter(has_parts).count() + usize::from(is_empty)
            }
            (Self::Union, Value::Array(items)) => usize::from(items.len() == 1),
            _ => 0,
        }
    }
}

fn judge_of(judge: &Judge, schema: &Pointer) -> Option<Valid> {
    let judge = judge.of(schema).ok()?;
    Some(Box::new(move |value| judge.is_valid(value)))
}

/// How many media types a body can have; `None` of what is none.
fn contents(input: &Value) -> Option<usize> {
    let count = input["contents"].as_array()?.len();
    (count > 0).then_some(count)
}

/// Whether a value can be sent there at all.
fn fits(value: &Value, only: Only) -> bool {
    match (value, only) {
        // Nothing is written for them.
        (Value::Null, _) => only == Only::Body,
        (Value::String(text), Only::Path) => !matches!(text.as_str(), "" | "." | ".."),
        (Value::Array(items), Only::Path | Only::Query) => !items.is_empty(),
        (Value::String(text), Only::Header) => text.trim() == text,
        (Value::String(text), Only::Query) => !text.is_empty(),
        _ => true,
    }
}
