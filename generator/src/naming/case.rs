//! Words to `snake_case` and `PascalCase`.

use super::checksum;
use super::words::{Case, words};

/// Names of more bytes than this are cut: documentation makes files of them, whose names have
/// limits, and so have readers.
const LONGEST: usize = 100;

/// `fooBar` becomes `foo_bar`.
pub fn snake(wire: &str) -> String {
    joined(Case::Snake, &words(Case::Snake, wire), wire)
}

/// `foo_bar` becomes `FooBar`; an underscore stays between digits (`2.0` is `N2_0`), or 2.0 and 20
/// would be one.
pub fn pascal(wire: &str) -> String {
    joined(Case::Pascal, &words(Case::Pascal, wire), wire)
}

/// Words in the one case or the other. What is too long ends after a word and with a checksum of
/// all of it, so that two that differ further on do so here.
pub(super) fn joined(case: Case, words: &[String], wire: &str) -> String {
    let pascal = case == Case::Pascal;
    let mut out = String::new();
    // How much of it a checksum leaves room for.
    let mut kept = 0;
    for word in words {
        let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let apart = !pascal || digits(out.chars().next_back()) && digits(word.chars().next());
        if apart && !out.is_empty() {
            out.push('_');
        }
        if pascal {
            capitalised(word, &mut out);
        } else {
            out.push_str(word);
        }
        if out.len() > LONGEST {
            if kept == 0 {
                out = out.chars().take(LONGEST / 5).collect();
            } else {
                out.truncate(kept);
            }
            return format!("{}_{}", guard(pascal, out), checksum::short(wire));
        }
        if out.len() + "_ffff".len() <= LONGEST {
            kept = out.len();
        }
    }
    guard(pascal, out)
}

/// Whether a text is what `snake_case` makes of it, as most names of properties are: a shorter way.
pub(super) fn is_snake(text: &str) -> bool {
    let mut apart = true;
    for byte in text.bytes() {
        apart = match byte {
            b'a'..=b'z' => false,
            b'0'..=b'9' if !apart => false,
            b'_' if !apart => true,
            _ => return false,
        };
    }
    !apart && text.len() <= LONGEST
}

/// Adds a word with its first letter in upper case.
fn capitalised(word: &str, out: &mut String) {
    let mut chars = word.chars();
    let Some(first) = chars.next() else {
        return;
    };
    let mut upper = first.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) => {
            out.push(upper);
            out.push_str(chars.as_str());
        }
        // More than one letter, or a letter and a mark.
        _ => out.push_str(word),
    }
}

/// Puts a letter before a name that does not start like an identifier.
fn guard(pascal: bool, name: String) -> String {
    match name.chars().next() {
        Some(first) if unicode_ident::is_xid_start(first) => name,
        _ if pascal => format!("N{name}"),
        _ => format!("n{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shorter_way_leads_to_the_same() {
        for text in [
            "a",
            "foo_bar",
            "a1_b2c",
            "ios",
            "etag_x",
            &format!("{}a", "ab_".repeat(33)),
        ] {
            assert_eq!(is_snake(text).then(|| text.to_owned()), Some(snake(text)));
        }
        for text in [
            "",
            "_a",
            "a_",
            "a__b",
            "1a",
            "a_1",
            "A",
            "ä",
            "a-b",
            &"a".repeat(101),
        ] {
            assert!(!is_snake(text), "{text}");
        }
    }

    #[test]
    fn cases() {
        assert_eq!(snake("createdByUserID"), "created_by_user_id");
        assert_eq!(pascal("created_by_user_id"), "CreatedByUserId");
        assert_eq!(pascal("2.0"), "N2_0");
        assert_eq!(snake("2fa"), "n2fa");
        assert_eq!(pascal("+1"), "Plus1");
        assert_eq!(pascal("İzmir"), "Izmir");
        assert_eq!(pascal("ΐ"), "ΐ");
    }

    #[test]
    fn what_is_long_is_cut_after_a_word() {
        assert_eq!(snake(&"x".repeat(5000)), format!("{}_e345", "x".repeat(20)));
        let long = |end: &str| pascal(&format!("{} {end}", ["billing"; 13].join(" ")));
        assert!(long("a long word").len() <= LONGEST);
        assert!(long("a long word").starts_with("BillingBilling"));
        assert_eq!(long("short").len(), 96);
        assert_ne!(long("a long word"), long("another long word"));
    }
}
