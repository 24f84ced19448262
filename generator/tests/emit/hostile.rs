//! Text of a document that tries to be more than text.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use restitch_build::ir::{Api, Docs, Fact, TypeKind};
use restitch_build::{emit, format};

use crate::build::{STRING, definition};
use crate::chaser::chaser;
use crate::random::Random;

const EVIL: &str = "```rust\nevil()\n```\n\n    evil()\n\n- ```\n  evil()\n  ```\n> ~~~\n> evil()\n\
    > ~~~\n<script>evil()</script>\n<!--\n```\n-->\n`<b>\n```\n|a|b|\n|-|-|\n|`x|<img>` `<img>|\n\
    [x](javascript:evil())\n[Vec]: https://a.b\n\u{202e}\r*/ \"##]\n#![evil]\n```should_panic";

/// Chaser with hostile text wherever the document chooses text.
pub(crate) fn hostile() -> Api {
    let mut api = chaser();
    let docs = || Docs {
        summary: EVIL.to_owned(),
        description: EVIL.to_owned(),
        facts: vec![Fact::own("Default: ").quote(EVIL).and(".")],
    };
    EVIL.clone_into(&mut api.title);
    EVIL.clone_into(&mut api.version);
    api.docs = docs();
    EVIL.clone_into(&mut api.servers[0].name.wire);
    EVIL.clone_into(&mut api.schemes[0].name.wire);
    let handle = &mut api.handles[0];
    EVIL.clone_into(&mut handle.name.wire);
    handle.docs = docs();
    let operation = &mut handle.operations[0];
    operation.docs = docs();
    EVIL.clone_into(&mut operation.path);
    EVIL.clone_into(&mut operation.name.wire);
    EVIL.clone_into(&mut operation.name.pointer);
    operation.parameters[0].docs = docs();
    for def in &mut api.types {
        def.docs = docs();
        EVIL.clone_into(&mut def.name.pointer);
        if let TypeKind::Record(record) = &mut def.kind {
            for field in &mut record.fields {
                EVIL.clone_into(&mut field.name.wire);
                field.docs = docs();
            }
        }
    }
    api
}

/// The documentation of each item, as rustdoc gets it.
fn blocks(code: &str) -> Vec<String> {
    assert!(!code.contains("#[doc"), "a doc that is no comment:\n{code}");
    let mut blocks = vec![String::new()];
    for line in code.lines() {
        match (line.trim_start().strip_prefix("///"), blocks.last_mut()) {
            (Some(text), Some(block)) => {
                block.push_str(text.strip_prefix(' ').unwrap_or(text));
                block.push('\n');
            }
            _ => blocks.push(String::new()),
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// What rustdoc would make of the text, apart from plain text. `Some` where it is more than that.
fn harm(block: &str) -> Option<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    let harmful = |event: Event<'_>| match event {
        Event::Html(html) | Event::InlineHtml(html) => Some(format!("HTML {html}")),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => Some("indented code".to_owned()),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &*info != "text" => {
            Some(format!("code as {info:?}"))
        }
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            (!dest_url.starts_with("http")).then(|| format!("a link to {dest_url}"))
        }
        Event::Start(Tag::FootnoteDefinition(_)) => Some("a footnote".to_owned()),
        _ => None,
    };
    Parser::new_ext(block, options).find_map(harmful)
}

/// Whether the last thing said is a paragraph with one piece of code.
fn ends_with_code(block: &str) -> bool {
    let events: Vec<_> = Parser::new_ext(block, Options::ENABLE_TABLES).collect();
    matches!(
        events.as_slice(),
        [
            ..,
            Event::Start(Tag::Paragraph),
            Event::Code(_),
            Event::End(TagEnd::Paragraph)
        ]
    )
}

#[test]
fn hostile_text_stays_text() {
    let code = format::plain(emit::emit(&hostile()));
    for block in blocks(&code) {
        assert_eq!(harm(&block), None, "{block}");
    }
    assert!(!code.contains(['\r', '\u{202e}']));
    // In literals and comments, and never as code.
    assert!(
        !code
            .lines()
            .any(|line| line.trim_start().starts_with("evil"))
    );
}

#[test]
fn random_markdown_stays_text() {
    const PARTS: &[&str] = &[
        "```",
        "~~~",
        "\n",
        "\n\n",
        "\n    ",
        "\n> ",
        "\n- ",
        "\n1. ",
        "`",
        "``",
        "<script>",
        "<!--",
        "-->",
        "<b>",
        "](javascript:a)",
        "[x]: y",
        "[^1]: ",
        "|",
        "\n|-|-|\n",
        "\n-|-\n",
        "\\",
        "a",
        " ",
        "      ",
        "\t",
        "\r",
        "rust",
        "#",
        "***",
        "===",
        "\u{202e}",
        "![",
        "[",
        "](http://a.b)",
        "<http://a.b>",
        "&#96;",
        "&lt;",
        "~",
        "*",
        "_",
        "$",
        "<?",
        "<![CDATA[",
        "<pre>",
        "]",
        "(",
        ")",
        ">",
        "\n---\n",
    ];
    let mut random = Random::new(3);
    for _ in 0..300 {
        let mut text = || -> String {
            let parts = random.below(24);
            (0..parts).map(|_| random.choice(PARTS)).collect()
        };
        let texts: Vec<_> = (0..30).map(|_| text()).collect();
        check_descriptions(&texts);
    }
}

fn check_descriptions(texts: &[String]) {
    let mut api = chaser();
    api.handles.clear();
    let types = texts.iter().enumerate().map(|(index, text)| {
        let mut def = definition(&format!("T{index}"), TypeKind::Alias(STRING));
        def.docs.description.clone_from(text);
        def
    });
    api.types = types.collect();
    let code = format::plain(emit::emit(&api));
    let blocks = blocks(&code);
    let of_types = blocks.len() - texts.len()..;
    for (block, text) in blocks[of_types].iter().zip(texts) {
        assert_eq!(harm(block), None, "{text:?} became\n{block}");
        assert!(ends_with_code(block), "{text:?} became\n{block}");
    }
}
