//! Where the suite is: it is no part of the project, and comes with a package of Python's.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs};

/// The variable that names the suite's folder.
pub(crate) const FOLDER: &str = "RESTITCH_JSON_SCHEMA_SUITE";

/// The source distribution that carries the suite, in pip's words; it has no other kind of hash.
const REQUIREMENT: &str = "jsonschema==4.26.0 \
    --hash=sha256:0c26707e2efad8aa1bfc5b7ce170f3fccc2e4918ff85989ba9ffa9facb2be326";
const PACKAGE: &str = "jsonschema-4.26.0";

/// The folder with `tests` and `remotes`; `None`, which is said, where it can't be had.
///
/// # Panics
/// In CI, where it has to be there.
pub(crate) fn suite() -> Option<PathBuf> {
    // Tests run side by side.
    static SUITE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    match SUITE.get_or_init(find) {
        Ok(folder) => Some(folder.clone()),
        Err(why) => {
            assert!(env::var_os("CI").is_none_or(|ci| ci != "true"), "{why}");
            super::say(&format!("skipped: {why}; {FOLDER} may name its folder"));
            None
        }
    }
}

fn find() -> Result<PathBuf, String> {
    let folder = match env::var_os(FOLDER) {
        Some(folder) => PathBuf::from(folder),
        None => fetched(Path::new(env!("CARGO_TARGET_TMPDIR")))?,
    };
    if folder.join("tests/draft2020-12").is_dir() {
        Ok(folder)
    } else {
        Err(format!("{} has no tests/draft2020-12", folder.display()))
    }
}

/// Downloads and unpacks it; only what is whole is in its place.
fn fetched(target: &Path) -> Result<PathBuf, String> {
    let suite = target.join(PACKAGE).join("json");
    if suite.is_dir() {
        return Ok(suite);
    }
    let scratch = target.join(format!("{PACKAGE}-{}", std::process::id()));
    let failed = |error: std::io::Error| format!("{}: {error}", scratch.display());
    fs::create_dir_all(&scratch).map_err(failed)?;
    let requirements = scratch.join("requirements.txt");
    fs::write(&requirements, REQUIREMENT).map_err(failed)?;
    let args = "-m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all:";
    let args = args.split(' ').map(OsStr::new);
    let place = [
        OsStr::new("--dest"),
        scratch.as_ref(),
        OsStr::new("-r"),
        requirements.as_ref(),
    ];
    python(&args.chain(place).collect::<Vec<_>>())?;
    let archive = scratch.join(format!("{PACKAGE}.tar.gz"));
    let args = ["-m", "tarfile", "-e"].map(OsStr::new).into_iter();
    python(
        &args
            .chain([archive.as_ref(), scratch.as_ref()])
            .collect::<Vec<_>>(),
    )?;
    let renamed = fs::rename(scratch.join(PACKAGE), target.join(PACKAGE));
    // Another process may have been first.
    if !suite.is_dir() {
        renamed.map_err(failed)?;
    }
    fs::remove_dir_all(&scratch).map_err(failed)?;
    Ok(suite)
}

fn python(args: &[&OsStr]) -> Result<(), String> {
    let output = Command::new("python3").args(args).output();
    let output = output.map_err(|error| format!("the suite can't be had: python3: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let last = said.lines().last().unwrap_or_default();
    Err(format!(
        "the suite can't be had: python3 {}: {last}",
        args[1].display()
    ))
}
