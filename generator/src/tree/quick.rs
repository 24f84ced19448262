//! Hashing of pointers, which hardly anything is done more often than.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::OnceLock;

/// Makes hashers for maps whose keys are pointers, or hold them. std's takes four times as long.
///
/// What a document holds is not known to be well-meant: which keys collide depends on two numbers
/// that are drawn anew in each process.
#[derive(Clone, Copy, Debug)]
pub struct Quick {
    start: u64,
    factor: u64,
}

impl Default for Quick {
    fn default() -> Self {
        static DRAWN: OnceLock<Quick> = OnceLock::new();
        *DRAWN.get_or_init(|| {
            let state = RandomState::new();
            Self {
                start: state.hash_one(0),
                factor: state.hash_one(1) | 1,
            }
        })
    }
}

impl BuildHasher for Quick {
    type Hasher = Folded;

    fn build_hasher(&self) -> Folded {
        Folded {
            state: self.start,
            factor: self.factor,
        }
    }
}

/// Multiplies sixteen bytes after the other into a number, as wyhash does.
#[derive(Clone, Debug)]
pub struct Folded {
    state: u64,
    factor: u64,
}

impl Folded {
    /// Build scripts run it unoptimised, where each call costs more than the product: hence two words
    /// at once, by casts and shifts.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_lossless,
        clippy::manual_rotate,
        reason = "both halves of each number count, and the functions for it are calls"
    )]
    fn add(&mut self, words: u128) {
        let (one, other) = (words as u64, (words >> 64) as u64);
        let product = (self.state ^ one) as u128 * (self.factor ^ other) as u128;
        // Both halves, for the upper bits of a word change the upper half only.
        let (low, high) = (product as u64, (product >> 64) as u64);
        self.state = (low << 23 | low >> 41) ^ high;
    }
}

impl Hasher for Folded {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<16>();
        for words in words {
            self.add(u128::from_le_bytes(*words));
        }
        let mut last = [0; 16];
        if let Some(start) = last.get_mut(..rest.len()) {
            start.copy_from_slice(rest);
        }
        self.add(u128::from_le_bytes(last));
        // The zeros behind the last may be bytes of another text.
        self.add(bytes.len() as u128);
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(byte.into());
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u128);
    }

    fn finish(&self) -> u64 {
        self.state
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn texts_that_are_nearly_alike_differ_in_all_parts_of_the_number() {
        let quick = Quick::default();
        let texts: Vec<String> = (0..4096)
            .map(|at| format!("/components/schemas/Pet{at}/properties/a"))
            .chain((0..64).map(|length| "\0".repeat(length)))
            .collect();
        let numbers: Vec<u64> = texts.iter().map(|text| quick.hash_one(text)).collect();
        let distinct = |part: fn(u64) -> u64| {
            let parts: HashSet<u64> = numbers.iter().map(|number| part(*number)).collect();
            parts.len()
        };
        assert_eq!(distinct(|number| number), texts.len());
        // Of so many, drawn from 4,096, two thirds differ; and all 128 are there.
        assert!(distinct(|number| number & 0xfff) > 2_300);
        assert!(distinct(|number| number >> 52) > 2_300);
        assert_eq!(distinct(|number| number >> 57), 128);
    }

    #[test]
    fn what_is_written_in_two_parts_counts() {
        let quick = Quick::default();
        assert_ne!(quick.hash_one(("a", "bc")), quick.hash_one(("ab", "c")));
        assert_eq!(quick.hash_one("abc"), Quick::default().hash_one("abc"));
    }
}
