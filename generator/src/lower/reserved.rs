//! The keys that `lower` writes are not the document's to write.

use crate::diag::{Code, Diagnostic, Sink};
use crate::tree::{CARRIED, FileId, Node, Pointer, Tree, Value};

/// Takes out every `x-restitch-*` key that a file brings along, with a note.
pub(super) fn scrub(tree: &mut Tree, sink: &mut Sink) {
    for (file, id) in tree.files.iter_mut().zip(0..) {
        if is_clean(&file.root) {
            // As a rule: then no pointer need be made.
            continue;
        }
        let mut pointer = Pointer::root(FileId(id));
        scrub_node(&mut file.root, &mut pointer, sink);
    }
}

fn is_clean(node: &Node) -> bool {
    match &node.value {
        Value::Object(map) => map
            .iter()
            .all(|entry| !entry.key.starts_with(CARRIED) && is_clean(&entry.node)),
        Value::Array(items) => items.iter().all(is_clean),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}

fn scrub_node(node: &mut Node, pointer: &mut Pointer, sink: &mut Sink) {
    match &mut node.value {
        Value::Object(map) => {
            if map.iter().any(|entry| entry.key.starts_with(CARRIED)) {
                map.retain(|entry| {
                    let reserved = entry.key.starts_with(CARRIED);
                    if reserved {
                        let message =
                            format!("`{}` has no effect: the prefix is reserved", entry.key);
                        let pointer = pointer.child(&entry.key);
                        let place = Some(entry.at);
                        let code = Code::IGNORED_HERE;
                        sink.push(Diagnostic::new(code, message, pointer, place).remove());
                    }
                    !reserved
                });
            }
            for entry in map {
                pointer.push(&entry.key);
                scrub_node(&mut entry.node, pointer, sink);
                pointer.pop();
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                pointer.push(&index.to_string());
                scrub_node(item, pointer, sink);
                pointer.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
