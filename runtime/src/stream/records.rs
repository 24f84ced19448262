//! JSON values in a row: one a line, or each behind a record separator (RFC 7464).

use bytes::Bytes;

use super::lines::Pending;
use super::pump::{Cutter, TooLarge};

/// The record separator of RFC 7464.
const SEPARATOR: u8 = 0x1e;

/// A value's text, before it is read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) text: Bytes,
    /// How many bytes of the stream stand before it.
    pub(super) offset: u64,
    /// It may have been cut off: nothing says that it ended.
    pub(super) open: bool,
}

/// Cuts bytes into values.
#[derive(Debug, Default)]
pub(super) struct Records {
    pending: Pending,
    separated: bool,
}

impl Records {
    /// Values that are each behind a record separator.
    pub(super) fn separated() -> Self {
        Self {
            separated: true,
            ..Self::default()
        }
    }

    fn record(&self, text: &Bytes, offset: u64) -> Option<Record> {
        let trimmed = text.trim_ascii();
        // A number, or a word, that no white space follows may be the half of one (RFC 7464,
        // section 2.4); other values show their end.
        let last = trimmed.last()?;
        let open = self.separated
            && trimmed.len() == text.trim_ascii_start().len()
            && !matches!(last, b'"' | b'}' | b']');
        let before = text.len() - text.trim_ascii_start().len();
        Some(Record {
            offset: offset + before as u64,
            text: text.slice(before..before + trimmed.len()),
            open,
        })
    }
}

impl Cutter for Records {
    type Item = Record;

    fn push(&mut self, bytes: &[u8]) {
        self.pending.push(bytes);
    }

    fn offset(&self) -> u64 {
        self.pending.offset
    }

    fn next(&mut self, at_end: bool, limit: u64) -> Option<Result<Record, TooLarge>> {
        let mark = if self.separated { SEPARATOR } else { b'\n' };
        loop {
            let offset = self.pending.offset;
            let text = match self.pending.until(|byte| byte == mark) {
                Some((text, _)) => text,
                None if self.pending.len() as u64 > limit => return Some(Err(TooLarge(offset))),
                None if at_end && self.pending.len() > 0 => self.pending.rest(),
                None => return None,
            };
            if text.len() as u64 > limit {
                return Some(Err(TooLarge(offset)));
            }
            if let Some(record) = self.record(&text, offset) {
                return Some(Ok(record));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::pump::test::cut;

    /// The same for every way to cut the bytes in two.
    fn check(separated: bool, stream: &[u8], expect: &[(&str, u64, bool)]) {
        for at in 0..=stream.len() {
            let cutter = Records {
                separated,
                ..Records::default()
            };
            let records = cut(cutter, &[&stream[..at], &stream[at..]]);
            let records: Vec<(&str, u64, bool)> = records
                .iter()
                .map(|r| (std::str::from_utf8(&r.text).unwrap(), r.offset, r.open))
                .collect();
            assert_eq!(
                records,
                expect,
                "{:?} at {at}",
                String::from_utf8_lossy(stream)
            );
        }
    }

    #[test]
    fn one_a_line() {
        check(
            false,
            b"{}\n[1]\r\n\n  \n 2",
            &[("{}", 0, false), ("[1]", 3, false), ("2", 13, false)],
        );
        check(false, b"", &[]);
        check(false, b"\n", &[]);
    }

    #[test]
    fn one_behind_each_separator() {
        check(
            true,
            b"\x1e{}\n\x1e[1]\n\x1e\x1e\"a\nb\"",
            &[("{}", 1, false), ("[1]", 5, false), ("\"a\nb\"", 11, false)],
        );
        check(true, b"\x1e1\n\x1e12", &[("1", 1, false), ("12", 4, true)]);
        check(true, b"\x1etru", &[("tru", 1, true)]);
        check(true, b"", &[]);
    }
}
