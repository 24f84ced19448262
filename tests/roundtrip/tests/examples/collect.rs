//! The examples of a document, each with the schema that it is an example of.

use std::collections::HashSet;

use restitch_build::tree::{FileId, Node, Pointer, Tree};

/// An example.
pub(crate) struct Example {
    /// Where it stands.
    pub(crate) at: Pointer,
    /// What it is an example of.
    pub(crate) schema: Pointer,
}

/// The objects of `OpenAPI` that hold examples, and those that lead to them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Document,
    Components,
    PathItem,
    Operation,
    /// A callback: path items by expression.
    Callback,
    /// A parameter or header.
    Parameter,
    /// A request body or response.
    Message,
    MediaType,
    Schema,
}

use Kind::{Callback, Components, Document, MediaType, Message, Operation, Parameter, PathItem};

/// What stands under a key: an object, or a list or a map of them.
const MEMBERS: &[(Kind, &[(&str, Kind)])] = &[
    (
        Document,
        &[
            ("paths/*", PathItem),
            ("webhooks/*", PathItem),
            ("components", Components),
        ],
    ),
    (
        Components,
        &[
            ("schemas/*", Kind::Schema),
            ("responses/*", Message),
            ("requestBodies/*", Message),
            ("parameters/*", Parameter),
            ("headers/*", Parameter),
            ("callbacks/*", Callback),
            ("pathItems/*", PathItem),
        ],
    ),
    (
        PathItem,
        &[
            ("parameters/*", Parameter),
            ("get", Operation),
            ("put", Operation),
            ("post", Operation),
            ("delete", Operation),
            ("options", Operation),
            ("head", Operation),
            ("patch", Operation),
            ("trace", Operation),
        ],
    ),
    (
        Operation,
        &[
            ("parameters/*", Parameter),
            ("requestBody", Message),
            ("responses/*", Message),
            ("callbacks/*", Callback),
        ],
    ),
    (Callback, &[("*", PathItem)]),
    (
        Parameter,
        &[("schema", Kind::Schema), ("content/*", MediaType)],
    ),
    (
        Message,
        &[("headers/*", Parameter), ("content/*", MediaType)],
    ),
    (MediaType, &[("schema", Kind::Schema)]),
    (
        Kind::Schema,
        &[
            ("$defs/*", Kind::Schema),
            ("additionalProperties", Kind::Schema),
            ("allOf/*", Kind::Schema),
            ("anyOf/*", Kind::Schema),
            ("definitions/*", Kind::Schema),
            ("items", Kind::Schema),
            ("oneOf/*", Kind::Schema),
            ("patternProperties/*", Kind::Schema),
            ("prefixItems/*", Kind::Schema),
            ("properties/*", Kind::Schema),
        ],
    ),
];

/// All examples of a document and of what it refers to in other files.
pub(crate) fn examples(tree: &Tree, is_3_0: bool) -> Vec<Example> {
    let mut walk = Walk {
        tree,
        is_3_0,
        seen: HashSet::new(),
        todo: vec![(Pointer::root(FileId(0)), Document)],
        found: Vec::new(),
    };
    while let Some((at, kind)) = walk.todo.pop() {
        if walk.seen.insert((at.clone(), kind)) {
            walk.object(&at, kind);
        }
    }
    walk.found.sort_by(|a, b| a.at.cmp(&b.at));
    walk.found
}

struct Walk<'a> {
    tree: &'a Tree,
    is_3_0: bool,
    seen: HashSet<(Pointer, Kind)>,
    todo: Vec<(Pointer, Kind)>,
    found: Vec<Example>,
}

impl Walk<'_> {
    fn object(&mut self, at: &Pointer, kind: Kind) {
        let tree = self.tree;
        let Some(node) = tree.get(at) else {
            return;
        };
        if let Some(reference) = node.get("$ref").and_then(Node::as_str) {
            self.todo
                .extend(tree.follow(at, reference).map(|to| (to, kind)));
            if self.is_3_0 || kind != Kind::Schema {
                // What stands beside it is ignored.
                return;
            }
        }
        match kind {
            Kind::Schema => self.of_schema(at, node),
            Parameter | MediaType if node.get("schema").is_some() => self.of_media(at, node),
            _ => {}
        }
        let members = MEMBERS.iter().find(|(of, _)| *of == kind);
        for (path, kind) in members.map_or(&[] as &[_], |(_, members)| *members) {
            let inner = match path.strip_suffix('*').map(|key| key.trim_end_matches('/')) {
                None => vec![at.child(path)],
                Some("") => children(node, at),
                Some(key) => match node.get(key) {
                    Some(node) => children(node, &at.child(key)),
                    None => Vec::new(),
                },
            };
            self.todo.extend(inner.into_iter().map(|at| (at, *kind)));
        }
    }

    /// `example` of a schema, and the list `examples`; of a member of an `allOf` they are mostly
    /// meant for the whole, and may be examples of both.
    fn of_schema(&mut self, at: &Pointer, node: &Node) {
        let list = at.child("examples");
        let items = node.get("examples").and_then(Node::as_array);
        let count = items.map_or(0, <[Node]>::len);
        let one = node.get("example").map(|_| at.child("example"));
        let holder = at
            .parent()
            .filter(|list| list.last().as_deref() == Some("allOf"));
        let whole = holder.and_then(|list| list.parent());
        for example in one.into_iter().chain((0..count).map(|at| list.item(at))) {
            let schemas = whole.iter().chain([at]);
            schemas.for_each(|schema| self.push(example.clone(), schema.clone()));
        }
    }

    /// `example` of a parameter or media type, and the map `examples`, for its `schema`.
    fn of_media(&mut self, at: &Pointer, node: &Node) {
        let schema = at.child("schema");
        if node.get("example").is_some() {
            self.push(at.child("example"), schema.clone());
        }
        let list = at.child("examples");
        let named = node.get("examples").map(|node| children(node, &list));
        for mut example in named.into_iter().flatten() {
            let reference = |at: &Pointer| self.tree.get(at)?.get("$ref")?.as_str();
            if let Some(to) = reference(&example).and_then(|to| self.tree.follow(&example, to)) {
                example = to;
            }
            let value = example.child("value");
            if self.tree.get(&value).is_some() {
                self.push(value, schema.clone());
            }
        }
    }

    fn push(&mut self, at: Pointer, schema: Pointer) {
        self.found.push(Example { at, schema });
    }
}

/// The members or items of a node.
fn children(node: &Node, at: &Pointer) -> Vec<Pointer> {
    match (node.as_map(), node.as_array()) {
        (Some(map), _) => map.iter().map(|entry| at.child(&entry.key)).collect(),
        (_, Some(items)) => (0..items.len()).map(|index| at.item(index)).collect(),
        _ => Vec::new(),
    }
}
