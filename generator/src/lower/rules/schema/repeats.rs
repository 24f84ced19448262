//! Lists in which nothing may come twice: `required`, `enum`.

use std::collections::HashMap;

use crate::diag::{Code, clip};
use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::value::canonical;

/// What comes more than once is reported once, where it is repeated first; it counts once.
pub(in super::super) fn check(map: &mut Map, cx: &mut Cx<'_>) {
    for key in ["required", "enum"] {
        let items = map.get(key).and_then(Node::as_array).unwrap_or_default();
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut repeats: Vec<(usize, &Node, String)> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let text = canonical(&item.value);
            let count = seen.entry(text.clone()).or_default();
            *count += 1;
            if *count == 2 {
                repeats.push((index, item, text));
            }
        }
        for (index, item, text) in repeats {
            let times = match seen.get(&text) {
                Some(count) if *count > 2 => format!("{count} times"),
                _ => "twice".to_owned(),
            };
            let message = format!("`{}` comes {times}", clip(shown(item)));
            let mut fault = cx.member(Code::MALFORMED, key, item.at, message);
            fault.pointer.push(&index.to_string());
            cx.push(fault);
        }
    }
}

fn shown(node: &Node) -> &str {
    match &node.value {
        Value::String(text) | Value::Number(text) => text,
        _ => node.kind(),
    }
}
