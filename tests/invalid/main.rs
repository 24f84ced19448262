//! Bad documents by the hundred. Each is found fault with, at its place; none makes the generator
//! panic, hang or take much memory; and what has nothing to do with the mistake is generated.

mod bytes;
mod cases;
mod classes;
mod cost;
mod keywords;
mod sizes;
mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use restitch_build::diag::{Code, Diagnostic};
use restitch_build::{Builder, Report, configure};
use restitch_tests::{documents, pasted, specs};

/// A bad document that is made while the test runs.
struct Bad {
    /// The class it is one of.
    class: &'static str,
    /// What was done to the sound document.
    name: String,
    text: Text,
    /// A code that is found, of the node with this pointer or of what is below it, if that is known.
    code: Vec<String>,
    at: Option<String>,
    /// Whether the witness has to survive.
    keeps: bool,
}

enum Text {
    Text(String),
    /// What is no UTF-8, or may not be.
    Bytes(Vec<u8>),
}

/// All that is made.
fn made() -> Vec<Bad> {
    let mut all = keywords::all();
    all.extend(cases::all());
    all.extend(bytes::all());
    all.extend(sizes::all());
    all
}

#[test]
#[allow(clippy::print_stdout)] // Shown by `--nocapture`.
fn each_class_has_documents_and_each_document_a_class() {
    let mut count: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for class in classes::CLASSES {
        count.insert(class.name, (0, 0));
    }
    assert_eq!(count.len(), classes::CLASSES.len(), "a class comes twice");
    let files = documents("invalid");
    for file in &files {
        let name = file.trim_start_matches("invalid/");
        let of = classes::CLASSES.iter().filter(|class| class.has(name));
        let of: Vec<_> = of.map(|class| class.name).collect();
        let [class] = of[..] else {
            panic!("{file} is in the classes {of:?} of classes.rs, and has to be in one");
        };
        count.entry(class).or_default().0 += 1;
    }
    let made = made();
    for bad in &made {
        let of = count.get_mut(bad.class);
        of.unwrap_or_else(|| panic!("`{}` is no class of classes.rs", bad.class))
            .1 += 1;
    }
    let empty: Vec<_> = count
        .iter()
        .filter(|(_, count)| **count == (0, 0))
        .collect();
    assert!(empty.is_empty(), "classes without a document: {empty:?}");
    println!(
        "{} classes, {} files, {} made",
        count.len(),
        files.len(),
        made.len()
    );
    for (class, (files, made)) in &count {
        println!("{files:4} {made:4}  {class}");
    }
    assert!(count.len() >= 42 && files.len() + made.len() >= 300);
}

#[test]
fn files_are_found_fault_with() {
    for file in documents("invalid") {
        let name = file.trim_start_matches("invalid/");
        let path = specs().join(&file);
        let builder = restitch_tests::overlaid(name);
        let report = cost::within(move || builder.check(&path).expect("nothing is written"));
        let report = report.unwrap_or_else(|broken| panic!("{name}: {broken}"));
        // What the build script says wrongly has no place in the document.
        let is_script = report
            .diagnostics()
            .iter()
            .any(|found| found.code == Code::CHOICE);
        assert!(located(&report) || is_script, "nothing was found in {name}");
    }
}

#[test]
fn what_is_made_is_found_fault_with() {
    let witness = whole::witness();
    let wrong: Vec<String> = made()
        .into_iter()
        .flat_map(|bad| wrong(bad, &witness))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of them:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// See `tests/fixes.rs`, for files. One in eight of those that are made.
#[test]
fn actions_mend_what_is_made() {
    mended(8);
}

#[test]
#[ignore = "two minutes"]
fn every_action_mends_what_is_made() {
    mended(1);
}

#[allow(clippy::print_stdout)] // Shown by `--nocapture`.
fn mended(step: usize) {
    const MOST_BYTES: usize = 10_000;
    let (mut count, mut all) = (0, Vec::new());
    for bad in made().into_iter().step_by(step) {
        let Text::Text(text) = bad.text else { continue };
        // Large ones have thousands of the same, each of which is read again.
        if text.len() > MOST_BYTES {
            continue;
        }
        let check = |builder: Builder| builder.check_text("x.yaml", &text).expect("no file");
        let name = format!("{}: {}", bad.class, bad.name);
        let (shown, wrong) = pasted::wrong(&name, &configure, &check);
        count += shown;
        all.extend(wrong);
    }
    println!("{count} actions");
    assert!(
        all.is_empty(),
        "{} of {count}:\n{}",
        all.len(),
        all.join("\n")
    );
}

/// What does not hold of a bad document that should.
fn wrong(bad: Bad, witness: &BTreeSet<String>) -> Vec<String> {
    let what = format!("{}: {}", bad.class, bad.name);
    let text = bad.text;
    let report = match cost::within(move || check(text)) {
        Ok(report) => report,
        Err(broken) => return vec![format!("{what}: {broken}")],
    };
    let is_expected = |found: &Diagnostic| {
        let is_code = bad.code.iter().any(|code| code == found.code.as_str());
        let is_at = bad.at.as_ref().is_none_or(|at| {
            let below = found.pointer.as_str().strip_prefix(at.as_str());
            below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        is_code && is_at && found.place.is_some()
    };
    let all = report.diagnostics();
    let mut wrong = Vec::new();
    if !all.iter().any(is_expected) {
        let found = all
            .iter()
            .map(|found| format!("{} {}", found.code.as_str(), found.pointer));
        let found: Vec<_> = found.collect();
        let (code, at) = (bad.code.join(" or "), bad.at.unwrap_or_default());
        wrong.push(format!("{what}: expected {code} at #{at}, found {found:?}"));
    }
    let lost = whole::lost(&report, witness);
    if bad.keeps && !lost.is_empty() {
        wrong.push(format!("{what}: it costs {lost:?}"));
    }
    wrong
}

fn check(text: Text) -> Report {
    let report = match text {
        Text::Text(text) => configure().check_text("x.yaml", &text),
        Text::Bytes(bytes) => {
            let path = std::env::temp_dir().join(format!("{}.yaml", std::process::id()));
            fs::write(&path, bytes).expect("a file for bytes");
            configure().check(&path)
        }
    };
    report.expect("nothing is written")
}

/// Whether something was found that has a place.
fn located(report: &Report) -> bool {
    report
        .diagnostics()
        .iter()
        .any(|found| found.place.is_some())
}
