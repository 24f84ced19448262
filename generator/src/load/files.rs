use std::path::PathBuf;

use super::limits::Budget;
use super::{json, markdown, reader, text};
use crate::diag::{Grade, Sink};
use crate::tree::{File, FileId, Node, Place, Value};

/// A file from its bytes. Where it can not be read to the end its content is `null`, and the sink
/// has the reason.
pub(super) fn file(
    id: FileId,
    name: String,
    path: Option<PathBuf>,
    bytes: Vec<u8>,
    budget: &mut Budget,
    sink: &mut Sink,
) -> File {
    let (text, found) = text::text(id, bytes, budget.limits.bytes);
    let is_wrong = found.as_ref().is_some_and(|it| it.grade() == Grade::Error);
    if let Some(found) = found {
        sink.push(found);
    }
    let content = if is_wrong {
        None
    } else if markdown::is_page(&name) {
        match markdown::document(id, &text) {
            Ok(document) => reader::read(id, &document, budget, sink),
            Err(diagnostic) => {
                sink.push(diagnostic);
                None
            }
        }
    } else {
        let plain = json::read(id, &text, budget).map(|root| (root, Vec::new()));
        plain.or_else(|| reader::read(id, &text, budget, sink))
    };
    let start = Place {
        file: id,
        offset: 0,
        line: 1,
        column: 1,
    };
    let (root, dropped) = content.unwrap_or_else(|| (Node::new(Value::Null, start), Vec::new()));
    File {
        name,
        path,
        text,
        root,
        dropped,
    }
}
