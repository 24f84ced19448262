//! Pointers in the documentation of a client that was generated without some items of lists: what
//! stood behind one of them has another index, which is no other code.

use std::collections::BTreeMap;

use crate::tree::{FileId, Pointer, Tree};

use super::trial::{Attempt, Edit};

/// The code of a document that was edited, with the pointers that parts of it have in `tree`, the
/// document as it was before.
pub(crate) fn unshift(code: String, tree: &Tree, edits: &[Edit]) -> String {
    let lists = lists(tree, edits);
    if lists.is_empty() {
        return code;
    }
    let mut shown = String::with_capacity(code.len());
    let mut rest = code.as_str();
    while let Some(start) = rest.find("#/") {
        let (before, from) = rest.split_at(start + 1);
        shown.push_str(before);
        let end = from.find(['`', '"', '\n']).unwrap_or(from.len());
        let (pointer, after) = from.split_at(end);
        shown.push_str(&as_before(pointer, &lists));
        rest = after;
    }
    shown.push_str(rest);
    shown
}

/// The indices that were left out, in order, by the pointer of their list.
type Lists = BTreeMap<String, Vec<usize>>;

fn lists(tree: &Tree, edits: &[Edit]) -> Lists {
    let mut lists = Lists::new();
    let edits = edits.iter().filter(|(_, how)| *how == Attempt::Without);
    for (at, _) in edits.filter(|(at, _)| at.file == FileId(0)) {
        if let Some((list, index)) = item(tree, at) {
            lists
                .entry(list.as_str().to_owned())
                .or_default()
                .push(index);
        }
    }
    for indices in lists.values_mut() {
        indices.sort_unstable();
    }
    lists
}

/// The list that a node is an item of, and its index.
fn item(tree: &Tree, at: &Pointer) -> Option<(Pointer, usize)> {
    let list = at.parent()?;
    tree.get(&list)?.as_array()?;
    let index = at.last()?.parse().ok()?;
    Some((list, index))
}

fn as_before(pointer: &str, lists: &Lists) -> String {
    let mut before = String::with_capacity(pointer.len());
    for token in pointer.split('/').skip(1) {
        let index = lists.get(&before).zip(token.parse::<usize>().ok());
        before.push('/');
        match index {
            None => before.push_str(token),
            Some((left_out, mut index)) => {
                for gone in left_out {
                    index += usize::from(*gone <= index);
                }
                before.push_str(&index.to_string());
            }
        }
    }
    before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{File, Node, Place, Value};

    fn tree() -> Tree {
        let list = |items: Vec<Value>| {
            let nodes = items.into_iter().map(|it| Node::new(it, Place::default()));
            Value::Array(nodes.collect())
        };
        let words = list(vec![Value::Null, Value::Null]);
        let items = ["x", "b", "b", "x"].map(|key| Value::object([(key, words.clone())]));
        let map = Value::object([("1", Value::Null), ("2", Value::Null)]);
        let root = Value::object([("a", list(items.into())), ("c", map)]);
        let root = Node::new(root, Place::default());
        let file = File {
            name: String::new(),
            path: None,
            text: String::new(),
            root,
            dropped: Vec::new(),
        };
        Tree {
            files: vec![file],
            ..Tree::default()
        }
    }

    #[test]
    fn what_stood_behind_has_its_index_again() {
        let tree = tree();
        let at = |text| Pointer::parse(FileId(0), text).unwrap();
        let edits = ["/a/0", "/a/2/b/0", "/c/1"].map(|text| (at(text), Attempt::Without));
        let code = "/// `#/a/0`\n/// `#/a/1/b/0`, `#/c/2` and #1 of `#/a`";
        let before = "/// `#/a/1`\n/// `#/a/2/b/1`, `#/c/2` and #1 of `#/a`";
        assert_eq!(unshift(code.to_owned(), &tree, &edits), before);
        let edits = [0, 1].map(|index| (at("/a").item(index), Attempt::Without));
        assert_eq!(unshift("`#/a/1/b`".into(), &tree, &edits), "`#/a/3/b`");
    }
}
