//! Trials: the document is generated without what may be said twice, and where the code stays the
//! same it was.
//!
//! That one part says what another says is not seen where either stands. So what is suspected of it
//! (`suspect`) is left out, all at once, and where that changes the code one half of it, and so on; then
//! what can be left out together is tried again by less and less.

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

    /// The edits of a document of so many nodes that change nothing, each by itself or, where there
    /// are too many to try, with others; `is_same` says whether the code is the same with several.
    pub(crate) fn run(&self, nodes: usize, is_same: impl FnMut(&[Edit]) -> bool) -> Vec<Edit> {
        // Those of one kind stand together, of which all or none are right most often.
        let kind = |(at, attempt): &Edit| (*attempt, at.last().map(Cow::into_owned));
        let mut asked = self.asked.clone();
        asked.sort_by_cached_key(|edit| (kind(edit), edit.clone()));
        let mut rounds = Rounds {
            left: MOST.max(NODES / nodes.max(1)),
            is_same,
        };
        let together = rounds.together(&asked);
        let needed = rounds.needed(&together);
        let found = together.into_iter().flatten();
        found.filter(|it| !needed.contains(it)).cloned().collect()
    }
}

/// What tries, so often and no more.
struct Rounds<F> {
    left: usize,
    is_same: F,
}

impl<F: FnMut(&[Edit]) -> bool> Rounds<F> {
    /// Whether the code is the same with these; `None` where that can not be tried any more.
    fn try_one(&mut self, edits: &[Edit]) -> Option<bool> {
        self.left = self.left.checked_sub(1)?;
        Some((self.is_same)(edits))
    }

    /// Groups of edits that change nothing.
    fn together<'a>(&mut self, asked: &'a [Edit]) -> Vec<&'a [Edit]> {
        let mut found = Vec::new();
        let mut todo = Vec::from([asked]);
        while let Some(edits) = largest(&mut todo) {
            match self.try_one(edits) {
                None => break,
                Some(true) => found.push(edits),
                Some(false) => todo.extend(halves(edits)),
            }
        }
        found
    }

    /// Those of the groups that change something without the others: two that say the same of a third
    /// can be left out together, and not one of them.
    fn needed<'a>(&mut self, groups: &[&'a [Edit]]) -> HashSet<&'a Edit> {
        let mut needed = HashSet::new();
        let mut todo: Vec<&[Edit]> = groups.iter().flat_map(|edits| halves(edits)).collect();
        while let Some(edits) = largest(&mut todo) {
            match (self.try_one(edits), edits) {
                (None, _) => break,
                (Some(false), [edit]) => {
                    needed.insert(edit);
                }
                _ => todo.extend(halves(edits)),
            }
        }
        needed
    }
}

/// The largest first: what can be decided is.
fn largest<'a>(todo: &mut Vec<&'a [Edit]>) -> Option<&'a [Edit]> {
    let index = (0..todo.len()).max_by_key(|index| todo[*index].len())?;
    Some(todo.swap_remove(index)).filter(|edits| !edits.is_empty())
}

/// Nothing of one.
fn halves(edits: &[Edit]) -> impl Iterator<Item = &[Edit]> {
    let (one, other) = edits.split_at(edits.len() / 2);
    [one, other].into_iter().filter(|_| edits.len() > 1)
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
        assert!(rounds <= MOST, "{rounds}");
    }

    #[test]
    fn what_can_only_be_left_out_with_another_is_needed() {
        let mut trials = Trials::default();
        for key in ["enum", "type", "format", "title"] {
            trials.ask(&at(&format!("/a/{key}")), Attempt::Without);
        }
        let pair = [at("/a/enum"), at("/a/type")];
        let found = trials.run(10, |edits| {
            edits.iter().filter(|(at, _)| pair.contains(at)).count() != 1
        });
        let found: Vec<_> = found.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(found, ["/a/format", "/a/title"]);
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
