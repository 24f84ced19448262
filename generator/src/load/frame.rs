use super::mapping::Mapping;
use crate::tree::{Node, Place, Pointer};

/// A mapping or sequence that is open while its parts are read.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) content: Content,
    /// The parser's number for its anchor; 0 where it has none.
    pub(super) anchor: usize,
    pub(super) at: Place,
}

/// What has been read of it.
#[derive(Debug)]
pub(super) enum Content {
    List(Vec<Node>),
    Mapping(Mapping),
}

impl Frame {
    /// Takes the next value. Gives what it takes the place of, with its key.
    pub(super) fn push(&mut self, node: Node) -> Option<(String, Node)> {
        match &mut self.content {
            Content::List(items) => {
                items.push(node);
                None
            }
            Content::Mapping(mapping) => mapping.value(node),
        }
    }

    /// The pointer of the value that comes next, or of the frame itself where a key comes next.
    pub(super) fn next(&self, own: Pointer) -> Pointer {
        match &self.content {
            Content::List(items) => own.item(items.len()),
            Content::Mapping(mapping) => match mapping.pending() {
                Some(key) => own.child(key),
                None => own,
            },
        }
    }
}
