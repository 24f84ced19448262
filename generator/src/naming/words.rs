//! Wire names to words.

use super::symbols::{is_mark, keeps, leads, separates, symbol, trails};

/// More signs than this at one end of a name are not spelled.
const MOST_SIGNS: usize = 3;

/// More characters than this of a name without letters and digits are not spelled.
const MOST_SYMBOLS: usize = 8;

/// Words that are written in two cases, each of which is one in `snake_case`; `PascalCase` shows
/// both cases (`OAuth`). The list is short because a name, once generated, stays.
const WHOLE: [&str; 13] = [
    "ETag",
    "GiB",
    "GitHub",
    "GitLab",
    "GraphQL",
    "IPv",
    "KiB",
    "MiB",
    "MySQL",
    "OAuth",
    "PostgreSQL",
    "TiB",
    "iOS",
];

/// With which letters these start, a bit for each.
const FIRST: u128 = {
    let (mut bits, mut index) = (0, 0);
    while index < WHOLE.len() {
        bits |= 1 << WHOLE[index].as_bytes()[0];
        index += 1;
    }
    bits
};

/// How a name is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Snake,
    Pascal,
}

/// The words of a wire name, in lower case, none of them empty.
///
/// `HTTPServerName` is http, server, name; `foo_bar-2` is foo, bar, 2; `v2Beta` is v2, beta.
/// Signs before the rest are spelled, and after it, so that `+1` and `-1` differ, and `C` and `C++`.
/// A name without a letter or digit is spelled as a whole: `>=` is greater, equal; nothing at all is
/// empty.
pub(super) fn words(case: Case, wire: &str) -> Vec<String> {
    let chars: Vec<char> = wire.trim().chars().collect();
    let Some(first) = chars.iter().position(|c| keeps(*c)) else {
        return spelled(wire);
    };
    let last = chars.iter().rposition(|c| keeps(*c)).unwrap_or(first);
    let (before, after) = (&chars[..first], &chars[last + 1..]);
    let leading = before.iter().take_while(|c| leads(**c));
    let mut out: Vec<String> = leading.take(MOST_SIGNS).map(|c| symbol(*c)).collect();
    out.extend(cut(case, &chars[first..=last], |_| None));
    let name = last + 1 - first;
    let trailing = after.iter().rev().take_while(|c| trails(**c, name)).count();
    let trailing = &after[after.len() - trailing.min(MOST_SIGNS)..];
    out.extend(trailing.iter().map(|c| symbol(*c)));
    out
}

/// The words with every symbol spelled that does more than keep words apart: `@type` is at, type;
/// `ids[]` is ids, brackets; `_id` is underscore, id. In the name of an operation that is a method
/// and a path, `{id}` is by, id.
pub(super) fn words_in_full(case: Case, wire: &str) -> Vec<String> {
    let chars: Vec<char> = wire.trim().chars().collect();
    let Some(first) = chars.iter().position(|c| keeps(*c)) else {
        return spelled(wire);
    };
    let last = chars.iter().rposition(|c| keeps(*c)).unwrap_or(first);
    let (is_path, is_url) = (wire.contains(" /"), wire.contains("://"));
    let mut out: Vec<String> = chars[..first].iter().map(|c| symbol(*c)).collect();
    out.extend(cut(case, &chars[first..=last], |c| match c {
        '{' if is_path => Some("by".to_owned()),
        '}' if is_path => None,
        ':' if is_url => None,
        c if separates(c) || is_mark(c) => None,
        c => Some(symbol(c)),
    }));
    match &chars[last + 1..] {
        ['[', ']'] => out.push("brackets".to_owned()),
        ['}'] if is_path => {}
        after => out.extend(after.iter().map(|c| symbol(*c))),
    }
    out
}

/// Cuts at everything that no word keeps, which may be a word itself, and where the case changes.
fn cut(case: Case, chars: &[char], spell: impl Fn(char) -> Option<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut whole = 0;
    for (index, &c) in chars.iter().enumerate() {
        if !keeps(c) {
            if !is_mark(c) {
                flush(&mut out, &mut word);
            }
            if let Some(symbol) = spell(c) {
                flush(&mut out, &mut word);
                out.push(symbol);
            }
            continue;
        }
        if index >= whole && starts_word(chars, index) {
            flush(&mut out, &mut word);
        }
        if index >= whole && (word.is_empty() || c.is_uppercase()) {
            whole = index + whole_word(case, chars, index);
        }
        if c.is_ascii() {
            word.push(c.to_ascii_lowercase());
        } else if let Some(lower) = c.to_lowercase().next() {
            // One letter for one: `İ` would bring a mark along.
            word.push(lower);
        }
    }
    flush(&mut out, &mut word);
    out
}

fn flush(out: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        out.push(std::mem::take(word));
    }
}

/// Whether a word starts at this character: `aB`, and the `S` of `HTTPServer`, but not the `D` of
/// `IDs`.
fn starts_word(chars: &[char], index: usize) -> bool {
    let (Some(before), Some(c)) = (
        index.checked_sub(1).and_then(|i| chars.get(i)),
        chars.get(index),
    ) else {
        return false;
    };
    if !c.is_uppercase() {
        return false;
    }
    let at = |ahead: usize| chars.get(index + ahead);
    let next_is_lower = at(1).is_some_and(|next| next.is_lowercase());
    let plural = at(1) == Some(&'s') && !at(2).is_some_and(|next| next.is_lowercase());
    !before.is_uppercase() || next_is_lower && !plural
}

/// How many characters from here are a word that is written in two cases.
fn whole_word(case: Case, chars: &[char], index: usize) -> usize {
    let rest = chars.get(index..).unwrap_or_default();
    // Nearly nothing gets further.
    let first = rest.first().map_or(0, |first| u32::from(*first));
    if FIRST.checked_shr(first).unwrap_or(0) & 1 == 0 {
        return 0;
    }
    let is_here = |word: &&str| {
        let length = word.chars().count();
        let same = rest.len() >= length && word.chars().eq(rest.iter().take(length).copied());
        same && !rest.get(length).is_some_and(|next| next.is_lowercase())
    };
    let shown = |word: &&&str| case == Case::Snake || !word.starts_with(char::is_uppercase);
    let found = WHOLE.iter().filter(shown).find(|word| is_here(word));
    found.map_or(0, |word| word.chars().count())
}

/// A name without letters and digits, spelled.
fn spelled(wire: &str) -> Vec<String> {
    let visible =
        |c: &char| !is_mark(*c) && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}');
    let mut words: Vec<String> = wire
        .chars()
        .filter(visible)
        .take(MOST_SYMBOLS)
        .map(symbol)
        .collect();
    if words.is_empty() {
        // An apostrophe alone, or nothing.
        words.extend(wire.chars().take(MOST_SYMBOLS).map(symbol));
    }
    if words.is_empty() {
        words.push("empty".to_owned());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wire: &str, expect: &[&str]) {
        assert_eq!(words(Case::Snake, wire), expect, "{wire:?}");
    }

    #[test]
    fn cuts() {
        check(
            "create-current-service-account-key",
            &["create", "current", "service", "account", "key"],
        );
        check("HTTPServerName", &["http", "server", "name"]);
        check("v2Beta", &["v2", "beta"]);
        check("foo__bar.2", &["foo", "bar", "2"]);
        check("don't", &["dont"]);
        check("größeÄnderung", &["größe", "änderung"]);
        check("cafe\u{301}s", &["cafes"]);
        check("ettaphʿal", &["ettaphal"]);
        check("nº b", &["n", "b"]);
    }

    #[test]
    fn plurals_and_words_of_two_cases_are_whole() {
        check("userIDs", &["user", "ids"]);
        check("URLsByName", &["urls", "by", "name"]);
        check("HTTPService", &["http", "service"]);
        check("scaOAuth2Token", &["sca", "oauth2", "token"]);
        check("publicIPv4Address", &["public", "ipv4", "address"]);
        check("iOSVersion", &["ios", "version"]);
        check("myIOSVersion", &["my", "ios", "version"]);
        check("ETags", &["e", "tags"]);
        check("OAuthenticate", &["o", "authenticate"]);
        assert_eq!(words(Case::Pascal, "OAuth"), ["o", "auth"]);
        assert_eq!(words(Case::Pascal, "iOS"), ["ios"]);
    }

    #[test]
    fn spells() {
        check("", &["empty"]);
        check("+", &["plus"]);
        check(">=", &["greater", "equal"]);
        check(">=5", &["greater", "equal", "5"]);
        check("+1", &["plus", "1"]);
        check("-1", &["minus", "1"]);
        check("-created_at", &["minus", "created", "at"]);
        check("C++", &["c", "plus", "plus"]);
        check("O-", &["o", "minus"]);
        check("all-pets-", &["all", "pets"]);
        check("'", &["quote"]);
        check("²", &["ub2"]);
        check("☃", &["u2603"]);
        check("\u{2764}\u{fe0f}", &["u2764"]);
        check("@id", &["id"]);
    }

    #[test]
    fn spells_in_full() {
        for (wire, expect) in [
            ("@type", "at type"),
            ("ids[]", "ids brackets"),
            ("_id", "underscore id"),
            ("a:b", "a colon b"),
            ("a-b", "a b"),
            ("GET /a/{b-id}", "get a by b id"),
            ("http://a:80", "http a 80"),
        ] {
            assert_eq!(words_in_full(Case::Snake, wire).join(" "), expect);
        }
    }

    #[test]
    fn no_two_letters_are_one_to_the_compiler() {
        check("\u{8c48}", &["\u{8c48}"]);
        check("\u{f900}", &["uf900"]);
        check("\u{ac00}", &["\u{ac00}"]);
        check("\u{1100}\u{1161}", &["u1100", "u1161"]);
        check("\u{3ac}", &["\u{3ac}"]);
        check("\u{1f71}", &["u1f71"]);
        check("\u{9c7}\u{9be}", &["u9c7", "u9be"]);
    }
}
