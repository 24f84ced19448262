//! The ledger keeps its word: a node that can be changed or left out without a change of the code is
//! in the ledger, and what the ledger calls ignored can be left out.

mod cases;
mod corpus;
mod edit;
mod judge;
mod subject;
mod why;

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use restitch_build::ledger::End;
use restitch_tests::documents;

use judge::{excuses, judge, number};
use subject::Subject;

/// Does something with each, on several threads.
fn each<T: Sync>(all: &[T], work: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(one);
                }
            });
        }
    });
}

/// How a list names an end.
fn said(end: End) -> &'static str {
    end.code().map_or(end.word(), |code| code.as_str())
}

/// Judges one node in so many of the feature documents, against the list of excuses.
fn features(one_in: u64) {
    let excuses = excuses();
    let (expected, found) = (Mutex::new(BTreeSet::new()), Mutex::new(BTreeSet::new()));
    let only = std::env::var("RESTITCH_LEDGER").ok();
    let mut names = documents("features");
    names.retain(|name| {
        only.as_ref()
            .is_none_or(|only| only.split(',').any(|it| name.contains(it)))
    });
    let judged = AtomicUsize::new(0);
    each(&names, |name| {
        let subject = Subject::of(name).expect("it is not refused");
        let ledger = subject.ledger();
        let before = subject.code(&subject.files).expect("it is not refused");
        for (file, pointer) in subject.nodes() {
            let place = match file {
                0 => format!("{name}#{pointer}"),
                file => format!("{name} {}#{pointer}", subject.files[file].0),
            };
            if !number(0, &place).is_multiple_of(one_in) {
                continue;
            }
            judged.fetch_add(1, Ordering::Relaxed);
            let known = excuses.iter().filter(|line| {
                let rest = line.strip_prefix(place.as_str());
                rest.is_some_and(|rest| rest.starts_with(": "))
            });
            expected
                .lock()
                .unwrap()
                .extend(known.map(|line| (*line).to_owned()));
            if let Some((wrong, end)) = judge(&subject, &ledger, &before, (file, &pointer)) {
                let line = format!("{place}: {} ({})", wrong.word(), said(end));
                found.lock().unwrap().insert(line);
            }
        }
    });
    let (expected, found) = (expected.into_inner().unwrap(), found.into_inner().unwrap());
    let missing = found.difference(&expected).map(|line| format!("+ {line}"));
    let stale = expected.difference(&found).map(|line| format!("- {line}"));
    let differences: Vec<_> = missing.chain(stale).collect();
    let judged = judged.into_inner();
    assert!(
        differences.is_empty(),
        "{} of {judged} nodes are not as tests/ledger/excuses.txt has them:\n{}",
        differences.len(),
        differences.join("\n")
    );
    assert!(
        only.is_some() || judged > 8000 / usize::try_from(one_in).unwrap(),
        "{judged} nodes were judged"
    );
}

/// One node in eight; the next test has all.
#[test]
fn nodes_of_the_features_are_accounted_for() {
    features(8);
}

/// `cargo test -p restitch-tests --test ledger -- --ignored every_node`; `RESTITCH_LEDGER=maps,enum` is
/// for the documents with such names only.
#[test]
#[ignore = "minutes of processor time"]
fn every_node_of_the_features_is_accounted_for() {
    features(1);
}
