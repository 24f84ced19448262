//! Actions that diagnostics show, put into overlays as they are printed.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use restitch_build::diag::{Diagnostic, Grade};
use restitch_build::{Builder, Report};

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

/// What is said, and how often.
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

/// Whether one is still said as often as before. Items of lists move up when one is taken out, so
/// that where it is said tells nothing.
fn is_left(found: &Diagnostic, before: &Report, after: &Report) -> bool {
    let key = (found.code.as_str(), found.message.clone());
    let count = |report| said(report, Grade::Note).get(&key).copied();
    count(after) >= count(before)
}

/// Reads the document.
pub type Check<'a> = &'a dyn Fn(Builder) -> Report;

/// What is wrong with the actions that a document's diagnostics show, and how many there are.
pub fn wrong(name: &str, builder: &dyn Fn() -> Builder, check: Check<'_>) -> (usize, Vec<String>) {
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
