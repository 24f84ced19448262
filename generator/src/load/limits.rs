/// What a document may cost. Each limit is far above real documents; beyond it loading ends with
/// an error instead of exhausting memory or the stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Levels of nesting, aliases expanded. Later stages recurse, so this is a limit on the stack.
    pub depth: usize,
    /// Nodes written in all files together.
    pub nodes: usize,
    /// Nodes and keys copied for anchors, aliases and merge keys in all files together; 64 bytes of
    /// text count as one more.
    pub copies: usize,
    /// Bytes of one file; never more than 4 GiB.
    pub bytes: usize,
}

impl Default for Limits {
    /// 256 levels, 20 million nodes, 2 million copies, 256 MiB.
    fn default() -> Self {
        Self {
            depth: 256,
            nodes: 20_000_000,
            copies: 2_000_000,
            bytes: 256 << 20,
        }
    }
}

/// What is left of the limits while the files of one document are read.
#[derive(Debug)]
pub(super) struct Budget {
    /// The limits that are not used up.
    pub(super) limits: Limits,
    nodes: usize,
    copies: usize,
}

impl Budget {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            limits,
            nodes: limits.nodes,
            copies: limits.copies,
        }
    }

    /// Takes one node; `None` where there is none left.
    pub(super) fn take_node(&mut self) -> Option<()> {
        self.nodes = self.nodes.checked_sub(1)?;
        Some(())
    }

    /// How many nodes there may still be.
    pub(super) fn nodes_left(&self) -> usize {
        self.nodes
    }

    /// Leaves so many nodes of those that were left.
    pub(super) fn keep_nodes(&mut self, left: usize) {
        self.nodes = left;
    }

    /// Takes copies; `None` where there are not so many left.
    pub(super) fn take_copies(&mut self, count: usize) -> Option<()> {
        self.copies = self.copies.checked_sub(count)?;
        Some(())
    }
}
