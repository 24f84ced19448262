//! What a crate of generated types costs to compile, by codec.

mod model;
mod source;

use std::path::Path;

use crate::Result;
use crate::cargo::Crate;
use crate::package::{Package, runtime};
use crate::table::markdown;
use model::Struct;
use source::Flavor;

/// How many of the types the program uses.
const USED: usize = 10;

pub(crate) const COLUMNS: [&str; 6] = [
    "CPU seconds",
    "`check`",
    "`build`",
    "`build --release`",
    "rlib, MB",
    "program, release",
];

/// CPU seconds for a crate of `count` structs in every flavor, and for a program that uses some.
pub(crate) fn run(count: usize, repeat: usize) -> Result<String> {
    let structs = model::structs(count);
    let folder = std::env::temp_dir().join("restitch-bench");
    let mut rows = Vec::new();
    for flavor in Flavor::ALL {
        let (library, program) = write(&folder, flavor, &structs)?;
        rows.push(measure(flavor, &library, &program, repeat)?);
    }
    let text = markdown(&COLUMNS, &rows);
    Ok(format!("{count} structs of 3 to 14 fields\n\n{text}"))
}

fn measure(flavor: Flavor, library: &Crate, program: &Crate, repeat: usize) -> Result<Vec<String>> {
    let seconds = |krate: &Crate, command: &[&str]| -> Result<String> {
        Ok(format!("{:.1}", krate.cpu_seconds(command, repeat)?))
    };
    let mut row = vec![flavor.name().to_owned()];
    row.push(seconds(library, &["check"])?);
    row.push(seconds(library, &["build"])?);
    row.push(seconds(library, &["build", "--release"])?);
    row.push(format!("{:.1}", library.rlib_megabytes(flavor.folder())?));
    row.push(match flavor {
        Flavor::Bare => String::new(),
        _ => seconds(program, &["build", "--release"])?,
    });
    Ok(row)
}

/// Writes the crate of the types, and that of the program, and says where.
fn write(folder: &Path, flavor: Flavor, structs: &[Struct]) -> Result<(Crate, Crate)> {
    let name = flavor.folder();
    let dependencies = match flavor {
        Flavor::Bare => String::new(),
        Flavor::Serde | Flavor::SerdeInline => SERDE.to_owned(),
        Flavor::Restitch | Flavor::RestitchInline => runtime(""),
    };
    let types = format!("types-{name}");
    let library = Package::new(
        &folder.join(name),
        &types,
        &format!("[dependencies]\n{dependencies}"),
    )?
    .source("lib.rs", &source::library(flavor, structs))?;
    let path = library.folder().display();
    let program = Package::new(
        &folder.join(format!("{name}-program")),
        &format!("program-{name}"),
        &format!("[dependencies]\ntypes = {{ package = '{types}', path = '{path}' }}\n"),
    )?
    .source("main.rs", &source::program(flavor, structs, USED))?;
    // One for all, so that dependencies are built once.
    let target = folder.join("target");
    Ok((
        Crate::new(library.folder(), "src/lib.rs", &target),
        Crate::new(program.folder(), "src/main.rs", &target),
    ))
}

const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";
