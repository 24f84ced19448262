//! The `encoding` of a form or multipart body.

use crate::diag::Code;
use crate::ir::{Encoding, MediaKind, Scalar, Style};
use crate::tree::{Node, Pointer, Value};

use super::keywords::{Additional, Keywords};
use super::parts::files;
use super::paths::is_broken;
use super::shape::{Schemas, Shape};
use super::site::Site;
use super::{Cx, media};

/// How the members of the body at `media` are written, where it is not by default.
pub(super) fn encodings(cx: &mut Cx<'_>, media: &Pointer, kind: MediaKind) -> Vec<Encoding> {
    let at = media.child("encoding");
    let schema = cx.schemas.behind(&Site::one(media.child("schema")));
    let keywords = schema.map(|(_, shaped)| shaped);
    let keywords = keywords.as_ref().map(|shaped| &shaped.keywords);
    let mut out = Vec::new();
    for (name, at) in cx.document.members(&at) {
        let Some(node) = cx.document.node(&at).filter(|node| !is_broken(node)) else {
            continue;
        };
        if !declared(keywords, name) {
            let message = format!("`encoding` names `{name}`, which the schema does not declare");
            let fault = cx.document.fault_at_key(Code::MALFORMED, message, &at);
            cx.sink.push(fault.remove());
            continue;
        }
        let property = keywords.and_then(|keywords| keywords.properties.get(name));
        let said = node.get("contentType").and_then(Node::as_str);
        let is_file = property.is_some_and(|site| files(cx.schemas, site, said).is_some());
        let mut encoding = encoding(cx, node, &at, name, (kind, is_file));
        if kind == MediaKind::Form && is_file && property.is_some_and(|it| !is_text(cx, it)) {
            let message = format!(
                "`{name}` is no text, and is written as JSON: as `{}` it is not generated yet",
                encoding.media_type
            );
            cx.report(Code::UNSUPPORTED, message, &at.child("contentType"));
            encoding.media_type.clear();
        }
        out.push(encoding);
    }
    if kind == MediaKind::Multipart
        && let Some(keywords) = keywords
    {
        by_schema(cx, keywords, &mut out);
    }
    out.retain(|encoding| !encoding.is_default());
    out
}

/// Whether a property is a scalar, or several.
fn is_text(cx: &Cx<'_>, property: &Site) -> bool {
    let shape = |site| {
        cx.schemas
            .behind(site)
            .map(|(_, shaped)| shaped.shape.clone())
    };
    let shape = match shape(property) {
        Some(Shape::Array(Some(item))) => cx.schemas.behind(&item).map(|(_, it)| it.shape.clone()),
        shape => shape,
    };
    matches!(shape, Some(Shape::Scalar(_)))
}

/// Whether a property is one of the schema's, or can be: one without properties of its own says
/// nothing.
fn declared(keywords: Option<&Keywords>, name: &str) -> bool {
    keywords.is_none_or(|keywords| {
        keywords.properties.is_empty()
            || keywords.properties.contains_key(name)
            || matches!(keywords.additional, Additional::Schema(_) | Additional::Any)
    })
}

fn encoding(
    cx: &mut Cx<'_>,
    node: &Node,
    at: &Pointer,
    name: &str,
    (kind, is_file): (MediaKind, bool),
) -> Encoding {
    let said = node.get("contentType").and_then(Node::as_str);
    let media_type = said.map_or("", str::trim);
    for one in media_type.split(',').map(str::trim) {
        if said.is_some() && !media::is_valid(one) {
            let message = format!("`{one}` is not a media type");
            cx.report(Code::MALFORMED, message, &at.child("contentType"));
        }
    }
    // Of several, or of a range, the caller chooses.
    let is_one = media::is_valid(media_type) && !media::is_several(media_type);
    let headers = match kind {
        MediaKind::Multipart => constants(cx, at, is_file),
        _ => Vec::new(),
    };
    Encoding {
        name: name.to_owned(),
        media_type: if is_one {
            media_type.to_owned()
        } else {
            String::new()
        },
        style: style(node),
        headers,
    }
}

/// The style, where anything is said of it (`OpenAPI` 3.1, section 4.8.15.1.2). What
/// `allowReserved` would let pass is encoded all the same: a form is decoded before it is read.
fn style(node: &Node) -> Option<(Style, bool)> {
    let said = node.get("style").and_then(Node::as_str);
    let explode = node.get("explode").and_then(Node::as_bool);
    if said.is_none() && explode.is_none() && node.get("allowReserved").is_none() {
        return None;
    }
    let style = match said {
        Some("spaceDelimited") => Style::SpaceDelimited,
        Some("pipeDelimited") => Style::PipeDelimited,
        Some("deepObject") => Style::DeepObject,
        _ => Style::Form,
    };
    Some((style, explode.unwrap_or(style == Style::Form)))
}

/// A header of a part: its name, where it stands, and its value where it has only one.
pub(super) struct Header<'a> {
    pub(super) name: &'a str,
    pub(super) at: Pointer,
    value: Option<String>,
    /// Whether the part is not to be sent without.
    pub(super) required: bool,
}

impl Header<'_> {
    /// Whether the caller gives it.
    pub(super) fn is_free(&self) -> bool {
        self.value.is_none()
    }
}

/// The headers that the encoding of a part has. Its media type is said by `contentType`.
pub(super) fn headers<'a>(schemas: &Schemas<'a>, encoding: &Pointer) -> Vec<Header<'a>> {
    let document = schemas.document;
    let members = document.members(&encoding.child("headers")).into_iter();
    let named = members.filter(|(name, _)| !is_said(name));
    let read = named.filter_map(|(name, at)| {
        let at = document.follow(&at).ok()?;
        let shaped = schemas.behind(&Site::one(at.child("schema")));
        let value = match shaped.and_then(|(_, it)| it.keywords.only_value().cloned()) {
            Some(serde_json::Value::String(value)) => Some(value),
            Some(value @ serde_json::Value::Number(_)) => Some(value.to_string()),
            _ => None,
        };
        let required = document.node(&at).and_then(|node| node.get("required"));
        let required = required.is_some_and(|it| it.value == Value::Bool(true));
        Some(Header {
            name,
            at,
            value,
            required,
        })
    });
    read.collect()
}

pub(super) fn is_content_type(name: &str) -> bool {
    name.eq_ignore_ascii_case("content-type")
}

/// Whether a part says it by other means: its media type, its name and its file's.
pub(super) fn is_said(name: &str) -> bool {
    is_content_type(name) || name.eq_ignore_ascii_case("content-disposition")
}

/// Those headers of a part that have only one value. Others of a file are given by `File::header`.
fn constants(cx: &mut Cx<'_>, encoding: &Pointer, is_file: bool) -> Vec<(String, String)> {
    for (name, at) in cx.document.members(&encoding.child("headers")) {
        if cx.follow(&at).is_some() && is_said(name) {
            let message = if is_content_type(name) {
                "`contentType` says the media type of a part; here it is ignored"
            } else {
                "a part has this header of its own, with its name and its file's: what is said of it \
                 is ignored"
            };
            let note = cx.document.fault_at_key(Code::IGNORED_HERE, message, &at);
            cx.sink.push(note.remove());
        }
    }
    let mut out = Vec::new();
    for Header {
        name, at, value, ..
    } in headers(cx.schemas, encoding)
    {
        match value {
            Some(value) => out.push((name.to_owned(), value)),
            None if is_file => {
                let message = format!("the header `{name}` of a file is given by `File::header`");
                cx.report_key(Code::NOT_GENERATED, message, &at);
            }
            None => {}
        }
    }
    out
}

/// What follows from the schema of a part: that text is of another media type than plain text,
/// or no text at all (`OpenAPI` 3.1, section 4.8.15.1.1).
fn by_schema(cx: &Cx<'_>, keywords: &Keywords, out: &mut Vec<Encoding>) {
    for (name, property) in &keywords.properties {
        let Some((_, shaped)) = cx.schemas.behind(property) else {
            continue;
        };
        let (_, item) = match &shaped.shape {
            Shape::Array(Some(item)) => match cx.schemas.behind(item) {
                Some(item) => item,
                None => continue,
            },
            _ => (property.clone(), shaped),
        };
        let said = item.keywords.facts.media_type.as_deref();
        let said = said.filter(|said| media::is_valid(said) && !media::is_range(said));
        let media_type = match (&item.shape, said.map(media::kind)) {
            (Shape::Scalar(Scalar::Base64 | Scalar::Base64Url), _) => "application/octet-stream",
            (
                Shape::Scalar(Scalar::String) | Shape::Json(None),
                Some(MediaKind::Text | MediaKind::Xml | MediaKind::Binary),
            ) => said.unwrap_or_default(),
            _ => continue,
        };
        match out.iter_mut().find(|encoding| encoding.name == *name) {
            Some(encoding) if encoding.media_type.is_empty() => {
                media_type.clone_into(&mut encoding.media_type);
            }
            Some(_) => {}
            None => out.push(Encoding {
                name: name.clone(),
                media_type: media_type.to_owned(),
                ..Encoding::default()
            }),
        }
    }
}
