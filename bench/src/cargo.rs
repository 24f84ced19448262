use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use crate::Result;

/// Cargo as it built this program, with the compiler beside it: rustup's would look in each package
/// for the toolchain that its authors use.
pub(crate) fn cargo() -> Command {
    let cargo = Path::new(env!("CARGO"));
    let mut command = Command::new(cargo);
    let rustc = cargo.with_file_name("rustc");
    if rustc.is_file() {
        command.env("RUSTC", rustc);
    }
    command
}

/// A crate to be compiled over and over.
pub(crate) struct Crate {
    folder: PathBuf,
    root: PathBuf,
    target: PathBuf,
}

impl Crate {
    pub(crate) fn new(folder: &Path, root: &str, target: &Path) -> Self {
        let (folder, target) = (folder.to_owned(), target.to_owned());
        let root = folder.join(root);
        Self {
            folder,
            root,
            target,
        }
    }

    /// User and system time of cargo and rustc for this crate alone, its dependencies being built:
    /// the least of several runs.
    pub(crate) fn cpu_seconds(&self, command: &[&str], repeat: usize) -> Result<f64> {
        self.dependencies(command)?;
        let mut least = f64::INFINITY;
        for _ in 0..repeat {
            fs::File::options()
                .append(true)
                .open(&self.root)?
                .set_modified(SystemTime::now())?;
            let before = children_seconds()?;
            self.run(command)?;
            least = least.min(children_seconds()? - before);
        }
        Ok(least)
    }

    /// Builds the dependencies, for which the root's text does not matter.
    fn dependencies(&self, command: &[&str]) -> Result<()> {
        let text = fs::read(&self.root)?;
        fs::write(&self.root, "#![allow(dead_code)]\nfn main() {}\n")?;
        let built = self.run(command);
        fs::write(&self.root, text)?;
        built
    }

    /// The size of what `build --release` left of `types-NAME`.
    pub(crate) fn rlib_megabytes(&self, name: &str) -> Result<f64> {
        let file = format!("libtypes_{}.rlib", name.replace('-', "_"));
        let size = fs::metadata(self.target.join("release").join(file))?.len();
        Ok(f64::from(u32::try_from(size)?) / 1e6)
    }

    fn run(&self, command: &[&str]) -> Result<()> {
        let status = cargo()
            .args(command)
            .args(["--quiet", "--offline"])
            .current_dir(&self.folder)
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", &self.target)
            .env_remove("RUSTFLAGS")
            .stdout(Stdio::null())
            .status()?;
        if status.success() {
            Ok(())
        } else {
            let folder = self.folder.display();
            Err(format!("cargo {command:?} failed in {folder}").into())
        }
    }
}

/// CPU time of all children waited for, theirs too, from Linux's account of this process: the
/// fields `cutime` and `cstime`, in hundredths of a second.
fn children_seconds() -> Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The second field, the program's name in parentheses, may hold spaces.
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let times = fields.split_whitespace().skip(13).take(2);
    let mut ticks = 0;
    for time in times {
        ticks += time.parse::<u32>()?;
    }
    Ok(f64::from(ticks) / 100.0)
}
