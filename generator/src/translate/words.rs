//! What the variants of a union are named after.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::Value;

use crate::order::sort_by_key;
use crate::resolve::Document;
use crate::tree::Pointer;

use super::branches::{Choice, own};
use super::discriminator::Keys;
use super::gather::gather;
use super::is_component;
use super::keywords::Keywords;
use super::site::Site;

/// The choices, each named after the first of its words that is no other's. Where words meet, all
/// that have them go on to their next: none is preferred for its order.
pub(super) fn chosen(choices: Vec<(Choice, Vec<String>)>) -> Vec<Choice> {
    let mut at = vec![0; choices.len()];
    loop {
        let current: Vec<String> = choices
            .iter()
            .zip(&at)
            .map(|((_, words), at)| letters(&words[*at]))
            .collect();
        let mut count: HashMap<&String, usize> = HashMap::new();
        for word in &current {
            *count.entry(word).or_default() += 1;
        }
        let mut moved = false;
        for (index, word) in current.iter().enumerate() {
            if count[word] > 1 && at[index] + 1 < choices[index].1.len() {
                at[index] += 1;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    let named = choices.into_iter().zip(at);
    let named = named.map(|((choice, mut words), at)| Choice {
        word: words.swap_remove(at),
        ..choice
    });
    named.collect()
}

/// A word as names see it.
fn letters(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// What a branch means that is nothing but a reference with documentation beside it. A component
/// that is has a name of its own, by which a mapping may call it.
pub(super) fn meant(
    document: &Document<'_>,
    target: Pointer,
    own: Keywords,
) -> (Pointer, Keywords) {
    let [member] = own.all_of.as_slice() else {
        return (target, own);
    };
    if is_component(&target) {
        return (target, own);
    }
    let rest = Keywords {
        all_of: Vec::new(),
        ..own.clone()
    };
    let behind = rest
        .is_plain()
        .then(|| super::branches::own(document, member));
    behind.flatten().unwrap_or((target, own))
}

/// What a variant may be named after, the best first and at least one, and what settles a collision.
/// The document's own word is the only one: the one key of the mapping, the schema's name. Else
/// there are its title, the values of constants, its JSON type, and what tells an object from others.
pub(super) fn of(
    document: &Document<'_>,
    target: &Pointer,
    own: &Keywords,
    keys: Option<&Keys>,
) -> (Vec<String>, String) {
    if let Some([key]) = keys.map(|keys| keys.of(target)) {
        return (vec![key.clone()], key.clone());
    }
    if is_component(target)
        && let Some(key) = target.last()
    {
        return (vec![key.clone().into_owned()], key.into_owned());
    }
    let title = own.title.clone();
    let title = title.filter(|title| !title.trim().is_empty());
    let mut words: Vec<String> = title.into_iter().collect();
    let own = &*whole(document, target, own);
    let kind = kind(document, own, DEEPEST);
    words.extend(constants(document, own));
    words.push(kind.clone());
    if matches!(own.kind(), Some("object") | None) {
        let mut required: Vec<&String> = own.required.iter().collect();
        sort_by_key(&mut required, |key| *key);
        words.extend(required.into_iter().map(|key| format!("with {key}")));
    }
    if let (false, Some(place)) = (is_scalar(document, own), target.last()) {
        words.push(format!("{kind} {place}"));
    }
    (words, document.shown(target))
}

/// So many members of an `allOf` are read for a name: each of many branches may have many.
const MOST_MEMBERS: usize = 40;

/// The keywords of a branch with those of its `allOf`.
fn whole<'a>(document: &Document<'_>, target: &Pointer, own: &'a Keywords) -> Cow<'a, Keywords> {
    if own.all_of.is_empty() {
        return Cow::Borrowed(own);
    }
    let gathered = gather(document, &Site::one(target.clone()), None, MOST_MEMBERS);
    let mut all = own.clone();
    for member in gathered.schemas {
        let keywords = member.keywords;
        all.typ = all.typ.or(keywords.typ);
        all.required.extend(keywords.required);
        for (key, site) in keywords.properties {
            all.properties.entry(key).or_insert(site);
        }
    }
    Cow::Owned(all)
}

/// Branches of one scalar type are one: a number would tell nothing apart.
fn is_scalar(document: &Document<'_>, own: &Keywords) -> bool {
    match own.kind() {
        Some("array") => {
            let items = own.items.as_ref();
            let read = items.and_then(|items| self::own(document, items.at()));
            read.is_some_and(|(_, own)| !matches!(own.kind(), Some("object" | "array") | None))
        }
        Some("object") | None => false,
        Some(_) => true,
    }
}

/// The only values of the required properties that have one, by the names of these.
fn constants(document: &Document<'_>, own: &Keywords) -> Vec<String> {
    let required = own.properties.iter();
    let mut required: Vec<_> = required
        .filter(|(key, _)| own.required.contains(*key))
        .collect();
    sort_by_key(&mut required, |(key, _)| *key);
    let values = required.into_iter().filter_map(|(_, site)| {
        let (_, keywords) = self::own(document, site.alone()?)?;
        match keywords.enumeration.as_slice() {
            [Value::String(text)] => Some(text.clone()),
            _ => None,
        }
    });
    values.collect()
}

/// Arrays of arrays are named after their items this deep.
const DEEPEST: usize = 4;

/// A JSON type in words: `date-time`, `string array`.
fn kind(document: &Document<'_>, own: &Keywords, deepest: usize) -> String {
    let kind = own.kind().unwrap_or("value");
    match (kind, own.format.as_str(), &own.items) {
        ("array", _, Some(items)) if deepest > 0 => {
            format!("{} {kind}", item(document, items.at(), deepest - 1))
        }
        ("string" | "number", format, _) if !format.is_empty() => format.to_owned(),
        _ => kind.to_owned(),
    }
}

fn item(document: &Document<'_>, items: &Pointer, deepest: usize) -> String {
    let Some((target, own)) = own(document, items) else {
        return String::new();
    };
    match target.last() {
        Some(key) if is_component(&target) => key.into_owned(),
        _ => kind(document, &own, deepest),
    }
}
