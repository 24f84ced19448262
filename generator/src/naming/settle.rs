//! All names of one scope at once, told apart where they collide.

use std::collections::{HashMap, HashSet};

use super::reserved::allowed;
use super::{Scope, pascal, snake};
use crate::ir::Ident;

/// The identifiers of all items of one scope, in the items' order.
///
/// An item is the text its name is made of and its own wire name or pointer, which settles a
/// collision. Items whose both texts are equal get one name and a number each: they are the same
/// thing twice, which the caller reports.
pub fn names(scope: Scope, items: &[(&str, &str)]) -> Vec<Ident> {
    let wanted: Vec<String> = items.iter().map(|(text, _)| base(scope, text)).collect();
    let mut groups: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, name) in wanted.iter().enumerate() {
        groups.entry(name).or_default().push(index);
    }
    let mut used: HashSet<String> = groups
        .iter()
        .filter(|(_, group)| group.len() == 1)
        .map(|(name, _)| (*name).to_owned())
        .collect();
    let mut out: Vec<String> = wanted.clone();
    let mut colliding: Vec<(&str, Vec<usize>)> = groups
        .into_iter()
        .filter(|(_, group)| group.len() > 1)
        .collect();
    colliding.sort_unstable();
    for (name, group) in colliding {
        for (index, settled) in apart(scope, name, &group, items, &used) {
            used.insert(settled.clone());
            out[index] = settled;
        }
    }
    out.into_iter().map(Ident::checked).collect()
}

fn base(scope: Scope, text: &str) -> String {
    let name = if scope.is_pascal() {
        pascal(text)
    } else {
        snake(text)
    };
    allowed(scope, &name)
}

/// Names for the items that all want `name`.
fn apart(
    scope: Scope,
    name: &str,
    group: &[usize],
    items: &[(&str, &str)],
    used: &HashSet<String>,
) -> Vec<(usize, String)> {
    let mut styles: HashMap<&str, usize> = HashMap::new();
    for index in group {
        *styles.entry(spelling(items[*index].1)).or_default() += 1;
    }
    let mut taken: HashSet<String> = HashSet::new();
    let mut order: Vec<usize> = group.to_vec();
    order.sort_by_key(|index| (items[*index].1 != name, items[*index]));
    let mut out = Vec::new();
    for index in order {
        let wire = items[index].1;
        let style = spelling(wire);
        let alone = styles.get(style) == Some(&1);
        let candidates = [
            (wire == name).then(|| name.to_owned()),
            (alone && !style.is_empty()).then(|| ending(scope, name, style)),
            Some(ending(
                scope,
                name,
                &format!("{:04x}", checksum(wire) & 0xffff),
            )),
            Some(ending(scope, name, &format!("{:016x}", checksum(wire)))),
        ];
        let free = candidates
            .into_iter()
            .flatten()
            .find(|c| !used.contains(c) && !taken.contains(c));
        let settled = free.unwrap_or_else(|| numbered(name, used, &taken));
        taken.insert(settled.clone());
        out.push((index, settled));
    }
    out
}

fn ending(scope: Scope, name: &str, ending: &str) -> String {
    let name = name.trim_start_matches("r#");
    if scope.is_pascal() {
        format!("{name}{}", pascal_part(ending))
    } else {
        format!("{}_{ending}", name.trim_end_matches('_'))
    }
}

fn pascal_part(ending: &str) -> String {
    let mut chars = ending.chars();
    match chars.next() {
        Some(first) if first.is_ascii_digit() => format!("_{ending}"),
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

fn numbered(name: &str, used: &HashSet<String>, taken: &HashSet<String>) -> String {
    (2..used.len() + taken.len() + 3)
        .map(|number| format!("{name}_{number}"))
        .find(|candidate| !used.contains(candidate) && !taken.contains(candidate))
        .unwrap_or_default()
}

/// The style in which a wire name is written, as an ending; empty where it has none of its own.
fn spelling(wire: &str) -> &'static str {
    let has = |test: fn(char) -> bool| wire.chars().any(test);
    if wire.starts_with("#/") || wire.contains(".yaml#") || wire.contains(".json#") {
        "inline"
    } else if wire.contains('_') {
        if has(char::is_lowercase) {
            "snake"
        } else {
            "screaming"
        }
    } else if wire.contains('-') {
        "kebab"
    } else if wire.contains('.') {
        "dotted"
    } else if wire.contains('/') {
        "path"
    } else if has(char::is_whitespace) {
        "spaced"
    } else if !has(char::is_lowercase) && has(char::is_uppercase) {
        "upper"
    } else if !has(char::is_uppercase) && has(char::is_lowercase) {
        "lower"
    } else if wire.starts_with(char::is_lowercase) {
        "camel"
    } else if wire.starts_with(char::is_uppercase) {
        "pascal"
    } else {
        ""
    }
}

/// FNV-1a: a checksum that is the same everywhere and for ever.
fn checksum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(scope: Scope, wires: &[&str], expect: &[&str]) {
        let items: Vec<(&str, &str)> = wires.iter().map(|wire| (*wire, *wire)).collect();
        let made: Vec<String> = names(scope, &items)
            .iter()
            .map(|ident| ident.as_str().to_owned())
            .collect();
        assert_eq!(made, expect, "{wires:?}");
    }

    #[test]
    fn collisions_are_settled_by_spelling() {
        check(Scope::Variant, &["asc", "ASC"], &["AscLower", "AscUpper"]);
        check(
            Scope::Type,
            &["FooBar", "foo_bar", "foo-bar"],
            &["FooBar", "FooBarSnake", "FooBarKebab"],
        );
        check(
            Scope::Field,
            &["fooBar", "foo_bar"],
            &["foo_bar_camel", "foo_bar"],
        );
    }

    #[test]
    fn order_does_not_matter() {
        check(Scope::Variant, &["ASC", "asc"], &["AscUpper", "AscLower"]);
    }

    #[test]
    fn equal_spellings_get_checksums_and_equal_names_numbers() {
        let items = [("a b", "a b"), ("a  b", "a  b")];
        let made = names(Scope::Field, &items);
        assert_ne!(made[0], made[1]);
        let twice = names(
            Scope::Field,
            &[("a", "a"), ("a", "a"), ("a", "a"), ("a", "a"), ("a", "a")],
        );
        assert_eq!(twice.iter().collect::<HashSet<_>>().len(), 5);
    }

    #[test]
    fn a_taken_name_and_its_way_out_collide_too() {
        check(
            Scope::Type,
            &["Option", "OptionValue"],
            &["OptionValue_5134", "OptionValue"],
        );
    }

    #[test]
    fn an_ending_never_takes_a_name_in_use() {
        check(
            Scope::Variant,
            &["asc", "ASC", "AscUpper"],
            &["AscLower", "Asc_5c0a", "AscUpper"],
        );
    }
}
