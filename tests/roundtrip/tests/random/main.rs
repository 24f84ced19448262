//! Random documents, and random values of their types. `PROPTEST_CASES` says how many.

mod check;
mod compile;
mod document;
mod families;
mod instance;
mod model;
mod schemas;
mod spell;
mod stable;
mod tree;
mod words;
mod write;

use std::cell::Cell;
use std::io::{self, Write as _};

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use crate::check::{Count, Failed, check};
use crate::document::{Document, document};

/// The same documents each time, unless `PROPTEST_CASES` asks for so many others.
fn runner(cases: u32) -> TestRunner {
    let asked = std::env::var("PROPTEST_CASES").ok();
    let asked = asked.and_then(|it| it.parse().ok());
    let config = ProptestConfig {
        cases: asked.unwrap_or(cases),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    };
    if asked.is_some() {
        return TestRunner::new(config);
    }
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, rng)
}

fn choices() -> impl Strategy<Value = Vec<Vec<u16>>> {
    prop::collection::vec(prop::collection::vec(any::<u16>(), 0..80), 1..6)
}

/// Runs a check on random documents; one that fails is shown as small as it gets.
fn each_document(cases: u32, check: impl Fn(&Document) -> Result<(), Failed>) {
    let run = runner(cases).run(&document(), |document| {
        check(&document).map_err(|why| failed(&why, &document))
    });
    shown(run);
}

fn failed(why: &Failed, document: &Document) -> TestCaseError {
    TestCaseError::fail(format!("{why:?}\n{}", document.tree()))
}

/// Without the input as Rust has it: the document says the same, shorter.
fn shown<T>(run: Result<(), TestError<T>>) {
    match run {
        Ok(()) => {}
        Err(TestError::Fail(why, _)) => panic!("{why}"),
        Err(TestError::Abort(why)) => panic!("aborted: {why}"),
    }
}

#[test]
fn valid_instances_come_back() {
    let total = Cell::new(Count::default());
    let run = runner(600).run(&(document(), choices()), |(document, choices)| {
        let count = check(&document, &choices).map_err(|why| failed(&why, &document))?;
        total.set(total.get().and(count));
        Ok(())
    });
    shown(run);
    let total = total.get();
    writeln!(io::stderr(), "{total:?}").expect("stderr");
    // Else the strategies make what they should not.
    // Else the strategies make what they should not; those of parents and heirs make more of it.
    assert!(total.refused * 4 < total.valid, "{total:?}");
}

#[test]
fn order_and_neighbours_name_nothing() {
    each_document(300, stable::names);
}

#[test]
fn code_is_the_same_and_parses() {
    each_document(100, |document| stable::code(&document.tree()));
}

#[test]
fn nothing_wrong_is_found() {
    each_document(300, |document| stable::faults(&document.tree()));
}

/// `RANDOM_CLIENTS=500 cargo test -p restitch-roundtrip-tests --test random -- --ignored`.
#[test]
#[ignore = "minutes: hundreds of clients are compiled"]
fn clients_compile_without_a_warning() {
    let count = std::env::var("RANDOM_CLIENTS")
        .ok()
        .and_then(|it| it.parse().ok());
    let folder = compile::write(count.unwrap_or(200));
    if let Err(why) = compile::check(&folder) {
        panic!("in {}:\n{why}", folder.display());
    }
}
