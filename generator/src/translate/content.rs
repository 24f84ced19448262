//! The content of bodies and answers: the media type that is generated, and its type.

use crate::diag::Code;
use crate::ir::{Scalar, Type};
use crate::resolve::Document;
use crate::tree::Pointer;

use super::Cx;
use super::direction::Direction;
use super::find::Finder;
use super::site::Site;
use super::typed::Typed;

/// Whether a media type is JSON: `application/json`, `application/vnd.x+json`, parameters aside.
fn is_json(media_type: &str) -> bool {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

/// Shows the schema of what is generated to the finder of types, which calls it `text`.
pub(super) fn find_types(
    document: &Document<'_>,
    holder: &Pointer,
    text: &str,
    (direction, elsewhere): (Direction, bool),
    finder: &mut Finder<'_>,
) {
    if let Some((_, media)) = json(document, holder) {
        finder.root(media.child("schema"), text, direction, elsewhere);
    }
}

/// The first JSON media type of a `content`, and where it stands.
fn json<'a>(document: &Document<'a>, holder: &Pointer) -> Option<(&'a str, Pointer)> {
    document
        .members(&holder.child("content"))
        .into_iter()
        .find(|(media_type, _)| is_json(media_type))
}

/// The media type that is generated of a body or an answer, and its type. `None` where there is
/// none, which costs the operation: `noun` can't be carried.
pub(super) fn content(cx: &mut Cx<'_>, holder: &Pointer, noun: &str) -> Option<(String, Typed)> {
    let Some((media_type, media)) = json(cx.document, holder) else {
        let message = format!("{noun} without a JSON media type is not generated yet");
        let fault = cx
            .document
            .fault_at_key(Code::UNSUPPORTED, message, &holder.child("content"));
        cx.sink.push(fault.help("the operation is left out"));
        return None;
    };
    others(cx, holder, media_type);
    let schema = media.child("schema");
    let typed = match cx.document.node(&schema) {
        Some(_) => cx.typed(&Site::one(schema))?,
        None => Typed {
            ty: Type::Scalar(Scalar::Json),
            nullable: false,
        },
    };
    Some((media_type.to_owned(), typed))
}

/// The media types beside the one that is generated.
fn others(cx: &mut Cx<'_>, at: &Pointer, chosen: &str) {
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
