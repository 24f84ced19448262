//! Trials: the document is generated without what may be said twice, and where the code stays the
//! same it was.
//!
//! That one part says what another says is not seen where either stands. So what is suspected of it
//! (`suspect`) is left out, all at once, and where that changes the code one half of it, and so on.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashSet;

use crate::tree::{Node, Pointer, Tree, Value};

/// What is tried with a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Attempt {
    /// To leave the node out.
    Without,
    /// To have another value there.
    Other,
}

/// A node, and what is tried with it.
pub(crate) type Edit = (Pointer, Attempt);

/// What is to be tried.
#[derive(Debug, Default)]
pub(crate) struct Trials {
    asked: Vec<Edit>,
    known: HashSet<Edit>,
}

/// A document is generated so often at most, a small one more often; what is undecided then is taken
/// for used.
const MOST: usize = 40;
/// What the generations of a small document come to, in nodes.
const NODES: usize = 400_000;

impl Trials {
    pub(super) fn ask(&mut self, at: &Pointer, attempt: Attempt) {
        let edit = (at.clone(), attempt);
        if self.known.insert(edit.clone()) {
            self.asked.push(edit);
        }
    }

    /// The same by other pointers; `None` is tried no more.
    pub(crate) fn moved(&self, to: impl Fn(&Pointer) -> Option<Pointer>) -> Self {
        let mut moved = Self::default();
        for (at, attempt) in &self.asked {
            if let Some(at) = to(at) {
                moved.ask(&at, *attempt);
            }
        }
        moved
    }

    /// Takes over what another asks.
    pub(crate) fn extend(&mut self, other: &Self) {
        for (at, attempt) in &other.asked {
            self.ask(at, *attempt);
        }
    }

    /// The edits of a document of so many nodes that change nothing, each by itself or with others;
    /// `is_same` says whether the code is the same with several.
    pub(crate) fn run(&self, nodes: usize, mut is_same: impl FnMut(&[Edit]) -> bool) -> Vec<Edit> {
        let most = MOST.max(NODES / nodes.max(1));
        let mut found = Vec::new();
        let mut rounds = 0;
        // Those of one kind stand together, of which all or none are right most often.
        let kind = |(at, attempt): &Edit| (*attempt, at.last().map(Cow::into_owned));
        let mut asked = self.asked.clone();
        asked.sort_by_cached_key(|edit| (kind(edit), edit.clone()));
        let mut todo: Vec<&[Edit]> = vec![&asked];
        // The largest first: what can be decided is.
        while let Some(index) = (0..todo.len()).max_by_key(|index| todo[*index].len()) {
            let edits = todo.swap_remove(index);
            if edits.is_empty() || rounds == most {
                break;
            }
            rounds += 1;
            if is_same(edits) {
                found.extend_from_slice(edits);
            } else if edits.len() > 1 {
                let (one, other) = edits.split_at(edits.len() / 2);
                todo.extend([one, other]);
            }
        }
        found
    }
}

/// Does what is tried to a document.
pub(crate) fn edit(tree: &mut Tree, edits: &[Edit]) {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    // What stands below, and what stands behind in a list, goes first: the others stay where they are.
    let rank = |at: &Pointer| {
        let last = at.last().and_then(|key| key.parse::<usize>().ok());
        (at.tokens().count(), last)
    };
    edits.sort_by_key(|(at, _)| Reverse(rank(at)));
    for (at, attempt) in edits {
        match attempt {
            Attempt::Without => without(tree, at),
            Attempt::Other => {
                if let Some(node) = tree.get_mut(at) {
                    other(node);
                }
            }
        }
    }
}

fn without(tree: &mut Tree, at: &Pointer) {
    let (Some(holder), Some(key)) = (at.parent(), at.last()) else {
        return;
    };
    match tree.get_mut(&holder).map(|node| &mut node.value) {
        Some(Value::Object(map)) => {
            map.remove(&key);
        }
        Some(Value::Array(items)) => {
            if let Some(index) = key.parse().ok().filter(|index| *index < items.len()) {
                items.remove(index);
            }
        }
        _ => {}
    }
}

fn other(node: &mut Node) {
    match &mut node.value {
        Value::String(text) => text.insert(0, 'z'),
        Value::Bool(value) => *value = !*value,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::FileId;

    fn at(text: &str) -> Pointer {
        Pointer::parse(FileId(0), text).unwrap()
    }

    #[test]
    fn those_that_change_nothing_are_found_in_few_rounds() {
        let mut trials = Trials::default();
        for index in 0..1000 {
            trials.ask(&at(&format!("/a/{index}")), Attempt::Without);
        }
        let bad = [at("/a/3"), at("/a/500")];
        let mut rounds = 0;
        let found = trials.run(1_000_000, |edits| {
            rounds += 1;
            !edits.iter().any(|(at, _)| bad.contains(at))
        });
        assert_eq!(found.len(), 998);
        assert!(rounds < MOST, "{rounds}");
    }

    #[test]
    fn there_is_an_end_of_it() {
        let mut trials = Trials::default();
        for index in 0..1000 {
            trials.ask(&at(&format!("/{index}")), Attempt::Other);
        }
        let mut rounds = 0;
        let found = trials.run(1_000_000, |_| {
            rounds += 1;
            false
        });
        assert_eq!((found.len(), rounds), (0, MOST));
    }
}
