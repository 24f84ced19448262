//! A checksum of a text, for names that nothing else tells apart.

/// The last hexadecimal digits that a name needs nearly always.
pub(super) fn short(text: &str) -> String {
    format!("{:04x}", checksum(text) & 0xffff)
}

/// All digits, for names of which even the last four are equal.
pub(super) fn long(text: &str) -> String {
    format!("{:016x}", checksum(text))
}

/// FNV-1a: the same everywhere and for ever.
fn checksum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
