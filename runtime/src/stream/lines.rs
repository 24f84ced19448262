//! Bytes to pieces that end with a mark.

use bytes::{Buf, Bytes, BytesMut};

/// Bytes that wait for the rest of their piece.
#[derive(Debug, Default)]
pub(super) struct Pending {
    bytes: BytesMut,
    /// How many of them hold no mark, as was seen before.
    seen: usize,
    /// How many bytes of the stream stand before them.
    pub(super) offset: u64,
}

impl Pending {
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn first(&self) -> Option<u8> {
        self.bytes.first().copied()
    }

    /// Takes away the first bytes.
    pub(super) fn skip(&mut self, count: usize) {
        let count = count.min(self.bytes.len());
        self.bytes.advance(count);
        self.seen = self.seen.saturating_sub(count);
        self.offset += count as u64;
    }

    /// The bytes before the next mark, and the mark, which are both taken away.
    pub(super) fn until(&mut self, is_mark: impl Fn(u8) -> bool) -> Option<(Bytes, u8)> {
        let new = self.bytes.get(self.seen..).unwrap_or_default();
        let Some(at) = new.iter().position(|byte| is_mark(*byte)) else {
            self.seen = self.bytes.len();
            return None;
        };
        let at = self.seen + at;
        let mark = self.bytes.get(at).copied()?;
        let piece = self.bytes.split_to(at).freeze();
        self.bytes.advance(1);
        self.offset += at as u64 + 1;
        self.seen = 0;
        Some((piece, mark))
    }

    /// All there is, at the end of the stream.
    pub(super) fn rest(&mut self) -> Bytes {
        self.seen = 0;
        self.offset += self.bytes.len() as u64;
        self.bytes.split().freeze()
    }

    /// Whether the stream begins with these bytes; `None` while too little of it is here.
    pub(super) fn begins_with(&self, mark: &[u8]) -> Option<bool> {
        let known = self.bytes.len().min(mark.len());
        if self.bytes.get(..known) != mark.get(..known) {
            return Some(false);
        }
        (known == mark.len()).then_some(true)
    }
}
