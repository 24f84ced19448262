//! Words to `snake_case` and `PascalCase`.

use super::words;

/// Names longer than this are cut: file systems and people have limits.
const LONGEST: usize = 100;

/// `fooBar` becomes `foo_bar`.
pub fn snake(wire: &str) -> String {
    guard(join(&words(wire), str::to_owned, "_"), 'n')
}

/// `foo_bar` becomes `FooBar`; an underscore stays between digits (`2.0` is `N2_0`), or 2.0 and 20
/// would be one.
pub fn pascal(wire: &str) -> String {
    guard(join(&words(wire), capitalised, ""), 'N')
}

/// `fooBar` becomes `FOO_BAR`.
pub fn screaming(wire: &str) -> String {
    snake(wire).to_uppercase()
}

fn join(words: &[String], shape: impl Fn(&str) -> String, between: &str) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() {
            let digits = out.ends_with(|c: char| c.is_ascii_digit())
                && word.starts_with(|c: char| c.is_ascii_digit());
            out.push_str(if digits { "_" } else { between });
        }
        out.push_str(&shape(word));
        if out.chars().count() >= LONGEST {
            return out.chars().take(LONGEST).collect();
        }
    }
    out
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// Puts a letter before a name that does not start like an identifier.
fn guard(name: String, letter: char) -> String {
    match name.chars().next() {
        Some(first) if unicode_ident::is_xid_start(first) => name,
        _ => format!("{letter}{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        assert_eq!(snake("createdByUserID"), "created_by_user_id");
        assert_eq!(pascal("created_by_user_id"), "CreatedByUserId");
        assert_eq!(pascal("2.0"), "N2_0");
        assert_eq!(snake("2fa"), "n2fa");
        assert_eq!(pascal("+1"), "Plus1");
        assert_eq!(screaming("listPets"), "LIST_PETS");
        assert_eq!(snake(&"x".repeat(5000)).len(), LONGEST);
    }
}
