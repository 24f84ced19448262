use crate::grammar::{self, Kind, Shape};
use crate::tree::{Node, Place, Pointer, Tree, Value};

/// A `$ref` that stands where a reference can stand: not a property of that name, not text in an
/// example, a default or an extension.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    /// Its text.
    pub(super) text: String,
    /// Where the text stands.
    pub(super) at: Place,
    /// The pointer of the `$ref` itself, which says what its text is relative to.
    pub(super) pointer: Pointer,
    /// What it should name.
    pub(super) kind: Kind,
}

/// An object of a kind, somewhere in a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Object {
    pub(super) pointer: Pointer,
    pub(super) kind: Kind,
}

/// Every reference in an object, in document order.
pub(super) fn below(tree: &Tree, object: &Object) -> Vec<Reference> {
    let mut walk = Walk {
        start: &object.pointer,
        path: Vec::new(),
        found: Vec::new(),
    };
    if let Some(node) = tree.get(&object.pointer) {
        walk.object(node, object.kind);
    }
    walk.found
}

/// Whether looking for references in one object comes by another one below it, as the same kind.
pub(super) fn reaches(from: &Object, to: &Object) -> bool {
    let mut now = Shape::One(from.kind);
    for token in to.pointer.tokens().skip(from.pointer.tokens().count()) {
        now = match now {
            Shape::One(kind) => match grammar::child(kind, &token) {
                Some(next) => next,
                None => return false,
            },
            Shape::List(kind) | Shape::Map(kind) => Shape::One(kind),
        };
    }
    now == Shape::One(to.kind)
}

struct Walk<'t> {
    start: &'t Pointer,
    /// The steps from the start to where the walk is.
    path: Vec<Step<'t>>,
    found: Vec<Reference>,
}

#[derive(Clone, Copy)]
enum Step<'t> {
    Key(&'t str),
    Item(usize),
}

impl<'t> Walk<'t> {
    fn object(&mut self, node: &'t Node, kind: Kind) {
        for entry in node.as_map().into_iter().flatten() {
            self.path.push(Step::Key(&entry.key));
            match (entry.key.as_str(), entry.node.as_str()) {
                ("$ref", Some(_)) if kind.may_be_reference() => self.push(&entry.node, kind),
                ("$dynamicRef", Some(_)) if kind == Kind::Schema => self.push(&entry.node, kind),
                ("mapping", None) if kind == Kind::Discriminator => self.mapping(&entry.node),
                _ => {
                    if let Some(shape) = grammar::child(kind, &entry.key) {
                        self.shape(&entry.node, shape);
                    }
                }
            }
            self.path.pop();
        }
    }

    fn mapping(&mut self, node: &'t Node) {
        for entry in node.as_map().into_iter().flatten() {
            if entry.node.as_str().is_some_and(grammar::names_a_place) {
                self.path.push(Step::Key(&entry.key));
                self.push(&entry.node, Kind::Schema);
                self.path.pop();
            }
        }
    }

    fn push(&mut self, node: &Node, kind: Kind) {
        let text = node.as_str().unwrap_or_default().to_owned();
        let (at, pointer) = (node.at, self.pointer());
        self.found.push(Reference {
            text,
            at,
            pointer,
            kind,
        });
    }

    fn shape(&mut self, node: &'t Node, shape: Shape) {
        match (shape, &node.value) {
            (Shape::One(kind), _) => self.object(node, kind),
            (Shape::List(kind), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.path.push(Step::Item(index));
                    self.object(item, kind);
                    self.path.pop();
                }
            }
            (Shape::Map(kind), Value::Object(map)) => {
                for entry in map {
                    self.path.push(Step::Key(&entry.key));
                    self.object(&entry.node, kind);
                    self.path.pop();
                }
            }
            _ => {}
        }
    }

    fn pointer(&self) -> Pointer {
        let start = self.start.clone();
        self.path.iter().fold(start, |pointer, step| match step {
            Step::Key(key) => pointer.child(key),
            Step::Item(index) => pointer.item(*index),
        })
    }
}
