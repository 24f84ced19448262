//! The examples of real documents come back: each that is valid against its schema is decoded by
//! the type of the schema and encoded equal, and no union of it is in its fallback. So do instances
//! made at random of real schemas, for which few documents have an example.
//!
//! Those of the project's own documents run always. The corpus takes minutes for each:
//! `cargo test -p restitch-roundtrip-tests --test examples -- --ignored --nocapture`.

mod collect;
mod document;
mod excuses;
mod made;
mod run;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use restitch_tests::{configured, corpus, specs};

use excuses::compare;
use run::{Counts, run};

#[test]
fn examples_of_our_own_documents_come_back() {
    let mut all = Counts::default();
    for path in corpus::files(&specs()) {
        let name = path.strip_prefix(specs()).expect("a path in specs/");
        // Bad documents, and files of others.
        if name.starts_with("invalid") || name.components().count() > 2 {
            continue;
        }
        let name = name.display().to_string();
        let out = run(
            &path,
            &configured(&name),
            &scratch(&format!("examples/{name}")),
        );
        assert_eq!(out.failures, [], "{name}");
        assert!(out.notes.is_empty(), "{name}: {:?}", out.notes);
        all += out.counts;
    }
    assert!(all.valid > 0 && all.valid == all.round_trips, "{all:?}");
}

#[test]
#[ignore = "minutes, and documents that are not part of the project"]
fn examples_of_real_documents_come_back() {
    let Some(folder) = corpus::folder(|| scratch("examples-corpus")) else {
        return;
    };
    let mut all = Counts::default();
    let mut wrong = Vec::new();
    let mut listed = 0;
    for path in corpus::files(&folder) {
        let name = path.strip_prefix(&folder).expect("a path in the corpus");
        let name = name.display().to_string();
        let start = Instant::now();
        let out = run(
            &path,
            &restitch_build::configure(),
            &scratch("examples-files"),
        );
        say(&format!(
            "{name}: {:?}, {:.1?}",
            out.counts,
            start.elapsed()
        ));
        out.notes.iter().for_each(|note| say(&format!("  {note}")));
        all += out.counts;
        let (other, excused) = compare(&name, &out.failures);
        wrong.extend(other);
        listed += excused;
    }
    say(&format!("{all:#?}, {listed} listed"));
    assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), wrong.len());
    // So many there are: fewer would mean that they are not found.
    assert!(all.valid > 20_000, "{all:?}");
}

#[test]
#[ignore = "minutes, and documents that are not part of the project"]
fn instances_of_real_schemas_come_back() {
    let Some(folder) = corpus::folder(|| scratch("instances-corpus")) else {
        return;
    };
    let mut all = Counts::default();
    let mut wrong = Vec::new();
    for path in corpus::files(&folder) {
        let name = path.strip_prefix(&folder).expect("a path in the corpus");
        let name = name.display().to_string();
        let start = Instant::now();
        let out = made::run(
            &path,
            &restitch_build::configure(),
            &scratch("instances-files"),
        );
        say(&format!(
            "{name}: {:?}, {:.1?}",
            out.counts,
            start.elapsed()
        ));
        all += out.counts;
        let failures = out.failures.iter();
        wrong.extend(failures.map(|(at, what)| format!("{name}{at}: {what}")));
    }
    say(&format!("{all:#?}"));
    assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), wrong.len());
    assert!(all.valid > 70_000, "{all:?}");
}

/// A new, empty folder.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // What an earlier run left.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

#[allow(clippy::print_stdout)] // Shown by `--nocapture`.
fn say(text: &str) {
    println!("{text}");
}
