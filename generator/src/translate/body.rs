//! Request bodies.

use std::borrow::Cow;

use openapiv3::RequestBody;

use crate::diag::Code;
use crate::grammar::Kind;
use crate::ir::{self, Scalar, Type};
use crate::resolve::Document;
use crate::tree::Pointer;

use super::names::Finder;
use super::typed::Typed;
use super::{Cx, docs};

/// Whether a media type is JSON: `application/json`, `application/vnd.x+json`, parameters aside.
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

/// Shows the schema of the body that is sent to the finder of types.
pub(super) fn find_types(
    document: &Document<'_>,
    at: &Pointer,
    operation: &str,
    finder: &mut Finder<'_>,
) {
    let Ok(at) = document.follow(at) else { return };
    let text = match at.as_str().strip_prefix("/components/requestBodies/") {
        Some(_) => at.last().map_or_else(String::new, Cow::into_owned),
        None => format!("{operation} body"),
    };
    if let Some((_, media)) = json(document, &at) {
        finder.inline(&media.child("schema"), &text);
    }
}

/// The first JSON media type of a `content`, and where it stands.
pub(super) fn json<'a>(document: &Document<'a>, holder: &Pointer) -> Option<(&'a str, Pointer)> {
    document
        .members(&holder.child("content"))
        .into_iter()
        .find(|(media_type, _)| is_json(media_type))
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
    let Some((media_type, media)) = json(cx.document, &at) else {
        let message = "a request body without a JSON media type is not generated yet";
        let content = at.child("content");
        let fault = cx
            .document
            .fault_at_key(Code::UNSUPPORTED, message, &content);
        cx.sink.push(fault.help("the operation is left out"));
        return None;
    };
    others(cx, &at, media_type);
    let schema = media.child("schema");
    let typed = match cx.document.node(&schema) {
        Some(_) => cx.typed(&schema),
        None => Some(Typed {
            ty: Type::Scalar(Scalar::Json),
            nullable: false,
        }),
    };
    let Typed { ty, nullable } = typed?;
    Some(Some(ir::Body {
        pointer: cx.document.shown(&at),
        docs: docs::pair(None, read.description.as_deref()),
        required: read.required,
        media_type: media_type.to_owned(),
        nullable,
        ty,
    }))
}

/// The media types beside the one that is generated.
pub(super) fn others(cx: &mut Cx<'_>, at: &Pointer, chosen: &str) {
    for (media_type, media) in cx.document.members(&at.child("content")) {
        if media_type != chosen {
            let message = format!("`{chosen}` is generated; `{media_type}` beside it is not yet");
            cx.report_key(Code::OTHER_MEDIA_TYPE, message, &media);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_json;

    #[test]
    fn json_media_types() {
        for (media_type, expect) in [
            ("application/json", true),
            ("Application/JSON; charset=utf-8", true),
            ("application/problem+json", true),
            ("application/jsonl", false),
            ("text/plain", false),
            ("", false),
        ] {
            assert_eq!(is_json(media_type), expect, "{media_type}");
        }
    }
}
