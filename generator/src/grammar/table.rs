//! The keys of a kind of object, by a hash: each member of a document is looked up several times.

use super::field::Field;

/// More than twice as many as any kind has keys.
const SLOTS: usize = 256;

/// The fields of a kind of object.
pub(super) struct Table {
    /// Sorted by their keys.
    pub(super) fields: &'static [Field],
    /// Where a key's hash leads, and the slots behind it where that was taken: one more than the
    /// field's position, or 0.
    slots: [u8; SLOTS],
}

impl Table {
    pub(super) const fn of(fields: &'static [Field]) -> Self {
        let mut slots = [0; SLOTS];
        let mut rest = fields;
        let mut number = 0;
        while let [field, more @ ..] = rest {
            let mut slot = slot(field.key);
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            number += 1;
            slots[slot] = number;
            rest = more;
        }
        Self { fields, slots }
    }

    pub(super) fn get(&self, key: &str) -> Option<Field> {
        let mut slot = slot(key);
        loop {
            let position = usize::from(self.slots[slot]).checked_sub(1)?;
            let field = self.fields.get(position)?;
            if field.key == key {
                return Some(*field);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// Length and three characters tell nearly all keys of a kind apart.
const fn slot(key: &str) -> usize {
    let key = key.as_bytes();
    let length = key.len();
    let [first, .., last] = key else {
        return length;
    };
    let middle = key[length / 2];
    (21 * length + *first as usize + 7 * (middle as usize + *last as usize)) % SLOTS
}
