//! All names of one scope at once, told apart where they collide.
//!
//! Each item has names that it would take, best first, which are made of its own texts alone. In
//! rounds, those that have none yet ask for their next one; who asks alone for a name that nobody
//! asked for before gets it. A name that two ask for goes to the one that is written like it, else
//! to none of them. So the order of the items decides nothing, and another item changes the names
//! of such items only as ask for the same.

use std::collections::{HashMap, HashSet};

use super::case::{is_snake, joined};
use super::reserved::{allowed, bare};
use super::spelling::{is_place, is_pointer, spelling};
use super::words::{Case, words, words_in_full};
use super::{Scope, checksum};
use crate::ir::Ident;

/// After this many rounds only a number is left.
const ROUNDS: usize = 5;

/// The identifiers of all items of one scope, in the items' order.
///
/// An item is the text its name is made of, and its own wire name or its place (a pointer, or
/// method and path), which settles a collision. Items that have a place only, because the document
/// gives them no name, are named after all others. Items whose both texts are equal get one name
/// and a number: they are the same thing twice, which the caller reports.
pub fn names(scope: Scope, items: &[(&str, &str)]) -> Vec<Ident> {
    let first: Vec<String> = items.iter().map(|(text, _)| base(scope, text)).collect();
    let mut seen = HashSet::with_capacity(first.len());
    if first.iter().all(|name| seen.insert(name.as_str())) {
        // No two ask for the same: nearly always.
        return first.into_iter().map(Ident::checked).collect();
    }
    let mut naming = Naming {
        scope,
        items,
        first: &first,
        asked: HashSet::new(),
        settled: vec![None; items.len()],
    };
    let mut seen = HashSet::new();
    let (distinct, again): (Vec<usize>, Vec<usize>) =
        (0..items.len()).partition(|index| seen.insert(naming.item(*index)));
    let (derived, named): (Vec<usize>, Vec<usize>) = distinct
        .into_iter()
        .partition(|index| is_place(naming.wire(*index)));
    naming.settle(named);
    naming.settle(derived);
    naming.number(again);
    let settled = naming.settled.into_iter().flatten();
    settled.map(Ident::checked).collect()
}

struct Naming<'a> {
    scope: Scope,
    items: &'a [(&'a str, &'a str)],
    /// What each asks for first.
    first: &'a [String],
    /// Every name that was asked for, whether anyone got it or not.
    asked: HashSet<String>,
    settled: Vec<Option<String>>,
}

impl<'a> Naming<'a> {
    fn settle(&mut self, mut waiting: Vec<usize>) {
        for round in 0..ROUNDS {
            let asking: Vec<(usize, Option<String>)> = waiting
                .iter()
                .map(|index| (*index, self.candidate(*index, round)))
                .collect();
            waiting = self.round(asking);
        }
        self.number(waiting);
    }

    fn number(&mut self, items: Vec<usize>) {
        let mut last: HashMap<String, usize> = HashMap::new();
        for index in items {
            let base = bare(self.first(index)).trim_end_matches('_').to_owned();
            let last = last.entry(base.clone()).or_insert(1);
            let name = loop {
                *last += 1;
                let name = format!("{base}_{last}");
                if self.asked.insert(name.clone()) {
                    break name;
                }
            };
            self.settle_one(index, name);
        }
    }

    /// Gives out what is asked for, and says who goes on waiting.
    fn round(&mut self, asking: Vec<(usize, Option<String>)>) -> Vec<usize> {
        // By name: how many ask for it, and how many of them are written like it.
        let mut asked: HashMap<String, (usize, usize)> = HashMap::new();
        for (index, name) in &asking {
            let Some(name) = name else { continue };
            let (all, alike) = asked.entry(name.clone()).or_default();
            *all += 1;
            *alike += usize::from(self.wire(*index) == bare(name));
        }
        let mut waiting = Vec::new();
        for (index, name) in asking {
            let free = name.filter(|name| {
                let alike = self.wire(index) == bare(name);
                !self.asked.contains(name)
                    && match asked.get(name) {
                        Some((1, _)) => true,
                        Some((_, 1)) => alike,
                        _ => false,
                    }
            });
            match free {
                Some(name) => self.settle_one(index, name),
                None => waiting.push(index),
            }
        }
        self.asked.extend(asked.into_keys());
        waiting
    }

    fn settle_one(&mut self, index: usize, name: String) {
        if let Some(slot) = self.settled.get_mut(index) {
            *slot = Some(name);
        }
    }

    fn item(&self, index: usize) -> (&'a str, &'a str) {
        self.items.get(index).copied().unwrap_or_default()
    }

    fn first(&self, index: usize) -> &'a str {
        self.first.get(index).map_or("", String::as_str)
    }

    fn wire(&self, index: usize) -> &str {
        self.item(index).1
    }

    /// The name that an item asks for in a round.
    fn candidate(&self, index: usize, round: usize) -> Option<String> {
        let (text, wire) = self.item(index);
        match round {
            0 => Some(self.first(index).to_owned()),
            1 => self.in_full(text, wire),
            2 => {
                let style = spelling(wire);
                (!style.is_empty()).then(|| self.ending(index, style))
            }
            3 => Some(self.ending(index, &checksum::short(wire))),
            _ => Some(self.ending(index, &checksum::long(wire))),
        }
    }

    /// The wire name with its symbols spelled, where that is another name.
    fn in_full(&self, text: &str, wire: &str) -> Option<String> {
        if is_pointer(wire) {
            return None;
        }
        let case = self.scope.case();
        let full = words_in_full(case, wire);
        let name = joined(case, &full, wire);
        (full != words(case, text)).then(|| allowed(self.scope, &name))
    }

    fn ending(&self, index: usize, ending: &str) -> String {
        let name = bare(self.first(index));
        if !self.scope.is_pascal() {
            return format!("{}_{ending}", name.trim_end_matches('_'));
        }
        let mut chars = ending.chars();
        match chars.next() {
            Some(first) if first.is_ascii_alphabetic() && !is_checksum(ending) => {
                format!("{name}{}{}", first.to_ascii_uppercase(), chars.as_str())
            }
            _ => format!("{name}_{ending}"),
        }
    }
}

/// The name that a text makes by itself.
fn base(scope: Scope, text: &str) -> String {
    let case = scope.case();
    if case == Case::Snake && is_snake(text) {
        return allowed(scope, text);
    }
    allowed(scope, &joined(case, &words(case, text), text))
}

fn is_checksum(ending: &str) -> bool {
    matches!(ending.len(), 4 | 16) && ending.chars().all(|c| c.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(scope: Scope, wires: &[&str], expect: &[&str]) {
        let items: Vec<(&str, &str)> = wires.iter().map(|wire| (*wire, *wire)).collect();
        check_items(scope, &items, expect);
    }

    fn check_items(scope: Scope, items: &[(&str, &str)], expect: &[&str]) {
        let made: Vec<String> = names(scope, items)
            .iter()
            .map(|ident| ident.as_str().to_owned())
            .collect();
        assert_eq!(made, expect, "{items:?}");
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
    fn collisions_are_settled_by_symbols() {
        check(
            Scope::Field,
            &["type", "@type", "$type"],
            &["r#type", "at_type", "dollar_type"],
        );
        check(Scope::Argument, &["ids", "ids[]"], &["ids", "ids_brackets"]);
        check(
            Scope::Function,
            &["GET /a/{id}", "GET /a/id"],
            &["get_a_by_id", "get_a_id_path"],
        );
    }

    #[test]
    fn what_the_document_names_comes_before_what_it_does_not() {
        check_items(
            Scope::Type,
            &[
                ("Pet owner", "#/components/schemas/Pet/properties/owner"),
                ("pet_owner", "pet_owner"),
                ("Pet required", "#/components/schemas/Pet/required"),
                (
                    "Pet required",
                    "#/components/schemas/Pet/properties/required",
                ),
            ],
            &[
                "PetOwnerInline",
                "PetOwner",
                "PetRequiredFields",
                "PetRequiredInline",
            ],
        );
    }

    #[test]
    fn equal_spellings_get_checksums_and_equal_names_numbers() {
        let items = [("a b", "a b"), ("a  b", "a  b")];
        let made = names(Scope::Field, &items);
        assert_ne!(made[0], made[1]);
        check(Scope::Field, &["a", "a", "a"], &["a", "a_2", "a_3"]);
    }

    #[test]
    fn a_taken_name_and_its_way_out_collide_too() {
        check(
            Scope::Type,
            &["Option", "OptionValue"],
            &["OptionValuePascal", "OptionValue"],
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
