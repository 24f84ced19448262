//! A document, and the types of the schemas that have examples.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use restitch_build::diag::{Diagnostic, Grade, Sink};
use restitch_build::ir::{Api, Scalar, Type, TypeDef, TypeKind};
use restitch_build::load::{Limits, Source, load};
use restitch_build::tree::{FileId, Map, Node, Place, Pointer, Tree, Value};
use restitch_build::{Builder, Report};
use restitch_roundtrip_tests::Program;

use restitch_instances::json;
use restitch_instances::{Dialect, escaped};

/// What the components are called that are added.
const OWN: &str = "RestitchExample";

/// A document as it is written.
pub(crate) struct Document {
    pub(crate) tree: Tree,
    pub(crate) is_3_0: bool,
    /// Why it can't be read, if it can't.
    pub(crate) refusal: Option<Diagnostic>,
}

impl Document {
    pub(crate) fn read(path: &Path) -> Self {
        let mut sink = Sink::default();
        let tree = load(Source::Path(path), &Limits::default(), &mut sink);
        let said = |key| tree.root().and_then(|root| root.get(key)?.as_str());
        let is_3_0 = said("openapi").is_some_and(|version| version.starts_with("3.0"));
        let mut found = sink.into_sorted();
        found.retain(|found| found.grade() == Grade::Error);
        Self {
            tree,
            is_3_0,
            refusal: found.into_iter().next(),
        }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        Dialect {
            is_3_0: self.is_3_0,
            sent: false,
        }
    }

    pub(crate) fn is_swagger(&self) -> bool {
        let root = self.tree.root();
        root.is_some_and(|root| root.get("swagger").is_some())
    }

    /// What the generator makes of the document with one more component a schema, a list of its
    /// values: so each has a type of a name that is known, wherever it stands and whether `null` is
    /// one of its values.
    pub(crate) fn generate(
        &self,
        builder: &Builder,
        schemas: &[&Pointer],
        scratch: &Path,
    ) -> Report {
        let mut root = self.tree.root().cloned();
        if let Some(components) = root.as_mut().and_then(|root| schemas_of(root)) {
            for (index, schema) in schemas.iter().enumerate() {
                let list = list_of(&self.reference(schema));
                components.set(&format!("{OWN}{index}"), list);
            }
        }
        let text = root.map(|root| json::text(&root)).unwrap_or_default();
        if self.tree.files.len() < 2 {
            return builder.check_text("root.json", &text).expect("a text");
        }
        let path = scratch.join("root.json");
        fs::create_dir_all(scratch).expect("a folder");
        fs::write(&path, text).expect("to write a file");
        for file in self.tree.files.iter().skip(1) {
            let path = scratch.join(&file.name);
            fs::create_dir_all(path.parent().unwrap_or(scratch)).expect("a folder");
            fs::write(path, &file.text).expect("to write a file");
        }
        builder.check(path).expect("a file")
    }

    fn reference(&self, to: &Pointer) -> String {
        let FileId(file) = to.file;
        let file = self.tree.files.get(file as usize).filter(|_| file > 0);
        let name = file.map_or(String::new(), |file| escaped(&file.name));
        format!("{name}#{}", escaped(to.as_str()))
    }

    /// Where a schema that is nothing but a reference leads in the end, as types show it.
    fn target(&self, schema: &Pointer) -> String {
        let mut at = schema.clone();
        for _ in 0..100 {
            let node = self.tree.get(&at);
            let only = |node: &&Node| node.as_map().is_some_and(|map| map.len() == 1);
            let next = node
                .filter(only)
                .and_then(|node| node.get("$ref")?.as_str());
            match next.and_then(|text| self.tree.follow(&at, text)) {
                Some(to) => at = to,
                None => break,
            }
        }
        let FileId(file) = at.file;
        let file = self.tree.files.get(file as usize).filter(|_| file > 0);
        format!("{}{at}", file.map_or("", |file| &file.name))
    }
}

/// `{ type: array, items: { $ref: to } }`
fn list_of(to: &str) -> Node {
    let object = |members: [(&str, Node); 1]| {
        let mut map = Map::default();
        for (key, node) in members {
            map.set(key, node);
        }
        Node::new(Value::Object(map), Place::default())
    };
    let text = |text| Node::string(text, Place::default());
    let mut list = object([("items", object([("$ref", text(to))]))]);
    if let Some(map) = list.as_map_mut() {
        map.set("type", text("array"));
    }
    list
}

/// The component schemas, made where there are none.
fn schemas_of(root: &mut Node) -> Option<&mut Map> {
    let mut map = root.as_map_mut()?;
    for key in ["components", "schemas"] {
        if !map.has(key) {
            let empty = Node::new(Value::Object(Map::default()), Place::default());
            map.set(key, empty);
        }
        map = map.get_mut(key)?.as_map_mut()?;
    }
    Some(map)
}

/// The types of a client, ready to run.
pub(crate) struct Types<'a> {
    pub(crate) program: &'static Program,
    /// Those that were added, by their keys.
    own: HashMap<&'a str, &'a TypeDef>,
    by_name: HashMap<&'a str, &'a TypeDef>,
    by_pointer: HashMap<&'a str, Vec<&'a TypeDef>>,
}

impl<'a> Types<'a> {
    pub(crate) fn new(api: &'a Api) -> Self {
        let types = api.types.iter();
        let own = types.clone().filter(|def| def.name.wire.starts_with(OWN));
        let mut by_pointer: HashMap<_, Vec<_>> = HashMap::new();
        for def in types.clone() {
            by_pointer.entry(&*def.name.pointer).or_default().push(def);
        }
        Self {
            program: Program::new(api),
            own: own.map(|def| (&*def.name.wire, def)).collect(),
            by_name: types.map(|def| (def.name.ident.as_str(), def)).collect(),
            by_pointer,
        }
    }

    /// The type of lists of the schema with this index among those that were given to
    /// [`Document::generate`].
    pub(crate) fn list(&self, index: usize) -> Option<&'a TypeDef> {
        self.own.get(format!("{OWN}{index}").as_str()).copied()
    }

    /// The types of the schema itself: none, or one for both directions, or one for each.
    pub(crate) fn of(&self, document: &Document, schema: &Pointer) -> &[&'a TypeDef] {
        let found = self.by_pointer.get(document.target(schema).as_str());
        found.map_or(&[], Vec::as_slice)
    }

    /// Whether a type takes anything, or is a list of such.
    pub(crate) fn is_raw(&self, def: &TypeDef) -> bool {
        let mut def = Some(def);
        while let Some(TypeKind::Alias(ty)) = def.map(|def| &def.kind) {
            let inner = match ty {
                Type::Array(inner) => &**inner,
                ty => ty,
            };
            match inner {
                Type::Scalar(Scalar::Json) => return true,
                Type::Named(name) => def = self.by_name.get(name.as_str()).copied(),
                _ => return false,
            }
        }
        false
    }
}
