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

/// A reference where an object, a map or a list itself belongs.
#[derive(Clone, Debug)]
pub(super) struct Misplaced {
    /// What holds the `$ref`.
    pub(super) holder: Pointer,
    /// What belongs there.
    pub(super) shape: Shape,
    pub(super) reference: Reference,
}

/// Every reference in an object, in document order.
pub(super) fn below(tree: &Tree, object: &Object) -> Vec<Reference> {
    within(tree, &object.pointer, Shape::One(object.kind))
}

/// The same, in objects that stand at a pointer.
pub(super) fn within(tree: &Tree, start: &Pointer, shape: Shape) -> Vec<Reference> {
    Walk::new(tree, start, shape, Looking::Placed).found
}

/// Every reference in objects that stands where none can.
pub(super) fn misplaced(tree: &Tree, start: &Pointer, shape: Shape) -> Vec<Misplaced> {
    let walk = Walk::new(tree, start, shape, Looking::Misplaced);
    let found = walk.found.into_iter().zip(walk.shapes);
    let misplaced = found.filter_map(|(reference, shape)| {
        let holder = reference.pointer.parent()?;
        Some(Misplaced {
            holder,
            shape,
            reference,
        })
    });
    misplaced.collect()
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
    looking: Looking,
    found: Vec<Reference>,
    /// What belongs in the places of misplaced ones.
    shapes: Vec<Shape>,
}

/// Which references are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looking {
    Placed,
    Misplaced,
}

#[derive(Clone, Copy)]
enum Step<'t> {
    Key(&'t str),
    Item(usize),
}

impl<'t> Walk<'t> {
    fn new(tree: &'t Tree, start: &'t Pointer, shape: Shape, looking: Looking) -> Self {
        let mut walk = Self {
            start,
            path: Vec::new(),
            looking,
            found: Vec::new(),
            shapes: Vec::new(),
        };
        if let Some(node) = tree.get(start) {
            walk.shape(node, shape);
        }
        walk
    }

    fn object(&mut self, node: &'t Node, kind: Kind) {
        if self.looking == Looking::Misplaced {
            self.members(node, kind);
            return;
        }
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

    /// What stands at the keys of an object, without its own `$ref`.
    fn members(&mut self, node: &'t Node, kind: Kind) {
        for entry in node.as_map().into_iter().flatten() {
            if let Some(shape) = grammar::child(kind, &entry.key) {
                self.path.push(Step::Key(&entry.key));
                self.shape(&entry.node, shape);
                self.path.pop();
            }
        }
    }

    /// Takes down a reference that stands for what it can not.
    fn misplaced(&mut self, node: &'t Node, shape: Shape) {
        let is_place = match shape {
            Shape::One(kind) => !kind.may_be_reference() && kind != Kind::Document,
            Shape::List(_) | Shape::Map(_) => true,
        };
        let text = node.get("$ref").filter(|text| text.as_str().is_some());
        let Some(text) = text.filter(|_| is_place) else {
            return;
        };
        self.path.push(Step::Key("$ref"));
        self.push(text, shape.kind());
        self.path.pop();
        self.shapes.push(shape);
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
        if self.looking == Looking::Misplaced {
            self.misplaced(node, shape);
        }
        match (shape, &node.value) {
            (Shape::One(kind), _) => self.object(node, kind),
            (Shape::List(kind), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.path.push(Step::Item(index));
                    self.shape(item, Shape::One(kind));
                    self.path.pop();
                }
            }
            (Shape::Map(kind), Value::Object(map)) => {
                for entry in map {
                    self.path.push(Step::Key(&entry.key));
                    self.shape(&entry.node, Shape::One(kind));
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
