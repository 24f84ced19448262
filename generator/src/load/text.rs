use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::windows;
use crate::diag::{Code, Diagnostic};
use crate::tree::{FileId, Place, Pointer};

/// The bytes of a file, of which at most `limit` are read.
pub(super) fn bytes(path: &Path, limit: usize) -> std::io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let mut bytes = Vec::new();
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    // One more than the limit, so that the caller sees that there is more.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text of a file, and what is wrong with it as a whole: an error where it is not to be read.
pub(super) fn text(file: FileId, bytes: Vec<u8>, limit: usize) -> (String, Option<Diagnostic>) {
    let limit = limit.min(u32::MAX as usize);
    if bytes.len() > limit {
        let message = format!("the file has more than {limit} bytes");
        let pointer = Pointer::root(file);
        let diagnostic = Diagnostic::new(Code::TOO_LARGE, message, pointer, None);
        return (String::new(), Some(diagnostic));
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let utf16 = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
            let byte = bytes.get(good).copied().unwrap_or_default();
            if let Some(text) = windows::text(bytes) {
                let found = as_windows(end(file, text.get(..good).unwrap_or("")), bytes, byte);
                return (text, Some(found));
            }
            let text = String::from_utf8_lossy(bytes).into_owned();
            let diagnostic = not_utf8(end(file, text.get(..good).unwrap_or("")), byte, utf16);
            (text, Some(diagnostic))
        }
    }
}

fn not_utf8(at: Place, byte: u8, utf16: bool) -> Diagnostic {
    let message = if utf16 {
        "the file is UTF-16, and only UTF-8 is read".to_owned()
    } else {
        format!("the byte 0x{byte:02x} is not UTF-8 here")
    };
    Diagnostic::new(Code::NOT_UTF8, message, Pointer::root(at.file), Some(at))
        .help("save the file in the encoding UTF-8")
}

fn as_windows(at: Place, bytes: &[u8], first: u8) -> Diagnostic {
    let letter = windows::letter(first);
    let message = format!("the byte 0x{first:02x} is not UTF-8: it is read as `{letter}`");
    let others = bytes
        .iter()
        .filter(|byte| !byte.is_ascii())
        .count()
        .saturating_sub(1);
    let more = match others {
        0 => String::new(),
        1 => ", as one more is".to_owned(),
        _ => format!(", as {others} more are"),
    };
    let message = format!("{message} of Windows-1252{more}");
    Diagnostic::new(Code::WINDOWS, message, Pointer::root(at.file), Some(at))
        .help("save the file in the encoding UTF-8")
}

/// The place behind a text that starts a file.
fn end(file: FileId, text: &str) -> Place {
    let line = text.rsplit('\n').next().unwrap_or("");
    let column = line.trim_start_matches('\u{feff}').chars().count() + 1;
    Place {
        file,
        offset: u32::try_from(text.len()).unwrap_or(u32::MAX),
        line: u32::try_from(text.matches('\n').count() + 1).unwrap_or(u32::MAX),
        column: u32::try_from(column).unwrap_or(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_first_bad_byte() {
        let (text, diagnostic) = text(FileId(0), b"a: \xc3\xa9\nbc\xffd".to_vec(), 100);
        let at = diagnostic.and_then(|d| d.place).unwrap();
        assert_eq!((at.offset, at.line, at.column), (8, 2, 3));
        assert!(text.starts_with("a: é\nbc"));
    }

    #[test]
    fn says_what_is_read_of_another_encoding() {
        let (text, found) = text(FileId(0), b"a: b\nc: Caf\xe9 \x96\n".to_vec(), 100);
        assert_eq!(text, "a: b\nc: Café –\n");
        let found = found.expect("a fault");
        let at = found.place.expect("a place");
        assert_eq!((at.offset, at.line, at.column), (11, 2, 7));
        let message =
            "the byte 0xe9 is not UTF-8: it is read as `é` of Windows-1252, as one more is";
        assert_eq!(
            (found.code, found.message.as_str()),
            (Code::WINDOWS, message)
        );
    }

    #[test]
    fn counts_bytes() {
        let (_, diagnostic) = text(FileId(0), b"abc".to_vec(), 3);
        assert!(diagnostic.is_none());
        let (_, diagnostic) = text(FileId(0), b"abcd".to_vec(), 3);
        assert_eq!(diagnostic.map(|d| d.code), Some(Code::TOO_LARGE));
    }
}
