use std::collections::HashSet;
use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Sink};
use crate::grammar::Kind;
use crate::tree::{CARRIED, Names, Node, Place, Pointer};

use super::reference::Reference;
use super::version::Version;

/// What rules know besides the object they are given.
#[derive(Debug)]
pub(super) struct Cx<'a> {
    /// The version of the document.
    pub(super) version: Version,
    /// The object's pointer, as in the document as it was written.
    pub(super) pointer: Pointer,
    /// Where the object starts.
    pub(super) at: Place,
    /// What the object is.
    pub(super) kind: Kind,
    /// The references found so far, with the kind of object that each stands for.
    pub(super) references: Vec<Reference>,
    /// The names that schemas give themselves.
    pub(super) names: Arc<Names>,
    done: HashSet<Pointer>,
    told: &'a mut HashSet<String>,
    sink: &'a mut Sink,
}

impl<'a> Cx<'a> {
    pub(super) fn new(
        version: Version,
        pointer: &Pointer,
        kind: Kind,
        done: HashSet<Pointer>,
        told: &'a mut HashSet<String>,
        sink: &'a mut Sink,
    ) -> Self {
        Self {
            version,
            pointer: pointer.clone(),
            at: Place::default(),
            kind,
            references: Vec::new(),
            names: Arc::default(),
            done,
            told,
            sink,
        }
    }

    /// Goes down to a member or item.
    pub(super) fn enter(&mut self, token: &str) {
        self.pointer
            .push(token.strip_prefix(CARRIED).unwrap_or(token));
    }

    /// Goes up again.
    pub(super) fn leave(&mut self) {
        self.pointer.pop();
    }

    /// Keeps the reference that is the value of a key of the object, or in it.
    pub(super) fn refer(&mut self, key: &str, node: &Node, kind: Kind) {
        if let Some(text) = node.as_str() {
            self.references.push(Reference {
                text: text.to_owned(),
                pointer: self.pointer.child(key),
                at: node.at,
                kind,
            });
        }
    }

    /// Whether the node at the pointer has its own turn, or has had it.
    pub(super) fn is_done(&self) -> bool {
        !self.done.is_empty() && self.done.contains(&self.pointer)
    }

    /// A diagnostic about the object.
    pub(super) fn here(&self, code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, message, self.pointer.clone(), Some(self.at))
    }

    /// A diagnostic about the value of one of the object's keys.
    pub(super) fn member(
        &self,
        code: Code,
        key: &str,
        place: Place,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code, message, self.pointer.child(key), Some(place))
    }

    /// Reports.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.sink.push(diagnostic);
    }

    /// Notes that something is read although it belongs to another version. Only the first time:
    /// a document that does so does it everywhere.
    pub(super) fn other_version(
        &mut self,
        key: Option<&str>,
        place: Place,
        what: &str,
        of: Version,
    ) {
        if self.first_time(what.to_owned()) {
            let message = format!(
                "{what} belongs to {}; it is read as it is meant there (said once)",
                of.name()
            );
            let note = match key {
                Some(key) => self.member(Code::OTHER_VERSION, key, place, message),
                None => self.here(Code::OTHER_VERSION, message),
            };
            self.push(note);
        }
    }

    /// Whether something is said for the first time.
    pub(super) fn first_time(&mut self, what: String) -> bool {
        self.told.insert(what)
    }
}
