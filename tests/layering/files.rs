//! Which files are looked at.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::rust;

/// Folders of what was built, installed, or written by the generator for comparison.
const NOT_SOURCES: &[&str] = &["target", "node_modules", "golden"];

/// A Rust source of the repository.
pub(crate) struct Source {
    /// From the root of the repository, with `/`.
    pub(crate) path: String,
    /// Its text with comments and literals blanked, line by line as it was.
    pub(crate) code: String,
}

/// The root of the repository: the folder above this package.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every `.rs` file under `folder` that somebody writes.
pub(crate) fn rust_sources(folder: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join(folder), folder, &mut paths);
    paths.sort();
    let read = |path: String| {
        let text = fs::read_to_string(root().join(&path)).expect("a source that can be read");
        let code = rust::blank(&text);
        Source { path, code }
    };
    paths.into_iter().map(read).collect()
}

fn collect(folder: &Path, prefix: &str, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder that can be read") {
        let entry = entry.expect("an entry that can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if prefix.is_empty() {
            name.clone()
        } else {
            format!("{prefix}/{name}")
        };
        if entry.path().is_dir() {
            if !name.starts_with('.') && !NOT_SOURCES.contains(&name.as_str()) {
                collect(&entry.path(), &path, into);
            }
        } else if entry.path().extension() == Some(OsStr::new("rs")) {
            into.push(path);
        }
    }
}
