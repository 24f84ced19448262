//! Swagger 2.0 to `OpenAPI` 3.0: each object is rewritten in the shape that 3.0 gives it.
//!
//! Nodes keep their places, so diagnostics show the lines as they were written; [`Moves`] knows by
//! which pointer each part was written. The root is rewritten before its references are followed, but
//! for those that stand for an operation and the like, and what they name in other files when it is
//! come by.

mod body;
mod document;
mod media;
mod moves;
mod operation;
mod parameter;
mod response;
mod schema;
mod security;
mod servers;
#[cfg(test)]
mod tests;

pub use moves::Moves;

use std::collections::HashSet;

use crate::diag::{Code, Diagnostic, Sink, clip};
use crate::grammar::Kind;
use crate::load::Dialect;
use crate::tree::{FileId, Map, Node, Pointer, Tree, Value};

use media::Defaults;

/// What is known of a Swagger document while its files are read. Of any other document, nothing:
/// then each step leaves all as it is.
#[derive(Debug, Default)]
pub struct Swagger {
    is_one: bool,
    defaults: Defaults,
    base: servers::Base,
    /// The root's `parameters`, as they were written.
    shared: Map,
    /// The operations with references to parameters that are not known yet.
    pending: Vec<operation::Pending>,
    done: HashSet<Pointer>,
    moves: Moves,
}

impl Swagger {
    /// What a document is: the sink has the reason where it is of a version of Swagger that can not
    /// be read.
    pub fn of(tree: &Tree, sink: &mut Sink) -> Self {
        let mut swagger = Self::default();
        let Some(root) = tree.files.first().map(|file| &file.root) else {
            return swagger;
        };
        let Some(version) = root.get("swagger").filter(|_| root.is_swagger()) else {
            return swagger;
        };
        swagger.is_one = match &version.value {
            Value::String(text) | Value::Number(text) => matches!(text.as_str(), "2.0" | "2"),
            _ => false,
        };
        if !swagger.is_one {
            sink.push(unread(version));
        }
        swagger
    }

    /// Moves the bodies that operations refer to in other files, now that these were read. Gives
    /// where each part was written.
    pub fn finish(self, tree: &mut Tree, sink: &mut Sink) -> Moves {
        let mut moves = self.moves;
        for pending in self.pending {
            operation::finish(tree, &pending, &mut moves, sink);
        }
        moves
    }
}

impl Dialect for Swagger {
    fn rewrites(&self) -> bool {
        self.is_one
    }

    fn root(&mut self, tree: &mut Tree, sink: &mut Sink) {
        let root = tree.files.first_mut().map(|file| &mut file.root);
        if let Some(map) = root.and_then(Node::as_map_mut) {
            document::convert(map, self, sink);
        }
    }

    /// Rewrites what a reference names in another file.
    fn object(&mut self, tree: &mut Tree, pointer: &Pointer, kind: Kind, sink: &mut Sink) {
        let is_elsewhere = self.is_one && pointer.file != FileId(0);
        if !is_elsewhere || !self.done.insert(pointer.clone()) {
            return;
        }
        let Some(map) = tree.get_mut(pointer).and_then(Node::as_map_mut) else {
            return;
        };
        match kind {
            Kind::Schema => schema::convert(map),
            Kind::Parameter => parameter::convert(map, pointer, &mut self.moves, sink),
            Kind::Response => {
                response::convert(map, pointer, &self.defaults.produces, &mut self.moves);
            }
            Kind::PathItem => operation::path_item(map, pointer, self, sink),
            _ => {}
        }
    }

    fn copied(&mut self, from: &Pointer, to: &Pointer) {
        self.moves.copied(from, to);
    }

    fn moved(&self, written: &Pointer) -> Option<Pointer> {
        self.moves.now(written)
    }
}

fn unread(version: &Node) -> Diagnostic {
    let shown = match &version.value {
        Value::String(text) | Value::Number(text) => format!("`{}`", clip(text)),
        _ => version.kind().to_owned(),
    };
    let message = format!("Swagger {shown} is not a version that is read");
    let pointer = Pointer::root(FileId(0)).child("swagger");
    Diagnostic::new(Code::SWAGGER, message, pointer, Some(version.at))
        .help("2.0 is read; an older document can be converted to it, for example by `npx api-spec-converter`")
}
