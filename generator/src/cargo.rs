//! What a build script says to cargo.
#![allow(clippy::print_stdout)] // This is how a build script speaks.

use std::path::Path;

use crate::diag::Grade;
use crate::report::Report;

/// Runs the build script again when a file changes.
pub(crate) fn rerun_if_changed(path: &Path) {
    let shown = path.display().to_string();
    // A document names files too; a name with a line break could say anything to cargo.
    if !shown.contains(['\n', '\r']) {
        println!("cargo::rerun-if-changed={shown}");
    }
}

/// Errors and faults as cargo's errors and warnings, and the files that were read.
pub(crate) fn announce(report: &Report, strict: bool) {
    for file in report.generated.tree.files.iter().skip(1) {
        if let Some(path) = &file.path {
            rerun_if_changed(path);
        }
    }
    for (grade, line) in report.lines(Grade::Fault) {
        let line = line.replace(['\n', '\r'], " ");
        match grade {
            Grade::Fault if !strict => println!("cargo::warning={line}"),
            _ => println!("cargo::error={line}"),
        }
    }
}
