//! Which of an answer's media types are read, and as what.

use crate::diag::Code;
use crate::ir::{MediaKind, Scalar, Status};
use crate::tree::Pointer;

use super::super::shape::{Schemas, Shape};
use super::super::site::Site;
use super::super::{media, parts};

/// A media type that is read.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    /// As the document writes it.
    pub(super) media_type: String,
    /// The media type object.
    pub(super) at: Pointer,
    /// How it is read: a range that stands for JSON is JSON.
    pub(super) kind: MediaKind,
    /// The schema of the value, or of an item where it is a stream, if there is one.
    pub(super) schema: Option<Pointer>,
    /// A media type object before this one that has the same schema, where it is JSON.
    pub(super) like: Option<usize>,
}

/// A media type that is not, or not as its schema says, and why.
#[derive(Clone, Debug)]
pub(super) struct Dropped {
    pub(super) at: Pointer,
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// The media types of a response object.
pub(super) fn chosen(
    schemas: &Schemas<'_>,
    response: &Pointer,
    status: Status,
    method: &str,
) -> (Vec<Chosen>, Vec<Dropped>) {
    let content = response.child("content");
    let members = schemas.document.members(&content);
    if let (Some(why), false) = (without_body(status, method), members.is_empty()) {
        let message = format!("{why} has no content: it is not read");
        let dropped = Dropped {
            at: content,
            code: Code::IGNORED_HERE,
            message,
            help: None,
        };
        return (Vec::new(), vec![dropped]);
    }
    let (mut read, mut dropped) = (Vec::new(), Vec::new());
    for (media_type, at) in members {
        let taken = media::taken(schemas.document, media_type, &at);
        if taken.as_deref() != Some(media_type) {
            let message = media::wrong(media_type);
            let (at, code) = (at.clone(), Code::MALFORMED);
            let help = Some(media::help(media_type, taken.as_deref()));
            dropped.push(Dropped {
                at,
                code,
                message,
                help,
            });
        }
        let Some(taken) = taken else { continue };
        let found = one(schemas, &taken, at);
        dropped.extend(untold(schemas, &found));
        let like = read
            .iter()
            .position(|other| is_same(schemas, other, &found));
        read.push(Chosen { like, ..found });
    }
    let json = read.iter().find(|one| one.kind == MediaKind::Json);
    if let Some(json) = json.map(|json| json.media_type.clone()) {
        let other = |one: &Chosen| {
            matches!(
                one.kind,
                MediaKind::Text | MediaKind::Xml | MediaKind::Form | MediaKind::Binary
            ) && has_parts(schemas, one.schema.as_ref())
        };
        for one in read.iter().filter(|one| other(one)) {
            let message = format!(
                "`{json}` is asked for and read; `{}` beside it, which is the same in another form, is not",
                one.media_type
            );
            dropped.push(Dropped {
                at: one.at.clone(),
                code: Code::OTHER_MEDIA_TYPE,
                message,
                help: None,
            });
        }
        read.retain(|one| !other(one));
        for at in 0..read.len() {
            // Places have changed; what is dropped was no JSON.
            read[at].like = (0..at).find(|earlier| is_same(schemas, &read[*earlier], &read[at]));
        }
    }
    (read, dropped)
}

/// What answers never have a body, whatever the document says (RFC 9110, section 6.4.1).
fn without_body(status: Status, method: &str) -> Option<&'static str> {
    match status {
        _ if method == "HEAD" => Some("an answer to HEAD"),
        Status::Exact(100..=199) | Status::Range(1) => Some("an answer on the way"),
        Status::Exact(204) => Some("a 204"),
        Status::Exact(205) => Some("a 205"),
        Status::Exact(304) => Some("a 304"),
        _ => None,
    }
}

fn one(schemas: &Schemas<'_>, media_type: &str, at: Pointer) -> Chosen {
    let at = schemas.document.follow(&at).unwrap_or(at);
    let mut kind = parts::kind(schemas, media_type, &at);
    let at_schema = |key: &str| {
        let at = at.child(key);
        schemas.document.node(&at).map(|_| at)
    };
    let mut schema = at_schema("schema");
    match kind {
        MediaKind::JsonLines | MediaKind::JsonSeq => {
            schema = at_schema(ITEM_SCHEMA).or_else(|| items(schemas, schema));
        }
        MediaKind::EventStream => schema = event_data(schemas, at_schema(ITEM_SCHEMA), schema),
        // `*/*` says nothing; what is no string can only be meant as JSON.
        MediaKind::Binary if media::essence(media_type) == "*/*" => {
            kind = of_any(schemas, schema.as_ref());
        }
        _ => {}
    }
    Chosen {
        media_type: media_type.to_owned(),
        at,
        kind,
        schema,
        like: None,
    }
}

/// `itemSchema`, which `lower` carries.
const ITEM_SCHEMA: &str = "x-restitch-itemSchema";

fn of_any(schemas: &Schemas<'_>, schema: Option<&Pointer>) -> MediaKind {
    let Some((shape, format)) = schema.and_then(|at| shape(schemas, at)) else {
        return MediaKind::Binary;
    };
    match shape {
        Shape::Scalar(Scalar::String | Scalar::Base64 | Scalar::Base64Url) => match &*format {
            "binary" | "byte" => MediaKind::Binary,
            _ => MediaKind::Text,
        },
        Shape::Json(_) => MediaKind::Binary,
        _ => MediaKind::Json,
    }
}

/// A stream described as a whole is an array of its items.
fn items(schemas: &Schemas<'_>, schema: Option<Pointer>) -> Option<Pointer> {
    let at = schema?;
    match shape(schemas, &at) {
        Some((Shape::Array(Some(items)), _)) => items.alone().cloned(),
        Some((Shape::Array(None), _)) => None,
        _ => Some(at),
    }
}

/// The schema of an event's data: what is said of its `data` where an event is described
/// (`OpenAPI` 3.2, Server-Sent Event Streams), else what is described is the data.
fn event_data(
    schemas: &Schemas<'_>,
    item: Option<Pointer>,
    whole: Option<Pointer>,
) -> Option<Pointer> {
    let described = item.clone().or_else(|| items(schemas, whole))?;
    let Some(item) = item else {
        return Some(described);
    };
    let target = schemas.document.follow(&item).unwrap_or(item);
    let data = target.child("properties").child("data");
    if schemas.document.node(&data).is_some() {
        let content = data.child("x-restitch-contentSchema");
        let has_content = schemas.document.node(&content).is_some();
        return Some(if has_content { content } else { data });
    }
    let is_text = is_several(schemas, &target) || is_event(schemas, &target);
    (!is_text).then_some(described)
}

/// Whether events are told apart by their type: each has its own kind of data, which is text here.
fn is_several(schemas: &Schemas<'_>, item: &Pointer) -> bool {
    ["oneOf", "anyOf"].iter().any(|key| {
        let branches = schemas.document.items(&item.child(key));
        branches.iter().any(|branch| is_event(schemas, branch))
    })
}

/// What is to be said of such events.
fn untold(schemas: &Schemas<'_>, found: &Chosen) -> Option<Dropped> {
    if found.kind != MediaKind::EventStream {
        return None;
    }
    let item = found.at.child(ITEM_SCHEMA);
    let target = schemas.document.follow(&item).ok()?;
    is_several(schemas, &target).then(|| Dropped {
        at: item,
        code: Code::NOT_GENERATED,
        message: "these events are told apart by their type: the data of each is given as text, \
                  beside its `event`"
            .to_owned(),
        help: None,
    })
}

/// The schema of the text whose content is read as JSON, where an event's data is described so.
pub(super) fn read_as_json(one: &Chosen) -> Option<Pointer> {
    let schema = one.schema.as_ref()?;
    let is_content = schema.last().as_deref() == Some("x-restitch-contentSchema");
    schema.parent().filter(|_| is_content)
}

/// Whether a schema has `event` or `data` for a property.
fn is_event(schemas: &Schemas<'_>, at: &Pointer) -> bool {
    let Ok(at) = schemas.document.follow(at) else {
        return false;
    };
    let has = |key: &str| {
        let at = at.child("properties").child(key);
        schemas.document.node(&at).is_some()
    };
    has("data") || has("event")
}

/// Whether two JSON media types have one schema. Of such the second adds no type.
fn is_same(schemas: &Schemas<'_>, a: &Chosen, b: &Chosen) -> bool {
    let node = |one: &Chosen| one.schema.as_ref().and_then(|at| schemas.document.node(at));
    a.kind == MediaKind::Json && b.kind == a.kind && node(a) == node(b)
}

/// Whether a value of the schema has parts: then text is only another form of it.
fn has_parts(schemas: &Schemas<'_>, schema: Option<&Pointer>) -> bool {
    let shape = schema.and_then(|at| shape(schemas, at));
    matches!(
        shape,
        Some((
            Shape::Record | Shape::Map(_) | Shape::Array(_) | Shape::Tuple | Shape::Union(_),
            _
        ))
    )
}

/// Whether data described so is text, and not JSON.
pub(super) fn is_text(schemas: &Schemas<'_>, schema: Option<&Pointer>) -> bool {
    match schema {
        None => true,
        Some(at) => matches!(
            shape(schemas, at),
            Some((Shape::Scalar(Scalar::String), _)) | None
        ),
    }
}

/// What a schema is, behind its references, and its `format`.
fn shape(schemas: &Schemas<'_>, at: &Pointer) -> Option<(Shape, String)> {
    let mut site = Site::one(at.clone());
    for _ in 0..LONGEST {
        let shaped = schemas.shaped(&site).ok()??;
        match &shaped.shape {
            Shape::Ref(target) => site = target.clone(),
            other => return Some((other.clone(), shaped.keywords.format.clone())),
        }
    }
    None
}

/// A chain of references that is longer is taken for a circle.
const LONGEST: usize = 16;
