//! Bounds, lengths and patterns, which are sentences of documentation: those of one sentence are asked
//! after by one mark, in the place of its upper bound.

use crate::grammar::UNCHECKED;
use crate::tree::{Map, Node, Pointer, Value};

use super::probe::{Probe, Probes};

/// The keywords of a sentence; the first is the upper bound.
const SENTENCES: [(&str, &[&str]); 4] = [
    ("maxLength", &["maxLength", "minLength", "pattern"]),
    (
        "maximum",
        &[
            "maximum",
            "minimum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "multipleOf",
        ],
    ),
    ("maxItems", &["maxItems", "minItems", "uniqueItems"]),
    ("maxProperties", &["maxProperties", "minProperties"]),
];

/// What is asked of a schema.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    asked: Vec<(&'static [&'static str], Probe)>,
}

impl Bounds {
    /// The question that a keyword belongs to.
    pub(super) fn of(&self, key: &str) -> Option<Probe> {
        let found = self.asked.iter().find(|(keys, _)| keys.contains(&key));
        found.map(|(_, probe)| *probe)
    }

    /// Any.
    pub(super) fn any(&self) -> Option<Probe> {
        self.asked.first().map(|(_, probe)| *probe)
    }
}

/// Asks what there is to ask.
pub(super) fn ask(probes: &mut Probes, at: &Pointer, map: &Map) -> Bounds {
    let mut bounds = Bounds::default();
    for (upper, keys) in SENTENCES {
        if !keys.iter().any(|key| map.has(key)) || decides(upper, map) {
            continue;
        }
        let is_bound = map
            .get("exclusiveMaximum")
            .is_some_and(|node| matches!(node.value, Value::Number(_)));
        let key = match upper {
            "maximum" if is_bound => "exclusiveMaximum",
            _ => upper,
        };
        bounds.asked.push((keys, probes.number(at, key)));
    }
    let has_unchecked = UNCHECKED.iter().any(|key| map.has(key));
    if bounds.asked.is_empty() && has_unchecked {
        let key = match map.get("type").and_then(Node::as_str) {
            Some("string") => "maxLength",
            Some("array") => "maxItems",
            Some("number" | "integer") => "maximum",
            _ => "maxProperties",
        };
        bounds.asked.push((&[], probes.number(at, key)));
    }
    bounds
}

/// Whether the bounds decide a type: places of a tuple, the width of an integer.
fn decides(upper: &str, map: &Map) -> bool {
    match upper {
        "maxItems" => {
            map.has("prefixItems")
                || map
                    .get("items")
                    .is_some_and(|node| node.as_array().is_some())
        }
        "maximum" => {
            let wide = |key: &&str| match map.get(key).map(|node| &node.value) {
                Some(Value::Number(text)) => {
                    text.parse::<f64>().is_ok_and(|value| value.abs() > 1e15)
                }
                _ => false,
            };
            ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]
                .iter()
                .any(wide)
        }
        _ => false,
    }
}
