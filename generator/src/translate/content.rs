//! The content of bodies and answers: the media type that is generated, and its type.

use crate::diag::Code;
use crate::ir::{MediaKind, Scalar, Type};
use crate::resolve::Document;
use crate::tree::Pointer;

use super::direction::Direction;
use super::find::Finder;
use super::site::Site;
use super::typed::Typed;
use super::{Cx, media};

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
        .find(|(media_type, _)| media::kind(media_type) == MediaKind::Json)
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
