//! Clients of random documents, compiled as their users would.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use restitch_build::configure;

use crate::document::document;

const MANIFEST: &str = r#"
[workspace]

[package]
name = "random-clients"
version = "0.0.0"
edition = "2024"

[dependencies]
restitch = { path = "RUNTIME", default-features = false, features = ["chrono", "uuid"] }
"#;

const LINTS: &str = "//! Clients of random documents.\n\
    #![deny(warnings, missing_docs, unreachable_pub, rust_2018_idioms, clippy::pedantic)]\n";

/// A crate of so many clients, in a folder that `target` keeps.
pub(crate) fn write(count: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random-clients");
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let root = root.canonicalize().expect("the workspace");
    let runtime = root.join("runtime").display().to_string();
    fs::write(
        folder.join("Cargo.toml"),
        MANIFEST.replace("RUNTIME", &runtime),
    )
    .expect("a file");
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("a file");
    let mut runner = TestRunner::default();
    let mut lib = LINTS.to_owned();
    for index in 0..count {
        let tree = document().new_tree(&mut runner).expect("a document");
        let spec = folder.join(format!("random_{index}.json"));
        fs::write(&spec, tree.current().tree().to_string()).expect("a file");
        let name = format!("random_{index}");
        let builder = configure().out_dir(&folder).file_name(format!("{name}.rs"));
        builder.compile(&spec).expect("no document is refused");
        let client = format!("restitch::include_client!(\"{name}\");");
        writeln!(lib, "/// Generated.\npub mod {name} {{ {client} }}").expect("a String");
    }
    fs::write(folder.join("src/lib.rs"), lib).expect("a file");
    folder
}

/// What rustc says of it; nothing is well.
pub(crate) fn check(folder: &Path) -> Result<(), String> {
    let out = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("OUT_DIR", folder)
        .output()
        .expect("cargo");
    if out.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&out.stderr).into_owned())
    }
}
