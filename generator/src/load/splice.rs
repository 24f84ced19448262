//! A `$ref` in a place that `OpenAPI` gives to an object, a map, a list or a value itself.
//!
//! Tools that bundle documents follow them anywhere, so documents of many files have them. What one
//! names is put in its place before references are looked for.
//!
//! Shape: `get: {$ref: paths/pets-get.yaml}`, `schemas: {$ref: schemas/_index.yaml}`,
//! `required: {$ref: '#/x-required'}`, `parameters: [{$ref: '#/x-paging'}]` where that is a list.

use super::anchors::measure;
use super::follow::Follower;
use super::references::{self, Misplaced, Reference};
use crate::diag::{Code, Diagnostic};
use crate::grammar::{self, Kind, Plain, Shape, Takes};
use crate::tree::{Entry, FileId, Map, Node, Place, Pointer, Tree, Value};

/// How many such references may stand one in the target of another.
const MOST_HOPS: usize = 32;

impl Follower<'_> {
    /// Puts what they name in the place of all such references below an object.
    pub(super) fn splice(&mut self, tree: &mut Tree, pointer: &Pointer, kind: Kind) {
        for found in references::misplaced(tree, pointer, references::one(kind)) {
            self.put(tree, &found, &mut Vec::new());
        }
    }

    /// `open` are the targets whose own references are being put in.
    fn put(&mut self, tree: &mut Tree, found: &Misplaced, open: &mut Vec<Pointer>) {
        if !self.has_room {
            return;
        }
        let reference = &found.reference;
        let Some(target) = self.target(tree, reference) else {
            return;
        };
        if open.len() >= MOST_HOPS || open.contains(&target) || found.holder.is_below(&target) {
            return;
        }
        open.push(target.clone());
        for inner in references::misplaced(tree, &target, found.takes) {
            self.put(tree, &inner, open);
        }
        open.pop();
        if self.copy(tree, found, &target) {
            self.rebase(tree, found, &target);
            self.tell(found);
        }
    }

    /// What a reference names; its file is read.
    fn target(&mut self, tree: &mut Tree, reference: &Reference) -> Option<Pointer> {
        let known = tree.follow(&reference.pointer, &reference.text);
        let target = match known {
            None if grammar::names_a_place(&reference.text) => self.file(tree, reference)?,
            known => known?,
        };
        Some(self.dialect.moved(&target).unwrap_or(target))
    }

    /// Puts a copy in the place of a reference, where it has the shape that belongs there. What
    /// stands beside the `$ref` counts more.
    fn copy(&mut self, tree: &mut Tree, found: &Misplaced, target: &Pointer) -> bool {
        let Some(node) = tree.get(target).filter(|node| fits(found.takes, node)) else {
            return false;
        };
        let size = measure(node);
        let depth = found.holder.tokens().count().saturating_add(size.height);
        if depth > self.budget.limits.depth {
            return false;
        }
        if self.budget.take_copies(size.cost).is_none() {
            self.has_room = false;
            self.tell_of_limit(found);
            return false;
        }
        let is_named = found.is_component() && matches!(found.takes, Takes::Shape(Shape::Map(_)));
        let mut node = if is_named {
            members(node, &found.reference.text)
        } else {
            self.dialect.copied(target, &found.holder);
            // It stands where it was written.
            let at = &found.reference.pointer;
            self.dialect.copied(at, at);
            node.clone()
        };
        let Some(holder) = tree.get_mut(&found.holder) else {
            return false;
        };
        if let (Some(copy), Value::Object(own)) = (node.as_map_mut(), &mut holder.value) {
            for entry in std::mem::take(own) {
                if entry.key != "$ref" {
                    let at = found.holder.child(&entry.key);
                    self.dialect.copied(&at, &at);
                    copy.set(&entry.key, entry.node);
                }
            }
        }
        *holder = node;
        true
    }

    /// Lets the references in what was put in name the same as before, from another file.
    fn rebase(&mut self, tree: &mut Tree, found: &Misplaced, target: &Pointer) {
        let holder = &found.holder;
        if holder.file == target.file || found.is_component() {
            return;
        }
        for inner in references::within(tree, target, found.takes) {
            let known = tree.follow(&inner.pointer, &inner.text);
            let Some(to) = known.or_else(|| self.file(tree, &inner)) else {
                continue;
            };
            let text = text(tree, holder.file, &to);
            let rest = inner.pointer.as_str().strip_prefix(target.as_str());
            let Some(node) = rest.and_then(|rest| tree.get_mut(&holder.below(rest))) else {
                continue;
            };
            // What stands beside the `$ref` has references of its own.
            if node.at == inner.at {
                node.value = Value::String(text);
            }
        }
    }

    /// Puts a reference to each item of a list in the place of an item of another list that names it
    /// as a whole: the first there and the others at the end, so that no item has another pointer.
    /// Gives how many there are; none, where it names something else.
    pub(super) fn spread(
        &mut self,
        tree: &mut Tree,
        reference: &Reference,
        target: &Pointer,
    ) -> usize {
        let at = reference.at;
        let Some((list, index)) = references::item(tree, &reference.pointer) else {
            return 0;
        };
        let named = tree.get(target).and_then(Node::as_array);
        let count = named.map_or(0, <[Node]>::len);
        let is_within = list == *target || list.is_below(target) || target.is_below(&list);
        if count == 0 || is_within || self.budget.take_copies(3 * count).is_none() {
            return 0;
        }
        let base = base(&reference.text);
        let mut each = (0..count).map(|index| refer(&format!("{base}/{index}"), at));
        let Some(Value::Array(items)) = tree.get_mut(&list).map(|node| &mut node.value) else {
            return 0;
        };
        if let (Some(item), Some(first)) = (items.get_mut(index), each.next()) {
            *item = Node {
                at: item.at,
                ..first
            };
        }
        items.extend(each);
        if !std::mem::replace(&mut self.told_of_items, true) {
            let message = "a `$ref` can not stand for several items of a list (said once)";
            let pointer = list.item(index);
            let fault = Diagnostic::new(Code::MALFORMED, message, pointer, Some(at));
            let help = "each item of the list that it names is read; refer to each by itself";
            self.sink.push(fault.help(help));
        }
        count
    }

    /// Once for each kind of place: such documents have a great many.
    fn tell(&mut self, found: &Misplaced) {
        if self.told.contains(&found.takes) {
            return;
        }
        self.told.push(found.takes);
        let place = match found.takes {
            Takes::Shape(Shape::One(kind)) => kind.noun().to_owned(),
            Takes::Shape(Shape::List(kind)) => {
                format!("a whole list: each item is {}", kind.noun())
            }
            Takes::Shape(Shape::Map(kind)) => {
                format!("a whole map: each value is {}", kind.noun())
            }
            Takes::Plain(plain) => plain.noun().to_owned(),
        };
        let message = format!("a `$ref` can not stand for {place} (said once)");
        let at = Some(found.reference.at);
        let pointer = found.reference.pointer.clone();
        let fault = Diagnostic::new(Code::MALFORMED, message, pointer, at);
        self.sink
            .push(fault.help("it is read as what it names; write that itself here"));
    }

    /// What is not followed from there on is reported where it stands, as what it is.
    fn tell_of_limit(&mut self, found: &Misplaced) {
        let copies = self.budget.limits.copies;
        let message = format!(
            "references such as this make more than {copies} copies of nodes: this one and those \
             that come after it are not followed"
        );
        let at = Some(found.reference.at);
        let pointer = found.reference.pointer.clone();
        let fault = Diagnostic::new(Code::MALFORMED, message, pointer, at);
        let help = "let them stand for a path item, a schema, a parameter, a response or a body: \
                    these are not copied";
        self.sink.push(fault.help(help));
    }
}

/// Whether a node can be put where something belongs.
fn fits(takes: Takes, node: &Node) -> bool {
    match (takes, &node.value) {
        (Takes::Shape(Shape::One(_)), Value::Object(map)) => !map.has("$ref"),
        (Takes::Shape(Shape::Map(_)), Value::Object(map)) => {
            map.iter().all(|entry| is_named(&entry.key, &entry.node))
        }
        (
            Takes::Shape(Shape::List(_)) | Takes::Plain(Plain::Texts | Plain::Items | Plain::Type),
            Value::Array(_),
        ) => true,
        (Takes::Plain(Plain::Texts | Plain::Items) | Takes::Shape(_), _) => false,
        (Takes::Plain(_), value) => {
            matches!(value, Value::String(_) | Value::Number(_) | Value::Bool(_))
        }
    }
}

impl Misplaced {
    /// Whether it stands for all components of a kind.
    fn is_component(&self) -> bool {
        let parent = self.holder.parent();
        parent.is_some_and(|parent| parent == Pointer::root(FileId::default()).child("components"))
    }
}

/// A reference to each member: a component stays one with what other references name.
fn members(node: &Node, text: &str) -> Node {
    let base = base(text);
    let mut map = Map::default();
    for Entry { key, at, node } in node.as_map().into_iter().flatten() {
        // In a reference a pointer is percent-encoded.
        let token = Pointer::root(FileId::default()).child(key);
        let text = format!("{base}{}", token.as_str().replace('%', "%25"));
        map.push(Entry {
            key: key.clone(),
            at: *at,
            node: refer(&text, node.at),
        });
    }
    Node::new(Value::Object(map), node.at)
}

/// The text of a reference, to which the pointer of a part can be added.
fn base(text: &str) -> String {
    if text.contains('#') {
        text.trim_end_matches('/').to_owned()
    } else {
        format!("{text}#")
    }
}

/// `{$ref: TEXT}`.
fn refer(text: &str, at: Place) -> Node {
    let entry = Entry {
        key: "$ref".to_owned(),
        at,
        node: Node::string(text, at),
    };
    Node::new(Value::Object([entry].into_iter().collect()), at)
}

/// Whether a member can be one of a map of objects.
fn is_named(key: &str, node: &Node) -> bool {
    let is_object = matches!(node.value, Value::Object(_) | Value::Bool(_));
    is_object || key.starts_with("x-")
}

/// The text of a reference from a file; the tree learns which file it names.
fn text(tree: &mut Tree, from: FileId, to: &Pointer) -> String {
    // In a reference a pointer is percent-encoded.
    let fragment = to.as_str().replace('%', "%25");
    if from == to.file {
        return format!("#{fragment}");
    }
    let name = |id: FileId| match tree.files.get(id.0 as usize) {
        Some(file) if id != FileId::default() => file.name.clone(),
        Some(file) => {
            let last = file.path.as_ref().and_then(|path| path.file_name());
            last.map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default()
        }
        None => String::new(),
    };
    let ups = if from == FileId::default() {
        0
    } else {
        name(from).matches('/').count()
    };
    let name = format!("{}{}", "../".repeat(ups), name(to.file)).replace('#', "%23");
    tree.links.insert((from, name.clone()), to.file);
    format!("{name}#{fragment}")
}
