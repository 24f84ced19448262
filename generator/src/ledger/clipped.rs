//! Defaults, of which the documentation shows the first characters.

use crate::diag::{CLIPPED, Code};
use crate::tree::{Node, Value};

use super::mark::Mark;
use super::probe::Probe;
use super::walk::Walk;

impl Walk<'_> {
    /// Says of each value in a default whether the documentation shows it, where it shows any.
    pub(super) fn clipped(&mut self, node: &Node, probe: Probe) {
        self.values_from(node, (0, 0), probe);
    }

    /// Of a node whose text, or that of its key, begins at `from`, and whose value begins at `at`, in
    /// characters. Gives where its text ends.
    fn values_from(&mut self, node: &Node, (from, at): (usize, usize), probe: Probe) -> usize {
        let (quotes, text) = match &node.value {
            Value::Array(items) if !items.is_empty() => {
                let mut end = at + 1;
                for (index, item) in items.iter().enumerate() {
                    let value = end + if index > 0 { ", ".len() } else { 0 };
                    end = self.values_from(item, (end, value), probe);
                }
                return end + 1;
            }
            Value::Object(map) if !map.is_empty() => {
                let mut end = at + 1;
                for (index, entry) in map.iter().enumerate() {
                    let comma = if index > 0 { ", ".len() } else { 0 };
                    let value = end + comma + quoted(&entry.key) + ": ".len();
                    end = self.values_from(&entry.node, (end, value), probe);
                }
                return end + 1;
            }
            Value::String(text) => (1, quoted(text)),
            Value::Number(text) => (0, text.len()),
            Value::Bool(value) => (0, if *value { 4 } else { 5 }),
            Value::Null => (0, 4),
            Value::Array(_) | Value::Object(_) => (0, 2),
        };
        let code = Code::UNDOCUMENTED;
        let mark = if at + quotes < CLIPPED {
            Mark::Documents(probe, code)
        } else if from < CLIPPED {
            // The key is shown, or the comma.
            Mark::Names(probe, code)
        } else {
            Mark::Ignored(code)
        };
        self.mark(node, mark);
        at + text
    }
}

/// The length of a text in quotes, in characters.
fn quoted(text: &str) -> usize {
    text.chars().count() + escaped(text) + 2
}

/// How many of its characters have a backslash before them in quotes.
pub(super) fn escaped(text: &str) -> usize {
    let escaped = |c: &char| matches!(c, '"' | '\\' | '\n' | '\r' | '\t');
    text.chars().filter(escaped).count()
}
