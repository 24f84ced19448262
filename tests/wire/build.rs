//! Generates a client of each document in `specs/features/`, and a module for each; and a program
//! that calls them all, made of their outlines.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

include!("../configured.rs");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let features = PathBuf::from("../../specs/features");
    println!("cargo::rerun-if-changed={}", features.display());
    println!("cargo::rerun-if-changed=../configured.rs");
    let (mut modules, mut calls) = (String::new(), String::new());
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
        let report = configured(&name).check(&file)?;
        let api = report.api().ok_or("a feature document is refused")?;
        calls += &restitch_program::program(&name, &restitch_build::outline::outline_json(api));
        writeln!(
            modules,
            "/// Generated.\npub mod {name} {{ restitch::include_client!(\"{name}\"); }}"
        )?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    fs::write(out.join("modules.rs"), modules)?;
    fs::write(out.join("calls.rs"), calls)?;
    Ok(())
}
