//! Real documents, which are not part of the project: found in the folder `specs` where
//! `RESTITCH_CORPUS` says, or as an archive beside the checkout.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ARCHIVE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../shared/corpus/specs.tar.zst"
);

/// The folder of the corpus; an archive is unpacked into `scratch`, a folder of the caller's own.
/// Where there is none, that is said, so that no test is taken for one that ran.
///
/// # Panics
/// The archive can't be unpacked.
#[allow(clippy::print_stdout)] // Shown by `--nocapture`.
pub fn folder(scratch: impl FnOnce() -> PathBuf) -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("RESTITCH_CORPUS") {
        return Some(PathBuf::from(folder).join("specs"));
    }
    if !Path::new(ARCHIVE).exists() {
        println!("skipped: no corpus beside the checkout");
        return None;
    }
    let folder = scratch();
    let pipe = format!(
        "zstd -d --long=27 -c '{ARCHIVE}' | tar x -C '{}'",
        folder.display()
    );
    let status = Command::new("sh").args(["-c", &pipe]).status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "zstd and tar are needed"
    );
    Some(folder.join("specs"))
}

/// The YAML and JSON files in a folder and all below it, sorted.
///
/// # Panics
/// A folder can't be read.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of documents") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if is_document(&path) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn is_document(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("yaml" | "yml" | "json"))
}
