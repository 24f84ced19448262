//! Work that is counted, not timed: instructions and allocations of this program with arguments.

use std::env;
use std::process::{Command, Stdio};

use crate::Result;

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Work {
    pub(crate) instructions: usize,
    pub(crate) allocations: usize,
}

/// That of one repetition: of `before` and `more` of them, less that of `before`, divided by `more`. The
/// number is the last argument.
pub(crate) fn difference(args: &[&str], before: u32, more: u32) -> Result<Work> {
    let run = |count: u32| {
        let count = count.to_string();
        let args: Vec<&str> = args.iter().copied().chain([count.as_str()]).collect();
        of(&args)
    };
    let (first, second) = (run(before)?, run(before + more)?);
    let each = |a: usize, b: usize| b.saturating_sub(a) / more as usize;
    Ok(Work {
        instructions: each(first.instructions, second.instructions),
        allocations: each(first.allocations, second.allocations),
    })
}

/// That of a whole run, by callgrind and by DHAT.
pub(crate) fn of(args: &[&str]) -> Result<Work> {
    let callgrind = said(
        &["--tool=callgrind", "--callgrind-out-file=/dev/null"],
        args,
    )?;
    let dhat = said(&["--tool=dhat", "--dhat-out-file=/dev/null"], args)?;
    Ok(Work {
        instructions: number(&callgrind, "Collected :", "")?,
        allocations: number(&dhat, "Total:", " blocks")?,
    })
}

/// What valgrind says of a run of this program.
fn said(tool: &[&str], args: &[&str]) -> Result<String> {
    let output = Command::new("valgrind")
        .args(tool)
        .arg(env::current_exe()?)
        .args(args)
        .stdout(Stdio::null())
        .output()
        .map_err(|error| format!("valgrind, by which work is counted: {error}"))?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() {
        Ok(text)
    } else {
        Err(format!("valgrind {tool:?} of {args:?}:\n{text}").into())
    }
}

/// The number in a line with `mark`: the last before `end`.
fn number(text: &str, mark: &str, end: &str) -> Result<usize> {
    let line = text.lines().find_map(|line| Some(line.split_once(mark)?.1));
    let count = line
        .and_then(|line| line.trim().strip_suffix(end))
        .and_then(|line| line.split_whitespace().last());
    let digits = count.map(|count| count.replace(',', ""));
    let number = digits.and_then(|digits| digits.parse().ok());
    number.ok_or_else(|| format!("no count after `{mark}`:\n{text}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_in_what_valgrind_prints() {
        let text =
            "==1== \n==1== Collected : 190012\n==1== Total:     1,234,567 bytes in 8,901 blocks\n";
        assert_eq!(number(text, "Collected :", "").unwrap(), 190_012);
        assert_eq!(number(text, "Total:", " blocks").unwrap(), 8_901);
        assert!(number(text, "Gone:", "").is_err());
    }
}
