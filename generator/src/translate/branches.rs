//! `oneOf`, `anyOf` and lists of types: which schemas a value may be of, before anything has a name.

use std::collections::HashSet;

use crate::diag::{Code, Diagnostic};
use crate::resolve::Document;
use crate::tree::Pointer;

use super::discriminator::Keys;
use super::enumeration;
use super::fold::fold;
use super::gather::{self, real};
use super::keywords::{Keywords, UnionOf};
use super::shape::Shape;
use super::site::Site;
use super::words;

/// A branch of a union.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    pub(super) site: Site,
    /// Where it leads: the schema behind a reference.
    pub(super) target: Pointer,
    /// What its variant is named after.
    pub(super) word: String,
    /// What settles a collision: a key of the document where the name is one, else its place.
    pub(super) wire: String,
}
/// What a schema with `oneOf`, `anyOf` or several types is; `None` where its other keywords say all
/// of it, into which the branches are then merged. What is ignored is added to `found`.
pub(super) fn shape(
    document: &Document<'_>,
    members: &[Pointer],
    keywords: &mut Keywords,
    found: &mut Vec<Diagnostic>,
) -> Option<Shape> {
    if keywords.unions.is_empty() {
        return of_types(document, members, keywords);
    }
    let alone = Keywords {
        unions: Vec::new(),
        ..keywords.clone()
    };
    let unions = std::mem::take(&mut keywords.unions);
    let (idle, mut unions): (Vec<UnionOf>, Vec<UnionOf>) = unions
        .into_iter()
        .partition(|union| only_checks(document, union, &alone));
    if unions.len() > 1 && !alone.properties.is_empty() {
        found.extend(unions.iter().map(|union| {
            let message = "several unions hold at once: the type has the properties beside them";
            document.fault(Code::IGNORED_KEYWORD, message, &union.at)
        }));
        unions.clear();
    }
    found.extend(idle.iter().map(|union| {
        let message = "the branches only say which values are valid, which is not checked";
        document.fault(Code::IGNORED_KEYWORD, message, &union.at)
    }));
    keywords.unions = unions;
    let [union] = keywords.unions.as_slice() else {
        return None;
    };
    let union = union.clone();
    let without_values = Keywords {
        enumeration: Vec::new(),
        ..alone.clone()
    };
    if without_values.is_plain()
        && let Some(folded) = fold(document, &union, keywords)
    {
        return folded;
    }
    if enumeration::says_all(&alone) {
        keywords.unions.clear();
        return None;
    }
    let branches = real(document, &union);
    let discriminator = union.discriminator.as_ref();
    let keys = discriminator.map(|it| it.keys(document));
    let mut choices = Vec::new();
    for branch in &branches {
        let read = own(document, branch);
        keywords.nullable |= read.as_ref().is_some_and(|(_, own)| own.nullable);
        choices.push(choice(
            document,
            (branch, read),
            keys.as_ref(),
            members,
            &alone,
        ));
    }
    Some(Shape::Union(words::chosen(choices)))
}

/// One branch for each of several `type`s.
fn of_types(document: &Document<'_>, members: &[Pointer], keywords: &Keywords) -> Option<Shape> {
    let facts = &keywords.facts;
    if !facts.several_types || facts.never || !keywords.enumeration.is_empty() {
        return None;
    }
    let place = members.last()?;
    let choices = facts.types.iter().map(|word| Choice {
        site: Site::only(members, word),
        target: place.clone(),
        word: word.clone(),
        wire: format!("{}/type/{word}", document.shown(place)),
    });
    let choices: Vec<Choice> = choices.collect();
    (choices.len() > 1).then_some(Shape::Union(choices))
}

/// Whether no branch says anything about the type: `required`, `not`, bounds.
fn only_checks(document: &Document<'_>, union: &UnionOf, alone: &Keywords) -> bool {
    let decided = alone.kind().is_some();
    decided
        && union.branches.iter().all(|branch| {
            let read = own(document, branch);
            read.is_some_and(|(_, own)| {
                let same = own.typ.is_none() || own.typ.as_deref() == alone.kind();
                let rest = Keywords {
                    required: indexmap::IndexSet::new(),
                    ..own
                };
                same && rest.is_plain()
            })
        })
}

/// A branch by itself: where it stands once references are followed, and its keywords.
pub(super) fn own(document: &Document<'_>, branch: &Pointer) -> Option<(Pointer, Keywords)> {
    let target = document.follow(branch).ok()?;
    let schema = document.schema(&target).ok()?;
    let keywords = Keywords::of(&schema, &target);
    Some((target, keywords))
}

/// A branch, and what it is by itself, with what stands beside the union where it does not say that.
fn choice(
    document: &Document<'_>,
    (branch, read): (&Pointer, Option<(Pointer, Keywords)>),
    keys: Option<&Keys>,
    members: &[Pointer],
    alone: &Keywords,
) -> (Choice, Vec<String>) {
    let target = read
        .as_ref()
        .map_or_else(|| branch.clone(), |(at, _)| at.clone());
    let mut site = Site::one(target.clone());
    let says_all = alone.is_plain()
        && (alone.typ.is_none()
            || read
                .as_ref()
                .is_some_and(|(_, own)| own.kind().is_some() || !own.is_plain()));
    if !says_all && !takes_over(document, &target, members) {
        for member in members {
            site.beside(member);
        }
    }
    let own = read.map(|(_, own)| own).unwrap_or_default();
    let (target, own) = words::meant(document, target, own);
    let (words, wire) = words::of(document, &target, &own, keys);
    let choice = Choice {
        site,
        target,
        word: String::new(),
        wire,
    };
    (choice, words)
}

/// Whether a branch is a child that has the schemas with the union in its own `allOf`. Only where
/// they lead is looked at: to read many members for each of many branches is dear.
fn takes_over(document: &Document<'_>, target: &Pointer, members: &[Pointer]) -> bool {
    let mut missing: HashSet<&Pointer> = members.iter().collect();
    let mut seen = HashSet::new();
    let mut left = vec![target.clone()];
    while let Some(at) = left.pop() {
        missing.remove(&at);
        if missing.is_empty() {
            return true;
        }
        if seen.len() < gather::MOST && seen.insert(at.clone()) {
            let held = held(document, &at).into_iter();
            left.extend(held.filter_map(|member| document.follow(&member).ok()));
        }
    }
    false
}

/// The members of a schema's `allOf`, and of its unions the only branch.
fn held(document: &Document<'_>, at: &Pointer) -> Vec<Pointer> {
    let mut held = document.items(&at.child("allOf"));
    for word in ["anyOf", "oneOf"] {
        let at = at.child(word);
        let union = UnionOf {
            branches: document.items(&at),
            at,
            discriminator: None,
        };
        if let [_, ..] = union.branches.as_slice()
            && let [one] = real(document, &union).as_slice()
        {
            held.push(one.clone());
        }
    }
    held
}
