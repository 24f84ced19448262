//! What edits of one node change, for who changes the ledger.

use std::collections::BTreeSet;
use std::path::Path;

use restitch_build::configure;

use crate::edit::{Edit, edits};
use crate::said;
use crate::subject::Subject;

/// Lines and characters that are shown of a difference.
const LINES: usize = 6;
const CHARACTERS: usize = 200;

/// `RESTITCH_WHY=DOCUMENT#POINTER cargo test -p restitch-tests --test ledger -- --ignored why
/// --nocapture`, where the document is one of `features/` or a path.
#[test]
#[ignore = "to look at one node"]
#[allow(clippy::print_stdout)] // It is run for what it prints.
fn why() {
    let Ok(wanted) = std::env::var("RESTITCH_WHY") else {
        println!("skipped: RESTITCH_WHY names no node");
        return;
    };
    let (path, pointer) = wanted.split_once('#').expect("DOCUMENT#POINTER");
    let subject = match path.strip_prefix("features/") {
        Some(_) => Subject::of(path),
        None => Subject::new(Path::new(path), configure()),
    };
    let subject = subject.expect("it is not refused");
    let ledger = subject.ledger();
    let end = ledger.end(&subject.pointer(&ledger, 0, pointer));
    println!("{}", end.map_or("none", said));
    let before = subject.code(&subject.files).expect("it is not refused");
    for edit in edits(subject.node(0, pointer)) {
        let after = subject.edited(0, pointer, &edit);
        let what = match (&edit, &after) {
            (_, None) => "refused",
            (Edit::Remove, _) => "without",
            (Edit::Replace(_), _) => "changed",
        };
        println!("{what}");
        let after = after.unwrap_or_default();
        show('-', &before, &after);
        show('+', &after, &before);
    }
}

/// The lines of a text that another has not.
#[allow(clippy::print_stdout)]
fn show(sign: char, text: &str, other: &str) {
    let other: BTreeSet<&str> = other.lines().collect();
    let lines = text.lines().filter(|line| !other.contains(line));
    for line in lines.take(LINES) {
        println!(
            "  {sign} {}",
            line.chars().take(CHARACTERS).collect::<String>()
        );
    }
}
