//! How each media type of a body is sent.

use std::borrow::Cow;

use crate::ir::{MediaKind, Scalar};
use crate::tree::Pointer;

use super::media;
use super::parts;
use super::shape::{Schemas, Shape};
use super::site::Site;

/// A media type of a body.
pub(super) struct Sent<'a> {
    /// The key as it is written.
    pub(super) key: &'a str,
    /// Where it stands.
    pub(super) at: Pointer,
    /// What the key is taken for; `None` where it is no media type, and was to be none.
    pub(super) media_type: Option<Cow<'a, str>>,
    /// How it is sent.
    pub(super) kind: MediaKind,
    /// What `Content-Type` says; empty of a range, for the caller chooses.
    pub(super) content_type: String,
    /// The first of the JSON media types before it that has the same schema, as it is written: of such
    /// the second adds no type.
    pub(super) like: Option<Pointer>,
}

/// Those of a `content`, in document order.
pub(super) fn all<'a>(schemas: &Schemas<'a>, content: &Pointer) -> Vec<Sent<'a>> {
    let schema = |media: &Pointer| schemas.document.node(&media.child("schema"));
    let mut all: Vec<Sent<'a>> = Vec::new();
    for (key, at) in schemas.document.members(content) {
        let media_type = media::taken(schemas.document, key, &at);
        let named = media_type.as_deref().unwrap_or_default();
        let (kind, content_type) = sent_as(schemas, named, &at);
        let is_alike = |other: &&Sent<'_>| other.kind == kind && schema(&other.at) == schema(&at);
        let mut before = all.iter().filter(|_| kind == MediaKind::Json);
        let like = before.find(is_alike).map(|first| first.at.clone());
        all.push(Sent {
            key,
            at,
            media_type,
            kind,
            content_type,
            like,
        });
    }
    all
}

/// The kind of a media type, and what `Content-Type` says. A range that has JSON in it, and a schema that
/// only JSON has a value of, is sent as JSON.
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
    let is_value = || match schemas.behind(&Site::one(media.child("schema"))) {
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

/// How the schema of a body of JSON values in a row speaks of them.
pub(super) enum Row {
    /// Of each.
    Item(Pointer),
    /// Of the list of them.
    List(Pointer),
}

/// What describes the values of such a body; nothing where the schema is of its text as a whole, or says
/// nothing.
pub(super) fn row(schemas: &Schemas<'_>, media: &Pointer) -> Option<Row> {
    let item = media.child("x-restitch-itemSchema");
    if schemas.document.node(&item).is_some() {
        return Some(Row::Item(item));
    }
    let schema = media.child("schema");
    schemas.document.node(&schema)?;
    let (_, shaped) = schemas.behind(&Site::one(schema.clone()))?;
    match shaped.shape {
        Shape::Array(_) => Some(Row::List(schema)),
        Shape::Scalar(Scalar::String) | Shape::Json(_) => None,
        _ => Some(Row::Item(schema)),
    }
}

/// How a form or a multipart body is sent that has no members to be made of: as the caller wrote it.
pub(super) fn without_members(
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
    let (_, shaped) = schemas.behind(&Site::one(media.child("schema")))?;
    (!has_members(&shaped.shape, named)).then_some(instead)
}

fn has_members(shape: &Shape, named: bool) -> bool {
    match shape {
        Shape::Scalar(_) | Shape::StringEnum | Shape::ValueEnum(_) => false,
        Shape::Array(_) | Shape::Tuple => !named,
        _ => true,
    }
}
