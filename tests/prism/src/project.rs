//! The crate of a client, and the program that calls it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const MAIN: &str = include_str!("../program/main.rs");
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Writes the crate and compiles it; gives the program.
///
/// One target folder for all: what does not depend on the document is compiled once.
pub(crate) fn program(
    name: &str,
    code: &str,
    outline: &Value,
    target: &Path,
) -> Result<PathBuf, String> {
    let folder = target.join("crates").join(name);
    let source = folder.join("src");
    fs::create_dir_all(&source).map_err(|error| error.to_string())?;
    let crate_name = format!("prism_{name}");
    let calls = format!(
        "use {crate_name}::*;\n{}",
        restitch_program::read::calls(outline)
    );
    let files = [
        (folder.join("Cargo.toml"), manifest(&crate_name)?),
        (source.join("client.rs"), code.to_owned()),
        (
            source.join("lib.rs"),
            "//! A client.\n\ninclude!(\"client.rs\");\n".to_owned(),
        ),
        (source.join("calls.rs"), calls),
        (source.join("main.rs"), MAIN.to_owned()),
    ];
    for (path, text) in files {
        // What is as it was is not compiled again.
        if fs::read_to_string(&path).ok().as_ref() != Some(&text) {
            fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    // The versions that the workspace was tested with.
    fs::copy(format!("{ROOT}/Cargo.lock"), folder.join("Cargo.lock"))
        .map_err(|error| error.to_string())?;
    let built = target.join("target");
    let output = Command::new("cargo")
        .args(["build", "--quiet", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&built)
        .output()
        .map_err(|error| format!("cargo: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said: String = said.chars().take(4000).collect();
        return Err(format!("{name} does not compile:\n{said}"));
    }
    Ok(built.join("debug").join(crate_name))
}

fn manifest(name: &str) -> Result<String, String> {
    let root = Path::new(ROOT).canonicalize();
    let root = root.map_err(|error| error.to_string())?;
    let runtime = root.join("runtime").display().to_string();
    Ok(format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [workspace]\n\n\
         [dependencies]\nhttp = \"1\"\nserde_json = \"1\"\n\
         restitch = {{ path = {runtime:?}, default-features = false, \
         features = [\"chrono\", \"reqwest\", \"uuid\"] }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n"
    ))
}
