//! Titles and descriptions to documentation. What may stand in Rust docs is `emit`'s business.

use crate::ir::{Docs, Fact};

use super::html;
use super::keywords::Keywords;

/// Text whose first paragraph is the summary.
pub(super) fn text(description: &str) -> Docs {
    paragraphs(html::markdown(description).trim())
}

fn paragraphs(trimmed: &str) -> Docs {
    match trimmed.split_once("\n\n") {
        Some((first, rest)) if !is_block(first) => Docs {
            summary: joined(first),
            description: rest.trim().to_owned(),
            ..Docs::default()
        },
        _ if is_block(trimmed) || trimmed.contains('\n') && has_structure(trimmed) => Docs {
            description: trimmed.to_owned(),
            ..Docs::default()
        },
        _ => Docs {
            summary: joined(trimmed),
            ..Docs::default()
        },
    }
}

/// A summary and a description; one that repeats the other is said once.
pub(super) fn pair(summary: Option<&str>, description: Option<&str>) -> Docs {
    let summary = summary.map(html::markdown).unwrap_or_default();
    let summary = summary.trim();
    let description = description.map(html::markdown).unwrap_or_default();
    let description = description.trim();
    if summary.is_empty() || summary == description {
        return paragraphs(description);
    }
    Docs {
        summary: joined(summary),
        description: description.to_owned(),
        ..Docs::default()
    }
}

/// Another's after it, where it says something else.
pub(super) fn add(docs: &mut Docs, more: Docs) {
    let parts = [more.summary, more.description].into_iter();
    for part in parts.filter(|part| !part.is_empty()) {
        if docs.summary.is_empty() && docs.description.is_empty() {
            docs.summary = part;
        } else if part != docs.summary && !docs.description.contains(&part) {
            if !docs.description.is_empty() {
                docs.description.push_str("\n\n");
            }
            docs.description.push_str(&part);
        }
    }
    let facts = more.facts.into_iter();
    let new: Vec<Fact> = facts.filter(|fact| !docs.facts.contains(fact)).collect();
    docs.facts.extend(new);
}

/// A schema's, whose title says nothing where it only repeats the name.
pub(super) fn schema(keywords: &Keywords, name: &str) -> Docs {
    let title = keywords.title.as_deref().filter(|title| !same(title, name));
    let mut docs = pair(title, keywords.description.as_deref());
    if !keywords.format.is_empty() {
        let fact = Fact::own("Format: ").quote(&keywords.format).and(".");
        docs.facts.push(fact);
    }
    docs
}

fn same(a: &str, b: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    letters(a) == letters(b)
}

fn joined(paragraph: &str) -> String {
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A paragraph that Markdown does not read as one: joining its lines would break it.
fn is_block(paragraph: &str) -> bool {
    paragraph.starts_with(['#', '-', '*', '>', '|', '`', '~', '<', '+', ' ', '\t'])
}

fn has_structure(text: &str) -> bool {
    text.lines().any(is_block)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(description: &str, summary: &str, rest: &str) {
        let docs = text(description);
        assert_eq!(
            (docs.summary.as_str(), docs.description.as_str()),
            (summary, rest)
        );
    }

    #[test]
    fn the_first_paragraph_is_the_summary() {
        check("One\ntwo.\n\nThree.\n", "One two.", "Three.");
        check("- a\n- b", "", "- a\n- b");
        check("List:\n- a\n- b", "", "List:\n- a\n- b");
        check("", "", "");
    }

    #[test]
    fn a_summary_that_is_the_description_is_said_once() {
        let html = pair(Some("<p>A</p>"), Some("<p>A</p>"));
        assert_eq!(
            (html.summary.as_str(), html.description.as_str()),
            ("A", "")
        );
        assert_eq!(pair(Some("A."), Some("A.")), text("A."));
    }
}
