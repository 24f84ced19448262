//! A document from a registry, for those who have none at hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::install::succeed;
use crate::Result;

/// GitHub publishes its document as a package of npm.
const PACKAGE: &str = "@octokit/openapi@23.0.2";
/// What npm calls the archive of that.
const ARCHIVE: &str = "octokit-openapi-23.0.2.tgz";
/// The document in it.
const MEMBER: &str = "package/generated/api.github.com.json";

/// A folder with GitHub's document, which is brought there once.
pub(crate) fn github(work: &Path) -> Result<PathBuf> {
    let documents = work.join("documents");
    let (place, folder) = (documents.join("github"), work.join("npm"));
    let file = place.join("api.github.com.json");
    if file.exists() {
        return Ok(documents);
    }
    fs::create_dir_all(&folder)?;
    fs::create_dir_all(&place)?;
    let run = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        // Tables may go there.
        command.stdout(Stdio::null());
        succeed(command.args(arguments).current_dir(&folder))
    };
    run("npm", &["pack", "--silent", PACKAGE])?;
    run("tar", &["xzf", ARCHIVE, MEMBER])?;
    fs::rename(folder.join(MEMBER), &file)?;
    Ok(documents)
}
