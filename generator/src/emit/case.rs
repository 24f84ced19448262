//! How names on the wire are made of Rust's. The derives read them so, and the generator writes down
//! those that are others: two files, the same to the byte, for a crate of derives gives nothing else.
//! `tests/layering` holds them together.

/// From a name in `snake_case` to the name on the wire.
pub(crate) type Case = fn(&str) -> String;

/// The cases, as `rename_all` calls them.
pub(crate) const CASES: &[(&str, Case)] = &[
    ("snake_case", str::to_owned),
    ("camelCase", camel),
    ("PascalCase", pascal),
    ("kebab-case", |name| name.replace('_', "-")),
    ("SCREAMING_SNAKE_CASE", str::to_uppercase),
];

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
