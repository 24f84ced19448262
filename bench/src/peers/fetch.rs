//! A document from a registry, for those who have none at hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;

/// GitHub publishes its document as a package of npm.
const PACKAGE: &str = "@octokit/openapi@23.0.2";
/// The document in it.
const MEMBER: &str = "package/generated/api.github.com.json";

/// A folder with GitHub's document, which is brought there once.
pub(crate) fn github(work: &Path) -> Result<PathBuf> {
    let documents = work.join("documents");
    let file = documents.join("github/api.github.com.json");
    if file.exists() {
        return Ok(documents);
    }
    let folder = work.join("npm");
    fs::create_dir_all(&folder)?;
    let mut npm = Command::new("npm");
    npm.args(["pack", "--silent", PACKAGE]).current_dir(&folder);
    let archive = said(&mut npm)?;
    let archive = archive.lines().last().unwrap_or_default();
    let mut tar = Command::new("tar");
    said(tar.args(["xzf", archive, MEMBER]).current_dir(&folder))?;
    fs::create_dir_all(file.parent().ok_or("no folder")?)?;
    fs::rename(folder.join(MEMBER), &file)?;
    Ok(documents)
}

fn said(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(format!("{command:?} failed: {said}").into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
