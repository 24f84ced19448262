//! Compiling what was generated, with one target folder and a lock file a tool.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::documents::Document;
use super::generate::{self, Generated, Outcome};
use super::rows::{Row, Rows, of_round};
use super::tool::Tool;
use super::wrapper;
use crate::Result;
use crate::measured::Limits;

/// How cargo is asked to compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    Check,
    Build,
    Release,
}

impl How {
    pub(crate) const ALL: [Self; 3] = [Self::Check, Self::Build, Self::Release];

    /// The file with the rows of this step.
    pub(crate) fn file(self) -> &'static str {
        match self {
            Self::Check => "check.jsonl",
            Self::Build => "build.jsonl",
            Self::Release => "release.jsonl",
        }
    }

    fn args(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["check"],
            Self::Build => &["build"],
            Self::Release => &["build", "--release"],
        }
    }
}

/// What of a crate is compiled, and measured.
#[derive(Clone, Copy)]
pub(crate) enum What {
    /// The client.
    Client,
    /// A program beside it, which stands among its examples; the client goes before it.
    Program,
}

impl What {
    fn args(self) -> &'static [&'static str] {
        match self {
            Self::Client => &["--lib"],
            Self::Program => &["--example", "program"],
        }
    }
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Verdict {
    Compiled,
    Failed,
    /// Rustc was ended for its time or memory, before it had found an error.
    OverLimit,
}

/// What the compiler said of one crate.
#[derive(Serialize, Deserialize)]
pub(crate) struct Checked {
    pub(crate) tool: String,
    pub(crate) document: String,
    pub(crate) verdict: Verdict,
    pub(crate) warnings: usize,
    /// Errors by their code.
    pub(crate) errors: BTreeMap<String, usize>,
    /// Of rustc for this crate alone; none where cargo did not come so far.
    pub(crate) figures: Option<Figures>,
    /// The first error.
    pub(crate) said: Option<String>,
}

/// What rustc took.
#[derive(Serialize, Deserialize)]
pub(crate) struct Figures {
    killed: bool,
    pub(crate) cpu: f64,
    pub(crate) megabytes: f64,
    pub(crate) wall: f64,
}

impl Row for Checked {
    fn tool(&self) -> &str {
        &self.tool
    }

    fn document(&self) -> &str {
        &self.document
    }
}

/// Compiles what was generated and is not in the report of this round yet. What `check` found faulty
/// is not built.
pub(crate) fn all(
    work: &Path,
    round: usize,
    how: How,
    tools: &[&Tool],
    documents: &[Document],
    limits: Limits,
) -> Result<()> {
    let generated: Rows<Generated> = Rows::read(work, generate::FILE)?;
    let checked: Rows<Checked> = Rows::read(work, How::Check.file())?;
    let mut rows = Rows::read(work, &of_round(how.file(), round))?;
    rows.complete(tools, documents, |tool, document| {
        let made = generated.get(tool.name, &document.path);
        let is_generated = made.is_some_and(|row| row.outcome == Outcome::Generated);
        let checked = checked.get(tool.name, &document.path);
        let is_faulty = checked.is_some_and(|row| row.verdict != Verdict::Compiled);
        (is_generated && (how == How::Check || !is_faulty))
            .then(|| compile(work, how, What::Client, tool, document, limits))
            .transpose()
    })
}

/// Compiles one crate, with the dependencies that those before it had.
pub(crate) fn compile(
    work: &Path,
    how: How,
    what: What,
    tool: &Tool,
    document: &Document,
    limits: Limits,
) -> Result<Checked> {
    let folder = generate::folder(work, tool, document);
    // What dependencies the tools share is built once.
    let target = work.join("target");
    fs::create_dir_all(&target)?;
    let lock = target.join(format!("{}.lock", tool.name));
    let own = folder.join("Cargo.lock");
    if lock.exists() {
        fs::copy(&lock, &own)?;
    }
    let figures = target.join("figures.json");
    if figures.exists() {
        fs::remove_file(&figures)?;
    }
    let mut cargo = crate::cargo::cargo();
    cargo
        .args(how.args())
        .args(what.args())
        .args(["--jobs", "1", "--message-format", "json"])
        .current_dir(&folder)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", &target)
        .env_remove("RUSTFLAGS")
        .stdin(Stdio::null());
    wrapper::set(&mut cargo, &figures, limits)?;
    let output = cargo.output()?;
    if own.exists() {
        fs::copy(&own, &lock)?;
    }
    let mut checked = Checked {
        tool: tool.name.to_owned(),
        document: document.path.clone(),
        verdict: Verdict::Compiled,
        warnings: 0,
        errors: BTreeMap::new(),
        figures: None,
        said: None,
    };
    if let Ok(text) = fs::read_to_string(&figures) {
        checked.figures = Some(serde_json::from_str(&text)?);
    }
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        if let Ok(message) = serde_json::from_str::<Value>(line) {
            hear(&message, &folder, &mut checked);
        }
    }
    if !output.status.success() {
        let is_killed = checked.figures.as_ref().is_some_and(|f| f.killed);
        let is_over = is_killed && checked.errors.is_empty();
        checked.verdict = if is_over {
            Verdict::OverLimit
        } else {
            Verdict::Failed
        };
        let told = || first_error(&String::from_utf8_lossy(&output.stderr));
        checked.said.get_or_insert_with(told);
    }
    forget(&target, &document.crate_name())?;
    Ok(checked)
}

fn hear(message: &Value, folder: &Path, checked: &mut Checked) {
    let manifest = message["manifest_path"].as_str().unwrap_or_default();
    if message["reason"] != "compiler-message" || !Path::new(manifest).starts_with(folder) {
        return;
    }
    let message = &message["message"];
    let text = message["message"].as_str().unwrap_or_default();
    match message["level"].as_str() {
        // The last ones count those before.
        Some("warning") if !text.ends_with("emitted") => checked.warnings += 1,
        Some("error") if !text.starts_with("aborting due to") => {
            let code = message["code"]["code"].as_str().unwrap_or("none");
            *checked.errors.entry(code.to_owned()).or_default() += 1;
            let text = || text.chars().take(200).collect();
            checked.said.get_or_insert_with(text);
        }
        _ => {}
    }
}

fn first_error(text: &str) -> String {
    let line = text.lines().find(|line| line.starts_with("error"));
    line.unwrap_or("nothing").chars().take(200).collect()
}

/// Removes what the target folder has of a crate: no other will ask for it.
fn forget(target: &Path, name: &str) -> Result<()> {
    let is_own = |file: &str| {
        let file = file.strip_prefix("lib").unwrap_or(file).replace('_', "-");
        file.strip_prefix(name)
            .is_some_and(|rest| rest.starts_with('-'))
    };
    let profiles = ["debug", "release"].map(|profile| target.join(profile));
    let folders = profiles
        .iter()
        .flat_map(|of| ["deps", ".fingerprint", "incremental"].map(|folder| of.join(folder)));
    for folder in folders {
        let Ok(entries) = fs::read_dir(folder) else {
            continue;
        };
        for entry in entries {
            let path = entry?.path();
            let file = path.file_name().and_then(|name| name.to_str());
            if !file.is_some_and(is_own) {
                continue;
            }
            if path.is_dir() {
                fs::remove_dir_all(&path)?;
            } else {
                fs::remove_file(&path)?;
            }
        }
    }
    Ok(())
}
