//! Media types: whether what is sent or read is made by the schema, or handed over as it is.

use crate::diag::Code;
use crate::grammar::{Kind, Shape, misspelt};
use crate::tree::{Node, Pointer};

use super::mark::{Mark, Role};
use super::trial::Attempt;
use super::walk::Walk;

/// Whether bytes of a media type are made into values of its schema, or of such.
fn is_value(media_type: &str) -> bool {
    let meant = misspelt(media_type);
    let media_type = meant.as_deref().unwrap_or(media_type);
    let essence = media_type.split(';').next().unwrap_or_default();
    let essence = essence.trim().to_ascii_lowercase();
    let json = [
        "json",
        "jsonl",
        "json-seq",
        "event-stream",
        "x-www-form-urlencoded",
    ];
    essence.is_empty()
        || json.iter().any(|end| essence.ends_with(end))
        || essence.contains("json")
        || essence.starts_with("multipart/")
        || essence.contains('*')
}

/// Keywords of values that may be lists and objects.
const PARTS: [&str; 6] = ["$ref", "properties", "items", "allOf", "oneOf", "anyOf"];

/// Whether values may be lists and objects: then text beside JSON is taken for another form of it.
fn may_have_parts(schema: &Node) -> bool {
    PARTS.iter().any(|key| schema.get(key).is_some()) || has_parts_by_type(schema)
}

/// Whether they are such by their type, whatever else is said.
fn has_parts_by_type(schema: &Node) -> bool {
    matches!(
        schema.get("type").and_then(Node::as_str),
        Some("object" | "array")
    )
}

impl<'a> Walk<'a> {
    /// The media types of a body.
    pub(super) fn contents(&mut self, at: &Pointer, node: &'a Node, role: Role) {
        let shape = Shape::Map(Kind::MediaType);
        let Some(map) = node.as_map().filter(|map| !map.is_empty()) else {
            return self.below(at, node, shape, role);
        };
        let has_json = map.iter().any(|entry| entry.key.contains("json"));
        for entry in map {
            let at = at.child(&entry.key);
            let schemas = ["schema", "itemSchema"].into_iter();
            let schemas = schemas.filter_map(|key| entry.node.get(key));
            let is_dropped = self.codes(&at).contains(&Code::OTHER_MEDIA_TYPE);
            if is_dropped {
                // What it is like decides that it is left out.
                for schema in schemas {
                    self.mark(schema, Mark::Used);
                    if has_parts_by_type(schema) {
                        continue;
                    }
                    let mut parts = PARTS.iter().filter_map(|key| schema.get(key));
                    if let (Some(only), None) = (parts.next(), parts.next()) {
                        self.mark(only, Mark::Used);
                    }
                }
            } else if !is_value(&entry.key) {
                for schema in schemas.filter(|schema| !has_json || !may_have_parts(schema)) {
                    self.as_it_is.insert(schema);
                    self.ignore(schema, Code::AS_IT_IS);
                    let is_binary = schema.get("format").and_then(Node::as_str) == Some("binary");
                    if is_binary && entry.key.starts_with("text/") {
                        // Text is handed over as bytes for them.
                        let keys = ["type", "format"].into_iter();
                        for node in keys.filter_map(|key| schema.get(key)) {
                            self.mark(node, Mark::Used);
                        }
                    }
                    if self.run.is_converted {
                        // In 2.0 that there is one says that there is a body.
                        self.mark(schema, Mark::Used);
                    }
                }
            }
            self.written(&at, &entry.node);
            self.suspect_raw(&at, &entry.node);
            if map.iter().filter(|other| other.node == entry.node).count() > 1 {
                self.trials.ask_of("alike", &at, Attempt::Without);
            }
            self.item(&at, &entry.node, Kind::MediaType, role);
        }
    }

    /// Raw JSON in an answer whose enum is another name of one that is alike: that a reference gives it
    /// a name does not tell the two apart.
    fn suspect_raw(&mut self, at: &Pointer, media: &Node) {
        let above = std::iter::successors(at.parent(), Pointer::parent);
        let responses = above.into_iter().nth(2);
        if !responses.is_some_and(|responses| self.own.is_alike(&self.shown(&responses))) {
            return;
        }
        let at = at.child("schema");
        let text = media
            .get("schema")
            .and_then(|schema| schema.get("$ref")?.as_str());
        let target = text.and_then(|text| self.tree.follow(&at, text));
        if target.is_some_and(|target| self.own.is_raw(&self.shown(&target))) {
            self.trials.ask_of("raw", &at, Attempt::Without);
        }
    }

    /// Of the schema of a form that has no members, and is written by the caller, only that is read.
    fn written(&mut self, at: &Pointer, media: &'a Node) {
        let schema = media.get("schema");
        if !self.codes(&at.child("schema")).contains(&Code::MALFORMED) {
            return;
        }
        if let Some(format) = schema.and_then(|schema| schema.get("format")) {
            self.as_it_is.insert(format);
            self.ignore(format, Code::AS_IT_IS);
        }
    }

    /// Of an event whose data is described only that is read.
    pub(super) fn item_schema(&mut self, at: &Pointer, node: &'a Node, role: Role) {
        let data = node.get("properties").and_then(|node| node.get("data"));
        let Some(data) = data else {
            return self.below(at, node, Shape::One(Kind::Schema), role);
        };
        let at = at.child("properties").child("data");
        match data.get("contentSchema") {
            Some(content) => self.item(&at.child("contentSchema"), content, Kind::Schema, role),
            None => self.item(&at, data, Kind::Schema, role),
        }
        self.ignore(node, Code::AS_IT_IS);
    }
}
