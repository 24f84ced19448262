use std::io;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// The folder of the root document. No file outside it is read, or outside of one above it where
/// the caller says so.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    /// The folder that nothing leads out of; both are without links, so that they can be compared.
    bound: PathBuf,
    /// How many folders the one is above the other.
    depth: usize,
}

/// A file that a reference names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its path from the document's folder, `/` between the parts: its name, and what its own
    /// references are relative to.
    pub(super) name: String,
    /// Its path without links: what makes two references one file.
    pub(super) path: PathBuf,
}

/// Why a reference names no file that may be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is a URL.
    Url,
    /// It is an absolute path.
    Absolute,
    /// Its `..` lead out of the folder.
    Above,
    /// It is a link, or goes through one, that leads out of the folder.
    Link,
    /// It is no file that can be read, for a reason.
    Missing(String),
    /// There is no such file, yet.
    Absent(PathBuf),
    /// The document is text in memory, so there is no folder to look in.
    NoFolder,
}

impl Folder {
    /// The folder that holds a file, whose path is without links; `bound` is a folder above it.
    ///
    /// # Errors
    /// The folder does not hold the file.
    pub(super) fn of(file: &Path, bound: Option<&Path>) -> io::Result<Self> {
        let mut path = file.to_path_buf();
        path.pop();
        let bound = match bound {
            Some(bound) => bound.canonicalize().map_err(|error| {
                let message = format!("its `root`, the folder `{}`: {error}", bound.display());
                io::Error::other(message)
            })?,
            None => path.clone(),
        };
        let Ok(below) = path.strip_prefix(&bound) else {
            let message = format!("it is not in the folder `{}`", bound.display());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        };
        let depth = below.components().count();
        Ok(Self { path, bound, depth })
    }

    /// What a reference gets where there is no folder.
    pub(super) fn none(reference: &str) -> Refused {
        relative("", reference, 0)
            .err()
            .unwrap_or(Refused::NoFolder)
    }

    /// The file that a reference names; `from` is the name of the file that it stands in.
    pub(super) fn find(&self, from: &str, reference: &str) -> Result<Found, Refused> {
        let parts = relative(from, reference, self.depth)?;
        let mut path = self.path.clone();
        path.extend(&parts);
        let path = path.canonicalize().map_err(|_| Refused::Absent(path))?;
        if !path.starts_with(&self.bound) {
            return Err(Refused::Link);
        }
        if !path.is_file() {
            return Err(Refused::Missing("that is not a file".to_owned()));
        }
        let name = parts.join("/");
        Ok(Found { name, path })
    }
}

/// The parts of a reference's path from the folder, by its text alone; it may go up `depth` folders.
fn relative(from: &str, reference: &str, depth: usize) -> Result<Vec<String>, Refused> {
    if has_scheme(reference) || reference.starts_with("//") {
        return Err(Refused::Url);
    }
    let decoded = percent_decode_str(reference).decode_utf8();
    let decoded = decoded.map_err(|_| Refused::Missing("its name is not UTF-8".to_owned()))?;
    // A backslash separates on one system and is part of a name on others; here it separates.
    let path = decoded.replace('\\', "/");
    if path.starts_with('/') || has_scheme(&path) {
        return Err(Refused::Absolute);
    }
    let mut parts: Vec<String> = from.split('/').map(str::to_owned).collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                let is_down = parts.last().is_some_and(|part| part != "..");
                if is_down {
                    parts.pop();
                } else if parts.len() < depth {
                    parts.push("..".to_owned());
                } else {
                    return Err(Refused::Above);
                }
            }
            part => parts.push(part.to_owned()),
        }
    }
    Ok(parts)
}

/// Whether it starts like a URL, `https:`, or like a drive, `C:`.
fn has_scheme(reference: &str) -> bool {
    let Some((scheme, _)) = reference.split_once(':') else {
        return false;
    };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, reference: &str, expect: Result<&str, Refused>) {
        let found = relative(from, reference, 0).map(|parts| parts.join("/"));
        assert_eq!(found, expect.map(str::to_owned), "{reference} in {from}");
    }

    #[test]
    fn goes_up_as_far_as_it_may() {
        let up = |from, reference| relative(from, reference, 2).map(|parts| parts.join("/"));
        assert_eq!(up("", "../a.yaml"), Ok("../a.yaml".to_owned()));
        assert_eq!(
            up("../b/c.yaml", "../../a.yaml"),
            Ok("../../a.yaml".to_owned())
        );
        assert_eq!(up("../b/c.yaml", "../d.yaml"), Ok("../d.yaml".to_owned()));
        assert_eq!(up("../../c.yaml", "../d.yaml"), Err(Refused::Above));
        assert_eq!(up("", "../../../a.yaml"), Err(Refused::Above));
    }

    #[test]
    fn goes_down_and_back_up() {
        check("api.yaml", "a.yaml", Ok("a.yaml"));
        check("api.yaml", "./x/a.yaml", Ok("x/a.yaml"));
        check("x/y/b.yaml", "../a.yaml", Ok("x/a.yaml"));
        check("x/b.yaml", "y/.././a.yaml", Ok("x/a.yaml"));
        check("api.yaml", "a%20b.yaml", Ok("a b.yaml"));
        check("api.yaml", r"x\a.yaml", Ok("x/a.yaml"));
    }

    #[test]
    fn refuses_what_leaves() {
        for reference in ["../a.yaml", "x/../../a.yaml", "%2e%2e/a.yaml", r"..\a.yaml"] {
            check("api.yaml", reference, Err(Refused::Above));
        }
        check("x/b.yaml", "../../a.yaml", Err(Refused::Above));
        for reference in [
            "/etc/passwd",
            "%2Fetc/passwd",
            r"\etc",
            "%5c%5chost%5cshare",
            "c%3A/x",
        ] {
            check("api.yaml", reference, Err(Refused::Absolute));
        }
        for reference in [
            "https://example.com/a.yaml",
            "file:///etc/passwd",
            "//host/a",
            "C:/x",
        ] {
            check("api.yaml", reference, Err(Refused::Url));
        }
    }
}
