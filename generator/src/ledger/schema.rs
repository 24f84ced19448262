//! Schemas.

use crate::diag::Code;
use crate::formats;
use crate::grammar::{ASIDE, ENUM_DESCRIPTIONS, ENUM_NAMES, Kind, UNCHECKED, is_nullable};
use crate::ir::LONGEST_EXAMPLE;
use crate::tree::{Map, Node, Pointer, Value};

use super::clipped::escaped;
use super::constraints;
use super::mark::{Mark, Role};
use super::probe::Probe;
use super::restated::is_restated;
use super::settle::has_parts;
use super::walk::Walk;

impl<'a> Walk<'a> {
    /// Whether the document is of 3.0, where a reference in a schema stands for all of it.
    fn is_3_0(&self) -> bool {
        let version = self
            .tree
            .root()
            .and_then(|root| root.get("openapi")?.as_str());
        version.is_some_and(|version| version.starts_with("3.0"))
    }

    /// What a schema says.
    pub(super) fn schema(&mut self, at: &Pointer, map: &'a Map, role: Role) {
        let is_text = role == Role::Text;
        let role = if is_text { Role::Called } else { role };
        let bounds = constraints::ask(&mut self.probes, at, map);
        let example = map.has("default") || map.has("example") || map.has("examples");
        let example = example.then(|| self.probes.member(at, "example"));
        let is_alone = map.has("$ref") && self.is_3_0();
        for entry in map {
            let (key, node) = (entry.key.as_str(), &entry.node);
            if is_alone && !key.starts_with("x-") && !ASIDE.contains(&key) {
                self.ignore(node, Code::IGNORED_HERE);
                continue;
            }
            let codes = self.codes(&at.child(key));
            let is_odd = codes
                .iter()
                .any(|code| !matches!(*code, Code::OTHER_VERSION | Code::IGNORED_KEYWORD));
            if is_odd && !matches!(node.value, Value::Object(_)) {
                self.member(at, map, (key, node), Kind::Schema, role);
                continue;
            }
            if let Some(probe) = bounds.of(key) {
                if is_restated(Kind::Schema, key, node, map) {
                    self.ignore(node, Code::RESTATED);
                } else {
                    self.mark(node, Mark::Documents(probe, Code::UNCHECKED));
                }
                continue;
            }
            let entry = (key, node);
            let _ = self.typed(at, map, entry, is_text)
                || self.named(at, map, entry, bounds.any())
                || self.shown_at(at, map, entry, example)
                || {
                    self.member(at, map, entry, Kind::Schema, role);
                    true
                };
        }
    }

    /// Keywords that decide the type, where they do not.
    fn typed(
        &mut self,
        at: &Pointer,
        map: &'a Map,
        (key, node): (&str, &'a Node),
        is_text: bool,
    ) -> bool {
        match key {
            // There 2.0 has no schema that could imply it.
            "type" if is_text && self.run.is_converted => self.mark_all(node, Mark::Used),
            "type"
                if is_text
                    && node.as_str() == Some("string")
                    && !self.decides(map)
                    && !is_nullable(map) =>
            {
                self.ignore(node, Code::RESTATED);
            }
            "enum" if is_of_parts(node) => self.values(node),
            "type" | "enum" if has_parts(node) => self.items(key, node, map),
            "additionalProperties" | "unevaluatedProperties"
                if node.as_bool() == Some(false) && self.is_open(at, map, key) =>
            {
                self.ignore(node, Code::UNCHECKED);
            }
            "deprecated" if node.as_bool() == Some(true) && self.is_branch(at) => {
                self.ignore(node, Code::UNDOCUMENTED);
            }
            "nullable" if is_property(at) && map.iter().all(|entry| says_no_type(&entry.key)) => {
                self.ignore(node, Code::RESTATED);
            }
            "properties" => self.properties(at, node, Role::Called),
            "format" => self.format(at, node, map),
            _ => return false,
        }
        true
    }

    /// Keywords that name something, and those that are named.
    fn named(
        &mut self,
        at: &Pointer,
        map: &'a Map,
        (key, node): (&str, &'a Node),
        bound: Option<Probe>,
    ) -> bool {
        match key {
            "$dynamicRef" => {
                self.mark_all(node, Mark::Used);
                self.references.extend(node.as_str());
            }
            "$id" | "$anchor" | "$dynamicAnchor" => {
                self.names.extend(node.as_str().map(|text| (node, text)));
            }
            "$defs" | "definitions" => {}
            _ if UNCHECKED.contains(&key) => {
                self.ignore(node, Code::IGNORED_KEYWORD);
                // It is named, and what it says is not.
                if let Some(probe) = bound {
                    let code = Code::IGNORED_KEYWORD;
                    let is_value = !has_parts(node);
                    let mark = if is_value {
                        Mark::Names
                    } else {
                        Mark::Documents
                    };
                    self.mark(node, mark(probe, code));
                }
            }
            _ if ENUM_NAMES.contains(&key) => {
                let count = |node: Option<&Node>| node?.as_array().map(<[Node]>::len);
                if count(Some(node)) == count(map.get("enum")) {
                    self.mark_all(node, Mark::Used);
                } else {
                    self.ignore(node, Code::EXTENSION);
                }
            }
            _ if ENUM_DESCRIPTIONS.contains(&key) => {
                self.texts(&at.child(key), node, Code::UNDOCUMENTED);
            }
            "x-ms-discriminator-value" | "x-discriminator-value" => {
                self.mark_all(node, Mark::Used);
            }
            _ => return false,
        }
        true
    }

    /// Titles, examples and defaults.
    fn shown_at(
        &mut self,
        at: &Pointer,
        map: &'a Map,
        (key, node): (&str, &'a Node),
        example: Option<Probe>,
    ) -> bool {
        match (key, example) {
            ("default", _) if map.has("const") || is_single(map.get("enum")) => {
                self.ignore(node, Code::RESTATED);
            }
            ("default", Some(probe)) => {
                self.clipped(node, probe);
            }
            ("example" | "examples", _) => self.example(key, node, map, example),
            ("title", _) => self.title(at, node),
            _ => return false,
        }
        true
    }

    /// The words of `type` and the values of `enum`, which may say the same.
    fn items(&mut self, key: &str, node: &'a Node, map: &Map) {
        let is_null = |node: &Node| {
            matches!(node.value, Value::Null) || key == "type" && node.as_str() == Some("null")
        };
        let allows_null = |key: &str| {
            let node = map.get(key);
            let items = node.and_then(Node::as_array).unwrap_or_default();
            items.iter().any(|item| item.as_str() == Some("null"))
                || node.and_then(Node::as_bool) == Some(true)
        };
        let is_nullable = allows_null("type") || allows_null("nullable");
        let values = node.as_array().unwrap_or_default();
        let others = values.iter().filter(|value| !is_null(value)).count();
        for item in values {
            // Of one value and null no type is made.
            if key == "enum" && others == 1 && others < values.len() && !is_null(item) {
                self.ignore(item, Code::UNCHECKED);
                continue;
            }
            let is_said = match key {
                "enum" => is_null(item) && is_nullable || is_twice(item, values),
                _ => !is_null(item) && map.has("enum"),
            };
            let mark = Mark::Ignored(Code::RESTATED);
            self.mark_all(item, if is_said { mark } else { Mark::Used });
        }
        self.mark(node, Mark::Used);
    }

    /// An `enum` of lists and objects, of which nothing is made unless it has one value.
    fn values(&mut self, node: &Node) {
        self.ignore(node, Code::IGNORED_KEYWORD);
        self.mark(node, Mark::Ignored(Code::IGNORED_KEYWORD));
        if let Some(pair @ [_, _]) = node.as_array() {
            for item in pair {
                self.mark(item, Mark::Ignored(Code::PRESENT));
            }
        }
    }

    /// Whether a schema is a branch of a union that is no type by itself.
    fn is_branch(&self, at: &Pointer) -> bool {
        let list = at.parent().and_then(|list| Some(list.last()?.into_owned()));
        let is_list = list.is_some_and(|list| matches!(list.as_str(), "oneOf" | "anyOf"));
        is_list && !self.own.has(&self.shown(at))
    }

    /// Whether other keys are kept although a schema forbids them: they may be described by patterns or
    /// on a condition.
    fn is_open(&self, at: &Pointer, map: &Map, key: &str) -> bool {
        let patterns = self.codes(&at.child("patternProperties"));
        let conditions = ["if", "then", "else", "dependentSchemas", "oneOf", "anyOf"];
        patterns.contains(&Code::IGNORED_KEYWORD)
            || key == "unevaluatedProperties" && conditions.iter().any(|key| map.has(key))
    }

    /// Properties; what goes the other way only is none here.
    fn properties(&mut self, at: &Pointer, node: &'a Node, role: Role) {
        let at = at.child("properties");
        let Some(map) = node.as_map().filter(|map| !map.is_empty()) else {
            return self.mark(node, Mark::Ignored(Code::RESTATED));
        };
        for entry in map {
            let at = at.child(&entry.key);
            let says = |key: &str| entry.node.get(key).and_then(Node::as_bool) == Some(true);
            let is_one_way = says("readOnly") || says("writeOnly");
            if is_one_way && !self.own.has(&self.shown(&at)) {
                self.ignore(&entry.node, Code::ONE_WAY);
                for key in ["readOnly", "writeOnly"] {
                    // They are why.
                    if let Some(said) = entry.node.get(key) {
                        self.mark(said, Mark::Used);
                    }
                }
                self.mark(&entry.node, Mark::Ignored(Code::ONE_WAY));
            } else {
                self.item(&at, &entry.node, Kind::Schema, role);
            }
        }
        self.mark(node, Mark::Used);
    }

    fn example(&mut self, key: &str, node: &'a Node, map: &Map, probe: Option<Probe>) {
        self.ignore(node, Code::EXAMPLE);
        let first = node.as_array().and_then(<[Node]>::first);
        let shown = match key {
            "example" => Some(node),
            _ => first.filter(|_| !map.has("example")),
        };
        if let (Some(node), Some(probe)) = (shown.filter(|node| is_shown(node)), probe) {
            self.mark(node, Mark::Documents(probe, Code::EXAMPLE));
        }
    }

    fn format(&mut self, at: &Pointer, node: &'a Node, map: &Map) {
        let is_chosen = node.as_str().is_some_and(|text| (self.run.is_chosen)(text));
        if self.as_it_is.contains(&std::ptr::from_ref(node)) {
            self.ignore(node, Code::AS_IT_IS);
        } else if !is_chosen && is_restated(Kind::Schema, "format", node, map) {
            self.ignore(node, Code::RESTATED);
        } else if self.decides(map) {
            self.mark_all(node, Mark::Used);
        } else {
            let probe = self.probes.text(&at.child("format"));
            self.mark(node, Mark::Documents(probe, Code::UNCHECKED));
        }
    }

    /// Whether the format of a schema decides of what type its values are.
    fn decides(&self, map: &Map) -> bool {
        let text = |key: &str| map.get(key).and_then(Node::as_str);
        match text("format") {
            Some(format) => (self.run.is_chosen)(format) || formats::decides(text("type"), format),
            None => map.has("format"),
        }
    }

    fn title(&mut self, at: &Pointer, node: &'a Node) {
        let Some(text) = node.as_str() else {
            return self.mark_all(node, Mark::Used);
        };
        let letters = |text: &str| {
            let chars = text.chars().filter(|c| c.is_alphanumeric());
            chars.flat_map(char::to_lowercase).collect::<String>()
        };
        if letters(text).is_empty() || at.last().is_some_and(|key| letters(&key) == letters(text)) {
            return self.ignore(node, Code::RESTATED);
        }
        self.texts(&at.child("title"), node, Code::UNDOCUMENTED);
    }
}

/// Whether an example is short enough to be shown.
pub(super) fn is_shown(node: &Node) -> bool {
    match &node.value {
        // They are shown in quotes.
        Value::String(text) => text.len() + escaped(text) + 2 <= LONGEST_EXAMPLE,
        Value::Number(text) => text.len() <= LONGEST_EXAMPLE,
        Value::Bool(_) | Value::Null => true,
        _ => false,
    }
}

/// Whether a list has a value twice.
fn is_twice(value: &Node, values: &[Node]) -> bool {
    let number = |node: &Node| match &node.value {
        Value::Number(text) => text.parse::<f64>().ok(),
        _ => None,
    };
    let is_like = |other: &&Node| match (number(value), number(other)) {
        (Some(one), Some(other)) => one.to_bits() == other.to_bits(),
        _ => value == *other,
    };
    values.iter().filter(is_like).count() > 1
}

fn is_single(node: Option<&Node>) -> bool {
    let items = node.and_then(Node::as_array);
    items.is_some_and(|items| items.len() == 1)
}

/// Whether values are lists and objects, of which no enum is made.
fn is_of_parts(node: &Node) -> bool {
    let items = node.as_array().unwrap_or_default();
    let has_parts = |item: &Node| item.as_map().is_some() || item.as_array().is_some();
    !items.is_empty() && items.iter().all(has_parts)
}

fn is_property(at: &Pointer) -> bool {
    let holder = at.parent();
    holder.is_some_and(|holder| holder.last().as_deref() == Some("properties"))
}

/// Whether a keyword leaves it open what a value is: without others, `null` is one of the values.
fn says_no_type(key: &str) -> bool {
    let known = [
        "nullable",
        "description",
        "title",
        "example",
        "default",
        "deprecated",
        "readOnly",
        "writeOnly",
    ];
    known.contains(&key) || key.starts_with("x-")
}
