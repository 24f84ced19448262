//! Compiling what was generated: one workspace, one target folder, a warning is an error.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use indicatif::ProgressBar;
use restitch_build::Error;
use restitch_build::write::write;
use serde_json::Value;

use super::verdict::{Outcome, Verdict};
use crate::crate_files::Crate;

pub(super) const COMPILED: &str = "yes";
pub(super) const FAILED: &str = "no";

/// How many there are to compile.
pub(super) fn count(verdicts: &[Verdict]) -> usize {
    verdicts.iter().filter(|one| is_generated(one)).count()
}

fn is_generated(verdict: &Verdict) -> bool {
    verdict.outcome == Outcome::Generated
}

/// Makes one workspace of what was generated, in which a warning is an error.
pub(super) fn workspace(
    verdicts: &[Verdict],
    out: &Path,
    runtime: Option<&Path>,
) -> Result<(), Error> {
    let mut members = String::new();
    for verdict in verdicts.iter().filter(|one| is_generated(one)) {
        // Writing to a `String` does not fail.
        let _ = writeln!(members, "    \"{}\",", verdict.name);
        let krate = Crate {
            name: verdict.name.clone(),
            runtime: runtime.map(Path::to_owned),
            is_trial: true,
        };
        let manifest = krate.manifest() + "\n[lints.rust]\nwarnings = \"deny\"\n";
        write(&out.join(&verdict.name).join("Cargo.toml"), &manifest)?;
    }
    let workspace = format!("[workspace]\nresolver = \"3\"\nmembers = [\n{members}]\n");
    write(&out.join("Cargo.toml"), &workspace)?;
    Ok(())
}

/// Compiles all crates of the workspace, and notes what the compiler says of each.
pub(super) fn all(
    verdicts: &mut [Verdict],
    out: &Path,
    jobs: usize,
    bar: &ProgressBar,
) -> Result<(), Error> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--workspace", "--keep-going"])
        .args(["--message-format=json", "--jobs", &jobs.to_string()])
        .current_dir(out)
        // Nothing is compiled twice, and what is kept for that is large.
        .env("CARGO_INCREMENTAL", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut by_name: HashMap<String, &mut Verdict> = verdicts
        .iter_mut()
        .filter(|one| is_generated(one))
        .map(|one| (one.name.clone(), one))
        .collect();
    let mut is_started = false;
    if let Some(text) = cargo.stdout.take() {
        for line in BufReader::new(text).lines() {
            let Ok(message) = serde_json::from_str::<Value>(&line?) else {
                continue;
            };
            is_started = true;
            if let Some(verdict) = of(&message, &mut by_name) {
                hear(&message, verdict, bar);
            }
        }
    }
    cargo.wait()?;
    if !is_started {
        let message = format!(
            "cargo could not begin: see `cargo check` in {}",
            out.display()
        );
        return Err(std::io::Error::other(message).into());
    }
    for verdict in by_name.into_values() {
        verdict.compiled.get_or_insert_with(|| FAILED.to_owned());
    }
    Ok(())
}

/// The crate that a message of cargo's is about.
fn of<'v>(
    message: &Value,
    by_name: &'v mut HashMap<String, &mut Verdict>,
) -> Option<&'v mut Verdict> {
    let manifest = Path::new(message["manifest_path"].as_str()?);
    let folder = manifest.parent()?.file_name()?.to_str()?;
    by_name.get_mut(folder).map(|verdict| &mut **verdict)
}

fn hear(message: &Value, verdict: &mut Verdict, bar: &ProgressBar) {
    match message["reason"].as_str() {
        Some("compiler-artifact") => {
            verdict.compiled = Some(COMPILED.to_owned());
            bar.inc(1);
        }
        Some("compiler-message") if message["message"]["level"] == "error" => {
            if verdict.compiled.is_none() {
                verdict.compiled = Some(FAILED.to_owned());
                bar.inc(1);
            }
            let said = message["message"]["rendered"].as_str().unwrap_or_default();
            if verdict.compiler.len() < 5 {
                verdict.compiler.push(said.to_owned());
            }
        }
        _ => {}
    }
}
