//! Lists in which nothing may come twice: `required`, `enum`.

use std::collections::HashMap;

use crate::diag::{Code, Edit, clip};
use crate::tree::{Map, Node, Value};

use super::super::super::cx::Cx;
use super::super::super::value::canonical;

/// Lists that are longer are not compared item by item.
const GLANCE: usize = 24;

/// What comes more than once is reported once, where it is repeated first; it counts once.
pub(in super::super) fn check(map: &mut Map, cx: &mut Cx<'_>) {
    for key in ["required", "enum"] {
        let items = map.get(key).and_then(Node::as_array).unwrap_or_default();
        if are_different(items) {
            continue;
        }
        let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
        let mut repeats: Vec<(usize, &Node, String)> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let text = canonical(&item.value);
            let all = seen.entry(text.clone()).or_default();
            all.push(index);
            if all.len() == 2 {
                repeats.push((index, item, text));
            }
        }
        for (index, item, text) in repeats {
            let all = seen.get(&text).map_or(&[][..], Vec::as_slice);
            let times = match all.len() {
                2 => "twice".to_owned(),
                count => format!("{count} times"),
            };
            let message = format!("`{}` comes {times}", clip(shown(item)));
            let mut fault = cx.member(Code::MALFORMED, key, item.at, message);
            fault.pointer.push(&index.to_string());
            // The last first, so that the others keep their places.
            for index in all.iter().skip(1).rev() {
                let at = cx.pointer.child(key).item(*index);
                fault = fault.edit(Edit::Remove(at));
            }
            cx.push(fault);
        }
    }
}

/// Whether this can be said at a glance: few texts, as nearly all such lists are.
fn are_different(items: &[Node]) -> bool {
    let is_new = |(index, item): (usize, &Node)| {
        let mut before = items.iter().take(index);
        item.as_str()
            .is_some_and(|text| before.all(|other| other.as_str() != Some(text)))
    };
    items.len() <= GLANCE && items.iter().enumerate().all(is_new)
}

fn shown(node: &Node) -> &str {
    match &node.value {
        Value::String(text) | Value::Number(text) => text,
        _ => node.kind(),
    }
}
