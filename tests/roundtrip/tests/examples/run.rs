//! All examples of a document: judged, read as their type, written and compared.

use std::collections::HashMap;
use std::ops::AddAssign;
use std::path::Path;

use jsonschema::Validator;
use restitch_build::Builder;
use restitch_build::diag::Grade;
use restitch_build::ir::TypeDef;
use restitch_build::tree::Pointer;
use restitch_roundtrip_tests::{Failure, equal::equal};

use crate::collect::{Example, examples};
use crate::document::{Document, Types};
use restitch_instances::Judge;
use restitch_instances::json;

/// How many there are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    /// Documents that give a client.
    pub(crate) documents: usize,
    /// Documents of Swagger 2.0.
    pub(crate) swagger: usize,
    /// Documents that are refused for another reason.
    pub(crate) refused: usize,
    /// Examples.
    pub(crate) examples: usize,
    /// Examples of schemas that the judge can't read.
    pub(crate) unjudged: usize,
    /// Examples that are valid.
    pub(crate) valid: usize,
    /// Valid ones that came back equal.
    pub(crate) round_trips: usize,
    /// Of these, those of a type that is raw JSON.
    pub(crate) raw: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.documents += other.documents;
        self.swagger += other.swagger;
        self.refused += other.refused;
        self.examples += other.examples;
        self.unjudged += other.unjudged;
        self.valid += other.valid;
        self.round_trips += other.round_trips;
        self.raw += other.raw;
    }
}

/// What came of a document.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) counts: Counts,
    /// Where examples stand that did not come back, and what happened.
    pub(crate) failures: Vec<(String, String)>,
    /// What could not be judged, and why.
    pub(crate) notes: Vec<String>,
}

pub(crate) fn run(path: &Path, builder: &Builder, scratch: &Path) -> Outcome {
    let document = Document::read(path);
    let mut out = Outcome::default();
    if document.is_swagger() {
        out.counts.swagger = 1;
        return out;
    }
    let found = examples(&document.tree, document.is_3_0);
    let (schemas, index) = schemas(&found);
    let report = document.generate(builder, &schemas, scratch);
    let mut errors = report.diagnostics().iter();
    let refusal = document.refusal.as_ref();
    let refusal = refusal.or_else(|| errors.find(|found| found.grade() == Grade::Error));
    let api = match (report.api(), refusal) {
        (Some(api), None) => api,
        (_, refusal) => {
            out.counts.refused = 1;
            let code = refusal.map_or("", |found| found.code.as_str());
            out.notes.push(format!("refused: {code}"));
            return out;
        }
    };
    out.counts.documents = 1;
    out.counts.examples = found.len();
    let judge = match Judge::new(&document.tree, document.dialect()) {
        Ok(judge) => judge,
        Err(why) => {
            out.counts.unjudged = found.len();
            out.notes.push(format!("can't be judged: {why}"));
            return out;
        }
    };
    let types = Types::new(api);
    let mut judges = HashMap::new();
    for example in &found {
        let schema = &example.schema;
        let judge = judges.entry(schema).or_insert_with(|| judge.of(schema));
        out.example(&document, &types, judge, index[schema], example);
    }
    out
}

/// Each schema once, and the place of each in the list.
fn schemas(found: &[Example]) -> (Vec<&Pointer>, HashMap<&Pointer, usize>) {
    let mut list = Vec::new();
    let mut index = HashMap::new();
    for Example { schema, .. } in found {
        index.entry(schema).or_insert_with(|| {
            list.push(schema);
            list.len() - 1
        });
    }
    (list, index)
}

impl Outcome {
    fn example(
        &mut self,
        document: &Document,
        types: &Types<'_>,
        judge: &Result<Validator, String>,
        index: usize,
        example: &Example,
    ) {
        let Some(node) = document.tree.get(&example.at) else {
            return;
        };
        let text = json::text(node);
        let value = serde_json::from_str(&text).map_err(|e| e.to_string());
        let valid = match (judge, &value) {
            (Ok(judge), Ok(value)) => judge.is_valid(value),
            (Err(why), _) | (_, Err(why)) => {
                self.counts.unjudged += 1;
                self.notes.push(format!("{}: {why}", example.schema));
                return;
            }
        };
        if !valid {
            return;
        }
        let back = check(document, types, index, &example.schema, &text);
        self.count(&example.at, back);
    }

    /// A valid instance, and whether it came back.
    pub(crate) fn count(&mut self, at: &Pointer, back: Result<bool, String>) {
        self.counts.valid += 1;
        match back {
            Ok(raw) => {
                self.counts.round_trips += 1;
                self.counts.raw += usize::from(raw);
            }
            Err(what) => self.failures.push((at.to_string(), what)),
        }
    }
}

/// Whether a valid text comes back by a type of its schema; and if so, whether as raw JSON.
///
/// The schema in a list is the type that answers have; where a type is two, the one that is sent
/// may be the one that fits.
pub(crate) fn check(
    document: &Document,
    types: &Types<'_>,
    index: usize,
    schema: &Pointer,
    text: &str,
) -> Result<bool, String> {
    let list = types.list(index).ok_or("no type")?;
    let first = one(types, list, &format!("[{text}]"));
    let mut others = types.of(document, schema).iter();
    if first.is_err() && others.any(|def| one(types, def, text).is_ok()) {
        return Ok(false);
    }
    first.map(|()| types.is_raw(list))
}

fn one(types: &Types<'_>, def: &TypeDef, text: &str) -> Result<(), String> {
    let name = def.name.ident.as_str();
    let program = types.program;
    let written = program.roundtrip(name, text.as_bytes()).ok_or("no type")?;
    let written = written.map_err(|failure| match failure {
        Failure::Decode(e) => format!("{name}: {e} in {text}"),
        Failure::Encode(e) => format!("{name}: {e} after {text}"),
    })?;
    let written = String::from_utf8_lossy(&written);
    if !equal(text, &written) {
        return Err(format!("{name}: {text} became {written}"));
    }
    match program.fallbacks(name, text.as_bytes()) {
        Some(0) => Ok(()),
        _ => Err(format!("{name}: no variant is for a part of {text}")),
    }
}
