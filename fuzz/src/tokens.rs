//! Tokens that the generator writes, and no others.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// The macros of the runtime, each called as `rt::NAME!`.
const MACROS: &[&str] = &[
    "cases",
    "choice",
    "client",
    "incoming",
    "operation",
    "tuple",
    "union",
    "value_enum",
];

const ATTRIBUTES: &[&str] = &[
    "allow",
    "default",
    "deprecated",
    "derive",
    "doc",
    "inline",
    "must_use",
    "non_exhaustive",
    "wire",
];

/// What types derive, as tokens are printed.
const DERIVES: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "PartialEq",
    "Hash",
    "rt :: Multipart",
    "rt :: Record",
    "rt :: StringEnum",
];

/// Words that no client is made of.
const FOREIGN: &[&str] = &["asm", "extern", "macro_rules", "unsafe"];

/// Asserts that code calls our macros, has our attributes, and documentation that does nothing.
pub(crate) fn ours(code: &str) {
    let tokens: TokenStream = code
        .parse()
        .unwrap_or_else(|error| panic!("no tokens: {error}"));
    stream(tokens);
    documentation(code);
}

fn stream(tokens: TokenStream) {
    let all: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in all.iter().enumerate() {
        let next = &all[at + 1..];
        match token {
            TokenTree::Group(group) => stream(group.stream()),
            TokenTree::Ident(name) => {
                let name = name.to_string();
                assert!(!FOREIGN.contains(&name.as_str()), "`{name}` in the code");
                if let [TokenTree::Punct(bang), TokenTree::Group(_), ..] = next
                    && bang.as_char() == '!'
                {
                    assert!(
                        MACROS.contains(&name.as_str()) && is_of_rt(&all[..at]),
                        "{name}!"
                    );
                }
            }
            TokenTree::Punct(hash) if hash.as_char() == '#' => attribute(next),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Whether the tokens before a name end in `rt::`.
fn is_of_rt(before: &[TokenTree]) -> bool {
    matches!(
        before,
        [.., TokenTree::Ident(rt), TokenTree::Punct(a), TokenTree::Punct(b)]
            if rt == "rt" && a.as_char() == ':' && b.as_char() == ':'
    )
}

fn attribute(next: &[TokenTree]) {
    let [TokenTree::Group(group), ..] = next else {
        panic!("a `#` that begins no outer attribute");
    };
    assert!(
        group.delimiter() == Delimiter::Bracket,
        "`#` before another group"
    );
    let Some(TokenTree::Ident(name)) = group.stream().into_iter().next() else {
        panic!("an attribute without a name: {group}");
    };
    let name = name.to_string();
    assert!(ATTRIBUTES.contains(&name.as_str()), "#[{name}]");
    if name == "derive" {
        derives(group.stream());
    }
}

fn derives(attribute: TokenStream) {
    for token in attribute.into_iter().skip(1) {
        let TokenTree::Group(list) = token else {
            panic!("a derive without a list");
        };
        for name in list.stream().to_string().split(',') {
            assert!(DERIVES.contains(&name.trim()), "derive({name})");
        }
    }
}

/// Each item's documentation is prose: no code that rustdoc would run, no HTML, no script.
fn documentation(code: &str) {
    let mut block = String::new();
    for line in code.lines() {
        if let Some(text) = line.trim_start().strip_prefix("///") {
            block.push_str(text.strip_prefix(' ').unwrap_or(text));
            block.push('\n');
        } else if !block.is_empty() {
            harmless(&block);
            block.clear();
        }
    }
}

/// Whether a link leads to an item: only ours do.
fn is_path(link: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || "_#".contains(c);
    link.split("::")
        .all(|name| !name.is_empty() && name.chars().all(is_word))
}

fn harmless(block: &str) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(block, options) {
        let is_harmless = match &event {
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => false,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => &**info == "text",
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                dest_url.starts_with("http") || is_path(dest_url)
            }
            _ => true,
        };
        assert!(is_harmless, "{event:?} in the documentation:\n{block}");
    }
}
