//! The first pass: finds every schema that becomes a named type, and what it is to be called.
//!
//! Components are named after their key, inline ones after where they stand (`Pet` and `owner` is
//! `PetOwner`).

use std::borrow::Cow;
use std::collections::HashSet;

use crate::naming::Scope;
use crate::tree::Pointer;

use super::components;
use super::direction::Direction;
use super::keywords::Additional;
use super::shape::{Schemas, Shape, Shaped};
use super::site::Site;

/// Finds the types; see the module.
pub(super) struct Finder<'a> {
    schemas: &'a Schemas<'a>,
    seen: HashSet<Site>,
    pub(super) found: Vec<Found>,
    /// What is to be looked at, and how it is called. No recursion: the document decides how deep.
    todo: Vec<(Site, String)>,
    /// What operations use that stands in others, looked at last.
    late: Vec<(Site, String)>,
    /// What is referred to and was not seen yet. It waits until all that has a better name was
    /// seen.
    referred: Vec<Site>,
    /// The schemas of bodies and parameters.
    pub(super) sent: Vec<Site>,
    /// The schemas of answers.
    pub(super) received: Vec<Site>,
}

/// A schema that becomes a named type.
pub(super) struct Found {
    pub(super) site: Site,
    /// A component that is nothing but a reference to it, from outside the components: both are
    /// one type, named after the component.
    pub(super) also: Option<Site>,
    /// What it is named after.
    pub(super) text: String,
    /// What settles a collision.
    pub(super) wire: String,
}

impl<'a> Finder<'a> {
    pub(super) fn new(schemas: &'a Schemas<'a>) -> Self {
        let mut finder = Self {
            schemas,
            seen: HashSet::new(),
            found: Vec::new(),
            todo: Vec::new(),
            late: Vec::new(),
            referred: Vec::new(),
            sent: Vec::new(),
            received: Vec::new(),
        };
        for (key, at) in schemas.document.members(&components("schemas")) {
            finder.component(key, &at);
        }
        finder
    }

    /// A schema that an operation uses, called `text` if it needs a name. One that it only refers
    /// to (`elsewhere`) is looked at when all that have it for their own were, whose names it has.
    pub(super) fn root(&mut self, at: Pointer, text: &str, direction: Direction, elsewhere: bool) {
        let site = Site::one(at);
        match direction {
            Direction::Request => self.sent.push(site.clone()),
            Direction::Response => self.received.push(site.clone()),
            Direction::Any => {}
        }
        if elsewhere {
            self.late.push((site, text.to_owned()));
        } else {
            self.walk(site, text.to_owned());
        }
    }

    /// A schema that is a type whatever it is.
    fn component(&mut self, key: &str, at: &Pointer) {
        let own = Site::one(at.clone());
        if !self.seen.insert(own.clone()) || self.schemas.given.replaced(&own).is_some() {
            return;
        }
        let given = self.schemas.given.text(Scope::Type, at);
        let text = given.unwrap_or(key);
        let (site, also) = match self.elsewhere(at) {
            Some(target) => (target, Some(own)),
            None => (own, None),
        };
        self.seen.insert(site.clone());
        self.found.push(Found {
            site: site.clone(),
            also,
            text: text.to_owned(),
            wire: key.to_owned(),
        });
        self.below(&site, text);
        self.rest_of_walk();
    }

    /// What a component refers to, if it is a plain reference out of the components to something
    /// that has no name yet.
    fn elsewhere(&self, at: &Pointer) -> Option<Site> {
        self.schemas.document.reference(at)?;
        let target = self.schemas.document.follow(at).ok()?;
        let component = target.parent() == Some(components("schemas"));
        let target = Site::one(target);
        (!component && !self.seen.contains(&target)).then_some(target)
    }

    fn walk(&mut self, site: Site, text: String) {
        self.todo.push((site, text));
        self.rest_of_walk();
    }

    fn rest_of_walk(&mut self) {
        while let Some((site, text)) = self.todo.pop() {
            self.inline(&site, &text);
        }
    }

    /// A schema that is a type where it needs a name, called `text` if it does.
    fn inline(&mut self, site: &Site, text: &str) {
        let Ok(Some(shaped)) = self.schemas.shaped(site) else {
            return;
        };
        if !self.seen.insert(site.clone()) || self.schemas.given.replaced(site).is_some() {
            return;
        }
        let given = site
            .alone()
            .and_then(|at| self.schemas.given.text(Scope::Type, at));
        let text = given.filter(|_| needs_name(&shaped.shape)).unwrap_or(text);
        if needs_name(&shaped.shape) {
            self.found.push(Found {
                site: site.clone(),
                also: None,
                text: text.to_owned(),
                wire: site.shown(self.schemas.document),
            });
        }
        self.below(site, text);
    }

    fn below(&mut self, site: &Site, text: &str) {
        let Ok(Some(shaped)) = self.schemas.shaped(site) else {
            return;
        };
        for (child, word) in children(&shaped) {
            let text = || word.map_or_else(|| text.to_owned(), |word| format!("{text} {word}"));
            match child.alone() {
                Some(at) if site.alone().is_some_and(|site| at.is_below(site)) => {
                    let text = text();
                    self.todo.push((child, text));
                }
                // One of several says it all.
                Some(at) if site.parts().any(|part| part.at == *at) => {
                    let text = own_words(at).unwrap_or_else(text);
                    self.todo.push((child, text));
                }
                Some(_) => self.refer(child),
                None if matches!(shaped.shape, Shape::Union(_)) => {
                    let text = text();
                    self.todo.push((child, text));
                }
                None => {
                    let text = joint_text(&child, site).unwrap_or_else(text);
                    self.todo.push((child, text));
                }
            }
        }
    }

    /// What a reference names: components are found anyway, what stands in other places and files
    /// is found later.
    fn refer(&mut self, target: Site) {
        if !self.seen.contains(&target) {
            self.referred.push(target);
        }
    }

    /// Finds what is referred to and stands nowhere else.
    pub(super) fn finish(&mut self) {
        self.todo.append(&mut self.late);
        self.rest_of_walk();
        while let Some(site) = self.referred.pop() {
            if self.seen.contains(&site) {
                continue;
            }
            let key = own_words(site.at());
            let is_component = site.at().parent() == Some(components("schemas"));
            match site.alone() {
                Some(at) if key.is_none() || is_component => {
                    let file = || self.schemas.document.stem(at);
                    let key = at.last().map_or_else(file, Cow::into_owned);
                    self.component(&key, &at.clone());
                }
                _ => self.walk(site, key.unwrap_or_default()),
            }
        }
    }
}

/// Whether a schema of this shape is always a named type.
pub(super) fn needs_name(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Record | Shape::StringEnum | Shape::ValueEnum(_) | Shape::Tuple | Shape::Union(_)
    )
}

/// The schemas that a schema holds or refers to, each with what is added to its own name for
/// theirs.
pub(super) fn children(shaped: &Shaped) -> Vec<(Site, Option<String>)> {
    let word = |word: &str| Some(word.to_owned());
    match &shaped.shape {
        Shape::Ref(target) => vec![(target.clone(), None)],
        Shape::Record => {
            let keywords = &shaped.keywords;
            let properties = keywords.properties.iter();
            let mut out: Vec<_> = properties
                .map(|(key, site)| (site.clone(), Some(key.clone())))
                .collect();
            if let Additional::Schema(values) = &keywords.additional {
                out.push((values.clone(), word("value")));
            }
            out
        }
        Shape::Tuple => {
            let keywords = &shaped.keywords;
            let places = keywords.prefix.iter().enumerate();
            let place =
                |(index, site): (usize, &Site)| (site.clone(), word(&format!("item {index}")));
            let rest = keywords
                .items
                .iter()
                .map(|site| (site.clone(), word("item")));
            places.map(place).chain(rest).collect()
        }
        Shape::Union(choices) => {
            let choices = choices.iter();
            let named = choices.map(|choice| (choice.site.clone(), word(&choice.word)));
            named.collect()
        }
        Shape::Array(Some(items)) => vec![(items.clone(), word("item"))],
        Shape::Map(Some(values)) => vec![(values.clone(), word("value"))],
        _ => Vec::new(),
    }
}

/// What a type of several schemas is named after: the place of the one that stands in its holder
/// and narrows the others, else of the last.
fn joint_text(site: &Site, holder: &Site) -> Option<String> {
    let in_holder = |at: &Pointer| holder.alone().is_some_and(|holder| at.is_below(holder));
    let own = site.parts().find(|part| in_holder(&part.at));
    let part = own.or_else(|| site.parts().last())?;
    own_words(&part.at)
}

/// The words of a schema's own place in a component: `#/components/schemas/Pet/properties/owner`
/// is `Pet owner`.
fn own_words(at: &Pointer) -> Option<String> {
    let mut tokens = at.tokens().skip_while(|token| token != "schemas").skip(1);
    if !at.is_below(&components("schemas")) {
        return None;
    }
    let mut words = vec![tokens.next()?.into_owned()];
    while let Some(token) = tokens.next() {
        match &*token {
            "properties" | "$defs" | "definitions" => words.push(tokens.next()?.into_owned()),
            "patternProperties" => {
                tokens.next();
                words.push("value".to_owned());
            }
            "prefixItems" => words.push(format!("item {}", tokens.next()?)),
            "items" => words.push("item".to_owned()),
            "additionalProperties" => words.push("value".to_owned()),
            "allOf" => {
                tokens.next();
            }
            "anyOf" | "oneOf" => words.push(format!("option {}", tokens.next()?)),
            other => words.push(other.to_owned()),
        }
    }
    Some(words.join(" "))
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
