use restitch_build::load::Source;

use crate::oracle::{difference, moved, ours, theirs};
use restitch_tests::random::Random;

/// Random JSON, in every way to write it, is read as `serde_json` reads it.
#[test]
fn json_is_read_as_by_serde_json() {
    for seed in 0..500 {
        let mut writer = Writer {
            random: Random::new(seed),
            text: String::new(),
        };
        writer.object(0);
        let text = writer.text;
        let name = "x.json";
        let tree =
            ours(Source::Text { name, text: &text }).unwrap_or_else(|e| panic!("{e}\n{text}"));
        let json = theirs(name, &text).unwrap_or_else(|e| panic!("{e}\n{text}"));
        let difference = difference(tree.root().expect("a root"), &json);
        assert_eq!(difference, None, "seed {seed}: {text}");
        let difference = moved(&text);
        assert_eq!(difference, None, "seed {seed}: {text}");
    }
}

/// A comma too many, or what JSON does not have, is the other reader's.
#[test]
fn what_is_not_json_is_read_as_yaml() {
    for text in [
        r#"{"a": 1} {"b": 2}"#,
        r#"{"a": "\x"}"#,
        "{\"a\": \"b\u{1}\"}",
        r#"{"a": "\ud800"}"#,
        "{\"a\" \"b\"}",
        "{\"a\": [1, 2}",
        "{\"a\": 1",
    ] {
        let name = "x.json";
        assert!(ours(Source::Text { name, text }).is_err(), "{text}");
    }
    for text in [
        r#"{"a": 01, "b": +1, "c": .5, "d": 1.}"#,
        r#"{"a": [1, 2,], }"#,
        r#"{"a": yes, b: 'c'}"#,
        "{\"a\": \"b\n  c\"} # d",
        r#"{"a": tru, "b": nul}"#,
    ] {
        let name = "x.json";
        let tree = ours(Source::Text { name, text }).expect(text);
        let yaml: serde_yaml::Value = serde_yaml::from_str(text).expect(text);
        let root = tree.root().expect("a root");
        assert_eq!(difference(root, &yaml), None, "{text}");
    }
}

struct Writer {
    random: Random,
    text: String,
}

impl Writer {
    fn space(&mut self) {
        let space = ["", "", "", " ", "\t", "\n", "\r\n", "\n\t\t", "  \n "];
        let space = *self.random.pick(&space);
        self.text.push_str(space);
    }

    fn value(&mut self, depth: usize) {
        match self.random.below(if depth < 12 { 8 } else { 5 }) {
            0 | 1 => self.string(),
            2 => self.number(),
            3 | 4 => {
                let word = *self.random.pick(&["true", "false", "null"]);
                self.text.push_str(word);
            }
            5 => self.array(depth + 1),
            _ => self.object(depth + 1),
        }
    }

    fn array(&mut self, depth: usize) {
        self.text.push('[');
        for index in 0..self.random.below(4) {
            if index > 0 {
                self.text.push(',');
            }
            self.space();
            self.value(depth);
            self.space();
        }
        self.text.push(']');
    }

    fn object(&mut self, depth: usize) {
        self.text.push('{');
        for index in 0..self.random.below(5) {
            if index > 0 {
                self.text.push(',');
            }
            self.space();
            // The number makes it the only one of its kind.
            self.text.push('"');
            self.text.push_str(&index.to_string());
            self.characters();
            self.text.push('"');
            self.space();
            self.text.push(':');
            self.space();
            self.value(depth);
            self.space();
        }
        self.text.push('}');
    }

    fn string(&mut self) {
        self.text.push('"');
        self.characters();
        self.text.push('"');
    }

    /// Not among them: DEL, C1 controls, U+FFFE and U+FFFF as they are, which JSON allows and YAML does
    /// not.
    fn characters(&mut self) {
        let parts = [
            "a",
            "Z",
            " ",
            "  ",
            ": ",
            "#",
            " #",
            "-",
            "- ",
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "{",
            "]",
            ",",
            "'",
            "?",
            "~",
            "\u{85}",
            "\u{a0}",
            "é",
            "\u{2028}",
            "\u{feff}",
            "\u{fffd}",
            "😀",
            r#"\""#,
            r"\\",
            r"\/",
            r"\b",
            r"\f",
            r"\n",
            r"\r",
            r"\t",
            r"\u0000",
            r"\u001F",
            r"\u00e9",
            r"\u2029",
            r"\ud83d\ude00",
            r"\uDBFF\uDFFF",
            r"\ufeff",
            r"\uffff",
            "---",
            "...",
            "<<",
            "null",
            "\\\\\\\"",
        ];
        for _ in 0..self.random.below(8) {
            let part = *self.random.pick(&parts);
            self.text.push_str(part);
        }
    }

    fn number(&mut self) {
        let parts: [&[&str]; 4] = [
            &["", "-"],
            &["0", "7", "10", "123456789", "9007199254740993"],
            &["", ".0", ".5", ".125000"],
            &["", "e0", "E2", "e+10", "E-3"],
        ];
        for part in parts {
            let part = *self.random.pick(part);
            self.text.push_str(part);
        }
    }
}
