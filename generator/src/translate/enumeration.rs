//! What `enum` lists: which type its values make, what they are called, what is said of each.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::diag::{Code, Diagnostic};
use crate::grammar::{ENUM_DESCRIPTIONS, ENUM_NAMES};
use crate::ir::{Docs, Ident, Name, Scalar, StringEnum, ValueEnum, ValueKind, Variant};
use crate::naming::{self, Scope};
use crate::resolve::Document;
use crate::tree::{Node, Pointer, Value as Tree};

use super::keywords::Keywords;
use super::shape::Shape;
use super::site::Site;
use super::{Cx, docs};

/// What the values of a schema make of it; `None` where its type is what it is without them.
///
/// One value by itself is no enum, unless someone gave it a name: a scalar that is always the same.
pub(super) fn shape(site: &Site, keywords: &Keywords) -> Option<Shape> {
    let kind = keywords.kind();
    if !keywords.unions.is_empty() || matches!(kind, Some("object" | "array")) {
        return None;
    }
    let values = keywords.values();
    let all = |test: fn(&Value) -> bool| values.iter().all(|value| test(value));
    match values.as_slice() {
        [] => None,
        _ if !all(is_scalar) && values.len() == 1 => Some(Shape::Json(None)),
        _ if !all(is_scalar) => Some(Shape::Json(Some("an `enum` of arrays or objects"))),
        // The value need not be of its `format`.
        [one @ Value::String(_)] if !is_named(site) => Some(Shape::Scalar(scalar(one))),
        [_] if kind.is_some() && !is_named(site) => None,
        [one] if !is_named(site) => Some(Shape::Scalar(scalar(one))),
        _ if all(Value::is_boolean) => Some(Shape::Scalar(Scalar::Bool)),
        _ if all(Value::is_string) => Some(Shape::StringEnum),
        _ if kind == Some("integer") && all(Value::is_i64) => {
            Some(Shape::ValueEnum(ValueKind::I64))
        }
        _ => Some(Shape::ValueEnum(ValueKind::Json)),
    }
}

/// Whether values beside a union are all that there can be, whatever its branches say of them.
pub(super) fn says_all(beside: &Keywords) -> bool {
    let decided = !matches!(beside.kind(), Some("object" | "array"));
    decided && !beside.enumeration.is_empty() && beside.enumeration.iter().all(is_scalar)
}

/// A note where the values are lists or objects, which are not told apart. A `const` is documented.
pub(super) fn unchecked(document: &Document<'_>, keywords: &Keywords) -> Option<Diagnostic> {
    let at = keywords.enum_at.last()?;
    let holds = matches!(keywords.kind(), Some("object" | "array"));
    if !holds || keywords.facts.constant {
        return None;
    }
    let message =
        "`enum` of lists or objects is not checked: any that its schema describes is taken";
    Some(document.fault(Code::IGNORED_KEYWORD, message, at))
}

fn is_scalar(value: &Value) -> bool {
    !(value.is_array() || value.is_object())
}

fn scalar(value: &Value) -> Scalar {
    match value {
        Value::String(_) => Scalar::String,
        Value::Bool(_) => Scalar::Bool,
        Value::Number(number) if number.is_i64() => Scalar::I64,
        Value::Number(_) => Scalar::F64,
        _ => Scalar::Json,
    }
}

/// Whether a schema has a name of its own: it stands among components or definitions.
fn is_named(site: &Site) -> bool {
    let holder = site.alone().and_then(Pointer::parent);
    holder.is_some_and(|holder| {
        let last = holder.last();
        let last = last.as_deref();
        matches!(last, Some("schemas" | "$defs" | "definitions"))
    })
}

/// Strings.
pub(super) fn string_enum(cx: &Cx<'_>, site: &Site, keywords: &Keywords) -> StringEnum {
    let variants = variants(cx, site, keywords, |value| {
        value.as_str().unwrap_or_default().to_owned()
    });
    StringEnum {
        fallback: naming::fallback(&idents(&variants)),
        variants,
    }
}

/// Integers, or values of any kind: each variant's wire name is its JSON text.
pub(super) fn value_enum(
    cx: &Cx<'_>,
    site: &Site,
    keywords: &Keywords,
    of: ValueKind,
) -> ValueEnum {
    let variants = variants(cx, site, keywords, Value::to_string);
    ValueEnum {
        fallback: naming::fallback(&idents(&variants)),
        variants,
        of,
    }
}

/// The variant of one of the values that a schema lists.
pub(super) fn variant_of(
    cx: &Cx<'_>,
    site: &Site,
    keywords: &Keywords,
    value: &Value,
) -> Option<Ident> {
    let wire = value.to_string();
    let mut all = variants(cx, site, keywords, Value::to_string).into_iter();
    let variant = all.find(|variant| variant.name.wire == wire);
    variant.map(|variant| variant.name.ident)
}

fn idents(variants: &[Variant]) -> Vec<Ident> {
    let idents = variants.iter().map(|variant| variant.name.ident.clone());
    idents.collect()
}

fn variants(
    cx: &Cx<'_>,
    site: &Site,
    keywords: &Keywords,
    wire: fn(&Value) -> String,
) -> Vec<Variant> {
    let lists = keywords.enum_at.iter();
    let lists: Vec<Hints<'_>> = lists.map(|at| Hints::of(cx.document, at)).collect();
    let mut seen = HashSet::new();
    let mut values: Vec<(&Value, String, String)> = Vec::new();
    let mut places = Vec::new();
    for value in keywords.enumeration.iter().filter(|value| !value.is_null()) {
        let wire = wire(value);
        // `lower` has reported what comes twice.
        if seen.insert(wire.clone()) {
            let name = lists.iter().find_map(|hints| hints.name(value));
            values.push((value, name.unwrap_or_else(|| text(value)), wire));
            places.push(lists.iter().find_map(|hints| hints.place(value)));
        }
    }
    let items: Vec<(&str, &str)> = values
        .iter()
        .map(|(_, name, wire)| (name.as_str(), wire.as_str()))
        .collect();
    let idents = cx.schemas.given.names(Scope::Variant, &items, &places);
    let named = values.iter().zip(idents).zip(places);
    named
        .map(|(((value, _, wire), ident), place)| Variant {
            name: Name {
                ident,
                wire: wire.clone(),
                pointer: pointer(cx, site, place),
            },
            docs: lists
                .iter()
                .find_map(|hints| hints.docs(value))
                .unwrap_or_default(),
        })
        .collect()
}

/// The list that a value stands in.
fn pointer(cx: &Cx<'_>, site: &Site, place: Option<Pointer>) -> String {
    let list = place.and_then(|place| place.parent());
    cx.document.shown(list.as_ref().unwrap_or(site.at()))
}

/// What a value is named after.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The lists beside `enum` that several generators know: a name or a description for each value,
/// in its order. One of another length is left alone.
struct Hints<'a> {
    list: Pointer,
    /// The schema of the only value, where that is a branch of a union: `const` with a `title`.
    only: Option<&'a Node>,
    names: Option<&'a [Node]>,
    texts: Option<&'a [Node]>,
    /// Descriptions by value, which is how some documentation tools have them.
    by_value: Option<&'a Node>,
    /// Which value stands where.
    places: HashMap<String, usize>,
}

impl<'a> Hints<'a> {
    fn of(document: &Document<'a>, list: &Pointer) -> Self {
        let schema = list.parent().and_then(|schema| document.node(&schema));
        let values = document.node(list).and_then(Node::as_array);
        let values = values.unwrap_or_default();
        let beside = |keys: &[&str]| {
            let nodes = keys.iter().filter_map(|key| schema?.get(key)?.as_array());
            nodes.into_iter().find(|nodes| nodes.len() == values.len())
        };
        let names = beside(ENUM_NAMES);
        let texts = beside(ENUM_DESCRIPTIONS);
        let by_value = schema.and_then(|schema| schema.get("x-enumDescriptions"));
        let places = values.iter().enumerate().rev();
        Self {
            list: list.clone(),
            only: schema.filter(|_| values.len() == 1 && is_of_branch(list)),
            names,
            texts,
            by_value,
            places: places
                .filter_map(|(at, node)| Some((key(node)?, at)))
                .collect(),
        }
    }

    fn name(&self, value: &Value) -> Option<String> {
        let title = || self.title(value).filter(|title| is_name(title));
        let chosen = self.at(self.names, value);
        let name = match (chosen, self.list.parent().as_ref().and_then(named)) {
            (Some(chosen), Some(key)) => naming::of_enum(&key, chosen),
            (chosen, _) => chosen.or_else(title)?.to_owned(),
        };
        (!name.trim().is_empty()).then_some(name)
    }

    fn docs(&self, value: &Value) -> Option<Docs> {
        let by_value = || self.by_value?.get(&text(value))?.as_str();
        if let Some(said) = self.at(self.texts, value).or_else(by_value) {
            return Some(docs::text(said));
        }
        let title = self.title(value).filter(|title| !is_name(title));
        let description = self.said(value, "description");
        (title.is_some() || description.is_some()).then(|| docs::pair(title, description))
    }

    fn title(&self, value: &Value) -> Option<&'a str> {
        self.said(value, "title")
    }

    /// What the schema of the only value says beside it.
    fn said(&self, value: &Value, key: &str) -> Option<&'a str> {
        self.index(value)?;
        self.only?.get(key)?.as_str()
    }

    fn at(&self, list: Option<&'a [Node]>, value: &Value) -> Option<&'a str> {
        list?.get(self.index(value)?)?.as_str()
    }

    fn index(&self, value: &Value) -> Option<usize> {
        self.places.get(&value.to_string()).copied()
    }

    /// Where a value stands.
    fn place(&self, value: &Value) -> Option<Pointer> {
        self.index(value).map(|index| self.list.item(index))
    }
}

/// Whether a list is that of a schema which stands in `oneOf` or `anyOf` itself.
fn is_of_branch(list: &Pointer) -> bool {
    let union = list.parent().and_then(|schema| schema.parent());
    let key = union.as_ref().and_then(Pointer::last);
    matches!(key.as_deref(), Some("oneOf" | "anyOf"))
}

/// The key of a schema that has a name of its own.
fn named(schema: &Pointer) -> Option<String> {
    let kind = schema.parent()?.last()?.into_owned();
    let key = schema.last()?.into_owned();
    matches!(&*kind, "schemas" | "properties" | "$defs").then_some(key)
}

/// Whether a title is short enough to be a name; else it describes.
fn is_name(title: &str) -> bool {
    const LONGEST: usize = 40;
    title.chars().count() <= LONGEST
}

/// A value of the document as [`Value`] writes it.
pub(super) fn key(node: &Node) -> Option<String> {
    Some(match &node.value {
        Tree::String(text) => Value::from(text.as_str()).to_string(),
        Tree::Number(text) => super::keywords::number(text)?.to_string(),
        Tree::Bool(value) => value.to_string(),
        Tree::Null | Tree::Array(_) | Tree::Object(_) => return None,
    })
}
