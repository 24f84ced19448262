//! Trials: the document is generated without what may be said twice, and where the code stays the
//! same it was.
//!
//! That one part says what another says is not seen where either stands. So what is suspected of it
//! (`suspect`) is left out, all at once, and where that changes the code one half of it, and so on; then
//! what can be left out together is tried again by less and less.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

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
    /// Each with what it is suspected of.
    asked: Vec<(Edit, &'static str)>,
    known: HashSet<Edit>,
}

/// What trials have shown.
#[derive(Debug, Default)]
pub(crate) struct Tried {
    /// Edits that change nothing, each by itself or, where there are too many to try, with others.
    pub(crate) same: Vec<Edit>,
    /// Edits that change something by themselves.
    pub(crate) needed: Vec<Edit>,
}

/// A document is generated so often at most, a small one more often; what is undecided then is taken
/// for used.
const MOST: usize = 40;
/// What the generations of a small document come to, in nodes.
const NODES: usize = 800_000;

impl Trials {
    pub(super) fn ask(&mut self, at: &Pointer, attempt: Attempt) {
        self.ask_of("", at, attempt);
    }

    /// Asks of a node that stands under a key of no meaning what is asked of such as it.
    pub(super) fn ask_of(&mut self, kind: &'static str, at: &Pointer, attempt: Attempt) {
        // No document is left without its root.
        if at.parent().is_none() {
            return;
        }
        let edit = (at.clone(), attempt);
        if self.known.insert(edit.clone()) {
            self.asked.push((edit, kind));
        }
    }

    /// The same by other pointers; `None` is tried no more.
    pub(crate) fn moved(&self, to: impl Fn(&Pointer) -> Option<Pointer>) -> Self {
        let mut moved = Self::default();
        for ((at, attempt), kind) in &self.asked {
            if let Some(at) = to(at) {
                moved.ask_of(kind, &at, *attempt);
            }
        }
        moved
    }

    /// Takes over what another asks.
    pub(crate) fn extend(&mut self, other: &Self) {
        for ((at, attempt), kind) in &other.asked {
            self.ask_of(kind, at, *attempt);
        }
    }

    /// Tries the edits of a document of so many nodes; `is_same` says whether the code is the same
    /// with several.
    pub(crate) fn run(&self, nodes: usize, is_same: impl FnMut(&[Edit]) -> bool) -> Tried {
        // Those of one kind stand together, of which all or none are right most often.
        let mut asked = self.asked.clone();
        asked.sort_by_cached_key(|((at, attempt), kind)| {
            let key = at.last().map(Cow::into_owned);
            (*attempt, *kind, key, at.clone())
        });
        let asked: Vec<Edit> = asked.into_iter().map(|(edit, _)| edit).collect();
        let mut rounds = Rounds {
            left: MOST.max(NODES / nodes.max(1)),
            is_same,
            needed: HashSet::new(),
        };
        let together = rounds.together(&asked);
        rounds.again(&together);
        let found = together.into_iter().flatten().cloned();
        Tried {
            same: found.filter(|it| !rounds.needed.contains(it)).collect(),
            needed: rounds.needed.into_iter().collect(),
        }
    }
}

/// What tries, so often and no more.
struct Rounds<F> {
    left: usize,
    is_same: F,
    /// What changes something by itself.
    needed: HashSet<Edit>,
}

impl<F: FnMut(&[Edit]) -> bool> Rounds<F> {
    /// Whether the code is the same with these; `None` where that can not be tried any more.
    fn try_one(&mut self, edits: &[Edit]) -> Option<bool> {
        self.left = self.left.checked_sub(1)?;
        let is_same = (self.is_same)(edits);
        if let ([edit], false) = (edits, is_same) {
            self.needed.insert(edit.clone());
        }
        Some(is_same)
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

    /// Finds those of the groups that change something without the others: two that say the same of a
    /// third can be left out together, and not one of them.
    fn again(&mut self, groups: &[&[Edit]]) {
        let groups = groups.iter().filter(|edits| edits.len() > 1);
        let count: usize = groups.clone().map(|edits| edits.len()).sum();
        if 2 * count <= self.left {
            let mut todo: Vec<&[Edit]> = groups.flat_map(|edits| halves(edits)).collect();
            while let Some(edits) = largest(&mut todo) {
                if self.try_one(edits).is_none() {
                    break;
                }
                todo.extend(halves(edits));
            }
            return;
        }
        // They are too many to try each; what says the same as another stands near it.
        let apart = apart(groups.copied().flatten(), self.left / 2);
        let mut todo: Vec<&[Edit]> = apart.iter().map(Vec::as_slice).collect();
        while let Some(edits) = largest(&mut todo) {
            match self.try_one(edits) {
                None => break,
                Some(true) => {}
                Some(false) => todo.extend(halves(edits)),
            }
        }
    }
}

/// Edits in so many groups at most, those of one operation or component in different ones.
fn apart<'a>(edits: impl Iterator<Item = &'a Edit>, most: usize) -> Vec<Vec<Edit>> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<Edit>> = Vec::new();
    for edit in edits {
        let near: Vec<_> = edit.0.as_str().split('/').take(4).collect();
        let count = counts.entry(near.join("/")).or_default();
        let index = *count % most.max(1);
        *count += 1;
        if groups.len() <= index {
            groups.resize_with(index + 1, Vec::new);
        }
        groups[index].push(edit.clone());
    }
    groups
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
    let depth = |(at, _): &Edit| at.tokens().count();
    let mut edits: Vec<_> = edits.iter().map(|edit| (depth(edit), edit)).collect();
    // What stands below goes first: the others stay where they are.
    edits.sort_by_key(|(depth, _)| Reverse(*depth));
    for of_depth in edits.chunk_by(|(one, _), (other, _)| one == other) {
        let mut without: HashMap<Pointer, HashSet<Cow<'_, str>>> = HashMap::new();
        for (_, (at, attempt)) in of_depth {
            match attempt {
                Attempt::Without => {
                    if let (Some(holder), Some(key)) = (at.parent(), at.last()) {
                        without.entry(holder).or_default().insert(key);
                    }
                }
                Attempt::Other => {
                    if let Some(node) = tree.get_mut(at) {
                        other(node);
                    }
                }
            }
        }
        for (holder, keys) in without {
            leave_out(tree, &holder, &keys);
        }
    }
}

/// Takes all at once out of what holds them: a document may have tens of thousands in one place.
fn leave_out(tree: &mut Tree, holder: &Pointer, keys: &HashSet<Cow<'_, str>>) {
    match tree.get_mut(holder).map(|node| &mut node.value) {
        Some(Value::Object(map)) => map.retain(|entry| !keys.contains(&*entry.key)),
        Some(Value::Array(items)) => {
            let mut left = (0..items.len()).map(|index| !keys.contains(&*index.to_string()));
            items.retain(|_| left.next().unwrap_or(true));
        }
        _ => {}
    }
}

fn other(node: &mut Node) {
    match &mut node.value {
        Value::String(text) => text.insert(0, 'z'),
        Value::Bool(value) => *value = !*value,
        Value::Number(text) => text.push('1'),
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
        assert_eq!((found.same.len(), found.needed.len()), (998, 2));
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
        let texts = |edits: &[Edit]| {
            let mut texts: Vec<_> = edits.iter().map(|(at, _)| at.to_string()).collect();
            texts.sort();
            texts
        };
        assert_eq!(texts(&found.same), ["#/a/format", "#/a/title"]);
        assert_eq!(texts(&found.needed), ["#/a/enum", "#/a/type"]);
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
        assert_eq!((found.same.len(), rounds), (0, MOST));
    }

    #[test]
    fn what_stands_near_each_other_is_tried_apart_where_there_is_much() {
        let mut trials = Trials::default();
        for name in 0..200 {
            for key in ["enum", "type"] {
                trials.ask(
                    &at(&format!("/components/schemas/{name}/{key}")),
                    Attempt::Without,
                );
            }
        }
        let pair = ["enum", "type"].map(|key| at(&format!("/components/schemas/7/{key}")));
        let found = trials.run(1_000_000, |edits| {
            edits.iter().filter(|(at, _)| pair.contains(at)).count() != 1
        });
        assert_eq!((found.same.len(), found.needed.len()), (398, 2));
    }
}
