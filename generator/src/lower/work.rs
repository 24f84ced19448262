//! Which fragments are to be walked, each once.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::grammar::{Kind, Shape, child};
use crate::tree::{FileId, Pointer};

/// The list of what is to be walked, and of what has been.
#[derive(Debug, Default)]
pub(super) struct Work {
    waiting: VecDeque<(Pointer, Kind)>,
    roots: HashMap<FileId, HashMap<Pointer, Kind>>,
}

impl Work {
    /// Puts a fragment on the list, unless a walk that is done or due comes past it. Gives the kind
    /// of object that this walk finds there, where it is another one.
    pub(super) fn add(&mut self, pointer: Pointer, kind: Kind) -> Option<Kind> {
        if let Some(known) = self.known(&pointer) {
            return Some(known).filter(|known| *known != kind);
        }
        let roots = self.roots.entry(pointer.file).or_default();
        roots.insert(pointer.clone(), kind);
        self.waiting.push_back((pointer, kind));
        None
    }

    /// Takes the next fragment off the list.
    pub(super) fn next(&mut self) -> Option<(Pointer, Kind)> {
        self.waiting.pop_front()
    }

    /// The other fragments inside one: they have their own turn.
    pub(super) fn below(&self, pointer: &Pointer) -> HashSet<Pointer> {
        let inside = format!("{}/", pointer.as_str());
        let roots = self.roots.get(&pointer.file).into_iter().flatten();
        roots
            .map(|(root, _)| root)
            .filter(|root| root.as_str().starts_with(&inside))
            .cloned()
            .collect()
    }

    /// What the grammar finds at the pointer, coming from a known fragment.
    fn known(&self, pointer: &Pointer) -> Option<Kind> {
        let roots = self.roots.get(&pointer.file)?;
        let mut above = Pointer::root(pointer.file);
        let mut at = roots.get(&above).copied().map(Shape::One);
        for token in pointer.tokens() {
            at = at.and_then(|shape| step(shape, &token));
            above.push(&token);
            if at.is_none() {
                at = roots.get(&above).copied().map(Shape::One);
            }
        }
        // A reference to a map of objects makes a fragment of it that the grammar never gives.
        match at {
            Some(Shape::One(kind)) => Some(kind),
            _ => roots.get(pointer).copied(),
        }
    }
}

/// What stands at a member or item.
fn step(shape: Shape, token: &str) -> Option<Shape> {
    match shape {
        Shape::One(kind) => child(kind, token),
        Shape::List(kind) | Shape::Map(kind) => Some(Shape::One(kind)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_each_fragment_once() {
        let at = |text: &str| Pointer::parse(FileId(0), text).unwrap_or_default();
        let mut work = Work::default();
        let mut add = |text: &str, kind| {
            work.add(at(text), kind);
            work.next().is_some()
        };
        assert!(add("", Kind::Document));
        assert!(!add("/components/schemas/A/properties/b", Kind::Schema));
        assert!(!add("/paths/~1a/get/parameters/0/schema", Kind::Schema));
        assert!(add("/definitions/A", Kind::Schema));
        assert!(!add("/definitions/A", Kind::Schema));
        assert!(!add("/definitions/A/items", Kind::Schema));
        assert!(add("/components/schemas/A/example", Kind::Schema));
        assert!(add("/components/schemas/A/properties", Kind::Schema));
        assert!(!add("/components/schemas/A/properties", Kind::Schema));
        let mut other = Work::default();
        other.add(at(""), Kind::Document);
        assert_eq!(other.add(at("/info"), Kind::Schema), Some(Kind::Info));
        assert_eq!(other.add(at("/info"), Kind::Info), None);
        let inside = work.below(&at("/definitions"));
        assert_eq!(inside, HashSet::from([at("/definitions/A")]));
    }
}
