//! Parents with a `discriminator` and without `oneOf`: any of the schemas that take them over by
//! `allOf` (`OpenAPI` 3.1, section 4.8.25, Discriminator Object).

use std::collections::{BTreeSet, HashMap};

use crate::diag::{Code, Diagnostic};
use crate::resolve::Document;
use crate::tree::Pointer;

use super::branches::Choice;
use super::components;
use super::discriminator::Keys;
use super::keywords::{Keywords, UnionOf};
use super::shape::{Shape, Shaped};
use super::site::Site;
use super::words;

/// Which components take others over.
#[derive(Debug)]
pub(super) struct Parents {
    children: HashMap<Pointer, Vec<Pointer>>,
}

impl Parents {
    /// Of a document's components.
    pub(super) fn of(document: &Document<'_>) -> Self {
        let mut children: HashMap<Pointer, Vec<Pointer>> = HashMap::new();
        for (_, child) in document.members(&components("schemas")) {
            for member in document.items(&child.child("allOf")) {
                if document.reference(&member).is_none() {
                    continue;
                }
                if let Ok(parent) = document.follow(&member) {
                    children.entry(parent).or_default().push(child.clone());
                }
            }
        }
        Self { children }
    }

    /// The schemas that take one over, and those that take these over, by their pointers.
    fn heirs(&self, parent: &Pointer) -> BTreeSet<Pointer> {
        let mut heirs = BTreeSet::new();
        let mut stack = vec![parent];
        while let Some(at) = stack.pop() {
            for child in self.children.get(at).into_iter().flatten() {
                if child != parent && heirs.insert(child.clone()) {
                    stack.push(child);
                }
            }
        }
        heirs
    }
}

/// What the values of a parent may be: its heirs, and the schemas that its mapping names, or where it
/// has none itself. `None` where that is itself alone, or the mapping names only that.
pub(super) fn family(
    document: &Document<'_>,
    parents: &Parents,
    at: &Pointer,
    own: &Keywords,
) -> Option<Shaped> {
    let discriminator = own.discriminator.as_ref()?;
    if !own.unions.is_empty() || own.properties.is_empty() && own.all_of.is_empty() {
        return None;
    }
    let mapping = discriminator.mapping.iter();
    let mapped = mapping.filter_map(|(_, name)| discriminator.target(document, name));
    let mut targets: BTreeSet<Pointer> = mapped.collect();
    if discriminator.mapping.is_empty() {
        targets.insert(at.clone());
    }
    let heirs = parents.heirs(at);
    if discriminator.mapping.is_empty() {
        targets.extend(heirs);
    } else if targets.iter().any(|target| target != at) {
        let passed_over = passed_over(document, parents, own, &targets, heirs);
        targets.extend(passed_over);
    }
    if targets.iter().all(|target| target == at) {
        return None;
    }
    let keys = discriminator.keys(document);
    let choices = targets.iter().map(|target| {
        if target == at {
            itself(document, at, own, &keys)
        } else {
            heir(document, target, &keys)
        }
    });
    let choices = words::chosen(choices.collect());
    let mut keywords = own.clone();
    // What the parent's own part of an `allOf` says of it.
    let parts = own.all_of.iter().rev();
    for part in parts.filter(|part| document.reference(part).is_none()) {
        if let Ok(schema) = document.schema(part) {
            keywords.also_says(Keywords::of(&schema, part));
        }
    }
    keywords.unions.push(UnionOf {
        at: discriminator.at.clone(),
        branches: targets.into_iter().collect(),
        discriminator: Some(discriminator.clone()),
    });
    Some(Shaped {
        shape: Shape::Union(choices),
        nullable: own.nullable,
        keywords,
        found: Vec::new(),
    })
}

/// The heirs that a mapping passes over, where nothing speaks against their names: the property may have
/// them for values, and no schema that the mapping names stands between them and the parent, or behind
/// them. A mapping that names the parent alone says that no heir is meant.
fn passed_over(
    document: &Document<'_>,
    parents: &Parents,
    own: &Keywords,
    mapped: &BTreeSet<Pointer>,
    heirs: BTreeSet<Pointer>,
) -> Vec<Pointer> {
    let property = own.discriminator.as_ref().map(|it| it.property.as_str());
    let property = property.and_then(|key| own.properties.get(key));
    let target = property.and_then(|site| document.follow(site.at()).ok());
    let schema = target.and_then(|at| Some(Keywords::of(&*document.schema(&at).ok()?, &at)));
    let values = schema
        .map(|keywords| keywords.enumeration)
        .unwrap_or_default();
    let behind: BTreeSet<Pointer> = mapped.iter().flat_map(|at| parents.heirs(at)).collect();
    let is_possible = |heir: &Pointer| {
        let name = heir.last();
        let is_value = values.iter().any(|value| value.as_str() == name.as_deref());
        (values.is_empty() || is_value)
            && !behind.contains(heir)
            && parents.heirs(heir).is_disjoint(mapped)
    };
    heirs.into_iter().filter(is_possible).collect()
}

/// A note on a discriminator of a schema that has no family and is no union.
pub(super) fn idle(document: &Document<'_>, own: &Keywords) -> Option<Diagnostic> {
    let idle = own.discriminator.as_ref();
    let idle = idle.filter(|_| own.unions.is_empty())?;
    let message =
        "no schema takes this one over by `allOf`, so that there is nothing to tell apart";
    Some(document.fault(Code::IGNORED_HERE, message, &idle.at))
}

fn heir(document: &Document<'_>, target: &Pointer, keys: &Keys) -> (Choice, Vec<String>) {
    let own = document.schema(target);
    let own = own.map_or_else(|_| Keywords::default(), |own| Keywords::of(&own, target));
    let (words, wire) = words::of(document, target, &own, Some(keys));
    let choice = Choice {
        site: Site::one(target.clone()),
        target: target.clone(),
        word: String::new(),
        wire,
    };
    (choice, words)
}

/// The parent as a schema like the others, without its heirs.
fn itself(
    document: &Document<'_>,
    at: &Pointer,
    own: &Keywords,
    keys: &Keys,
) -> (Choice, Vec<String>) {
    let (_, wire) = words::of(document, at, own, Some(keys));
    let choice = Choice {
        site: Site::itself(at, &own.all_of),
        target: at.clone(),
        word: String::new(),
        wire,
    };
    (choice, vec!["base".to_owned()])
}
