//! Multipart bodies with files: a struct of parts in the place of the schema's record.

use std::rc::Rc;

use crate::diag::Code;
use crate::ir::{Field, MediaKind, Presence, Record, Scalar, Type};
use crate::tree::{Node, Pointer};

use super::keywords::{Additional, Keywords};
use super::shape::{Schemas, Shape, Shaped};
use super::site::Site;
use super::{Cx, constraints, docs, media, record};

/// References are followed this far.
const LONGEST: usize = 16;

/// A schema behind its references.
pub(super) fn behind(schemas: &Schemas<'_>, site: &Site) -> Option<(Site, Rc<Shaped>)> {
    let mut site = site.clone();
    for _ in 0..LONGEST {
        let shaped = schemas.shaped(&site).ok()??;
        match &shaped.shape {
            Shape::Ref(target) => site = target.clone(),
            _ => return Some((site, shaped)),
        }
    }
    None
}

/// The schema of a multipart body that has files, if it has.
pub(super) fn with_files(schemas: &Schemas<'_>, media: &Pointer) -> Option<Site> {
    let (site, shaped) = behind(schemas, &Site::one(media.child("schema")))?;
    let is_file = |(key, property): (&String, &Site)| {
        files(schemas, property, content_type(schemas, media, key)).is_some()
    };
    let is_record = shaped.shape == Shape::Record;
    let found = is_record && shaped.keywords.properties.iter().any(is_file);
    found.then_some(site)
}

/// What `encoding` says of the media type of a property.
fn content_type<'a>(schemas: &Schemas<'a>, media: &Pointer, key: &str) -> Option<&'a str> {
    let encoding = schemas.document.node(&media.child("encoding").child(key))?;
    encoding.get("contentType").and_then(Node::as_str)
}

/// Whether a property is a file, or several: `format: binary`, or text of a media type that is no
/// text, by the schema or by the encoding.
pub(super) fn files(schemas: &Schemas<'_>, property: &Site, said: Option<&str>) -> Option<Type> {
    let (_, shaped) = behind(schemas, property)?;
    let keywords = &shaped.keywords;
    let said = said.or(keywords.facts.media_type.as_deref());
    let is_binary = said.is_some_and(is_binary);
    match &shaped.shape {
        Shape::Scalar(Scalar::String) if keywords.format == "binary" => Some(FILE),
        Shape::Scalar(Scalar::String) if keywords.format.is_empty() && is_binary => Some(FILE),
        Shape::Json(None) if is_binary => Some(FILE),
        Shape::Array(Some(item)) => match files(schemas, item, said)? {
            FILE => Some(Type::Array(Box::new(FILE))),
            _ => None,
        },
        _ => None,
    }
}

const FILE: Type = Type::Scalar(Scalar::File);

/// Whether all that `contentType` lists is neither text nor what a value becomes.
fn is_binary(content_type: &str) -> bool {
    let mut all = content_type.split(',').map(str::trim);
    all.all(|one| media::is_valid(one) && media::kind(one) == MediaKind::Binary)
}

/// The struct of the parts of the multipart body at `media`.
pub(super) fn record(cx: &mut Cx<'_>, site: &Site, media: &Pointer, keywords: &Keywords) -> Record {
    let properties = record::properties(cx, keywords);
    let idents = record::idents(cx, &properties);
    let mut fields = Vec::new();
    for ((key, property), ident) in properties.iter().zip(idents) {
        let Some(property) = property else {
            fields.push(record::undeclared(cx, site, key, None, ident));
            continue;
        };
        let said = content_type(cx.schemas, media, key);
        let Some(ty) = files(cx.schemas, property, said) else {
            fields.extend(record::field(cx, keywords, key, property, ident));
            continue;
        };
        let Some(shaped) = cx.shaped(property) else {
            continue;
        };
        // It is looked at here.
        let at = property.at().child("contentMediaType");
        cx.sink
            .retain(|found| found.code != Code::IGNORED_KEYWORD || found.pointer != at);
        let mut docs = docs::schema(&shaped.keywords, key);
        if let Some(said) = said.filter(|said| media::is_several(said)) {
            docs.facts.push(media::chosen(said));
        }
        docs.facts
            .extend(constraints::of_place(cx, property, &shaped));
        fields.push(Field {
            name: record::name(cx, property.at(), key, ident),
            docs,
            deprecated: shaped.keywords.deprecated,
            presence: Presence::of(keywords.required.contains(*key), false),
            ty,
            boxed: false,
            preset: None,
        });
    }
    if matches!(keywords.additional, Additional::Any | Additional::Schema(_)) {
        let at = site.at().child("additionalProperties");
        let message = "further parts of a body with files are not generated yet";
        cx.report_key(Code::NOT_GENERATED, message, &at);
    }
    Record {
        fields,
        required: cx.types.companion_of_parts(site).cloned(),
        parts: true,
        rest: None,
    }
}
