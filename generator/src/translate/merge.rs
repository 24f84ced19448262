//! Several schemas that hold at once, as the keywords of one.

use std::collections::HashSet;

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use crate::diag::{Code, Diagnostic};
use crate::resolve::Document;

use super::gather::{Gathered, Member};
use super::keywords::{Additional, Keywords};
use super::site::Site;

/// What all members of a site say together.
#[derive(Debug, Default)]
pub(super) struct Merged {
    pub(super) keywords: Keywords,
    /// Members that can't hold together.
    pub(super) found: Vec<Diagnostic>,
    /// They are of different types: no type is right.
    pub(super) conflict: bool,
}

/// Merges what was gathered. The documentation is that of the schemas of the site itself, the last
/// of them first: it is the one that holds the others.
pub(super) fn merge(document: &Document<'_>, gathered: Gathered) -> Merged {
    let mut out = Merged::default();
    let mut closed = IndexSet::new();
    let unevaluated = unevaluated(&gathered.schemas);
    for (index, member) in gathered.schemas.into_iter().enumerate() {
        if !member.keywords.properties.is_empty() {
            closed.insert(member.keywords.additional == Additional::No);
        }
        if index == 0 {
            out.keywords = first(member);
        } else {
            out.add(document, member);
        }
    }
    if out.keywords.additional == Additional::No && closed.contains(&false) {
        // What one member closes another opens: no value would fit both.
        out.keywords.additional = Additional::Unsaid;
    }
    out.keywords.close(unevaluated);
    out.keywords.nullable = gathered.nullable;
    out.found.splice(0..0, gathered.found);
    out
}

/// What is said of properties that no member describes. The last member holds the others: only it
/// sees what they describe, which is everything where one of them speaks of all properties itself.
fn unevaluated(members: &[Member]) -> Additional {
    let Some((last, others)) = members.split_last() else {
        return Additional::Unsaid;
    };
    let of_all = |said: &Additional| matches!(said, Additional::Any | Additional::Schema(_));
    if others
        .iter()
        .any(|member| of_all(&member.keywords.unevaluated))
    {
        return Additional::Unsaid;
    }
    last.keywords.unevaluated.clone()
}

fn first(member: Member) -> Keywords {
    let mut keywords = member.keywords;
    if !member.own {
        keywords.title = None;
        keywords.description = None;
        keywords.deprecated = false;
        keywords
            .members
            .iter_mut()
            .for_each(|(_, own)| *own = false);
    }
    keywords
}

impl Merged {
    fn add(&mut self, document: &Document<'_>, member: Member) {
        let Member { at, keywords, own } = member;
        if let Err(message) = types(&mut self.keywords, &keywords) {
            let fault = document.fault(Code::CONFLICT, message, &at);
            self.found.push(fault.help("carried as raw JSON"));
            self.conflict = true;
        }
        if let Err(message) = values(&mut self.keywords, &keywords) {
            let fault = document.fault(Code::CONFLICT, message, &at.child("enum"));
            self.found
                .push(fault.help("the values of this member are taken"));
        }
        let into = &mut self.keywords;
        if own {
            into.title = keywords.title.or(into.title.take());
            into.description = keywords.description.or(into.description.take());
            into.deprecated |= keywords.deprecated;
        }
        into.members.push((at, own));
        into.read_only |= keywords.read_only;
        into.write_only |= keywords.write_only;
        into.not |= keywords.not;
        if into.format.is_empty() {
            into.format = keywords.format;
        }
        for (key, site) in keywords.properties {
            match into.properties.get_mut(&key) {
                Some(there) => there.join(&site),
                None => {
                    into.properties.insert(key, site);
                }
            }
        }
        into.required.extend(keywords.required);
        into.items = both(into.items.take(), keywords.items);
        join(&mut into.prefix, keywords.prefix);
        into.min_items = into.min_items.max(keywords.min_items);
        into.max_items = both_or_one(into.max_items, keywords.max_items, usize::min);
        into.patterns = patterns(std::mem::take(&mut into.patterns), keywords.patterns);
        additional(&mut into.additional, keywords.additional);
        into.minimum = both_or_one(into.minimum, keywords.minimum, f64::max);
        into.maximum = both_or_one(into.maximum, keywords.maximum, f64::min);
        into.unions.extend(keywords.unions);
        into.facts.join(&keywords.facts);
    }
}

/// The type that both are of, or the types.
fn types(into: &mut Keywords, other: &Keywords) -> Result<(), String> {
    let said = [&*into, other].map(|one| one.typ.is_some() || one.facts.several_types);
    let [mine, theirs] = [&*into, other].map(words);
    let merged = match (mine.as_slice(), theirs.as_slice()) {
        (_, []) => mine,
        ([], _) => theirs,
        (mine, theirs) => {
            let pairs = mine
                .iter()
                .flat_map(|a| theirs.iter().map(move |b| (*a, *b)));
            let shared: Vec<&str> = pairs.filter_map(shared).collect();
            if shared.is_empty() {
                let [mine, theirs] = [mine, theirs].map(|words| words.join("`, `"));
                return Err(format!(
                    "no value is of both types: `{theirs}` here, and `{mine}` in another schema that \
                     holds at once"
                ));
            }
            shared
        }
    };
    let merged: Vec<String> = merged.into_iter().map(str::to_owned).collect();
    if said.contains(&true) {
        into.facts.several_types = merged.len() > 1;
        into.typ = merged.first().filter(|_| merged.len() == 1).cloned();
        into.facts.types = if merged.len() > 1 { merged } else { Vec::new() };
    }
    Ok(())
}

/// The types that a schema says, or the one that it implies.
fn words(keywords: &Keywords) -> Vec<&str> {
    if keywords.facts.several_types {
        keywords.facts.types.iter().map(String::as_str).collect()
    } else {
        keywords.kind().into_iter().collect()
    }
}

/// What is of both types.
fn shared<'a>(types: (&'a str, &'a str)) -> Option<&'a str> {
    match types {
        ("number", "integer") | ("integer", "number") => Some("integer"),
        (mine, theirs) => (mine == theirs).then_some(mine),
    }
}

/// The values of `enum` that both allow.
fn values(into: &mut Keywords, other: &Keywords) -> Result<(), String> {
    if other.enumeration.is_empty() {
        return Ok(());
    }
    let shared: Vec<Value> = match into.enumeration.as_slice() {
        [] => other.enumeration.clone(),
        mine => {
            let mine: HashSet<&Value> = mine.iter().collect();
            let both = other.enumeration.iter();
            both.filter(|value| mine.contains(value)).cloned().collect()
        }
    };
    into.enum_at.clone_from(&other.enum_at);
    if shared.is_empty() {
        into.enumeration.clone_from(&other.enumeration);
        return Err("none of these values is among those of the other members".to_owned());
    }
    into.enumeration = shared;
    Ok(())
}

fn both(mine: Option<Site>, theirs: Option<Site>) -> Option<Site> {
    match (mine, theirs) {
        (Some(mut mine), Some(theirs)) => {
            mine.join(&theirs);
            Some(mine)
        }
        (mine, theirs) => mine.or(theirs),
    }
}

fn additional(into: &mut Additional, other: Additional) {
    *into = match (std::mem::take(into), other) {
        (Additional::Schema(mut mine), Additional::Schema(theirs)) => {
            mine.join(&theirs);
            Additional::Schema(mine)
        }
        (Additional::Schema(one), _) | (_, Additional::Schema(one)) => Additional::Schema(one),
        (Additional::No, _) | (_, Additional::No) => Additional::No,
        (Additional::Any, _) | (_, Additional::Any) => Additional::Any,
        (Additional::Unsaid, Additional::Unsaid) => Additional::Unsaid,
    };
}

/// Place by place.
fn join(into: &mut Vec<Site>, other: Vec<Site>) {
    for (index, site) in other.into_iter().enumerate() {
        match into.get_mut(index) {
            Some(there) => there.join(&site),
            None => into.push(site),
        }
    }
}

/// Pattern by pattern.
fn patterns(
    mut into: IndexMap<String, Site>,
    other: IndexMap<String, Site>,
) -> IndexMap<String, Site> {
    for (pattern, site) in other {
        match into.get_mut(&pattern) {
            Some(there) => there.join(&site),
            None => {
                into.insert(pattern, site);
            }
        }
    }
    into
}

fn both_or_one<T: Copy>(a: Option<T>, b: Option<T>, choose: fn(T, T) -> T) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) => Some(choose(a, b)),
        (a, b) => a.or(b),
    }
}
