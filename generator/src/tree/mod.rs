//! Located trees: what `load` reads and `lower` rewrites.
//!
//! A [`Tree`] holds every file that a document is made of. Each [`Node`] knows the place it came
//! from, so that a diagnostic found many stages later can still show the line.

mod follow;
mod map;
mod names;
mod node;
mod pointer;
mod quick;
mod uri;
mod way;

pub use follow::Found;
pub use map::{Entry, Map};
pub use names::Names;
pub use node::{Node, Value};
pub use pointer::Pointer;
pub use quick::Quick;
pub use way::Way;

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

/// Where the version that fragments are read in has no place for a keyword, `lower` keeps its
/// value under this prefix and the keyword's name (`x-restitch-prefixItems`).
pub const CARRIED: &str = "x-restitch-";

/// Index of a file in [`Tree::files`]; the root document is `FileId(0)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct FileId(pub u32);

/// A position in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Byte offset in the file's text, from 0 (a byte order mark counts).
    pub offset: u32,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// One file of a document: its text and its tree.
#[derive(Clone, Debug)]
pub struct File {
    /// The name shown in diagnostics: as the caller gave it, relative to the root's folder for
    /// files that the document names.
    pub name: String,
    /// Where it was read from; `None` for text given by the caller.
    pub path: Option<PathBuf>,
    /// The text, for excerpts.
    pub text: String,
    /// The content.
    pub root: Node,
    /// What stands under a key that comes again in its mapping, and is not in `root` for that.
    pub dropped: Vec<(Pointer, Node)>,
}

/// All files of a document.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The files; the root document first, then overlays, then in the order they were first referred to.
    pub files: Vec<File>,
    /// How many of them, next after the root, the caller named: their names too are as given.
    pub beside: u32,
    /// The file that a `$ref` names: by the file it stands in and its text before the `#`. What
    /// is not here was not found, and has been reported.
    pub links: HashMap<(FileId, String), FileId>,
    /// The files that a `$ref` names and that are not there.
    pub absent: Vec<PathBuf>,
    /// The names that schemas give themselves.
    pub names: Arc<Names>,
}

impl Tree {
    /// The root document's content.
    pub fn root(&self) -> Option<&Node> {
        self.files.first().map(|file| &file.root)
    }

    /// The node that a pointer names, if there is one. Pointers into the document as it was
    /// written stay good: a key that `lower` renamed is found under its old name.
    pub fn get(&self, pointer: &Pointer) -> Option<&Node> {
        let root = &self.files.get(pointer.file.0 as usize)?.root;
        way::down(root, pointer.as_str(), |_| {})
    }

    /// The node that a pointer names, to change it.
    pub fn get_mut(&mut self, pointer: &Pointer) -> Option<&mut Node> {
        let mut node = &mut self.files.get_mut(pointer.file.0 as usize)?.root;
        let mut tokens = pointer.tokens().peekable();
        while let Some(token) = tokens.next() {
            let next = tokens.peek().map(AsRef::as_ref);
            node = match &mut node.value {
                Value::Object(map) => {
                    let key = key(map, &token, next).into_owned();
                    map.get_mut(&key)?
                }
                Value::Array(items) => items.get_mut(token.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(node)
    }

    /// The place of the key of a member; of the value, where it is no member of an object.
    pub fn key_place(&self, pointer: &Pointer) -> Option<Place> {
        let holder = pointer.parent().and_then(|parent| self.get(&parent));
        let key = pointer.last()?;
        let entry = holder
            .and_then(Node::as_map)
            .and_then(|map| map.entry(&key));
        entry.map_or_else(|| self.place(pointer), |entry| Some(entry.at))
    }

    /// The place of the nearest ancestor of a pointer that exists (the node itself, as a rule).
    pub fn place(&self, pointer: &Pointer) -> Option<Place> {
        let mut node = &self.files.get(pointer.file.0 as usize)?.root;
        // Downwards: a pointer may be as long as its author likes, and the tree is not.
        way::down(node, pointer.as_str(), |step| node = step.node);
        Some(node.at)
    }
}

/// What a token of a pointer names in a node.
fn member<'n>(node: &'n Node, token: &str) -> Option<&'n Node> {
    nth(node, position(node, token, None)?)
}

/// The member or item that a token of a pointer names in a node; what comes after it tells a list
/// from a schema.
fn position(node: &Node, token: &str, next: Option<&str>) -> Option<usize> {
    match &node.value {
        Value::Object(map) if !matches!(token, "items" | "additionalItems") => {
            // Nearly always: what is below is for keys that `lower` renamed.
            let found = map.position(token);
            found.or_else(|| map.position(&key(map, token, next)))
        }
        Value::Object(map) => map.position(&key(map, token, next)),
        Value::Array(_) => token.parse().ok(),
        _ => None,
    }
}

/// A member or item by its position.
fn nth(node: &Node, position: usize) -> Option<&Node> {
    match &node.value {
        Value::Object(map) => map.nth(position),
        Value::Array(items) => items.get(position),
        _ => None,
    }
}

/// The key under which a map has what a token meant in the document as it was written.
fn key<'k>(map: &Map, token: &'k str, next: Option<&str>) -> Cow<'k, str> {
    const LIST: &str = "x-restitch-prefixItems";
    let is_index = |token: &str| token.parse::<usize>().is_ok();
    // `lower` reads a list under `items` as `prefixItems`, and `additionalItems` as `items`.
    if token == "items"
        && next.is_some_and(is_index)
        && map.has(LIST)
        && !map.has("x-restitch-items")
    {
        return LIST.into();
    }
    if map.has(token) {
        return token.into();
    }
    let carried = format!("{CARRIED}{token}");
    if token == "additionalItems" && map.has(LIST) && !map.has(&carried) {
        return "items".into();
    }
    carried.into()
}
