//! Choices of the build script for formats that the document does not have: a slip of the pen, which
//! would go unnoticed.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Sink, nearest};
use crate::formats::Formats;
use crate::resolve::Document;
use crate::tree::{FileId, Node, Pointer, Value};

/// Reports those of no schema. A format that is well known may be chosen for whatever document comes.
pub(super) fn report(document: &Document<'_>, formats: &Formats, sink: &mut Sink) {
    let mut chosen = formats.of_no_standard().peekable();
    if chosen.peek().is_none() {
        return;
    }
    let mut said = BTreeSet::new();
    for file in 0.. {
        let Some(root) = document.node(&Pointer::root(FileId(file))) else {
            break;
        };
        collect(root, &mut said);
    }
    for (name, format) in chosen.filter(|(name, _)| !said.iter().any(|one| one == name)) {
        let message = format!("`format({name:?}, {format:?})`: no schema has this format");
        let root = Pointer::root(FileId(0));
        let mut found = Diagnostic::new(Code::FORMAT_CHOICE, message, root, None);
        let known = said.iter().copied().chain(Formats::known());
        let near = nearest(known, name, name.chars().count() / 3);
        found.help = near.map(|near| format!("did you mean `{near}`?"));
        sink.push(found);
    }
}

/// All that stands under a key `format`.
fn collect<'a>(node: &'a Node, into: &mut BTreeSet<&'a str>) {
    match &node.value {
        Value::Object(map) => {
            for entry in map {
                into.extend(entry.node.as_str().filter(|_| entry.key == "format"));
                collect(&entry.node, into);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, into)),
        _ => {}
    }
}
