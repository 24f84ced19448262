//! What the walk says of a node, and where it stands while it does.

use crate::diag::Code;
use crate::tree::{Node, Pointer, Value};

use super::probe::Probe;
use super::walk::Walk;

/// What is to be said of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Used,
    Ignored(Code),
    /// Documentation, where the mark stands in the code.
    Documents(Probe, Code),
    /// It counts by being there where the mark stands in the code, whatever it says.
    Names(Probe, Code),
}

/// In which part of the document an object is come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// Of what the client sends and receives.
    Called,
    /// Of a parameter or a header, which are text unless said.
    Text,
    /// Of what answers a HEAD request, or an answer that has no body.
    Bodiless,
    /// Of what the server sends by itself.
    Incoming,
}

impl Walk<'_> {
    /// Says something of a node; what was said before counts, unless it was ignored.
    pub(super) fn mark(&mut self, node: &Node, mark: Mark) {
        let known = self.marks.entry(node).or_insert(mark);
        if matches!(known, Mark::Ignored(_)) {
            *known = mark;
        }
    }

    /// Says it of all values in a node.
    pub(super) fn mark_all(&mut self, node: &Node, mark: Mark) {
        match &node.value {
            Value::Array(items) if !items.is_empty() => {
                for item in items {
                    self.mark_all(item, mark);
                }
            }
            Value::Object(map) if !map.is_empty() => {
                for entry in map {
                    self.mark_all(&entry.node, mark);
                }
            }
            _ => self.mark(node, mark),
        }
    }

    pub(super) fn ignore(&mut self, node: &Node, code: Code) {
        self.mark_all(node, Mark::Ignored(code));
    }

    /// Says that a list or object counts, and what it holds of such, whatever becomes of their values.
    pub(super) fn mark_holders(&mut self, node: &Node) {
        let below: Vec<&Node> = match &node.value {
            Value::Array(items) => items.iter().collect(),
            Value::Object(map) => map.iter().map(|entry| &entry.node).collect(),
            _ => return,
        };
        self.mark(node, Mark::Used);
        for item in below {
            if item.as_map().is_some() || item.as_array().is_some() {
                self.mark(item, Mark::Used);
            }
        }
    }

    /// Asks of each text in a node whether it is in the documentation.
    pub(super) fn texts(&mut self, at: &Pointer, node: &Node, code: Code) {
        match &node.value {
            Value::String(_) => {
                let probe = self.probes.text(at);
                self.mark(node, Mark::Documents(probe, code));
            }
            Value::Array(items) if !items.is_empty() => {
                for (index, item) in items.iter().enumerate() {
                    self.texts(&at.item(index), item, code);
                }
            }
            Value::Object(map) if !map.is_empty() => {
                for entry in map {
                    self.texts(&at.child(&entry.key), &entry.node, code);
                }
            }
            _ => self.mark(node, Mark::Ignored(code)),
        }
    }
}
