use std::ops::Range;

use super::clip::neutral;

/// Characters shown before a place; a longer line is cut.
const BEFORE: usize = 60;

/// Characters shown from a place on.
const AFTER: usize = 60;

const CUT: &str = "...";

/// A line of a file around a place, fit to be shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) line: String,
    /// The bytes of `line` to be underlined; empty at the end of a line.
    pub(super) mark: Range<usize>,
    /// The column of the mark in `line`, in characters from 1: not that of the file where the
    /// line was cut.
    pub(super) column: usize,
}

/// The line that holds a byte offset, which may lie anywhere. Of a line of megabytes only what is
/// near is looked at.
pub(super) fn excerpt(text: &str, offset: usize) -> Excerpt {
    let offset = floor(text, offset);
    let (before, after) = text.split_at_checked(offset).unwrap_or((text, ""));
    let mut head: Vec<char> = before
        .chars()
        .rev()
        .take_while(|c| !is_break(*c))
        .take(BEFORE + 1)
        .collect();
    head.reverse();
    let tail: Vec<char> = after
        .chars()
        .take_while(|c| !is_break(*c))
        .take(AFTER + 1)
        .collect();
    let mut line = String::new();
    match head.get(1..) {
        Some(kept) if head.len() > BEFORE => {
            line.push_str(CUT);
            line.extend(kept.iter().copied().map(neutral));
        }
        // A byte order mark is no column.
        _ => line.extend(
            head.iter()
                .filter(|c| **c != '\u{feff}')
                .copied()
                .map(neutral),
        ),
    }
    let (start, column) = (line.len(), line.chars().count() + 1);
    let token = token(&tail).min(AFTER);
    line.extend(tail.iter().take(token).copied().map(neutral));
    let end = line.len();
    line.extend(tail.iter().take(AFTER).skip(token).copied().map(neutral));
    if tail.len() > AFTER {
        line.push_str(CUT);
    }
    Excerpt {
        line,
        mark: start..end,
        column,
    }
}

/// The nearest character boundary at or before an offset.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn is_break(character: char) -> bool {
    matches!(character, '\n' | '\r')
}

/// How many characters the thing has that starts a text: a quoted text, a bracket with what is in
/// it, or a word.
fn token(text: &[char]) -> usize {
    let closed = match text.first() {
        None => return 0,
        Some(quote @ ('"' | '\'')) => quoted(text, *quote),
        Some('[' | '{') => bracketed(text),
        Some(_) => return word(text).max(1),
    };
    // What is open at the cut has more to come; at the end of a line the first character will do.
    closed.unwrap_or(if text.len() > AFTER { text.len() } else { 1 })
}

/// Up to the bracket that closes the first one, not minding quotes: this is only to be looked at.
fn bracketed(text: &[char]) -> Option<usize> {
    let mut open = 0_usize;
    let end = text.iter().position(|c| {
        match c {
            '[' | '{' => open += 1,
            ']' | '}' => open = open.saturating_sub(1),
            _ => {}
        }
        open == 0
    })?;
    Some(end + 1)
}

fn quoted(text: &[char], quote: char) -> Option<usize> {
    let mut escaped = true; // The quote that opens.
    let end = text.iter().position(|c| {
        let closes = *c == quote && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    })?;
    Some(end + 1)
}

fn word(text: &[char]) -> usize {
    let ends = |(at, c): (usize, &char)| match c {
        ',' | ']' | '}' | ' ' | '\t' => true,
        ':' => matches!(text.get(at + 1), None | Some(' ')),
        _ => false,
    };
    let end = text.iter().enumerate().position(ends);
    end.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line, with the mark in brackets.
    fn check(text: &str, offset: usize, expect: &str) {
        let excerpt = excerpt(text, offset);
        let (head, tail) = excerpt.line.split_at(excerpt.mark.end);
        let (head, mark) = head.split_at(excerpt.mark.start);
        assert_eq!(format!("{head}[{mark}]{tail}"), expect);
        assert_eq!(excerpt.column, head.chars().count() + 1);
    }

    #[test]
    fn marks_words_and_quotes() {
        check("a: 1\r\nbc: de\r\nf", 6, "[bc]: de");
        check("a: 1\nbc: de\nf", 9, "bc: [de]");
        check(r#"{"a \" b": 1}"#, 1, r#"{["a \" b"]: 1}"#);
        check("a: it's", 5, "a: it[']s");
        check("a: [http://x, y]", 4, "a: [[http://x], y]");
        check("a: {b: [c, {}]}, d", 3, "a: [{b: [c, {}]}], d");
        check("a: {b: c", 3, "a: [{]b: c");
        check("\u{feff}a: 1", 3, "[a]: 1");
    }

    #[test]
    fn takes_any_offset() {
        for text in ["", "a", "a\n", "é\n", "\n\n", "\r\n"] {
            for offset in [0, 1, 2, 3, 4, usize::MAX] {
                excerpt(text, offset);
            }
        }
        check("a\n", 2, "[]");
        check("ab", 2, "ab[]");
        check("é", 1, "[é]");
    }

    #[test]
    fn cuts_long_lines() {
        let text = format!("{}x {}", "a".repeat(1 << 20), "b".repeat(1 << 20));
        let expect = format!("...{}[x] {}...", "a".repeat(60), "b".repeat(58));
        check(&text, 1 << 20, &expect);
        let text = "c".repeat(1 << 20);
        check(&text, 0, &format!("[{}]...", "c".repeat(60)));
    }

    #[test]
    fn shows_no_controls() {
        check("\ta\u{202e}b\u{1b}: c", 1, " [a\u{fffd}b\u{fffd}]: c");
    }
}
