//! The rules of layout that `ARCHITECTURE.md` states, checked on the text of the sources.
//!
//! A plain text scan, so that it needs no compiler and reads like the rules themselves. Comments
//! and literals are blanked first: prose and messages may name what code may not.

mod architecture;
mod files;
mod imports;
mod rust;
mod size;
mod words;

use std::fs;

use files::Source;

/// Fails with one line a finding.
fn none(rule: &str, findings: &[String]) {
    assert!(
        findings.is_empty(),
        "{rule}:\n  {}\n",
        findings.join("\n  ")
    );
}

/// What `check` finds in every source under `folder`, each with its place.
fn scan(folder: &str, check: impl Fn(&Source) -> Vec<(usize, String)>) -> Vec<String> {
    let sources = files::rust_sources(folder);
    assert!(!sources.is_empty(), "no sources under {folder:?}");
    let found = sources.iter().flat_map(|source| {
        let path = &source.path;
        let place = move |(line, text)| format!("{path}:{line}: {text}");
        check(source).into_iter().map(place)
    });
    found.collect()
}

#[test]
fn imports_run_one_way() {
    let found = scan("generator/src", |source| {
        imports::forbidden(&source.path, &source.code)
    });
    none("a module imports what it may not know", &found);
}

#[test]
fn every_module_has_its_row() {
    none("modules and table differ", &imports::missing_rows());
}

#[test]
fn names_and_tokens_come_from_one_place() {
    let found = scan("generator/src", |source| {
        words::forbidden(&source.path, &source.code)
    });
    none("text could become code here", &found);
}

#[test]
fn files_and_functions_are_short() {
    let found = scan("", |source| size::too_long(&source.path, &source.code));
    none("too long", &found);
}

/// What the derives read off a name, and what the generator leaves to them.
#[test]
fn the_cases_of_names_are_the_same_twice() {
    let read = |path: &str| fs::read_to_string(files::root().join(path)).expect("it is there");
    assert_eq!(
        read("derive/src/case.rs"),
        read("generator/src/emit/case.rs")
    );
}

#[test]
fn the_table_names_what_exists() {
    none("ARCHITECTURE.md", &architecture::wrong_rows());
}

#[test]
fn every_dependency_has_its_reason() {
    none("ARCHITECTURE.md", &architecture::unexplained());
}
