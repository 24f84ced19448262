//! Overlays: changes to a document, kept apart from it (`OpenAPI` Overlay 1.0 and 1.1).
//!
//! They change the document as it was written, before its references are followed. What comes of
//! an overlay keeps its place there, so that later diagnostics show the overlay's line. Both
//! versions are read by the rules of 1.1, which says more exactly what 1.0 says too; one rule is
//! stricter: an action that selects nothing is an error, for then a vendor's document has changed.

mod change;
mod image;
mod merge;
mod nothing;
mod path;
mod read;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use crate::diag::Sink;
use crate::load::{Loading, Source};
use crate::tree::{FileId, Node};
use change::Changer;

/// Applies overlays to the root document, in order. What is wrong with one goes to the sink.
pub fn apply(loading: &mut Loading, overlays: &[PathBuf], sink: &mut Sink) {
    for overlay in overlays {
        if let Some(id) = loading.beside(Source::Path(overlay), sink) {
            apply_file(loading, id, sink);
        }
    }
}

fn apply_file(loading: &mut Loading, id: FileId, sink: &mut Sink) {
    let actions = read::read(&mut loading.tree, id, sink);
    // Of a document that was not understood no action is right or wrong.
    if loading.tree.root().and_then(Node::as_map).is_none() {
        return;
    }
    let mut changer = Changer::new(loading, sink);
    for action in &actions {
        changer.apply(action);
    }
}
