//! The ledger: what becomes of each node of a document.
//!
//! A node is used, or it is documentation (it stands in doc comments), or it is ignored, with a code
//! that says why. What a node is follows from where it stands (`fields`), by a walk from the root
//! along references (`walk`); whether a text or a bound ends up in documentation is seen in the code
//! that is generated when each of them is replaced by a mark of its own (`probe`), and whether a part
//! says again what another says in what is generated without it (`suspect`, `trial`). So nothing in
//! the stages keeps books, and a build that asks for no ledger pays nothing.

mod advice;
mod clipped;
mod constraints;
mod content;
mod fields;
mod lost;
mod mark;
mod own;
mod probe;
mod restated;
mod schema;
mod settle;
mod shift;
mod special;
mod suspect;
mod trial;
mod walk;

pub use advice::advice;
pub(crate) use probe::Probes;
pub(crate) use settle::settle;
pub(crate) use shift::unshift;
pub(crate) use suspect::suspect_swagger;
pub(crate) use trial::{Edit, Trials, edit};
pub(crate) use walk::{Run, Walk};

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::fmt;

use crate::diag::Code;
use crate::tree::{FileId, Place, Pointer};

/// What becomes of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// The code does something else without it.
    Used,
    /// It stands in doc comments.
    Documentation,
    /// Nothing comes of it; the code says why.
    Ignored(Code),
}

/// A node, and all below it that has no entry of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The node, in the document as it was written.
    pub pointer: Pointer,
    /// The name of its file, as diagnostics show it.
    pub file: String,
    /// Where it is.
    pub place: Place,
    /// What becomes of it.
    pub end: End,
    /// How many values without parts the entry stands for.
    pub nodes: usize,
}

impl End {
    /// In a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Used => "used",
            Self::Documentation => "documentation",
            Self::Ignored(_) => "ignored",
        }
    }

    /// Why it is ignored, if it is.
    pub fn code(self) -> Option<Code> {
        match self {
            Self::Ignored(code) => Some(code),
            Self::Used | Self::Documentation => None,
        }
    }
}

impl fmt::Display for Entry {
    /// `openapi.yaml:12:5: ignored[N0303]: #/info/x-logo (2 values)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column, .. } = self.place;
        write!(f, "{}:{line}:{column}: {}", self.file, self.end.word())?;
        if let Some(code) = self.end.code() {
            write!(f, "[{}]", code.as_str())?;
        }
        // A key may hold any character.
        let pointer = self.pointer.to_string();
        let values = if self.nodes == 1 { "value" } else { "values" };
        write!(f, ": {} ({} {values})", pointer.escape_debug(), self.nodes)
    }
}

/// What becomes of each node of a document. Values without parts (strings, numbers, empty lists)
/// are counted; what holds others ends as they do.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    entries: Vec<Entry>,
    index: HashMap<Pointer, End>,
}

impl Ledger {
    /// Of entries, and of such as stand at a pointer beside another: these are put before the first
    /// entry that is behind them in their file.
    fn new(entries: Vec<Entry>, mut beside: Vec<Entry>) -> Self {
        let index = entries.iter();
        let index = index.map(|entry| (entry.pointer.clone(), entry.end));
        let index = index.collect();
        beside.sort_by_key(|entry| (entry.place.file, entry.place.offset));
        let mut waiting: BTreeMap<FileId, VecDeque<Entry>> = BTreeMap::new();
        for entry in beside {
            let of_file = waiting.entry(entry.place.file).or_default();
            of_file.push_back(entry);
        }
        let mut all = Vec::with_capacity(entries.len());
        for entry in entries {
            let Place { file, offset, .. } = entry.place;
            if let Some(waiting) = waiting.get_mut(&file) {
                let before = waiting.partition_point(|other| other.place.offset < offset);
                all.extend(waiting.drain(..before));
            }
            all.push(entry);
        }
        all.extend(waiting.into_values().flatten());
        Self {
            entries: all,
            index,
        }
    }

    /// The entries, in the order of the document; one stands behind what holds it.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What becomes of a node: what the nearest entry above says that is not its holder's.
    pub fn end(&self, pointer: &Pointer) -> Option<End> {
        let mut above = std::iter::successors(Some(pointer.clone()), Pointer::parent);
        above.find_map(|at| self.index.get(&at).copied())
    }

    /// How many values without parts end in each way.
    pub fn counts(&self) -> BTreeMap<End, usize> {
        let mut counts = BTreeMap::new();
        for entry in &self.entries {
            *counts.entry(entry.end).or_default() += entry.nodes;
        }
        counts
    }
}
