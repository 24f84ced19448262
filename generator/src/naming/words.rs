//! Wire names to words.

/// The words of a wire name, in lower case, none of them empty.
///
/// `HTTPServerName` is http, server, name; `foo_bar-2` is foo, bar, 2; `v2Beta` is v2, beta.
/// A name without a letter or digit is spelled: `+` is plus; nothing at all is empty.
/// A sign before the rest is spelled too, so that `+1` and `-1` differ, and `-name` and `name`.
pub fn words(wire: &str) -> Vec<String> {
    let chars: Vec<char> = wire.chars().collect();
    let mut out: Vec<String> = Vec::new();
    let mut word = String::new();
    for (index, &c) in chars.iter().enumerate() {
        if !keeps(c) {
            if is_sign(&chars, index) {
                flush(&mut out, &mut word);
                out.push(symbol(c).to_owned());
            }
            if !is_mark(c) {
                flush(&mut out, &mut word);
            }
            continue;
        }
        if starts_word(&chars, index) {
            flush(&mut out, &mut word);
        }
        word.extend(c.to_lowercase());
    }
    flush(&mut out, &mut word);
    if out.is_empty() { spelled(wire) } else { out }
}

fn flush(out: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        out.push(std::mem::take(word));
    }
}

/// A letter or digit that may stand in an identifier.
fn keeps(c: char) -> bool {
    c.is_alphanumeric() && unicode_ident::is_xid_continue(c) && !joins(c) && !has_twin(c)
}

/// An apostrophe does not cut a word (`don't` is dont), nor does an accent that stands alone.
fn is_mark(c: char) -> bool {
    c == '\'' || c == '\u{2019}' || joins(c)
}

/// A mark that joins the letter before it: in an identifier that would be one letter, which may
/// also be written as one.
fn joins(c: char) -> bool {
    let inside = unicode_ident::is_xid_continue(c) && !unicode_ident::is_xid_start(c);
    inside && !c.is_numeric() && c != '_'
}

/// Letters that the compiler takes for another one, alone or with their neighbours, since it
/// brings identifiers into Unicode's normal form C: parts of Hangul and Kirat Rai syllables,
/// Greek's second set of accents, compatibility ideographs.
fn has_twin(c: char) -> bool {
    matches!(c, '\u{374}' | '\u{1100}'..='\u{11ff}' | '\u{1f00}'..='\u{1fff}'
        | '\u{f900}'..='\u{faff}' | '\u{16d40}'..='\u{16d7f}' | '\u{2f800}'..='\u{2fa1f}')
}

/// A sign at the start of the name, right before a letter or digit: `-created` is not `created`.
fn is_sign(chars: &[char], index: usize) -> bool {
    index == 0
        && matches!(chars[0], '+' | '-' | '<' | '>' | '=' | '!' | '~')
        && chars.iter().any(|c| keeps(*c))
}

/// Whether a word starts at this character: `aB`, and the `S` of `HTTPServer`.
fn starts_word(chars: &[char], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|i| chars[i]) else {
        return false;
    };
    let c = chars[index];
    if !c.is_uppercase() {
        return false;
    }
    let next_is_lower = chars.get(index + 1).is_some_and(|next| next.is_lowercase());
    !before.is_uppercase() || next_is_lower
}

/// A name without letters and digits, spelled.
fn spelled(wire: &str) -> Vec<String> {
    let words: Vec<String> = wire.chars().take(8).map(|c| symbol(c).to_owned()).collect();
    if words.is_empty() {
        vec!["empty".to_owned()]
    } else {
        words
    }
}

fn symbol(c: char) -> &'static str {
    match c {
        '+' => "plus",
        '-' | '\u{2212}' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '!' => "not",
        '~' => "tilde",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '_' => "underscore",
        '%' => "percent",
        '&' => "and",
        '|' => "or",
        '@' => "at",
        '#' => "hash",
        '$' => "dollar",
        '?' => "question",
        '^' => "caret",
        '(' | ')' | '[' | ']' | '{' | '}' => "bracket",
        '"' | '\'' | '`' => "quote",
        c if c.is_whitespace() => "space",
        _ => "symbol",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wire: &str, expect: &[&str]) {
        assert_eq!(words(wire), expect, "{wire:?}");
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
    }

    #[test]
    fn spells() {
        check("", &["empty"]);
        check("+", &["plus"]);
        check(">=", &["greater", "equal"]);
        check("+1", &["plus", "1"]);
        check("-1", &["minus", "1"]);
        check("-created_at", &["minus", "created", "at"]);
        check("²", &["symbol"]);
        check("☃", &["symbol"]);
    }

    #[test]
    fn no_two_letters_are_one_to_the_compiler() {
        check("\u{8c48}", &["\u{8c48}"]);
        check("\u{f900}", &["symbol"]);
        check("\u{ac00}", &["\u{ac00}"]);
        check("\u{1100}\u{1161}", &["symbol", "symbol"]);
        check("\u{3ac}", &["\u{3ac}"]);
        check("\u{1f71}", &["symbol"]);
        check("\u{9c7}\u{9be}", &["symbol", "symbol"]);
    }
}
