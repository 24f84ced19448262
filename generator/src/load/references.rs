use crate::tree::{FileId, Map, Node, Place, Pointer, Tree, Value};

/// A `$ref` that stands where a reference can stand.
#[derive(Debug)]
pub(super) struct Reference {
    /// Its text.
    pub(super) text: String,
    /// Where the text stands.
    pub(super) at: Place,
    /// The pointer of the `$ref` itself.
    pub(super) pointer: Pointer,
}

impl Reference {
    /// The file that it stands in.
    pub(super) fn file(&self) -> FileId {
        self.pointer.file
    }
}

/// How the keys of a mapping are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// They are `OpenAPI`'s; a `$ref` is a reference.
    Object,
    /// They are the author's: a `$ref` is a name like any other.
    Names,
    /// The mapping is a value (an example, a default, an extension): nothing in it refers.
    Data,
}

/// Keys below which a mapping goes from names to objects.
const NAMES: &[&str] = &[
    "$defs",
    "callbacks",
    "content",
    "definitions",
    "dependentSchemas",
    "encoding",
    "examples",
    "headers",
    "links",
    "mapping",
    "parameters",
    "pathItems",
    "paths",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "scopes",
    "securitySchemes",
    "variables",
    "webhooks",
];

/// Keys below which there are values only.
const DATA: &[&str] = &[
    "const",
    "default",
    "description",
    "enum",
    "example",
    "summary",
    "title",
    "value",
];

/// The role of what stands below a key.
fn role(parent: Role, key: &str, node: &Node) -> Role {
    let is_map = matches!(node.value, Value::Object(_));
    // A schema's `examples` is a list of values; elsewhere it is a mapping of names.
    let is_data = key.starts_with("x-") || DATA.contains(&key) || (key == "examples" && !is_map);
    match parent {
        Role::Data => Role::Data,
        Role::Object if is_data => Role::Data,
        Role::Object if is_map && NAMES.contains(&key) => Role::Names,
        Role::Object | Role::Names => Role::Object,
    }
}

/// Every reference in the node that a pointer names, read as an object.
pub(super) fn below(tree: &Tree, start: &Pointer) -> Vec<Reference> {
    let mut walk = Walk {
        start,
        path: Vec::new(),
        found: Vec::new(),
    };
    if let Some(node) = tree.get(start) {
        walk.node(node, Role::Object);
    }
    walk.found
}

/// Whether a walk from one pointer has come by another one below it.
pub(super) fn reaches(tree: &Tree, start: &Pointer, target: &Pointer) -> bool {
    let Some(mut node) = tree.get(start) else {
        return false;
    };
    let mut now = Role::Object;
    for token in target.tokens().skip(start.tokens().count()) {
        let next = match &node.value {
            Value::Object(map) => map.get(&token),
            Value::Array(items) => token.parse().ok().and_then(|i: usize| items.get(i)),
            _ => None,
        };
        let Some(next) = next else {
            return false;
        };
        if matches!(node.value, Value::Object(_)) {
            now = role(now, &token, next);
        }
        node = next;
    }
    now == Role::Object
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
    fn node(&mut self, node: &'t Node, now: Role) {
        match &node.value {
            Value::Object(map) => self.map(map, now),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.step(Step::Item(index), item, now);
                }
            }
            _ => {}
        }
    }

    fn map(&mut self, map: &'t Map, now: Role) {
        for entry in map {
            if let (Role::Object, "$ref", Some(text)) =
                (now, entry.key.as_str(), entry.node.as_str())
            {
                self.found.push(Reference {
                    text: text.to_owned(),
                    at: entry.node.at,
                    pointer: self.pointer().child("$ref"),
                });
                continue;
            }
            let next = role(now, &entry.key, &entry.node);
            if next != Role::Data {
                self.step(Step::Key(&entry.key), &entry.node, next);
            }
        }
    }

    fn step(&mut self, step: Step<'t>, node: &'t Node, now: Role) {
        self.path.push(step);
        self.node(node, now);
        self.path.pop();
    }

    fn pointer(&self) -> Pointer {
        let start = self.start.clone();
        self.path.iter().fold(start, |pointer, step| match step {
            Step::Key(key) => pointer.child(key),
            Step::Item(index) => pointer.item(*index),
        })
    }
}
