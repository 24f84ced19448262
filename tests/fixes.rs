//! The actions that diagnostics show: each, put into an overlay as it is printed, takes its diagnostic
//! away and brings nothing worse.

use restitch_build::diag::Grade;
use restitch_build::{Builder, configure};
use restitch_tests::pasted::wrong;
use restitch_tests::{documents, overlaid, specs};

#[test]
#[allow(clippy::print_stdout)] // Shown by `--nocapture`.
fn actions_take_their_diagnostics_away() {
    let (mut count, mut all) = (0, Vec::new());
    let files = documents("invalid").into_iter();
    for file in files.chain(documents("features")) {
        let name = file.split('/').next_back().unwrap_or_default();
        let path = specs().join(&file);
        let (shown, wrong) = wrong(name, &|| overlaid(name), &|builder| {
            builder.check(&path).expect("nothing is written")
        });
        println!("{shown:4}  {name}");
        count += shown;
        all.extend(wrong);
    }
    assert!(
        all.is_empty(),
        "{} of {count}:\n{}",
        all.len(),
        all.join("\n")
    );
    assert!(count > 100, "{count}");
}

/// Keys that would leave a path or a scalar, if they could.
const HOSTILE: &[&str] = &[
    "",
    "0",
    "a b",
    "it's",
    "\"",
    "\\",
    "\\'",
    "']['x",
    "\", remove: true}, {target: \"$\"",
    "a: b # c",
    "- a\n  - b",
    "\r\n\t\0\u{7f}\u{85}\u{2028}",
    "\u{202e}\u{200b}\u{feff}\u{fffe}\u{ffff}",
    "\u{1f600}\u{10ffff}\u{e0041}",
    "größe",
    "名前",
    "*",
    "..",
    "$",
    "@.a",
    "~1~0/%25",
    "null",
    "yes",
    "{id}",
    "&a *a !a |",
    "\u{ad}\u{300}e",
];

#[test]
fn any_name_can_be_written() {
    // All escaped: a file can not have each of these as it is.
    let quoted = |text: &str| {
        let units = text.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
        format!("\"{}\"", units.collect::<String>())
    };
    for key in HOSTILE {
        let (key, shown) = (quoted(key), key.escape_debug().to_string());
        let text = format!(
            r#"{{"openapi": "3.1.0", "info": {{"title": "T", "version": "1"}}, "paths": {{}},
            "components": {{"schemas": {{"S": {{"type": "object",
            "properties": {{{key}: {{"type": "Text", "titel": {key}}}}},
            "required": [{key}, {key}], "enum": []}}}}}}}}"#
        );
        let check = |builder: Builder| builder.check_text("x.json", &text).expect("no file");
        let (count, wrong) = wrong(&shown, &configure, &check);
        assert!(wrong.is_empty(), "{shown}:\n{}", wrong.join("\n"));
        assert_eq!(count, 4, "{shown}");
    }
}

/// Where an overlay can't help, nothing is shown.
#[test]
fn what_no_overlay_reaches_shows_no_action() {
    let count = |text: &str| {
        let report = configure().check_text("x.yaml", text).expect("no file");
        let all = report.diagnostics();
        let shown = all.iter().filter(|found| !found.actions.is_empty()).count();
        (all.len(), shown)
    };
    let head =
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";
    let long = "x".repeat(700);
    for (text, expect) in [
        ("    A: {propertise: {}}", (1, 1)),
        // The key that was meant is there too.
        ("    A: {propertise: {}, properties: {}}", (1, 0)),
        (
            &*format!("    A: {{propertise: {{}}, x-{long}: 1}}"),
            (1, 1),
        ),
        (&*format!("    {long}: {{propertise: {{}}}}"), (1, 0)),
    ] {
        assert_eq!(count(&format!("{head}{text}\n")), expect, "{text}");
    }
    // An overlay changes the root file only.
    let path = specs().join("invalid/parts/elsewhere.yaml");
    let report = configure().check(path).expect("nothing is written");
    let at: Vec<_> = report
        .diagnostics()
        .iter()
        .map(|it| it.pointer.file.0)
        .collect();
    assert_eq!(at, [1], "{}", report.render(Grade::Note));
    assert!(report.diagnostics()[0].actions.is_empty());
}

#[test]
fn an_alias_is_read_again_with_its_anchor() {
    let text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\nx-shared:\n  a:\n    \
                b: &b\n      type: string\ncomponents:\n  schemas:\n    A:\n      propertise:\n        \
                b: *b\n    C:\n      type: object\n";
    let report = configure().check_text("x.yaml", text).expect("no file");
    let [found] = report.diagnostics() else {
        panic!("{}", report.render(Grade::Note));
    };
    assert!(!found.actions.is_empty(), "{found:?}");
}
