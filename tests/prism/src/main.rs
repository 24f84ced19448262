//! Prism as a judge of requests: for ten real documents, each operation is called at least three times
//! by a program that was written from the client's outline, with values made at random of the
//! document's schemas. Prism, which nobody here wrote, finds fault with none but for [`excuses`].
//!
//! `cargo run -p restitch-prism-tests` runs all, `-- NAME..` some. Needs the corpus beside the checkout
//! and Node; says so where one is missing.

#![allow(clippy::print_stdout)] // It is a command.

mod answers;
mod documents;
mod excuses;
mod inputs;
mod pointers;
mod project;
mod run;
mod server;

use std::path::Path;
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
    let Some(corpus) = corpus::folder(|| target.clone()) else {
        return Ok(true);
    };
    let prism = match packages(PRISM, &target) {
        Ok(prism) => prism,
        Err(why) => {
            println!("skipped: Prism can't be had: {why}");
            return Ok(env::var_os("CI").is_none());
        }
    };
    let is_named = |name: &str| names.is_empty() || names.iter().any(|other| other == name);
    let documents: Vec<_> = DOCUMENTS
        .iter()
        .filter(|document| is_named(document.name))
        .collect();
    let mut total = run::Counts::default();
    let mut wrong = Vec::new();
    for document in documents {
        let out = run::run(document, &corpus, &prism, &target)?;
        println!("{}: {}", document.name, out.counts);
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
