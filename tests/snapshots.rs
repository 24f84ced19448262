//! Each document of `specs/features/`, and Chaser's: what is found in it, the outline and the code.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use restitch_build::configure;
use restitch_build::diag::Grade;
use restitch_build::outline::{outline, outline_json};
use restitch_tests::{configured, documents, specs};

/// The snapshots of one document, by their endings.
fn snapshots(name: &str) -> [(&'static str, String); 3] {
    let path = specs().join(name);
    let report = configured(name).check(&path).expect("no file is written");
    let lines = report.lines(Grade::Note).map(|(_, line)| line + "\n");
    // The snapshot is the same wherever the checkout is.
    let found = lines
        .collect::<String>()
        .replace(&specs().display().to_string(), "specs");
    let api = report.api().expect("a feature document is not refused");
    let code = configured(name)
        .generate_to_string(&path)
        .expect("as above");
    [
        ("diagnostics", found),
        ("outline", outline(api)),
        ("rs", code),
    ]
}

#[test]
fn every_feature_document_has_its_snapshots() {
    let mut failed = Vec::new();
    let mut known = BTreeSet::new();
    for name in documents("features")
        .into_iter()
        .chain(["chaser.yaml".to_owned()])
    {
        let short = name
            .trim_start_matches("features/")
            .trim_end_matches(".yaml")
            .to_owned();
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        for (ending, text) in snapshots(&name) {
            let file = format!("{short}.{ending}");
            let check =
                AssertUnwindSafe(|| settings.bind(|| insta::assert_snapshot!(file.as_str(), text)));
            if catch_unwind(check).is_err() {
                failed.push(file.clone());
            }
            known.insert(format!("{file}.snap"));
        }
    }
    assert!(failed.is_empty(), "these snapshots differ: {failed:?}");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots");
    for entry in fs::read_dir(folder)
        .expect("the snapshots' folder")
        .flatten()
    {
        let file = entry.file_name().to_string_lossy().into_owned();
        let of_a_document = file.strip_suffix(".snap").is_some();
        assert!(
            !of_a_document || known.contains(&file),
            "{file} has no document any more"
        );
    }
}

#[test]
fn the_outline_for_programs_is_kept() {
    let report = configure()
        .check(specs().join("chaser.yaml"))
        .expect("no file is written");
    let api = report.api().expect("Chaser is not refused");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("snapshots/json");
    settings.bind(|| insta::assert_snapshot!("chaser.outline", format!("{:#}", outline_json(api))));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for name in documents("features") {
        let code = || {
            configured(&name)
                .generate_to_string(specs().join(&name))
                .expect("a valid document")
        };
        assert_eq!(code(), code(), "{name}");
    }
}
