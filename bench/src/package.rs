use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;

/// A package in a folder of its own, outside of the workspace, with the workspace's `Cargo.lock`:
/// the versions that it is tested with, and no look at a registry.
pub(crate) struct Package {
    name: String,
    folder: PathBuf,
}

impl Package {
    /// Writes the manifest; `tables` are its dependencies and what else it says.
    pub(crate) fn new(folder: &Path, name: &str, tables: &str) -> Result<Self> {
        fs::create_dir_all(folder.join("src"))?;
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [workspace]\n\n{tables}"
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::copy(checkout().join("Cargo.lock"), folder.join("Cargo.lock"))?;
        let (name, folder) = (name.to_owned(), folder.to_owned());
        Ok(Self { name, folder })
    }

    /// A file of `src`.
    pub(crate) fn source(self, file: &str, text: &str) -> Result<Self> {
        fs::write(self.folder.join("src").join(file), text)?;
        Ok(self)
    }

    /// A file of `examples`.
    pub(crate) fn example(self, file: &str, text: &str) -> Result<Self> {
        let file = self.folder.join("examples").join(file);
        fs::create_dir_all(file.parent().unwrap_or(&file))?;
        fs::write(file, text)?;
        Ok(self)
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

/// The folder of the workspace.
pub(crate) fn checkout() -> &'static Path {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    folder.parent().unwrap_or(folder)
}

/// A dependency on the runtime of this checkout.
pub(crate) fn runtime(features: &str) -> String {
    let path = checkout().join("runtime");
    format!(
        "restitch = {{ path = '{}', default-features = false, features = [{features}] }}\n",
        path.display()
    )
}
