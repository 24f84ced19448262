//! Multipart bodies with files: a struct of parts in the place of the schema's record.

use crate::diag::Code;
use crate::ir::{Fact, Field, Ident, MediaKind, PartHeader, Presence, Record, Scalar, Type};
use crate::naming::{self, Scope};
use crate::resolve::Document;
use crate::tree::{FileId, Node, Pointer};

use super::encodings::{Header, headers};
use super::keywords::{Additional, Keywords};
use super::shape::{Schemas, Shape, Shaped};
use super::site::Site;
use super::typed::Typed;
use super::{Cx, constraints, docs, media, record};

/// How a media type's content is read or written: as bytes where its schema is a string of `format:
/// binary`, though the media type is JSON or text. It is a file then, not a value.
pub(super) fn kind(schemas: &Schemas<'_>, media_type: &str, media: &Pointer) -> MediaKind {
    let kind = media::kind(media_type);
    let is_framed = matches!(
        kind,
        MediaKind::Form | MediaKind::Multipart | MediaKind::EventStream
    );
    match schemas.behind(&Site::one(media.child("schema"))) {
        Some((_, shaped)) if !is_framed && is_binary(&shaped) => MediaKind::Binary,
        _ => kind,
    }
}

fn is_binary(shaped: &Shaped) -> bool {
    shaped.shape == Shape::Scalar(Scalar::String) && shaped.keywords.format == "binary"
}

/// The schema of a multipart body that has files, or values with headers, if it has.
pub(super) fn with_files(schemas: &Schemas<'_>, media: &Pointer) -> Option<Site> {
    let (site, shaped) = schemas.behind(&Site::one(media.child("schema")))?;
    let is_file = |(key, property): (&String, &Site)| {
        files(schemas, property, content_type(schemas, media, key)).is_some()
            || !free_headers(schemas, media, key).is_empty()
    };
    let is_record = shaped.shape == Shape::Record;
    let found = is_record && shaped.keywords.properties.iter().any(is_file);
    found.then_some(site)
}

/// Notes files of a body whose parts are no struct: they are values there, and so sent as text.
pub(super) fn note_unmade(cx: &mut Cx<'_>, media: &Pointer) {
    let schemas = cx.schemas;
    let Some((_, shaped)) = schemas.behind(&Site::one(media.child("schema"))) else {
        return;
    };
    let (found, which): (Vec<Pointer>, _) = match (&shaped.shape, &shaped.keywords.additional) {
        (Shape::Union(choices), _) => {
            let branches = choices.iter();
            let branches = branches.filter_map(|choice| schemas.behind(&choice.site));
            let properties = branches.flat_map(|(_, branch)| branch.keywords.properties.clone());
            let found = properties.filter_map(|(key, site)| {
                file_word(schemas, &site, content_type(schemas, media, &key))
            });
            (found.collect(), "of one of several bodies")
        }
        (Shape::Map(Some(item)), _) | (Shape::Record, Additional::Schema(item)) => {
            let found = file_word(schemas, item, None);
            (found.into_iter().collect(), "of any name")
        }
        _ => return,
    };
    for at in found {
        let message = format!("files {which} are not generated yet: this is sent as text");
        cx.report_key(Code::NOT_GENERATED, message, &at);
    }
}

/// The keyword by which a schema is that of a file, or of several.
fn file_word(schemas: &Schemas<'_>, site: &Site, said: Option<&str>) -> Option<Pointer> {
    files(schemas, site, said)?;
    let (mut at, shaped) = schemas.behind(site)?;
    if let Shape::Array(Some(item)) = &shaped.shape {
        at = schemas.behind(item)?.0;
    }
    let words = ["format", "contentMediaType"].map(|word| at.at().child(word));
    let mut words = words.into_iter();
    words.find(|word| schemas.document.node(word).is_some())
}

/// The headers of a property that the caller gives.
fn free_headers<'a>(schemas: &Schemas<'a>, media: &Pointer, key: &str) -> Vec<Header<'a>> {
    let mut all = headers(schemas, &media.child("encoding").child(key));
    all.retain(Header::is_free);
    all
}

/// What `encoding` says of the media type of a property.
fn content_type<'a>(schemas: &Schemas<'a>, media: &Pointer, key: &str) -> Option<&'a str> {
    let encoding = schemas.document.node(&media.child("encoding").child(key))?;
    encoding.get("contentType").and_then(Node::as_str)
}

/// Whether a property is a file, or several: `format: binary`, or text of a media type that is no
/// text, by the schema or by the encoding; a value that is to be written otherwise than as JSON,
/// which is the caller's; and since 3.1 what has no type at all (section 4.8.15.1.1).
pub(super) fn files(schemas: &Schemas<'_>, property: &Site, said: Option<&str>) -> Option<Type> {
    let (_, shaped) = schemas.behind(property)?;
    let said = said.or(shaped.keywords.facts.media_type.as_deref());
    let Shape::Array(item) = &shaped.shape else {
        return is_file(schemas, &shaped, said).then_some(FILE);
    };
    // Of lists in lists there are no files: so an item may well be the list itself.
    let (_, item) = schemas.behind(item.as_ref()?)?;
    is_file(schemas, &item, said).then(|| Type::Array(Box::new(FILE)))
}

fn is_file(schemas: &Schemas<'_>, shaped: &Shaped, said: Option<&str>) -> bool {
    let keywords = &shaped.keywords;
    let other = said.is_some_and(|said| is_all(said, |kind| kind != MediaKind::Json));
    let said = said.or(keywords.facts.media_type.as_deref());
    let is_binary = said.is_some_and(|said| is_all(said, |kind| kind == MediaKind::Binary));
    match &shaped.shape {
        Shape::Scalar(Scalar::String) => {
            keywords.format == "binary" || keywords.format.is_empty() && is_binary
        }
        Shape::Json(None) => {
            let is_untyped = said.is_none() && keywords.is_plain() && keywords.typ.is_none();
            is_binary || other || is_untyped && !is_3_0(schemas.document)
        }
        Shape::Record | Shape::Union(_) | Shape::Map(_) | Shape::Tuple => other,
        _ => false,
    }
}

/// Whether a document is of 3.0.
pub(super) fn is_3_0(document: &Document<'_>) -> bool {
    let root = document.node(&Pointer::root(FileId(0)));
    let version = root.and_then(|root| root.get("x-restitch-openapi")?.as_str());
    version.is_some_and(|version| version.starts_with("3.0"))
}

const FILE: Type = Type::Scalar(Scalar::File);

/// Whether all that `contentType` lists is of a kind.
fn is_all(content_type: &str, is: impl Fn(MediaKind) -> bool) -> bool {
    let mut all = content_type.split(',').map(str::trim);
    all.all(|one| media::is_valid(one) && is(media::kind(one)))
}

/// The struct of the parts of the multipart body at `media`.
pub(super) fn record(cx: &mut Cx<'_>, site: &Site, media: &Pointer, keywords: &Keywords) -> Record {
    let properties = record::properties(cx, keywords);
    let idents = record::idents(cx, &properties);
    let all_idents = idents.clone();
    let mut fields: Vec<Field> = Vec::new();
    let mut heads = Vec::new();
    for ((key, property), ident) in properties.iter().zip(idents) {
        let Some(property) = property else {
            fields.push(record::undeclared(cx, site, keywords, (key, ident), None));
            continue;
        };
        let said = content_type(cx.schemas, media, key);
        let Some(ty) = files(cx.schemas, property, said) else {
            for header in free_headers(cx.schemas, media, key) {
                let taken: Vec<Ident> = fields
                    .iter()
                    .map(|it: &Field| it.name.ident.clone())
                    .collect();
                let made = header_field(cx, key, &header, &all_idents, &taken);
                heads.extend(made.iter().map(|field| PartHeader {
                    field: field.name.ident.clone(),
                    part: (*key).to_owned(),
                    required: header.required,
                }));
                fields.extend(made);
            }
            fields.extend(record::field(cx, site, keywords, (key, property), ident));
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
        headers: heads,
        rest: None,
    }
}

/// The field of a header of the part `key`. `new` takes what the schema requires, and so none of
/// these: one that the part may not be without is asked for where the part is sent.
fn header_field(
    cx: &mut Cx<'_>,
    key: &str,
    header: &Header<'_>,
    properties: &[Ident],
    fields: &[Ident],
) -> Option<Field> {
    let schema = Site::one(header.at.child("schema"));
    let Typed { ty, .. } = cx.typed(&schema)?;
    let taken: Vec<Ident> = properties.iter().chain(fields).cloned().collect();
    let ident = naming::beside(Scope::Field, &format!("{key} {}", header.name), &taken);
    let node = cx.document.node(&header.at);
    let description = node.and_then(|node| node.get("description")?.as_str());
    let mut docs = docs::pair(None, description);
    let fact = Fact::own("A header of the part ").quote(key);
    let fact = fact.and(if header.required {
        ", which is not sent without."
    } else {
        "."
    });
    docs.facts.push(fact);
    Some(Field {
        name: record::name(cx, &header.at, header.name, ident),
        docs,
        deprecated: false,
        presence: Presence::Optional,
        ty,
        boxed: false,
        preset: None,
    })
}
