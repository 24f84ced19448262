//! `generate`: a crate, or just the code.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use restitch_build::Error;
use restitch_build::diag::Grade;
use restitch_build::write::write;

use crate::args::Generate;
use crate::crate_files::{Crate, MARK};
use crate::show;

pub(crate) fn generate(wanted: &Generate) -> Result<ExitCode, Error> {
    let target = match &wanted.target.crate_dir {
        Some(folder) => Some((
            folder,
            Crate::new(folder, wanted.name.as_deref(), wanted.runtime.as_deref())?,
        )),
        None => None,
    };
    let report = show::read(&wanted.document, Grade::Fault)?;
    let Some(code) = report.code() else {
        return Ok(show::refused(&wanted.document, &report));
    };
    if let Some(file) = &wanted.target.out {
        ours(file)?;
        write(file, &code)?;
        show::say(&format!("wrote {}", file.display()));
    }
    if let Some((folder, new)) = target {
        let (manifest, lib) = (folder.join("Cargo.toml"), folder.join("src/lib.rs"));
        ours(&lib)?;
        if !manifest.exists() {
            write(&manifest, &new.manifest())?;
        }
        write(&lib, &with_docs(&code))?;
        show::say(&format!(
            "wrote the crate {} in {}",
            new.name,
            folder.display()
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// The code with documentation of the crate, after the comment that says where it comes from. The
/// code itself can't hold it: it may be included in another file.
fn with_docs(code: &str) -> String {
    let (head, rest) = code.split_once('\n').unwrap_or((code, ""));
    format!("{head}\n//! A client of an HTTP API, generated from its OpenAPI document.\n{rest}")
}

/// Refuses to write over a file that somebody else wrote.
fn ours(path: &Path) -> Result<(), Error> {
    match fs::read(path) {
        Ok(text) if !text.is_empty() && !text.starts_with(MARK.as_bytes()) => {
            let message = format!(
                "{} was not written by restitch, and is left as it is",
                path.display()
            );
            Err(std::io::Error::other(message).into())
        }
        _ => Ok(()),
    }
}
