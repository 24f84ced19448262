//! What the tests of the generator share.

use std::fs;
use std::path::{Path, PathBuf};

use restitch_build::{Builder, Dates, Format, configure};

/// The folder `specs/`.
pub fn specs() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.unwrap_or(Path::new(".")).join("specs")
}

/// The documents of a folder of `specs/`, as paths from there (`features/maps.yaml`), sorted.
/// Folders below hold files that documents refer to, and are not looked into.
///
/// # Panics
/// The folder can't be read.
pub fn documents(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(specs().join(folder)).expect("a folder of specs/");
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file())
        .map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()))
        .collect();
    names.sort();
    names
}

/// What the build script of a document says, by the document's file name: most say nothing.
pub fn configured(name: &str) -> Builder {
    match name.trim_end_matches(".yaml").rsplit('/').next() {
        // The same as in tests/wire/build.rs.
        Some("formats-on-request") => configure()
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
        Some("format-choice") => configure().format("serial", Format::Uuid),
        _ => configure(),
    }
}
