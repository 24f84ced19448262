//! Request bodies.

use openapiv3::RequestBody;

use crate::diag::Code;
use crate::grammar::Kind;
use crate::ir::{self, BodyContent, Ident, MediaKind, Name, Scalar, Type};
use crate::naming::{self, Scope};
use crate::resolve::Document;
use crate::tree::Pointer;

use super::direction::Direction;
use super::encodings::{Header, encodings, headers};
use super::find::{Finder, own_text};
use super::parts::{behind, is_3_0, with_files};
use super::shape::{Schemas, Shape};
use super::site::Site;
use super::typed::Typed;
use super::{Cx, docs, media, parts};

/// Shows the schemas of the body that is sent to the finder of types.
pub(super) fn find_types(
    document: &Document<'_>,
    at: &Pointer,
    operation: &str,
    finder: &mut Finder<'_>,
) {
    let Ok(target) = document.follow(at) else {
        return;
    };
    let content = target.child("content");
    let values = json(finder.schemas, &content);
    let values = values
        .iter()
        .filter(|(_, media)| first_alike(finder.schemas, media) == *media);
    let values = values.count();
    for (media_type, media) in document.members(&content) {
        if first_alike(finder.schemas, &media) != media {
            continue;
        }
        let taken = media::taken(document, media_type, &media).unwrap_or_default();
        let word = match sent_as(finder.schemas, &taken, &media).0 {
            MediaKind::Json => "body",
            MediaKind::Form => "form",
            MediaKind::Multipart => "parts",
            MediaKind::JsonLines | MediaKind::JsonSeq => "item",
            _ => continue,
        };
        let own = own_text(&target, "requestBodies", String::new);
        let text = match (own.as_str(), word) {
            ("", word) => format!("{operation} {word}"),
            (own, "body") => own.to_owned(),
            (own, word) => format!("{own} {word}"),
        };
        let text = match word {
            "body" if values > 1 => media::apart(&text, &taken),
            _ => text,
        };
        let files = (word == "parts").then(|| with_files(finder.schemas, &media));
        if let Some(site) = files.flatten() {
            find_headers(document, &media, &text, finder);
            finder.parts(site, media, &text);
            continue;
        }
        let items = (word == "item").then(|| row(finder.schemas, &media));
        let schema = match items.flatten() {
            Some(Row::Item(schema) | Row::List(schema)) => schema,
            None => media.child("schema"),
        };
        finder.root(schema, &text, Direction::Request, *at != target);
    }
}

/// Shows the headers of parts to the finder of types.
fn find_headers(document: &Document<'_>, media: &Pointer, text: &str, finder: &mut Finder<'_>) {
    for (part, encoding) in document.members(&media.child("encoding")) {
        for Header { name, at, .. } in headers(finder.schemas, &encoding) {
            let elsewhere = !at.is_below(media);
            let text = format!("{text} {part} {name}");
            finder.root(at.child("schema"), &text, Direction::Request, elsewhere);
        }
    }
}

/// Whether a body has several media types, and so an enum of them.
pub(super) fn has_choice(document: &Document<'_>, at: &Pointer) -> bool {
    let target = document.follow(at);
    target.is_ok_and(|at| document.members(&at.child("content")).len() > 1)
}

/// The body; `Some(None)` where there is none, `None` where it can't be sent: a call without it
/// would say something else, so the operation is left out. An enum of it is called `choice`, by its
/// module and name.
// The two levels are two outcomes: no body, and no operation.
#[allow(clippy::option_option)]
pub(super) fn body(
    cx: &mut Cx<'_>,
    at: &Pointer,
    choice: Option<(&Ident, &Ident)>,
) -> Option<Option<ir::Body>> {
    if cx.document.node(at).is_none() {
        return Some(None);
    }
    undefined(cx, at);
    let at = cx.follow(at)?;
    let read = cx.sound::<RequestBody>(Kind::RequestBody, &at)?;
    cx.direction = Direction::Request;
    let content = at.child("content");
    if cx.document.members(&content).is_empty() {
        let (what, left) = if read.required {
            ("operation", None)
        } else {
            ("body", Some(None))
        };
        // One that is missing stands where the body does, and was reported.
        if cx.document.place(&content) != cx.document.place(&at) {
            let message = "the request body has no media type";
            let fault = cx.document.fault_at_key(Code::MALFORMED, message, &content);
            cx.sink.push(fault.help(format!("the {what} is left out")));
        }
        return left;
    }
    let contents = contents(cx, &content)?;
    let choice = choice.filter(|_| contents.len() > 1);
    let (ty, nullable) = match (choice, contents.first()) {
        (Some((module, name)), _) => (Type::Own(module.clone(), name.clone()), false),
        (None, first) => first.map(|only| (only.ty.clone(), only.nullable))?,
    };
    let choice = choice.map(|(_, name)| name.clone());
    let mut docs = docs::pair(None, read.description.as_deref());
    let ranges = contents.iter().filter(|content| content.sent.is_empty());
    docs.facts
        .extend(ranges.map(|content| media::chosen(&content.name.wire)));
    Some(Some(ir::Body {
        pointer: cx.document.shown(&at),
        docs,
        required: read.required,
        nullable,
        ty,
        contents,
        choice,
    }))
}

/// A note where 3.0 says that the body of a method is to be ignored. Whoever writes one down means
/// it, and 3.1 allows it (section 4.8.10).
fn undefined(cx: &mut Cx<'_>, at: &Pointer) {
    let operation = at.parent();
    let method = operation.as_ref().and_then(Pointer::last);
    let method = method.unwrap_or_default();
    if is_3_0(cx.document) && matches!(&*method, "get" | "head" | "delete") {
        let message = format!(
            "OpenAPI 3.0 ignores the body of {}; it is sent all the same",
            method.to_uppercase()
        );
        cx.report_key(Code::OTHER_VERSION, message, at);
    }
}

/// What can be sent, in document order; `None` where nothing can, which is reported.
fn contents(cx: &mut Cx<'_>, at: &Pointer) -> Option<Vec<BodyContent>> {
    let mut found: Vec<BodyContent> = Vec::new();
    for (media_type, media) in cx.document.members(at) {
        let Some(content) = content(cx, media_type, &media) else {
            continue;
        };
        let same = found
            .iter()
            .find(|other| other.kind == content.kind && is_same(other, &content));
        if let Some(same) = same {
            let message = format!(
                "`{media_type}` is of the same type as `{}`, which is sent",
                same.name.wire
            );
            let note = cx
                .document
                .fault_at_key(Code::OTHER_MEDIA_TYPE, message, &media);
            cx.sink
                .push(note.help("a call can say it by `with_header(\"Content-Type\", ..)`"));
            continue;
        }
        found.push(content);
    }
    if found.is_empty() {
        return None;
    }
    let items: Vec<(String, String)> = found
        .iter()
        .map(|content| (variant(&content.name.wire), content.name.wire.clone()))
        .collect();
    let items: Vec<(&str, &str)> = items
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    for (content, ident) in found.iter_mut().zip(naming::names(Scope::Variant, &items)) {
        content.name.ident = ident;
    }
    Some(found)
}

/// The media types of a `content` that are sent as JSON.
fn json<'a>(schemas: &Schemas<'a>, content: &Pointer) -> Vec<(&'a str, Pointer)> {
    let mut all = schemas.document.members(content);
    all.retain(|(key, media)| {
        let taken = media::taken(schemas.document, key, media);
        taken.is_some_and(|taken| sent_as(schemas, &taken, media).0 == MediaKind::Json)
    });
    all
}

/// The first of the JSON media types beside this one that has the same schema, as it is written: of such
/// the second adds no type. One of another kind is its own.
fn first_alike(schemas: &Schemas<'_>, media: &Pointer) -> Pointer {
    let schema = |media: &Pointer| schemas.document.node(&media.child("schema"));
    let content = media.parent();
    let all = content
        .map(|content| json(schemas, &content))
        .unwrap_or_default();
    let is_json = all.iter().any(|(_, other)| other == media);
    let mut alike = all
        .into_iter()
        .filter(|(_, other)| schema(other) == schema(media));
    let first = alike.next().filter(|_| is_json);
    first.map_or_else(|| media.clone(), |(_, first)| first)
}

/// Whether two media types of one kind are made of the same value, to the same bytes.
fn is_same(a: &BodyContent, b: &BodyContent) -> bool {
    // Of text and bytes the media type is all that tells them apart.
    let is_value = matches!(
        a.kind,
        MediaKind::Json
            | MediaKind::JsonLines
            | MediaKind::JsonSeq
            | MediaKind::Form
            | MediaKind::Multipart
            | MediaKind::Xml
    );
    is_value && a.ty == b.ty && a.nullable == b.nullable && a.encodings == b.encodings
}

fn content(cx: &mut Cx<'_>, key: &str, media: &Pointer) -> Option<BodyContent> {
    let taken = media::taken(cx.document, key, media);
    if taken.as_deref() != Some(key) {
        let message = format!("`{key}` is not a media type");
        let fault = cx.document.fault_at_key(Code::MALFORMED, message, media);
        let fault = fault.help(media::help(key, taken.as_deref()));
        cx.sink.push(match &taken {
            Some(meant) => fault.rename(meant.clone()),
            None => fault,
        });
    }
    let media_type = &*taken?;
    let (kind, sent) = sent_as(cx.schemas, media_type, media);
    by_hand(cx, media_type, media);
    let (ty, nullable) = match kind {
        MediaKind::Json => value(cx, &first_alike(cx.schemas, media))?,
        MediaKind::JsonLines | MediaKind::JsonSeq => (list(cx, media)?, false),
        MediaKind::Form | MediaKind::Multipart => members(cx, media, kind)?,
        MediaKind::Text | MediaKind::Xml => (Type::Scalar(Scalar::String), false),
        _ if sent.is_empty() => (Type::Scalar(Scalar::File), false),
        _ => (Type::Scalar(Scalar::Body), false),
    };
    let is_form = matches!(kind, MediaKind::Form | MediaKind::Multipart);
    let is_parts = is_form && with_files(cx.schemas, media).is_some();
    Some(BodyContent {
        name: Name {
            ident: naming::single(Scope::Variant, &variant(media_type)),
            wire: media_type.to_owned(),
            pointer: cx.document.shown(media),
        },
        kind,
        sent,
        nullable,
        ty,
        is_payload: !matches!(
            kind,
            MediaKind::Json | MediaKind::JsonLines | MediaKind::JsonSeq
        ) && (!is_form || is_parts && kind == MediaKind::Multipart),
        from: false,
        encodings: if is_form {
            encodings(cx, media, kind)
        } else {
            Vec::new()
        },
    })
}

/// The type of the schema; raw JSON where there is none.
fn value(cx: &mut Cx<'_>, media: &Pointer) -> Option<(Type, bool)> {
    let schema = media.child("schema");
    if cx.document.node(&schema).is_none() {
        return Some((Type::Scalar(Scalar::Json), false));
    }
    let Typed { ty, nullable } = cx.typed(&Site::one(schema))?;
    Some((ty, nullable))
}

/// How the schema of a body of JSON values in a row speaks of them.
enum Row {
    /// Of each.
    Item(Pointer),
    /// Of the list of them.
    List(Pointer),
}

/// What describes the values of such a body; nothing where the schema is of its text as a whole, or says
/// nothing.
fn row(schemas: &Schemas<'_>, media: &Pointer) -> Option<Row> {
    let item = media.child("x-restitch-itemSchema");
    if schemas.document.node(&item).is_some() {
        return Some(Row::Item(item));
    }
    let schema = media.child("schema");
    schemas.document.node(&schema)?;
    let (_, shaped) = behind(schemas, &Site::one(schema.clone()))?;
    match shaped.shape {
        Shape::Array(_) => Some(Row::List(schema)),
        Shape::Scalar(Scalar::String) | Shape::Json(_) => None,
        _ => Some(Row::Item(schema)),
    }
}

/// The type of the list of those values.
fn list(cx: &mut Cx<'_>, media: &Pointer) -> Option<Type> {
    match row(cx.schemas, media)? {
        Row::Item(schema) => {
            let item = cx.typed(&Site::one(schema))?.inner();
            Some(Type::Array(Box::new(item)))
        }
        Row::List(schema) => cx.typed(&Site::one(schema)).map(|typed| typed.ty),
    }
}

/// The type of a form or multipart body.
fn members(cx: &mut Cx<'_>, media: &Pointer, kind: MediaKind) -> Option<(Type, bool)> {
    if kind == MediaKind::Multipart
        && let Some(site) = with_files(cx.schemas, media)
    {
        let name = cx.types.parts(&site)?;
        return Some((Type::Named(name.clone()), false));
    }
    // There is no text for it.
    value(cx, media).map(|(ty, _)| (ty, false))
}

/// Reports a form or a multipart body that its schema takes for one text.
fn by_hand(cx: &mut Cx<'_>, media_type: &str, media: &Pointer) {
    let form = media::kind(media_type);
    if without_members(cx.schemas, media_type, form, media).is_none() {
        return;
    }
    let message = format!("`{media_type}` is made of the members of an object, and this is none");
    let at = media.child("schema");
    let fault = cx.document.fault(Code::MALFORMED, message, &at);
    cx.sink.push(fault.help(if form == MediaKind::Form {
        "the caller gives the whole body, as it is sent"
    } else {
        "the caller gives the whole body, as it is sent, and its boundary by `with_header(\"Content-Type\", ..)`"
    }));
    let encoding = media.child("encoding");
    if cx.document.node(&encoding).is_some() {
        let message = "`encoding` is of the members of an object";
        cx.report_key(Code::IGNORED_HERE, message, &encoding);
    }
}

/// How a form or a multipart body is sent that has no members to be made of: as the caller wrote it.
fn without_members(
    schemas: &Schemas<'_>,
    media_type: &str,
    form: MediaKind,
    media: &Pointer,
) -> Option<MediaKind> {
    let (named, instead) = match form {
        MediaKind::Form => (true, MediaKind::Text),
        MediaKind::Multipart => {
            let named = media::essence(media_type) == "multipart/form-data";
            (named, MediaKind::Binary)
        }
        _ => return None,
    };
    let (_, shaped) = behind(schemas, &Site::one(media.child("schema")))?;
    (!has_members(&shaped.shape, named)).then_some(instead)
}

fn has_members(shape: &Shape, named: bool) -> bool {
    match shape {
        Shape::Scalar(_) | Shape::StringEnum | Shape::ValueEnum(_) => false,
        Shape::Array(_) | Shape::Tuple => !named,
        _ => true,
    }
}

/// How a media type is sent: its kind, and what `Content-Type` says. Of a range that is empty, for
/// the caller chooses; unless it has JSON in it, and a schema that only JSON has a value of.
fn sent_as(schemas: &Schemas<'_>, media_type: &str, media: &Pointer) -> (MediaKind, String) {
    if !media::is_range(media_type) {
        let kind = match parts::kind(schemas, media_type, media) {
            MediaKind::JsonLines | MediaKind::JsonSeq if row(schemas, media).is_none() => {
                MediaKind::Binary
            }
            kind => without_members(schemas, media_type, kind, media).unwrap_or(kind),
        };
        return (kind, media_type.to_owned());
    }
    let kind = media::kind(media_type);
    let essence = media::essence(media_type);
    let is_any = matches!(essence.as_str(), "*/*" | "application/*");
    let is_value = || match behind(schemas, &Site::one(media.child("schema"))) {
        Some((_, shaped)) => !matches!(shaped.shape, Shape::Scalar(_) | Shape::Json(_)),
        None => false,
    };
    match kind {
        MediaKind::Json => (kind, "application/json".to_owned()),
        MediaKind::Multipart => (kind, "multipart/form-data".to_owned()),
        _ if is_any && is_value() => (MediaKind::Json, "application/json".to_owned()),
        _ => (MediaKind::Binary, String::new()),
    }
}

/// What a variant is named after: a word for the media types that everybody knows, the media type
/// for others.
fn variant(media_type: &str) -> String {
    let word = match media_type {
        "application/json" => "json",
        "application/x-www-form-urlencoded" => "form",
        "multipart/form-data" => "multipart",
        "text/plain" => "text",
        "application/xml" => "xml",
        "application/octet-stream" => "binary",
        "*/*" => "any",
        other => other.strip_prefix("application/").unwrap_or(other),
    };
    word.replace('*', "any")
}
