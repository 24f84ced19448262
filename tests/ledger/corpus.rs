//! Sampled nodes of documents that vendors publish.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use restitch_build::configure;
use restitch_build::ledger::End;

use crate::judge::{Wrong, judge, number};
use crate::subject::Subject;
use crate::{each, said};

/// What is sampled, as the environment has it.
struct Sample {
    /// `RESTITCH_SEED`.
    seed: u64,
    /// `RESTITCH_EACH`: how many nodes of each document.
    each: usize,
    /// `RESTITCH_BYTES`, as in `400000-2000000`: the documents of such sizes. Those of the usual
    /// ones are small enough to be generated thousands of times.
    bytes: Range<u64>,
}

impl Sample {
    fn said() -> Self {
        let said = |name: &str| std::env::var(name).ok();
        let number = |name: &str| said(name)?.parse().ok();
        let range = |text: String| {
            let (from, to) = text.split_once('-')?;
            Some(from.parse().ok()?..to.parse().ok()?)
        };
        Self {
            seed: number("RESTITCH_SEED").unwrap_or_default(),
            each: number("RESTITCH_EACH").map_or(12, |each| usize::try_from(each).unwrap_or(12)),
            bytes: said("RESTITCH_BYTES").and_then(range).unwrap_or(0..400_000),
        }
    }

    /// The documents.
    fn documents(&self) -> Option<Vec<PathBuf>> {
        let folder = std::env::var_os("RESTITCH_CORPUS")?;
        let mut folders = vec![PathBuf::from(folder)];
        let mut found = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).ok()?.flatten() {
                let path = entry.path();
                let is_wanted = |file: fs::Metadata| self.bytes.contains(&file.len());
                if path.is_dir() {
                    folders.push(path);
                } else if path.metadata().is_ok_and(is_wanted) {
                    found.push(path);
                }
            }
        }
        found.sort();
        Some(found)
    }

    /// Which nodes of a document.
    fn nodes(&self, name: &str, mut nodes: Vec<(usize, String)>) -> Vec<(usize, String)> {
        nodes.sort_by_cached_key(|(file, pointer)| {
            number(self.seed, &format!("{name} {file}#{pointer}"))
        });
        nodes.truncate(self.each);
        nodes
    }
}

/// `RESTITCH_CORPUS=FOLDER cargo test --release -p restitch-tests --test ledger -- --ignored corpus
/// --nocapture`, where `FOLDER` has the documents.
#[test]
#[ignore = "minutes, and documents that are not in this repository"]
#[allow(clippy::print_stdout)] // Its findings are what it is run for.
fn sampled_nodes_of_the_corpus_are_accounted_for() {
    let sample = Sample::said();
    let Some(paths) = sample.documents() else {
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
        let before = subject.code(&subject.files).expect("it is not refused");
        let count = |word: &str| *counts.lock().unwrap().entry(word.to_owned()).or_default() += 1;
        for (file, pointer) in sample.nodes(&name, subject.nodes()) {
            let end = ledger.end(&subject.pointer(&ledger, file, &pointer));
            count("nodes");
            count(end.map_or("none", End::word));
            if let Some((kind, end)) = judge(&subject, &ledger, &before, (file, &pointer)) {
                let key = format!("{} ({})", kind.word(), said(end));
                let line = format!("{name}#{pointer}");
                println!("{key}: {line}");
                wrong.lock().unwrap().entry(key).or_default().push(line);
                count(kind.word());
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
