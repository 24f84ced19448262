//! Stands between cargo and rustc for the generated crate alone, by `RUSTC_WORKSPACE_WRAPPER`: so
//! its dependencies count for nothing, and cargo neither.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use serde_json::json;

use crate::Result;
use crate::measured::{self, Limits};

/// Where the figures go.
const FIGURES: &str = "RESTITCH_BENCH_FIGURES";
/// The limits, in megabytes and seconds.
const MEGABYTES: &str = "RESTITCH_BENCH_MEGABYTES";
const SECONDS: &str = "RESTITCH_BENCH_SECONDS";

/// Lets this program measure the rustc that cargo starts for the crate.
pub(crate) fn set(cargo: &mut Command, figures: &Path, limits: Limits) -> Result<()> {
    cargo
        .env("RUSTC_WORKSPACE_WRAPPER", env::current_exe()?)
        .env(FIGURES, figures)
        .env(MEGABYTES, limits.megabytes.to_string());
    if let Some(seconds) = limits.cpu {
        cargo.env(SECONDS, seconds.to_string());
    }
    Ok(())
}

/// Runs the rustc of the arguments, where cargo started this program as its wrapper.
pub(crate) fn run() -> Option<Result<ExitCode>> {
    let figures = env::var_os(FIGURES)?;
    Some(rustc(Path::new(&figures)))
}

fn rustc(figures: &Path) -> Result<ExitCode> {
    let command: Vec<OsString> = env::args_os().skip(1).collect();
    let (program, arguments) = command.split_first().ok_or("no rustc to run")?;
    // Cargo asks rustc about itself with the name `___`.
    let name = arguments.iter().skip_while(|a| *a != "--crate-name").nth(1);
    let measured = match name {
        Some(name) if name != "___" && name != "build_script_build" => {
            let number = |name| env::var(name).ok()?.parse().ok();
            let limits = Limits {
                megabytes: number(MEGABYTES).ok_or("no limit of memory")?,
                cpu: number(SECONDS),
                wall: None,
            };
            let measured = measured::wait(&mut measured::limited(&command, limits))?;
            let text = json!({
                "killed": measured.is_killed(),
                "cpu": measured.cpu,
                "megabytes": measured.megabytes,
                "wall": measured.wall,
            });
            fs::write(figures, text.to_string())?;
            measured
        }
        _ => measured::wait(Command::new(program).args(arguments))?,
    };
    let code = measured.status.code().unwrap_or(101);
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(101)))
}
