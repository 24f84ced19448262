//! An overlay's file to its actions.

use std::mem;

use super::path::Path;
use crate::diag::{Code, Diagnostic, Sink, clip, distance};
use crate::tree::{FileId, Map, Node, Place, Pointer, Tree, Value};

/// One action.
#[derive(Debug)]
pub(super) struct Action {
    /// What it changes.
    pub(super) target: Path,
    /// How.
    pub(super) change: Change,
}

/// What an action does.
#[derive(Debug)]
pub(super) enum Change {
    /// `remove: true`.
    Remove,
    /// `update: {deprecated: true}`: merges, appends or replaces.
    Update(Node),
    /// `copy: $.paths['/pets']`: the same, with a part of the document.
    Copy(Path),
}

const OVERLAY_KEYS: &[&str] = &["overlay", "info", "extends", "actions"];
const ACTION_KEYS: &[&str] = &["target", "description", "update", "remove", "copy"];

/// Takes the actions out of the overlay's file, of which the tree keeps the text for excerpts.
pub(super) fn read(tree: &mut Tree, id: FileId, sink: &mut Sink) -> Vec<Action> {
    let document = tree.files.first().map(|file| file.name.clone());
    let Some(file) = tree.files.get_mut(id.0 as usize) else {
        return Vec::new();
    };
    let null = Node::new(Value::Null, file.root.at);
    let root = mem::replace(&mut file.root, null);
    let mut reader = Reader {
        text: &file.text,
        is_1_0: false,
        sink,
    };
    let at = Pointer::root(id);
    let Some(map) = root.as_map() else {
        // What could not be read has been reported.
        if root.value != Value::Null || !reader.sink.has_errors() {
            let message = format!("the overlay is {}, not a mapping", root.kind());
            reader.error(message, at, root.at, START);
        }
        return Vec::new();
    };
    reader.overlay(map, &at, root.at, &document.unwrap_or_default())
}

const START: &str = "an overlay starts with `overlay: 1.1.0`, `info:` and `actions:`";

struct Reader<'r> {
    /// The text of the file.
    text: &'r str,
    is_1_0: bool,
    sink: &'r mut Sink,
}

impl Reader<'_> {
    fn overlay(&mut self, map: &Map, at: &Pointer, place: Place, document: &str) -> Vec<Action> {
        self.keys(map, OVERLAY_KEYS, at);
        if !self.version(map.get("overlay"), at, place) {
            return Vec::new();
        }
        if map.get("info").and_then(Node::as_map).is_none() {
            let message = "the overlay has no `info` with `title` and `version`";
            let found = Diagnostic::new(Code::MALFORMED, message, at.clone(), Some(place));
            self.sink
                .push(found.help("write `info: {title: Fixes, version: 1.0.0}`"));
        }
        if let Some(extends) = map.get("extends") {
            self.extends(extends, at.child("extends"), document);
        }
        let actions = map.get("actions");
        let at = at.child("actions");
        match actions.map(|node| (node, node.as_array())) {
            Some((_, Some(items))) if !items.is_empty() => {
                let items = items.iter().enumerate();
                items
                    .filter_map(|(index, item)| self.action(item, &at.item(index)))
                    .collect()
            }
            other => {
                let (message, place) = match other {
                    None => ("the overlay has no `actions`".to_owned(), place),
                    Some((node, Some(_))) => ("`actions` is empty".to_owned(), node.at),
                    Some((node, None)) => {
                        let message = format!("`actions` is {}, not an array", node.kind());
                        (message, node.at)
                    }
                };
                let help = "write a list of actions: `- target: $.info` with `update:` below";
                self.error(message, at, place, help);
                Vec::new()
            }
        }
    }

    fn version(&mut self, node: Option<&Node>, at: &Pointer, place: Place) -> bool {
        let Some(node) = node else {
            let message = "the overlay has no `overlay` field, its version";
            self.error(message.to_owned(), at.clone(), place, START);
            return false;
        };
        let text = match &node.value {
            Value::String(text) | Value::Number(text) => text.as_str(),
            _ => "",
        };
        let is = |minor: &str| {
            let patch = text.strip_prefix(minor);
            patch.is_some_and(|patch| patch.is_empty() || patch.starts_with('.'))
        };
        self.is_1_0 = is("1.0");
        if self.is_1_0 || is("1.1") {
            return true;
        }
        let message = match text {
            "" => format!("`overlay` is {}, not a version", node.kind()),
            text => format!("Overlay `{}` is not a version that is read", clip(text)),
        };
        let help = "1.0 and 1.1 are read: `overlay: 1.1.0`";
        self.error(message, at.child("overlay"), node.at, help);
        false
    }

    /// `extends` is documentation; it may show that the overlay was meant for something else.
    fn extends(&mut self, node: &Node, at: Pointer, document: &str) {
        let last = |name: &str| name.rsplit(['/', '\\']).next().map(str::to_owned);
        let Some(text) = node.as_str() else {
            let message = format!("`extends` is {}, not a string", node.kind());
            self.error(message, at, node.at, "name the document by its URL or path");
            return;
        };
        if last(text) != last(document) {
            let (text, document) = (clip(text), clip(document));
            let message = format!("`extends` names `{text}`; `{document}` is changed all the same");
            let found = Diagnostic::new(Code::IGNORED_HERE, message, at, Some(node.at));
            self.sink.push(found);
        }
    }

    fn action(&mut self, node: &Node, at: &Pointer) -> Option<Action> {
        let Some(map) = node.as_map() else {
            let message = format!("the action is {}, not an object", node.kind());
            let help = "an action has a `target`, and `update`, `remove` or `copy`";
            self.error(message, at.clone(), node.at, help);
            return None;
        };
        self.keys(map, ACTION_KEYS, at);
        let Some(target) = map.get("target") else {
            let message = "the action has no `target`".to_owned();
            let help = "say by a JSONPath what it changes: `target: $.paths['/pets'].get`";
            self.error(message, at.clone(), node.at, help);
            return None;
        };
        let target = self.path(target, at.child("target"));
        let change = self.change(map, at, node.at);
        Some(Action {
            target: target?,
            change: change?,
        })
    }

    fn change(&mut self, map: &Map, at: &Pointer, place: Place) -> Option<Change> {
        let remove = map.get("remove");
        if let Some(node) = remove.filter(|node| node.as_bool().is_none()) {
            let message = format!("`remove` is {}, not a boolean", node.kind());
            self.error(message, at.child("remove"), node.at, "write `remove: true`");
            return None;
        }
        let (update, copy) = (map.get("update"), map.entry("copy"));
        if remove.and_then(Node::as_bool) == Some(true) {
            for key in ["update", "copy"] {
                if let Some(entry) = map.entry(key) {
                    let message = format!("`{key}` has no effect beside `remove: true`");
                    let at = at.child(key);
                    let code = Code::IGNORED_HERE;
                    self.sink
                        .push(Diagnostic::new(code, message, at, Some(entry.at)));
                }
            }
            return Some(Change::Remove);
        }
        match (update, copy) {
            (Some(node), None) => Some(Change::Update(node.clone())),
            (None, Some(entry)) => {
                let at = at.child("copy");
                if self.is_1_0 {
                    let message = "`copy` is a keyword of Overlay 1.1, read as it is meant there";
                    let place = Some(entry.at);
                    let found = Diagnostic::new(Code::OTHER_VERSION, message, at.clone(), place);
                    self.sink.push(found.help("write `overlay: 1.1.0`"));
                }
                Some(Change::Copy(self.path(&entry.node, at)?))
            }
            (Some(_), Some(entry)) => {
                let message = "`update` and `copy` stand in one action".to_owned();
                self.error(message, at.clone(), entry.at, "write two actions");
                None
            }
            (None, None) => {
                let message = "the action does nothing".to_owned();
                let help = "give it an `update`, `remove: true`, or a `copy`";
                self.error(message, at.clone(), place, help);
                None
            }
        }
    }

    fn path(&mut self, node: &Node, pointer: Pointer) -> Option<Path> {
        let Some(text) = node.as_str() else {
            let message = format!("the JSONPath is {}, not a string", node.kind());
            self.error(message, pointer, node.at, "put it in quotes");
            return None;
        };
        match Path::parse(text, node.at, pointer, self.text) {
            Ok(path) => Some(path),
            Err(found) => {
                self.sink.push(*found);
                None
            }
        }
    }

    /// Reports keys that an overlay does not have.
    fn keys(&mut self, map: &Map, known: &[&str], at: &Pointer) {
        for entry in map {
            let key = entry.key.as_str();
            if known.contains(&key) || key.starts_with("x-") {
                continue;
            }
            let message = format!("`{}` is no key of an overlay here", clip(key));
            let near = known.iter().min_by_key(|known| distance(known, key));
            let help = match near.filter(|known| distance(known, key) <= 2) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("there are `{}`, and `x-...`", known.join("`, `")),
            };
            self.error(message, at.child(key), entry.at, &help);
        }
    }

    fn error(&mut self, message: String, pointer: Pointer, at: Place, help: &str) {
        let found = Diagnostic::new(Code::BAD_OVERLAY, message, pointer, Some(at));
        self.sink.push(found.help(help));
    }
}
