use crate::grammar::{self, Kind, Plain, Shape, Takes};
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

/// A reference where an object, a map, a list or a value itself belongs.
#[derive(Clone, Debug)]
pub(super) struct Misplaced {
    /// What holds the `$ref`.
    pub(super) holder: Pointer,
    /// What belongs there.
    pub(super) takes: Takes,
    pub(super) reference: Reference,
}

/// Every reference in an object, in document order.
pub(super) fn below(tree: &Tree, object: &Object) -> Vec<Reference> {
    within(tree, &object.pointer, one(object.kind))
}

/// The same, in what stands at a pointer.
pub(super) fn within(tree: &Tree, start: &Pointer, takes: Takes) -> Vec<Reference> {
    Walk::new(tree, start, takes, Looking::Placed).found
}

/// Every reference in what stands at a pointer that is where none can be.
pub(super) fn misplaced(tree: &Tree, start: &Pointer, takes: Takes) -> Vec<Misplaced> {
    let walk = Walk::new(tree, start, takes, Looking::Misplaced);
    let found = walk.found.into_iter().zip(walk.takes);
    let misplaced = found.filter_map(|(reference, takes)| {
        let holder = reference.pointer.parent()?;
        Some(Misplaced {
            holder,
            takes,
            reference,
        })
    });
    misplaced.collect()
}

/// One object of a kind.
pub(super) fn one(kind: Kind) -> Takes {
    Takes::Shape(Shape::One(kind))
}

/// The objects at a key. A response of Swagger 2.0 has its schema itself, and some of 3.0 have it too.
fn child(kind: Kind, key: &str) -> Option<Shape> {
    match (kind, key) {
        (Kind::Response, "schema") => Some(Shape::One(Kind::Schema)),
        _ => grammar::child(kind, key),
    }
}

/// Whether a `$ref` among data is one: in an example it would be text, and in a map a name.
fn may_stand_for(plain: Plain) -> bool {
    !matches!(
        plain,
        Plain::Any | Plain::Object | Plain::TextMap | Plain::TextLists
    )
}

/// Whether looking for references in one object comes by another one below it, as the same kind.
pub(super) fn reaches(from: &Object, to: &Object) -> bool {
    let mut now = Shape::One(from.kind);
    for token in to.pointer.tokens().skip(from.pointer.tokens().count()) {
        now = match now {
            Shape::One(kind) => match child(kind, &token) {
                Some(next) => next,
                None => return false,
            },
            Shape::List(kind) | Shape::Map(kind) => Shape::One(kind),
        };
    }
    now == Shape::One(to.kind)
}

/// The list that a reference is an item of, and which. The items of some lists are told by their
/// places.
pub(super) fn item(tree: &Tree, reference: &Pointer) -> Option<(Pointer, usize)> {
    let holder = reference.parent()?;
    let index = holder.last()?.parse().ok()?;
    let list = holder.parent()?;
    let is_ordered = list.last().is_some_and(|key| key.starts_with("prefix"));
    tree.get(&list)?.as_array().filter(|_| !is_ordered)?;
    Some((list, index))
}

struct Walk<'t> {
    start: &'t Pointer,
    /// The steps from the start to where the walk is.
    path: Vec<Step<'t>>,
    looking: Looking,
    found: Vec<Reference>,
    /// What belongs in the places of misplaced ones.
    takes: Vec<Takes>,
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
    fn new(tree: &'t Tree, start: &'t Pointer, takes: Takes, looking: Looking) -> Self {
        let mut walk = Self {
            start,
            path: Vec::new(),
            looking,
            found: Vec::new(),
            takes: Vec::new(),
        };
        match (takes, tree.get(start)) {
            (Takes::Shape(shape), Some(node)) => walk.shape(node, shape),
            (Takes::Plain(_), Some(node)) if looking == Looking::Misplaced => {
                walk.misplaced(node, takes);
            }
            _ => {}
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
                    if let Some(shape) = child(kind, &entry.key) {
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
            self.path.push(Step::Key(&entry.key));
            if let Some(shape) = child(kind, &entry.key) {
                self.shape(&entry.node, shape);
            } else if entry.node.as_map().is_some()
                && let Some(field) = kind.field(&entry.key)
            {
                self.misplaced(&entry.node, field.takes);
            }
            self.path.pop();
        }
    }

    /// Takes down a reference that stands for what it can not.
    fn misplaced(&mut self, node: &'t Node, takes: Takes) {
        let is_place = match takes {
            Takes::Shape(Shape::One(kind)) => !kind.may_be_reference() && kind != Kind::Document,
            Takes::Shape(Shape::List(_) | Shape::Map(_)) => true,
            Takes::Plain(plain) => may_stand_for(plain),
        };
        let text = node.get("$ref").filter(|text| text.as_str().is_some());
        let Some(text) = text.filter(|_| is_place) else {
            return;
        };
        let kind = match takes {
            Takes::Shape(shape) => shape.kind(),
            // As what it is followed is told by where it stands.
            Takes::Plain(_) => Kind::Example,
        };
        self.path.push(Step::Key("$ref"));
        self.push(text, kind);
        self.path.pop();
        self.takes.push(takes);
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
            self.misplaced(node, Takes::Shape(shape));
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
