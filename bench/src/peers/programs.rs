//! Programs that make ten calls of a client: what rustc takes for them, the client compiled.

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::Path;

use super::check::{self, How, Verdict, What};
use super::documents::Document;
use super::generate::{self, Generated, Outcome};
use super::rows::Rows;
use super::tool::Tool;
use crate::Result;
use crate::measured::Limits;

/// A program, by the crate of the document and the tool, and its text, which names that crate. Behind it
/// goes what polls its calls once. It is compiled and never run.
type Program = (&'static str, &'static str, &'static str);

macro_rules! program {
    ($document:ident, $tool:literal, $file:literal) => {
        (
            $document,
            $tool,
            include_str!(concat!("programs/", $file, ".rs")),
        )
    };
}

const RUN: &str = include_str!("programs/run.rs");
const PETSTORE: &str = "client-swagger-petstore-src-main-resources-openapi-yaml";
const NOMAD: &str = "client-nomad-v1-openapi-yaml";
const STRIPE: &str = "client-stripe-openapi-spec3-yaml";
const OPENAI: &str = "client-openai-openapi-yaml";
const GITHUB: &str = "client-github-api-github-com-json";

/// Ours, and one for the fastest other of each document.
const PROGRAMS: [Program; 10] = [
    program!(PETSTORE, "restitch", "petstore-restitch"),
    program!(PETSTORE, "ploidy", "petstore-ploidy"),
    program!(NOMAD, "restitch", "nomad-restitch"),
    program!(NOMAD, "progenitor", "nomad-progenitor"),
    program!(STRIPE, "restitch", "stripe-restitch"),
    program!(STRIPE, "oas3-gen", "stripe-oas3-gen"),
    program!(OPENAI, "restitch", "openai-restitch"),
    program!(OPENAI, "openapi-to-rust", "openai-openapi-to-rust"),
    program!(GITHUB, "restitch", "github-restitch"),
    program!(GITHUB, "openapi-generator", "github-openapi-generator"),
];

/// Writes a table of the tools and documents that have a program, row by row: it takes minutes.
pub(crate) fn table(
    out: &mut impl Write,
    work: &Path,
    tools: &[&Tool],
    documents: &[Document],
    limits: Limits,
) -> Result<()> {
    let generated: Rows<Generated> = Rows::read(work, generate::FILE)?;
    writeln!(
        out,
        "| ten calls of | | check, CPU s | MB | build, CPU s | MB | release, CPU s | MB |"
    )?;
    writeln!(out, "| --- | --- | --: | --: | --: | --: | --: | --: |")?;
    for document in documents {
        for tool in tools {
            let name = document.crate_name();
            let mut own = PROGRAMS.iter();
            let own = own.find(|(of, by, _)| *of == name && *by == tool.name);
            let made = generated.get(tool.name, &document.path);
            let is_generated = made.is_some_and(|row| row.outcome == Outcome::Generated);
            if let Some((_, _, text)) = own.filter(|_| is_generated) {
                let cells = cells(work, tool, document, text, limits)?;
                writeln!(out, "| {} | {} |{cells}", document.path, tool.name)?;
            }
        }
    }
    Ok(())
}

fn cells(
    work: &Path,
    tool: &Tool,
    document: &Document,
    text: &str,
    limits: Limits,
) -> Result<String> {
    let examples = generate::folder(work, tool, document).join("examples");
    fs::create_dir_all(&examples)?;
    fs::write(examples.join("program.rs"), format!("{text}\n{RUN}"))?;
    let mut cells = String::new();
    for how in How::ALL {
        let checked = check::compile(work, how, What::Program, tool, document, limits)?;
        if checked.verdict != Verdict::Compiled {
            let said = checked.said.unwrap_or_default();
            return Err(format!("{}, {}: {said}", document.path, tool.name).into());
        }
        let figures = checked.figures.ok_or("rustc was not measured")?;
        // Writing to a `String` does not fail.
        let _ = write!(cells, " {:.1} | {:.0} |", figures.cpu, figures.megabytes);
    }
    Ok(cells)
}
