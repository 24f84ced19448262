//! The report: a line of JSON for each generator and document, written as soon as it is known, so
//! that a run that was stopped goes on where it was.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::documents::Document;
use super::tool::Tool;
use crate::Result;

/// By tool, then by the document's path.
type Known<R> = BTreeMap<(String, String), R>;

/// What a row is about.
pub(crate) trait Row: Serialize + DeserializeOwned {
    fn tool(&self) -> &str;
    fn document(&self) -> &str;
}

/// The file of a step's rows in a round: the first has the step's own.
pub(crate) fn of_round(file: &str, round: usize) -> String {
    if round == 1 {
        return file.to_owned();
    }
    file.replace(".jsonl", &format!(".{round}.jsonl"))
}

/// A file of such rows.
pub(crate) struct Rows<R> {
    file: PathBuf,
    known: Known<R>,
}

impl<R: Row> Rows<R> {
    /// Those that are there; of two about the same, the last.
    pub(crate) fn read(work: &Path, name: &str) -> Result<Self> {
        let file = work.join(name);
        let text = match fs::read_to_string(&file) {
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            text => text?,
        };
        let mut known = BTreeMap::new();
        for line in text.lines() {
            let row: R = serde_json::from_str(line)?;
            known.insert((row.tool().to_owned(), row.document().to_owned()), row);
        }
        Ok(Self { file, known })
    }

    pub(crate) fn get(&self, tool: &str, document: &str) -> Option<&R> {
        self.known.get(&(tool.to_owned(), document.to_owned()))
    }

    /// Adds what is not there yet of each tool and document, by a closure that makes a row, or none
    /// where there is nothing to be made.
    pub(crate) fn complete(
        &mut self,
        tools: &[&Tool],
        documents: &[Document],
        mut make: impl FnMut(&Tool, &Document) -> Result<Option<R>>,
    ) -> Result<()> {
        for document in documents {
            for tool in tools {
                if self.get(tool.name, &document.path).is_some() {
                    continue;
                }
                if let Some(row) = make(tool, document)? {
                    self.add(row)?;
                }
            }
        }
        Ok(())
    }

    /// Adds it to the file's end.
    pub(crate) fn add(&mut self, row: R) -> Result<()> {
        let line = serde_json::to_string(&row)? + "\n";
        let mut file = fs::File::options();
        let mut file = file.append(true).create(true).open(&self.file)?;
        file.write_all(line.as_bytes())?;
        let key = (row.tool().to_owned(), row.document().to_owned());
        self.known.insert(key, row);
        Ok(())
    }
}
