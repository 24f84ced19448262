//! The way down a tree along a pointer.

use super::pointer::unescape;
use super::{FileId, Node, Pointer, Tree, nth, position};

/// The way to the node that was asked for last. Whoever reads a document asks for a node several
/// times, then for one beside or below it, and most of the way is the same.
#[derive(Debug, Default)]
pub struct Way {
    file: FileId,
    text: String,
    /// Each step: the length of the text with it, and the position that it led to.
    steps: Vec<(usize, usize)>,
}

impl Way {
    /// The node that a pointer names, as [`Tree::get`] gives it. It must be the same tree each
    /// time, which nobody changes.
    pub fn get<'t>(&mut self, tree: &'t Tree, pointer: &Pointer) -> Option<&'t Node> {
        let text = pointer.as_str();
        let mut start = 0;
        let mut node = &tree.files.get(pointer.file.0 as usize)?.root;
        self.steps.truncate(self.common(pointer));
        for (end, position) in &self.steps {
            node = nth(node, *position)?;
            start = *end;
        }
        self.file = pointer.file;
        self.text.clear();
        self.text.push_str(text);
        down(node, text.get(start..)?, |step| {
            start += step.length;
            self.steps.push((start, step.position));
        })
    }

    /// How many steps are those to another node too.
    fn common(&self, pointer: &Pointer) -> usize {
        if self.file != pointer.file {
            return 0;
        }
        let text = pointer.as_str();
        let way = |end: usize| self.text.get(..end).unwrap_or_default();
        let is_common = |(end, _): &(usize, usize)| {
            let rest = text.strip_prefix(way(*end));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let Some(last) = self.steps.iter().rposition(is_common) else {
            return 0;
        };
        let (end, _) = self.steps[last];
        // Where these lead what follows decides, which may be something else.
        let is_open = ["/items", "/additionalItems"].map(|key| way(end).ends_with(key));
        if is_open.contains(&true) {
            last
        } else {
            last + 1
        }
    }
}

/// One step down.
pub(super) struct Step<'n> {
    pub(super) node: &'n Node,
    position: usize,
    /// How much text names it.
    length: usize,
}

/// The node that escaped text (`/a/b`, or empty) names from a node on; tells of each step.
pub(super) fn down<'n>(
    mut node: &'n Node,
    text: &str,
    mut tell: impl FnMut(Step<'n>),
) -> Option<&'n Node> {
    let mut tokens = text.split('/').skip(1).peekable();
    while let Some(token) = tokens.next() {
        let position = position(node, &unescape(token), tokens.peek().copied())?;
        node = nth(node, position)?;
        let length = 1 + token.len();
        tell(Step {
            node,
            position,
            length,
        });
    }
    Some(node)
}

#[cfg(test)]
mod tests {
    use super::super::{File, Value};
    use super::*;

    fn pointer(text: &str) -> Pointer {
        Pointer::parse(FileId(0), text).unwrap()
    }

    /// Whatever was asked for before, the node is the one that the tree gives.
    #[test]
    fn the_way_before_changes_nothing() {
        let text = |text: &str| Value::string(text);
        let renamed = Value::object([
            ("x-restitch-prefixItems", Value::array([text("first")])),
            ("items", Value::object([("0", text("rest"))])),
            ("x-restitch-xml", text("carried")),
        ]);
        let plain = Value::object([("items", Value::object([("0", text("key"))]))]);
        let root = Value::object([("a", renamed), ("ab", plain), ("a/b", text("escaped"))]);
        let mut tree = Tree::default();
        tree.files.push(File {
            name: String::new(),
            path: None,
            text: String::new(),
            root: Node::new(root, super::super::Place::default()),
            dropped: Vec::new(),
        });
        let asked = [
            "",
            "/a",
            "/a/items",
            "/a/items/0",
            "/a/additionalItems",
            "/a/additionalItems/0",
            "/a/xml",
            "/a/none",
            "/a/none/0",
            "/ab",
            "/ab/items",
            "/ab/items/0",
            "/a~1b",
            "/abc",
        ];
        let mut way = Way::default();
        for first in asked.map(pointer) {
            for then in asked.map(pointer) {
                for asked in [&first, &then] {
                    assert_eq!(way.get(&tree, asked), tree.get(asked), "{first}, {then}");
                }
            }
        }
        let found = |text| tree.get(&pointer(text)).and_then(Node::as_str);
        assert_eq!(found("/a/items/0"), Some("first"));
        assert_eq!(found("/a/additionalItems/0"), Some("rest"));
    }
}
