//! Trees of any version to trees in the shape of `OpenAPI` 3.0, one function a rule.
//!
//! What 3.0 can not say is carried: a key is renamed to `x-restitch-KEY`, or a fact is written
//! down under such a key (the list is in `marks`). A pointer into the document as it was written
//! keeps finding its node, since [`Tree::get`] looks for carried keys too; only what a `$ref` has
//! beside it moves one level up (see `rules::reference`).

mod cx;
mod endless;
mod fields;
mod marks;
mod members;
mod number;
mod pattern;
mod reference;
mod repair;
mod reserved;
mod rules;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod value;
mod version;
mod walk;
mod work;

use std::collections::HashSet;
use std::sync::Arc;

use crate::diag::Sink;
use crate::grammar::Kind;
use crate::tree::{FileId, Node, Pointer, Tree, Value};

use cx::Cx;
use version::Version;
use work::Work;

/// Keywords of a schema that are `true` or `false`, which elsewhere are schemas.
const FLAGS: [&str; 7] = [
    "deprecated",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "nullable",
    "readOnly",
    "uniqueItems",
    "writeOnly",
];

/// Rewrites every file so that each fragment can be read as `OpenAPI` 3.0.
///
/// The root is walked as a document. What a reference names elsewhere is walked once, as the kind
/// of object that the reference stands for. What is wrong goes to the sink; what can not be read
/// at all is marked `x-restitch-broken`.
pub fn lower(tree: &mut Tree, sink: &mut Sink) {
    let version = Version::of(tree);
    reserved::scrub(tree, sink);
    rules::follow_bodies(tree);
    let mut work = Work::default();
    let mut told = HashSet::new();
    work.add(Pointer::root(FileId(0)), Kind::Document);
    while let Some((pointer, kind)) = work.next() {
        let Some(slot) = tree.get_mut(&pointer) else {
            continue;
        };
        let place = slot.at;
        let mut node = std::mem::replace(slot, Node::new(Value::Null, place));
        let done = work.below(&pointer);
        let mut cx = Cx::new(version, &pointer, kind, done, &mut told, sink);
        cx.names = Arc::clone(&tree.names);
        walk::object(&mut node, kind, &mut cx);
        let references = cx.references;
        if let Some(slot) = tree.get_mut(&pointer) {
            *slot = node;
        }
        for reference in references {
            let Some(found) = tree.find(&reference.pointer, &reference.text) else {
                continue;
            };
            // What is not there is not walked: `resolve` reports it where it stands. It may also be
            // named by a pointer of any length.
            let Some(named) = tree.get(&found.at) else {
                reference.dangles(sink);
                continue;
            };
            // A keyword of a schema, and none itself: it says there what it says. `resolve` reports it.
            let is_keyword = match named.value {
                Value::String(_) | Value::Number(_) | Value::Array(_) => true,
                Value::Bool(_) => found.at.last().is_some_and(|key| FLAGS.contains(&&*key)),
                Value::Null | Value::Object(_) => false,
            };
            if reference.kind == Kind::Schema && is_keyword {
                continue;
            }
            reference.note(tree, &found, sink);
            if let Some(other) = work.add(found.at, reference.kind) {
                reference.astray(other, sink);
            }
        }
    }
}
