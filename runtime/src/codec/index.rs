//! Which field of a table has a key, for keys that do not come in the order of the table.

use std::sync::{LazyLock, OnceLock};

use super::record::FieldInfo;

/// The field of this key.
///
/// Fields are mostly asked for in the order of the table, and the loop that reads a record guesses
/// that. This is for the others: a server may write its keys by the alphabet.
pub(super) fn position(fields: &'static [FieldInfo], key: &str) -> Option<usize> {
    if fields.len() <= FEW {
        return search(fields, key);
    }
    match index_of(fields) {
        Some(index) => index.find(key),
        None => search(fields, key),
    }
}

/// As many are looked through as quickly as one is found by its hash.
const FEW: usize = 6;

/// As many tables have an index, which is made when a key is first looked for. Of more, some are
/// searched.
const MOST: usize = 1024;

/// In how many places that of a table may stand.
const PLACES: usize = 4;

type Slot = OnceLock<Option<Box<Index>>>;

/// The indexes, by the addresses of their tables: these are `'static`, so no other ever comes to
/// stand where one was. A static beside each table would be more for rustc in each client.
static INDEXES: LazyLock<Box<[Slot]>> = LazyLock::new(|| (0..MOST).map(|_| Slot::new()).collect());

fn index_of(fields: &'static [FieldInfo]) -> Option<&'static Index> {
    let start = folded(mix(0, fields.as_ptr().addr() as u64));
    for place in 0..PLACES {
        let slot = INDEXES.get(start.wrapping_add(place) % MOST)?;
        let index = slot.get_or_init(|| Index::new(fields).map(Box::new));
        if let Some(index) = index
            && std::ptr::eq(index.fields, fields)
        {
            return Some(index);
        }
    }
    None
}

fn search(fields: &[FieldInfo], key: &str) -> Option<usize> {
    fields.iter().position(|field| field.is(key))
}

/// The fields of a table by their hash, in a table with open addressing of which half is empty.
struct Index {
    fields: &'static [FieldInfo],
    /// One more than the number of a field; zero is none.
    slots: Box<[u16]>,
}

impl Index {
    /// `None` of more fields than a slot can tell apart.
    fn new(fields: &'static [FieldInfo]) -> Option<Self> {
        let size = fields.len().checked_next_power_of_two()?.checked_mul(2)?;
        let mut slots = vec![0; size].into_boxed_slice();
        for (field, number) in fields.iter().zip(1_usize..) {
            let number = u16::try_from(number).ok()?;
            let mut at = hash(field.name_bytes());
            while slots.get(at & (size - 1)) != Some(&0) {
                at = at.wrapping_add(1);
            }
            *slots.get_mut(at & (size - 1))? = number;
        }
        Some(Self { fields, slots })
    }

    fn find(&self, key: &str) -> Option<usize> {
        let mut at = hash(key.as_bytes());
        loop {
            let slot = *self.slots.get(at & (self.slots.len() - 1))?;
            let number = usize::from(slot).checked_sub(1)?;
            if self.fields.get(number)?.is(key) {
                return Some(number);
            }
            at = at.wrapping_add(1);
        }
    }
}

/// Eight bytes at a time, the last of them twice where they are not whole. Who writes the tables
/// chooses their keys, who writes an object does not, so nobody gains by keys that collide.
#[inline]
fn hash(key: &[u8]) -> usize {
    let (chunks, _) = key.as_chunks();
    let words = chunks.iter().map(|word| u64::from_le_bytes(*word));
    let last = match key.last_chunk() {
        Some(word) => u64::from_le_bytes(*word),
        None => key
            .iter()
            .fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    folded(mix(words.fold(key.len() as u64, mix), last))
}

#[inline]
fn mix(hash: u64, word: u64) -> u64 {
    (hash ^ word)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(29)
}

/// As much of it as any machine can count places by.
#[inline]
fn folded(hash: u64) -> usize {
    (hash & 0xFFFF_FFFF) as usize
}
