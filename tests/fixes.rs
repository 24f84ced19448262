//! The actions that diagnostics show: each, put into an overlay as it is printed, takes its diagnostic
//! away and brings nothing worse.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use restitch_build::diag::{Diagnostic, Grade};
use restitch_build::{Builder, Report, configure};
use restitch_tests::{documents, overlaid, specs};

const HEAD: &str = "overlay: 1.1.0\ninfo: {title: Pasted, version: 1.0.0}\nactions:";

/// Where an overlay is written that is read once.
struct Pasted(PathBuf);

impl Pasted {
    fn new(name: &str, actions: &str) -> Self {
        let name = name.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        let file = format!("restitch-pasted-{}-{name}.yaml", std::process::id());
        let path = std::env::temp_dir().join(file);
        fs::write(&path, format!("{HEAD}{actions}\n")).expect("a file for the overlay");
        Self(path)
    }
}

impl Drop for Pasted {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// The blocks of actions in what is printed for a terminal.
fn blocks(text: &str) -> Vec<String> {
    let parts = text.split("\n\n").filter_map(|part| {
        let (_, actions) = part.split_once("as `actions` of an overlay:\n")?;
        Some(format!("\n{actions}"))
    });
    parts.collect()
}

/// The lists of actions in the lines of a build.
fn lists(report: &Report) -> Vec<String> {
    let lines = report.lines(Grade::Note).map(|(_, line)| line);
    let lists = lines.filter_map(|line| {
        let (_, list) = line.split_once("as `actions` of an overlay: ")?;
        Some(format!(" {list}"))
    });
    lists.collect()
}

/// What is said, and how often. Not where: items of lists move up when one is taken out.
fn said(report: &Report, least: Grade) -> BTreeMap<(&'static str, String), usize> {
    let mut said = BTreeMap::new();
    for found in report.diagnostics() {
        if found.grade() >= least {
            let key = (found.code.as_str(), found.message.clone());
            *said.entry(key).or_default() += 1;
        }
    }
    said
}

/// What is said more often than before.
fn more(before: &Report, after: &Report) -> Vec<(&'static str, String)> {
    let before = said(before, Grade::Fault);
    let after = said(after, Grade::Fault).into_iter();
    let new = after.filter(|(key, count)| before.get(key).is_none_or(|before| before < count));
    new.map(|(key, _)| key).collect()
}

/// Whether one is still said: of this node, and as often as before.
fn is_left(found: &Diagnostic, before: &Report, after: &Report) -> bool {
    let mut all = after.diagnostics().iter();
    let key = (found.code.as_str(), found.message.clone());
    let count = |report| said(report, Grade::Note).get(&key).copied();
    all.any(|it| {
        it.code == found.code && it.message == found.message && it.pointer == found.pointer
    }) && count(after) >= count(before)
}

type Check<'a> = &'a dyn Fn(Builder) -> Report;

/// What is wrong with the actions that a document's diagnostics show, and how many there are.
fn wrong(name: &str, builder: &dyn Fn() -> Builder, check: Check<'_>) -> (usize, Vec<String>) {
    let report = check(builder());
    let shown = report.diagnostics().iter();
    let shown: Vec<_> = shown.filter(|found| !found.actions.is_empty()).collect();
    let blocks = blocks(&report.render(Grade::Note));
    let lists = lists(&report);
    let mut wrong = Vec::new();
    if (blocks.len(), lists.len()) != (shown.len(), shown.len()) {
        let (all, blocks, lists) = (shown.len(), blocks.len(), lists.len());
        wrong.push(format!(
            "{name}: {all} have actions, {blocks} and {lists} print them"
        ));
        return (0, wrong);
    }
    let after = |actions: &str| {
        let overlay = Pasted::new(name, actions);
        check(builder().overlay(&overlay.0))
    };
    for ((found, block), list) in shown.iter().zip(&blocks).zip(&lists) {
        for pasted in [block, list] {
            let after = after(pasted);
            let (code, at) = (found.code.as_str(), &found.pointer);
            if is_left(found, &report, &after) {
                wrong.push(format!("{name}: {code} {at} is still there with{pasted}"));
            }
            let new = more(&report, &after);
            if !new.is_empty() || after.api().is_none() && report.api().is_some() {
                wrong.push(format!("{name}: {code} {at}: {new:?} is new with{pasted}"));
            }
        }
    }
    // All at once, from the last to the first, so that items of lists keep their places.
    if !blocks.is_empty() {
        let after = after(&blocks.iter().rev().map(String::as_str).collect::<String>());
        let new = more(&report, &after);
        let left = shown.iter().filter(|found| is_left(found, &report, &after));
        let left: Vec<_> = left.map(|found| found.pointer.to_string()).collect();
        if !left.is_empty() || !new.is_empty() {
            wrong.push(format!(
                "{name}: all at once leave {left:?}, {new:?} is new"
            ));
        }
    }
    (shown.len(), wrong)
}

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
