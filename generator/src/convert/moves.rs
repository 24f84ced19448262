use std::collections::HashMap;

use crate::tree::Pointer;

/// Where parts of a document stand, and where they stood as it was written.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    written: HashMap<Pointer, Pointer>,
    now: HashMap<Pointer, Pointer>,
    /// Where copies stand, and what they are of; one may be within another.
    copies: HashMap<Pointer, Pointer>,
}

/// How many copies may be within each other.
const MOST_COPIES: usize = 32;

impl Moves {
    /// Whether nothing was moved.
    pub fn is_empty(&self) -> bool {
        self.written.is_empty() && self.copies.is_empty()
    }

    /// Whether copies were made, so that the tree is no more as it was written.
    pub fn has_copies(&self) -> bool {
        !self.copies.is_empty()
    }

    /// Notes that what was written at one pointer, and all below it, is now at another. Of a part
    /// that is in several places now, the first is where a reference to it leads.
    pub(super) fn note(&mut self, written: &Pointer, now: Pointer) {
        self.now
            .entry(written.clone())
            .or_insert_with(|| now.clone());
        self.written.insert(now, written.clone());
    }

    /// Notes where a part was written that no reference leads to, for something else has its place.
    pub(super) fn came_from(&mut self, written: &Pointer, now: Pointer) {
        self.written.insert(now, written.clone());
    }

    /// Notes that what stands at one pointer was put at another too.
    pub(super) fn copied(&mut self, from: &Pointer, to: &Pointer) {
        self.copies.insert(to.clone(), from.clone());
    }

    /// The pointer by which a part was written.
    pub fn written(&self, now: &Pointer) -> Option<Pointer> {
        // Copies were made before anything was moved.
        let mut found = longest(&self.written, now);
        for _ in 0..MOST_COPIES {
            let at = found.as_ref().unwrap_or(now);
            match longest(&self.copies, at) {
                Some(from) if from != *at => found = Some(from),
                _ => break,
            }
        }
        found
    }

    /// The pointer of a part now, by the one by which it was written.
    pub fn now(&self, written: &Pointer) -> Option<Pointer> {
        longest(&self.now, written)
    }
}

/// What the nearest ancestor that is in the map became, and the way down from there.
fn longest(map: &HashMap<Pointer, Pointer>, pointer: &Pointer) -> Option<Pointer> {
    if map.is_empty() {
        return None;
    }
    let mut above = std::iter::successors(Some(pointer.clone()), Pointer::parent);
    let (from, to) = above.find_map(|at| map.get(&at).map(|to| (at, to)))?;
    Some(to.below(pointer.as_str().get(from.as_str().len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::FileId;

    #[test]
    fn the_nearest_part_counts() {
        let pointer = |text| Pointer::parse(FileId(0), text).unwrap();
        let mut moves = Moves::default();
        moves.note(&pointer("/a"), pointer("/x"));
        moves.note(&pointer("/a/b"), pointer("/y"));
        assert_eq!(moves.now(&pointer("/a/c")), Some(pointer("/x/c")));
        assert_eq!(moves.now(&pointer("/a/b/c")), Some(pointer("/y/c")));
        assert_eq!(moves.written(&pointer("/y/c")), Some(pointer("/a/b/c")));
        assert_eq!(moves.now(&pointer("/ab")), None);
    }

    #[test]
    fn copies_within_copies_are_of_what_was_written() {
        let pointer = |text: &str| Pointer::parse(FileId(0), text).unwrap();
        let mut moves = Moves::default();
        moves.copied(&pointer("/x/b"), &pointer("/x/a/c"));
        moves.copied(&pointer("/x/a"), &pointer("/d"));
        moves.copied(&pointer("/d/own"), &pointer("/d/own"));
        let check = |now: &str, written: Option<&str>| {
            let found = moves.written(&pointer(now));
            assert_eq!(found.as_ref().map(Pointer::as_str), written, "{now}");
        };
        check("/d/e", Some("/x/a/e"));
        check("/d/c/e", Some("/x/b/e"));
        check("/d/own/e", None);
        check("/x/b", None);
    }
}
