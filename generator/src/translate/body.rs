//! Request bodies.

use openapiv3::RequestBody;

use crate::diag::Code;
use crate::grammar::Kind;
use crate::ir::{self, BodyContent, Ident, MediaKind, Name, Scalar, Type};
use crate::naming::{self, Scope};
use crate::resolve::Document;
use crate::tree::{Node, Pointer};

use super::direction::Direction;
use super::encodings::{Header, encodings, headers};
use super::find::{Finder, own_text};
use super::parts::{is_3_0, with_files};
use super::sent::{self, Row, Sent, row, without_members};
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
    let all = sent::all(finder.schemas, &target.child("content"));
    let own = || all.iter().filter(|sent| sent.like.is_none());
    let values = own().filter(|sent| sent.kind == MediaKind::Json).count();
    for sent in own() {
        let word = match sent.kind {
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
            "body" if values > 1 => {
                media::apart(&text, sent.media_type.as_deref().unwrap_or_default())
            }
            _ => text,
        };
        let files = (word == "parts").then(|| with_files(finder.schemas, &sent.at));
        if let Some(site) = files.flatten() {
            find_headers(document, &sent.at, &text, finder);
            finder.parts(site, sent.at.clone(), &text);
            continue;
        }
        let items = (word == "item").then(|| row(finder.schemas, &sent.at));
        let schema = match items.flatten() {
            Some(Row::Item(schema) | Row::List(schema)) => schema,
            None => sent.at.child("schema"),
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

/// The body, if there is one; where it can't be read the caller gives it as it is sent. An enum of it
/// is called `choice`, by its module and name.
pub(super) fn body(
    cx: &mut Cx<'_>,
    at: &Pointer,
    choice: Option<(&Ident, &Ident)>,
) -> Option<ir::Body> {
    cx.document.node(at)?;
    undefined(cx, at);
    let Some(at) = cx.follow(at) else {
        return Some(unread(cx, at));
    };
    let Some(read) = cx.sound::<RequestBody>(Kind::RequestBody, &at) else {
        return Some(unread(cx, &at));
    };
    cx.direction = Direction::Request;
    let content = at.child("content");
    if cx.document.members(&content).is_empty() {
        // One that is missing stands where the body does, and was reported.
        if cx.document.place(&content) != cx.document.place(&at) {
            let message = "the request body has no media type";
            let fault = cx.document.fault_at_key(Code::MALFORMED, message, &content);
            let what = if read.required {
                "the caller gives it as it is sent"
            } else {
                "the body is left out"
            };
            cx.sink.push(fault.help(what));
        }
        return read.required.then(|| unread(cx, &at));
    }
    let Some(contents) = contents(cx, &content) else {
        return Some(unread(cx, &at));
    };
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
    Some(ir::Body {
        pointer: cx.document.shown(&at),
        docs,
        required: read.required,
        nullable,
        ty,
        contents,
        choice,
    })
}

/// A body of which nothing is known: bytes, of a media type that the caller says.
fn unread(cx: &Cx<'_>, at: &Pointer) -> ir::Body {
    let any = "*/*";
    let pointer = cx.document.shown(at);
    let required = cx.document.node(at).and_then(|body| body.get("required"));
    let ty = Type::Scalar(Scalar::File);
    let mut docs = ir::Docs::default();
    docs.facts.push(media::chosen(any));
    ir::Body {
        docs,
        required: required.and_then(Node::as_bool) == Some(true),
        nullable: false,
        ty: ty.clone(),
        contents: vec![BodyContent {
            name: Name {
                ident: naming::single(Scope::Variant, &variant(any)),
                wire: any.to_owned(),
                pointer: pointer.clone(),
            },
            kind: MediaKind::Binary,
            sent: String::new(),
            nullable: false,
            ty,
            is_payload: true,
            from: false,
            encodings: Vec::new(),
        }],
        choice: None,
        pointer,
    }
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
    for sent in sent::all(cx.schemas, at) {
        let Some(content) = content(cx, &sent) else {
            continue;
        };
        let same = found
            .iter()
            .find(|other| other.kind == content.kind && is_same(other, &content));
        if let Some(same) = same {
            let message = format!(
                "`{}` is of the same type as `{}`, which is sent",
                sent.key, same.name.wire
            );
            let note = cx
                .document
                .fault_at_key(Code::OTHER_MEDIA_TYPE, message, &sent.at);
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

fn content(cx: &mut Cx<'_>, sent: &Sent<'_>) -> Option<BodyContent> {
    let (key, media, kind) = (sent.key, &sent.at, sent.kind);
    let taken = sent.media_type.as_deref();
    if taken != Some(key) {
        cx.sink.push(media::untaken(cx.document, key, taken, media));
    }
    let media_type = taken?;
    by_hand(cx, media_type, media);
    let (ty, nullable) = match kind {
        MediaKind::Json => value(cx, sent.like.as_ref().unwrap_or(media))?,
        MediaKind::JsonLines | MediaKind::JsonSeq => (list(cx, media)?, false),
        MediaKind::Form | MediaKind::Multipart => members(cx, media, kind)?,
        MediaKind::Text | MediaKind::Xml => (Type::Scalar(Scalar::String), false),
        _ if sent.content_type.is_empty() => (Type::Scalar(Scalar::File), false),
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
        sent: sent.content_type.clone(),
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
    if kind == MediaKind::Multipart {
        parts::note_unmade(cx, media);
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
