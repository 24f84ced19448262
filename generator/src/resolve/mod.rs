//! Trees to `openapiv3` structures, one fragment at a time.
//!
//! `openapiv3` reads with serde, whose errors have lost their place, and its untagged
//! `ReferenceOr` reads failing parts twice at each level. So each fragment (schema, parameter,
//! response ...) is read alone: what may be a reference below it is cut to one (see `view`), and
//! the caller goes on by pointer.

mod reference;
mod view;

pub use reference::RefError;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use openapiv3::Schema;
use serde::de::DeserializeOwned;

use crate::diag::{Code, Diagnostic};
use crate::grammar::Kind;
use crate::tree::{FileId, Node, Place, Pointer, Quick, Tree, Way};

/// A lowered document, read by fragments.
#[derive(Debug)]
pub struct Document<'a> {
    tree: &'a Tree,
    /// To the node that was asked for last.
    way: RefCell<Way>,
    schemas: RefCell<HashMap<Pointer, Rc<Schema>, Quick>>,
    /// Where each reference that was followed leads.
    followed: RefCell<HashMap<Pointer, Result<Pointer, RefError>, Quick>>,
    /// How many more names may be compared with those of dangling references.
    comparisons: Cell<usize>,
}

/// Enough for a hundred dangling references in a large document; a thousand need no such help.
const MOST_COMPARISONS: usize = 100_000;

impl<'a> Document<'a> {
    /// Of a tree that `lower` has been through.
    pub fn new(tree: &'a Tree) -> Self {
        Self {
            tree,
            way: RefCell::default(),
            schemas: RefCell::default(),
            followed: RefCell::default(),
            comparisons: Cell::new(MOST_COMPARISONS),
        }
    }

    /// What a text points at, read as a reference of the document would be: `#/components/schemas/A`.
    pub fn pointer(&self, text: &str) -> Option<Pointer> {
        self.tree.follow(&Pointer::root(FileId(0)), text)
    }

    /// The node at a pointer, as it stands (a reference is not followed).
    pub fn node(&self, pointer: &Pointer) -> Option<&'a Node> {
        self.way.borrow_mut().get(self.tree, pointer)
    }

    /// Where a pointer is.
    pub fn place(&self, pointer: &Pointer) -> Option<Place> {
        self.tree.place(pointer)
    }

    /// The pointers of an object's members, with their keys, in document order.
    pub fn members(&self, pointer: &Pointer) -> Vec<(&'a str, Pointer)> {
        let map = self.node(pointer).and_then(Node::as_map);
        map.into_iter()
            .flat_map(|map| map.iter())
            .map(|entry| (entry.key.as_str(), pointer.child(&entry.key)))
            .collect()
    }

    /// The pointers of an array's items.
    pub fn items(&self, pointer: &Pointer) -> Vec<Pointer> {
        let count = self
            .node(pointer)
            .and_then(Node::as_array)
            .map_or(0, <[Node]>::len);
        (0..count).map(|index| pointer.item(index)).collect()
    }

    /// Reads the fragment at a pointer as `T`; what may be a reference below it comes as one.
    ///
    /// # Errors
    /// A [`Code::MALFORMED`] diagnostic at the fragment.
    pub fn fragment<T: DeserializeOwned>(
        &self,
        kind: Kind,
        pointer: &Pointer,
    ) -> Result<T, Diagnostic> {
        let Some(node) = self.node(pointer) else {
            return Err(self.fault(Code::MALFORMED, "nothing stands here", pointer));
        };
        T::deserialize(view::View::top(node, kind))
            .map_err(|error| self.malformed(kind, pointer, &error))
    }

    fn malformed(&self, kind: Kind, pointer: &Pointer, error: &view::Error) -> Diagnostic {
        let noun = kind.noun();
        let message = format!("this can not be read as {noun}: {error}");
        let fault = self.fault(Code::MALFORMED, message, pointer);
        let fault = match self.referrer(kind, pointer) {
            Some(place) => fault.label(place, format!("named here, where {noun} belongs")),
            None => fault,
        };
        fault.help(format!(
            "it stands where {noun} belongs, or a `$ref` there names it"
        ))
    }

    /// Reads a schema that is not asked for again, as hardly any is. A schema as `openapiv3` has it
    /// is large.
    ///
    /// # Errors
    /// As [`Document::fragment`].
    pub fn schema_once(&self, pointer: &Pointer) -> Result<Schema, Diagnostic> {
        self.fragment(Kind::Schema, pointer)
    }

    /// Reads a schema that may be asked for again: it is kept.
    ///
    /// # Errors
    /// As [`Document::fragment`].
    pub fn schema(&self, pointer: &Pointer) -> Result<Rc<Schema>, Diagnostic> {
        if let Some(known) = self.schemas.borrow().get(pointer) {
            return Ok(Rc::clone(known));
        }
        let read = Rc::new(self.schema_once(pointer)?);
        self.schemas
            .borrow_mut()
            .insert(pointer.clone(), Rc::clone(&read));
        Ok(read)
    }

    /// A diagnostic at a pointer.
    pub fn fault(&self, code: Code, message: impl Into<String>, pointer: &Pointer) -> Diagnostic {
        Diagnostic::new(code, message, pointer.as_written(), self.place(pointer))
    }

    /// A diagnostic about a whole member, shown at its key.
    pub fn fault_at_key(
        &self,
        code: Code,
        message: impl Into<String>,
        pointer: &Pointer,
    ) -> Diagnostic {
        let place = self.tree.key_place(pointer);
        Diagnostic::new(code, message, pointer.as_written(), place)
    }

    /// The name of a pointer's file, without folder and ending.
    pub fn stem(&self, pointer: &Pointer) -> String {
        let file = self.tree.files.get(pointer.file.0 as usize);
        let path = file.map(|file| Path::new(&file.name));
        let stem = path.and_then(Path::file_stem);
        stem.map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
    }

    /// How a pointer is written in documentation: `#/components/schemas/Pet`, for other files
    /// with the file's name before it.
    pub fn shown(&self, pointer: &Pointer) -> String {
        match self.tree.files.get(pointer.file.0 as usize) {
            Some(file) if pointer.file.0 > 0 => format!("{}{}", file.name, pointer.as_written()),
            _ => pointer.as_written().to_string(),
        }
    }
}
