//! Prism as a judge of requests: for ten real documents, each operation is called at least three times
//! by a program that was written from the client's outline, with values made at random of the
//! document's schemas. Prism, which nobody here wrote, finds fault with none but for [`excuses`].
//!
//! `cargo run -p restitch-prism-tests` runs all, `-- NAME..` some, `-- FILE..` other documents, for which
//! nothing is listed. Needs the corpus beside the checkout and Node; says so where one is missing.

#![allow(clippy::print_stdout)] // It is a command.

mod answers;
mod documents;
mod excuses;
mod inputs;
mod pointers;
mod project;
mod replies;
mod run;
mod server;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use restitch_oracle_tests::{Program, packages};
use restitch_tests::corpus;

use documents::DOCUMENTS;

const PRISM: Program = Program::Node(&["@stoplight/prism-cli@5.14.2"]);

fn main() -> ExitCode {
    let names: Vec<String> = env::args().skip(1).collect();
    match all(&names) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Whether nothing was found.
fn all(names: &[String]) -> Result<bool, String> {
    let target = env::var_os("CARGO_TARGET_DIR");
    let target = target.unwrap_or(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target").into());
    let target = Path::new(&target).join("prism");
    fs::create_dir_all(&target).map_err(|error| error.to_string())?;
    let target = target.canonicalize().map_err(|error| error.to_string())?;
    let Some(subjects) = subjects(names, &target)? else {
        return Ok(true);
    };
    let prism = match packages(PRISM, &target) {
        Ok(prism) => prism,
        Err(why) => {
            println!("skipped: Prism can't be had: {why}");
            return Ok(env::var_os("CI").is_none());
        }
    };
    let mut total = run::Counts::default();
    let mut wrong = Vec::new();
    for (name, path) in subjects {
        let out = run::run(&name, &path, &prism, &target)?;
        println!("{name}: {}", out.counts);
        for line in &out.wrong {
            println!("  {line}");
        }
        total += out.counts;
        wrong.extend(out.wrong);
    }
    println!("all: {total}");
    println!("{} wrong", wrong.len());
    Ok(wrong.is_empty())
}

/// What was asked for, by name and file; `None` where there is no corpus, which is said.
fn subjects(names: &[String], target: &Path) -> Result<Option<Vec<(String, PathBuf)>>, String> {
    let (files, names): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| name.contains('.'));
    let mut out: Vec<(String, PathBuf)> = files.iter().map(|file| of_file(file)).collect();
    if names.is_empty() && !files.is_empty() {
        return Ok(Some(out));
    }
    let Some(corpus) = corpus::folder(|| target.to_path_buf()) else {
        return Ok(None);
    };
    let known = |name: &String| DOCUMENTS.iter().any(|document| document.name == name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        return Err(format!("there is no document `{unknown}`"));
    }
    let is_named = |name: &str| names.is_empty() || names.iter().any(|other| *other == name);
    let documents = DOCUMENTS.iter().filter(|it| is_named(it.name));
    out.extend(documents.map(|it| (it.name.to_owned(), corpus.join(it.path))));
    Ok(Some(out))
}

/// A file, by a name that a crate can have.
fn of_file(file: &str) -> (String, PathBuf) {
    let path = PathBuf::from(file);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let letters = stem
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' });
    (letters.collect::<String>().to_lowercase(), path)
}
