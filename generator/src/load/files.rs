use std::path::PathBuf;

use super::limits::Budget;
use super::{json, markdown, reader, text};
use crate::diag::Sink;
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
    let (text, wrong) = text::text(id, bytes, budget.limits.bytes);
    let content = match (wrong, markdown::is_page(&name)) {
        (None, false) => {
            let plain = json::read(id, &text, budget).map(|root| (root, Vec::new()));
            plain.or_else(|| reader::read(id, &text, budget, sink))
        }
        (None, true) => match markdown::document(id, &text) {
            Ok(document) => reader::read(id, &document, budget, sink),
            Err(diagnostic) => {
                sink.push(diagnostic);
                None
            }
        },
        (Some(diagnostic), _) => {
            sink.push(diagnostic);
            None
        }
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
