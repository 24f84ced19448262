//! Overlays: changes to a document, kept apart from it. Until they are read, a refusal.

use std::path::PathBuf;

use crate::diag::{Code, Diagnostic, Sink};
use crate::tree::{FileId, Pointer, Tree};

/// Refuses overlays: ignoring one would generate something else than was asked for.
pub fn apply(_tree: &mut Tree, overlays: &[PathBuf], sink: &mut Sink) {
    for overlay in overlays {
        let message = format!("the overlay {} can not be applied", overlay.display());
        let pointer = Pointer::root(FileId::default());
        sink.push(
            Diagnostic::new(Code::NO_OVERLAY, message, pointer, None)
                .help("overlays are not read yet: apply it to the document beforehand"),
        );
    }
}
