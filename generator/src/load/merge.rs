use super::mapping::Merge;
use crate::tree::{Map, Node, Place, Value};

/// A merge key's value, or an item of it, that is no mapping.
#[derive(Debug)]
pub(super) struct BadMerge {
    pub(super) at: Place,
    pub(super) kind: &'static str,
}

/// Puts the entries that a merge key names in its place. A key that is written out wins, then the
/// earlier mapping of a list, and of a key that comes again. Gives the last that is no mapping.
///
/// Shape: `<<: *base` or `<<: [*first, *second]`.
pub(super) fn merge(own: &mut Map, merge: Merge) -> Result<(), BadMerge> {
    let mut inherited = Map::default();
    let mut result = Ok(());
    for source in merge.sources {
        let maps = mappings(source).unwrap_or_else(|bad| {
            result = Err(bad);
            Vec::new()
        });
        for entry in maps.into_iter().flatten() {
            if !own.has(&entry.key) && !inherited.has(&entry.key) {
                inherited.push(entry);
            }
        }
    }
    own.insert_all(merge.position, inherited);
    result
}

fn mappings(source: Node) -> Result<Vec<Map>, BadMerge> {
    match source.value {
        Value::Array(items) => items.into_iter().map(mapping).collect(),
        _ => Ok(vec![mapping(source)?]),
    }
}

fn mapping(node: Node) -> Result<Map, BadMerge> {
    let (at, kind) = (node.at, node.kind());
    match node.value {
        Value::Object(map) => Ok(map),
        _ => Err(BadMerge { at, kind }),
    }
}
