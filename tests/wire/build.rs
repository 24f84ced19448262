//! Generates a client of each document in `specs/features/`, and a module for each.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use restitch_build::{Builder, Dates, Format, configure};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let features = PathBuf::from("../../specs/features");
    println!("cargo::rerun-if-changed={}", features.display());
    let mut modules = String::new();
    let mut files: Vec<PathBuf> = fs::read_dir(features)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    files.sort();
    for file in files.into_iter().filter(|file| file.is_file()) {
        let name = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .replace('-', "_");
        configured(&name)
            .file_name(format!("{name}.rs"))
            .compile(&file)?;
        writeln!(
            modules,
            "/// Generated.\npub mod {name} {{ restitch::include_client!(\"{name}\"); }}"
        )?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    fs::write(out.join("modules.rs"), modules)?;
    Ok(())
}

/// What the build script of a document says; the same as in tests/lib.rs.
fn configured(name: &str) -> Builder {
    match name {
        "formats_on_request" => configure()
            .format("date-time", Format::DateTime(Dates::Time))
            .format("date", Format::Date(Dates::Jiff))
            .format("time", Format::Time(Dates::Chrono))
            .format("duration", Format::Duration)
            .format("timestamp", Format::DateTime(Dates::Jiff))
            .format("uuid", Format::Text)
            .format("money", Format::Decimal)
            .format("decimal", Format::Decimal)
            .format("double", Format::Number)
            .format("unix-time", Format::I64),
        _ => configure(),
    }
}
