//! The report as tables.

use std::path::Path;

use super::check::{self, Checked, Verdict};
use super::declared::Declared;
use super::documents::Document;
use super::generate::{self, Generated, Outcome};
use super::rows::Rows;
use super::tool::Tool;
use crate::Result;
use crate::table::markdown;

/// The rows of the report.
struct Report<'a> {
    documents: &'a [Document],
    declared: &'a Rows<Declared>,
    generated: Rows<Generated>,
    checked: Rows<Checked>,
}

/// A table of the tools, and one of the documents.
pub(crate) fn text(
    work: &Path,
    tools: &[&Tool],
    documents: &[Document],
    declared: &Rows<Declared>,
) -> Result<String> {
    let report = Report {
        documents,
        declared,
        generated: Rows::read(work, generate::FILE)?,
        checked: Rows::read(work, check::How::Check.file())?,
    };
    let all: usize = documents.iter().map(|one| report.declared(one)).sum();
    let count = documents.len();
    let generating = tools.iter().map(|tool| report.generating(tool));
    let compiling = tools.iter().map(|tool| report.compiling(tool));
    let lines: Vec<_> = documents
        .iter()
        .map(|one| report.line(one, tools))
        .collect();
    let mut columns = vec!["document", "declared"];
    columns.extend(tools.iter().map(|tool| tool.name));
    Ok(format!(
        "{count} documents, {all} operations declared.\n\n{}\n{}\n{}",
        markdown(GENERATING, &generating.collect::<Vec<_>>()),
        markdown(COMPILING, &compiling.collect::<Vec<_>>()),
        markdown(&columns, &lines)
    ))
}

const GENERATING: &[&str] = &[
    "",
    "generated",
    "refused",
    "panicked",
    "killed",
    "over the time",
    "operations",
    "lines",
    "lines an operation",
    "CPU s",
    "most MB",
];

const COMPILING: &[&str] = &[
    "",
    "compiled",
    "without a warning",
    "failed",
    "over the limit",
    "not run",
    "operations in what compiled",
    "CPU s",
    "most MB",
];

impl Report<'_> {
    fn declared(&self, document: &Document) -> usize {
        let row = self.declared.get("", &document.path);
        row.map_or(0, |row| row.operations)
    }

    /// Operations in what the tool emitted, which are not more than there are.
    fn kept(&self, tool: &Tool, document: &Document) -> usize {
        let made = self.generated.get(tool.name, &document.path);
        made.map_or(0, |row| row.operations.min(self.declared(document)))
    }

    fn generating(&self, tool: &Tool) -> Vec<String> {
        let rows = self.documents.iter();
        let rows = rows.filter_map(|one| self.generated.get(tool.name, &one.path));
        let rows: Vec<_> = rows.collect();
        let count = |outcome| {
            rows.iter()
                .filter(|row| row.outcome == outcome)
                .count()
                .to_string()
        };
        let kept = self.documents.iter().map(|one| self.kept(tool, one));
        let operations: usize = kept.sum();
        let lines: usize = rows.iter().map(|row| row.lines).sum();
        let cpu = rows.iter().fold(0.0, |sum, row| sum + row.cpu);
        let most = rows.iter().map(|row| row.megabytes).fold(0.0, f64::max);
        vec![
            titled(tool),
            count(Outcome::Generated),
            count(Outcome::Refused),
            count(Outcome::Panicked),
            count(Outcome::Killed),
            count(Outcome::OverTime),
            operations.to_string(),
            lines.to_string(),
            (lines / operations.max(1)).to_string(),
            format!("{cpu:.0}"),
            format!("{most:.0}"),
        ]
    }

    fn compiling(&self, tool: &Tool) -> Vec<String> {
        let rows = self.documents.iter().filter_map(|one| {
            let made = self.generated.get(tool.name, &one.path)?;
            (made.outcome == Outcome::Generated)
                .then_some((one, self.checked.get(tool.name, &one.path)))
        });
        let (mut compiled, mut clean, mut failed, mut over, mut waiting) = (0, 0, 0, 0, 0);
        let (mut operations, mut cpu, mut most) = (0, 0.0, 0.0_f64);
        for (one, checked) in rows {
            match checked.map(|row| (row.verdict, row.warnings)) {
                None => waiting += 1,
                Some((Verdict::Failed, _)) => failed += 1,
                Some((Verdict::OverLimit, _)) => over += 1,
                Some((Verdict::Compiled, warnings)) => {
                    compiled += 1;
                    clean += usize::from(warnings == 0);
                    operations += self.kept(tool, one);
                }
            }
            if let Some(figures) = checked.and_then(|row| row.figures.as_ref()) {
                cpu += figures.cpu;
                most = most.max(figures.megabytes);
            }
        }
        let mut cells = vec![titled(tool)];
        let counts = [compiled, clean, failed, over, waiting, operations];
        cells.extend(counts.map(|count| count.to_string()));
        cells.extend([format!("{cpu:.0}"), format!("{most:.0}")]);
        cells
    }

    /// A document: what each tool kept of it, and whether that compiles.
    fn line(&self, document: &Document, tools: &[&Tool]) -> Vec<String> {
        let mut cells = vec![document.path.clone(), self.declared(document).to_string()];
        cells.extend(tools.iter().map(|tool| self.cell(document, tool)));
        cells
    }

    fn cell(&self, document: &Document, tool: &Tool) -> String {
        let Some(made) = self.generated.get(tool.name, &document.path) else {
            return "?".to_owned();
        };
        let compiled = match self.checked.get(tool.name, &document.path) {
            None => "not compiled yet",
            Some(row) => match row.verdict {
                Verdict::Compiled => "",
                Verdict::Failed => "fails",
                Verdict::OverLimit => "over",
            },
        };
        match made.outcome {
            Outcome::Generated => format!("{} {compiled}", self.kept(tool, document))
                .trim_end()
                .to_owned(),
            Outcome::Refused => "refused".to_owned(),
            Outcome::Panicked => "panicked".to_owned(),
            Outcome::Killed => "killed".to_owned(),
            Outcome::OverTime => "over time".to_owned(),
        }
    }
}

fn titled(tool: &Tool) -> String {
    format!("{} {}", tool.name, tool.version)
}
