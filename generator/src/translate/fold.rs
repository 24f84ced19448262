//! Unions that are one type in Rust: strings and integers, among them open enums, which take any; all
//! of `oneOf: [{const: a, title: A}, {const: b, title: B}]`, which is an enum whose values say what
//! they are.

use std::collections::HashSet;

use serde_json::Value;

use crate::ir::Scalar;
use crate::resolve::Document;
use crate::tree::Pointer;

use super::branches::own;
use super::gather::real;
use super::is_component;
use super::keywords::{Keywords, UnionOf};
use super::scalar::integer;
use super::shape::Shape;
use super::site::Site;

/// The branches as keywords of the schema that holds the union, or as the one component that they
/// are; `None` where they are several types. Nothing but a type and values stands beside the union.
#[allow(clippy::option_option)]
pub(super) fn fold(
    document: &Document<'_>,
    union: &UnionOf,
    keywords: &mut Keywords,
) -> Option<Option<Shape>> {
    let branches = real(document, union);
    let read = branches.iter().map(|branch| own(document, branch));
    let read: Vec<(Pointer, Keywords)> = read.collect::<Option<_>>()?;
    let (_, first) = read.first()?;
    let said = keywords.kind().map(str::to_owned);
    let kind = said.clone().or_else(|| first.kind().map(str::to_owned))?;
    let alike = |own: &Keywords| {
        let facts = &own.facts;
        own.kind().or(said.as_deref()) == Some(&kind)
            && own.unions.is_empty()
            && own.all_of.is_empty()
            && own.format == first.format
            && !(kind == "integer" && is_wide(own))
            && !(facts.broken || facts.never || facts.several_types)
    };
    if !read.iter().all(|(_, own)| alike(own)) {
        return None;
    }
    let listed = read.iter().filter(|(_, own)| !own.enumeration.is_empty());
    let listed: Vec<&(Pointer, Keywords)> = listed.collect();
    if !holds(&kind, &listed, listed.len() == read.len()) {
        return None;
    }
    keywords.nullable |= read.iter().any(|(_, own)| own.nullable);
    keywords.unions.clear();
    if let [(target, _)] = listed.as_slice()
        && is_component(target)
        && keywords.enumeration.is_empty()
    {
        return Some(Some(Shape::Ref(Site::one(target.clone()))));
    }
    list(keywords, &listed);
    if keywords.format.is_empty() {
        keywords.format.clone_from(&first.format);
    }
    keywords.typ = Some(kind);
    Some(None)
}

/// Whether the integers of a schema may be beyond `i64`, which its values alone would not say.
fn is_wide(own: &Keywords) -> bool {
    !matches!(integer(own), Scalar::I32 | Scalar::I64)
}

/// Whether one type holds what is listed, and any other value of its kind.
fn holds(kind: &str, listed: &[&(Pointer, Keywords)], all_list: bool) -> bool {
    let all = |test: fn(&Value) -> bool| {
        let mut values = listed.iter().flat_map(|(_, own)| &own.enumeration);
        values.all(|value| value.is_null() || test(value))
    };
    match kind {
        "string" => all(Value::is_string),
        "integer" => all(Value::is_i64),
        "number" => listed.is_empty() || all_list,
        "boolean" => listed.is_empty(),
        _ => false,
    }
}

/// Adds what is listed to the values, of which those beside the union are all that there can be.
fn list(keywords: &mut Keywords, listed: &[&(Pointer, Keywords)]) {
    let mut seen: HashSet<Value> = HashSet::new();
    let closed = !keywords.enumeration.is_empty();
    for (_, own) in listed {
        keywords.enum_at.extend(own.enum_at.iter().cloned());
        for value in &own.enumeration {
            if !closed && seen.insert(value.clone()) {
                keywords.enumeration.push(value.clone());
            }
        }
    }
}
