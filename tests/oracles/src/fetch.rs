//! Fetching and running the oracles: they are no part of the project, and come from registries.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, thread};

/// Where a program comes from.
#[derive(Clone, Copy, Debug)]
pub enum Program {
    /// A package of `PyPI`, as pip names it, run by `python3`.
    Python(&'static str),
    /// Packages of npm, run by `node`.
    Node(&'static [&'static str]),
}

/// A program that answers each line with a line.
#[derive(Debug)]
pub struct Oracle {
    command: &'static str,
    script: PathBuf,
    packages: PathBuf,
}

impl Oracle {
    /// The oracle of `scripts/NAME`, its packages below `target`; `None`, which is said, where they
    /// can't be had.
    ///
    /// # Panics
    /// In CI, where it has to be there.
    #[allow(clippy::print_stderr)] // Said to whoever runs the tests.
    pub fn find(script: &str, program: Program, target: &str) -> Option<Self> {
        match Self::fetched(script, program, Path::new(target)) {
            Ok(oracle) => Some(oracle),
            Err(why) => {
                let in_ci = env::var_os("CI").is_some_and(|ci| ci == "true");
                assert!(!in_ci, "{script} can't be had: {why}");
                eprintln!("skipped: {script} can't be had: {why}");
                None
            }
        }
    }

    fn fetched(script: &str, program: Program, target: &Path) -> Result<Self, String> {
        let packages = packages(program, target)?;
        let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts");
        let (command, script) = match program {
            Program::Python(_) => ("python3", scripts.join(script)),
            // Node looks for packages above the script.
            Program::Node(_) => {
                let copy = packages.join(script);
                fs::copy(scripts.join(script), &copy).map_err(|error| error.to_string())?;
                ("node", copy)
            }
        };
        Ok(Self {
            command,
            script,
            packages,
        })
    }

    /// What it answers to each line.
    ///
    /// # Panics
    /// Where it fails, or answers otherwise than line by line.
    pub fn answers(&self, lines: &[String]) -> Vec<String> {
        let mut child = Command::new(self.command)
            .arg(&self.script)
            .env("PYTHONPATH", &self.packages)
            .env("PYTHONIOENCODING", "utf-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a program that runs");
        let mut input = child.stdin.take().expect("a pipe");
        let text = lines.join("\n");
        // It answers while it reads: one thread alone would wait for itself.
        let writer = thread::spawn(move || input.write_all(text.as_bytes()));
        let output = child.wait_with_output().expect("an answer");
        let _ = writer.join();
        assert!(output.status.success(), "{} failed", self.script.display());
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let answers: Vec<String> = text.lines().map(str::to_owned).collect();
        assert_eq!(answers.len(), lines.len(), "an answer to each line");
        answers
    }
}

/// The folder below `target` that the packages of a program are in, after they were installed there.
///
/// # Errors
/// They can't be had.
pub fn packages(program: Program, target: &Path) -> Result<PathBuf, String> {
    let names = match program {
        Program::Python(name) => vec![name],
        Program::Node(names) => names.to_vec(),
    };
    let called = names.join("+").replace(['@', '/', '='], "-");
    let packages = target.join(&called);
    if !packages.is_dir() {
        // Only what is whole is in its place; another process may be first.
        let scratch = target.join(format!("{called}-{}", std::process::id()));
        fs::create_dir_all(&scratch).map_err(|error| error.to_string())?;
        install(program, &names, &scratch)?;
        let renamed = fs::rename(&scratch, &packages);
        if !packages.is_dir() {
            renamed.map_err(|error| error.to_string())?;
        }
        let _ = fs::remove_dir_all(&scratch);
    }
    Ok(packages)
}

fn install(program: Program, names: &[&str], folder: &Path) -> Result<(), String> {
    let (command, arguments) = match program {
        Program::Python(_) => (
            "python3",
            "-m pip install --quiet --disable-pip-version-check --no-deps --target",
        ),
        Program::Node(_) => (
            "npm",
            "install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix",
        ),
    };
    let arguments = arguments.split(' ').map(OsStr::new);
    let output = Command::new(command)
        .args(
            arguments
                .chain([folder.as_os_str()])
                .chain(names.iter().map(OsStr::new)),
        )
        .output()
        .map_err(|error| format!("{command}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "{command}: {}",
        said.lines().last().unwrap_or_default()
    ))
}
