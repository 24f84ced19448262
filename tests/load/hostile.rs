//! Text that is meant to hurt.

use std::thread;

use restitch_build::diag::{Code, Sink, one_line, render};
use restitch_build::load::{Limits, Source, load};

use restitch_tests::random::Random;

/// Loads a text, shows all that is wrong with it, and gives the codes.
fn codes(text: &str) -> Vec<Code> {
    let mut sink = Sink::default();
    let name = "x.yaml";
    let tree = load(Source::Text { name, text }, &Limits::default(), &mut sink);
    let found = sink.into_sorted();
    for one in &found {
        assert!(!render(one, &tree).is_empty());
        assert!(!one_line(one, &tree).contains(['\n', '\r']));
    }
    found.iter().map(|one| one.code).collect()
}

/// The same in a thread with a small stack, half of what a thread has as a rule.
fn codes_on_small_stack(text: String) -> Vec<Code> {
    let thread = thread::Builder::new().stack_size(1 << 20);
    let handle = thread.spawn(move || codes(&text)).expect("a thread");
    handle.join().expect("no panic")
}

#[test]
fn ten_thousand_levels_are_refused() {
    let levels = 10_000;
    let mut steps = String::new();
    for level in 0..levels {
        steps.push_str(&" ".repeat(level));
        steps.push_str("a:\n");
    }
    for text in [
        "[".repeat(levels),
        "{a: ".repeat(levels),
        "{\"a\":[".repeat(levels),
        "[[".repeat(levels) + &"]]".repeat(levels),
        "- ".repeat(levels) + "a",
        "? ".repeat(levels) + "a",
        steps,
        (1..levels).fold("a0: &a0 []\n".to_owned(), |text, i| {
            text + &format!("a{i}: &a{i} [*a{}]\n", i - 1)
        }),
    ] {
        let start: String = text.chars().take(20).collect();
        let found = codes_on_small_stack(text);
        let refused = [Code::TOO_DEEP, Code::BAD_KEY];
        assert!(
            found.iter().any(|code| refused.contains(code)),
            "{start}: {found:?}"
        );
    }
}

#[test]
fn as_many_levels_as_allowed_are_read() {
    let depth = Limits::default().depth;
    // The document itself is one.
    let nested = |levels: usize| {
        let text = "[".repeat(levels - 1) + &"]".repeat(levels - 1);
        codes_on_small_stack(format!("{{\"openapi\": \"3.1.0\", \"x\": {text}}}"))
    };
    assert_eq!(nested(depth), []);
    assert_eq!(nested(depth + 1), [Code::TOO_DEEP]);
}

#[test]
fn bombs_are_refused() {
    let ten = |i: usize| vec![format!("*a{}", i - 1); 10].join(", ");
    let laughs = (1..100).map(|i| format!("a{i}: &a{i} [{}]\n", ten(i)));
    let laughs = format!("a0: &a0 ha\n{}", laughs.collect::<String>());
    let merges =
        (1..100).map(|i| format!("a{i}: &a{i}\n  k{i}: 1\n  k: [{0}]\n  <<: [{0}]\n", ten(i)));
    let merges = format!("a0: &a0 {{k: ha}}\n{}", merges.collect::<String>());
    let long = format!(
        "a: &a {}\nb: [{}]\n",
        "x".repeat(1 << 20),
        "*a, ".repeat(100_000)
    );
    let nest = (0..200).fold(String::new(), |text, i| text + &format!("&a{i} ["));
    let nest = nest + &"x, ".repeat(100_000) + &"]".repeat(200);
    for text in [laughs, merges, long, nest] {
        assert_eq!(codes(&text), [Code::TOO_LARGE]);
    }
}

#[test]
fn long_pointers_are_no_work() {
    let up = "a/../".repeat(200_000);
    let down = "/a".repeat(500_000);
    for reference in [format!("#{down}"), up.clone(), format!("{up}#{down}"), down] {
        let text =
            format!("openapi: 3.1.0\ncomponents:\n  schemas:\n    A: {{$ref: '{reference}'}}\n");
        let found = codes(&text);
        let refused = [Code::DANGLING_REF, Code::REF_OUTSIDE];
        assert!(found.iter().all(|code| refused.contains(code)), "{found:?}");
    }
}

#[test]
fn limits_are_kept_to() {
    let check = |text: &str, limits: &Limits| {
        let mut sink = Sink::default();
        load(Source::Text { name: "x", text }, limits, &mut sink);
        let found = sink.into_sorted();
        found.iter().map(|one| one.code).collect::<Vec<_>>()
    };
    let text = "openapi: 3.1.0\nx: [1, &a 2, *a]\n";
    let exact = Limits {
        depth: 2,
        nodes: 8,
        copies: 2,
        bytes: text.len(),
    };
    assert_eq!(check(text, &exact), []);
    for less in [
        Limits { nodes: 7, ..exact },
        Limits { copies: 1, ..exact },
        Limits {
            bytes: text.len() - 1,
            ..exact
        },
    ] {
        assert_eq!(check(text, &less), [Code::TOO_LARGE], "{less:?}");
    }
    assert_eq!(check(text, &Limits { depth: 1, ..exact }), [Code::TOO_DEEP]);
}

const SEEDS: &[&str] = &[
    include_str!("../../specs/chaser.yaml"),
    "openapi: 3.1.0\na: &a {b: [1, 2, *c], <<: *d}\ne: |\n  text\nf: \"\\u00e9\\n\"\n? g\n: !!int 1\n",
    "{\"openapi\": \"3.0.3\", \"a\": [true, null, -1.5e3, \"\\ud83d\\ude00\"], \"b\": {}}",
    "base: &base\n  a: 1\nd:\n  <<: [*base, {b: 2}]\n---\n- - x\n  - 'y'\n...\n%YAML 1.2\n",
];

#[test]
fn cut_text_is_survived() {
    for seed in SEEDS {
        for end in seed.char_indices().map(|(at, _)| at) {
            codes(&seed[..end]);
            codes(&seed[end..]);
        }
    }
}

#[test]
fn changed_text_is_survived() {
    let pieces = [
        "\0",
        "\t",
        "\n",
        "\r",
        "\u{feff}",
        "\u{85}",
        "\u{2028}",
        "\u{202e}",
        "é",
        "😀",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
        ": ",
        ":",
        "- ",
        "-",
        "? ",
        "&a ",
        "*a",
        "!",
        "!!int ",
        "!!",
        "|",
        ">",
        "#",
        " #",
        "%",
        "@",
        "`",
        "\\",
        "\\u",
        "\\ud800",
        "---\n",
        "...\n",
        "<<: ",
        "~",
        "  ",
        "$ref: x\n",
        "$ref",
    ];
    let mut random = Random::new(7);
    for _ in 0..3000 {
        let mut text: Vec<char> = random.pick(SEEDS).chars().collect();
        for _ in 0..=random.below(6) {
            let at = random.below(text.len());
            let end = (at + random.below(4)).min(text.len());
            let piece = *random.pick(&pieces);
            text.splice(at..end, piece.chars());
        }
        codes(&text.into_iter().collect::<String>());
    }
}

#[test]
fn random_bytes_are_survived() {
    let folder = crate::files::scratch("bytes");
    let path = folder.join("x.yaml");
    let every: Vec<u8> = (0..=u8::MAX).collect();
    let mut random = Random::new(11);
    for _ in 0..500 {
        let length = random.below(200);
        let bytes: Vec<u8> = (0..length).map(|_| *random.pick(&every)).collect();
        std::fs::write(&path, bytes).expect("to write a file");
        let mut sink = Sink::default();
        let tree = load(Source::Path(&path), &Limits::default(), &mut sink);
        for one in sink.into_sorted() {
            assert!(!render(&one, &tree).is_empty());
        }
    }
}
