use std::process::Command;

use super::record::Counts;
use crate::Result;
use crate::package::{Package, checkout};

/// The LLVM lines of a package's library, and of its program, unoptimised.
///
/// With every emitted function `#[inline]` the library should have next to none.
pub(super) fn lines(package: &Package) -> Result<Counts> {
    let program = format!("--bin={}", package.name());
    Ok([total(package, "--lib")?, total(package, &program)?])
}

fn total(package: &Package, what: &str) -> Result<usize> {
    let output = crate::cargo::cargo()
        .args(["llvm-lines", what])
        .current_dir(package.folder())
        .env("CARGO_TARGET_DIR", checkout().join("target/cost/target"))
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_NET_OFFLINE", "true")
        .env_remove("RUSTFLAGS")
        .output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let total = text.lines().find(|line| line.ends_with("(TOTAL)"));
    let count = total.and_then(|line| line.split_whitespace().next());
    match count {
        Some(count) if output.status.success() => Ok(count.parse()?),
        _ => {
            let errors = String::from_utf8_lossy(&output.stderr);
            let folder = package.folder().display();
            Err(format!("cargo llvm-lines {what} in {folder}:\n{errors}{text}").into())
        }
    }
}

/// `rustc 1.95.0`.
pub(super) fn rustc() -> Result<String> {
    let output = Command::new("rustc").arg("--version").output()?;
    let text = String::from_utf8(output.stdout)?;
    let words: Vec<_> = text.split_whitespace().take(2).collect();
    Ok(words.join(" "))
}
