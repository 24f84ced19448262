use crate::diag::{Code, distance};
use crate::grammar::{Field, Kind, Shape, Takes};
use crate::tree::{Map, Node};

use super::super::cx::Cx;

/// Finds keys that are neither `OpenAPI`'s nor extensions: they stay, and nothing reads them. One
/// that is nearly a known key is a mistake that costs what was meant. Any other is noted once for
/// each kind of object, since who writes one writes it everywhere.
pub(super) fn note(kind: Kind, map: &Map, cx: &mut Cx<'_>) {
    if kind.fields().is_empty() {
        // Its keys are names, and the rules of the kind judge them.
        return;
    }
    for entry in map {
        let key = &entry.key;
        if key.starts_with("x-") || kind.field(key).is_some() {
            continue;
        }
        if key == "$ref" {
            // `reference::object` has it.
            continue;
        }
        let noun = kind.noun();
        let known = kind.fields().iter().find(|field| is_slip(field.key, key));
        let known = known.or_else(|| method(kind, &entry.node, key));
        if let Some(known) = known {
            let message = format!("`{key}` means nothing in {noun}; it is ignored");
            let fault = cx.member(Code::MISSPELT_KEY, key, entry.at, message);
            let help = format!("did you mean `{}`?", known.key);
            cx.push(fault.help(help).rename(known.key));
        } else if cx.first_time(format!("{kind:?} {key}")) {
            let message = format!("`{key}` means nothing in {noun}; it is ignored (said once)");
            let note = cx.member(Code::UNKNOWN_KEY, key, entry.at, message);
            cx.push(note);
        }
    }
}

/// The method that was meant by a key of a path item that holds an operation: methods are short, and
/// a slip costs all that stands there.
fn method(kind: Kind, node: &Node, key: &str) -> Option<&'static Field> {
    if kind != Kind::PathItem || node.get("responses").is_none() {
        return None;
    }
    let operation = Takes::Shape(Shape::One(Kind::Operation));
    let methods = kind
        .fields()
        .iter()
        .filter(|field| field.takes == operation);
    let near = methods.map(|field| (distance(field.key, key), field));
    let near = near.filter(|(distance, _)| *distance <= 2);
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, field)| field)
}

/// Whether two keys differ by case, by one character that is missing, added or changed, or by two
/// neighbours that changed places.
fn is_slip(known: &str, key: &str) -> bool {
    if known.eq_ignore_ascii_case(key) {
        return true;
    }
    let prefix = known.chars().zip(key.chars()).take_while(|(a, b)| a == b);
    let prefix = prefix.count();
    let rest = |text: &str, skip: usize| text.chars().skip(prefix + skip).collect::<String>();
    key.chars().count() > 3
        && (rest(known, 1) == rest(key, 1)
            || rest(known, 0) == rest(key, 1)
            || rest(known, 1) == rest(key, 0)
            || rest(known, 2) == rest(key, 2) && are_swapped(known, key, prefix))
}

/// Whether the characters at `at` and behind it are those of the other key, the other way round.
fn are_swapped(known: &str, key: &str, at: usize) -> bool {
    let two = |text: &str| {
        let mut chars = text.chars().skip(at);
        chars.next().zip(chars.next())
    };
    two(known).is_some_and(|(a, b)| two(key) == Some((b, a)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_key_that_was_meant() {
        assert!(is_slip("operationId", "operationid"));
        assert!(is_slip("required", "requird"));
        assert!(is_slip("properties", "propertiess"));
        assert!(is_slip("maximum", "maximun"));
        assert!(is_slip("post", "psot"));
        assert!(is_slip("description", "descriptoin"));
        assert!(!is_slip("minimum", "maximum"));
        assert!(!is_slip("in", "if"));
    }
}
