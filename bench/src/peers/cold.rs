//! The first build of a crate with all that it depends on, into an empty folder; Restitch also as people
//! use it, by a build script, whose generator is compiled too.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::documents::Document;
use super::generate::{self, Generated, Outcome};
use super::rows::Rows;
use super::tool::Tool;
use crate::Result;
use crate::measured;
use crate::package::checkout;

/// What the crates with a build script ask of the runtime, and what their rows are called.
const SCRIPTED: [(&str, &str); 3] = [
    ("restitch, build script, default TLS", ""),
    (
        "restitch, build script, no TLS",
        ", default-features = false, features = [\"reqwest\", \"chrono\", \"uuid\"]",
    ),
    (
        "restitch, build script, no transport",
        ", default-features = false, features = [\"chrono\", \"uuid\"]",
    ),
];

/// Writes a table of all tools for each document that they generated, row by row: it takes minutes.
pub(crate) fn table(
    out: &mut impl Write,
    work: &Path,
    tools: &[&Tool],
    documents: &[Document],
) -> Result<()> {
    let generated: Rows<Generated> = Rows::read(work, generate::FILE)?;
    for document in documents {
        writeln!(out, "{}\n", document.path)?;
        writeln!(out, "| | crates | CPU s | by the clock, s |")?;
        writeln!(out, "| --- | --: | --: | --: |")?;
        for tool in tools {
            let made = generated.get(tool.name, &document.path);
            if made.is_some_and(|row| row.outcome == Outcome::Generated) {
                let folder = generate::folder(work, tool, document);
                row(out, work, tool.name, &folder)?;
            }
        }
        if tools.iter().any(|tool| tool.name == "restitch") {
            for (name, asked) in SCRIPTED {
                let folder = scripted(work, document, asked)?;
                row(out, work, name, &folder)?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A crate with a build script that generates a client of a document.
fn scripted(work: &Path, document: &Document, asked: &str) -> Result<PathBuf> {
    let folder = work.join("crates").join("scripted");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("src"))?;
    let root = checkout().display();
    let manifest = format!(
        "[package]\nname = 'scripted'\nedition = '2024'\n\n[dependencies]\n\
        restitch = {{ path = '{root}/runtime'{asked} }}\n\n[build-dependencies]\n\
        restitch-build = {{ path = '{root}/generator' }}\n\n[workspace]\n"
    );
    let script = format!(
        "fn main() -> Result<(), restitch_build::Error> {{\n    \
        restitch_build::configure().compile({:?})\n}}\n",
        document.file.to_string_lossy()
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("build.rs"), script)?;
    fs::write(folder.join("src/lib.rs"), "restitch::include_client!();\n")?;
    Ok(folder)
}

fn row(out: &mut impl Write, work: &Path, name: &str, folder: &Path) -> Result<()> {
    let target = work.join("cold");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    let cargo = |args: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(args).current_dir(folder);
        cargo.env("CARGO_TARGET_DIR", &target);
        cargo.env("CARGO_TERM_COLOR", "never");
        cargo.env_remove("RUSTFLAGS").stdin(Stdio::null());
        cargo
    };
    // What is downloaded is no part of a build.
    let fetched = cargo(&["fetch", "--quiet"]).status()?;
    let log = work.join("cold.log");
    let took = measured::run(cargo(&["build", "--lib", "--offline"]), &log)?;
    fs::remove_dir_all(&target)?;
    if !fetched.success() || !took.status.success() {
        writeln!(out, "| {name} | does not build | | |")?;
        return Ok(());
    }
    let said = fs::read_to_string(&log)?;
    let crates = said
        .lines()
        .filter(|line| line.trim_start().starts_with("Compiling "));
    let crates = crates.count();
    writeln!(
        out,
        "| {name} | {crates} | {:.1} | {:.1} |",
        took.cpu, took.wall
    )?;
    Ok(())
}
