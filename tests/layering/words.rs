//! What the generator's sources may not say: a document's text never becomes tokens.

use crate::rust;

/// Ways from text to tokens, forbidden everywhere in the generator.
const PARSERS: &[&str] = &[
    "parse_str",
    "parse_file",
    "parse::<TokenStream>",
    "TokenStream::from_str",
    "FromStr for TokenStream",
];

/// The forbidden words of a file, each with its line.
pub(crate) fn forbidden(path: &str, code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut report = |word: &str, why: &str| {
        for at in rust::occurrences(code, word) {
            found.push((rust::line_of(code, at), format!("`{word}`: {why}")));
        }
    };
    for word in PARSERS {
        report(word, "makes tokens of text");
    }
    if !within(path, "naming") {
        report("Ident::checked", "only `naming` makes an identifier");
    }
    found
}

/// Whether a file is the module `name` or lies in it.
fn within(path: &str, name: &str) -> bool {
    let inner = path.strip_prefix("generator/src/").unwrap_or(path);
    inner
        .strip_prefix(name)
        .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, code: &str, lines: &[usize]) {
        let found: Vec<_> = forbidden(path, code)
            .iter()
            .map(|(line, _)| *line)
            .collect();
        assert_eq!(found, lines, "{code}");
    }

    #[test]
    fn ways_from_text_to_tokens_are_found() {
        let path = "generator/src/emit/mod.rs";
        check(path, "let a = 1;\nsyn::parse_str(text)", &[2]);
        check(path, "TokenStream::from_str(text)", &[1]);
        check(path, "text.parse::<TokenStream>()", &[1]);
        check(path, "syn::parse2(tokens); parse_strings()", &[]);
    }

    #[test]
    fn naming_alone_makes_identifiers() {
        let code = "let a = Ident::checked(text);";
        check("generator/src/naming.rs", code, &[]);
        check("generator/src/naming/types.rs", code, &[]);
        check("generator/src/naming_more.rs", code, &[1]);
        check("generator/src/emit/naming.rs", code, &[1]);
    }
}
