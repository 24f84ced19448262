//! What is counted in the code that a generator emitted.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::tool::Mark;
use crate::Result;

/// Counts over all Rust files of a crate.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) files: usize,
    /// Lines without those that are blank or comment only.
    pub(crate) lines: usize,
    pub(crate) bytes: usize,
    /// Lines of code with the generator's mark of an operation.
    marked: usize,
    /// Operations that pairs of lines name.
    named: BTreeSet<String>,
}

impl Counts {
    /// By the generator's mark.
    pub(crate) fn operations(&self, mark: Mark) -> usize {
        match mark {
            Mark::Code(_) => self.marked,
            Mark::Pairs(..) => self.named.len(),
        }
    }
}

/// Counts in a folder and below; there may be none.
pub(crate) fn count(folder: &Path, mark: Mark) -> Result<Counts> {
    let mut counts = Counts::default();
    if folder.is_dir() {
        add(folder, mark, &mut counts)?;
    }
    Ok(counts)
}

fn add(folder: &Path, mark: Mark, counts: &mut Counts) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            add(&path, mark, counts)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            counts.files += 1;
            add_text(&fs::read_to_string(&path)?, mark, counts);
        }
    }
    Ok(())
}

fn add_text(text: &str, mark: Mark, counts: &mut Counts) {
    counts.bytes += text.len();
    let mut is_in_comment = false;
    let mut path = "";
    for line in text.lines().map(str::trim) {
        // Block comments: generators write them at the head of a file, over whole lines.
        if is_in_comment || line.starts_with("/*") {
            is_in_comment = !line.contains("*/");
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        counts.lines += 1;
        match mark {
            Mark::Code(text) => counts.marked += usize::from(line.contains(text)),
            Mark::Pairs(first, _) if line.contains(first) => path = line,
            Mark::Pairs(_, second) if line.contains(second) => {
                counts.named.insert(format!("{path} {line}"));
            }
            Mark::Pairs(..) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, add_text};
    use crate::peers::tool::Mark;

    const CODE: Mark = Mark::Code("call(");

    fn counts(text: &str, mark: Mark) -> Counts {
        let mut counts = Counts::default();
        add_text(text, mark, &mut counts);
        counts
    }

    #[test]
    fn comments_and_blanks_are_no_lines() {
        let text = "/*\n * call(\n */\n\n//! Docs.\nfn a() {\n    call(1)\n}\n// call(\n/* b */\n";
        let counts = counts(text, CODE);
        assert_eq!((counts.lines, counts.bytes), (3, text.len()));
        assert_eq!(counts.operations(CODE), 1);
    }

    #[test]
    fn a_path_and_a_method_are_one_operation() {
        let mark = Mark::Pairs("format!(", "request(");
        let text = "format!(\"/a\")\nrequest(GET)\nformat!(\"/a\")\nrequest(PUT)\n\
                    format!(\"/a\")\nrequest(GET)\n";
        assert_eq!(counts(text, mark).operations(mark), 2);
    }
}
