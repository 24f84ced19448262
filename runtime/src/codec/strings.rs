use std::borrow::Cow;

use super::error::DecodeError;
use super::reader::Reader;

impl<'a> Reader<'a> {
    /// Takes a string; borrowed from the text where it has no escapes.
    #[inline]
    pub fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        if self.next_byte() != Some(b'"') {
            return Err(self.expected("a string"));
        }
        self.quoted()
    }

    /// Takes a key of an object and the colon behind it.
    #[inline]
    pub fn key(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        match self.plain_key() {
            Some(key) => Ok(Cow::Borrowed(key)),
            None => self.any_key(),
        }
    }

    /// Takes a key and its colon, if it has no escapes and the colon follows at once.
    #[inline]
    fn plain_key(&mut self) -> Option<&'a str> {
        if self.next_byte() != Some(b'"') {
            return None;
        }
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let end = special(bytes, start);
        if bytes.get(end..end + 2) != Some(b"\":") {
            return None;
        }
        self.at = end + 2;
        self.text.get(start..end)
    }

    #[cold]
    fn any_key(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        if self.next_byte() != Some(b'"') {
            return Err(self.expected("a key"));
        }
        let key = self.quoted()?;
        self.colon()?;
        Ok(key)
    }

    /// Takes a key and its colon, if what comes next is written like `quoted`, `"key":`.
    #[inline]
    pub(super) fn eat_key(&mut self, quoted: &str) -> bool {
        self.next_byte();
        let end = self.at + quoted.len();
        let bytes = self.text.as_bytes();
        // Keys of another length are most of those that differ.
        let same =
            bytes.get(end - 1) == Some(&b':') && bytes.get(self.at..end) == Some(quoted.as_bytes());
        if same {
            self.at = end;
        }
        same
    }

    pub(super) fn skip_key(&mut self) -> Result<(), DecodeError> {
        if self.next_byte() != Some(b'"') {
            return Err(self.expected("a key"));
        }
        self.skip_string()?;
        self.colon()
    }

    /// Takes a string without building it; the reader stands at its quotation mark.
    pub(super) fn skip_string(&mut self) -> Result<(), DecodeError> {
        self.at += 1;
        while self.plain()? {
            self.escape()?;
        }
        Ok(())
    }

    #[inline]
    fn colon(&mut self) -> Result<(), DecodeError> {
        if self.next_byte() != Some(b':') {
            return Err(self.expected("`:`"));
        }
        self.at += 1;
        Ok(())
    }

    #[inline]
    fn quoted(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        self.at += 1;
        let start = self.at;
        let bytes = self.text.as_bytes();
        self.at = special(bytes, start);
        if bytes.get(self.at) != Some(&b'"') {
            return self.escaped(start).map(Cow::Owned);
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        self.at += 1;
        Ok(Cow::Borrowed(text))
    }

    /// The string from `start` on, whose first escape is at the reader, if nothing is wrong there.
    #[cold]
    fn escaped(&mut self, start: usize) -> Result<String, DecodeError> {
        let mut out = String::from(self.since(start));
        self.plain()?;
        loop {
            out.push(self.escape()?);
            let run = self.at;
            if !self.plain()? {
                out.push_str(self.text.get(run..self.at - 1).unwrap_or_default());
                return Ok(out);
            }
            out.push_str(self.since(run));
        }
    }

    /// Passes over what stands for itself: true at a backslash, false behind the closing mark.
    #[inline]
    fn plain(&mut self) -> Result<bool, DecodeError> {
        self.at = special(self.text.as_bytes(), self.at);
        match self.byte() {
            Some(b'"') => {
                self.at += 1;
                Ok(false)
            }
            Some(b'\\') => Ok(true),
            Some(_) => Err(self.error("a control character in a string must be escaped")),
            None => Err(self.expected("the end of the string")),
        }
    }

    fn escape(&mut self) -> Result<char, DecodeError> {
        self.at += 1;
        let c = match self.byte() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.error("an escape that JSON does not have")),
        };
        self.at += 1;
        Ok(c)
    }

    /// `\u` and four digits, twice for characters beyond U+FFFF; the reader stands at the `u`.
    fn unicode(&mut self) -> Result<char, DecodeError> {
        let start = self.at;
        let first = self.four_digits()?;
        let code = match first {
            0xD800..=0xDBFF => {
                let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
                if !rest.starts_with(b"\\u") {
                    return Err(lone_surrogate(start));
                }
                self.at += 1;
                match self.four_digits()? {
                    second @ 0xDC00..=0xDFFF => {
                        0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
                    }
                    _ => return Err(lone_surrogate(start)),
                }
            }
            other => other,
        };
        char::from_u32(code).ok_or_else(|| lone_surrogate(start))
    }

    fn four_digits(&mut self) -> Result<u32, DecodeError> {
        let mut code = 0;
        for _ in 0..4 {
            self.at += 1;
            let digit = self.byte().and_then(|b| char::from(b).to_digit(16));
            match digit {
                Some(digit) => code = code * 16 + digit,
                None => return Err(self.error("`\\u` takes four hexadecimal digits")),
            }
        }
        self.at += 1;
        Ok(code)
    }
}

#[cold]
fn lone_surrogate(at: usize) -> DecodeError {
    DecodeError::custom("half of a surrogate pair", at)
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The first place from `at` on with a quotation mark, a backslash or a control character, or the
/// end: where a string ends or needs work, in reading as in writing. Eight bytes at a time.
#[inline]
pub(super) fn special(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..at + 8).and_then(|c| c.try_into().ok()) {
        let found = marks(u64::from_le_bytes(chunk));
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    last_special(bytes, at)
}

/// Whether a text has none of these: asked for itself, for most texts are short and have none.
#[inline]
pub(super) fn is_plain(bytes: &[u8]) -> bool {
    let half = |chunk: &[u8; 4]| u64::from(u32::from_le_bytes(*chunk));
    let found = match (bytes.last_chunk(), bytes.first_chunk(), bytes.last_chunk()) {
        // The last eight bytes may be looked at twice, and so may some of four to seven.
        (Some(last), ..) => {
            let (chunks, _) = bytes.as_chunks();
            let words = chunks.iter().chain([last]);
            words.fold(0, |found, word| found | marks(u64::from_le_bytes(*word)))
        }
        (None, Some(first), Some(last)) => marks(half(first) | half(last) << 32),
        _ => return last_special(bytes, 0) == bytes.len(),
    };
    found == 0
}

/// The same for the last bytes, fewer than eight.
#[inline]
fn last_special(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    match bytes.last_chunk() {
        // Shifting out what lies before `at` brings in zeros, which count as control characters:
        // the first of them stands at the end.
        Some(chunk) if (1..8).contains(&rest.len()) => {
            let found = marks(u64::from_le_bytes(*chunk) >> (64 - 8 * rest.len()));
            at + (found.trailing_zeros() / 8) as usize
        }
        _ => {
            let special = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
            at + rest.iter().position(special).unwrap_or(rest.len())
        }
    }
}

/// Sets the high bit of each byte that is special. A carry can only spoil bytes above one that is
/// found, so the lowest mark is right.
#[inline]
fn marks(chunk: u64) -> u64 {
    let below = |x: u64, n: u64| x.wrapping_sub(ONES * n) & !x;
    let quote = chunk ^ (ONES * u64::from(b'"'));
    let slash = chunk ^ (ONES * u64::from(b'\\'));
    (below(chunk, 0x20) | below(quote, 1) | below(slash, 1)) & HIGHS
}
