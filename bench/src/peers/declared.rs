//! How many operations a document declares, which all generators are held to.

use std::path::Path;

use restitch_build::configure;
use serde::{Deserialize, Serialize};

use super::documents::Document;
use super::rows::{Row, Rows};
use crate::Result;

/// Operations below `paths`, those behind references to path items too; of a document that can't
/// be read, none.
#[derive(Serialize, Deserialize)]
pub(crate) struct Declared {
    document: String,
    pub(crate) operations: usize,
}

impl Row for Declared {
    fn tool(&self) -> &'static str {
        ""
    }

    fn document(&self) -> &str {
        &self.document
    }
}

/// Of all documents: those that are not known yet are counted.
pub(crate) fn all(work: &Path, documents: &[Document]) -> Result<Rows<Declared>> {
    let mut rows: Rows<Declared> = Rows::read(work, "declared.jsonl")?;
    for document in documents {
        if rows.get("", &document.path).is_none() {
            let report = configure().check(&document.file)?;
            rows.add(Declared {
                document: document.path.clone(),
                operations: report.declared().operations,
            })?;
        }
    }
    Ok(rows)
}
