//! Where a schema stands, and what holds beside it.

use std::hash::{Hash, Hasher};

use crate::resolve::Document;
use crate::tree::Pointer;

/// Schemas that hold at once and become one type: a schema by itself; a property that two members
/// of an `allOf` declare; a branch of a `oneOf` with what stands beside it. Nearly always one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Site {
    first: Part,
    others: Vec<Part>,
}

/// One of the schemas of a site.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Part {
    pub(super) at: Pointer,
    /// Without its own `allOf`, `anyOf` and `oneOf`: they stand among the other parts.
    pub(super) bare: bool,
    /// Only the values of this `type`, of several that it allows.
    pub(super) only: Option<String>,
}

impl Hash for Site {
    /// Of a schema by itself, as nearly all are, no more than where it stands.
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self.alone() {
            Some(at) => at.hash(state),
            None => self.parts().for_each(|part| part.hash(state)),
        }
    }
}

impl Site {
    /// One schema.
    pub(super) fn one(at: Pointer) -> Self {
        let first = Part {
            at,
            bare: false,
            only: None,
        };
        Self {
            first,
            others: Vec::new(),
        }
    }

    /// Of several schemas that hold at once, the values of one `type`. The last comes first: it is
    /// the one that holds the others.
    pub(super) fn only(members: &[Pointer], word: &str) -> Self {
        let part = |at: &Pointer| Part {
            at: at.clone(),
            bare: true,
            only: Some(word.to_owned()),
        };
        let mut parts = members.iter().rev().map(part);
        let first = parts.next().unwrap_or_else(|| part(&Pointer::default()));
        Self {
            first,
            others: parts.collect(),
        }
    }

    /// A schema without what it is the parent of: its own keywords, and its `allOf`.
    pub(super) fn itself(at: &Pointer, all_of: &[Pointer]) -> Self {
        let mut site = Self::one(at.clone());
        site.first.bare = true;
        for member in all_of {
            site.join(&Self::one(member.clone()));
        }
        site
    }

    /// Also what a schema says besides its unions.
    pub(super) fn beside(&mut self, at: &Pointer) {
        self.add(Part {
            at: at.clone(),
            bare: true,
            only: None,
        });
    }

    /// Also what another says.
    pub(super) fn join(&mut self, other: &Self) {
        for part in other.parts() {
            self.add(part.clone());
        }
    }

    fn add(&mut self, part: Part) {
        if !self.parts().any(|own| *own == part) {
            self.others.push(part);
        }
    }

    /// The schemas.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Part> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The schema, where it is a whole one by itself.
    pub(super) fn alone(&self) -> Option<&Pointer> {
        (self.others.is_empty() && !self.first.bare && self.first.only.is_none())
            .then_some(&self.first.at)
    }

    /// The last schema: of a property that several members of an `allOf` declare the one that is
    /// nearest to their holder.
    pub(super) fn last(&self) -> &Pointer {
        &self.others.last().unwrap_or(&self.first).at
    }

    /// The first schema: where diagnostics say that the type stands.
    pub(super) fn at(&self) -> &Pointer {
        &self.first.at
    }

    /// How the site is written: its pointers.
    pub(super) fn shown(&self, document: &Document<'_>) -> String {
        let pointers: Vec<String> = self.parts().map(|part| document.shown(&part.at)).collect();
        pointers.join(" & ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::FileId;

    fn at(text: &str) -> Pointer {
        Pointer::parse(FileId(0), text).unwrap()
    }

    #[test]
    fn a_part_is_there_once() {
        let mut site = Site::one(at("/a"));
        assert_eq!(site.alone(), Some(&at("/a")));
        site.join(&Site::one(at("/a")));
        assert_eq!(site, Site::one(at("/a")));
        site.join(&Site::one(at("/b")));
        assert_eq!(site.alone(), None);
        assert_eq!(site.at(), &at("/a"));
        assert_eq!(site.parts().count(), 2);
    }
}
