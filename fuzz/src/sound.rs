//! What must hold of every document.

use std::fs;
use std::path::PathBuf;

use restitch_build::diag::{Code, Grade};
use restitch_build::{Report, configure};

use crate::{names, tokens};

/// Takes a text through all stages, twice.
pub(crate) fn text(name: &str, text: &str) {
    let first = configure()
        .check_text(name, text)
        .expect("no file is written");
    let code = report(&first);
    let second = configure()
        .check_text(name, text)
        .expect("no file is written");
    assert!(second.tokens() == code, "not the same code again");
}

/// The same for bytes that may be no text.
pub(crate) fn file(bytes: &[u8]) {
    // Several of these run at once.
    let name = format!("restitch-fuzz-{}.yaml", std::process::id());
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() {
        memory
    } else {
        std::env::temp_dir()
    };
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file for an input");
    report(&configure().check(&path).expect("no file is written"));
}

/// What is said of a document can be shown, and what is generated is Rust of our own making.
fn report(report: &Report) -> Option<String> {
    for found in report.diagnostics() {
        let is_located = found.place.is_some() || found.code == Code::UNREADABLE;
        assert!(
            is_located,
            "{} has no place: {}",
            found.code.as_str(),
            found.message
        );
    }
    let shown = report.render(Grade::Note);
    let lines = report.lines(Grade::Note);
    for (_, line) in lines {
        assert!(
            !line.contains(char::is_control),
            "a line with controls: {line:?}"
        );
    }
    let code = report.tokens();
    let refused = report.worst() == Some(Grade::Error);
    assert!(code.is_none() == refused, "refused, and not: {shown}");
    if let Some(code) = &code {
        let file = syn::parse_file(code);
        let file = file.unwrap_or_else(|error| panic!("no Rust: {error}"));
        names::distinct(&file.items);
        tokens::ours(code);
    }
    code
}
