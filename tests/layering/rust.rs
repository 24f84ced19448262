//! Just enough of Rust's lexical grammar to tell code from comments and literals.

/// The text with comments, strings and character literals turned into spaces.
///
/// Line breaks stay, so a line of the result is the same line of the source.
pub(crate) fn blank(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = skipped(bytes, at);
        if end == at {
            at = next_token(bytes, at);
            continue;
        }
        for byte in &mut out[at..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at = end;
    }
    String::from_utf8(out).expect("whole characters are blanked")
}

/// The line, from 1, of a byte offset.
pub(crate) fn line_of(code: &str, offset: usize) -> usize {
    1 + code[..offset].matches('\n').count()
}

/// Every place where `word` stands alone, not as a part of a longer identifier.
pub(crate) fn occurrences<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| {
            let before = code[..*at].chars().next_back();
            let after = code[at + word.len()..].chars().next();
            let open = |c: Option<char>| !c.is_some_and(is_word);
            (open(before) || !word.starts_with(is_word))
                && (open(after) || !word.ends_with(is_word))
        })
}

/// Whether a character can stand in an identifier.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Where the comment or literal that starts at `at` ends; `at` itself where none starts.
fn skipped(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at..];
    match rest {
        [b'/', b'/', ..] => at + position(rest, |b| b == b'\n'),
        [b'/', b'*', ..] => at + block_comment(rest),
        [b'"', ..] => at + string(rest),
        [b'\'', ..] => at + character(rest),
        [b'r' | b'b' | b'c', ..] => at + prefixed(rest),
        _ => at,
    }
}

/// Past one identifier or one other byte: so the `r` in `for"` starts no raw string.
fn next_token(bytes: &[u8], at: usize) -> usize {
    let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80;
    let length = position(&bytes[at..], |b| !word(b));
    at + length.max(1)
}

fn position(bytes: &[u8], found: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|b| found(*b)).unwrap_or(bytes.len())
}

fn block_comment(bytes: &[u8]) -> usize {
    let (mut at, mut depth) = (0, 0);
    while at < bytes.len() {
        match bytes[at..] {
            [b'/', b'*', ..] => (at, depth) = (at + 2, depth + 1),
            [b'*', b'/', ..] => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    at
}

fn string(bytes: &[u8]) -> usize {
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// A character literal; 0 for a lifetime.
fn character(bytes: &[u8]) -> usize {
    if bytes.get(1) == Some(&b'\\') {
        let after_escaped = 3.min(bytes.len());
        return (after_escaped + position(&bytes[after_escaped..], |b| b == b'\'') + 1)
            .min(bytes.len());
    }
    let text = str::from_utf8(&bytes[1..bytes.len().min(6)]);
    let valid = match &text {
        Ok(text) => text,
        Err(error) => str::from_utf8(&bytes[1..=error.valid_up_to()]).unwrap_or(""),
    };
    let mut chars = valid.chars();
    match (chars.next(), chars.next()) {
        (Some(c), Some('\'')) => 2 + c.len_utf8(),
        _ => 0,
    }
}

/// `r"…"`, `r#"…"#`, `b"…"`, `br"…"`, `c"…"`, `b'…'`; 0 for an identifier.
fn prefixed(bytes: &[u8]) -> usize {
    let letters = position(bytes, |b| !matches!(b, b'r' | b'b' | b'c'));
    let hashes = position(&bytes[letters..], |b| b != b'#');
    let open = letters + hashes;
    let raw = bytes[..letters].ends_with(b"r");
    if letters > 2 || (hashes > 0 && !raw) {
        return 0;
    }
    match bytes.get(open) {
        Some(b'"') if raw => open + raw_string(&bytes[open..], hashes),
        Some(b'"') => open + string(&bytes[open..]),
        Some(b'\'') if bytes[0] == b'b' && letters == 1 => open + character(&bytes[open..]),
        _ => 0,
    }
}

fn raw_string(bytes: &[u8], hashes: usize) -> usize {
    let closing = [b"\"".as_slice(), &b"#".repeat(hashes)].concat();
    let found = bytes[1..]
        .windows(closing.len())
        .position(|window| window == closing);
    found.map_or(bytes.len(), |at| 1 + at + closing.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let blanked = blank(text);
        assert_eq!(blanked.len(), text.len());
        let squeezed: Vec<_> = blanked.split_whitespace().collect();
        assert_eq!(squeezed.join(" "), expect);
    }

    #[test]
    fn comments_are_blank() {
        check("a // b\nc", "a c");
        check("a /* b /* c */ d */ e", "a e");
        check("a / b", "a / b");
    }

    #[test]
    fn literals_are_blank() {
        check(r#"a "b \" { c" d"#, "a d");
        check("a r#\"b \" c\"# d", "a d");
        check("a br\"b\\\" d", "a d");
        check("a b\"c\" d", "a d");
        check(r"a '{' '\'' '\u{7b}' b'}' 'é' b", "a b");
    }

    #[test]
    fn what_only_looks_like_a_literal_stays() {
        check("fn f<'a>(x: &'a str)", "fn f<'a>(x: &'a str)");
        check("r#type", "r#type");
        check("for_r\"b\" x", "for_r x");
        check("bar(cr, b)", "bar(cr, b)");
    }

    #[test]
    fn lines_stay_where_they_were() {
        let code = blank("a\n/* b\nc */ d\n");
        assert_eq!(line_of(&code, code.find('d').unwrap_or(0)), 3);
    }

    #[test]
    fn a_word_stands_alone() {
        let code = "quote::a my_quote::b quote!c quoted";
        assert_eq!(occurrences(code, "quote").collect::<Vec<_>>(), [0, 21]);
    }
}
