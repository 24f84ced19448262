//! What becomes of each node of a document.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::ExitCode;

use restitch_build::Error;
use restitch_build::diag::{Code, Grade};
use restitch_build::ledger::{End, Entry, Ledger};
use serde_json::{Value, json};

use crate::args::{self, Only};
use crate::show;

pub(crate) fn ledger(wanted: &args::Ledger) -> Result<ExitCode, Error> {
    let document = &wanted.document;
    let Some(ledger) = document.configured().ledger(&document.spec)? else {
        let report = show::read(document, Grade::Fault)?;
        return Ok(show::refused(document, &report));
    };
    let shown = ledger
        .entries()
        .iter()
        .filter(|entry| is_wanted(wanted, entry));
    if wanted.json {
        let entries: Vec<Value> = shown.map(as_json).collect();
        let out = json!({ "counts": counts(&ledger), "entries": entries });
        show::print(&format!("{out:#}\n"))?;
    } else {
        let lines = shown.map(|entry| format!("{entry}\n"));
        show::print(&lines.collect::<String>())?;
        show::say(&summary(&document.spec.display().to_string(), &ledger));
    }
    Ok(ExitCode::SUCCESS)
}

fn is_wanted(wanted: &args::Ledger, entry: &Entry) -> bool {
    let end = match entry.end {
        End::Used => Only::Used,
        End::Documentation => Only::Documentation,
        End::Ignored(_) => Only::Ignored,
    };
    let is_code = |code: &String| {
        let is = entry.end.code();
        is.is_some_and(|is| is.as_str().eq_ignore_ascii_case(code))
    };
    match &wanted.code {
        Some(code) => is_code(code),
        None => wanted.only == Only::All || wanted.only == end,
    }
}

fn as_json(entry: &Entry) -> Value {
    json!({
        "file": entry.file,
        "line": entry.place.line,
        "column": entry.place.column,
        "pointer": entry.pointer.as_str(),
        "end": entry.end.word(),
        "code": entry.end.code().map(Code::as_str),
        "values": entry.nodes,
    })
}

fn counts(ledger: &Ledger) -> BTreeMap<&'static str, usize> {
    let counts = ledger.counts().into_iter();
    let named = counts.map(|(end, count)| (end.code().map_or(end.word(), Code::as_str), count));
    named.collect()
}

/// How many values end in each way, by code.
fn summary(name: &str, ledger: &Ledger) -> String {
    let counts = ledger.counts();
    let all: usize = counts.values().sum();
    let of = |wanted: &str| -> usize {
        let counts = counts.iter().filter(|(end, _)| end.word() == wanted);
        counts.map(|(_, count)| count).sum()
    };
    let (used, documentation, ignored) = (of("used"), of("documentation"), of("ignored"));
    let mut text = format!(
        "{name}: {all} values, {used} used, {documentation} in documentation, {ignored} ignored"
    );
    for (end, count) in &counts {
        if let End::Ignored(code) = end {
            let _ = write!(text, "\n  {} {count:>7}  {}", code.as_str(), code.title());
        }
    }
    text
}
