//! The verdicts as a table, for a person.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::compile::{COMPILED, FAILED};
use super::verdict::{Outcome, Verdict};

const MEGABYTE: f64 = 1_048_576.0;

/// One line a document, then the sums, and what was refused and why.
pub(super) fn table(verdicts: &[Verdict]) -> String {
    let mut text = String::new();
    let mut line = |line: &str| {
        text.push_str(line.trim_end());
        text.push('\n');
    };
    line(
        "| document | verdict | compiled | operations | types | faults | notes | s | MB | bytes |",
    );
    line("|---|---|---|--:|--:|--:|--:|--:|--:|--:|");
    for one in verdicts {
        line(&row(one));
    }
    line("");
    line(&sums(verdicts));
    for one in verdicts {
        for (word, why) in reasons(one) {
            line(&format!("{}: {word}: {why}", one.path));
        }
    }
    text
}

fn row(one: &Verdict) -> String {
    let verdict = match one.outcome {
        Outcome::Generated => "generated",
        Outcome::Refused(_) => "refused",
        Outcome::Crashed(_) => "crashed",
    };
    let memory = one
        .peak_memory
        .map(|bytes| format!("{:.0}", megabytes(bytes)));
    format!(
        "| {} | {verdict} | {} | {} of {} | {} of {} | {} | {} | {:.2} | {} | {} |",
        one.path,
        one.compiled.as_deref().unwrap_or(""),
        one.operations.1,
        one.operations.0,
        one.types.1,
        one.types.0,
        counted(one, 'W'),
        counted(one, 'N'),
        one.seconds,
        memory.unwrap_or_default(),
        one.bytes,
    )
}

/// How many diagnostics there are of a grade, by the first letter of its codes.
fn counted(one: &Verdict, letter: char) -> u64 {
    let of_grade = one
        .codes
        .iter()
        .filter(|(code, _)| code.starts_with(letter));
    of_grade.map(|(_, count)| count).sum()
}

// Sizes of memory fit into a float well enough to be shown.
#[allow(clippy::cast_precision_loss)]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / MEGABYTE
}

fn sums(verdicts: &[Verdict]) -> String {
    let count = |is: &dyn Fn(&Verdict) -> bool| verdicts.iter().filter(|one| is(one)).count();
    let sum = |of: &dyn Fn(&Verdict) -> u64| verdicts.iter().map(of).sum::<u64>();
    let generated = count(&|one| one.outcome == Outcome::Generated);
    let mut text = format!(
        "{} documents: {generated} generated, {} refused, {} crashed",
        verdicts.len(),
        count(&|one| matches!(one.outcome, Outcome::Refused(_))),
        count(&|one| matches!(one.outcome, Outcome::Crashed(_))),
    );
    let compiled = count(&|one| one.compiled.as_deref() == Some(COMPILED));
    let failed = count(&|one| one.compiled.as_deref() == Some(FAILED));
    // Writing to a `String` does not fail.
    if compiled + failed > 0 {
        let _ = write!(text, "; {compiled} compiled, {failed} did not");
    }
    let _ = write!(
        text,
        "\noperations: {} of {} kept; types: {} of {}; {} bytes of code\n",
        sum(&|one| one.operations.1),
        sum(&|one| one.operations.0),
        sum(&|one| one.types.1),
        sum(&|one| one.types.0),
        sum(&|one| one.bytes),
    );
    let mut codes: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for (code, found) in verdicts.iter().flat_map(|one| &one.codes) {
        let (documents, all) = codes.entry(code).or_default();
        *documents += 1;
        *all += found;
    }
    for (code, (documents, all)) in codes {
        let _ = writeln!(text, "{code}: {all} in {documents}");
    }
    text
}

/// Why there is no client, or none that compiles: the first reason, and how many more there are.
fn reasons(one: &Verdict) -> Vec<(&str, String)> {
    let own = match &one.outcome {
        Outcome::Generated => None,
        Outcome::Refused(errors) => Some(("refused", first(errors))),
        Outcome::Crashed(how) => Some(("crashed", how.clone())),
    };
    let compiler = (!one.compiler.is_empty()).then(|| ("does not compile", first(&one.compiler)));
    own.into_iter().chain(compiler).collect()
}

fn first(reasons: &[String]) -> String {
    let more = match reasons.len() {
        0 | 1 => String::new(),
        count => format!(" (and {} more)", count - 1),
    };
    reasons.first().cloned().unwrap_or_default() + &more
}
