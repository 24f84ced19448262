//! A program under limits, and what it took.

use std::ffi::OsStr;
use std::fs::File;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use wait4::Wait4 as _;

use crate::Result;

/// What a program may take; the kernel holds it to them.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// Address space, in megabytes.
    pub(crate) megabytes: u64,
    /// Processor time of any one process, in seconds.
    pub(crate) cpu: Option<u64>,
    /// Time by the clock, in seconds.
    pub(crate) wall: Option<u64>,
}

/// What a program, and the programs that it waited for, took.
pub(crate) struct Measured {
    pub(crate) status: ExitStatus,
    /// User and system time, in seconds.
    pub(crate) cpu: f64,
    /// The most memory that was resident, of any one process, in megabytes.
    pub(crate) megabytes: f64,
    /// Seconds by the clock.
    pub(crate) wall: f64,
}

impl Measured {
    /// Whether a signal ended it, or one that `timeout` or a shell passes on as a number.
    pub(crate) fn is_killed(&self) -> bool {
        self.status.signal().is_some() || self.status.code().is_some_and(|code| code > 128)
    }

    /// Whether it used up its processor time.
    pub(crate) fn is_over(&self, limits: Limits) -> bool {
        let limit = limits.cpu.and_then(|seconds| u32::try_from(seconds).ok());
        limit.is_some_and(|seconds| self.cpu >= f64::from(seconds) - 1.0)
    }
}

/// The shell's arguments are the limits, then the command.
const LIMITED: &str = "ulimit -v \"$1\" && ulimit -t \"$2\" && shift 2 && exec \"$@\"";

/// A command that runs this one under limits.
pub(crate) fn limited<S: AsRef<OsStr>>(command: &[S], limits: Limits) -> Command {
    let cpu = limits.cpu.map(|seconds| seconds.to_string());
    let mut limited = Command::new("sh");
    limited.args(["-c", LIMITED, "sh"]);
    limited.arg((limits.megabytes * 1024).to_string());
    limited.arg(cpu.as_deref().unwrap_or("unlimited"));
    if let Some(seconds) = limits.wall {
        // First a signal that lets `timeout` wait for the program, and so account for it.
        limited.args(["timeout", "--kill-after=5", &seconds.to_string()]);
    }
    limited.args(command);
    limited
}

/// Runs it, with what it prints in a file.
pub(crate) fn run(mut command: Command, log: &Path) -> Result<Measured> {
    let log = File::create(log)?;
    command.stdout(log.try_clone()?).stderr(log);
    wait(command.stdin(Stdio::null()))
}

/// Runs it to its end.
pub(crate) fn wait(command: &mut Command) -> Result<Measured> {
    let start = Instant::now();
    let used = command.spawn()?.wait4()?;
    let megabytes = u32::try_from(used.rusage.maxrss / 1024)?;
    Ok(Measured {
        status: used.status,
        cpu: (used.rusage.utime + used.rusage.stime).as_secs_f64(),
        megabytes: f64::from(megabytes) / 1024.0,
        wall: start.elapsed().as_secs_f64(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Limits, limited, wait};

    const LIMITS: Limits = Limits {
        megabytes: 1000,
        cpu: Some(2),
        wall: Some(60),
    };

    #[test]
    fn a_program_ends_as_it_would() {
        let three = wait(&mut limited(&["sh", "-c", "exit 3"], LIMITS)).expect("it runs");
        assert_eq!(three.status.code(), Some(3));
        assert!(!three.is_killed());
    }

    #[test]
    fn a_loop_is_stopped_by_the_processor_time() {
        let ended = wait(&mut limited(&["sh", "-c", "while :; do :; done"], LIMITS));
        let ended = ended.expect("it runs");
        assert!(ended.is_killed());
        assert!(ended.is_over(LIMITS), "{}", ended.cpu);
    }

    #[test]
    fn a_sleeper_is_stopped_by_the_clock() {
        let limits = Limits {
            wall: Some(1),
            ..LIMITS
        };
        let ended = wait(&mut limited(&["sleep", "60"], limits)).expect("it runs");
        assert_eq!(ended.status.code(), Some(124), "the code of `timeout`");
    }
}
