//! The stages of the generator, on the pet store.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use restitch_build::diag::Sink;
use restitch_build::ir::Api;
use restitch_build::load::{Limits, Source, load};
use restitch_build::lower::lower;
use restitch_build::tree::Tree;
use restitch_build::{emit, format};

fn petstore() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/petstore.yaml");
    fs::read_to_string(path).expect("the pet store")
}

fn loaded(text: &str) -> Tree {
    let name = "petstore.yaml";
    load(
        Source::Text { name, text },
        &Limits::default(),
        &mut Sink::default(),
    )
}

fn described(text: &str) -> Api {
    let report = restitch_build::configure().check_text("petstore.yaml", text);
    let report = report.expect("a report");
    report.api().expect("a client").clone()
}

fn stages(c: &mut Criterion) {
    let text = petstore();
    let json = loaded(&text)
        .root()
        .map(|root| root.json(|_| serde_json::Value::Null));
    let json = json.expect("a document").to_string();
    let api = described(&text);
    c.bench_function("load, YAML", |b| b.iter(|| loaded(black_box(&text))));
    c.bench_function("load, JSON", |b| b.iter(|| loaded(black_box(&json))));
    c.bench_function("lower", |b| {
        let tree = || loaded(&text);
        let lowered = |mut tree: Tree| {
            lower(&mut tree, &mut Sink::default());
            tree
        };
        b.iter_batched(tree, lowered, BatchSize::SmallInput);
    });
    c.bench_function("all up to the intermediate representation", |b| {
        b.iter(|| described(black_box(&text)));
    });
    c.bench_function("emit", |b| b.iter(|| emit::emit(black_box(&api))));
    c.bench_function("format for build scripts", |b| {
        b.iter_batched(|| emit::emit(&api), format::plain, BatchSize::SmallInput);
    });
}

criterion_group!(benches, stages);
criterion_main!(benches);
