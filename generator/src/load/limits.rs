/// What a document may cost. Each limit is far above real documents; beyond it loading ends with
/// an error instead of exhausting memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Levels of nesting, aliases expanded.
    pub depth: usize,
    /// Nodes of all files together, aliases expanded.
    pub nodes: usize,
    /// Bytes of one file.
    pub bytes: usize,
}

impl Default for Limits {
    /// 256 levels, 20 million nodes, 256 MiB.
    fn default() -> Self {
        Self {
            depth: 256,
            nodes: 20_000_000,
            bytes: 256 << 20,
        }
    }
}
