//! What is said of a file that is not there.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::Path;

use crate::diag::nearest;

/// What to do about a file that can not be read.
pub(super) fn help(path: &Path, error: &Error) -> Option<String> {
    if path.to_string_lossy().contains("://") {
        return Some("download it, and name the file: a build opens no connection".to_owned());
    }
    if error.kind() != ErrorKind::NotFound {
        return None;
    }
    if let Some(near) = near(path) {
        return Some(format!("did you mean `{near}`?"));
    }
    let help = "a relative path starts in the package's folder, and on the command line in the \
                current one";
    path.is_relative().then(|| help.to_owned())
}

/// A file of the same folder that is called nearly so.
fn near(path: &Path) -> Option<String> {
    let wanted = path.file_name()?.to_string_lossy();
    let folder = path.parent()?;
    let here = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let files = fs::read_dir(here)
        .ok()?
        .flatten()
        .filter(|entry| entry.path().is_file());
    let names = files.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let name = nearest(names, &wanted, 1 + wanted.chars().count() / 4)?;
    Some(folder.join(name).display().to_string())
}
