//! Which operations a client has: what the build script chose, by name, tag or path.
//!
//! Names are made for the whole document before anything is chosen, so that an operation is called
//! the same whatever else is left out.

mod glob;
mod reach;

pub use reach::{named, parts, reachable};

use std::cell::{Cell, RefCell};

use crate::diag::distance;

/// What the build script chose; nothing said is everything.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Globs over `handle/function`, an `operationId`, or `METHOD /path`.
    pub operations: Vec<String>,
    /// Globs over tags.
    pub tags: Vec<String>,
    /// Globs over paths.
    pub paths: Vec<String>,
    /// Whether what is deprecated is left out.
    pub skip_deprecated: bool,
}

/// What an operation is called by.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// The handle, where it has one.
    pub handle: Option<&'a str>,
    /// The function.
    pub function: &'a str,
    /// The `operationId`.
    pub id: Option<&'a str>,
    /// `POST`.
    pub method: &'a str,
    /// The path template.
    pub path: &'a str,
    /// Its tags.
    pub tags: &'a [String],
    /// Whether the document advises against it.
    pub deprecated: bool,
    /// Its JSON pointer.
    pub pointer: String,
}

/// A choice while a document is gone through.
#[derive(Debug)]
pub struct Chooser<'a> {
    choice: &'a Choice,
    /// Of the globs of operations, of tags and of paths, which have matched.
    used: [Vec<Cell<bool>>; 3],
    /// What each kind of glob could have matched.
    known: RefCell<[Vec<String>; 3]>,
    left_out: RefCell<Vec<String>>,
}

/// A glob that matches nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// As the build script has it: `operations(["pest/*"])`.
    pub call: String,
    /// What may have been meant.
    pub nearest: Option<String>,
}

const CALLS: [&str; 3] = ["operations", "tags", "paths"];

impl Choice {
    /// Whether every operation is chosen.
    pub fn is_everything(&self) -> bool {
        let none = [&self.operations, &self.tags, &self.paths];
        !self.skip_deprecated && none.iter().all(|globs| globs.is_empty())
    }

    fn globs(&self) -> [&[String]; 3] {
        [&self.operations, &self.tags, &self.paths]
    }
}

impl<'a> Chooser<'a> {
    /// Nothing has matched yet.
    pub fn new(choice: &'a Choice) -> Self {
        let unused = |globs: &[String]| vec![Cell::new(false); globs.len()];
        Self {
            choice,
            used: choice.globs().map(unused),
            known: RefCell::default(),
            left_out: RefCell::default(),
        }
    }

    /// Whether some operations may be left out.
    pub fn is_choosy(&self) -> bool {
        !self.choice.is_everything()
    }

    /// Whether an operation is chosen: by any glob, and not left out as deprecated.
    pub fn wants(&self, candidate: &Candidate<'_>) -> bool {
        let names = candidate.names();
        let globs = self.choice.globs();
        let mut chosen = globs.iter().all(|globs| globs.is_empty());
        for (kind, names) in names.iter().enumerate() {
            for (glob, used) in globs[kind].iter().zip(&self.used[kind]) {
                if names.iter().any(|name| glob::matches(glob, name)) {
                    used.set(true);
                    chosen = true;
                }
            }
        }
        if self.is_choosy() {
            let mut known = self.known.borrow_mut();
            for (known, names) in known.iter_mut().zip(names) {
                known.extend(names);
            }
        }
        let wanted = chosen && !(candidate.deprecated && self.choice.skip_deprecated);
        if !wanted {
            self.left_out.borrow_mut().push(candidate.pointer.clone());
        }
        wanted
    }

    /// The JSON pointers of the operations that are not wanted.
    pub fn left_out(&self) -> Vec<String> {
        self.left_out.borrow().clone()
    }

    /// The globs that matched none of the operations that were asked about.
    pub fn unmatched(&self) -> Vec<Unmatched> {
        let known = self.known.borrow();
        let mut out = Vec::new();
        for (kind, globs) in self.choice.globs().iter().enumerate() {
            let unused = globs.iter().zip(&self.used[kind]);
            for (glob, _) in unused.filter(|(_, used)| !used.get()) {
                out.push(Unmatched {
                    call: format!("{}([{glob:?}])", CALLS[kind]),
                    nearest: nearest(glob, &known[kind]),
                });
            }
        }
        out
    }
}

impl Candidate<'_> {
    /// What globs of operations, of tags and of paths match.
    fn names(&self) -> [Vec<String>; 3] {
        let bare = |name: &str| name.trim_start_matches("r#").to_owned();
        let function = bare(self.function);
        let mut names = vec![match self.handle {
            Some(handle) => format!("{}/{function}", bare(handle)),
            None => function,
        }];
        names.extend(self.id.map(str::to_owned));
        names.push(format!("{} {}", self.method, self.path));
        let tags = self.handle.map(bare);
        let tags = tags.into_iter().chain(self.tags.iter().cloned());
        [names, tags.collect(), vec![self.path.to_owned()]]
    }
}

/// What a glob may have meant: a name that is nearly like it, or begins like it does.
fn nearest(glob: &str, known: &[String]) -> Option<String> {
    let limit = 1 + glob.chars().count() / 3;
    let (stem, is_glob) = match glob.split_once('*') {
        Some((stem, _)) => (stem, true),
        None => (glob, false),
    };
    let length = stem.chars().count();
    let far = |name: &String| {
        let beginning: String = name.chars().take(length).collect();
        distance(if is_glob { &beginning } else { name }, stem)
    };
    let found = known.iter().map(|name| (far(name), name)).min()?;
    (found.0 < limit).then(|| found.1.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate<'a>(handle: &'a str, function: &'a str, path: &'a str) -> Candidate<'a> {
        Candidate {
            handle: Some(handle).filter(|handle| !handle.is_empty()),
            function,
            id: Some("getThing"),
            method: "GET",
            path,
            tags: &[],
            deprecated: function == "old",
            pointer: String::new(),
        }
    }

    #[test]
    fn any_glob_chooses() {
        let choice = Choice {
            operations: vec!["pets/*".into(), "GET /v1/**".into(), "pong".into()],
            tags: vec!["shops".into()],
            paths: vec!["/x/{id}".into()],
            skip_deprecated: true,
        };
        let chooser = Chooser::new(&choice);
        for (handle, function, path, expect) in [
            ("pets", "list", "/", true),
            ("pets", "r#type", "/", true),
            ("pets", "old", "/", false),
            ("shops", "list", "/", true),
            ("", "ping", "/", false),
            ("", "ping", "/v1/a/b", true),
            ("", "ping", "/x/{id}", true),
            ("", "ping", "/x/{id}/y", false),
        ] {
            let wants = chooser.wants(&candidate(handle, function, path));
            assert_eq!(wants, expect, "{handle}/{function} {path}");
        }
        let unmatched = chooser.unmatched();
        assert_eq!(unmatched.len(), 1);
        assert_eq!(unmatched[0].call, "operations([\"pong\"])");
        assert_eq!(unmatched[0].nearest.as_deref(), Some("ping"));
    }

    #[test]
    fn nothing_said_is_everything() {
        let choice = Choice::default();
        let chooser = Chooser::new(&choice);
        assert!(chooser.wants(&candidate("pets", "old", "/")) && !chooser.is_choosy());
    }

    #[test]
    fn what_may_have_been_meant() {
        let known = ["accounts/create", "accounts/list", "pets/list"].map(str::to_owned);
        for (glob, expect) in [
            ("acounts/*", Some("accounts/create")),
            ("accounts/lst", Some("accounts/list")),
            ("pet/*", Some("pets/list")),
            ("something/else", None),
        ] {
            assert_eq!(nearest(glob, &known).as_deref(), expect, "{glob}");
        }
    }
}
