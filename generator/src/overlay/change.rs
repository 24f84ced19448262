//! Actions on the document.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use serde_json::Value as Json;

use super::image::{image, refresh};
use super::merge::{self, Misfit};
use super::nothing::nothing;
use super::path::Path;
use super::read::{Action, Change};
use crate::diag::{Code, Diagnostic, Sink, clip};
use crate::load::Loading;
use crate::tree::{Node, Pointer, Value};

/// Applies actions, each to what the ones before it left.
pub(super) struct Changer<'c> {
    loading: &'c mut Loading,
    image: Json,
    sink: &'c mut Sink,
}

impl<'c> Changer<'c> {
    pub(super) fn new(loading: &'c mut Loading, sink: &'c mut Sink) -> Self {
        let image = loading.tree.root().map(image).unwrap_or_default();
        Self {
            loading,
            image,
            sink,
        }
    }

    pub(super) fn apply(&mut self, action: &Action) {
        let target = &action.target;
        let found = target.find(&self.image);
        if found.is_empty() {
            self.sink.push(nothing(target, &self.image));
            return;
        }
        match &action.change {
            Change::Remove => self.remove(target, &found),
            Change::Update(new) => self.merge(target, &found, new),
            Change::Copy(source) => {
                if let Some(new) = self.source(source) {
                    self.merge(target, &found, &new);
                }
            }
        }
    }

    fn remove(&mut self, target: &Path, found: &[Pointer]) {
        // The deepest first, so that the indexes on the way to them stay.
        let mut parents: BTreeMap<_, HashSet<String>> = BTreeMap::new();
        for pointer in found {
            let (Some(parent), Some(last)) = (pointer.parent(), pointer.last()) else {
                let message = "the whole document can not be removed";
                self.error(target, message, "name a part of it: `$.paths['/pets']`");
                return;
            };
            let depth = Reverse(parent.tokens().count());
            let names = parents.entry((depth, parent)).or_default();
            names.insert(last.into_owned());
        }
        for ((_, parent), names) in &parents {
            match self.loading.tree.get_mut(parent).map(|n| &mut n.value) {
                Some(Value::Object(map)) => map.retain(|entry| !names.contains(&entry.key)),
                Some(Value::Array(items)) => {
                    let mut indexes = 0..;
                    items.retain(|_| {
                        let index = indexes.next().map(|index: usize| index.to_string());
                        !index.is_some_and(|index| names.contains(&index))
                    });
                }
                _ => {}
            }
            refresh(&mut self.image, &self.loading.tree, parent);
        }
    }

    /// The one node that a `copy` names.
    fn source(&mut self, source: &Path) -> Option<Node> {
        match source.find(&self.image).as_slice() {
            [] => self.sink.push(nothing(source, &self.image)),
            [one] => return self.loading.tree.get(one).cloned(),
            many => {
                let shown = clip(&source.text);
                let message = format!("`{shown}` selects {} nodes to copy", many.len());
                self.error(source, message, "`copy` names a single node");
            }
        }
        None
    }

    fn merge(&mut self, target: &Path, found: &[Pointer], new: &Node) {
        if !self.are_of_one_kind(target, found) {
            return;
        }
        let (depth, count) = merge::size(new);
        for pointer in found {
            let depth = pointer.tokens().count() + depth;
            if !self.loading.has_room(depth, count) {
                let message = "with this action the document is larger than the limits";
                self.error(target, message, "select fewer nodes, or set other `limits`");
                return;
            }
            let Some(old) = self.loading.tree.get_mut(pointer) else {
                continue;
            };
            if let Err(misfit) = merge::into_target(old, new, pointer) {
                self.misfit(target, &misfit);
            }
            refresh(&mut self.image, &self.loading.tree, pointer);
        }
    }

    fn are_of_one_kind(&mut self, target: &Path, found: &[Pointer]) -> bool {
        let tree = &self.loading.tree;
        let mut kinds = found
            .iter()
            .filter_map(|pointer| tree.get(pointer))
            .map(|node| match node.value {
                Value::Object(_) => "objects",
                Value::Array(_) => "arrays",
                _ => "primitive values",
            });
        let first = kinds.next();
        let Some((first, other)) = first.zip(kinds.find(|kind| Some(*kind) != first)) else {
            return true;
        };
        let message = format!("`{}` selects {first} and {other}", clip(&target.text));
        self.error(target, message, "write an action for each");
        false
    }

    fn misfit(&mut self, target: &Path, misfit: &Misfit) {
        let ((old, was), (new, at)) = (misfit.old, misfit.new);
        let shown = misfit.at.to_string();
        let shown = clip(&shown);
        let message = format!("{new} can not be merged into {old}, which `{shown}` is");
        let pointer = target.pointer.clone();
        let found = Diagnostic::new(Code::BAD_OVERLAY, message, pointer, Some(at));
        let help = "remove what is there by an action of its own first";
        self.sink.push(found.label(was, "this is there").help(help));
    }

    fn error(&mut self, path: &Path, message: impl Into<String>, help: &str) {
        let pointer = path.pointer.clone();
        let found = Diagnostic::new(Code::BAD_OVERLAY, message, pointer, Some(path.at));
        self.sink.push(found.help(help));
    }
}
