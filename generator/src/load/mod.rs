//! Files to trees of nodes, each with file, line and column.
//!
//! What is JSON all through is read by a reader of its own, everything else by one for YAML, which
//! says what is wrong. Of a key that comes twice the last counts, `<<` is merged,
//! an alias is a copy, a number keeps its digits. Every file that a `$ref` names is read, below
//! the folder of the root document only.

mod anchors;
mod excerpt;
mod files;
mod folder;
mod follow;
mod frame;
mod json;
mod limits;
mod mapping;
mod markdown;
mod merge;
mod missing;
mod names;
mod number;
mod reader;
mod references;
mod scalar;
mod splice;
mod syntax;
mod tags;
mod text;
mod trouble;
mod version;
mod windows;

#[cfg(test)]
mod tests;

pub(crate) use excerpt::excerpt;
pub use limits::Limits;

use std::path::Path;

use crate::diag::{Code, Diagnostic, Sink};
use crate::grammar::Kind;
use crate::tree::{File, FileId, Pointer, Tree};
use folder::Folder;
use limits::Budget;

/// Where the root document comes from.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// A file; other files are read from its folder and below.
    Path(&'a Path),
    /// Text in memory. It has no folder, so it can refer to no other file.
    Text {
        /// The name shown in diagnostics.
        name: &'a str,
        /// YAML or JSON.
        text: &'a str,
    },
}

/// Rewrites what is read, for documents that are not written in the shape of `OpenAPI` 3.
pub trait Dialect {
    /// Whether the document is one that is rewritten.
    fn rewrites(&self) -> bool;

    /// Rewrites the root, once references that stand for what they can not are followed in it.
    fn root(&mut self, tree: &mut Tree, sink: &mut Sink);

    /// Rewrites an object, before references are looked for in it.
    fn object(&mut self, tree: &mut Tree, pointer: &Pointer, kind: Kind, sink: &mut Sink);

    /// Hears that what stands at one pointer was put at another, for a reference there.
    fn copied(&mut self, from: &Pointer, to: &Pointer);

    /// Where what a reference names stands by now, if it was moved.
    fn moved(&self, pointer: &Pointer) -> Option<Pointer>;
}

/// Takes everything as it was written.
#[derive(Clone, Copy, Debug)]
pub struct AsWritten;

impl Dialect for AsWritten {
    fn rewrites(&self) -> bool {
        false
    }

    fn root(&mut self, _: &mut Tree, _: &mut Sink) {}

    fn object(&mut self, _: &mut Tree, _: &Pointer, _: Kind, _: &mut Sink) {}

    fn copied(&mut self, _: &Pointer, _: &Pointer) {}

    fn moved(&self, _: &Pointer) -> Option<Pointer> {
        None
    }
}

/// A root document whose references have not been followed yet.
#[derive(Debug)]
pub struct Loading {
    /// The root document.
    pub tree: Tree,
    folder: Option<Folder>,
    budget: Budget,
}

impl Loading {
    /// Reads the root document. What is wrong goes to the sink. References may lead to files of its
    /// folder, or of `bound`, a folder above it.
    pub fn root(
        source: Source<'_>,
        bound: Option<&Path>,
        limits: &Limits,
        sink: &mut Sink,
    ) -> Self {
        let mut budget = Budget::new(*limits);
        let mut tree = Tree::default();
        let mut folder = None;
        match source {
            Source::Text { name, text } => {
                let bytes = text.as_bytes().to_vec();
                let name = name.to_owned();
                let file = files::file(FileId::default(), name, None, bytes, &mut budget, sink);
                tree.files.push(file);
            }
            Source::Path(path) => match from_path(path, bound, &mut budget, sink) {
                Ok((file, of)) => {
                    tree.files.push(file);
                    folder = Some(of);
                }
                Err(error) => sink.push(unreadable(path, &error)),
            },
        }
        Self {
            tree,
            folder,
            budget,
        }
    }

    /// Reads a file that changes the document, before references are followed. The caller named it,
    /// so it may stand anywhere. What is wrong goes to the sink.
    pub fn beside(&mut self, source: Source<'_>, sink: &mut Sink) -> Option<FileId> {
        let (name, path, bytes) = match source {
            Source::Text { name, text } => (name.to_owned(), None, text.as_bytes().to_vec()),
            Source::Path(path) => {
                let bytes = text::bytes(path, self.budget.limits.bytes);
                match bytes.and_then(|bytes| Ok((bytes, path.canonicalize()?))) {
                    Ok((bytes, real)) => (path.display().to_string(), Some(real), bytes),
                    Err(error) => {
                        sink.push(unreadable(path, &error));
                        return None;
                    }
                }
            }
        };
        let id = FileId(u32::try_from(self.tree.files.len()).ok()?);
        let file = files::file(id, name, path, bytes, &mut self.budget, sink);
        self.tree.files.push(file);
        self.tree.beside = id.0;
        Some(id)
    }

    /// Whether nodes may be copied to a depth of the document; they count against the limits.
    pub fn has_room(&mut self, depth: usize, nodes: usize) -> bool {
        depth <= self.budget.limits.depth && self.budget.take_copies(nodes).is_some()
    }

    /// Reads every file that the document refers to.
    pub fn follow(mut self, dialect: &mut dyn Dialect, sink: &mut Sink) -> Tree {
        // A file that was not understood has been reported; it says nothing of its version.
        let is_map = self.tree.root().is_some_and(|root| root.as_map().is_some());
        if is_map || !sink.has_errors() {
            let folder = self.folder.as_ref();
            follow::follow(&mut self.tree, folder, dialect, &mut self.budget, sink);
        }
        self.tree
    }
}

/// Reads a document and every file it refers to.
///
/// What is wrong goes to the sink; after an error the tree may hold less than the document.
pub fn load(source: Source<'_>, limits: &Limits, sink: &mut Sink) -> Tree {
    Loading::root(source, None, limits, sink).follow(&mut AsWritten, sink)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let message = format!("the file `{}` can not be read: {error}", path.display());
    let pointer = Pointer::root(FileId::default());
    let mut found = Diagnostic::new(Code::UNREADABLE, message, pointer, None);
    found.help = missing::help(path, error);
    found
}

fn from_path(
    path: &Path,
    bound: Option<&Path>,
    budget: &mut Budget,
    sink: &mut Sink,
) -> std::io::Result<(File, Folder)> {
    let bytes = text::bytes(path, budget.limits.bytes)?;
    let real = path.canonicalize()?;
    let folder = Folder::of(&real, bound)?;
    let name = path.display().to_string();
    let file = files::file(FileId::default(), name, Some(real), bytes, budget, sink);
    Ok((file, folder))
}
