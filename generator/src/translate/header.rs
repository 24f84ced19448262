//! The headers that answers declare.

use crate::diag::Code;
use crate::grammar;
use crate::ir::{self, Docs, HeaderForm, Kinds, MediaKind, Name, Scalar, Type};
use crate::naming::{self, Scope};
use crate::resolve::Document;
use crate::tree::Pointer;

use super::direction::Direction;
use super::encodings::is_content_type;
use super::find::{Finder, own_text};
use super::shape::Schemas;
use super::site::Site;
use super::{Cx, docs, header_form, media};

/// A header before it has a name. Such as are alike in name and type are one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    wire: String,
    form: HeaderForm,
    ty: Type,
    docs: Docs,
    pointer: String,
}

/// How a header is written, and the schema of its value if there is one. `None`: it has parts that no
/// header can have, or the document does not say what it is.
fn form(schemas: &Schemas<'_>, at: &Pointer) -> Option<(HeaderForm, Option<Pointer>)> {
    let schema = at.child("schema");
    if schemas.document.node(&schema).is_none() {
        let content = schemas.document.members(&at.child("content"));
        let (key, media) = content.into_iter().next()?;
        return match media::kind(key) {
            MediaKind::Json => {
                let schema = Some(media.child("schema"));
                let schema = schema.filter(|schema| schemas.document.node(schema).is_some());
                Some((HeaderForm::Json, schema))
            }
            MediaKind::Text => Some((HeaderForm::One(Kinds::STRING), None)),
            _ => None,
        };
    }
    let explode = schemas.document.node(&at.child("explode"));
    let explode = explode.is_some_and(|node| node.as_bool() == Some(true));
    let form = header_form::of(schemas, &Site::one(schema.clone()), explode)?;
    Some((form, Some(schema)))
}

/// The headers of a response object, as far as they count: the content type is said by `content`.
fn declared<'a>(document: &Document<'a>, response: &Pointer) -> Vec<(&'a str, Pointer)> {
    let mut headers = document.members(&response.child("headers"));
    headers.retain(|(name, _)| !is_content_type(name));
    headers
}

/// Shows the schemas of headers to the finder of types.
pub(super) fn find_types(document: &Document<'_>, response: &Pointer, finder: &mut Finder<'_>) {
    for (name, at) in declared(document, response) {
        let Ok(target) = document.follow(&at) else {
            continue;
        };
        if let Some((_, Some(schema))) = form(finder.schemas(), &target) {
            let text = own_text(&target, "headers", || format!("{name} header"));
            finder.root(schema, &text, Direction::Response, at != target);
        }
    }
}

/// Enters the headers of an operation that is left out, so that others are called as they are beside
/// it.
pub(super) fn seen(cx: &mut Cx<'_>, responses: &Pointer) {
    for (_, at) in cx.document.members(responses) {
        if let Ok(response) = cx.document.follow(&at) {
            headers(cx, &response);
        }
    }
}

/// The headers of a response object, as indices of [`ir::Api::headers`].
pub(super) fn headers(cx: &mut Cx<'_>, response: &Pointer) -> Vec<usize> {
    for (name, at) in cx.document.members(&response.child("headers")) {
        if is_content_type(name) {
            let message =
                format!("`{name}` follows from the media types; OpenAPI ignores it as a header");
            let note = cx
                .document
                .fault_at_key(Code::RESERVED_HEADER, message, &at);
            cx.sink.push(note.remove());
        }
    }
    let found = declared(cx.document, response);
    let headers = found.into_iter();
    headers
        .filter_map(|(name, at)| header(cx, name, &at))
        .collect()
}

fn header(cx: &mut Cx<'_>, name: &str, at: &Pointer) -> Option<usize> {
    if !grammar::is_token(name) {
        let message = format!("`{name}` can not be the name of a header");
        cx.report_key(Code::MALFORMED, message, at);
        return None;
    }
    let at = cx.follow(at)?;
    let node = cx.document.node(&at)?;
    let description = node.get("description").and_then(|text| text.as_str());
    let form = form(cx.schemas, &at);
    if form.is_none() {
        let message = "a header with parts in its parts, or of no type, is handed over as text";
        cx.report(Code::UNTYPED_HEADER, message, &at);
    }
    cx.direction = Direction::Response;
    let (form, schema) = form.unwrap_or((HeaderForm::One(Kinds::STRING), None));
    let ty = match schema {
        Some(schema) => cx.typed(&Site::one(schema))?.ty,
        None if form == HeaderForm::Json => Type::Scalar(Scalar::Json),
        None => Type::Scalar(Scalar::String),
    };
    let draft = Draft {
        wire: name.to_owned(),
        form,
        ty,
        docs: docs::pair(None, description),
        pointer: cx.document.shown(&at),
    };
    Some(enter(&mut cx.headers, draft))
}

/// The index of a header among all. Of such as are alike the one whose pointer comes first counts,
/// wherever it stands in the document.
fn enter(headers: &mut Vec<Draft>, draft: Draft) -> usize {
    let alike = |other: &Draft| {
        let same = (&other.form, &other.ty) == (&draft.form, &draft.ty);
        same && other.wire.eq_ignore_ascii_case(&draft.wire)
    };
    let Some(at) = headers.iter().position(alike) else {
        headers.push(draft);
        return headers.len() - 1;
    };
    if draft.pointer < headers[at].pointer {
        headers[at] = draft;
    }
    at
}

/// The headers of all answers with their names.
pub(super) fn named(drafts: Vec<Draft>) -> Vec<ir::Header> {
    let items: Vec<(&str, &str)> = drafts
        .iter()
        .map(|draft| (&*draft.wire, &*draft.pointer))
        .collect();
    let idents = naming::names(Scope::Function, &items);
    let idents = naming::statics(&idents, &[]);
    let headers = drafts.into_iter().zip(idents);
    headers
        .map(|(draft, ident)| ir::Header {
            name: Name {
                ident,
                wire: draft.wire,
                pointer: draft.pointer,
            },
            docs: draft.docs,
            form: draft.form,
            ty: draft.ty,
        })
        .collect()
}
