//! The first pass: every schema that becomes a named type, and its name.
//!
//! Components are named after their key, inline ones after where they stand (`Pet` and `owner` is
//! `PetOwner`). All names of the module `types` are made together, since a collision is settled
//! among all of them.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::ir::Ident;
use crate::naming::{self, Scope};
use crate::resolve::Document;
use crate::tree::Pointer;

use super::components;
use super::shape::{Shape, Shaped, shaped};

/// More required fields than this are taken by `new` as a struct.
pub(super) const MOST_REQUIRED: usize = 3;

/// The names of all types, by the pointer of their schema.
#[derive(Debug, Default)]
pub(super) struct TypeNames {
    names: HashMap<Pointer, Ident>,
    companions: HashMap<Pointer, Ident>,
    /// The schemas that become types, in the order they were found.
    pub(super) order: Vec<(Pointer, String)>,
}

impl TypeNames {
    /// The type's name, if the schema at a pointer becomes one.
    pub(super) fn get(&self, at: &Pointer) -> Option<&Ident> {
        self.names.get(at)
    }

    /// The name of the struct of its required fields.
    pub(super) fn companion(&self, at: &Pointer) -> Option<&Ident> {
        self.companions.get(at)
    }
}

/// Finds the types; see the module.
pub(super) struct Finder<'a> {
    document: &'a Document<'a>,
    seen: HashSet<Pointer>,
    found: Vec<Found>,
    /// What is referred to and was not seen yet. It waits until all that has a better name was
    /// seen; and a chain of references, however long, needs no stack.
    referred: Vec<Pointer>,
}

struct Found {
    /// The schema.
    at: Pointer,
    /// A component that is nothing but a reference to it, from outside the components: both are
    /// one type, named after the component.
    also: Option<Pointer>,
    text: String,
    wire: String,
    companion: bool,
}

impl<'a> Finder<'a> {
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        let mut finder = Self {
            document,
            seen: HashSet::new(),
            found: Vec::new(),
            referred: Vec::new(),
        };
        for (key, at) in document.members(&components("schemas")) {
            finder.component(key, &at);
        }
        finder
    }

    /// A schema that is a type whatever it is.
    fn component(&mut self, key: &str, at: &Pointer) {
        if !self.seen.insert(at.clone()) {
            return;
        }
        let (at, also) = match self.elsewhere(at) {
            Some(target) => (target, Some(at.clone())),
            None => (at.clone(), None),
        };
        let at = &at;
        self.seen.insert(at.clone());
        let shaped = shaped(self.document, at).ok().flatten();
        let companion = shaped.as_ref().is_some_and(needs_companion);
        self.found.push(Found {
            at: at.clone(),
            also,
            text: key.to_owned(),
            wire: key.to_owned(),
            companion,
        });
        if let Some(shaped) = shaped {
            self.below(&shaped, at, key);
        }
    }

    /// What a component refers to, if it is a plain reference out of the components to something
    /// that has no name yet.
    fn elsewhere(&self, at: &Pointer) -> Option<Pointer> {
        self.document.reference(at)?;
        let target = self.document.follow(at).ok()?;
        let named = target.parent() == Some(components("schemas")) || self.seen.contains(&target);
        (!named).then_some(target)
    }

    /// A schema that is a type where it needs a name, called `text` if it does.
    pub(super) fn inline(&mut self, at: &Pointer, text: &str) {
        let Ok(Some(shaped)) = shaped(self.document, at) else {
            return;
        };
        if !self.seen.insert(at.clone()) {
            return;
        }
        if matches!(shaped.shape, Shape::Record | Shape::StringEnum) {
            let wire = self.document.shown(at);
            let companion = needs_companion(&shaped);
            self.found.push(Found {
                at: at.clone(),
                also: None,
                text: text.to_owned(),
                wire,
                companion,
            });
        }
        self.below(&shaped, at, text);
    }

    fn below(&mut self, shaped: &Shaped, at: &Pointer, text: &str) {
        match &shaped.shape {
            Shape::Ref(target) => self.referred(target, at, text),
            Shape::Record => {
                for (key, property) in self.document.members(&at.child("properties")) {
                    self.inline(&property, &format!("{text} {key}"));
                }
                self.inline(&at.child("additionalProperties"), &format!("{text} value"));
            }
            Shape::Array(Some(items)) => self.inline(items, &format!("{text} item")),
            Shape::Map(Some(values)) => self.inline(values, &format!("{text} value")),
            _ => {}
        }
    }

    /// What a reference names: components are found anyway, in other places and files it is found
    /// later. A wrapped inline schema has its wrapper's name.
    fn referred(&mut self, target: &Pointer, from: &Pointer, text: &str) {
        if target.is_below(from) {
            self.inline(target, text);
        } else if !self.seen.contains(target) {
            self.referred.push(target.clone());
        }
    }

    /// Finds what is referred to and stands nowhere else, named by the last word of its pointer.
    fn rest(&mut self) {
        while let Some(at) = self.referred.pop() {
            let key = at.last().map_or_else(String::new, Cow::into_owned);
            self.component(&key, &at);
        }
    }

    /// Names what was found.
    pub(super) fn finish(mut self) -> TypeNames {
        self.rest();
        let mut items: Vec<(String, String)> = Vec::new();
        for found in &self.found {
            items.push((found.text.clone(), found.wire.clone()));
        }
        for found in self.found.iter().filter(|found| found.companion) {
            let shown = self.document.shown(&found.at);
            items.push((
                format!("{} required", found.text),
                format!("{shown}/required"),
            ));
        }
        let borrowed: Vec<(&str, &str)> = items
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        let mut idents = naming::names(Scope::Type, &borrowed).into_iter();
        let mut out = TypeNames::default();
        for found in &self.found {
            out.order.push((found.at.clone(), found.wire.clone()));
        }
        for (found, ident) in self.found.iter().zip(idents.by_ref()) {
            let pointers = [Some(found.at.clone()), found.also.clone()];
            out.names
                .extend(pointers.into_iter().flatten().map(|at| (at, ident.clone())));
        }
        let companions = self.found.iter().filter(|found| found.companion);
        out.companions = companions
            .map(|found| found.at.clone())
            .zip(idents)
            .collect();
        out
    }
}

/// What the types of an object are named after: its key where it is a component of a kind
/// (`responses`), which may have many users, else what its only user says.
pub(super) fn own_text(at: &Pointer, kind: &str, otherwise: impl FnOnce() -> String) -> String {
    match at.last() {
        Some(key)
            if at
                .parent()
                .is_some_and(|holder| holder.as_str() == components(kind).as_str()) =>
        {
            key.into_owned()
        }
        _ => otherwise(),
    }
}

fn needs_companion(shaped: &Shaped) -> bool {
    let keywords = &shaped.keywords;
    let required = keywords
        .properties
        .iter()
        .filter(|name| keywords.required.contains(*name));
    shaped.shape == Shape::Record && required.count() > MOST_REQUIRED
}
