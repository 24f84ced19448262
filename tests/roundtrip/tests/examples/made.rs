//! Instances that were made of the component schemas of a document.

use std::path::Path;

use restitch_build::Builder;
use restitch_build::tree::{FileId, Node, Pointer};
use restitch_tests::random::Random;
use serde_json::Value;

use crate::document::{Document, Types};
use crate::run::{Outcome, check};
use restitch_instances::{Judge, Maker, Only};

/// So many schemas of a document are taken, and so many instances made of each.
const SCHEMAS: usize = 120;
const INSTANCES: usize = 12;

pub(crate) fn run(path: &Path, builder: &Builder, scratch: &Path) -> Outcome {
    let document = Document::read(path);
    let schemas = components(&document);
    let mut out = Outcome::default();
    if document.is_swagger() || document.refusal.is_some() || schemas.is_empty() {
        return out;
    }
    let schemas: Vec<&Pointer> = schemas.iter().collect();
    let report = document.generate(builder, &schemas, scratch);
    let judge = Judge::new(&document.tree, document.dialect());
    let (Some(api), Ok(judge)) = (report.api(), judge) else {
        return out;
    };
    let types = Types::new(api);
    out.counts.documents = 1;
    let mut maker = Maker {
        document: &judge.root,
        random: Random::new(1),
        only: Only::Schema,
    };
    for (index, schema) in schemas.into_iter().enumerate() {
        let Ok(judge) = judge.of(schema) else {
            out.counts.unjudged += 1;
            continue;
        };
        let made = (0..INSTANCES).filter_map(|_| maker.of(schema.as_str()));
        for value in made.collect::<Vec<Value>>() {
            out.counts.examples += 1;
            if judge.is_valid(&value) {
                let back = check(&document, &types, index, schema, &value.to_string());
                out.count(schema, back);
            }
        }
    }
    out
}

/// Some of the component schemas, of all parts of the list.
fn components(document: &Document) -> Vec<Pointer> {
    let at = Pointer::root(FileId(0))
        .child("components")
        .child("schemas");
    let map = document.tree.get(&at).and_then(Node::as_map);
    let entries = map.into_iter().flat_map(|map| map.iter());
    let all: Vec<Pointer> = entries.map(|entry| at.child(&entry.key)).collect();
    let step = all.len() / SCHEMAS + 1;
    all.into_iter().step_by(step).collect()
}
