use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use super::llvm;
use crate::Result;
use crate::package::checkout;

/// Emitted lines and bytes of a document; LLVM lines of client and program of a subject; instructions
/// and allocations of work.
pub(super) type Counts = [usize; 2];

/// What `bench/cost.tsv` holds.
#[derive(Default)]
pub(super) struct Record {
    /// By the path of a document, which begins with `specs/`, the name of a subject, or of work.
    pub(super) counts: BTreeMap<String, Counts>,
    /// The compiler whose LLVM lines they are.
    pub(super) rustc: String,
    /// Why it was recorded: the first time, and every time since.
    why: Vec<String>,
}

const HEAD: &str = "\
# What generated clients hold. `cargo run -p restitch-bench -- cost` compares,
# `cargo run -p restitch-bench -- cost --record WHY` writes it anew.
# Of a document: emitted lines and bytes. Of a client and a program that uses it: LLVM lines of both.
# Of generating, and of a call without a network, unoptimised: instructions and allocations.
";

fn path() -> PathBuf {
    checkout().join("bench/cost.tsv")
}

impl Record {
    /// Empty where there is none yet.
    pub(super) fn read() -> Result<Self> {
        let path = path();
        if path.exists() {
            Self::parse(&fs::read_to_string(path)?)
        } else {
            Ok(Self::default())
        }
    }

    fn parse(text: &str) -> Result<Self> {
        let mut record = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.split('\t').collect::<Vec<_>>()[..] {
                ["rustc", version] => version.clone_into(&mut record.rustc),
                ["why", reason] => record.why.push(reason.to_owned()),
                [name, a, b] => {
                    record
                        .counts
                        .insert(name.to_owned(), [a.parse()?, b.parse()?]);
                }
                _ => return Err(format!("bench/cost.tsv: not a row: {line}").into()),
            }
        }
        Ok(record)
    }

    /// Writes these counts in the place of the old ones, and the reason behind the earlier ones.
    pub(super) fn write(mut self, counts: BTreeMap<String, Counts>, why: &str) -> Result<String> {
        self.why.push(why.replace(['\t', '\n'], " "));
        self.counts = counts;
        self.rustc = llvm::rustc()?;
        let text = self.text();
        fs::write(path(), &text)?;
        Ok(text)
    }

    fn text(&self) -> String {
        let mut text = String::from(HEAD);
        // Writing to a `String` does not fail.
        let _ = writeln!(text, "rustc\t{}", self.rustc);
        for (name, [a, b]) in &self.counts {
            let _ = writeln!(text, "{name}\t{a}\t{b}");
        }
        for reason in &self.why {
            let _ = writeln!(text, "why\t{reason}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let record = Record {
            counts: [
                ("specs/a.yaml".to_owned(), [1, 2]),
                ("a".to_owned(), [3, 4]),
            ]
            .into(),
            rustc: "rustc 1".to_owned(),
            why: vec!["first".to_owned(), "then".to_owned()],
        };
        let again = Record::parse(&record.text()).unwrap();
        assert_eq!(again.counts, record.counts);
        assert_eq!(again.text(), record.text());
    }
}
