//! The walk from the root along references, which says of each node that it comes by what becomes of
//! it. What it does not come by nothing refers to.

use std::collections::{HashMap, HashSet};

use crate::diag::{Code, Diagnostic};
use crate::grammar::{Kind, SCHEMAS, Shape, Takes};
use crate::ir;
use crate::tree::{FileId, Map, Node, Pointer, Tree, Value};

use super::fields::{self, Rule};
use super::mark::{Mark, Role};
use super::own::Own;
use super::probe::Probes;
use super::restated::is_restated;
use super::special::Member;
use super::suspect::{Object, suspect};
use super::trial::{Attempt, Trials};

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
    pub(super) codes: HashMap<Pointer, Vec<Code>>,
    /// What was said, by node.
    pub(super) marks: HashMap<*const Node, Mark>,
    /// What is to be asked.
    pub(crate) probes: Probes,
    /// What is to be tried.
    pub(crate) trials: Trials,
    /// The headers of answers, by name.
    pub(super) constants: HashMap<String, Vec<&'a Node>>,
    /// The names that schemas give themselves.
    pub(super) names: Vec<(&'a Node, &'a str)>,
    /// Schemas of what is handed over as it is.
    pub(super) as_it_is: HashSet<*const Node>,
    /// The texts of all references.
    pub(super) references: HashSet<&'a str>,
    pub(super) todo: Vec<(Pointer, Kind, Role)>,
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
            trials: Trials::default(),
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
        walk.suspect_faults();
        walk
    }

    /// How many nodes there are that something was said of.
    pub(crate) fn size(&self) -> usize {
        self.marks.len()
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
            if kind == Kind::Schema && node.as_bool().is_some() {
                self.flag(at);
            }
            let code = self.codes(at).first().copied();
            let is_raw = self.codes(at).contains(&Code::RAW_JSON);
            let code = if is_raw { Some(Code::RAW_JSON) } else { code };
            let code = code.filter(|_| is_raw || !matches!(node.value, Value::Bool(_)));
            return self.mark_all(node, code.map_or(Mark::Used, Mark::Ignored));
        };
        let is_made = |walk: &Self| walk.own.has(&walk.shown(at));
        if matches!(kind, Kind::Operation) && !is_made(self) {
            return self.uncalled(at, node, map);
        }
        if kind == Kind::Parameter && role == Role::Called {
            if !map.has("$ref") && !map.is_empty() && !is_made(self) {
                return self.unsent(at, node);
            }
            if self.names_unsent(at, node) {
                return;
            }
        }
        if counts(kind) {
            self.mark(node, Mark::Used);
        }
        if map.is_empty() {
            let is_path = kind == Kind::PathItem;
            let nothing = Mark::Ignored(Code::RESTATED);
            return self.mark(node, if is_path { nothing } else { Mark::Used });
        }
        if kind == Kind::Schema && self.is_replaced(at) {
            return self.ignore(node, Code::REPLACED);
        }
        let tree = self.tree;
        let object = Object {
            tree,
            at,
            map,
            kind,
            role,
        };
        suspect(&mut self.trials, &object);
        if kind == Kind::Schema {
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
            if key == "parameters" && node.get("in").is_some() {
                return self.unlisted(node, code);
            }
            if key == "security" {
                return self.leave_out(node, Code::PRESENT);
            }
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

    /// A boolean in the place of a schema may say nothing, and be as good as the other.
    fn flag(&mut self, at: &Pointer) {
        let list = at.parent().and_then(|member| member.parent());
        let is_member = list.is_some_and(|list| list.last().as_deref() == Some("allOf"));
        match at.last().as_deref() {
            // They are many, and all but a few are needed.
            Some("additionalProperties") => {}
            // Beside members that say it too each may be needed, and not both.
            Some("unevaluatedProperties") if is_member => {}
            Some("unevaluatedProperties") => self.trials.ask(at, Attempt::Without),
            _ => self.trials.ask(at, Attempt::Other),
        }
    }

    fn is_replaced(&self, at: &Pointer) -> bool {
        let shown = self.shown(at);
        let is_it = |name: &String| *name == shown || shown.strip_prefix(SCHEMAS) == Some(name);
        self.run.replaced.iter().any(is_it)
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
        let stays = matches!(kind, Kind::PathItem | Kind::Parameter | Kind::Operation);
        let code = self.left_out(at);
        match code.filter(|code| !stays || *code != Code::IGNORED_HERE) {
            // It asks for something, whatever it says.
            Some(_) if kind == Kind::SecurityRequirement => self.leave_out(node, Code::PRESENT),
            Some(code) => self.leave_out(node, code),
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
                // What a note says of it is its documentation at operations.
                "securitySchemes" if is_mutual(&entry.node) => {
                    self.trials.ask(&at, Attempt::Without);
                    self.object(&at, &entry.node, Kind::SecurityScheme, Role::Called);
                }
                "securitySchemes" if is_made => {
                    self.suspect_scheme(&at, &entry.node);
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
