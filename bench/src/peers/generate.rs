//! Generating: each tool, each document, in a process of its own.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::documents::Document;
use super::emitted;
use super::install;
use super::rows::{Row, Rows, of_round};
use super::tool::{Manifest, Tool};
use crate::Result;
use crate::measured::{self, Limits, Measured};
use crate::package::checkout;

/// The rows of this step.
pub(crate) const FILE: &str = "generate.jsonl";
/// The code that `timeout` ends with.
const TIMEOUT: i32 = 124;
/// Those of `timeout` and the shell where there is no such program.
const NOT_RUN: [i32; 3] = [125, 126, 127];

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome {
    Generated,
    /// It said no: any exit code but 0, or no code was written.
    Refused,
    Panicked,
    /// A signal, as that of memory that can't be had or of a full stack.
    Killed,
    OverTime,
}

/// What became of one document.
#[derive(Serialize, Deserialize)]
pub(crate) struct Generated {
    pub(crate) tool: String,
    pub(crate) document: String,
    pub(crate) outcome: Outcome,
    pub(crate) operations: usize,
    pub(crate) lines: usize,
    pub(crate) bytes: usize,
    pub(crate) cpu: f64,
    pub(crate) megabytes: f64,
    pub(crate) wall: f64,
    /// What it said last, where it did not generate.
    pub(crate) said: Option<String>,
}

impl Row for Generated {
    fn tool(&self) -> &str {
        &self.tool
    }

    fn document(&self) -> &str {
        &self.document
    }
}

/// The crate of a document.
pub(crate) fn folder(work: &Path, tool: &Tool, document: &Document) -> PathBuf {
    let name = document.crate_name();
    work.join("crates").join(tool.name).join(name)
}

/// Generates what is not in the report of this round yet.
pub(crate) fn all(
    work: &Path,
    round: usize,
    tools: &[&Tool],
    documents: &[Document],
    limits: Limits,
) -> Result<()> {
    install::expect(work, tools)?;
    let mut rows = Rows::read(work, &of_round(FILE, round))?;
    rows.complete(tools, documents, |tool, document| {
        one(work, tool, document, limits).map(Some)
    })
}

/// Generates one, whatever was there.
pub(crate) fn one(
    work: &Path,
    tool: &Tool,
    document: &Document,
    limits: Limits,
) -> Result<Generated> {
    let out = folder(work, tool, document);
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    let log = work.join(format!("{}.log", tool.name));
    let command = measured::limited(&arguments(work, tool, document, &out), limits);
    let measured = measured::run(command, &log)?;
    let said = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    if measured
        .status
        .code()
        .is_some_and(|code| NOT_RUN.contains(&code))
    {
        return Err(format!("{} did not run: {said}", tool.name).into());
    }
    let counts = emitted::count(&out, tool.mark)?;
    let outcome = outcome(&measured, limits, &said, counts.files);
    let is_generated = outcome == Outcome::Generated;
    if is_generated {
        complete(tool, document, &out)?;
    }
    Ok(Generated {
        tool: tool.name.to_owned(),
        document: document.path.clone(),
        outcome,
        // What is left of a failure is not a client.
        operations: if is_generated {
            counts.operations(tool.mark)
        } else {
            0
        },
        lines: if is_generated { counts.lines } else { 0 },
        bytes: if is_generated { counts.bytes } else { 0 },
        cpu: measured.cpu,
        megabytes: measured.megabytes,
        wall: measured.wall,
        said: (!is_generated).then(|| reason(&said)),
    })
}

fn arguments(work: &Path, tool: &Tool, document: &Document, out: &Path) -> Vec<String> {
    let values = [
        ("tool", install::folder(work, tool).display().to_string()),
        ("spec", document.file.display().to_string()),
        ("out", out.display().to_string()),
        ("name", document.crate_name()),
        ("checkout", checkout().display().to_string()),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let filled = tool
        .run
        .iter()
        .map(|argument| Tool::fill(argument, &values));
    filled.collect()
}

fn outcome(measured: &Measured, limits: Limits, said: &str, files: usize) -> Outcome {
    let is_timeout = measured.status.code() == Some(TIMEOUT);
    if is_timeout || (measured.is_killed() && measured.is_over(limits)) {
        Outcome::OverTime
    } else if said.contains("panicked at") || said.contains("Exception in thread") {
        Outcome::Panicked
    } else if measured.is_killed() {
        Outcome::Killed
    } else if measured.status.success() && files > 0 {
        Outcome::Generated
    } else {
        Outcome::Refused
    }
}

/// The line that most likely says why: the first that speaks of an error, else the last.
fn reason(said: &str) -> String {
    let mut lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    let tells = |line: &&str| {
        let line = line.to_lowercase();
        ["panicked", "error", "exception", "fail"]
            .iter()
            .any(|word| line.contains(word))
    };
    let all: Vec<_> = lines.by_ref().collect();
    let at = all
        .iter()
        .position(tells)
        .unwrap_or(all.len().saturating_sub(1));
    // A panic's message stands on the line below its place.
    let told = all.iter().skip(at).take(3).copied().collect::<Vec<_>>();
    told.join(" ").chars().take(300).collect()
}

/// Writes what the generator leaves to its user: the manifest, and the crate's root.
fn complete(tool: &Tool, document: &Document, out: &Path) -> Result<()> {
    let (dependencies, root) = match tool.manifest {
        Manifest::Emitted => return Ok(()),
        Manifest::Listed { list, root } => {
            // Without one, it needs nothing.
            (fs::read_to_string(out.join(list)).unwrap_or_default(), root)
        }
        Manifest::Documented { dependencies, root } => (dependencies.to_owned(), root),
    };
    let name = document.crate_name();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n{dependencies}"
    );
    fs::write(out.join("Cargo.toml"), manifest)?;
    fs::write(out.join("src/lib.rs"), root)?;
    Ok(())
}
