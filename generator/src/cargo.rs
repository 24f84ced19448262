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
    beside(report).for_each(rerun_if_changed);
    for line in findings(report, strict) {
        println!("{line}");
    }
}

/// The files that were read beside the document, and the folders of those that are not there yet: of a
/// file that is missing cargo would run the script at every build. Nor is it told of a package's
/// folder, in which it builds.
fn beside(report: &Report) -> impl Iterator<Item = &Path> {
    let tree = &report.generated.tree;
    let files = tree.files.iter().skip(1);
    let read = files.filter_map(|file| file.path.as_deref());
    let folders = tree.absent.iter().filter_map(|path| path.parent());
    let is_watched = |folder: &&Path| folder.is_dir() && !folder.join("Cargo.toml").exists();
    read.chain(folders.filter(is_watched))
}

fn findings(report: &Report, strict: bool) -> impl Iterator<Item = String> {
    report.lines(Grade::Fault).map(move |(grade, line)| {
        let is_warning = grade == Grade::Fault && !strict;
        let word = if is_warning { "warning" } else { "error" };
        format!("cargo::{word}={}", line.replace(['\n', '\r'], " "))
    })
}

#[cfg(test)]
mod tests {
    use super::{Path, findings};
    use crate::configure;

    #[test]
    #[cfg(feature = "overlay")]
    fn an_overlay_is_a_file_that_was_read() {
        let parts = "../specs/invalid/parts";
        let [first, second] =
            ["first", "second"].map(|name| format!("{parts}/{name}.overlay.yaml"));
        let report = configure()
            .overlay(&first)
            .overlay(&second)
            .check("../specs/invalid/overlay-places.yaml")
            .unwrap();
        let found: Vec<_> = super::beside(&report).collect();
        let expect =
            [first, second].map(|path| std::path::Path::new(&path).canonicalize().unwrap());
        // The third is the folder of one that the first refers to, and that is not there.
        assert_eq!(found.split_last().unwrap().1, expect);
    }

    #[test]
    fn a_file_that_is_not_there_is_waited_for() {
        let report = configure()
            .check("../specs/invalid/ref-missing-file.yaml")
            .unwrap();
        let found: Vec<_> = super::beside(&report).collect();
        let folder = Path::new("../specs/invalid/parts").canonicalize().unwrap();
        assert_eq!(found, [folder]);
    }

    fn check(text: &str, strict: bool, expect: &[&str]) {
        let report = configure().check_text("x.yaml", text).unwrap();
        let found: Vec<String> = findings(&report, strict).collect();
        assert_eq!(found.len(), expect.len(), "{found:?}");
        for (found, expect) in found.iter().zip(expect) {
            assert!(
                found.starts_with(expect) && !found.contains('\n'),
                "{found}"
            );
        }
    }

    #[test]
    fn errors_fail_the_build_and_faults_warn() {
        let fault = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {nope: {}}\n";
        check(
            fault,
            false,
            &["cargo::warning=x.yaml:3:9: warning[W0105]: "],
        );
        check(fault, true, &["cargo::error=x.yaml:3:9: warning[W0105]: "]);
        let error = "openapi: 3.1.0\n---\n";
        check(error, false, &["cargo::error=x.yaml:2:1: error[E0005]: "]);
        // What is ignored on purpose is no business of a build's.
        let note = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\nwebhooks: {w: {}}\n";
        check(note, true, &[]);
    }
}
