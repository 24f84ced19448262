//! What takes a diagnostic away: edits of the document, and the actions of an overlay that they are.

use crate::tree::{Pointer, Value};

/// A change of the document, as the stage that finds a mistake knows it.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Takes a member or an item out.
    Remove(Pointer),
    /// Sets a member, or an item that is there.
    Put(Pointer, Value),
    /// Adds an item to a list, which need not be there yet.
    Append(Pointer, Value),
    /// Gives a member another key.
    Rename(Pointer, String),
}

impl Edit {
    /// What it changes.
    pub(crate) fn at(&self) -> &Pointer {
        match self {
            Self::Remove(at) | Self::Put(at, _) | Self::Append(at, _) | Self::Rename(at, _) => at,
        }
    }
}

/// An action of an overlay (`OpenAPI` Overlay 1.1, section 4.4.4).
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// What it changes: a `JSONPath` (RFC 9535) that selects one node of the document as it was
    /// written, after the overlays that it has.
    pub target: String,
    /// How.
    pub change: Change,
}

/// What an action does.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// `update`, with the value that is merged.
    Update(Value),
    /// `copy`, with the path of what is copied.
    Copy(String),
    /// `remove: true`.
    Remove,
}
