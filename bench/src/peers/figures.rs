//! What generating and compiling cost, the medians of all rounds, and what ours do of the others'.

use std::fmt::Write as _;
use std::path::Path;

use super::check::{Checked, How, Verdict};
use super::declared;
use super::documents::Document;
use super::generate::{self, Generated, Outcome};
use super::measure::OURS;
use super::options::Options;
use super::rows::{Row, Rows, of_round};
use super::tool::Tool;
use crate::Result;
use crate::table::markdown;

const COLUMNS: [&str; 12] = [
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

/// CPU seconds and megabytes.
type Cost = (f64, f64);

/// What one generator makes of a document.
struct Line<'t> {
    tool: &'t str,
    operations: usize,
    lines: usize,
    /// Of generating, checking, building and building with `--release`; as far as it was measured.
    costs: [Option<Cost>; 4],
    note: String,
}

/// A table a document, ours to the others' in its last rows.
pub(crate) fn text(options: &Options, documents: &[Document]) -> Result<String> {
    let (work, rounds, tools) = (&options.work, options.rounds, &options.tools);
    let declared = declared::all(work, documents)?;
    let generated = all::<Generated>(work, generate::FILE, rounds)?;
    let compiled = How::ALL.map(|how| all::<Checked>(work, how.file(), rounds));
    let compiled = compiled.into_iter().collect::<Result<Vec<_>>>()?;
    let mut text = format!(
        "Processor time, and the most memory at once; of Restitch and of the fastest other whose client \
         compiles the medians of {rounds} rounds in turns, of the others one run. A ratio below 1 is \
         Restitch's gain.\n"
    );
    for document in documents {
        let declared = declared.get("", &document.path);
        let declared = declared.map_or(0, |row| row.operations);
        let lines = tools.iter();
        let lines = lines.filter_map(|tool| line(tool, document, declared, &generated, &compiled));
        let lines: Vec<Line<'_>> = lines.collect();
        let mut rows: Vec<_> = lines.iter().map(cells).collect();
        rows.extend(ratios(&lines));
        // Writing to a `String` does not fail.
        let _ = write!(
            text,
            "\n`{}`\n\n{}",
            document.path,
            markdown(&COLUMNS, &rows)
        );
    }
    Ok(text)
}

/// The rows of all rounds.
fn all<R: Row>(work: &Path, file: &str, rounds: usize) -> Result<Vec<Rows<R>>> {
    let rounds = 1..=rounds;
    rounds
        .map(|round| Rows::read(work, &of_round(file, round)))
        .collect()
}

fn line<'t>(
    tool: &'t Tool,
    document: &Document,
    declared: usize,
    generated: &[Rows<Generated>],
    compiled: &[Vec<Rows<Checked>>],
) -> Option<Line<'t>> {
    let made = generated.first()?.get(tool.name, &document.path)?;
    if made.outcome != Outcome::Generated {
        return Some(Line {
            tool: tool.name,
            operations: 0,
            lines: 0,
            costs: [None; 4],
            note: "not generated".to_owned(),
        });
    }
    let again = generated
        .iter()
        .filter_map(|rows| rows.get(tool.name, &document.path));
    let mut costs = [None; 4];
    costs[0] = median(again.map(|row| (row.cpu, row.megabytes)).collect());
    for (cost, rounds) in costs.iter_mut().skip(1).zip(compiled) {
        let rows = rounds
            .iter()
            .filter_map(|rows| rows.get(tool.name, &document.path));
        let figures = rows.filter_map(|row| row.figures.as_ref());
        *cost = median(figures.map(|it| (it.cpu, it.megabytes)).collect());
    }
    let checked = compiled.first()?.first()?.get(tool.name, &document.path);
    Some(Line {
        tool: tool.name,
        operations: made.operations.min(declared),
        lines: made.lines,
        costs,
        note: checked.map_or_else(|| "not compiled".to_owned(), note),
    })
}

/// What there is to say of a client that does not compile.
fn note(checked: &Checked) -> String {
    match checked.verdict {
        Verdict::Compiled => String::new(),
        Verdict::OverLimit => "over the limit".to_owned(),
        Verdict::Failed => match checked.errors.values().sum::<usize>() {
            1 => "1 error".to_owned(),
            count => format!("{count} errors"),
        },
    }
}

/// That of each for itself.
fn median(costs: Vec<Cost>) -> Option<Cost> {
    let middle = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    };
    let (cpu, megabytes) = costs.into_iter().unzip();
    Some((middle(cpu)?, middle(megabytes)?))
}

fn cells(line: &Line<'_>) -> Vec<String> {
    let mut cells = vec![line.tool.to_owned()];
    if line.lines == 0 {
        cells.resize(COLUMNS.len() - 1, String::new());
    } else {
        cells.extend([line.operations.to_string(), line.lines.to_string()]);
        for cost in line.costs {
            cells.push(cost.map_or_else(String::new, |(cpu, _)| format!("{cpu:.1}")));
            cells.push(cost.map_or_else(String::new, |(_, mb)| format!("{mb:.0}")));
        }
    }
    cells.push(line.note.clone());
    cells
}

/// Ours to those of the other that is checked fastest, and to the fewest lines of those that keep as
/// many operations.
fn ratios(lines: &[Line<'_>]) -> Vec<Vec<String>> {
    let Some(ours) = lines
        .iter()
        .find(|line| line.tool == OURS && line.lines > 0)
    else {
        return Vec::new();
    };
    let others = || {
        lines
            .iter()
            .filter(|line| line.tool != OURS && line.lines > 0)
    };
    let to = |ours: f64, other: f64| format!("{:.2}", ours / other);
    let of_lines = |other: &Line<'_>| match (u32::try_from(ours.lines), u32::try_from(other.lines))
    {
        (Ok(ours), Ok(other)) => to(ours.into(), other.into()),
        _ => String::new(),
    };
    let mut rows = Vec::new();
    let checked = others().filter(|line| line.note.is_empty());
    let checked = checked.filter_map(|line| Some((line, line.costs[1]?.0)));
    let fastest = checked
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(line, _)| line);
    if let Some(other) = fastest {
        let mut cells = vec![
            format!("ratio to {}", other.tool),
            String::new(),
            of_lines(other),
        ];
        for (ours, other) in ours.costs.iter().zip(other.costs) {
            let both = ours.zip(other);
            cells.push(both.map_or_else(String::new, |(ours, other)| to(ours.0, other.0)));
            cells.push(both.map_or_else(String::new, |(ours, other)| to(ours.1, other.1)));
        }
        cells.push(String::new());
        rows.push(cells);
    }
    let keeping = others().filter(|line| line.operations >= ours.operations);
    if let Some(fewest) = keeping.min_by_key(|line| line.lines)
        && Some(fewest.tool) != fastest.map(|line| line.tool)
    {
        let mut cells = vec![
            format!("ratio to {}", fewest.tool),
            String::new(),
            of_lines(fewest),
        ];
        cells.resize(COLUMNS.len(), String::new());
        rows.push(cells);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(tool: &'static str, lines: usize, operations: usize, cpu: f64) -> Line<'static> {
        Line {
            tool,
            operations,
            lines,
            costs: [Some((1.0, 10.0)), Some((cpu, 100.0)), None, None],
            note: String::new(),
        }
    }

    #[test]
    fn the_middle_of_each() {
        assert_eq!(
            median(vec![(3.0, 1.0), (1.0, 2.0), (2.0, 9.0)]),
            Some((2.0, 2.0))
        );
        assert_eq!(median(Vec::new()), None);
    }

    #[test]
    fn ratios_are_to_the_fastest_and_to_the_fewest_lines() {
        let lines = [
            made(OURS, 100, 9, 1.0),
            made("quick", 400, 9, 4.0),
            made("short", 200, 9, 8.0),
            made("loses", 50, 8, 8.0),
        ];
        let rows = ratios(&lines);
        let starts: Vec<_> = rows.iter().map(|row| row[..7].join("|")).collect();
        assert_eq!(
            starts,
            [
                "ratio to quick||0.25|1.00|1.00|0.25|1.00",
                "ratio to short||0.50||||"
            ]
        );
        assert!(rows.iter().all(|row| row.len() == COLUMNS.len()));
        assert!(ratios(&lines[1..]).is_empty());
    }
}
