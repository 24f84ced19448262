//! What the build script says of single items: names, types of the user's own, derives.
//!
//! Each is named by its pointer (`#/components/schemas/Pet/properties/id`), a schema also by its key
//! (`Pet`), an operation by its id (`listPets`) or method and path, a tag by its name (`#/tags/pets`). One that is wrong, or that nothing in the document
//! answers to, refuses the document: a client with other names would compile for nobody.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use crate::diag::{Code, Diagnostic, Sink};
use crate::ir::{Ident, Path};
use crate::naming::{self, Scope};
use crate::order::sort_by_key;
use crate::resolve::Document;
use crate::tree::{FileId, Pointer};

use super::called;
use super::components;
use super::site::Site;

/// What the build script said, as it was written: of what, and what.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// Rust names.
    pub names: Vec<(String, String)>,
    /// Paths of types that are used in the place of a schema's.
    pub types: Vec<(String, String)>,
    /// Paths of derives, and of which type; `*` for all.
    pub derives: Vec<(String, String)>,
}

/// The same, found in the document.
#[derive(Debug)]
pub(super) struct Given<'a> {
    document: &'a Document<'a>,
    /// Whether it begins with upper case tells the two names of a property apart: the field's, and
    /// that of the type where its schema stands in it.
    names: HashMap<(Pointer, bool), Override<String>>,
    types: HashMap<Pointer, Override<Path>>,
    derives: HashMap<Pointer, Vec<Override<Path>>>,
    derived_by_all: Vec<Path>,
    /// The calls that had an effect.
    used: RefCell<HashSet<String>>,
    problems: RefCell<Vec<Diagnostic>>,
}

/// One call on the builder.
#[derive(Debug)]
struct Override<T> {
    /// As it is shown to the user: `rename("#/a", "B")`.
    call: String,
    value: T,
}

impl<'a> Given<'a> {
    pub(super) fn new(document: &'a Document<'a>, overrides: &Overrides) -> Self {
        let mut given = Self {
            document,
            names: HashMap::new(),
            types: HashMap::new(),
            derives: HashMap::new(),
            derived_by_all: Vec::new(),
            used: RefCell::default(),
            problems: RefCell::default(),
        };
        for (of, name) in &overrides.names {
            given.rename(of, name);
        }
        for (of, path) in &overrides.types {
            given.replace(of, path);
        }
        for (of, path) in &overrides.derives {
            given.derive(of, path);
        }
        given
    }

    fn rename(&mut self, of: &str, name: &str) {
        let call = format!("rename({of:?}, {name:?})");
        let upper = name.starts_with(char::is_uppercase);
        let found = if upper || of.contains('#') {
            self.find(&call, of)
        } else {
            self.operation(&call, of)
        };
        let Some(at) = found else {
            return;
        };
        let value = name.to_owned();
        let before = self.names.insert((at, upper), Override { call, value });
        self.twice(before);
    }

    fn replace(&mut self, of: &str, path: &str) {
        let call = format!("replace_type({of:?}, {path:?})");
        let Some(value) = self.parsed(&call, path, naming::type_path(path)) else {
            return;
        };
        let Some(at) = self.find(&call, of) else {
            return;
        };
        let before = self.types.insert(at, Override { call, value });
        self.twice(before);
    }

    fn derive(&mut self, of: &str, path: &str) {
        let call = format!("derive({of:?}, {path:?})");
        let Some(value) = self.parsed(&call, path, naming::derive_path(path)) else {
            return;
        };
        if of == "*" {
            self.derived_by_all.push(value);
        } else if let Some(at) = self.find(&call, of) {
            let all = self.derives.entry(at).or_default();
            all.push(Override { call, value });
        }
    }

    fn parsed(&self, call: &str, text: &str, read: Result<Path, String>) -> Option<Path> {
        let wrong =
            |wrong| self.problem(format!("`{call}`: `{text}` is not a path: {wrong}"), None);
        read.map_err(wrong).ok()
    }

    fn twice<T>(&self, before: Option<Override<T>>) {
        if let Some(before) = before {
            let message = format!("`{}`: another call says something else of it", before.call);
            self.problem(message, None);
        }
    }

    /// What a call is about.
    fn find(&self, call: &str, of: &str) -> Option<Pointer> {
        let schemas = components("schemas");
        let text = if of.contains('#') {
            of.to_owned()
        } else {
            format!("#{}", schemas.child(of).as_str())
        };
        let at = self.document.pointer(&text);
        let tags = Pointer::root(FileId(0)).child("tags");
        if let Some(tag) = at.as_ref().filter(|at| at.parent().as_ref() == Some(&tags)) {
            let name = self.document.node(tag).and_then(|tag| tag.get("name"));
            let name = name.and_then(|name| name.as_str());
            // Whether a tag is there, its operations say.
            return Some(name.map_or_else(|| tag.clone(), |name| tags.child(name)));
        }
        let found = at.filter(|at| self.document.node(at).is_some());
        if found.is_none() {
            let near = self.document.nearest(&Pointer::root(FileId(0)), &text);
            let near = near.map(|near| format!("did you mean `{near}`?"));
            self.problem(format!("`{call}` names nothing in the document"), near);
        }
        found
    }

    /// The operation that a call names by its id, or by method and path; else whatever else it names.
    fn operation(&self, call: &str, of: &str) -> Option<Pointer> {
        let mut called = called::operations(self.document, of);
        if called.len() > 1 {
            let help = "name one by method and path: `GET /pets`".to_owned();
            let message = format!("`{call}`: {} operations have this id", called.len());
            self.problem(message, Some(help));
            return None;
        }
        let Some(at) = called.pop() else {
            let near = called::nearest(self.document, of);
            let schema = components("schemas").child(of);
            if self.document.node(&schema).is_some() || near.is_none() {
                return self.find(call, of);
            }
            let near = near.map(|near| format!("did you mean `{near}`?"));
            self.problem(format!("`{call}` names nothing in the document"), near);
            return None;
        };
        Some(at)
    }

    fn problem(&self, message: String, help: Option<String>) {
        let root = Pointer::root(FileId(0));
        let mut found = Diagnostic::new(Code::OVERRIDE, message, root, None);
        found.help = help;
        self.problems.borrow_mut().push(found);
    }

    fn mark(&self, call: &str) {
        self.used.borrow_mut().insert(call.to_owned());
    }

    /// The name that something was given, for what is named after it.
    pub(super) fn text(&self, scope: Scope, at: &Pointer) -> Option<&str> {
        self.name(scope, at).map(|given| given.value.as_str())
    }

    fn name(&self, scope: Scope, at: &Pointer) -> Option<&Override<String>> {
        if self.names.is_empty() {
            return None;
        }
        let find = |upper| self.names.get(&(at.clone(), upper));
        match scope {
            Scope::Type => find(true),
            Scope::Variant => find(true).or_else(|| find(false)),
            _ => find(false),
        }
    }

    /// The type of the user's own in the place of a schema's.
    pub(super) fn replaced(&self, site: &Site) -> Option<&Path> {
        let given = self.types.get(site.alone()?)?;
        self.mark(&given.call);
        Some(&given.value)
    }

    /// What a type derives.
    pub(super) fn derives(&self, site: &Site) -> Vec<Path> {
        let own = site.alone().and_then(|at| self.derives.get(at));
        let own = own.into_iter().flatten().map(|given| {
            self.mark(&given.call);
            &given.value
        });
        let mut all: Vec<Path> = Vec::new();
        for path in self.derived_by_all.iter().chain(own) {
            if !all.contains(path) {
                all.push(path.clone());
            }
        }
        all
    }

    /// The identifiers of all items of one scope, as [`naming::names`] makes them, but for those of
    /// the build script. `at` has the place of each, where it has one of its own.
    pub(super) fn names(
        &self,
        scope: Scope,
        items: &[(&str, &str)],
        at: &[Option<Pointer>],
    ) -> Vec<Ident> {
        let given = |index: usize| {
            let place = at.get(index)?.as_ref()?;
            self.ident(scope, place)
        };
        if self.names.is_empty() {
            return naming::names(scope, items);
        }
        let own: Vec<Option<Ident>> = (0..items.len()).map(given).collect();
        let others: Vec<(&str, &str)> = items
            .iter()
            .zip(&own)
            .filter(|(_, own)| own.is_none())
            .map(|(item, _)| *item)
            .collect();
        let mut others = naming::names(scope, &others).into_iter();
        let all = own.iter().map(|own| own.clone().or_else(|| others.next()));
        let all: Vec<Ident> = all.flatten().collect();
        self.collisions(scope, &all, &own, items, at);
        all
    }

    /// The name that the build script gives to what stands at a pointer.
    fn ident(&self, scope: Scope, at: &Pointer) -> Option<Ident> {
        let given = self.name(scope, at)?;
        self.mark(&given.call);
        let wrong = |wrong| {
            self.problem(format!("`{}`: `{}` {wrong}", given.call, given.value), None);
        };
        naming::given(scope, &given.value).map_err(wrong).ok()
    }

    fn collisions(
        &self,
        scope: Scope,
        all: &[Ident],
        own: &[Option<Ident>],
        items: &[(&str, &str)],
        at: &[Option<Pointer>],
    ) {
        let mut first: HashMap<&Ident, usize> = HashMap::new();
        let natural = (0..all.len()).filter(|index| own[*index].is_none());
        for index in natural.chain((0..all.len()).filter(|index| own[*index].is_some())) {
            let earlier = *first.entry(&all[index]).or_insert(index);
            if earlier == index {
                continue;
            }
            let place = |index: usize| at.get(index).and_then(Option::as_ref);
            let given = place(index).and_then(|at| self.name(scope, at));
            let other = match place(earlier) {
                Some(at) => self.document.shown(at),
                None => items[earlier].1.to_owned(),
            };
            let call = given.map_or("rename", |given| given.call.as_str());
            let message = format!("`{call}`: `{other}` is called so too");
            self.problem(message, Some("give that another name as well".to_owned()));
        }
    }

    /// Reports what was wrong, and what had no effect, but for what operations that are left out
    /// took along.
    pub(super) fn finish(self, is_gone: impl Fn(&Pointer) -> bool, sink: &mut Sink) {
        let used = self.used.borrow();
        let of_names = self.names.iter().map(|((at, _), given)| (at, &given.call));
        let of_types = self.types.iter().map(|(at, given)| (at, &given.call));
        let derives = self.derives.iter();
        let of_derives =
            derives.flat_map(|(at, all)| all.iter().map(move |given| (at, &given.call)));
        let all = of_names.chain(of_types).chain(of_derives);
        let unused = all.filter(|(at, call)| !used.contains(*call) && !is_gone(at));
        let mut unused: Vec<&String> = unused.map(|(_, call)| call).collect();
        sort_by_key(&mut unused, |call| *call);
        for call in unused {
            let why = match call.split('(').next() {
                Some("rename") => {
                    "no type (a name that begins with upper case) and nothing else (with lower case) \
                     is called by it"
                }
                Some("derive") => "no struct and no enum is generated for it",
                _ => "no operation and no type uses it",
            };
            self.problem(format!("`{call}` has no effect: {why}"), None);
        }
        for problem in self.problems.borrow_mut().drain(..) {
            sink.push(problem);
        }
    }
}
