//! Generators of Rust clients side by side, on a folder of documents: what each generates, what of
//! it compiles, and what it keeps.

mod check;
mod cold;
mod declared;
mod documents;
mod emitted;
mod fetch;
mod figures;
mod generate;
mod install;
mod measure;
mod options;
mod page;
mod programs;
mod rows;
mod summary;
mod tool;
mod tools;
mod wrapper;

use std::fs;
use std::io::{self, Write as _};
use std::process::ExitCode;

use crate::Result;
use options::{Options, Step, USAGE};

/// Runs rustc, where cargo started this program for that.
pub(crate) fn as_rustc() -> Option<Result<ExitCode>> {
    wrapper::run()
}

/// One step; those before it must have run.
pub(crate) fn run(args: impl Iterator<Item = String>) -> Result<()> {
    let options = Options::read(args).ok_or(USAGE)?;
    let work = &options.work;
    fs::create_dir_all(work)?;
    if options.step == Step::Install {
        return install::all(work, &options.tools);
    }
    if options.step == Step::Measure {
        return measure::all(&options);
    }
    let documents = documents::of(&options.documents, &options)?;
    match options.step {
        Step::Install | Step::Measure => {}
        Step::Generate => {
            generate::all(work, 1, &options.tools, &documents, options.generating())?;
        }
        Step::Compile(how) => {
            let limits = options.compiling();
            check::all(work, 1, how, &options.tools, &documents, limits)?;
        }
        Step::Programs => {
            let (out, limits) = (&mut io::stdout(), options.compiling());
            programs::table(out, work, &options.tools, &documents, limits)?;
        }
        Step::Cold => {
            cold::table(&mut io::stdout(), work, &options.tools, &documents)?;
        }
        Step::Figures => {
            let page = options.page()?;
            page.write(&figures::text(&options, &documents)?)?;
        }
        Step::Table => {
            let declared = declared::all(work, &documents)?;
            let text = summary::text(work, &options.tools, &documents, &declared)?;
            write!(io::stdout(), "{text}")?;
        }
    }
    Ok(())
}
