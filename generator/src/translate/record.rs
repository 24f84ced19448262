//! Objects with properties to structs.

use super::direction::shows;
use super::keywords::{Additional, Keywords};
use super::site::Site;
use super::typed::Typed;
use super::{Cx, constraints, docs, named_by, preset, required};
use crate::diag::Code;
use crate::ir::{Field, Ident, Name, Presence, Preset, Record, Rest, Scalar, Type};
use crate::naming::{self, Scope};
use crate::tree::Pointer;

pub(super) fn record(cx: &mut Cx<'_>, site: &Site, keywords: &Keywords) -> Record {
    let properties: Vec<(&str, Option<&Site>)> = properties(cx, keywords);
    let idents = idents(cx, &properties);
    let rest = rest(cx, keywords, &idents);
    let fields = properties
        .iter()
        .zip(idents)
        .filter_map(|((key, property), ident)| match property {
            Some(property) => field(cx, site, keywords, (key, property), ident),
            None => Some(undeclared(cx, site, keywords, (key, ident), rest.as_ref())),
        })
        .collect();
    Record {
        fields,
        required: cx.types.companion(site, cx.direction).cloned(),
        parts: false,
        headers: Vec::new(),
        rest,
    }
}

/// The properties of this direction, then those that `required` names and nothing declares.
pub(super) fn properties<'k>(
    cx: &Cx<'_>,
    keywords: &'k Keywords,
) -> Vec<(&'k str, Option<&'k Site>)> {
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

pub(super) fn idents(cx: &Cx<'_>, properties: &[(&str, Option<&Site>)]) -> Vec<Ident> {
    let items: Vec<(&str, &str)> = properties.iter().map(|(key, _)| (*key, *key)).collect();
    let at = properties
        .iter()
        .map(|(_, site)| Some(site.as_ref()?.at().clone()));
    let at: Vec<_> = at.collect();
    cx.schemas.given.names(Scope::Field, &items, &at)
}

pub(super) fn field(
    cx: &mut Cx<'_>,
    record: &Site,
    keywords: &Keywords,
    (key, site): (&str, &Site),
    ident: Ident,
) -> Option<Field> {
    let shaped = cx.shaped(site)?;
    let Typed { ty, nullable } = cx.typed(site)?;
    let required = keywords.required.contains(key);
    let mut docs = docs::schema(&shaped.keywords, key);
    docs.facts.extend(constraints::of_place(cx, site, &shaped));
    if !matches!(ty, Type::Named(_)) {
        preset::tell(&shaped.keywords, &mut docs);
    }
    let presence = Presence::of(required, nullable);
    let named = cx.types.named_by.value(record, key);
    let named = named.filter(|_| presence == Presence::Required);
    let preset = preset::preset(cx, site, &ty, named);
    if let (Some(Preset::Named(_)), Some(value)) = (&preset, named) {
        named_by::tell(value, &mut docs);
    }
    Some(Field {
        name: name(cx, site.at(), key, ident),
        docs,
        deprecated: shaped.keywords.deprecated,
        presence,
        ty,
        boxed: false,
        preset,
    })
}

/// The name of a field, whose property stands at a pointer.
pub(super) fn name(cx: &Cx<'_>, at: &Pointer, key: &str, ident: Ident) -> Name {
    Name {
        ident,
        wire: key.to_owned(),
        pointer: cx.document.shown(at),
    }
}

/// What `required` names and `properties` does not declare: anything, unless
/// `additionalProperties` says more.
pub(super) fn undeclared(
    cx: &mut Cx<'_>,
    site: &Site,
    keywords: &Keywords,
    (key, ident): (&str, Ident),
    rest: Option<&Rest>,
) -> Field {
    let at = required::list(cx.document, keywords, key);
    let at = at.unwrap_or_else(|| site.at().child("required"));
    let message = format!("`required` names `{key}`, which `properties` does not declare");
    cx.report(Code::UNDECLARED, message, &at);
    let (ty, nullable) = match rest {
        Some(Rest::Map(_, Type::Nullable(inner))) => ((**inner).clone(), true),
        Some(Rest::Map(_, ty)) => (ty.clone(), false),
        Some(Rest::Extra(_)) | None => (Type::Scalar(Scalar::Json), false),
    };
    Field {
        name: name(cx, &at, key, ident),
        docs: crate::ir::Docs::default(),
        deprecated: false,
        presence: Presence::of(true, nullable),
        ty,
        boxed: false,
        preset: None,
    }
}

/// What holds the properties that the document does not name.
fn rest(cx: &mut Cx<'_>, keywords: &Keywords, fields: &[Ident]) -> Option<Rest> {
    let ty = match &keywords.additional {
        Additional::No => return None,
        Additional::Unsaid | Additional::Any => None,
        Additional::Schema(values) => cx.typed(values).map(Typed::inner),
    };
    let name = naming::rest(fields);
    // Values without a type are raw JSON either way.
    Some(match ty {
        None | Some(Type::Scalar(Scalar::Json)) => Rest::Extra(name),
        Some(ty) => Rest::Map(name, ty),
    })
}
