//! The document as `JSONPath` sees it.

use serde_json::Value as Json;

use crate::tree::{Node, Pointer, Tree};

/// The JSON of a node. A number that no `f64` holds is `null`: there is nothing to compare it with.
pub(super) fn image(node: &Node) -> Json {
    node.json(|_| Json::Null)
}

/// Takes over what changed at a pointer, so that the rest of a large document is not read again.
pub(super) fn refresh(all: &mut Json, tree: &Tree, pointer: &Pointer) {
    if let (Some(old), Some(node)) = (all.pointer_mut(pointer.as_str()), tree.get(pointer)) {
        *old = image(node);
    }
}
