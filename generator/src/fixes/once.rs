//! One action for one place: several diagnostics may mend the same mistake.

use std::collections::HashMap;

use crate::diag::{Action, Change, Diagnostic};
use crate::tree::Value;

use super::path;

/// Leaves out the actions of a diagnostic that others make needless, so that all of a document can be
/// applied: of those that take out or set the same node the ones that do most count, which mends the
/// others too; what is in a node that is taken out needs no mending.
pub(super) fn once(found: &mut [Diagnostic]) {
    let mut best: HashMap<String, usize> = HashMap::new();
    for at in 0..found.len() {
        for slot in found[at].actions.iter().flat_map(slots).collect::<Vec<_>>() {
            let count = found[at].actions.len();
            match best.get(&slot).copied() {
                Some(other) if found[other].actions.len() > count => {
                    found[at].actions.clear();
                    break;
                }
                Some(other) if other != at => found[other].actions.clear(),
                _ => {}
            }
            best.insert(slot, at);
        }
    }
    let removed: HashMap<String, usize> = (0..)
        .zip(&*found)
        .flat_map(|(at, found)| found.actions.iter().map(move |action| (at, action)))
        .filter(|(_, action)| action.change == Change::Remove)
        .map(|(at, action)| (action.target.clone(), at))
        .collect();
    for (at, found) in found.iter_mut().enumerate() {
        let is_moot = |action: &Action| {
            let target = &action.target;
            let ends = target.match_indices(['.', '[']).map(|(end, _)| end);
            let mut above = ends.chain([target.len()]).map(|end| &target[..end]);
            above.any(|above| removed.get(above).is_some_and(|other| *other != at))
        };
        if found.actions.iter().any(is_moot) {
            found.actions.clear();
        }
    }
}

/// The nodes that an action takes out, or gives a single value. Items that are added to a list are
/// several things.
fn slots(action: &Action) -> Vec<String> {
    match &action.change {
        Change::Remove => vec![action.target.clone()],
        Change::Update(Value::Object(map)) => map
            .iter()
            .filter(|entry| !matches!(entry.node.value, Value::Array(_) | Value::Object(_)))
            .map(|entry| path::member(&action.target, &entry.key))
            .collect(),
        Change::Update(_) | Change::Copy(_) => Vec::new(),
    }
}
