use std::collections::HashMap;

use super::limits::Budget;
use crate::tree::{Node, Value};

/// The nodes of one file that aliases can name.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    nodes: HashMap<usize, Anchored>,
}

#[derive(Debug)]
struct Anchored {
    node: Node,
    size: Size,
}

/// What a copy of a node costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Size {
    /// Nodes and keys, and one more for every 64 bytes of text.
    pub(super) cost: usize,
    /// Levels of nesting; 0 for a scalar.
    pub(super) height: usize,
}

/// Why an alias can not be expanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoCopy {
    /// Its anchor is not finished: the alias stands inside it.
    Recursive,
    /// The nesting would be too deep.
    TooDeep,
    /// There are too many copies.
    TooMany,
}

impl Anchors {
    /// Keeps a copy of an anchored node; `None` where the budget has no copies left.
    pub(super) fn keep(&mut self, id: usize, node: &Node, budget: &mut Budget) -> Option<()> {
        let size = measure(node);
        budget.take_copies(size.cost)?;
        let node = node.clone();
        self.nodes.insert(id, Anchored { node, size });
        Some(())
    }

    /// A copy of the node that an alias names, to be put below so many levels.
    pub(super) fn copy(
        &self,
        id: usize,
        depth: usize,
        budget: &mut Budget,
    ) -> Result<Node, NoCopy> {
        let anchored = self.nodes.get(&id).ok_or(NoCopy::Recursive)?;
        if depth.saturating_add(anchored.size.height) > budget.limits.depth {
            return Err(NoCopy::TooDeep);
        }
        let cost = anchored.size.cost;
        budget.take_copies(cost).ok_or(NoCopy::TooMany)?;
        Ok(anchored.node.clone())
    }
}

/// What a copy of a node costs, and how many levels it has.
pub(super) fn measure(node: &Node) -> Size {
    let mut size = Size { cost: 1, height: 0 };
    match &node.value {
        Value::String(text) | Value::Number(text) => size.cost += text.len() / 64,
        Value::Array(items) => items.iter().for_each(|item| size.add(measure(item))),
        Value::Object(map) => map.iter().for_each(|entry| {
            size.cost += 1 + entry.key.len() / 64;
            size.add(measure(&entry.node));
        }),
        Value::Null | Value::Bool(_) => {}
    }
    if matches!(node.value, Value::Array(_) | Value::Object(_)) {
        size.height += 1;
    }
    size
}

impl Size {
    /// Adds a child.
    fn add(&mut self, child: Self) {
        self.cost += child.cost;
        self.height = self.height.max(child.height);
    }
}
