//! Text to a file.

use std::path::Path;
use std::{fs, io};

/// Writes a file where its content changes, so that cargo sees no change where there is none.
///
/// The text goes to a file beside it first, so that a failure leaves what was there.
///
/// # Errors
/// As the file system gives them, with the path.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    let named =
        |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        fs::create_dir_all(folder).map_err(named)?;
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.new", std::process::id()));
    let written = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        // This error is the one to report; a file left over is the lesser harm.
        let _ = fs::remove_file(&beside);
        named(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_equal_file_is_not_touched() {
        let folder = std::env::temp_dir().join(format!("restitch-write-{}", std::process::id()));
        let path = folder.join("a/client.rs");
        write(&path, "one").unwrap();
        let first = fs::metadata(&path).unwrap().modified().unwrap();
        write(&path, "one").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), first);
        write(&path, "two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(fs::read_dir(folder.join("a")).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_failure_names_the_file() {
        let path = Path::new("/proc/none/client.rs");
        assert!(
            write(path, "x")
                .unwrap_err()
                .to_string()
                .contains("client.rs")
        );
    }
}
