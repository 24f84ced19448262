//! What generating and compiling cost, document by document, of those that a tool generates.

use std::fmt::Write as _;
use std::path::Path;

use super::check::{Checked, How, Verdict};
use super::declared::Declared;
use super::documents::Document;
use super::generate::{self, Generated, Outcome};
use super::rows::Rows;
use super::tool::Tool;
use crate::Result;
use crate::table::markdown;

const COLUMNS: &[&str] = &[
    "",
    "operations",
    "lines",
    "generating, CPU s",
    "MB",
    "check, CPU s",
    "MB",
    "build, CPU s",
    "MB",
    "release, CPU s",
    "MB",
    "",
];

/// In the order of the columns.
const HOW: [How; 3] = [How::Check, How::Build, How::Release];

/// A table a document.
pub(crate) fn text(
    work: &Path,
    tools: &[&Tool],
    documents: &[Document],
    declared: &Rows<Declared>,
) -> Result<String> {
    let generated: Rows<Generated> = Rows::read(work, generate::FILE)?;
    let compiled = HOW.map(|how| Rows::<Checked>::read(work, how.file()));
    let compiled = compiled.into_iter().collect::<Result<Vec<_>>>()?;
    let mut text = String::new();
    for document in documents {
        let declared = declared.get("", &document.path);
        let declared = declared.map_or(0, |row| row.operations);
        let rows = tools.iter().filter_map(|tool| {
            let made = generated.get(tool.name, &document.path)?;
            let compiled = compiled.iter();
            let compiled: Vec<_> = compiled
                .map(|rows| rows.get(tool.name, &document.path))
                .collect();
            Some(row(made, &compiled, declared))
        });
        let table = markdown(COLUMNS, &rows.collect::<Vec<_>>());
        // Writing to a `String` does not fail.
        let _ = writeln!(text, "{}\n\n{table}", document.path);
    }
    Ok(text)
}

fn row(made: &Generated, compiled: &[Option<&Checked>], declared: usize) -> Vec<String> {
    if made.outcome != Outcome::Generated {
        let mut cells = vec![String::new(); COLUMNS.len()];
        cells[0].clone_from(&made.tool);
        "not generated".clone_into(&mut cells[COLUMNS.len() - 1]);
        return cells;
    }
    let rounded = |value: f64| format!("{value:.0}");
    let verdict = match compiled.first().copied().flatten() {
        None => "not compiled".to_owned(),
        Some(row) => match row.verdict {
            Verdict::Compiled => String::new(),
            Verdict::Failed => format!("{} errors", row.errors.values().sum::<usize>()),
            Verdict::OverLimit => "over the limit".to_owned(),
        },
    };
    let mut cells = vec![
        made.tool.clone(),
        made.operations.min(declared).to_string(),
        made.lines.to_string(),
        format!("{:.1}", made.cpu),
        rounded(made.megabytes),
    ];
    for checked in compiled {
        let figures = checked.and_then(|row| row.figures.as_ref());
        cells.push(figures.map_or_else(String::new, |figures| format!("{:.1}", figures.cpu)));
        cells.push(figures.map_or_else(String::new, |figures| rounded(figures.megabytes)));
    }
    cells.push(verdict);
    cells
}
