//! The document as `JSONPath` sees it.

use serde_json::Value as Json;

use crate::tree::{Node, Pointer, Tree, Value};

/// The JSON of a node. A number that no `f64` holds is `null`: there is nothing to compare it with.
pub(super) fn image(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::Number(text) => serde_json::from_str(text).unwrap_or_default(),
        Value::String(text) => Json::String(text.clone()),
        Value::Array(items) => items.iter().map(image).collect(),
        Value::Object(map) => map
            .iter()
            .map(|entry| (entry.key.clone(), image(&entry.node)))
            .collect(),
    }
}

/// Takes over what changed at a pointer, so that the rest of a large document is not read again.
pub(super) fn refresh(all: &mut Json, tree: &Tree, pointer: &Pointer) {
    if let (Some(old), Some(node)) = (all.pointer_mut(pointer.as_str()), tree.get(pointer)) {
        *old = image(node);
    }
}
