//! The ledger keeps its word: a node that can be changed or left out without a change of the code is
//! in the ledger, and what the ledger calls ignored can be left out.

mod edit;
mod judge;
mod subject;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use restitch_build::configure;
use restitch_build::ledger::End;
use restitch_tests::documents;

use judge::{Wrong, excuses, is_sampled, judge};
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
        let before = subject.outcome(&subject.files);
        for (file, pointer) in subject.nodes() {
            let place = match file {
                0 => format!("{name}#{pointer}"),
                file => format!("{name} {}#{pointer}", subject.files[file].0),
            };
            if !is_sampled(&place, one_in) {
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
                let end = end.code().map_or(end.word(), |code| code.as_str());
                let line = format!("{place}: {} ({end})", wrong.word());
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

/// The documents of the corpus that are small enough to be generated thousands of times.
fn corpus() -> Option<Vec<PathBuf>> {
    const LARGEST: u64 = 400_000;
    let folder = std::env::var_os("RESTITCH_CORPUS")?;
    let mut folders = vec![PathBuf::from(folder).join("specs")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).ok()?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.metadata().is_ok_and(|file| file.len() < LARGEST) {
                found.push(path);
            }
        }
    }
    found.sort();
    Some(found)
}

/// Which nodes of a document are sampled: about as many of each document.
fn sample(name: &str, nodes: Vec<(usize, String)>, wanted: usize) -> Vec<(usize, String)> {
    let one_in = (nodes.len() / wanted).max(1) as u64;
    let of_it =
        |(file, pointer): &(usize, String)| is_sampled(&format!("{name} {file}#{pointer}"), one_in);
    nodes.into_iter().filter(of_it).take(wanted).collect()
}

/// `RESTITCH_CORPUS=FOLDER cargo test --release -p restitch-tests --test ledger -- --ignored corpus
/// --nocapture`, where `FOLDER/specs` has the documents.
#[test]
#[ignore = "minutes, and documents that are not in this repository"]
#[allow(clippy::print_stdout)] // Its figures are what it is run for.
fn sampled_nodes_of_the_corpus_are_accounted_for() {
    const EACH: usize = 12;
    let Some(paths) = corpus() else {
        println!("skipped: RESTITCH_CORPUS names no folder with the documents");
        return;
    };
    let wrong: Mutex<BTreeMap<String, Vec<String>>> = Mutex::new(BTreeMap::new());
    let counts: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());
    let documents = AtomicUsize::new(0);
    each(&paths, |path| {
        let Some(subject) = Subject::new(path, configure()) else {
            return;
        };
        documents.fetch_add(1, Ordering::Relaxed);
        let name = short(path);
        let ledger = subject.ledger();
        let before = subject.outcome(&subject.files);
        for (file, pointer) in sample(&name, subject.nodes(), EACH) {
            let end = ledger.end(&subject.pointer(&ledger, file, &pointer));
            let word = end.map_or("none", End::word).to_owned();
            *counts.lock().unwrap().entry(word).or_default() += 1;
            if let Some((kind, end)) = judge(&subject, &ledger, &before, (file, &pointer)) {
                let end = end.code().map_or(end.word(), |code| code.as_str());
                let key = format!("{} ({end})", kind.word());
                let line = format!("{name}#{pointer}");
                wrong.lock().unwrap().entry(key).or_default().push(line);
                *counts
                    .lock()
                    .unwrap()
                    .entry(kind.word().to_owned())
                    .or_default() += 1;
            }
        }
    });
    let (wrong, counts) = (wrong.into_inner().unwrap(), counts.into_inner().unwrap());
    println!("{} documents: {counts:?}", documents.into_inner());
    for (kind, places) in &wrong {
        println!("{} {kind}\n  {}", places.len(), places.join("\n  "));
    }
    let is_grave = |kind: &&String| !kind.starts_with(Wrong::SaidTwice.word());
    let grave = wrong.keys().filter(is_grave).count();
    assert_eq!(grave, 0, "kinds of nodes that the ledger has wrongly");
}

fn short(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts[parts.len().saturating_sub(3)..].join("/")
}
