//! All groups' code in one crate, a module a group: it compiles without a warning, and reads and
//! writes the instances to the letter as the interpreter does, which thereby is tested too.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use restitch_build::ir::Api;
use restitch_build::{emit, format};
use restitch_roundtrip_tests::{Failure, Program};

use crate::document;
use crate::groups::{self, Draft, Group};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Reads and writes the arrays of instances that are behind each module.
const MAIN: &str = r#"
fn main() {
    for (again, instances) in MODULES {
        for text in *instances {
            println!("{:?}", again(text));
        }
    }
}

fn again<T: restitch::codec::Field + restitch::codec::Empty>(text: &str) -> Result<String, String> {
    let value = restitch::codec::decode::<T>(text.as_bytes()).map_err(|e| e.to_string())?;
    let written = restitch::codec::encode(&value).map_err(|e| e.to_string())?;
    Ok(String::from_utf8(written).expect("text"))
}
"#;

/// The code of groups, and what is written of each array of instances.
type Modules = BTreeMap<String, Vec<(String, String)>>;

/// Writes the crate, compiles it and compares what it prints.
pub(crate) fn check(suite: &Path) {
    let modules = modules(suite);
    let folder = write(&modules).expect("a crate");
    let said = run(&folder);
    let mut said = said.lines();
    let mut count = 0;
    for (text, expected) in modules.values().flatten() {
        assert_eq!(said.next(), Some(expected.as_str()), "{text}");
        count += 1;
    }
    assert_eq!(said.next(), None);
    super::say(&format!(
        "{} modules compile, and do with {count} instances what the interpreter does",
        modules.len()
    ));
}

/// Gives what it prints.
fn run(folder: &Path) -> String {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("suite-target");
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(target)
        .output()
        .expect("cargo");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).expect("text")
}

fn modules(suite: &Path) -> Modules {
    let mut modules = Modules::new();
    for draft in [Draft::V2020, Draft::V4] {
        for group in groups::read(suite, draft) {
            let typed = group.typed();
            for group in std::iter::once(group).chain(typed) {
                let report = document::report(suite, draft, &group);
                if let Some(api) = report.api() {
                    let code = format::plain(emit::emit(api));
                    modules
                        .entry(code)
                        .or_default()
                        .extend(written(api, &group));
                }
            }
        }
    }
    modules
}

/// What the interpreter makes of the instances.
fn written(api: &Api, group: &Group) -> Vec<(String, String)> {
    let program = Program::new(api);
    let instances = group.tests.iter().map(|test| {
        let text = format!("[{}]", test.data.get());
        let again = program
            .roundtrip("Values", text.as_bytes())
            .expect("a type");
        let again = match again {
            Ok(written) => Ok(String::from_utf8(written).expect("text")),
            Err(Failure::Decode(error)) => Err(error.to_string()),
            Err(Failure::Encode(error)) => Err(error.to_string()),
        };
        (text, format!("{again:?}"))
    });
    instances.collect()
}

/// Gives the crate's folder.
fn write(modules: &Modules) -> std::io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("suite-crate");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src"))?;
    fs::copy(
        Path::new(ROOT).join("Cargo.lock"),
        folder.join("Cargo.lock"),
    )?;
    fs::write(folder.join("Cargo.toml"), manifest())?;
    let mut root = "#![deny(warnings)]\n".to_owned();
    let mut table = String::new();
    for (index, (code, instances)) in modules.iter().enumerate() {
        fs::write(folder.join(format!("src/g{index}.rs")), code)?;
        let _ = writeln!(root, "mod g{index};");
        let texts: Vec<&str> = instances.iter().map(|(text, _)| text.as_str()).collect();
        let _ = writeln!(table, "    (again::<g{index}::types::Values>, &{texts:?}),");
    }
    let ty = "fn(&str) -> Result<String, String>, &[&str]";
    let _ = write!(root, "\nconst MODULES: &[({ty})] = &[\n{table}];\n{MAIN}");
    fs::write(folder.join("src/main.rs"), root)?;
    Ok(folder)
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
