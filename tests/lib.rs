//! What the tests of the generator share.

pub mod corpus;
pub mod random;

use std::fs;
use std::path::{Path, PathBuf};

include!("configured.rs");

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
