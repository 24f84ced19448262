//! What is printed: outlines and diagnostics on their streams.

use std::io::{self, Write as _};
use std::process::ExitCode;

use restitch_build::diag::Grade;
use restitch_build::outline::{outline as outline_text, outline_json};
use restitch_build::{Error, Report};

use crate::args;

/// A line for a person, beside the output.
pub(crate) fn say(text: &str) {
    // A closed standard error has nobody to tell.
    let _ = writeln!(io::stderr(), "{text}");
}

/// Output, for a person or a program. A reader that has gone away (`| head`) is no failure.
pub(crate) fn print(text: &str) -> Result<(), Error> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Reads a document and shows what is wrong with it, with excerpts.
pub(crate) fn read(document: &args::Document, least: Grade) -> Result<Report, Error> {
    let report = document.configured().check(&document.spec)?;
    let found = report.render(least);
    if !found.is_empty() {
        say(found.trim_end());
    }
    Ok(report)
}

/// How many of each grade, in words.
fn summary(document: &args::Document, report: &Report) -> String {
    format!(
        "{}: {}",
        document.spec.display(),
        report.counts(Grade::Note)
    )
}

pub(crate) fn refused(document: &args::Document, report: &Report) -> ExitCode {
    say(&format!(
        "{}; nothing was generated",
        summary(document, report)
    ));
    ExitCode::FAILURE
}

pub(crate) fn outline(wanted: &args::Outline) -> Result<ExitCode, Error> {
    let report = read(&wanted.document, Grade::Fault)?;
    let Some(api) = report.api() else {
        return Ok(refused(&wanted.document, &report));
    };
    if wanted.json {
        print(&format!("{:#}\n", outline_json(api)))?;
    } else {
        print(&outline_text(api))?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn check(wanted: &args::Check) -> Result<ExitCode, Error> {
    let least = if wanted.no_notes {
        Grade::Fault
    } else {
        Grade::Note
    };
    let report = read(&wanted.document, least)?;
    say(&summary(&wanted.document, &report));
    Ok(if report.worst() >= Some(Grade::Fault) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Every code with an example, a heading each.
const PAGE: &str = include_str!("../diagnostics.md");

pub(crate) fn explain(wanted: &args::Explain) -> Result<ExitCode, Error> {
    let Some(stage) = wanted.stage else {
        return code(&wanted.document.spec.to_string_lossy());
    };
    let report = read(&wanted.document, Grade::Fault)?;
    let text = match stage {
        // It is there for a refused document too, as far as it came.
        args::Stage::Lowered => Some(format!("{:#}\n", report.lowered())),
        args::Stage::Ir => report.api().map(|api| format!("{api:#?}\n")),
        args::Stage::Tokens => report.tokens(),
    };
    match text {
        Some(text) => print(&text).map(|()| ExitCode::SUCCESS),
        None => Ok(refused(&wanted.document, &report)),
    }
}

fn code(text: &str) -> Result<ExitCode, Error> {
    let parts = PAGE.split("\n## ").skip(1);
    let wanted = text.to_ascii_uppercase();
    let mut found = parts.filter(|part| part.lines().next() == Some(&wanted));
    let Some(part) = found.next() else {
        say(&format!(
            "there is no diagnostic `{text}`; of a document `--stage` says what to print"
        ));
        return Ok(ExitCode::FAILURE);
    };
    print(&format!("{}\n", part.trim_end())).map(|()| ExitCode::SUCCESS)
}
