//! All groups' code in one crate, a module a group.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use restitch_build::{emit, format};

use crate::document;
use crate::groups::{self, Draft, Group};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Writes the crate and lets rustc check it; a warning is an error.
pub(crate) fn check(suite: &Path) {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = target.join("suite-crate");
    let count = write(suite, &folder).expect("a crate");
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(target.join("suite-target"))
        .output()
        .expect("cargo");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    super::say(&format!("{count} modules compile"));
}

/// Gives the number of modules. Groups whose code is the same are one.
fn write(suite: &Path, folder: &Path) -> std::io::Result<usize> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder.join("src"))?;
    fs::copy(
        Path::new(ROOT).join("Cargo.lock"),
        folder.join("Cargo.lock"),
    )?;
    fs::write(folder.join("Cargo.toml"), manifest())?;
    let mut root = "//! Generated of the suite.\n#![deny(warnings)]\n".to_owned();
    let modules = modules(suite);
    for (index, (code, group)) in modules.iter().enumerate() {
        fs::write(folder.join(format!("src/g{index}.rs")), code)?;
        let _ = write!(root, "/// {group:?}\npub mod g{index};\n");
    }
    fs::write(folder.join("src/lib.rs"), root)?;
    Ok(modules.len())
}

/// Code, and a group that it is of.
fn modules(suite: &Path) -> BTreeMap<String, String> {
    let mut modules = BTreeMap::new();
    for draft in [Draft::V2020, Draft::V4] {
        for group in groups::read(suite, draft) {
            let typed = group.typed();
            for group in std::iter::once(group).chain(typed) {
                modules.extend(code(suite, draft, &group).map(|code| (code, group.name())));
            }
        }
    }
    modules
}

fn code(suite: &Path, draft: Draft, group: &Group) -> Option<String> {
    let report = document::report(suite, draft, group);
    let api = report.api()?;
    Some(format::header(&api.title, &api.version) + &format::plain(emit::emit(api)))
}

fn manifest() -> String {
    let runtime = Path::new(ROOT).join("runtime");
    let runtime = runtime.display();
    format!(
        r#"[package]
name = "suite"
version = "0.0.0"
edition = "2024"
publish = false

[workspace]

[dependencies.restitch]
path = '{runtime}'
default-features = false
features = ["chrono", "jiff", "rust_decimal", "time", "uuid"]
"#
    )
}
