//! How much a document declares, to be held against what was generated.

use crate::grammar::METHODS;
use crate::tree::{FileId, Map, Node, Pointer, Tree};

/// What a document declares, whether it can be read or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Operations of `paths`, those of path items in other files too.
    pub operations: usize,
    /// Schemas of the root's `components`.
    pub schemas: usize,
}

/// Counts, before anything that can't be read is left out.
pub(crate) fn declared(tree: &Tree) -> Declared {
    let root = tree.root();
    let paths = root
        .and_then(|root| root.get("paths"))
        .and_then(Node::as_map);
    let at = Pointer::root(FileId(0)).child("paths");
    let items = paths.into_iter().flatten();
    let items = items.filter(|entry| !entry.key.starts_with("x-"));
    let operations = items.map(|entry| {
        let at = at.child(&entry.key);
        let reference = entry.node.get("$ref").and_then(Node::as_str);
        let target = reference.and_then(|text| tree.follow(&at.child("$ref"), text));
        let other = target.and_then(|target| tree.get(&target));
        let item = other.unwrap_or(&entry.node);
        item.as_map().map_or(0, operations)
    });
    let components = root.and_then(|root| root.get("components"));
    let schemas = components.and_then(|components| components.get("schemas"));
    Declared {
        operations: operations.sum(),
        schemas: schemas.and_then(Node::as_map).map_or(0, Map::len),
    }
}

fn operations(item: &Map) -> usize {
    let own = METHODS.iter().filter(|method| item.has(method)).count();
    let more = item.get("additionalOperations").and_then(Node::as_map);
    own + more.map_or(0, Map::len)
}
