//! Overlays, from their files to the client.

use restitch_build::diag::Grade;
use restitch_build::{Report, configure};
use restitch_tests::specs;

fn report(document: &str, overlays: &[&str]) -> Report {
    let folder = specs().join("invalid");
    let parts = folder.join("parts");
    let builder = overlays.iter().fold(configure(), |builder, name| {
        builder.overlay(parts.join(format!("{name}.overlay.yaml")))
    });
    builder.check(folder.join(document)).unwrap()
}

/// The lines of faults and errors, from the file's name on.
fn lines(report: &Report) -> Vec<String> {
    let lines = report.lines(Grade::Fault).map(|(_, line)| line);
    let last = |line: String| {
        let place = line.split(": ").next().unwrap_or_default();
        place.rsplit('/').next().unwrap_or_default().to_owned()
    };
    lines.map(last).collect()
}

#[test]
fn later_diagnostics_show_the_line_of_the_overlay() {
    let report = report("overlay-places.yaml", &["first", "second"]);
    let expect = [
        "first.overlay.yaml:17:34",
        "second.overlay.yaml:6:7",
        "second.overlay.yaml:6:7",
        "second.overlay.yaml:13:27",
    ];
    assert_eq!(lines(&report), expect);
}

#[test]
fn the_client_is_that_of_the_changed_document() {
    let names = |overlays: &[&str]| {
        let report = report("overlay-places.yaml", overlays);
        let code = report.code().unwrap();
        ["fn list_pets", "fn show_pet"].map(|name| code.contains(name))
    };
    assert_eq!(names(&[]), [true, false]);
    assert_eq!(names(&["first"]), [true, true]);
}

#[test]
fn an_overlay_that_fits_nothing_leaves_no_client() {
    for (overlay, expect) in [
        ("targets", "E0021"),
        ("empty", "E0017"),
        ("no-such-file", "E0001"),
        ("second", ""),
    ] {
        let report = report("overlay-places.yaml", &[overlay]);
        let codes: Vec<_> = report
            .diagnostics()
            .iter()
            .map(|d| d.code.as_str())
            .collect();
        assert_eq!(report.api().is_none(), !expect.is_empty(), "{overlay}");
        assert!(expect.is_empty() || codes.contains(&expect), "{codes:?}");
    }
}

#[test]
fn a_document_of_swagger_is_changed_as_it_was_written() {
    let folder = std::env::temp_dir().join(format!("restitch-overlays-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let overlay = folder.join("fix.yaml");
    let text = "overlay: 1.0.0\ninfo: {title: Fix, version: '1'}\nactions:\n  \
                - {target: $.definitions, update: {Pet: {type: object}}}\n";
    std::fs::write(&overlay, text).unwrap();
    let document = "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\ndefinitions: {}\n";
    let report = configure()
        .overlay(&overlay)
        .check_text("api.yaml", document);
    std::fs::remove_dir_all(&folder).unwrap();
    let report = report.unwrap();
    assert!(
        report.worst() < Some(Grade::Error),
        "{}",
        report.render(Grade::Note)
    );
    assert_eq!(report.declared().schemas, 1);
}
