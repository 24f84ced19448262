//! Request bodies.

use openapiv3::RequestBody;

use crate::grammar::Kind;
use crate::ir;
use crate::resolve::Document;
use crate::tree::Pointer;

use super::content::{self, content};
use super::direction::Direction;
use super::find::{Finder, own_text};
use super::typed::Typed;
use super::{Cx, docs};

/// Shows the schema of the body that is sent to the finder of types.
pub(super) fn find_types(
    document: &Document<'_>,
    at: &Pointer,
    operation: &str,
    finder: &mut Finder<'_>,
) {
    let Ok(target) = document.follow(at) else {
        return;
    };
    let text = own_text(&target, "requestBodies", || format!("{operation} body"));
    let usage = (Direction::Request, *at != target);
    content::find_types(document, &target, &text, usage, finder);
}

/// The body; `Some(None)` where there is none, `None` where it can't be sent: a call without it
/// would say something else, so the operation is left out.
// The two levels are two outcomes: no body, and no operation.
#[allow(clippy::option_option)]
pub(super) fn body(cx: &mut Cx<'_>, at: &Pointer) -> Option<Option<ir::Body>> {
    if cx.document.node(at).is_none() {
        return Some(None);
    }
    let at = cx.follow(at)?;
    let read = cx.sound::<RequestBody>(Kind::RequestBody, &at)?;
    cx.direction = Direction::Request;
    let (media_type, Typed { ty, nullable }) = content(cx, &at, "a request body")?;
    Some(Some(ir::Body {
        pointer: cx.document.shown(&at),
        docs: docs::pair(None, read.description.as_deref()),
        required: read.required,
        media_type,
        nullable,
        ty,
    }))
}
