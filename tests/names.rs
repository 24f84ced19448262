//! The rule book of names: the tables of `docs/naming.md`, and what holds for any set of names.

use std::collections::HashSet;

use proptest::prelude::*;
use restitch_build::naming::{Scope, names};

const SCOPES: [Scope; 8] = [
    Scope::Field,
    Scope::Variant,
    Scope::Type,
    Scope::Function,
    Scope::Argument,
    Scope::Call,
    Scope::Handle,
    Scope::Builder,
];

fn made(scope: Scope, wires: &[String]) -> Vec<String> {
    let items: Vec<(&str, &str)> = wires.iter().map(|wire| (&**wire, &**wire)).collect();
    let idents = names(scope, &items);
    idents
        .iter()
        .map(|ident| ident.as_str().to_owned())
        .collect()
}

/// The names in the backticks of a cell; those in quotes are JSON.
fn quoted(cell: &str) -> Vec<String> {
    let inside = cell.split('`').skip(1).step_by(2);
    inside
        .map(|name| match name.strip_prefix('"') {
            Some(_) => serde_json::from_str(name).expect("a JSON string"),
            None => name.to_owned(),
        })
        .collect()
}

#[test]
fn the_tables_of_the_page_are_true() {
    let page = include_str!("../docs/naming.md");
    let mut rows = 0;
    for line in page.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [place, wire, rust] = cells[..] else {
            panic!("three cells: {line}");
        };
        let scope = match place {
            "field" => Scope::Field,
            "variant" => Scope::Variant,
            "type" => Scope::Type,
            "operation" => Scope::Function,
            "argument" => Scope::Argument,
            "tag" => Scope::Handle,
            "where" => continue,
            other => panic!("no scope is called {other}"),
        };
        assert_eq!(made(scope, &quoted(wire)), quoted(rust), "{line}");
        rows += 1;
    }
    assert!(rows > 40, "{rows}");
}

/// Names as documents have them, many of which collide.
fn wire() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "a", "A", "b", "foo", "Foo", "FOO", "bar", "Bar", "1", "2", "0", "_", "-", ".", " ", "/",
        "$", "@", "[]", "+", "é", "e\u{301}", "Ω", "获", "👍", "type", "self", "Self", "crate",
        "super", "gen", "async", "new", "clone", "Option", "Value", "Upper", "_upper", "Snake",
        "_at", "IDs", "OAuth", "İ", "ß", "\u{202e}", "\u{200d}", "\u{1f71}", "`", "\"", "\\", "#/",
    ]);
    let known = prop::collection::vec(part, 0..4).prop_map(|parts| parts.concat());
    prop_oneof![8 => known, 1 => any::<String>(), 1 => "[a-zA-Z_ ]{60,200}"]
}

fn wires() -> impl Strategy<Value = Vec<String>> {
    let set = prop::collection::hash_set(wire(), 0..14);
    set.prop_map(|set| set.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
}

fn is_identifier(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(name).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_are_identifiers_and_no_two_are_equal(wires in wires()) {
        for scope in SCOPES {
            let made = made(scope, &wires);
            prop_assert_eq!(made.len(), wires.len());
            // As the compiler compares them.
            let alike: HashSet<String> = made.iter().map(|name| normal_form(name)).collect();
            prop_assert_eq!(alike.len(), wires.len(), "{:?} {:?}", wires, made);
            for name in &made {
                prop_assert!(is_identifier(name), "{:?}: {}", wires, name);
                prop_assert!(name.len() < 160, "{}", name);
            }
        }
    }

    #[test]
    fn the_order_decides_nothing(wires in wires(), turn in 0usize..14) {
        for scope in SCOPES {
            let first = made(scope, &wires);
            let mut other = wires.clone();
            other.rotate_left(turn % wires.len().max(1));
            other.reverse();
            let second = made(scope, &other);
            for (wire, name) in wires.iter().zip(&first) {
                let at = other.iter().position(|other| other == wire).expect("the same names");
                prop_assert_eq!(name, &second[at], "{:?}", wire);
            }
        }
    }

    /// An item that is added changes the names of those only that would be called like it.
    #[test]
    fn one_more_renames_only_what_collides_with_it(wires in wires(), more in wire()) {
        prop_assume!(!wires.contains(&more));
        for scope in SCOPES {
            let before = made(scope, &wires);
            let mut all = wires.clone();
            all.push(more.clone());
            let mut after = made(scope, &all);
            let new = after.pop().expect("one more");
            let alone = made(scope, std::slice::from_ref(&more)).concat();
            for ((wire, before), after) in wires.iter().zip(&before).zip(&after) {
                if before == after {
                    continue;
                }
                let own = made(scope, std::slice::from_ref(wire)).concat();
                let met = own == alone || *before == alone || *before == new
                    // In its second choice, which only what collided already has.
                    || own != *before;
                prop_assert!(met, "{more:?} ({new}) made {wire:?} {after}, before {before}");
            }
        }
    }

    /// A name that nothing collides with is what it would be alone.
    #[test]
    fn a_name_that_is_free_is_taken(wires in wires()) {
        for scope in SCOPES {
            let alone: Vec<String> = wires
                .iter()
                .map(|wire| made(scope, std::slice::from_ref(wire)).concat())
                .collect();
            for (index, name) in made(scope, &wires).iter().enumerate() {
                let rivals = alone.iter().filter(|other| **other == alone[index]).count();
                if rivals == 1 {
                    prop_assert_eq!(name, &alone[index]);
                }
            }
        }
    }

    /// A document written by hand from the names that were made keeps them.
    #[test]
    fn names_stay_what_they_are(wires in wires()) {
        for scope in SCOPES {
            let once = made(scope, &wires);
            let bare: Vec<String> = once
                .iter()
                .map(|name| name.trim_start_matches("r#").to_owned())
                .collect();
            for (wire, name) in bare.iter().zip(made(scope, &bare)) {
                // Two digits that an underscore keeps apart, and letters without case, may be cut
                // anew; the words are the same.
                let flat = |name: &str| name.trim_start_matches("r#").replace('_', "").to_lowercase();
                prop_assert!(flat(&name).starts_with(&flat(wire)), "{wire} became {name}");
            }
        }
    }
}

/// What the compiler compares: Unicode's normal form C.
fn normal_form(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    name.trim_start_matches("r#").nfc().collect()
}

/// What the runtime's macros give a builder or a call, no name of the document may be.
#[test]
fn what_macros_give_is_taken() {
    let macros = include_str!("../runtime/src/macros.rs");
    let check = |name: &str, scope: Scope| {
        let body = macros.split(&format!("macro_rules! {name} {{")).nth(1);
        let body = body.and_then(|rest| rest.split("\n}\n").next());
        let body = body.unwrap_or_else(|| panic!("no macro {name}"));
        let functions = body.lines().filter_map(|line| {
            let line = line.trim_start();
            let line = line.strip_prefix("pub ").unwrap_or(line);
            let name = line.strip_prefix("fn ")?;
            name.split(['(', '<']).next()
        });
        let functions: Vec<&str> = functions.collect();
        assert!(!functions.is_empty(), "{name}");
        for function in functions {
            assert!(scope.taken().contains(&function), "{name}: {function}");
        }
    };
    check("__v1_client", Scope::Builder);
    check("__v1_operation", Scope::Argument);
    check("__v1_blocking", Scope::Argument);
    check("__v1_streaming", Scope::Argument);
}
