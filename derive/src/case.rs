//! How names on the wire are written.

use proc_macro::TokenTree;

use crate::attribute::Wire;
use crate::fault::Fault;

/// From a name in `snake_case` to the name on the wire.
pub(crate) type Case = fn(&str) -> String;

/// What `rename_all` of a type says.
pub(crate) fn of(wire: &Wire) -> Result<Case, Fault> {
    let Some([TokenTree::Literal(case)]) = wire.value("rename_all") else {
        return Ok(str::to_owned);
    };
    match case.to_string().trim_matches('"') {
        "camelCase" => Ok(camel),
        "PascalCase" => Ok(pascal),
        "kebab-case" => Ok(|name| name.replace('_', "-")),
        "SCREAMING_SNAKE_CASE" => Ok(str::to_uppercase),
        _ => Err(Fault::new("not a case that `wire` knows", case.span())),
    }
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
