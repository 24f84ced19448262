//! The first pass: finds every schema that becomes a named type, and what it is to be called.
//!
//! Components are named after their key, inline ones after where they stand (`Pet` and `owner` is
//! `PetOwner`).

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashSet};

use crate::naming::Scope;
use crate::order::sort_by_key;
use crate::tree::{Pointer, Quick};

use super::direction::Direction;
use super::keywords::Additional;
use super::shape::{Schemas, Shape, Shaped};
use super::site::Site;
use super::{components, is_component};

/// Finds the types; see the module.
pub(super) struct Finder<'a> {
    pub(super) schemas: &'a Schemas<'a>,
    seen: HashSet<Site, Quick>,
    pub(super) found: Vec<Found>,
    /// What is to be looked at, the best way to it first: the first that comes by names it, and
    /// the order of the document must not decide which that is. No recursion: the document decides
    /// how deep.
    todo: BinaryHeap<Reverse<Todo>>,
    /// What is referred to and was not seen yet.
    referred: BTreeSet<Site>,
    /// The schemas of bodies and parameters.
    pub(super) sent: Vec<Site>,
    /// The schemas of answers.
    pub(super) received: Vec<Site>,
}

/// A schema that becomes a named type.
pub(super) struct Found {
    pub(super) site: Site,
    /// Where it stands: of several schemas the one that it is named after.
    pub(super) at: Pointer,
    /// A component that is nothing but a reference to it, from outside the components: both are
    /// one type, named after the component.
    pub(super) also: Option<Site>,
    /// What it is named after.
    pub(super) text: String,
    /// What settles a collision.
    pub(super) wire: String,
    /// Of the parts of a multipart body with files: where its media type stands.
    pub(super) parts: Option<Pointer>,
}

/// How a schema was come by, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// It stands in a component.
    Component,
    /// It stands in an operation.
    Operation,
    /// An operation refers to it.
    Elsewhere,
    /// It is met where other schemas hold too, which need not be where it stands.
    Joint,
}

/// A schema to be looked at; in the order of what decides.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Todo {
    way: Way,
    /// Of two names of one schema the shorter is nearer to it.
    length: usize,
    /// What it is called if it needs a name.
    text: String,
    site: Site,
    at: Pointer,
    /// The schema that it stands in, where it does.
    home: Option<Pointer>,
}

impl Todo {
    fn new(way: Way, site: Site, text: String) -> Self {
        let at = site.at().clone();
        Self {
            way,
            length: text.len(),
            text,
            home: site.alone().cloned(),
            at,
            site,
        }
    }
}

impl<'a> Finder<'a> {
    pub(super) fn new(schemas: &'a Schemas<'a>) -> Self {
        let mut finder = Self {
            schemas,
            seen: HashSet::default(),
            found: Vec::new(),
            todo: BinaryHeap::new(),
            referred: BTreeSet::new(),
            sent: Vec::new(),
            received: Vec::new(),
        };
        let document = schemas.document;
        let mut components = document.members(&components("schemas"));
        // Of two that refer to one schema in another place it is called after the one that has its
        // name there too.
        sort_by_key(&mut components, |(key, at)| {
            let is_reference = document.reference(at).is_some();
            let target = is_reference.then(|| document.follow(at).ok()).flatten();
            let alike = target.is_some_and(|target| target.last().as_deref() == Some(*key));
            (!alike, *key)
        });
        for (key, at) in components {
            finder.component(key, &at);
        }
        finder
    }

    /// The schemas it looks at.
    pub(super) fn schemas(&self) -> &'a Schemas<'a> {
        self.schemas
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
        let way = if elsewhere {
            Way::Elsewhere
        } else {
            Way::Operation
        };
        self.push(Todo::new(way, site, text.to_owned()));
    }

    fn push(&mut self, todo: Todo) {
        self.todo.push(Reverse(todo));
    }

    /// The schema of a multipart body with files, which is a struct of parts. Where it is a
    /// component, what is in it is named after that.
    pub(super) fn parts(&mut self, site: Site, media: Pointer, text: &str) {
        let is_known = |found: &Found| found.parts.is_some() && found.site == site;
        if self.found.iter().any(is_known) {
            return;
        }
        let at = site.at();
        let key = at.last().filter(|_| is_component(at));
        let own = key.map(|key| format!("{key} parts"));
        let is_own = own.is_none();
        let todo = Todo::new(Way::Operation, site.clone(), own.unwrap_or(text.to_owned()));
        self.sent.push(site.clone());
        self.found.push(Found {
            at: todo.at.clone(),
            also: None,
            text: todo.text.clone(),
            wire: site.shown(self.schemas.document),
            parts: Some(media),
            site,
        });
        if is_own {
            self.below(&todo);
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
        let todo = Todo::new(Way::Component, site, text.to_owned());
        self.found.push(Found {
            site: todo.site.clone(),
            at: todo.at.clone(),
            also,
            text: text.to_owned(),
            wire: key.to_owned(),
            parts: None,
        });
        self.below(&todo);
    }

    /// What a component refers to, if it is a plain reference out of the components to something
    /// that has no name yet.
    fn elsewhere(&self, at: &Pointer) -> Option<Site> {
        self.schemas.document.reference(at)?;
        let target = self.schemas.document.follow(at).ok()?;
        let component = is_component(&target);
        let target = Site::one(target);
        (!component && !self.seen.contains(&target)).then_some(target)
    }

    /// A schema that is a type where it needs a name.
    fn inline(&mut self, mut todo: Todo) {
        let site = &todo.site;
        let Ok(Some(shaped)) = self.schemas.shaped(site) else {
            return;
        };
        if !self.seen.insert(site.clone()) || self.schemas.given.replaced(site).is_some() {
            return;
        }
        if needs_name(&shaped.shape) {
            let given = site
                .alone()
                .and_then(|at| self.schemas.given.text(Scope::Type, at));
            if let Some(given) = given {
                given.clone_into(&mut todo.text);
            }
            self.found.push(Found {
                site: site.clone(),
                at: todo.at.clone(),
                also: None,
                text: todo.text.clone(),
                wire: site.shown(self.schemas.document),
                parts: None,
            });
        }
        self.below(&todo);
    }

    fn below(&mut self, holder: &Todo) {
        let Ok(Some(shaped)) = self.schemas.shaped(&holder.site) else {
            return;
        };
        for (child, word) in children(&shaped) {
            self.child(holder, child, word, matches!(shaped.shape, Shape::Union(_)));
        }
    }

    fn child(&mut self, holder: &Todo, child: Site, word: Option<String>, is_branch: bool) {
        let text = &holder.text;
        let text = word.map_or_else(|| text.clone(), |word| format!("{text} {word}"));
        let mut todo = Todo::new(holder.way, child, text);
        match todo.site.alone() {
            Some(at) if holder.holds(at) => {}
            // One of several says it all.
            Some(at) if holder.site.parts().any(|part| part.at == *at) => {
                todo.way = Way::Joint;
                let own = own_words(at);
                todo.call(own);
            }
            // Components are found anyway, what stands in other places and files is found later.
            Some(_) => {
                if !self.seen.contains(&todo.site) {
                    self.referred.insert(todo.site);
                }
                return;
            }
            None if is_branch => todo.home.clone_from(&holder.home),
            None => {
                if let Some(at) = holder.own_part(&todo.site) {
                    todo.home.clone_from(&holder.home);
                    todo.at = at;
                } else {
                    todo.way = Way::Joint;
                    todo.at = todo.site.last().clone();
                }
                let own = own_words(&todo.at);
                todo.call(own);
            }
        }
        self.push(todo);
    }

    /// Finds everything.
    pub(super) fn finish(&mut self) {
        loop {
            let is_near = |Reverse(todo): &Reverse<Todo>| todo.way < Way::Joint;
            if self.referred.is_empty() || self.todo.peek().is_some_and(is_near) {
                match self.todo.pop() {
                    Some(Reverse(todo)) => self.inline(todo),
                    None => return,
                }
            } else if let Some(site) = self.referred.pop_first() {
                self.referred_to(site);
            }
        }
    }

    /// What is referred to and was not seen where it stands.
    fn referred_to(&mut self, site: Site) {
        if self.seen.contains(&site) {
            return;
        }
        let key = own_words(site.at());
        let is_component = is_component(site.at());
        match site.alone() {
            Some(at) if key.is_none() || is_component => {
                let file = || self.schemas.document.stem(at);
                let key = at.last().map_or_else(file, Cow::into_owned);
                self.component(&key, &at.clone());
            }
            _ => self.inline(Todo::new(Way::Component, site, key.unwrap_or_default())),
        }
    }
}

impl Todo {
    /// Takes another name, if there is one.
    fn call(&mut self, text: Option<String>) {
        if let Some(text) = text {
            self.length = text.len();
            self.text = text;
        }
    }

    /// Whether a schema stands in this one and is named after it: in one by itself, and in the
    /// branch of a union that stands where the union does.
    fn holds(&self, at: &Pointer) -> bool {
        let first = self.site.at();
        match (self.site.alone(), &self.home) {
            (Some(own), _) => at.is_below(own),
            (None, Some(home)) => first.is_below(home) && at.is_below(first),
            (None, None) => false,
        }
    }

    /// Of several schemas that hold at once the one that stands in this schema, and narrows the
    /// others.
    fn own_part(&self, site: &Site) -> Option<Pointer> {
        let holder = self.site.alone()?;
        let mut own = site.parts().filter(|part| part.at.is_below(holder));
        own.next().map(|part| part.at.clone())
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
