//! Text that was saved in Windows-1252, of which Latin-1 is a part, as old editors do.

/// What the bytes from 0x80 on stand for; the five that stand for nothing are as they are in Latin-1.
const SIGNS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of bytes that are no UTF-8, where it is certain enough that they are Windows-1252: they
/// hold nothing that text has not, and no several that could be of one letter in UTF-8, or begin one:
/// such a file is UTF-8 with a broken place, or both. (A letter before a closing quote begins none.)
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    let is_text = |byte: &u8| match byte {
        b'\t' | b'\n' | b'\r' => true,
        0x00..=0x1f | 0x7f | 0x81 | 0x8d | 0x8f | 0x90 | 0x9d => false,
        _ => true,
    };
    let is_pair = |pair: &[u8]| matches!(pair, [0xc0..=0xdf, 0x80..=0xbf]);
    let is_more = |more: &[u8]| matches!(more, [0xe0..=0xff, 0x80..=0xbf, 0x80..=0xbf]);
    let is_certain = bytes.iter().all(is_text)
        && !bytes.windows(2).any(is_pair)
        && !bytes.windows(3).any(is_more);
    is_certain.then(|| bytes.iter().map(|byte| letter(*byte)).collect())
}

/// What a byte stands for.
pub(super) fn letter(byte: u8) -> char {
    let sign = byte.checked_sub(0x80).map(usize::from);
    let sign = sign.and_then(|index| SIGNS.get(index));
    sign.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_signs_are_read() {
        let read = text(b"Gr\xf6\xdfe: \x93caf\xe9\x94 \x96 5 \x80");
        assert_eq!(read.as_deref(), Some("Größe: “café” – 5 €"));
    }

    #[test]
    fn what_may_be_broken_utf_8_is_not() {
        for bytes in [
            &b"caf\xc3\xa9 \xff"[..],
            b"\xf0\x9f\x98",
            b"\xc0\xaf",
            b"a\x81",
            b"a\0\xe9",
            b"\x1f\x8b\x08",
        ] {
            assert_eq!(text(bytes), None, "{bytes:?}");
        }
    }
}
