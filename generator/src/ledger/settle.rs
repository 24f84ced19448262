//! From what was said of nodes to entries: what holds others ends as the best of them does.

use std::collections::{HashMap, HashSet};

use crate::diag::Code;
use crate::tree::{FileId, Map, Node, Pointer, Tree, Value};

use super::mark::Mark;
use super::probe::Found;
use super::trial::{Attempt, Edit, Tried};
use super::walk::Walk;
use super::{End, Entry, Ledger};

/// The ledger of a document as it was written, after a walk through `walk.tree`, which is the same
/// or what `convert` made of it, or has copies in the place of references.
///
/// `tried` is what edits of it have shown.
pub(crate) fn settle(walk: &Walk<'_>, found: &Found, tried: &Tried, written: &Tree) -> Ledger {
    let is_other = !std::ptr::eq(walk.tree, written);
    let places = is_other.then(|| places(walk, found));
    let mut book = Book {
        walk,
        found,
        places,
        is_converted: walk.run.is_converted,
        tried: by_node(&tried.same, written),
        needed: needed(&tried.needed, written),
        ends: HashMap::new(),
        file: String::new(),
        entries: Vec::new(),
    };
    let mut dropped = Vec::new();
    for (index, file) in (0..).zip(&written.files) {
        if (1..=written.beside).contains(&index) {
            continue;
        }
        book.file.clone_from(&file.name);
        book.end(&file.root, "");
        let at = Pointer::root(FileId(index));
        book.enter(&file.root, &at, None);
        dropped.extend(file.dropped.iter().map(|(at, node)| Entry {
            pointer: at.clone(),
            file: file.name.clone(),
            place: node.at,
            end: End::Ignored(Code::DUPLICATE_KEY),
            nodes: values(node),
        }));
    }
    Ledger::new(book.entries, dropped)
}

/// What was tried, by node: what changes nothing by being left out is no less for being any value.
fn by_node(tried: &[Edit], written: &Tree) -> HashMap<*const Node, Attempt> {
    let mut by_node = HashMap::new();
    for (at, attempt) in tried {
        if let Some(node) = written.get(at) {
            let known = by_node.entry(std::ptr::from_ref(node)).or_insert(*attempt);
            *known = (*attempt).min(*known);
        }
    }
    by_node
}

/// What is not left out without a change of the code.
fn needed(tried: &[Edit], written: &Tree) -> HashSet<*const Node> {
    let without = tried.iter().filter(|(_, how)| *how == Attempt::Without);
    let nodes = without.filter_map(|(at, _)| written.get(at));
    nodes.map(std::ptr::from_ref).collect()
}

/// Where a node stands, and whether it holds others.
type Spot = (FileId, u32, bool);

struct Book<'a> {
    walk: &'a Walk<'a>,
    found: &'a Found,
    /// Where the tree is another than what was written.
    places: Option<HashMap<Spot, Option<End>>>,
    is_converted: bool,
    /// What was tried, and changes nothing.
    tried: HashMap<*const Node, Attempt>,
    /// What was tried, and changes something.
    needed: HashSet<*const Node>,
    ends: HashMap<*const Node, End>,
    file: String,
    entries: Vec<Entry>,
}

/// What was said of nodes, if anything was, by where they stand in the text.
fn places(walk: &Walk<'_>, found: &Found) -> HashMap<Spot, Option<End>> {
    let mut places = HashMap::new();
    let mut todo: Vec<&Node> = walk.tree.files.iter().map(|file| &file.root).collect();
    while let Some(node) = todo.pop() {
        match &node.value {
            Value::Array(items) => todo.extend(items),
            Value::Object(map) => todo.extend(map.iter().map(|entry| &entry.node)),
            _ => {}
        }
        let mark = walk.marks.get(&std::ptr::from_ref(node));
        let end = mark.map(|mark| end_of(*mark, found));
        let known = places.entry(spot(node)).or_insert(end);
        *known = [*known, end].into_iter().flatten().min();
    }
    places
}

fn spot(node: &Node) -> Spot {
    let is_holder = node.as_map().is_some() || node.as_array().is_some();
    (node.at.file, node.at.offset, is_holder)
}

fn end_of(mark: Mark, found: &Found) -> End {
    match mark {
        Mark::Used => End::Used,
        Mark::Documents(probe, _) if found.has(probe) => End::Documentation,
        Mark::Names(probe, _) if found.has(probe) => End::Ignored(Code::PRESENT),
        Mark::Ignored(code) | Mark::Documents(_, code) | Mark::Names(_, code) => End::Ignored(code),
    }
}

/// What `convert` makes something else of, that keeps no place.
const MADE_ANEW: [&str; 12] = [
    "swagger",
    "host",
    "basePath",
    "schemes",
    "consumes",
    "produces",
    "collectionFormat",
    "in",
    "name",
    "required",
    "flow",
    "$ref",
];

impl Book<'_> {
    /// What was said of a node itself.
    fn said(&self, node: &Node, key: &str) -> Option<End> {
        if let Some(places) = &self.places {
            let place = places.get(&spot(node)).copied();
            let is_anew = if self.is_converted {
                MADE_ANEW.contains(&key)
            } else {
                // What it names has its place.
                key == "$ref" && place.is_none()
            };
            let said = place.flatten();
            return said.or_else(|| (!has_parts(node) && is_anew).then_some(End::Used));
        }
        let mark = self.walk.marks.get(&std::ptr::from_ref(node));
        mark.map(|mark| end_of(*mark, self.found))
    }

    /// How a node ends.
    fn end(&mut self, node: &Node, key: &str) -> End {
        match self.tried.get(&std::ptr::from_ref(node)) {
            Some(Attempt::Without) => return self.restate(node),
            Some(Attempt::Other) => {
                let end = End::Ignored(Code::PRESENT);
                self.ends.insert(node, end);
                return end;
            }
            None => {}
        }
        let below: Vec<End> = match &node.value {
            Value::Array(items) => {
                let inner = if MADE_ANEW.contains(&key) { key } else { "" };
                items.iter().map(|item| self.end(item, inner)).collect()
            }
            Value::Object(map) => map
                .iter()
                .map(|entry| {
                    if self.tried.contains_key(&std::ptr::from_ref(&entry.node)) {
                        self.end(&entry.node, &entry.key)
                    } else if self.is_unheard(map, &entry.key) {
                        self.settle_all(&entry.node, End::Ignored(Code::IGNORED_HERE))
                    } else if self.is_usual(map, &entry.key) {
                        self.settle_all(&entry.node, End::Ignored(Code::RESTATED));
                        let node = std::ptr::from_ref(&entry.node);
                        self.ends.insert(node, End::Ignored(Code::RESTATED));
                        End::Ignored(Code::RESTATED)
                    } else {
                        self.end(&entry.node, &entry.key)
                    }
                })
                .collect(),
            _ => Vec::new(),
        };
        let mut best = below.into_iter().min();
        // Of two that each hold without being said one may be needed, and of media types.
        let most = usize::from(key != "content");
        if self.tried_in(node) > most && best.is_some_and(|end| end.code().is_some()) {
            best = Some(End::Used);
        }
        let end = match self.said(node, key) {
            Some(said) => said,
            None => best.unwrap_or(End::Ignored(Code::UNREACHED)),
        };
        // A mistake that an item is ignored for may be what decides of its holder.
        let is_needed = self.needed.contains(&std::ptr::from_ref(node));
        let end = match end {
            End::Ignored(code) if is_needed && code != Code::PRESENT => End::Used,
            end => end,
        };
        self.ends.insert(node, end);
        end
    }

    /// How many of its parts were left out in trials that changed nothing.
    fn tried_in(&self, node: &Node) -> usize {
        let is_tried = |part: &Node| {
            let tried = self.tried.get(&std::ptr::from_ref(part));
            tried == Some(&Attempt::Without)
        };
        match &node.value {
            Value::Array(items) => items.iter().filter(|item| is_tried(item)).count(),
            Value::Object(map) => map.iter().filter(|entry| is_tried(&entry.node)).count(),
            _ => 0,
        }
    }

    /// Says of a node and all below that it holds without being said.
    fn restate(&mut self, node: &Node) -> End {
        let end = End::Ignored(Code::RESTATED);
        let mut todo = vec![node];
        while let Some(node) = todo.pop() {
            match &node.value {
                Value::Array(items) => todo.extend(items),
                Value::Object(map) => todo.extend(map.iter().map(|entry| &entry.node)),
                _ => {}
            }
            self.ends.insert(node, end);
        }
        end
    }

    /// Keys of an operation of Swagger 2.0 that its other keys leave nothing to say.
    fn is_unheard(&self, map: &Map, key: &str) -> bool {
        let is_form = |node: &Node| node.get("in").and_then(Node::as_str) == Some("formData");
        let has_form = || {
            let parameters = map.get("parameters").and_then(Node::as_array);
            parameters.is_some_and(|all| all.iter().any(is_form))
        };
        let is_body = || map.get("in").and_then(Node::as_str) == Some("body");
        let is_operation = map.has("responses") && !map.has("swagger");
        self.is_converted
            && match key {
                "schemes" => is_operation,
                "consumes" => is_operation && has_form(),
                "name" => is_body(),
                _ => false,
            }
    }

    /// The media types that a document of Swagger 2.0 has without saying so.
    fn is_usual(&self, map: &Map, key: &str) -> bool {
        let types = map.get(key).and_then(Node::as_array).unwrap_or_default();
        self.is_converted
            && map.has("swagger")
            && matches!(key, "consumes" | "produces")
            && matches!(types, [one] if one.as_str() == Some("application/json"))
    }

    fn settle_all(&mut self, node: &Node, end: End) -> End {
        for item in node.as_array().unwrap_or_default() {
            self.ends.insert(item, end);
        }
        // That an operation has some of its own is seen, and which these are is not.
        let own = if has_parts(node) { End::Used } else { end };
        self.ends.insert(node, own);
        own
    }

    /// Writes the entries of a node and what is below, in a holder that ends as `above`. Gives how
    /// many values end as the holder.
    fn enter(&mut self, node: &Node, at: &Pointer, above: Option<End>) -> usize {
        let end = self.ends.get(&std::ptr::from_ref(node)).copied();
        let end = end.unwrap_or(End::Used);
        let own = self.entries.len();
        if above != Some(end) {
            self.entries.push(Entry {
                pointer: at.clone(),
                file: self.file.clone(),
                place: node.at,
                end,
                nodes: 0,
            });
        }
        let nodes = match &node.value {
            Value::Array(items) if !items.is_empty() => {
                let each = items.iter().enumerate();
                each.map(|(index, item)| self.enter(item, &at.item(index), Some(end)))
                    .sum()
            }
            Value::Object(map) if !map.is_empty() => map
                .iter()
                .map(|entry| self.enter(&entry.node, &at.child(&entry.key), Some(end)))
                .sum(),
            _ => 1,
        };
        if above == Some(end) {
            return nodes;
        }
        if let Some(entry) = self.entries.get_mut(own) {
            entry.nodes = nodes;
        }
        0
    }
}

/// Whether a node holds others.
pub(super) fn has_parts(node: &Node) -> bool {
    match &node.value {
        Value::Array(items) => !items.is_empty(),
        Value::Object(map) => !map.is_empty(),
        _ => false,
    }
}

/// How many values without parts there are in a node.
fn values(node: &Node) -> usize {
    match &node.value {
        Value::Array(items) if !items.is_empty() => items.iter().map(values).sum(),
        Value::Object(map) if !map.is_empty() => map.iter().map(|entry| values(&entry.node)).sum(),
        _ => 1,
    }
}
