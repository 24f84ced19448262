//! Finds the `$id`s and anchors of a file, each once.

use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Sink, clip};
use crate::grammar::{self, Kind, Shape};
use crate::tree::{FileId, Names, Node, Place, Pointer, Tree, Value};

/// Keys of plain data: a `$id` in there is a value like any other.
const DATA: [&str; 5] = ["const", "default", "enum", "example", "examples"];

/// Adds the names that stand in a file to those of the tree.
pub(super) fn index(tree: &mut Tree, file: FileId, sink: &mut Sink) {
    let Some(read) = tree.files.get(file.0 as usize) else {
        return;
    };
    let mut names = std::mem::take(&mut tree.names);
    let is_root = file == FileId::default();
    let own = Arc::make_mut(&mut names);
    own.add_file(
        file,
        match &read.path {
            Some(path) if is_root => path.file_name().and_then(|name| name.to_str()),
            _ => Some(read.name.as_str()),
        }
        .unwrap_or("document"),
    );
    let mut walk = Walk {
        tree,
        names: own,
        pointer: Pointer::root(file),
        sink,
    };
    let is_document = is_root || read.root.get("openapi").is_some();
    walk.node(
        &read.root,
        is_document.then_some(Shape::One(Kind::Document)),
    );
    tree.names = names;
}

/// Whether keys that the grammar does not know may lead to schemas, which references name.
fn may_hold_schemas(shape: Option<Shape>) -> bool {
    matches!(
        shape,
        None | Some(Shape::One(Kind::Document | Kind::Components | Kind::Schema))
    )
}

/// Whether a key that the grammar does not know may be the name of a schema.
fn is_name_of_schema(key: &str) -> bool {
    !DATA.contains(&key) && !key.starts_with("x-")
}

struct Walk<'w> {
    tree: &'w Tree,
    names: &'w mut Names,
    pointer: Pointer,
    sink: &'w mut Sink,
}

impl Walk<'_> {
    /// A node of a shape; `None`: of a kind that only a reference to it will tell, so that it may
    /// be a schema. What is read here has the depth that `load` allows.
    fn node(&mut self, node: &Node, shape: Option<Shape>) {
        match &node.value {
            Value::Object(_) => self.object(node, shape),
            Value::Array(items) => {
                let inner = match shape {
                    Some(Shape::List(kind)) => Some(Shape::One(kind)),
                    _ => None,
                };
                for (index, item) in items.iter().enumerate() {
                    self.pointer.push(&index.to_string());
                    self.node(item, inner);
                    self.pointer.pop();
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn object(&mut self, node: &Node, shape: Option<Shape>) {
        if matches!(shape, None | Some(Shape::One(Kind::Schema))) {
            self.names_of(node);
        }
        for entry in node.as_map().into_iter().flatten() {
            let key = &entry.key;
            let inner = match shape {
                Some(Shape::Map(kind) | Shape::List(kind)) => Some(Shape::One(kind)),
                Some(Shape::One(kind)) => grammar::child(kind, key),
                None => grammar::child(Kind::Schema, key),
            };
            if inner.is_none() && !(may_hold_schemas(shape) && is_name_of_schema(key)) {
                continue;
            }
            self.pointer.push(key);
            self.node(&entry.node, inner);
            self.pointer.pop();
        }
    }

    fn names_of(&mut self, node: &Node) {
        let text = |key: &str| {
            let value = node.get(key)?;
            Some((value.as_str()?.to_owned(), value.at))
        };
        if let Some((id, at)) = text("$id") {
            match id.split_once('#') {
                None | Some((_, "")) => {
                    let taken = self.names.add_id(&self.pointer, &id).err();
                    self.duplicate("$id", &id, at, taken);
                }
                // Before 2019-09 this was how an anchor was written. A pointer there names nothing.
                Some(("", anchor)) if !anchor.starts_with('/') => self.anchor("$id", anchor, at),
                Some(_) => {}
            }
        }
        for key in ["$anchor", "$dynamicAnchor"] {
            if let Some((anchor, at)) = text(key) {
                self.anchor(key, &anchor, at);
            }
        }
    }

    fn anchor(&mut self, key: &str, name: &str, at: Place) {
        let dynamic = key == "$dynamicAnchor";
        let taken = self.names.add_anchor(&self.pointer, name, dynamic).err();
        self.duplicate(key, name, at, taken);
    }

    fn duplicate(&mut self, key: &str, name: &str, at: Place, taken: Option<Pointer>) {
        let Some(first) = taken.map(|first| first.child(key)) else {
            return;
        };
        let place = self.tree.place(&first);
        if place == Some(at) {
            // An alias shows one text in two places.
            return;
        }
        let message = format!("`{key}: {}` is the name of another schema too", clip(name));
        let pointer = self.pointer.child(key);
        let mut found = Diagnostic::new(Code::DUPLICATE_ANCHOR, message, pointer, Some(at));
        if let Some(place) = place {
            found = found.label(place, "first given here");
        }
        let help = "references by this name lead to the first; give one another name";
        self.sink.push(found.help(help).remove());
    }
}
