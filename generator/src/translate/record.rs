//! Objects with properties to structs.

use crate::diag::Code;
use crate::ir::{Field, Ident, Name, Presence, Record, Scalar, Type};
use crate::naming::{self, Scope};
use crate::tree::Pointer;

use super::keywords::{Additional, Keywords};
use super::typed::Typed;
use super::{Cx, docs};

/// The wire name that settles a collision of the field for additional properties; no property is
/// called like this.
const REST: &str = "#additionalProperties";

pub(super) fn record(cx: &mut Cx<'_>, at: &Pointer, keywords: &Keywords) -> Record {
    let properties: Vec<(&str, Pointer)> = cx.document.members(&at.child("properties"));
    let rest = rest_type(cx, at, keywords);
    let mut idents = idents(&properties, rest.is_some());
    let rest = rest.and_then(|ty| Some((idents.pop()?, ty)));
    let fields = properties
        .iter()
        .zip(idents)
        .filter_map(|((key, property), ident)| field(cx, keywords, key, property, ident))
        .collect();
    undeclared(cx, at, keywords);
    Record {
        fields,
        required: cx.types.companion(at).cloned(),
        rest,
    }
}

/// The fields' names, and last the one for additional properties where there are any.
fn idents(properties: &[(&str, Pointer)], rest: bool) -> Vec<Ident> {
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
    at: &Pointer,
    ident: Ident,
) -> Option<Field> {
    let shaped = cx.shaped(at)?;
    let Typed { ty, nullable } = cx.typed(at)?;
    let required = keywords.required.contains(key);
    Some(Field {
        name: Name {
            ident,
            wire: key.to_owned(),
            pointer: cx.document.shown(at),
        },
        docs: docs::schema(&shaped.keywords, key),
        deprecated: shaped.keywords.deprecated,
        presence: Presence::of(required, nullable),
        ty,
        boxed: false,
    })
}

/// The type of the values of additional properties, where the document asks for them.
fn rest_type(cx: &mut Cx<'_>, at: &Pointer, keywords: &Keywords) -> Option<Type> {
    match keywords.additional {
        Additional::Unsaid | Additional::No => None,
        Additional::Any => Some(Type::Scalar(Scalar::Json)),
        Additional::Schema => cx
            .typed(&at.child("additionalProperties"))
            .map(Typed::inner),
    }
}

/// `required` names that no property declares: nothing holds them yet.
fn undeclared(cx: &mut Cx<'_>, at: &Pointer, keywords: &Keywords) {
    for name in keywords
        .required
        .iter()
        .filter(|name| !keywords.properties.contains(*name))
    {
        let message = format!("`required` names `{name}`, which `properties` does not declare");
        cx.report(Code::IGNORED_KEYWORD, message, &at.child("required"));
    }
}
