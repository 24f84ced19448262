//! What a crate of generated types costs to compile, by codec.

mod cargo;
mod model;
mod source;

use std::error::Error;
use std::fs;
use std::path::Path;

use crate::table::markdown;
use cargo::Crate;
use model::Struct;
use source::Flavor;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// How many of the types the program uses.
const USED: usize = 10;

const COLUMNS: [&str; 6] = [
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
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../runtime")
        .canonicalize()?;
    let library = folder.join(flavor.folder());
    let program = folder.join(flavor.folder().to_owned() + "-program");
    let dependencies = match flavor {
        Flavor::Bare => String::new(),
        Flavor::Serde | Flavor::SerdeInline => SERDE.to_owned(),
        Flavor::Restitch | Flavor::RestitchInline => {
            format!(
                "restitch = {{ path = '{}', default-features = false }}\n",
                runtime.display()
            )
        }
    };
    let name = format!("types-{}", flavor.folder());
    let uses = format!(
        "types = {{ package = '{name}', path = '{}' }}\n",
        library.display()
    );
    put(
        &library,
        &name,
        &dependencies,
        "lib.rs",
        &source::library(flavor, structs),
    )?;
    let main = source::program(flavor, structs, USED);
    put(
        &program,
        &format!("program-{}", flavor.folder()),
        &uses,
        "main.rs",
        &main,
    )?;
    // One for all, so that dependencies are built once.
    let target = folder.join("target");
    Ok((
        Crate::new(&library, "src/lib.rs", &target),
        Crate::new(&program, "src/main.rs", &target),
    ))
}

const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";

fn put(folder: &Path, name: &str, dependencies: &str, file: &str, text: &str) -> Result<()> {
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [workspace]\n\n[dependencies]\n{dependencies}"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    // The versions that the workspace is tested with, and no look at a registry.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock"))?;
    fs::write(folder.join("src").join(file), text)?;
    Ok(())
}
