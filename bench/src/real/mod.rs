//! The types of real documents: what they cost to compile and how quickly they are read and
//! written, beside the same types with `serde_derive`.

mod flavor;
mod instance;
mod subject;
mod twin;

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Result;
use crate::cargo::Crate;
use crate::compile::COLUMNS;
use crate::package::{Package, checkout, runtime};
use crate::table::markdown;
use flavor::Flavor;
use instance::Instances;
use subject::{SUBJECTS, Subject};

/// How many of the types the program uses.
const USED: usize = 10;

/// How many values of a type are made up to measure speed.
const VALUES: usize = 200;

/// What can be asked for alone: a row of the first table, or the second.
const ROWS: [&str; 4] = ["bare", "serde", "restitch", "speed"];

/// Both tables for each document that is there, each row as soon as it is known.
///
/// `only` names documents and rows; where it names none of a kind, all of that kind are meant.
pub(crate) fn run(out: &mut dyn Write, repeat: usize, only: &[String]) -> Result<()> {
    let asked = |name: &str, all: &[&str]| {
        let named = |name: &str| only.iter().any(|only| only == name);
        named(name) || !all.iter().any(|name| named(name))
    };

    let Some(corpus) = corpus()? else {
        writeln!(out, "skipped: no corpus beside the checkout")?;
        return Ok(());
    };
    for (name, path, payloads) in SUBJECTS {
        if !asked(name, &SUBJECTS.map(|(name, ..)| name)) {
            continue;
        }
        let subject = Subject::read(name, &corpus.join(path))?;
        let packages: Vec<_> = Flavor::ALL
            .into_iter()
            .map(|flavor| package(&subject, flavor, payloads))
            .collect::<Result<_>>()?;
        writeln!(out, "{}\n", subject.summary())?;
        write!(out, "{}", markdown(&COLUMNS, &[]))?;
        for (package, flavor) in packages.iter().zip(Flavor::ALL) {
            if asked(flavor.folder(), &ROWS) {
                writeln!(out, "| {} |", measure(package, flavor, repeat)?.join(" | "))?;
            }
        }
        if asked("speed", &ROWS) {
            writeln!(out, "\n{}", speed(&subject, repeat)?)?;
        }
    }
    Ok(())
}

/// CPU seconds of one flavor. Dependencies are built beforehand.
fn measure(package: &Package, flavor: Flavor, repeat: usize) -> Result<Vec<String>> {
    let target = folder().join("target");
    let library = Crate::new(package.folder(), "src/lib.rs", &target);
    let program = Crate::new(package.folder(), "src/main.rs", &target);
    let seconds = |krate: &Crate, command: &[&str]| -> Result<String> {
        Ok(format!("{:.1}", krate.cpu_seconds(command, repeat)?))
    };
    let mut row = vec![flavor.name().to_owned()];
    row.push(seconds(&library, &["check", "--lib"])?);
    row.push(seconds(&library, &["build", "--lib"])?);
    row.push(seconds(&library, &["build", "--lib", "--release"])?);
    let name = package.name().trim_start_matches("types-");
    row.push(format!("{:.1}", library.rlib_megabytes(name)?));
    row.push(if flavor == Flavor::Bare {
        String::new()
    } else {
        seconds(&program, &["build", "--bins", "--release"])?
    });
    Ok(row)
}

/// The crate of the types, with the program that uses some of them, and for `serde_derive` the one
/// that measures speed, which needs ours too.
fn package(subject: &Subject, flavor: Flavor, payloads: &[&str]) -> Result<Package> {
    let name = name(subject, flavor);
    let mut tables = format!("[dependencies]\n{}", flavor.dependencies());
    if flavor == Flavor::Serde {
        let ours = self::name(subject, Flavor::Restitch);
        let path = folder().join(&ours);
        let path = path.display();
        tables = format!(
            "{tables}\n[dev-dependencies]\nours = {{ package = '{ours}', path = '{path}' }}\n{}",
            runtime("")
        );
    }
    let package = Package::new(&folder().join(&name), &name, &tables)?
        .source("types.rs", &flavor.types(&subject.api))?
        .source("lib.rs", &flavor.library(&subject.api))?
        .source("main.rs", &program(subject, flavor))?;
    if flavor != Flavor::Serde {
        return Ok(package);
    }
    let mut calls = String::new();
    for ty in payloads {
        let file = folder().join(format!("{}-{ty}.json", subject.name));
        let mut instances = Instances::new(&subject.api);
        let values: Vec<_> = (0..VALUES).map(|_| instances.of(ty)).collect();
        fs::write(&file, serde_json::to_vec(&values)?)?;
        let file = file.display().to_string();
        // Writing to a `String` does not fail.
        let _ = writeln!(
            calls,
            "    rows.extend(row::<ours::types::types::{ty}, theirs::types::{ty}>({ty:?}, {file:?})?);"
        );
    }
    let theirs = name.replace('-', "_");
    let main = include_str!("program.rs")
        .replace("    // Here are the calls.\n", &calls)
        .replace("theirs::types", &format!("{theirs}::types"));
    package
        .example("speed/contest.rs", include_str!("../contest.rs"))?
        .example("speed/table.rs", include_str!("../table.rs"))?
        .example("speed/main.rs", &main)
}

fn name(subject: &Subject, flavor: Flavor) -> String {
    format!("types-{}-{}", subject.name, flavor.folder())
}

/// Reads standard input as each of ten structs, evenly spread over the document, and writes it.
fn program(subject: &Subject, flavor: Flavor) -> String {
    let records = subject.records();
    let step = (records.len() / USED).max(1);
    let types = name(subject, flavor).replace('-', "_");
    let mut text = String::from(
        "use std::io::{Read, Write};\n\nfn main() {\n    let mut input = Vec::new();\n    \
         std::io::stdin().read_to_end(&mut input).unwrap();\n    let mut out = std::io::stdout();\n",
    );
    for name in records.into_iter().step_by(step).take(USED) {
        // Writing to a `String` does not fail.
        let _ = write!(
            text,
            "    if let Ok(value) = {types}::decode_{name}(&input) {{\n        \
             out.write_all(&{types}::encode_{name}(&value).unwrap()).unwrap();\n    }}\n"
        );
    }
    text + "}\n"
}

/// Builds the program of both crates of types and lets it measure.
fn speed(subject: &Subject, repeat: usize) -> Result<String> {
    let output = crate::cargo::cargo()
        .args([
            "run",
            "--quiet",
            "--offline",
            "--release",
            "--example",
            "speed",
        ])
        .arg(repeat.to_string())
        .current_dir(folder().join(name(subject, Flavor::Serde)))
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", folder().join("target"))
        .env_remove("RUSTFLAGS")
        .stderr(Stdio::inherit())
        .output()?;
    if output.status.success() {
        Ok(String::from_utf8(output.stdout)?)
    } else {
        Err(format!("the measurement of {} failed", subject.name).into())
    }
}

fn folder() -> PathBuf {
    std::env::temp_dir().join("restitch-bench")
}

/// The folder of the corpus, unpacked where it is an archive; `None` where there is neither.
fn corpus() -> Result<Option<PathBuf>> {
    if let Some(folder) = std::env::var_os("RESTITCH_CORPUS") {
        return Ok(Some(Path::new(&folder).join("specs")));
    }
    let archive = checkout().join("../shared/corpus/specs.tar.zst");
    if !archive.exists() {
        return Ok(None);
    }
    let folder = folder().join("corpus");
    fs::create_dir_all(&folder)?;
    let pipe = format!(
        "zstd -d --long=27 -c '{}' | tar x -C '{}'",
        archive.display(),
        folder.display()
    );
    let status = Command::new("sh").args(["-c", &pipe]).status()?;
    if !status.success() {
        return Err("zstd and tar are needed for the corpus".into());
    }
    Ok(Some(folder.join("specs")))
}
