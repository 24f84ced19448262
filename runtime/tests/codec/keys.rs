//! Unions told apart by required keys, against what the rule says of every order of some keys.

use restitch::__v1 as rt;
use restitch::{Json, json};

#[derive(rt::Record)]
pub(crate) struct First {
    a: i64,
    b: Option<i64>,
}

#[derive(rt::Record)]
pub(crate) struct Second {
    a: Option<i64>,
    b: i64,
    c: i64,
    more: restitch::Extra,
}

#[derive(rt::Record)]
pub(crate) struct Third {
    d: i64,
    #[wire(rest)]
    more: restitch::Map<i64>,
}

pub(crate) enum Keyed {
    First(First),
    Second(Box<Second>),
    Third(Third),
    Unknown(Json),
}

rt::union! { Keyed, Unknown {
    0 First(First) 64 [] ["a"],
    1 Second(Box<Second>) 64 [] ["b", "c"],
    2 Third(Third) 64 [] ["d"],
} }

/// Each branch: its name, its required keys, its others, and how much each key that it does not know
/// counts against it, which is `None` where that key's value is read as a number too.
const BRANCHES: [(&str, &str, &str, Option<u32>); 3] = [
    ("First", "a", "b", Some(100)),
    ("Second", "bc", "a", Some(1)),
    ("Third", "d", "", None),
];

/// The branch that the rule gives, of an object with these keys, one of which may be no number.
fn expected(keys: &str, bad: Option<char>) -> Option<&'static str> {
    let mut best: Option<(u32, &str)> = None;
    for (name, required, others, stray) in BRANCHES {
        let knows = |key: char| required.contains(key) || others.contains(key);
        let reads = |key: char| knows(key) || stray.is_none();
        if !required.chars().all(|key| keys.contains(key)) || bad.is_some_and(reads) {
            continue;
        }
        let strays = keys
            .chars()
            .filter(|key| !knows(*key))
            .map(|_| stray.unwrap_or(0));
        let misfit = strays.sum();
        if best.is_none_or(|(least, _)| misfit < least) {
            best = Some((misfit, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Every order of every choice of the letters.
fn orders(letters: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for letter in letters.chars() {
        let rest = letters.replace(letter, "");
        all.extend(
            orders(&rest)
                .into_iter()
                .map(|order| format!("{letter}{order}")),
        );
    }
    all
}

fn object(keys: &str, bad: Option<char>) -> String {
    let entries = keys.chars().map(|key| match bad {
        Some(bad) if bad == key => format!("\"{key}\":\"x\""),
        _ => format!("\"{key}\":1"),
    });
    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
}

#[test]
fn the_rule_decides_in_every_order() {
    let orders = orders("abcde");
    assert_eq!(orders.len(), 326);
    for keys in orders {
        for bad in keys.chars().map(Some).chain([None]) {
            let text = object(&keys, bad);
            let found = json::from_str::<Keyed>(&text);
            let name = found.as_ref().ok().map(|value| match value {
                Keyed::First(_) => "First",
                Keyed::Second(_) => "Second",
                Keyed::Third(_) => "Third",
                Keyed::Unknown(_) => "Unknown",
            });
            assert_eq!(name, expected(&keys, bad), "{text}");
            if let Err(error) = found {
                let message = error.message();
                let named = BRANCHES
                    .iter()
                    .all(|(name, ..)| message.contains(&format!("{name}: ")));
                assert!(named, "{text}: {message}");
            }
        }
    }
}

#[test]
fn a_text_that_breaks_off_is_malformed_and_fits_no_worse() {
    for keys in orders("abcd") {
        let text = object(&keys, None);
        for end in 0..text.len() {
            let part = &text[..end];
            let union = json::from_str::<Keyed>(part).unwrap_err();
            let any = json::from_str::<Json>(part).unwrap_err();
            assert_eq!(union.to_string(), any.to_string(), "{part}");
        }
    }
}
