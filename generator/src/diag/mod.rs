//! Diagnostics: one sink that every stage writes to.

mod clip;
mod codes;
mod distance;
mod excerpt;
mod fix;
mod paste;
mod render;

pub use clip::{CLIPPED, clip};
pub use codes::{CODES, Code};
pub use distance::{distance, is_near, is_slip, nearest};
pub use fix::{Action, Change, Edit};
pub use paste::{block, flow, line};
pub use render::{one_line, render};

use std::collections::HashSet;

use crate::order::sort_by_key;
use crate::tree::{Place, Pointer, Value};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Something ignored on purpose, or decided by a rule worth knowing.
    Note,
    /// A mistake that has a place: it costs the smallest thing that contains it.
    Fault,
    /// The document can not be trusted as a whole: nothing is generated.
    Error,
}

/// One thing found in a document.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What kind of thing; it decides the grade.
    pub code: Code,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The node it is about.
    pub pointer: Pointer,
    /// Where that is; `None` only where there is no text (a file that can't be read).
    pub place: Option<Place>,
    /// Other places that matter, each with a few words (`first written here`).
    pub labels: Vec<(Place, String)>,
    /// What to do about it.
    pub help: Option<String>,
    /// How the document could be changed so that it goes away, as the stage that found it knows;
    /// empty where that takes a decision, and once `actions` are made of it.
    pub edits: Vec<Edit>,
    /// The same as actions of an overlay; empty where the document's root file can't be changed so.
    pub actions: Vec<Action>,
    /// The grade that the build script gives its code, if it gives one.
    pub level: Option<Grade>,
}

impl Diagnostic {
    /// A diagnostic without labels and help.
    pub fn new(
        code: Code,
        message: impl Into<String>,
        pointer: Pointer,
        place: Option<Place>,
    ) -> Self {
        Self {
            code,
            message: message.into(),
            pointer,
            place,
            labels: Vec::new(),
            help: None,
            edits: Vec::new(),
            actions: Vec::new(),
            level: None,
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a change of the document by which it goes away.
    #[must_use]
    pub fn edit(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self
    }

    /// Adds that it goes away where the node it is about is taken out.
    #[must_use]
    pub fn remove(self) -> Self {
        let edit = Edit::Remove(self.pointer.clone());
        self.edit(edit)
    }

    /// Adds that it goes away where the node it is about is another value.
    #[must_use]
    pub fn put(self, value: Value) -> Self {
        let edit = Edit::Put(self.pointer.clone(), value);
        self.edit(edit)
    }

    /// Adds that it goes away where the member it is about has another key.
    #[must_use]
    pub fn rename(self, key: impl Into<String>) -> Self {
        let edit = Edit::Rename(self.pointer.clone(), key.into());
        self.edit(edit)
    }

    /// Adds another place.
    #[must_use]
    pub fn label(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push((place, text.into()));
        self
    }

    /// The code's grade, unless the build script gives it another.
    pub fn grade(&self) -> Grade {
        self.level.unwrap_or_else(|| self.code.grade())
    }
}

/// Collects diagnostics; carried through every stage.
#[derive(Debug, Default)]
pub struct Sink {
    items: Vec<Diagnostic>,
    seen: HashSet<(Code, Pointer, String)>,
}

impl Sink {
    /// Adds one; what was said of a place before is not said again (several stages, or several
    /// users of a schema, may find the same).
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let (code, message) = match diagnostic.code {
            // Every stage that follows a reference says it in its own words; the first knows best.
            Code::DANGLING_REF | Code::REF_OUTSIDE => (Code::DANGLING_REF, String::new()),
            code => (code, diagnostic.message.clone()),
        };
        let key = (code, diagnostic.pointer.clone(), message);
        if self.seen.insert(key) {
            self.items.push(diagnostic);
        }
    }

    /// Keeps those only that are wanted.
    pub fn retain(&mut self, wanted: impl FnMut(&Diagnostic) -> bool) {
        self.items.retain(wanted);
    }

    /// Whether an error was found: then nothing is generated.
    pub fn has_errors(&self) -> bool {
        self.worst() == Some(Grade::Error)
    }

    /// The worst grade found.
    pub fn worst(&self) -> Option<Grade> {
        self.items.iter().map(Diagnostic::grade).max()
    }

    /// All of them, in the order of file and line, then of finding.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        sort_by_key(&mut self.items, |d| d.place.map(|p| (p.file, p.offset)));
        self.items
    }
}
