//! `corpus`: what becomes of every document in a folder.
//!
//! Each document is generated in a process of its own, so that one that should hang, use up all
//! memory or panic costs nobody else, and its memory is its own.

mod compile;
mod document;
mod run;
mod summary;
mod verdict;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};
use restitch_build::Error;

use crate::args;
use crate::show;
pub(crate) use document::document;
use verdict::{Outcome, Verdict};

pub(crate) fn corpus(wanted: &args::Corpus) -> Result<ExitCode, Error> {
    let documents = documents(&wanted.folder)?;
    if documents.is_empty() {
        let message = format!("{}: no YAML or JSON file in it", wanted.folder.display());
        return Err(std::io::Error::other(message).into());
    }
    let runtime = wanted
        .runtime
        .as_deref()
        .map(Path::canonicalize)
        .transpose()?;
    let out = match &wanted.out {
        Some(folder) => folder.clone(),
        None => std::env::temp_dir().join("restitch-corpus"),
    };
    fs::create_dir_all(&out)?;
    let out = out.canonicalize()?;
    let jobs = wanted
        .jobs
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, std::num::NonZero::get));

    let bar = bar(documents.len(), "generating");
    let mut verdicts = run::all(&documents, &wanted.folder, &out, jobs, &bar)?;
    bar.finish_and_clear();
    compile::workspace(&verdicts, &out, runtime.as_deref())?;
    if wanted.check {
        let bar = self::bar(compile::count(&verdicts), "compiling");
        compile::all(&mut verdicts, &out, jobs, &bar)?;
        bar.finish_and_clear();
    }
    if let Some(file) = &wanted.report {
        let rows: Vec<_> = verdicts.iter().map(Verdict::json).collect();
        restitch_build::write::write(file, &format!("{:#}\n", serde_json::Value::from(rows)))?;
    }
    show::print(&summary::table(&verdicts))?;
    let is_good = |one: &Verdict| one.compiled.as_deref() != Some(compile::FAILED);
    let is_sound = |one: &Verdict| !matches!(one.outcome, Outcome::Crashed(_));
    Ok(
        if verdicts.iter().all(|one| is_good(one) && is_sound(one)) {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        },
    )
}

/// The YAML and JSON files in a folder and below, sorted.
fn documents(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        let named = |error: std::io::Error| {
            std::io::Error::new(error.kind(), format!("{}: {error}", folder.display()))
        };
        for entry in fs::read_dir(&folder).map_err(named)? {
            let entry = entry?;
            // Links are not followed: they may lead out of the folder, or in a circle.
            let kind = entry.file_type()?;
            let path = entry.path();
            let ending = path.extension().and_then(|ending| ending.to_str());
            if kind.is_dir() {
                open.push(path);
            } else if kind.is_file() && matches!(ending, Some("yaml" | "yml" | "json")) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn bar(length: usize, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(length as u64);
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:40} {pos}/{len} {elapsed}") {
        bar.set_style(style);
    }
    bar.with_message(what)
}
