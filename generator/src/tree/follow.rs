//! From a `$ref` to what it names.

use std::collections::HashSet;

use percent_encoding::percent_decode_str;

use super::{Node, Pointer, Tree, member};

/// What a reference names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it is, or would be: whether there is a node is for the caller to see.
    pub at: Pointer,
    /// Why it was taken, where the reference does not name it by the letter.
    pub loosely: Option<&'static str>,
}

/// How many schemas a pointer may lead through by their references.
const MOST_STEPS: usize = 100;

const BY_FILE: &str = "is read from the file's start; below an `$id` it starts at that schema";
const BY_ANCHOR: &str = "stands in another resource; it is the only anchor of that name";
const THROUGH: &str = "goes through references, which a JSON pointer does not";

impl Tree {
    /// Where a `$ref` leads: see [`Tree::find`].
    pub fn follow(&self, from: &Pointer, reference: &str) -> Option<Pointer> {
        self.find(from, reference).map(|found| found.at)
    }

    /// Whether a reference at a pointer names something that is there, and by the letter.
    pub fn names_exactly(&self, from: &Pointer, reference: &str) -> bool {
        let found = self.find(from, reference);
        found.is_some_and(|found| found.loosely.is_none() && self.get(&found.at).is_some())
    }

    /// What a `$ref` at a pointer names: `#/a/b`, `#anchor`, `other.yaml#/a/b`, or the `$id` of a
    /// schema, against which references inside it are resolved. `None` where its file was not found
    /// (which `load` has reported as a dangling reference), or where there is no such anchor.
    pub fn find(&self, from: &Pointer, reference: &str) -> Option<Found> {
        let exact = |at| Found { at, loosely: None };
        let loose = |at, why| Found {
            at,
            loosely: Some(why),
        };
        let (resource, fragment) = self.split(from, reference)?;
        if !fragment.is_empty() && !fragment.starts_with('/') {
            let names = &self.names;
            let anchor = names.anchor(&resource, &fragment).cloned().map(exact);
            let only = || names.only(&fragment).cloned();
            return anchor.or_else(|| Some(loose(only()?, BY_ANCHOR)));
        }
        let at = resource.below(&fragment);
        if self.get(&at).is_some() {
            return Some(exact(at));
        }
        let by_file = Pointer::parse(resource.file, &fragment)?;
        if by_file != at && self.get(&by_file).is_some() {
            return Some(loose(by_file, BY_FILE));
        }
        match self.through(&resource, &at) {
            Some(through) => Some(loose(through, THROUGH)),
            None => Some(exact(at)),
        }
    }

    /// The resource that a reference names a part of, and its decoded fragment.
    fn split(&self, from: &Pointer, reference: &str) -> Option<(Pointer, String)> {
        let (name, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let own = self.names.resource(from);
        let resource = if name.is_empty() {
            own
        } else if let Some(named) = self.names.named(&own, name) {
            named.clone()
        } else {
            Pointer::root(*self.links.get(&(from.file, name.to_owned()))?)
        };
        let fragment = percent_decode_str(fragment).decode_utf8().ok()?;
        Some((resource, fragment.into_owned()))
    }

    /// What a pointer names once references and members of `allOf` on its way are looked into,
    /// where that is one thing: `#/components/schemas/A/properties/b`, and `A` is a `$ref`.
    fn through(&self, resource: &Pointer, pointer: &Pointer) -> Option<Pointer> {
        let mut steps = MOST_STEPS;
        let mut now = vec![resource.clone()];
        let skip = resource.tokens().count();
        for token in pointer.tokens().skip(skip) {
            let mut next = Vec::new();
            let mut seen = HashSet::new();
            while let Some(at) = now.pop() {
                steps = steps.checked_sub(1)?;
                let Some(node) = self.get(&at).filter(|_| seen.insert(at.clone())) else {
                    continue;
                };
                if member(node, &token).is_some() {
                    next.push(at.child(&token));
                }
                self.push_parts(&at, node, &mut now);
            }
            now = next;
        }
        let mut found = now.into_iter();
        found.next().filter(|_| found.next().is_none())
    }

    /// What a schema says by reference, and as members of `allOf`.
    fn push_parts(&self, at: &Pointer, node: &Node, parts: &mut Vec<Pointer>) {
        if let Some(text) = node.get("$ref").and_then(Node::as_str)
            && let Some((resource, fragment)) = self.split(at, text)
        {
            let named = match self.names.anchor(&resource, &fragment) {
                Some(anchor) => anchor.clone(),
                None => resource.below(&fragment),
            };
            parts.push(named);
        }
        let members = node.get("allOf").and_then(Node::as_array);
        let count = members.map_or(0, <[Node]>::len).min(MOST_STEPS);
        parts.extend((0..count).map(|index| at.child("allOf").item(index)));
    }
}
