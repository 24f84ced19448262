//! Generates a client of each document of the `AutoRest` test server, where `AUTOREST_DOCUMENTS`
//! names their folder; `.ci/run autorest` does. Without it there is nothing here to compile. They are
//! Swagger 2.0, or what something else has converted them to.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use restitch_build::configure;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rustc-check-cfg=cfg(documents, converted)");
    println!("cargo::rerun-if-env-changed=AUTOREST_DOCUMENTS");
    let Some(folder) = env::var_os("AUTOREST_DOCUMENTS") else {
        return Ok(());
    };
    println!("cargo::rustc-cfg=documents");
    let folder = PathBuf::from(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    files.sort();
    if let Some(text) = files.iter().find_map(|file| fs::read_to_string(file).ok())
        && text.contains("\"openapi\":")
    {
        println!("cargo::rustc-cfg=converted");
    }
    let mut modules = String::new();
    for file in files.into_iter().filter(|file| is_document(file)) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let name = name.replace(['-', '.'], "_").to_lowercase();
        configure().file_name(format!("{name}.rs")).compile(&file)?;
        writeln!(
            modules,
            "/// Generated.\npub mod {name} {{ restitch::include_client!(\"{name}\"); }}"
        )?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    fs::write(out.join("modules.rs"), modules)?;
    Ok(())
}

fn is_document(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| extension == "json")
}
