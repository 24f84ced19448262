//! The walk from the root along references, which says of each node that it comes by what becomes of
//! it. What it does not come by nothing refers to.

use std::collections::{HashMap, HashSet};

use crate::diag::{Code, Diagnostic, Grade};
use crate::grammar::{Kind, Shape, Takes};
use crate::ir;
use crate::tree::{FileId, Map, Node, Pointer, Tree, Value};

use super::fields::{self, Rule};
use super::mark::{Mark, Role};
use super::own::Own;
use super::probe::Probes;
use super::restated::is_restated;
use super::special::Member;

/// What is known of a run of the generator.
#[derive(Clone, Copy)]
pub(crate) struct Run<'a> {
    /// The document before it was lowered.
    pub(crate) tree: &'a Tree,
    /// What was found in it, by pointers into that tree.
    pub(crate) diagnostics: &'a [Diagnostic],
    /// The client.
    pub(crate) api: &'a ir::Api,
    /// Whether all operations were wanted.
    pub(crate) everything: bool,
    /// Whether the build script has a type for a format.
    pub(crate) is_chosen: &'a dyn Fn(&str) -> bool,
    /// Whether the document is what `convert` made of one of Swagger 2.0.
    pub(crate) is_converted: bool,
    /// The schemas in whose place the build script puts a type: keys of components, or pointers.
    pub(crate) replaced: &'a [String],
}

/// The walk.
pub(crate) struct Walk<'a> {
    pub(super) tree: &'a Tree,
    pub(super) run: Run<'a>,
    pub(super) own: Own,
    codes: HashMap<Pointer, Vec<Code>>,
    /// What was said, by node.
    pub(super) marks: HashMap<*const Node, Mark>,
    /// What is to be asked.
    pub(crate) probes: Probes,
    /// The headers of answers, by name.
    pub(super) constants: HashMap<String, Vec<&'a Node>>,
    /// The names that schemas give themselves.
    pub(super) names: Vec<(&'a Node, &'a str)>,
    /// Schemas of what is handed over as it is.
    pub(super) as_it_is: HashSet<*const Node>,
    /// The texts of all references.
    references: HashSet<&'a str>,
    todo: Vec<(Pointer, Kind, Role)>,
    seen: HashSet<(*const Node, Kind, Role)>,
}

impl<'a> Walk<'a> {
    /// Of a whole document.
    pub(crate) fn all(run: Run<'a>) -> Self {
        let mut codes: HashMap<Pointer, Vec<Code>> = HashMap::new();
        for found in run.diagnostics {
            let at = codes.entry(found.pointer.clone()).or_default();
            at.push(found.code);
        }
        let mut walk = Self {
            tree: run.tree,
            run,
            own: Own::of(run.api),
            codes,
            marks: HashMap::new(),
            probes: Probes::default(),
            constants: HashMap::new(),
            names: Vec::new(),
            as_it_is: HashSet::new(),
            references: HashSet::new(),
            todo: Vec::new(),
            seen: HashSet::new(),
        };
        walk.todo
            .push((Pointer::root(FileId(0)), Kind::Document, Role::Called));
        while let Some((at, kind, role)) = walk.todo.pop() {
            if let Some(node) = walk.tree.get(&at) {
                walk.object(&at, node, kind, role);
            }
        }
        walk.say_again();
        walk.name();
        walk
    }

    /// A name that a schema gives itself is used where a reference has it.
    fn name(&mut self) {
        for (node, name) in std::mem::take(&mut self.names) {
            let last = name.rsplit(['/', '#']).next().unwrap_or_default();
            let is_used = self.references.iter().any(|text| text.contains(last));
            let mark = if is_used {
                Mark::Used
            } else {
                Mark::Ignored(Code::UNREACHED)
            };
            self.mark(node, mark);
        }
    }

    /// A header that several answers have is one constant of the client.
    fn say_again(&mut self) {
        for same in std::mem::take(&mut self.constants).into_values() {
            for node in &same {
                let is_it = |other: &&&Node| !std::ptr::eq(**other, *node) && **other == *node;
                if same.iter().any(|other| is_it(&other)) {
                    let mark = Mark::Ignored(Code::RESTATED);
                    self.marks.insert(std::ptr::from_ref(*node), mark);
                }
            }
        }
    }

    /// Says something of a node; what was said before counts, unless it was ignored.
    pub(super) fn mark(&mut self, node: &Node, mark: Mark) {
        let known = self.marks.entry(node).or_insert(mark);
        if matches!(known, Mark::Ignored(_)) {
            *known = mark;
        }
    }

    /// Says it of all values in a node.
    pub(super) fn mark_all(&mut self, node: &Node, mark: Mark) {
        match &node.value {
            Value::Array(items) if !items.is_empty() => {
                for item in items {
                    self.mark_all(item, mark);
                }
            }
            Value::Object(map) if !map.is_empty() => {
                for entry in map {
                    self.mark_all(&entry.node, mark);
                }
            }
            _ => self.mark(node, mark),
        }
    }

    pub(super) fn ignore(&mut self, node: &Node, code: Code) {
        self.mark_all(node, Mark::Ignored(code));
    }

    /// The codes that were given at a pointer.
    pub(super) fn codes(&self, at: &Pointer) -> &[Code] {
        self.codes.get(at).map_or(&[], Vec::as_slice)
    }

    /// Why what stands at a pointer is left out, where a diagnostic says so.
    fn left_out(&self, at: &Pointer) -> Option<Code> {
        const LEAVE: [Code; 9] = [
            Code::WRONG_TYPE,
            Code::IGNORED_HERE,
            Code::UNKNOWN_KEY,
            Code::MISSPELT_KEY,
            Code::NOT_GENERATED,
            Code::OTHER_MEDIA_TYPE,
            Code::RESERVED_HEADER,
            Code::BAD_DEFAULT,
            Code::IGNORED_KEYWORD,
        ];
        let codes = self.codes(at).iter();
        codes.copied().find(|code| LEAVE.contains(code))
    }

    /// Why an operation is not in the client: the first fault of what it holds, if there is one.
    fn lost(&self, at: &Pointer) -> Code {
        let above: Vec<_> = std::iter::successors(Some(at.clone()), Pointer::parent).collect();
        let of_it = |pointer: &Pointer| pointer.is_below(at) || above.contains(pointer);
        let given = self.codes.iter().filter(|(pointer, _)| of_it(pointer));
        let mut codes: Vec<_> = given.flat_map(|(_, codes)| codes).copied().collect();
        codes.retain(|code| code.grade() == Grade::Fault);
        codes.sort_unstable();
        match codes.first() {
            Some(code) => *code,
            None if self.run.everything => Code::NOT_GENERATED,
            None => Code::NOT_CHOSEN,
        }
    }

    /// How a pointer is written in the client's documentation.
    pub(super) fn shown(&self, at: &Pointer) -> String {
        match self.tree.files.get(at.file.0 as usize) {
            Some(file) if at.file.0 > 0 => format!("{}{at}", file.name),
            _ => at.to_string(),
        }
    }

    pub(super) fn object(&mut self, at: &Pointer, node: &'a Node, kind: Kind, role: Role) {
        if !self.seen.insert((node, kind, role)) {
            return;
        }
        let Some(map) = node.as_map() else {
            let code = self.codes(at).first().copied();
            let is_raw = self.codes(at).contains(&Code::RAW_JSON);
            let code = if is_raw { Some(Code::RAW_JSON) } else { code };
            let code = code.filter(|_| is_raw || !matches!(node.value, Value::Bool(_)));
            return self.mark_all(node, code.map_or(Mark::Used, Mark::Ignored));
        };
        let is_made = |walk: &Self| walk.own.has(&walk.shown(at));
        if matches!(kind, Kind::Operation) && !is_made(self) {
            let code = self.lost(at);
            self.ignore(node, code);
            self.mark(node, Mark::Ignored(code));
            // It decides whether the operation is chosen.
            if let Some(deprecated) = map.get("deprecated").filter(|_| code == Code::NOT_CHOSEN) {
                self.mark(deprecated, Mark::Used);
            }
            return;
        }
        if counts(kind) {
            self.mark(node, Mark::Used);
        }
        if map.is_empty() {
            return self.mark(node, Mark::Used);
        }
        if kind == Kind::Schema {
            if self.is_replaced(at) {
                return self.ignore(node, Code::REPLACED);
            }
            return self.schema(at, map, role);
        }
        for entry in map {
            self.member(at, map, (&entry.key, &entry.node), kind, role);
        }
    }

    /// Looks at what a reference leads to.
    fn refer(&mut self, at: &Pointer, node: &'a Node, kind: Kind, role: Role) {
        self.mark(node, Mark::Used);
        self.references.extend(node.as_str());
        let target = node.as_str().and_then(|text| self.tree.follow(at, text));
        self.todo.extend(target.map(|target| (target, kind, role)));
    }

    /// What stands at a key of an object.
    pub(super) fn member(
        &mut self,
        holder: &Pointer,
        map: &'a Map,
        (key, node): (&str, &'a Node),
        kind: Kind,
        role: Role,
    ) {
        let at = holder.child(key);
        if self.as_it_is.contains(&std::ptr::from_ref(node)) {
            return;
        }
        // What is said of a component may hold for one of its users only: there the role decides.
        let by_role = (kind == Kind::Operation && key == "tags")
            || (kind == Kind::Response && key == "content")
            // Of a path and an operation it is said of one of their effects; whether they are there
            // the client says.
            || matches!(kind, Kind::Paths | Kind::PathItem);
        if let Some(code) = self.left_out(&at).filter(|_| !by_role) {
            self.ignore(node, code);
            if code == Code::IGNORED_KEYWORD {
                self.mark_holders(node);
            }
            return;
        }
        if key == "$ref" && kind.may_be_reference() {
            return self.refer(&at, node, kind, role);
        }
        let is_reference = map.has("$ref") && kind.may_be_reference();
        if is_reference && !matches!(kind, Kind::PathItem | Kind::Schema) && key != "description" {
            return self.ignore(node, Code::IGNORED_HERE);
        }
        let member = Member {
            at: &at,
            map,
            key,
            node,
            kind,
            role,
        };
        if self.special(member) {
            return;
        }
        let Some(field) = kind.field(key) else {
            let code = if key.starts_with("x-") {
                Code::EXTENSION
            } else {
                Code::UNKNOWN_KEY
            };
            return self.ignore(node, code);
        };
        if is_restated(kind, key, node, map) {
            return self.ignore(node, Code::RESTATED);
        }
        match (fields::rule(kind, key, field.takes), field.takes) {
            (Rule::Below, Takes::Shape(shape)) => self.below(&at, node, shape, role),
            (Rule::Below | Rule::Used, _) => self.mark_all(node, Mark::Used),
            (Rule::Never(code), _) => self.ignore(node, code),
            (Rule::Text(code), _) => self.texts(&at, node, code),
        }
    }

    /// Says that a list or object counts, and what it holds of such, whatever becomes of their values.
    fn mark_holders(&mut self, node: &Node) {
        let below: Vec<&Node> = match &node.value {
            Value::Array(items) => items.iter().collect(),
            Value::Object(map) => map.iter().map(|entry| &entry.node).collect(),
            _ => return,
        };
        self.mark(node, Mark::Used);
        for item in below {
            if item.as_map().is_some() || item.as_array().is_some() {
                self.mark(item, Mark::Used);
            }
        }
    }

    fn is_replaced(&self, at: &Pointer) -> bool {
        let shown = self.shown(at);
        let is_it = |name: &String| {
            *name == shown || shown.strip_prefix("#/components/schemas/") == Some(name)
        };
        self.run.replaced.iter().any(is_it)
    }

    /// Asks of each text in a node whether it is in the documentation.
    pub(super) fn texts(&mut self, at: &Pointer, node: &Node, code: Code) {
        match &node.value {
            Value::String(_) => {
                let probe = self.probes.text(at);
                self.mark(node, Mark::Documents(probe, code));
            }
            Value::Array(items) if !items.is_empty() => {
                for (index, item) in items.iter().enumerate() {
                    self.texts(&at.item(index), item, code);
                }
            }
            Value::Object(map) if !map.is_empty() => {
                for entry in map {
                    self.texts(&at.child(&entry.key), &entry.node, code);
                }
            }
            _ => self.mark(node, Mark::Ignored(code)),
        }
    }

    /// The objects that stand at a key.
    pub(super) fn below(&mut self, at: &Pointer, node: &'a Node, shape: Shape, role: Role) {
        let kind = shape.kind();
        match (&node.value, shape) {
            (Value::Array(items), Shape::List(_)) if !items.is_empty() => {
                for (index, item) in items.iter().enumerate() {
                    self.item(&at.item(index), item, kind, role);
                }
            }
            (Value::Object(map), Shape::Map(_)) if !map.is_empty() => {
                for entry in map {
                    self.item(&at.child(&entry.key), &entry.node, kind, role);
                }
            }
            (_, Shape::One(_)) => self.item(at, node, kind, role),
            _ => self.mark_all(node, Mark::Used),
        }
    }

    pub(super) fn item(&mut self, at: &Pointer, node: &'a Node, kind: Kind, role: Role) {
        // Of these it is said of their names, or of one of their effects.
        let stays = matches!(kind, Kind::PathItem | Kind::Parameter);
        let code = self.left_out(at);
        match code.filter(|code| !stays || *code != Code::IGNORED_HERE) {
            Some(code) => {
                self.ignore(node, code);
                self.mark(node, Mark::Ignored(code));
                // That is what it is known by.
                for key in ["in", "name"] {
                    let node = node.get(key).filter(|_| code == Code::RESERVED_HEADER);
                    if let Some(node) = node {
                        self.mark(node, Mark::Used);
                    }
                }
            }
            None => self.object(at, node, kind, role),
        }
    }

    /// Components are come by through references, but for schemas, which are types by themselves,
    /// and security schemes, which are methods of the builder.
    pub(super) fn components(&mut self, at: &Pointer, key: &str, node: &'a Node) {
        let members = node.as_map().into_iter().flatten();
        for entry in members {
            let at = at.child(&entry.key);
            let is_made = self.own.has(&self.shown(&at));
            match key {
                "schemas" if self.run.everything || is_made => {
                    self.item(&at, &entry.node, Kind::Schema, Role::Called);
                }
                "securitySchemes" if is_made || is_mutual(&entry.node) => {
                    self.item(&at, &entry.node, Kind::SecurityScheme, Role::Called);
                }
                _ => {}
            }
        }
    }
}

/// A scheme that no credential is sent for, and that is documented at operations.
fn is_mutual(node: &Node) -> bool {
    node.get("type").and_then(Node::as_str) == Some("mutualTLS")
}

/// Whether it counts that there is an object of a kind, whatever it says.
fn counts(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Document
            | Kind::Info
            | Kind::Contact
            | Kind::License
            | Kind::ExternalDocs
            | Kind::Example
            | Kind::Link
            | Kind::Xml
            | Kind::Tag
            | Kind::OAuthFlows
            | Kind::OAuthFlow
            | Kind::Components
            | Kind::Encoding
            | Kind::PathItem
            | Kind::Paths
            | Kind::Callback
            | Kind::Header
            | Kind::ServerVariable
    )
}
