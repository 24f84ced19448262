//! Lines of prose: emphasis, code spans and links to the web stay, everything else that Markdown
//! or HTML could make something of is escaped.

use super::text;

/// Whether a `|` can end a cell of a table, and with it a code span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pipes {
    /// The text may have tables.
    Split,
    /// It has none.
    Plain,
}

/// What [`inline`] looks at. Most lines have none of it, and one search for each is faster than a
/// walk through the characters, in build scripts by far.
const SPECIAL: [char; 5] = ['`', '\\', '~', '<', '['];

/// One line without its indentation. What comes out holds no HTML, no fence, no indented code, no
/// reference, and every code span it has ends in it; so no line changes what another one means.
pub(super) fn inline(line: &str, pipes: Pipes) -> String {
    if !SPECIAL.iter().any(|char| line.contains(*char)) && !line.contains("  ") {
        return line.to_owned();
    }
    let spans = Spans::of(line);
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(char) = rest.chars().next() {
        let at = line.len() - rest.len();
        let taken = match char {
            '`' => backticks(rest, spans.closing(at, rest), pipes, &mut out),
            '\\' => backslash(rest, &mut out),
            '~' => tildes(rest, &mut out),
            '<' => angle(rest, &mut out),
            '[' => bracket(rest, &mut out),
            '!' if rest.starts_with("![") => kept("\\!", &mut out),
            ' ' => spaces(rest, &mut out),
            _ => {
                out.push(char);
                char.len_utf8()
            }
        };
        rest = rest.get(taken.max(1)..).unwrap_or_default();
    }
    out
}

/// Text as a code span on one line, with as many backticks around as it needs.
pub(super) fn span(code: &str) -> String {
    let code = text::clean(code).replace('\n', " ");
    let longest = runs(&code).map(|(_, length)| length).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let edge = |char: Option<char>| matches!(char, None | Some('`' | ' ' | '\\'));
    if edge(code.chars().next()) || edge(code.chars().next_back()) {
        format!("{fence} {code} {fence}")
    } else {
        format!("{fence}{code}{fence}")
    }
}

/// Where the runs of backticks stand in a line.
struct Spans {
    runs: Vec<(usize, usize)>,
}

impl Spans {
    fn of(line: &str) -> Self {
        Self {
            runs: runs(line).collect(),
        }
    }

    /// For a run of backticks at `at`: the text up to the next run of the same length. A line
    /// has few runs that no other closes, as each must be of a length of its own; so looking
    /// through all that follow stays cheap.
    fn closing<'a>(&self, at: usize, rest: &'a str) -> Option<&'a str> {
        let length = leading(rest, '`');
        let next = self.runs.partition_point(|(start, _)| *start <= at);
        let mut later = self.runs.get(next..)?.iter();
        let (start, _) = later.find(|(_, other)| *other == length)?;
        rest.get(length..start - at)
    }
}

/// Start and length of every run of backticks.
fn runs(line: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + line.get(from..)?.find('`')?;
        let length = leading(line.get(start..)?, '`');
        from = start + length;
        Some((start, length))
    })
}

fn leading(text: &str, char: char) -> usize {
    text.len() - text.trim_start_matches(char).len()
}

/// A code span that surely is one; else backticks that can neither open nor close one.
fn backticks(rest: &str, inside: Option<&str>, pipes: Pipes, out: &mut String) -> usize {
    let length = leading(rest, '`');
    match inside {
        Some(code) if pipes == Pipes::Plain || !code.contains('|') => {
            out.push_str(&span(code.trim()));
            length + code.len() + length
        }
        Some(code) => {
            literal(rest.get(..length + code.len() + length), out);
            length + code.len() + length
        }
        None => {
            literal(rest.get(..length), out);
            length
        }
    }
}

/// Text in which nothing means anything, but that a `|` still ends a cell.
fn literal(text: Option<&str>, out: &mut String) {
    for char in text.unwrap_or_default().chars() {
        match char {
            // Not `\``: readers differ on a backslash before a run.
            '`' => out.push_str("&#96;"),
            '|' => out.push('|'),
            _ if char.is_ascii_punctuation() => out.extend(['\\', char]),
            _ => out.push(char),
        }
    }
}

/// An escape of the author's stays one, as its character will be escaped anyway.
fn backslash(rest: &str, out: &mut String) -> usize {
    match rest.chars().nth(1) {
        Some('`') => {
            out.push_str("&#96;");
            2
        }
        Some(escaped) if escaped.is_ascii_punctuation() => {
            out.push('\\');
            out.push(escaped);
            2
        }
        _ => kept("\\\\", out),
    }
}

fn tildes(rest: &str, out: &mut String) -> usize {
    let length = leading(rest, '~');
    out.push_str(&if length < 3 { "~" } else { "\\~" }.repeat(length));
    length
}

/// `<https://example.com>` stays, no other `<` does.
fn angle(rest: &str, out: &mut String) -> usize {
    match rest.strip_prefix('<').and_then(address) {
        Some((address, rest)) if rest.starts_with('>') => {
            out.push('<');
            out.push_str(address);
            out.push('>');
            address.len() + 2
        }
        _ => kept("\\<", out),
    }
}

/// `[text](https://example.com)` stays, no other `[` does.
fn bracket(rest: &str, out: &mut String) -> usize {
    match link(rest) {
        Some((text, address)) => {
            let link = format!("[{text}]({address})");
            out.push_str(&link);
            link.len()
        }
        None => kept("\\[", out),
    }
}

/// The parts of a link. Nothing is looked for beyond the next bracket: of a thousand in a row each
/// would look through all that follow.
fn link(rest: &str) -> Option<(&str, &str)> {
    let rest = rest.strip_prefix('[')?;
    let end = rest.find(['[', ']', '`', '\\', '<', '!', '~', '|', '&'])?;
    let (text, rest) = rest.split_at(end);
    let (address, rest) = address(rest.strip_prefix("](")?)?;
    rest.starts_with(')').then_some((text, address))
}

/// An address of the web that a text begins with, in which nothing means something in Markdown,
/// and what follows it.
fn address(text: &str) -> Option<(&str, &str)> {
    let web = text.starts_with("https://") || text.starts_with("http://");
    let allowed = |char: char| char.is_ascii_alphanumeric() || "-._~:/?#@$&+,;=%".contains(char);
    let end = text.find(|char| !allowed(char)).filter(|_| web)?;
    Some(text.split_at(end))
}

/// One space for many, so that what follows a list's bullet is no indented code.
fn spaces(rest: &str, out: &mut String) -> usize {
    out.push(' ');
    leading(rest, ' ')
}

fn kept(text: &str, out: &mut String) -> usize {
    out.push_str(text);
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expect: &str) {
        assert_eq!(inline(input, Pipes::Plain), expect, "{input:?}");
    }

    #[test]
    fn what_is_harmless_stays() {
        for text in [
            "Plain *text* with **weight**, `code` and ~~less~~.",
            "See [the guide](https://example.com/a?b=c#d) or <https://example.com>.",
            "| a | b |",
            "1. one",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn brackets_in_a_row_are_each_looked_at_once() {
        for bracket in ["[", "<"] {
            let many = bracket.repeat(1 << 20);
            assert_eq!(inline(&many, Pipes::Plain).len(), 2 << 20);
        }
    }

    #[test]
    fn html_and_references_are_escaped() {
        check("<b>x</b>", "\\<b>x\\</b>");
        check("<!-- -->", "\\<!-- -->");
        check("[x](javascript:alert(1))", "\\[x](javascript:alert(1))");
        check("[x]: https://a.b", "\\[x]: https://a.b");
        check("![x](https://a.b/c.png)", "\\![x](https://a.b/c.png)");
        check("\\<b>", "\\<b>");
        check("\\\\<b>", "\\\\\\<b>");
        check("[a `](https://a.b) <i>` c", "\\[a `](https://a.b) <i>` c");
    }

    #[test]
    fn code_spans_end_in_their_line() {
        check("an `open span", "an &#96;open span");
        check("``a ` b``", "``a ` b``");
        check("```sh x```", "`sh x`");
        check("```sh", "&#96;&#96;&#96;sh");
        check("~~~ sh", "\\~\\~\\~ sh");
        check("\\`<b>`", "&#96;\\<b>&#96;");
        check("`a\\` <b> `", "` a\\ ` \\<b> &#96;");
    }

    #[test]
    fn a_cell_of_a_table_ends_no_span() {
        check("`a|b` `<c>`", "`a|b` `<c>`");
        let split = inline("`a|<b>` `<c>`", Pipes::Split);
        assert_eq!(split, "&#96;a|\\<b\\>&#96; `<c>`");
    }

    #[test]
    fn bullets_open_no_indented_code() {
        check("-      code", "- code");
        check(">      code", "> code");
    }

    #[test]
    fn spans_hold_what_they_are_given() {
        for (code, expect) in [
            ("#/a", "`#/a`"),
            ("a`b", "``a`b``"),
            ("`", "`` ` ``"),
            ("a\nb", "`a b`"),
            ("", "`  `"),
        ] {
            assert_eq!(span(code), expect, "{code:?}");
        }
    }
}
