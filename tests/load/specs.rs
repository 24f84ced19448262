use std::path::Path;

use restitch_build::load::Source;
use restitch_tests::corpus;

use crate::oracle::{difference, ours, theirs};

/// Every document under `specs/` but the bad ones, with the files it refers to, is read as the
/// oracles read it.
#[test]
fn documents_are_read_as_by_the_oracles() {
    let mut count = 0;
    for path in corpus::files(Path::new("../specs")) {
        if path.starts_with("../specs/invalid") {
            continue;
        }
        let tree = ours(Source::Path(&path)).unwrap_or_else(|found| panic!("{found}"));
        for file in &tree.files {
            let yaml = theirs(&file.name, &file.text).expect("the oracle reads it");
            assert_eq!(difference(&file.root, &yaml), None, "{}", file.name);
        }
        count += 1;
    }
    assert!(count > 0, "there is at least the user's document");
}

/// Texts in the corners of YAML, which both read alike.
#[test]
fn corners_are_read_as_by_the_oracle() {
    for text in [
        "a: 1\r\nb:\r\n  - 2\r\n",
        "\u{feff}a: 1\n",
        "%YAML 1.2\n---\na: 1\n...\n",
        "a: &x {b: [1, 2]}\nc: *x\nd: &x 3\ne: *x\n",
        "base: &base {a: 1, b: 2}\nother: &other {b: 3, c: 4}\n\
         one:\n  <<: *base\n  b: 5\nmany:\n  <<: [*base, *other]\n  d: 6\n",
        "a:\nb: ~\nc: null\nd: ''\nf:\n- \n- x\n",
        "[yes, no, on, off, y, n, True, FALSE, tRUE]\n",
        "[0, -0, +1, 007, -007, 1_000, 0o17, 0x1F, -0x1F, 0b11, 1e3, .5, 1., 1.e2, 00.5]\n",
        "[1:30, 2024-01-01, 1.2.3, 1e, e1, ., 0x, 0o8, +-1, 12345678901234567890]\n",
        "[!!str 200, !!int 3, !!bool true, !!float 1.5]\n",
        "a: |\n  text\n   more\n\n\nb: >-\n  folded\n  text\n\n  more\nc: |+\n  kept\n\n",
        "a: |\n  no end",
        "a: 'it''s'\nb: \"tab\\t\\x41\\u00e9\\\n  joined\"\nc: plain\n  over lines\n",
        "a: {b: [c, {d: e}], 'f': \"g\"}\n",
        "? a\n: b\n? c\n",
        "- - a\n  - b\n- c: d\n  e: f\n",
        "a: b # comment\n# comment\nc: d#e\n",
        "url: http://example.com/#x\ntime: 12:30:45\n",
        "é: ü\n日本: 語\nemoji: 😀\n",
    ] {
        let tree = ours(Source::Text { name: "x", text }).unwrap_or_else(|e| panic!("{text}: {e}"));
        let yaml = theirs("x", text).unwrap_or_else(|e| panic!("{text}: {e}"));
        let difference = difference(tree.root().expect("a root"), &yaml);
        assert_eq!(difference, None, "{text}");
    }
}
