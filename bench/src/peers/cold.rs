//! The first build of a crate with all that it depends on, into an empty folder; of Restitch, and of
//! spargen, which is made for that as well, also as people use them, by a build script, whose generator
//! is compiled too.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use super::documents::Document;
use super::generate::{self, Generated, Outcome};
use super::rows::Rows;
use super::tool::Tool;
use super::tools::{SPARGEN_NEEDS, SPARGEN_SCRIPT, TOOLS};
use crate::Result;
use crate::measured;
use crate::package::{Package, checkout, runtime};

/// What the rows of Restitch are called beside that of the crate as it is emitted, whether a build script
/// generates in it, and the features of the runtime that it asks for: other generators have other TLS,
/// or none, and most write a file beforehand.
const FORMS: [(&str, bool, &str); 5] = [
    (
        "restitch, native TLS",
        false,
        "'native-tls', 'chrono', 'uuid'",
    ),
    ("restitch, no TLS", false, "'reqwest', 'chrono', 'uuid'"),
    ("restitch, build script, default TLS", true, "'default'"),
    (
        "restitch, build script, no TLS",
        true,
        "'reqwest', 'chrono', 'uuid'",
    ),
    (
        "restitch, build script, no transport",
        true,
        "'chrono', 'uuid'",
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
        if let Some(restitch) = tools.iter().find(|tool| tool.name == "restitch") {
            let emitted = generate::folder(work, restitch, document);
            for (name, is_scripted, features) in FORMS {
                let package = if is_scripted {
                    by_restitch(work, document, features)?
                } else {
                    written(work, &emitted, features)?
                };
                row(out, work, name, package.folder())?;
            }
        }
        if tools.iter().any(|tool| tool.name == "spargen") {
            let package = by_spargen(work, document)?;
            row(out, work, "spargen, build script", package.folder())?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A crate with a build script that generates a client of a document.
fn by_restitch(work: &Path, document: &Document, features: &str) -> Result<Package> {
    let tables = format!(
        "[dependencies]\n{}\n[build-dependencies]\nrestitch-build = {{ path = '{}' }}\n",
        runtime(features),
        checkout().join("generator").display()
    );
    let script = format!(
        "fn main() -> Result<(), restitch_build::Error> {{\n    \
        restitch_build::configure().compile({:?})\n}}\n",
        document.file.to_string_lossy()
    );
    scripted(work, &tables, &script, "restitch::include_client!();\n")
}

/// The same with spargen, in the version that is installed.
fn by_spargen(work: &Path, document: &Document) -> Result<Package> {
    let version = TOOLS.iter().find(|tool| tool.name == "spargen");
    let version = version.map_or("*", |tool| tool.version);
    let tables = format!("{SPARGEN_NEEDS}\n[build-dependencies]\nspargen = '={version}'\n");
    let spec = format!("{:?}", document.file.to_string_lossy());
    let script = SPARGEN_SCRIPT.replace("{spec}", &spec);
    let root = "pub mod api {\n    include!(concat!(env!(\"OUT_DIR\"), \"/api.rs\"));\n}\n";
    scripted(work, &tables, &script, root)
}

fn scripted(work: &Path, tables: &str, script: &str, root: &str) -> Result<Package> {
    let folder = work.join("crates").join("scripted");
    let package = Package::new(&folder, "scripted", tables)?;
    fs::write(folder.join("build.rs"), script)?;
    package.source("lib.rs", root)
}

/// A crate with the client as it was emitted.
fn written(work: &Path, emitted: &Path, features: &str) -> Result<Package> {
    let tables = format!("[dependencies]\n{}\n", runtime(features));
    let folder = work.join("crates").join("written");
    let code = fs::read_to_string(emitted.join("src").join("lib.rs"))?;
    Package::new(&folder, "written", &tables)?.source("lib.rs", &code)
}

fn row(out: &mut impl Write, work: &Path, name: &str, folder: &Path) -> Result<()> {
    let target = work.join("cold");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    let cargo = |args: &[&str]| {
        let mut cargo = crate::cargo::cargo();
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
