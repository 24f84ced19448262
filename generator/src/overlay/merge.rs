//! `update` and `copy`: one node into another.

use crate::tree::{Node, Place, Pointer, Value};

/// Two values that do not go together.
#[derive(Debug)]
pub(super) struct Misfit {
    /// Where, in the document.
    pub(super) at: Pointer,
    /// What is there.
    pub(super) old: (&'static str, Place),
    /// What should go there.
    pub(super) new: (&'static str, Place),
}

/// Merges a node into the one that is selected. A selected array takes an array's items, or
/// anything else as one item more.
pub(super) fn into_target(target: &mut Node, new: &Node, at: &Pointer) -> Result<(), Box<Misfit>> {
    match &mut target.value {
        Value::Array(items) if new.as_array().is_none() => {
            items.push(new.clone());
            Ok(())
        }
        _ => merge(target, new, at),
    }
}

/// Objects key by key, arrays end to end, and a primitive value in the place of another.
fn merge(old: &mut Node, new: &Node, at: &Pointer) -> Result<(), Box<Misfit>> {
    let (kind, place) = (old.kind(), old.at);
    match (&mut old.value, &new.value) {
        (Value::Object(map), Value::Object(more)) => {
            for entry in more {
                match map.get_mut(&entry.key) {
                    Some(node) => merge(node, &entry.node, &at.child(&entry.key))?,
                    None => map.push(entry.clone()),
                }
            }
        }
        (Value::Array(items), Value::Array(more)) => items.extend(more.iter().cloned()),
        (Value::Object(_) | Value::Array(_), _) | (_, Value::Object(_) | Value::Array(_)) => {
            return Err(Box::new(Misfit {
                at: at.clone(),
                old: (kind, place),
                new: (new.kind(), new.at),
            }));
        }
        _ => *old = new.clone(),
    }
    Ok(())
}

/// How many levels and nodes there are in a node, itself counted.
pub(super) fn size(node: &Node) -> (usize, usize) {
    let grow = |(depth, count): (usize, usize), node: &Node| {
        let (deeper, more) = size(node);
        (depth.max(deeper), count + more)
    };
    let (depth, count) = match &node.value {
        Value::Array(items) => items.iter().fold((0, 0), grow),
        Value::Object(map) => map.iter().map(|entry| &entry.node).fold((0, 0), grow),
        _ => (0, 0),
    };
    (depth + 1, count + 1)
}
