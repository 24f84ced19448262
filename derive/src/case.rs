//! How names on the wire are written.

use proc_macro::TokenTree;

use crate::attribute::Wire;
use crate::fault::Fault;

/// From a name in `snake_case` to the name on the wire.
pub(crate) type Case = fn(&str) -> String;

/// What `rename_all` of a type says, if it says anything.
pub(crate) fn of(wire: &Wire) -> Result<Option<Case>, Fault> {
    let Some(value) = wire.value("rename_all") else {
        return Ok(None);
    };
    let [TokenTree::Literal(case)] = value else {
        return Err(Fault::new("expected a case in quotes", wire.place()));
    };
    let case: Case = match case.to_string().trim_matches('"') {
        "snake_case" => str::to_owned,
        "camelCase" => camel,
        "PascalCase" => pascal,
        "kebab-case" => |name| name.replace('_', "-"),
        "SCREAMING_SNAKE_CASE" => str::to_uppercase,
        _ => return Err(Fault::new("not a case that `wire` knows", case.span())),
    };
    Ok(Some(case))
}

/// From the name of a variant to `snake_case`.
pub(crate) fn snake(variant: &str) -> String {
    let mut name = String::new();
    for char in variant.chars() {
        if char.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(char.to_ascii_lowercase());
    }
    name
}

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |all, word| all + &capital(word))
}

fn pascal(name: &str) -> String {
    name.split('_').map(capital).collect()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}
