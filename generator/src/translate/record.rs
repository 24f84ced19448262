//! Objects with properties to structs.

use super::direction::shows;
use super::keywords::{Additional, Keywords};
use super::site::Site;
use super::typed::Typed;
use super::{Cx, docs};
use crate::diag::Code;
use crate::ir::{Field, Ident, Name, Presence, Record, Scalar, Type};
use crate::naming::{self, Scope};

/// The wire name that settles a collision of the field for additional properties; no property is
/// called like this.
const REST: &str = "#additionalProperties";

pub(super) fn record(cx: &mut Cx<'_>, site: &Site, keywords: &Keywords) -> Record {
    let properties: Vec<(&str, Option<&Site>)> = properties(cx, keywords);
    let rest = rest_type(cx, keywords);
    let mut idents = idents(&properties, rest.is_some());
    let values = rest.clone();
    let rest = rest.and_then(|ty| Some((idents.pop()?, ty)));
    let fields = properties
        .iter()
        .zip(idents)
        .filter_map(|((key, property), ident)| match property {
            Some(property) => field(cx, keywords, key, property, ident),
            None => Some(undeclared(cx, site, key, values.clone(), ident)),
        })
        .collect();
    Record {
        fields,
        required: cx.types.companion(site, cx.direction).cloned(),
        rest,
    }
}

/// The properties of this direction, then those that `required` names and nothing declares.
fn properties<'k>(cx: &Cx<'_>, keywords: &'k Keywords) -> Vec<(&'k str, Option<&'k Site>)> {
    let declared = keywords.properties.iter();
    let shown = declared.filter(|(_, property)| shows(cx.schemas, property, cx.direction));
    let undeclared = keywords
        .required
        .iter()
        .filter(|key| !keywords.properties.contains_key(*key));
    shown
        .map(|(key, property)| (key.as_str(), Some(property)))
        .chain(undeclared.map(|key| (key.as_str(), None)))
        .collect()
}

/// The fields' names, and last the one for additional properties where there are any.
fn idents(properties: &[(&str, Option<&Site>)], rest: bool) -> Vec<Ident> {
    let mut items: Vec<(&str, &str)> = properties.iter().map(|(key, _)| (*key, *key)).collect();
    if rest {
        items.push(("additional_properties", REST));
    }
    naming::names(Scope::Field, &items)
}

fn field(
    cx: &mut Cx<'_>,
    keywords: &Keywords,
    key: &str,
    site: &Site,
    ident: Ident,
) -> Option<Field> {
    let shaped = cx.shaped(site)?;
    let Typed { ty, nullable } = cx.typed(site)?;
    let required = keywords.required.contains(key);
    Some(Field {
        name: Name {
            ident,
            wire: key.to_owned(),
            pointer: cx.document.shown(site.at()),
        },
        docs: docs::schema(&shaped.keywords, key),
        deprecated: shaped.keywords.deprecated,
        presence: Presence::of(required, nullable),
        ty,
        boxed: false,
    })
}

/// What `required` names and `properties` does not declare: anything, unless
/// `additionalProperties` says more.
fn undeclared(
    cx: &mut Cx<'_>,
    site: &Site,
    key: &str,
    values: Option<Type>,
    ident: Ident,
) -> Field {
    let at = site.at().child("required");
    let message = format!("`required` names `{key}`, which `properties` does not declare");
    cx.report(Code::UNDECLARED, message, &at);
    let (ty, nullable) = match values {
        Some(Type::Nullable(inner)) => (*inner, true),
        Some(ty) => (ty, false),
        None => (Type::Scalar(Scalar::Json), false),
    };
    Field {
        name: Name {
            ident,
            wire: key.to_owned(),
            pointer: cx.document.shown(&at),
        },
        docs: crate::ir::Docs::default(),
        deprecated: false,
        presence: Presence::of(true, nullable),
        ty,
        boxed: false,
    }
}

/// The type of the values of additional properties, where the document asks for them.
fn rest_type(cx: &mut Cx<'_>, keywords: &Keywords) -> Option<Type> {
    match &keywords.additional {
        Additional::Unsaid | Additional::No => None,
        Additional::Any => Some(Type::Scalar(Scalar::Json)),
        Additional::Schema(values) => cx.typed(values).map(Typed::inner),
    }
}
