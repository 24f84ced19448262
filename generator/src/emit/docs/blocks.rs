//! What of a text is code: fenced or indented blocks, each written anew with a fence of our own.

use super::prose::{self, Pipes};
use super::text;

/// The text as lines of Markdown whose only blocks of code are ours, marked as `text`. Empty
/// where the text is.
pub(super) fn markdown(input: &str) -> Vec<String> {
    let clean = text::clean(input);
    let lines: Vec<_> = clean.lines().map(str::trim_end).collect();
    let lines = dedented(&lines);
    let mut blocks = Blocks::new(&lines);
    for line in &lines {
        blocks.line(line);
    }
    blocks.end()
}

/// A block of code that is being read.
enum Code {
    /// Its fence's character and length, and whether it stands in a quote.
    Fenced(char, usize, bool),
    Indented,
}

struct Blocks<'a> {
    out: Vec<String>,
    pipes: Pipes,
    in_list: bool,
    code: Option<(Code, Vec<&'a str>)>,
}

impl<'a> Blocks<'a> {
    fn new(lines: &[&str]) -> Self {
        let tables = lines.iter().any(|line| may_head_table(line));
        Self {
            out: Vec::new(),
            pipes: if tables { Pipes::Split } else { Pipes::Plain },
            in_list: false,
            code: None,
        }
    }

    fn line(&mut self, line: &'a str) {
        match &mut self.code {
            Some((Code::Fenced(char, length, quoted), lines)) => {
                let line = if *quoted { unquoted(line) } else { line };
                if closes(line, *char, *length) {
                    self.flush();
                } else {
                    lines.push(line);
                }
            }
            Some((Code::Indented, lines)) if line.is_empty() || indentation(line) >= 4 => {
                lines.push(line);
            }
            _ => {
                self.flush();
                self.outside(line);
            }
        }
    }

    fn outside(&mut self, line: &'a str) {
        if let Some(fence) = opens(line) {
            self.code = Some((fence, Vec::new()));
        } else if indentation(line) >= 4 && !self.in_list && self.after_blank() {
            self.code = Some((Code::Indented, vec![line]));
        } else {
            self.prose(line);
        }
    }

    fn prose(&mut self, line: &str) {
        // Deeper, a reader could take it for code.
        let indent = indentation(line).min(3);
        let inner = line.trim_start_matches(' ');
        if indentation(line) < 2 && !inner.is_empty() {
            self.in_list = without_marker(inner).is_some();
        }
        if inner.is_empty() {
            self.blank();
        } else {
            let line = prose::inline(inner, self.pipes);
            self.out.push(" ".repeat(indent) + line.trim_end());
        }
    }

    fn after_blank(&self) -> bool {
        self.out.last().is_none_or(String::is_empty)
    }

    /// At most one empty line, and none at the start.
    fn blank(&mut self) {
        if !self.after_blank() {
            self.out.push(String::new());
        }
    }

    /// Writes the block that was read, at the left margin and between empty lines: there nothing
    /// that stands before can swallow its fence.
    fn flush(&mut self) {
        let Some((_, lines)) = self.code.take() else {
            return;
        };
        let last = lines.iter().rposition(|line| !line.is_empty());
        let lines = dedented(lines.get(..=last.unwrap_or(0)).unwrap_or_default());
        if lines.is_empty() {
            return;
        }
        let longest = lines.iter().map(|line| longest_run(line)).max();
        let fence = "`".repeat(longest.unwrap_or(0).max(2) + 1);
        self.blank();
        self.out.push(format!("{fence}text"));
        self.out.extend(lines.into_iter().map(str::to_owned));
        self.out.push(fence);
        self.out.push(String::new());
        self.in_list = false;
    }

    fn end(mut self) -> Vec<String> {
        self.flush();
        while self.out.last().is_some_and(String::is_empty) {
            self.out.pop();
        }
        self.out
    }
}

/// The lines without the indentation that all have.
fn dedented<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let filled = lines.iter().filter(|line| !line.is_empty());
    let common = filled.map(|line| indentation(line)).min().unwrap_or(0);
    let cut = |line: &&'a str| line.get(common..).unwrap_or_default();
    lines.iter().map(cut).collect()
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The fence that opens in a line, behind whatever bullets and quotes.
fn opens(line: &str) -> Option<Code> {
    let mut inner = line.trim_start();
    let quoted = inner.starts_with('>');
    while let Some(rest) = inner.strip_prefix('>').or_else(|| without_marker(inner)) {
        inner = rest.trim_start();
    }
    let char = inner.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = inner.trim_start_matches(char);
    let length = inner.len() - info.len();
    let fence = length >= 3 && !(char == '`' && info.contains('`'));
    fence.then_some(Code::Fenced(char, length, quoted))
}

fn closes(line: &str, char: char, length: usize) -> bool {
    let line = line.trim();
    line.len() >= length && line.chars().all(|other| other == char)
}

/// What follows the bullet or number of a list's item.
fn without_marker(line: &str) -> Option<&str> {
    let digits = line.trim_start_matches(|char: char| char.is_ascii_digit());
    let marker: &[char] = if digits.len() < line.len() {
        &['.', ')']
    } else {
        &['-', '*', '+']
    };
    let rest = digits.strip_prefix(marker)?;
    (rest.is_empty() || rest.starts_with(' ')).then_some(rest)
}

fn unquoted(line: &str) -> &str {
    let inner = line.trim_start().trim_start_matches('>');
    inner.strip_prefix(' ').unwrap_or(inner)
}

/// Whether a line could be the rule under the head of a table. Rather too often than not.
fn may_head_table(line: &str) -> bool {
    line.contains('-')
        && line
            .chars()
            .all(|char| "|-: >*+.)0123456789".contains(char))
}

fn longest_run(line: &str) -> usize {
    let runs = line.split(|char| char != '`').map(str::len);
    runs.max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expect: &str) {
        assert_eq!(markdown(input).join("\n"), expect, "{input:?}");
    }

    #[test]
    fn prose_stays() {
        check("One.\n\nTwo\nthree.", "One.\n\nTwo\nthree.");
        check("- a\n    - b\n\nend", "- a\n   - b\n\nend");
        check("\n\n  a\n\n\n  b\n\n", "a\n\nb");
        check("", "");
        check(" \n\t\n", "");
    }

    #[test]
    fn fences_become_text() {
        check("a\n```rust\nb();\n```\nc", "a\n\n```text\nb();\n```\n\nc");
        check("~~~\n```\nx\n~~~", "````text\n```\nx\n````");
        check("```\nnever closed", "```text\nnever closed\n```");
        check("- ```\n  x\n  ```", "```text\nx\n```");
        check("> ~~~ rust\n> x\n> ~~~", "```text\nx\n```");
        check("1. > - ````\nx\n````", "```text\nx\n```");
        check("```\n```", "");
    }

    #[test]
    fn indented_code_becomes_text() {
        check(
            "a\n\n    b\n\n      c\n\nd",
            "a\n\n```text\nb\n\n  c\n```\n\nd",
        );
        check("a\n\n\tb", "a\n\n```text\nb\n```");
        check("a\n    b", "a\n   b");
        check("- a\n\n      b", "- a\n\n   b");
    }

    #[test]
    fn a_fence_never_opens_in_prose() {
        check("a ```b", "a &#96;&#96;&#96;b");
        check(
            "<!--\n~~~\n-->\n```\nx\n~~~",
            "\\<!--\n\n````text\n-->\n```\nx\n````",
        );
    }

    #[test]
    fn spans_with_pipes_are_kept_without_tables_only() {
        check("`a|b`", "`a|b`");
        check("`a|b`\n|-|-|", "&#96;a|b&#96;\n|-|-|");
    }
}
