//! The keys under which facts are carried past the version that fragments are read in.
//!
//! Besides these, a keyword that 3.0 has no place for keeps its value as `x-restitch-KEYWORD`.

use crate::tree::{CARRIED, Map, Node, Place, Value};

/// The object can not be used: what it says was not understood, and has been reported.
pub(super) const BROKEN: &str = "x-restitch-broken";
/// A schema that only `null` fits.
pub(super) const NULL: &str = "x-restitch-null";
/// A schema that nothing fits.
pub(super) const NEVER: &str = "x-restitch-never";
/// The types of a schema that has several, `null` apart: an array of two or more strings.
pub(super) const TYPES: &str = "x-restitch-types";
/// The only item of `allOf` was a `$ref` with keywords beside it, now around it.
pub(super) const REF_SIBLINGS: &str = "x-restitch-ref-siblings";
/// `default: null`.
pub(super) const DEFAULT_NULL: &str = "x-restitch-default-null";

/// Says `true` under a key.
pub(super) fn set(map: &mut Map, key: &str, at: Place) {
    map.set(key, Node::new(Value::Bool(true), at));
}

/// An object that can not be used.
pub(super) fn broken(at: Place) -> Node {
    let mut map = Map::default();
    set(&mut map, BROKEN, at);
    Node::new(Value::Object(map), at)
}

/// Keeps a key's value under its carried name, in its place. Gives where the key stands.
pub(super) fn carry(map: &mut Map, key: &str) -> Option<Place> {
    // As a rule: a schema has few of the keywords that would be carried.
    if !map.has(key) {
        return None;
    }
    let carried = format!("{CARRIED}{key}");
    map.remove(&carried);
    let entry = map.iter_mut().find(|entry| entry.key == key)?;
    entry.key = carried;
    Some(entry.at)
}

/// Gives a key's value another key, which the object must not have.
pub(super) fn rename(map: &mut Map, key: &str, to: &str) {
    if let Some(entry) = map.iter_mut().find(|entry| entry.key == key) {
        to.clone_into(&mut entry.key);
    }
}
