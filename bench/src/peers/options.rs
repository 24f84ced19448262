//! The arguments of `peers`.

use std::path::PathBuf;

use super::check::How;
use super::page::Page;
use super::tool::Tool;
use super::tools::TOOLS;
use crate::Result;
use crate::measured::Limits;

pub(crate) const USAGE: &str =
    "usage: restitch-bench peers (install | generate | check | build | release |
                            programs | cold | table | figures | measure)
                            --work DIR --documents DIR
                            [--tool restitch,ploidy,..] [--only TEXT,..] [--limit N]
                            [--seconds 300] [--megabytes 8192]
                            figures, measure: [--rounds 5] [--write FILE]
                            measure, without --documents: GitHub's, by npm";

/// Of processor time, for one document; on a busy machine the clock says little.
const GENERATING: u64 = 120;
/// By the clock, for one that waits for what never comes.
const WAITING: u64 = 1200;

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Install,
    Generate,
    Compile(How),
    Programs,
    Cold,
    Table,
    Figures,
    /// All of it, some of it several times.
    Measure,
}

/// What the command line asks for.
pub(crate) struct Options {
    pub(crate) step: Step,
    /// Where generators, crates and the report are.
    pub(crate) work: PathBuf,
    /// Where the documents are; empty where they are to be fetched.
    pub(crate) documents: PathBuf,
    /// Those whose path holds one of these; all, if there are none.
    pub(crate) only: Vec<String>,
    /// How many documents at most, the smallest.
    pub(crate) limit: usize,
    pub(crate) tools: Vec<&'static Tool>,
    /// How often what the medians are of is measured.
    pub(crate) rounds: usize,
    /// The file that the tables go to.
    pub(crate) write: Option<PathBuf>,
    seconds: u64,
    megabytes: u64,
}

impl Options {
    pub(crate) fn read(mut args: impl Iterator<Item = String>) -> Option<Self> {
        let step = match args.next()?.as_str() {
            "install" => Step::Install,
            "generate" => Step::Generate,
            "check" => Step::Compile(How::Check),
            "build" => Step::Compile(How::Build),
            "release" => Step::Compile(How::Release),
            "programs" => Step::Programs,
            "cold" => Step::Cold,
            "table" => Step::Table,
            "figures" => Step::Figures,
            "measure" => Step::Measure,
            _ => return None,
        };
        let mut options = Self {
            step,
            work: PathBuf::new(),
            documents: PathBuf::new(),
            only: Vec::new(),
            limit: usize::MAX,
            tools: TOOLS.iter().collect(),
            rounds: 5,
            write: None,
            seconds: 300,
            megabytes: 8192,
        };
        while let Some(flag) = args.next() {
            let value = args.next()?;
            let mut list = value.split(',');
            match flag.as_str() {
                "--work" => options.work = std::path::absolute(value).ok()?,
                "--documents" => options.documents = value.into(),
                "--only" => options.only = list.map(str::to_owned).collect(),
                "--limit" => options.limit = value.parse().ok()?,
                "--rounds" => options.rounds = value.parse().ok().filter(|it| *it > 0)?,
                "--write" => options.write = Some(value.into()),
                "--seconds" => options.seconds = value.parse().ok()?,
                "--megabytes" => options.megabytes = value.parse().ok()?,
                "--tool" => {
                    let named = |name| TOOLS.iter().find(|tool| tool.name == name);
                    options.tools = list.by_ref().map(named).collect::<Option<_>>()?;
                }
                _ => return None,
            }
        }
        let needs_none = matches!(step, Step::Install | Step::Measure);
        let has_documents = needs_none || !options.documents.as_os_str().is_empty();
        (has_documents && !options.work.as_os_str().is_empty()).then_some(options)
    }

    /// Where tables go; an error where they could not.
    pub(crate) fn page(&self) -> Result<Page<'_>> {
        let file = self.write.as_deref();
        file.map_or(Ok(Page::Printed), Page::read)
    }

    /// For generating one document.
    pub(crate) fn generating(&self) -> Limits {
        Limits {
            megabytes: self.megabytes,
            cpu: Some(GENERATING),
            wall: Some(WAITING),
        }
    }

    /// For compiling one crate.
    pub(crate) fn compiling(&self) -> Limits {
        Limits {
            megabytes: self.megabytes,
            cpu: Some(self.seconds),
            wall: None,
        }
    }
}
