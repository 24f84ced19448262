//! A Markdown page that holds a document in a fenced block, as pages of API reference do.

use std::path::Path;

use crate::diag::{Code, Diagnostic};
use crate::tree::{FileId, Place, Pointer};

/// Whether a file is a page, by its name.
pub(super) fn is_page(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|it| it.to_str());
    ending.is_some_and(|it| it.eq_ignore_ascii_case("md") || it.eq_ignore_ascii_case("markdown"))
}

/// The page with blanks in the place of all that is not the document: what is read of it has the
/// positions of the page.
pub(super) fn document(file: FileId, page: &str) -> Result<String, Diagnostic> {
    let blocks = blocks(page);
    let mut documents = blocks.iter().filter(|block| is_document(block.text(page)));
    let problem = |at: Place, message: &str, help: &str| {
        let pointer = Pointer::root(file);
        Diagnostic::new(Code::SYNTAX, message, pointer, Some(at)).help(help)
    };
    let Some(block) = documents.next() else {
        let message = "the page has no fenced block with an OpenAPI document";
        let help = "it stands between lines of ``` and begins with `openapi:`, or with `{`";
        return Err(problem(place(file, page, 0), message, help));
    };
    if let Some(other) = documents.next() {
        let message = "the page has a second fenced block with an OpenAPI document";
        let help = "leave one of them there, or put each into a file of its own";
        return Err(problem(place(file, page, other.start), message, help));
    }
    let mut out = String::with_capacity(page.len());
    blank(&page[..block.start], &mut out);
    out.push_str(block.text(page));
    blank(&page[block.end..], &mut out);
    Ok(out)
}

/// The lines between two fences.
struct Block {
    start: usize,
    end: usize,
}

impl Block {
    fn text<'p>(&self, page: &'p str) -> &'p str {
        page.get(self.start..self.end).unwrap_or_default()
    }
}

/// The fenced blocks of a page (`CommonMark`, section 4.5). One that is never closed goes to the end.
fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<(char, usize, usize)> = None;
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        let next = at + line.len();
        match (open, fence(line)) {
            (None, Some((mark, length, _))) => open = Some((mark, length, next)),
            (Some((mark, length, start)), Some((other, count, true)))
                if mark == other && count >= length =>
            {
                found.push(Block { start, end: at });
                open = None;
            }
            _ => {}
        }
        at = next;
    }
    found.extend(open.map(|(_, _, start)| Block { start, end: at }));
    found
}

/// The mark of a line that is a fence, how often it stands there, and whether nothing follows it.
fn fence(line: &str) -> Option<(char, usize, bool)> {
    let line = line.trim();
    let mark = line
        .chars()
        .next()
        .filter(|mark| matches!(mark, '`' | '~'))?;
    let rest = line.trim_start_matches(mark);
    let length = line.len() - rest.len();
    (length >= 3 && !rest.contains(mark)).then_some((mark, length, rest.is_empty()))
}

/// Whether a block is a document, by its first lines: examples of requests are JSON too.
fn is_document(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| {
        let is_noise = line.is_empty() || line.starts_with('#') || *line == "---";
        !is_noise
    });
    let first = lines.next().unwrap_or_default();
    let second = if first == "{" {
        lines.next().unwrap_or_default()
    } else {
        first
    };
    let key = second.trim_start_matches('{').trim_start();
    let key = key.trim_start_matches(['"', '\'']);
    ["openapi", "swagger"].iter().any(|name| {
        let rest = key.strip_prefix(name);
        rest.is_some_and(|rest| {
            rest.trim_start_matches(['"', '\''])
                .trim_start()
                .starts_with(':')
        })
    })
}

fn blank(text: &str, out: &mut String) {
    out.extend(text.bytes().map(|byte| match byte {
        b'\n' => '\n',
        b'\r' => '\r',
        _ => ' ',
    }));
}

fn place(file: FileId, page: &str, offset: usize) -> Place {
    let before = page.get(..offset).unwrap_or_default();
    Place {
        file,
        offset: u32::try_from(offset).unwrap_or(u32::MAX),
        line: u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX),
        column: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_else_is_blank() {
        let page = "# Üb\n```json\n{\"a\": 1}\n```\n\n~~~ yaml\n# A\nopenapi: 3.1.0\ninfo: `x`\n~~~\nend\n";
        let document = document(FileId(0), page).unwrap();
        assert_eq!(document.len(), page.len());
        assert_eq!(document.trim(), "# A\nopenapi: 3.1.0\ninfo: `x`");
        assert_eq!(document.find("openapi"), page.find("openapi"));
    }

    #[test]
    fn what_is_a_document() {
        for text in [
            "openapi: 3.0.0",
            "---\n# x\nswagger: '2.0'",
            "{\"openapi\": \"3.1.0\"}",
            "{\n  \"swagger\" : \"2.0\"\n}",
            "'openapi': 3.0.0",
        ] {
            assert!(is_document(text), "{text}");
        }
        for text in ["", "{\"a\": 1}", "openapi", "x-openapi: 1", "openapis: 1"] {
            assert!(!is_document(text), "{text}");
        }
    }

    #[test]
    fn one_and_only_one() {
        let block = "```\nopenapi: 3.1.0\n```\n";
        let error = document(FileId(0), "# Page\n").unwrap_err();
        assert_eq!(error.place.map(|at| at.line), Some(1));
        let error = document(FileId(0), &block.repeat(2)).unwrap_err();
        assert_eq!(error.place.map(|at| at.line), Some(5));
        // A block that is never closed goes to the end; a longer fence holds shorter ones.
        assert!(document(FileId(0), "```\nopenapi: 3.1.0").is_ok());
        assert!(document(FileId(0), &format!("````\n{block}````\n")).is_err());
    }
}
