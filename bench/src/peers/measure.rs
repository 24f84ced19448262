//! All steps of the comparison by one command, and the tables into a document.
//!
//! In the first round all generators generate each document and what they emit is compiled; in those
//! after it Restitch and the fastest other of the document, in turns. What is in the report already is
//! not done again.

use std::path::Path;
use std::slice;

use super::check::{self, Checked, How, Verdict};
use super::documents::{self, Document};
use super::options::Options;
use super::rows::Rows;
use super::tool::Tool;
use super::{fetch, figures, generate, install};
use crate::Result;

/// The name of our own.
pub(crate) const OURS: &str = "restitch";

pub(crate) fn all(options: &Options) -> Result<()> {
    let (work, tools) = (&options.work, &options.tools);
    // Before hours of work, and not behind them.
    let page = options.page()?;
    install::all(work, tools)?;
    let folder = if options.documents.as_os_str().is_empty() {
        fetch::github(work)?
    } else {
        options.documents.clone()
    };
    let documents = documents::of(&folder, options)?;
    round(options, 1, tools, &documents)?;
    for later in 2..=options.rounds {
        for document in &documents {
            let contenders = contenders(work, tools, document)?;
            round(options, later, &contenders, slice::from_ref(document))?;
        }
    }
    page.write(&figures::text(options, &documents)?)
}

fn round(options: &Options, at: usize, tools: &[&Tool], documents: &[Document]) -> Result<()> {
    let work = &options.work;
    generate::all(work, at, tools, documents, options.generating())?;
    for how in How::ALL {
        check::all(work, at, how, tools, documents, options.compiling())?;
    }
    Ok(())
}

/// Our own, and of the others whose client of the document compiles the one that is checked fastest.
fn contenders<'t>(work: &Path, tools: &[&'t Tool], document: &Document) -> Result<Vec<&'t Tool>> {
    let checked: Rows<Checked> = Rows::read(work, How::Check.file())?;
    let seconds = |tool: &&Tool| {
        let row = checked.get(tool.name, &document.path)?;
        let figures = row.figures.as_ref()?;
        (row.verdict == Verdict::Compiled).then_some(figures.cpu)
    };
    let (ours, others): (Vec<&Tool>, Vec<&Tool>) =
        tools.iter().copied().partition(|tool| tool.name == OURS);
    let timed = others
        .into_iter()
        .filter_map(|tool| Some((tool, seconds(&tool)?)));
    let fastest = timed.min_by(|a, b| a.1.total_cmp(&b.1));
    Ok(ours
        .into_iter()
        .chain(fastest.map(|(tool, _)| tool))
        .collect())
}
