use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::marks;
use super::super::super::number::as_integer;

const KEYS: &[&str] = &[
    "maxItems",
    "maxLength",
    "maxProperties",
    "minItems",
    "minLength",
    "minProperties",
];

/// Counts as the reader takes them: `2.0` is written `2`, and what no collection can have is
/// carried.
pub(in super::super) fn lower(map: &mut Map, _: &mut Cx<'_>) {
    for key in KEYS {
        let Some(Value::Number(text)) = map.get(key).map(|node: &Node| &node.value) else {
            continue;
        };
        // Not `usize`: what is generated must not hang on the machine that generates it.
        match as_integer(text).and_then(|count| u32::try_from(count).ok()) {
            Some(count) => {
                let text = count.to_string();
                if let Some(node) = map.get_mut(key) {
                    node.value = Value::Number(text);
                }
            }
            None => {
                marks::carry(map, key);
            }
        }
    }
}
