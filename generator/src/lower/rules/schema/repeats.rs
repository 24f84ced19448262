//! Lists in which nothing may come twice: `required`, `enum`.

use std::collections::HashSet;

use crate::diag::{Code, clip};
use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::value::canonical;

/// What comes twice is reported, and counts once.
pub(in super::super) fn check(map: &mut Map, cx: &mut Cx<'_>) {
    for key in ["required", "enum"] {
        let items = map.get(key).and_then(Node::as_array).unwrap_or_default();
        let mut seen = HashSet::new();
        for (index, item) in items.iter().enumerate() {
            if !seen.insert(canonical(&item.value)) {
                let message = format!("`{}` comes twice", clip(shown(item)));
                let mut fault = cx.member(Code::MALFORMED, key, item.at, message);
                fault.pointer.push(&index.to_string());
                cx.push(fault);
            }
        }
    }
}

fn shown(node: &Node) -> &str {
    match &node.value {
        Value::String(text) | Value::Number(text) => text,
        _ => node.kind(),
    }
}
