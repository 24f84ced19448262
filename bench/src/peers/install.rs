//! Brings a generator into a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::tool::{Install, Tool};
use crate::Result;
use crate::package::checkout;

/// Written when all is done: the version.
const MARK: &str = "version";

/// The folder of a generator in the working folder.
pub(crate) fn folder(work: &Path, tool: &Tool) -> PathBuf {
    work.join("installed").join(tool.name)
}

/// Whether this version is there.
fn is_there(work: &Path, tool: &Tool) -> bool {
    let mark = fs::read_to_string(folder(work, tool).join(MARK));
    mark.is_ok_and(|text| text == tool.version)
}

/// Those that are needed must be there: a program that can't be run says nothing of a document.
pub(crate) fn expect(work: &Path, tools: &[&Tool]) -> Result<()> {
    match tools.iter().find(|tool| !is_there(work, tool)) {
        Some(tool) => Err(format!("{0} is not installed: `install --tool {0}`", tool.name).into()),
        None => Ok(()),
    }
}

/// Installs those whose version is not there already.
pub(crate) fn all(work: &Path, tools: &[&Tool]) -> Result<()> {
    tools.iter().try_for_each(|tool| install(work, tool))
}

/// Installs it, unless this version is there already.
fn install(work: &Path, tool: &Tool) -> Result<()> {
    let folder = folder(work, tool);
    if is_there(work, tool) {
        return Ok(());
    }
    fs::create_dir_all(&folder)?;
    let version = tool.version;
    let build = work.join("build");
    match tool.install {
        Install::Cargo(package) => {
            let wanted = format!("{package}@{version}");
            cargo(&["install", "--locked", &wanted], &folder, &build)?;
        }
        Install::Checkout(path) => {
            let path = checkout().join(path).display().to_string();
            cargo(&["install", "--locked", "--path", &path], &folder, &build)?;
        }
        Install::Library(main) => {
            let driver = folder.join("driver");
            write_driver(&driver, tool, main)?;
            let path = driver.display().to_string();
            cargo(&["install", "--debug", "--path", &path], &folder, &build)?;
        }
        Install::Pip(package) => {
            let mut pip = Command::new("python3");
            pip.args(["-m", "pip", "install", "--quiet", "--upgrade", "--target"]);
            succeed(pip.arg(&folder).arg(format!("{package}=={version}")))?;
        }
    }
    fs::write(folder.join(MARK), version)?;
    Ok(())
}

fn cargo(arguments: &[&str], folder: &Path, build: &Path) -> Result<()> {
    let mut cargo = crate::cargo::cargo();
    cargo.args(arguments).arg("--root").arg(folder);
    succeed(cargo.env("CARGO_TARGET_DIR", build))
}

fn write_driver(folder: &Path, tool: &Tool, main: &str) -> Result<()> {
    let Tool { name, version, .. } = tool;
    let manifest = format!(
        "[package]\nname = \"{name}-driver\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [workspace]\n\n[dependencies]\n{name} = \"={version}\"\n"
    );
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/main.rs"), main)?;
    Ok(())
}

pub(super) fn succeed(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    if status.success() {
        return Ok(());
    }
    Err(format!("{command:?} failed: {status}").into())
}
