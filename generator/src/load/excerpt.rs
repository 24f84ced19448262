//! Of a long text in YAML the lines that a few pointers need, so that it is not read as a whole again.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::tree::Pointer;

/// The text without what stands in members that no pointer goes through, whose keys stay. Only lines
/// below a bare `key:` are left out, by their indentation: in block style they are its value. `None`
/// for a text that is not in block style, as JSON.
///
/// What is left can need an anchor that is gone; a caller whose text does not read any more takes the
/// whole.
pub(crate) fn excerpt(text: &str, needed: &[Pointer]) -> Option<String> {
    if text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let lines: Vec<Line<'_>> = text.split_inclusive('\n').map(Line::of).collect();
    let needed: Vec<Vec<Cow<'_, str>>> = needed.iter().map(|at| at.tokens().collect()).collect();
    let needed: Vec<&[Cow<'_, str>]> = needed.iter().map(Vec::as_slice).collect();
    let mut kept = String::new();
    members(&lines, &needed, &mut kept);
    Some(kept)
}

struct Line<'t> {
    text: &'t str,
    /// How far it is indented; an empty line or a comment as far as can be, for it ends nothing.
    column: usize,
}

impl<'t> Line<'t> {
    fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut column = 0;
        while bytes.get(column) == Some(&b' ') {
            column += 1;
        }
        if matches!(bytes.get(column), None | Some(b'\n' | b'\r' | b'#')) {
            column = usize::MAX;
        }
        Self { text, column }
    }
}

/// Takes what is needed of the lines of a value.
fn members(lines: &[Line<'_>], needed: &[&[Cow<'_, str>]], kept: &mut String) {
    let with_content = |line: &&Line<'_>| line.column != usize::MAX;
    let column = lines
        .iter()
        .find(with_content)
        .map_or(0, |line| line.column);
    let mut into: HashMap<&str, Vec<&[Cow<'_, str>]>> = HashMap::new();
    for at in needed {
        if let Some((token, below)) = at.split_first() {
            into.entry(token).or_default().push(below);
        }
    }
    let mut rest = lines;
    while let Some((line, behind)) = rest.split_first() {
        kept.push_str(line.text);
        rest = behind;
        let Some(key) = bare_key(line.text).filter(|_| line.column == column) else {
            continue;
        };
        let is_inside = |line: &&Line<'_>| line.column > column;
        let end = behind.iter().take_while(is_inside).count();
        let (value, next) = behind.split_at(end);
        match into.get(key) {
            Some(inner) if inner.iter().any(|at| at.is_empty()) => {
                kept.extend(value.iter().map(|line| line.text));
            }
            Some(inner) => members(value, inner, kept),
            None => {}
        }
        rest = next;
    }
}

/// The key of a line that has nothing behind it, where it is certain what the key is.
fn bare_key(line: &str) -> Option<&str> {
    let key = line.trim().strip_suffix(':')?;
    let quoted = |quote| key.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(inner) = quoted('\'').or_else(|| quoted('"')) {
        return (!inner.contains(['\'', '"', '\\'])).then_some(inner);
    }
    let is_plain = key.starts_with(|c: char| c.is_ascii_alphanumeric() || "/_$.".contains(c));
    let is_plain = is_plain && !key.contains([' ', '\t', '#', '"', '\'']);
    is_plain.then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::FileId;

    fn check(text: &str, needed: &[&str], expect: &str) {
        let pointer = |text: &&str| Pointer::parse(FileId(0), text).unwrap();
        let needed: Vec<_> = needed.iter().map(pointer).collect();
        assert_eq!(excerpt(text, &needed).as_deref(), Some(expect));
    }

    #[test]
    fn members_that_no_pointer_goes_through_keep_their_key_alone() {
        let text = "a:\n  b:\n    c: 1\n  d:\n    e: 2\nf:\n  g: 3\nh: 4\n";
        check(text, &["/a/d"], "a:\n  b:\n  d:\n    e: 2\nf:\nh: 4\n");
        check(text, &["/a/d/new"], "a:\n  b:\n  d:\n    e: 2\nf:\nh: 4\n");
        check(
            text,
            &["/f", "/a/b/c"],
            "a:\n  b:\n    c: 1\n  d:\nf:\n  g: 3\nh: 4\n",
        );
        check(text, &[""], "a:\nf:\nh: 4\n");
    }

    #[test]
    fn lists_and_texts_of_several_lines_stay_whole() {
        let list = "a:\n- b:\n    c: 1\n- d\ne:\n  - f\n";
        check(list, &["/a/0/b/c"], "a:\n- b:\n    c: 1\n- d\ne:\n");
        let block = "a: |\n  b:\n    c\nd: >\n\n  e:\n    f\n";
        check(block, &["/x"], block);
        let quoted = "a: \"b:\n  c:\n    d\"\ne: &f\n  g:\n    h: 1\ni: {\n  j: 1\n}\n";
        check(quoted, &["/x"], quoted);
    }

    #[test]
    fn keys_are_compared_as_they_read() {
        let text = "'/a/{b}':\n  x: 1\n\"200\":\n  y: 2\n\"\\x41\":\n  z: 3\n? b\n: c\n";
        let expect = "'/a/{b}':\n  x: 1\n\"200\":\n\"\\x41\":\n  z: 3\n? b\n: c\n";
        check(text, &["/~1a~1{b}"], expect);
    }

    #[test]
    fn json_is_no_block() {
        assert_eq!(excerpt(" {\n\"a\":\n1}", &[]), None);
    }

    #[test]
    fn comments_and_empty_lines_end_nothing() {
        let text = "# x\n\na:\n  b: 1\n# y\n\n  c: 2\r\nd:\n  e: 3\n";
        check(text, &["/a"], "# x\n\na:\n  b: 1\n# y\n\n  c: 2\r\nd:\n");
    }
}
