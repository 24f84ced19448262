//! What the tests of the generator share.

pub mod corpus;
pub mod pasted;
pub mod random;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

include!("configured.rs");

/// The folder `specs/`.
pub fn specs() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.unwrap_or(Path::new(".")).join("specs")
}

/// The documents of a folder of `specs/`, as paths from there (`features/maps.yaml`), sorted.
/// Folders below hold files that documents refer to, and are not looked into.
///
/// # Panics
/// The folder can't be read.
pub fn documents(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(specs().join(folder)).expect("a folder of specs/");
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file())
        .map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()))
        .collect();
    names.sort();
    names
}

/// What is said of a document of `specs/invalid` beside it, its overlays too.
pub fn overlaid(name: &str) -> restitch_build::Builder {
    let overlays: &[&str] = match name {
        "overlay.yaml" => &["version", "empty", "actions", "syntax"],
        "overlay-targets.yaml" => &["targets"],
        "overlay-places.yaml" => &["first", "second"],
        _ => &[],
    };
    overlays.iter().fold(configured(name), |builder, overlay| {
        builder.overlay(format!("../specs/invalid/parts/{overlay}.overlay.yaml"))
    })
}

/// CPU time of this thread, which a busy machine does not lengthen: Linux's account, `utime` and
/// `stime` in hundredths of a second. Elsewhere the time of day.
pub fn spent() -> Duration {
    let account = || {
        let stat = fs::read_to_string("/proc/thread-self/stat").ok()?;
        // The second field, the name in parentheses, may hold spaces.
        let fields = stat.rsplit(')').next()?.split_whitespace();
        let ticks = fields.skip(11).take(2).map(str::parse::<u64>);
        let ticks: u64 = ticks.sum::<Result<_, _>>().ok()?;
        Some(Duration::from_millis(ticks * 10))
    };
    account().unwrap_or_else(|| {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        now.unwrap_or_default()
    })
}
