//! The documents of a folder, the smallest first.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::options::Options;
use crate::Result;

/// An `OpenAPI` document.
pub(crate) struct Document {
    pub(crate) file: PathBuf,
    /// Its path below the folder: what the report calls it.
    pub(crate) path: String,
    pub(crate) bytes: u64,
}

impl Document {
    /// The name of its crate, which is that of the crate's folder too: some generators take no other.
    pub(crate) fn crate_name(&self) -> String {
        let plain = |c: char| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        };
        let words: String = self.path.chars().map(plain).collect();
        let words = words.split('-').filter(|word| !word.is_empty());
        format!("client-{}", words.collect::<Vec<_>>().join("-"))
    }
}

/// The YAML and JSON files in a folder and below that the options choose.
pub(crate) fn of(folder: &Path, options: &Options) -> Result<Vec<Document>> {
    let folder = folder.canonicalize()?;
    let mut found = Vec::new();
    gather(&folder, &folder, &mut found)?;
    found.sort_by(|a, b| (a.bytes, &a.path).cmp(&(b.bytes, &b.path)));
    let names: BTreeSet<_> = found.iter().map(Document::crate_name).collect();
    if names.len() < found.len() {
        return Err("two documents would have a crate of the same name".into());
    }
    let only = &options.only;
    found.retain(|one| only.is_empty() || only.iter().any(|text| one.path.contains(text.as_str())));
    found.truncate(options.limit);
    Ok(found)
}

fn gather(root: &Path, folder: &Path, found: &mut Vec<Document>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.is_dir() {
            gather(root, &file, found)?;
            continue;
        }
        let extension = file.extension().and_then(|e| e.to_str());
        if let Some("json" | "yaml" | "yml") = extension {
            let path = file.strip_prefix(root)?.display().to_string();
            let bytes = fs::metadata(&file)?.len();
            found.push(Document { file, path, bytes });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Document;

    #[test]
    fn a_crate_is_named_by_the_path() {
        let document = Document {
            file: "x".into(),
            path: "1/Pet_Store--v2.json".to_owned(),
            bytes: 0,
        };
        assert_eq!(document.crate_name(), "client-1-pet-store-v2-json");
    }
}
