//! Places in a document.

use percent_encoding::percent_decode_str;
use restitch_build::tree::{FileId, Pointer};
use serde_json::Value;

/// The pointer of the schema of a parameter or media type, itself behind references; `None` where it
/// has none.
pub(crate) fn schema(root: &Value, holder: &str) -> Option<Pointer> {
    let (at, node) = target(root, holder.strip_prefix('#')?)?;
    if node.get("schema").is_some() {
        return Some(parsed(&at).child("schema"));
    }
    let (media_type, _) = node.get("content")?.as_object()?.iter().next()?;
    let at = parsed(&at).child("content").child(media_type);
    Some(at.child("schema"))
}

/// Where a reference leads in the end.
fn target<'a>(root: &'a Value, pointer: &str) -> Option<(String, &'a Value)> {
    let mut at = pointer.to_owned();
    for _ in 0..100 {
        let node = find(root, &at)?;
        match node.get("$ref").and_then(Value::as_str) {
            Some(to) => {
                let to = percent_decode_str(to.strip_prefix('#')?).decode_utf8_lossy();
                at = to.into_owned();
            }
            None => return Some((at, node)),
        }
    }
    None
}

/// The node at a pointer, of which a part behind a reference may be written as if it stood there.
fn find<'a>(root: &'a Value, pointer: &str) -> Option<&'a Value> {
    if let Some(node) = root.pointer(pointer) {
        return Some(node);
    }
    let (above, key) = pointer.rsplit_once('/')?;
    let (at, _) = target(root, above)?;
    root.pointer(&format!("{at}/{key}"))
}

fn parsed(text: &str) -> Pointer {
    let keys = text.split('/').skip(1);
    keys.fold(Pointer::root(FileId(0)), |at, key| {
        at.child(&key.replace("~1", "/").replace("~0", "~"))
    })
}
