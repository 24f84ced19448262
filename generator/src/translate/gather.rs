//! The schemas that a site is made of: its parts, references followed, with the members of their
//! `allOf`s.

use std::collections::{HashMap, HashSet};

use crate::diag::{Code, Diagnostic, Edit};
use crate::resolve::Document;
use crate::tree::{Pointer, Quick};

use super::keywords::{Keywords, UnionOf};
use super::site::{Part, Site};

/// Schemas stand in each other's `allOf` at most this deep, and a type is made of at most so many:
/// beyond is a mistake, or malice.
const DEEPEST: usize = 64;
pub(super) const MOST: usize = 2_000;

/// What a site is made of.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Each schema once: members of an `allOf` before the schema that holds it.
    pub(super) schemas: Vec<Member>,
    /// What is wrong with a member, which then counts for nothing.
    pub(super) found: Vec<Diagnostic>,
    /// A schema was malformed, which has been reported.
    pub(super) broken: bool,
    /// Whether `null` fits all of them.
    pub(super) nullable: bool,
}

/// One of them.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) at: Pointer,
    /// Its own keywords; those that were gathered are empty.
    pub(super) keywords: Keywords,
    /// Whether it stands in the site itself, not behind a reference.
    pub(super) own: bool,
}

/// Gathers a site, of at most so many schemas. Where it is one schema, its keywords are `own`.
pub(super) fn gather(
    document: &Document<'_>,
    site: &Site,
    own: Option<Keywords>,
    most: usize,
) -> Gathered {
    let mut gatherer = Gatherer {
        document,
        own,
        most,
        is_full: false,
        seen: HashMap::default(),
        way: Vec::new(),
        out: Gathered::default(),
    };
    // What stands beside a union comes before the branch, and documents it less.
    let is_branch = site.parts().any(|part| !part.bare);
    let mut null = Null::Unsaid;
    for part in site.parts().filter(|part| part.bare) {
        null = null.and(gatherer.part(part, !is_branch));
    }
    for part in site.parts().filter(|part| !part.bare) {
        null = null.and(gatherer.part(part, true));
    }
    gatherer.out.nullable = null == Null::Fits;
    gatherer.out
}

/// Whether `null` is a value of a schema, as far as it says so.
///
/// It is where every member of an `allOf` that speaks of a type allows it. And where the schema
/// that holds them says so: authors mean it, though JSON Schema does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Null {
    Unsaid,
    Fits,
    Misfits,
}

impl Null {
    /// Of a schema by its own keywords.
    fn of(keywords: &Keywords) -> Self {
        if keywords.nullable {
            Self::Fits
        } else if keywords.typ.is_some() || !keywords.is_plain() {
            Self::Misfits
        } else {
            Self::Unsaid
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Misfits, _) | (_, Self::Misfits) => Self::Misfits,
            (Self::Fits, _) | (_, Self::Fits) => Self::Fits,
            (Self::Unsaid, Self::Unsaid) => Self::Unsaid,
        }
    }
}

struct Gatherer<'a> {
    document: &'a Document<'a>,
    /// The keywords of the site, until it is come by.
    own: Option<Keywords>,
    most: usize,
    is_full: bool,
    seen: HashMap<Pointer, Null, Quick>,
    /// The schemas whose `allOf` is being gathered, each in the one before.
    way: Vec<Pointer>,
    out: Gathered,
}

impl Gatherer<'_> {
    fn part(&mut self, part: &Part, own: bool) -> Null {
        if self.is_full {
            return Null::Unsaid;
        }
        let at = match self.document.follow(&part.at) {
            Ok(at) => at,
            Err(error) => return self.report(error.diagnostic(self.document)),
        };
        let own = own && at == part.at;
        if self.way.contains(&at) {
            let message = "`allOf` leads back to the schema that it stands in";
            let fault = self.document.fault(Code::REF_CYCLE, message, &part.at);
            let edit = Edit::Remove(self.member(&part.at));
            return self.report(fault.help("leave this member out").edit(edit));
        }
        if let Some(null) = self.seen.get(&at) {
            return *null;
        }
        self.is_full = self.out.schemas.len() == self.most;
        if self.is_full || self.way.len() == DEEPEST {
            let message = "more schemas hold at once than are merged";
            let fault = self.document.fault(Code::UNSUPPORTED, message, &part.at);
            return self.report(fault);
        }
        let mut keywords = match self.own.take() {
            Some(own) => own,
            None => match self.document.schema(&at) {
                Ok(schema) => Keywords::of(&schema, &at),
                Err(found) => return self.report(found),
            },
        };
        if keywords.facts.broken {
            self.out.broken = true;
            return Null::Unsaid;
        }
        if let Some(word) = &part.only {
            keywords.restrict(word);
        }
        self.seen.insert(at.clone(), Null::Unsaid);
        let null = self.schema(at.clone(), keywords, own, part.bare);
        self.seen.insert(at, null);
        null
    }

    /// What goes when a member of `allOf` goes: all of it, where there is no other.
    fn member(&self, at: &Pointer) -> Pointer {
        let list = at
            .parent()
            .filter(|list| self.document.items(list).len() == 1);
        list.unwrap_or_else(|| at.clone())
    }

    fn report(&mut self, found: Diagnostic) -> Null {
        self.out.found.push(found);
        Null::Unsaid
    }

    fn schema(&mut self, at: Pointer, mut keywords: Keywords, own: bool, bare: bool) -> Null {
        let mut said = keywords.nullable;
        let mut null = Null::Unsaid;
        let members = std::mem::take(&mut keywords.all_of);
        if bare {
            keywords.unions.clear();
        } else {
            self.way.push(at.clone());
            for member in members {
                null = null.and(self.part(&whole(member), own));
            }
            let unions = std::mem::take(&mut keywords.unions);
            // Of a branch that stands there itself `lower` said so.
            said |= unions.iter().any(|union| has_null(self.document, union));
            for union in unions {
                null = null.and(self.union(union, &mut keywords, own));
            }
            self.way.pop();
        }
        null = null.and(Null::of(&keywords));
        self.out.schemas.push(Member { at, keywords, own });
        if said { Null::Fits } else { null }
    }

    /// A union of one branch, `null` apart, is one more member.
    fn union(&mut self, union: UnionOf, keywords: &mut Keywords, own: bool) -> Null {
        if self.leads_back(&union) {
            return Null::Unsaid;
        }
        if let [one] = real(self.document, &union).as_slice() {
            return self.part(&whole(one.clone()), own);
        }
        keywords.unions.push(union);
        Null::Unsaid
    }

    /// Whether a branch is the schema that is being gathered: a parent lists its children, and the
    /// children take its properties over by `allOf`. Then the parent counts without the list.
    fn leads_back(&self, union: &UnionOf) -> bool {
        let target = |branch: &Pointer| self.document.follow(branch).ok();
        let mut targets = union.branches.iter().filter_map(target);
        self.way.len() > 1 && targets.any(|target| self.way.contains(&target))
    }
}

fn whole(at: Pointer) -> Part {
    Part {
        at,
        bare: false,
        only: None,
    }
}

/// The branches of a union that something besides `null` fits, each schema once.
pub(super) fn real(document: &Document<'_>, union: &UnionOf) -> Vec<Pointer> {
    let mut seen = HashSet::new();
    let branches = union.branches.iter();
    let real = branches.filter(|branch| {
        let target = document.follow(branch);
        let target = target.unwrap_or_else(|_| (*branch).clone());
        !is_null(document, &target) && seen.insert(target)
    });
    real.cloned().collect()
}

/// Whether a branch of a union is one that only `null` fits.
fn has_null(document: &Document<'_>, union: &UnionOf) -> bool {
    let mut targets = union.branches.iter().map(|branch| document.follow(branch));
    targets.any(|target| target.is_ok_and(|target| is_null(document, &target)))
}

/// Whether a schema is one that only `null` fits.
pub(super) fn is_null(document: &Document<'_>, at: &Pointer) -> bool {
    let node = document.node(at);
    node.is_some_and(|node| node.get("x-restitch-null").is_some())
}
