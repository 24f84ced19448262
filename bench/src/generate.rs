//! Generating as build scripts do, to be counted.

use std::path::Path;

use restitch_build::diag::Grade;
use restitch_build::ir::Api;
use restitch_build::{emit, format};

use crate::Result;
use crate::valgrind::{self, Work};

/// The code of a document's client; this is the program that is counted.
pub(crate) fn code(spec: &str) -> Result<String> {
    let report = restitch_build::configure().check(Path::new(spec))?;
    // A build script says these to cargo.
    report.lines(Grade::Fault).for_each(drop);
    Ok(report.tokens().ok_or("the document is refused")?)
}

/// The code of a client, as build scripts write it.
pub(crate) fn plain(api: &Api) -> String {
    format::header(&api.title, &api.version) + &format::plain(emit::emit(api))
}

/// The work of generating a document's client.
pub(crate) fn work(spec: &Path) -> Result<Work> {
    valgrind::of(&["generate", &spec.display().to_string()])
}
