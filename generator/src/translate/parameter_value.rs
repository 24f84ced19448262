//! What a parameter's values are, and how they are written.

use std::collections::HashSet;

use openapiv3::{ParameterData, ParameterSchemaOrContent};

use crate::diag::Code;
use crate::ir::{MediaKind, Scalar, Style, Type};
use crate::resolve::Document;
use crate::tree::Pointer;

use super::direction::Direction;
use super::fit::{Fit, Level, fit};
use super::shape::Shape;
use super::site::Site;
use super::typed::Typed;
use super::{Cx, media};

/// The values of a parameter.
pub(super) struct Value {
    /// Their schema, where there is one.
    pub(super) site: Option<Site>,
    pub(super) typed: Typed,
    pub(super) style: Style,
    /// The key of `content`.
    pub(super) media_type: Option<String>,
}

/// Where the schema of a parameter's values stands: under `schema`, or that of the only media type
/// of `content`.
pub(super) fn schema(document: &Document<'_>, at: &Pointer) -> Option<Pointer> {
    let content = document.members(&at.child("content")).into_iter().next();
    let holder = content.map_or_else(|| at.clone(), |(_, media)| media);
    let schema = holder.child("schema");
    document.node(&schema).map(|_| schema)
}

/// The values of a parameter; `None` where they can't be had, which is reported.
pub(super) fn value(
    cx: &mut Cx<'_>,
    data: &ParameterData,
    style: Style,
    at: &Pointer,
) -> Option<Value> {
    let site = schema(cx.document, at).map(Site::one);
    cx.direction = Direction::Request;
    let ParameterSchemaOrContent::Content(content) = &data.format else {
        let typed = styled(cx, data, style, site.as_ref()?)?;
        unfit(cx, style, site.as_ref()?, at);
        return Some(Value {
            site,
            typed,
            style,
            media_type: None,
        });
    };
    let media_type = content.keys().next()?;
    let (typed, style) = match (media::kind(media_type), &site) {
        (MediaKind::Json, Some(site)) => (cx.typed(site)?, Style::Json),
        (MediaKind::Json, None) => (any(Scalar::Json), Style::Json),
        (MediaKind::Text, Some(site)) => (text(cx, data, site)?, style),
        // Whatever it says, a parameter is text.
        (MediaKind::Binary, Some(site)) if media::essence(media_type) == "*/*" => {
            (text(cx, data, site)?, style)
        }
        (MediaKind::Text, None) => (any(Scalar::String), style),
        _ => {
            let message = format!("`{media_type}` as the content of a parameter is not generated");
            cx.report_key(Code::UNSUPPORTED, message, &at.child("content"));
            return None;
        }
    };
    Some(Value {
        site,
        typed,
        style,
        media_type: Some(media_type.clone()),
    })
}

/// Notes a style that is for lists or objects only, where the value is neither.
fn unfit(cx: &mut Cx<'_>, style: Style, site: &Site, at: &Pointer) {
    let shaped = cx.schemas.shaped(site).ok().flatten();
    let shape = shaped.as_ref().map(|shaped| &shaped.shape);
    let is_scalar = matches!(
        shape,
        Some(Shape::Scalar(_) | Shape::StringEnum | Shape::ValueEnum(_))
    );
    let style = match style {
        Style::DeepObject => "deepObject",
        Style::SpaceDelimited => "spaceDelimited",
        Style::PipeDelimited => "pipeDelimited",
        _ => return,
    };
    if is_scalar {
        let message = format!("`style: {style}` has no effect on a value that is one scalar");
        let at = at.child("style");
        let note = cx.document.fault_at_key(Code::IGNORED_HERE, message, &at);
        cx.sink.push(note.remove());
    }
}

/// Values that a style writes.
fn styled(cx: &mut Cx<'_>, data: &ParameterData, style: Style, site: &Site) -> Option<Typed> {
    let typed = cx.typed(site)?;
    if style == Style::DeepObject {
        return Some(typed);
    }
    let name = &data.name;
    match fit(cx, site, Level::Whole) {
        Fit::All => {}
        Fit::Some(at) => {
            let message = format!("`{name}` is refused when it is sent with such a value");
            let note = cx.document.fault(Code::PARTLY, message, &at);
            cx.sink.push(note.help(NESTED));
        }
        Fit::None(at) => {
            let message = format!("the style of `{name}` has no text for this");
            let fault = cx.document.fault(Code::STYLE, message, &at);
            cx.sink.push(fault.help(NESTED));
            return None;
        }
    }
    Some(or_text(cx, site, typed))
}

const NESTED: &str = "it writes scalars, and lists and objects of them; what is nested needs `content` or, in a \
     query, `style: deepObject`";

/// Values of `content` that is text.
fn text(cx: &mut Cx<'_>, data: &ParameterData, site: &Site) -> Option<Typed> {
    let typed = cx.typed(site)?;
    if let Fit::Some(at) | Fit::None(at) = fit(cx, site, Level::Member) {
        let message = format!("`{}` is text, and this is none", data.name);
        let fault = cx.document.fault(Code::STYLE, message, &at);
        cx.sink
            .push(fault.help("write `schema: { type: string }`, or another media type"));
        return None;
    }
    Some(or_text(cx, site, typed))
}

/// A parameter is text in the end, and any text fits a schema that says nothing.
fn or_text(cx: &Cx<'_>, site: &Site, typed: Typed) -> Typed {
    if matches!(typed.ty, Type::Foreign(_)) {
        return typed;
    }
    let mut site = site.clone();
    // References may lead round in a circle.
    let mut seen = HashSet::new();
    while seen.insert(site.clone()) {
        let shaped = cx.schemas.shaped(&site).ok().flatten();
        match shaped.as_ref().map(|shaped| &shaped.shape) {
            Some(Shape::Ref(next)) => site = next.clone(),
            Some(Shape::Json(None)) => return any(Scalar::String),
            _ => break,
        }
    }
    typed
}

fn any(scalar: Scalar) -> Typed {
    Typed {
        ty: Type::Scalar(scalar),
        nullable: false,
    }
}
