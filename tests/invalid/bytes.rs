//! Documents that are no text, no YAML, or end too early.

use crate::whole::{TEXT, whole};
use crate::{Bad, Text};

fn bad(class: &'static str, name: impl Into<String>, bytes: Vec<u8>, code: &[&str]) -> Bad {
    Bad {
        class,
        name: name.into(),
        text: Text::Bytes(bytes),
        code: code.iter().map(|code| (*code).to_owned()).collect(),
        at: None,
        keeps: false,
    }
}

pub(crate) fn all() -> Vec<Bad> {
    let mut all = encodings();
    all.extend(spoilt());
    all.extend(controls());
    all.extend(cuts());
    all.extend(syntax());
    all
}

/// The document in encodings that are not read.
fn encodings() -> Vec<Bad> {
    const CLASS: &str = "an encoding that is not UTF-8";
    let units = |big: bool| {
        let bytes = |unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        TEXT.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
    };
    let wide = |big: bool| {
        let bytes = |c: char| {
            let code = u32::from(c);
            if big {
                code.to_be_bytes()
            } else {
                code.to_le_bytes()
            }
        };
        TEXT.chars().flat_map(bytes).collect::<Vec<u8>>()
    };
    let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    let made = [
        ("UTF-16LE", units(false)),
        ("UTF-16BE", units(true)),
        ("UTF-16LE with a mark", marked(b"\xff\xfe", units(false))),
        ("UTF-16BE with a mark", marked(b"\xfe\xff", units(true))),
        ("UTF-32LE", wide(false)),
        ("UTF-32BE", wide(true)),
        ("UTF-32LE with a mark", marked(b"\xff\xfe\0\0", wide(false))),
        ("UTF-32BE with a mark", marked(b"\0\0\xfe\xff", wide(true))),
        (
            "gzip",
            b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b\x04\0\x43\xbe\xb7\xe8\x01\0\0\0".to_vec(),
        ),
        ("zip", b"PK\x03\x04\x14\0\x08\0\x08\0".to_vec()),
    ];
    // Plain ASCII in wide units is UTF-8 too, full of zeros, which YAML does not allow.
    let made = made.into_iter();
    made.map(|(name, bytes)| bad(CLASS, name, bytes, &["E0002", "E0004", "E0012"]))
        .collect()
}

/// Bytes that are no UTF-8, in the middle of a description and of a key.
fn spoilt() -> Vec<Bad> {
    const CLASS: &str = "bytes that are no UTF-8";
    let parts: [(&str, &[u8]); 8] = [
        ("Latin-1", b"Gr\xf6\xdfe"),
        ("a byte that UTF-8 has not", b"\xff"),
        ("a continuation without a start", b"\x80"),
        ("a start without a continuation", b"\xc3"),
        ("an overlong form", b"\xc0\xaf"),
        ("a surrogate", b"\xed\xa0\x80"),
        ("beyond Unicode", b"\xf4\x90\x80\x80"),
        ("three of four bytes", b"\xf0\x9f\x98"),
    ];
    let places = ["One of each", "Animals", "witness:"];
    let all = parts
        .iter()
        .flat_map(|(name, part)| places.iter().map(move |at| (name, part, at)));
    all.map(|(name, part, at)| {
        let (before, after) = TEXT.split_once(at).expect("a place");
        let bytes = [before.as_bytes(), part, at.as_bytes(), after.as_bytes()].concat();
        bad(
            CLASS,
            format!("{name} before {at}"),
            bytes,
            &["E0002", "W0123"],
        )
    })
    .collect()
}

/// Control characters, which YAML has only in escapes.
fn controls() -> Vec<Bad> {
    const CLASS: &str = "a control character";
    let codes = (0_u8..32).chain([127]);
    let codes = codes.filter(|code| !b"\t\n\r".contains(code));
    codes
        .map(|code| {
            let text = TEXT.replace("Animals", &format!("Ani{}mals", char::from(code)));
            bad(
                CLASS,
                format!("{code:#x}"),
                text.into_bytes(),
                &["E0004", "E0002"],
            )
        })
        .collect()
}

/// The document as JSON that ends too early.
fn cuts() -> Vec<Bad> {
    const CLASS: &str = "a document that is cut off";
    let text = whole().to_string();
    let at = (1..24).map(|part| text.len() * part / 24);
    at.map(|at| {
        bad(
            CLASS,
            format!("after {at} bytes"),
            text.as_bytes()[..at].to_vec(),
            &["E0004"],
        )
    })
    .collect()
}

/// Lines that make the document no YAML, each in the place of the description of the tag.
fn syntax() -> Vec<Bad> {
    const CLASS: &str = "a line that is no YAML";
    let lines: [(&str, &str); 22] = [
        ("  description: a: b", "E0004"),
        ("  description: @a", "E0004"),
        ("  description: `a`", "E0004"),
        ("  description: %a", "E0004"),
        ("  description: 'a", "E0004"),
        ("  description: \"a", "E0004"),
        ("  description: \"\\q\"", "E0004"),
        ("  description: \"\\u12\"", "E0004"),
        ("  description: \"\\ud800\"", "E0004"),
        ("  description: [a", "E0004"),
        ("  description: {a: b", "E0004"),
        ("  description: [a]]", "E0004"),
        ("  description: {a: b}}", "E0004"),
        ("  description: a\n b: c", "E0004"),
        ("\tdescription: a", "E0004"),
        ("  description: *a", "E0010"),
        ("  description: &a [*a]", "E0010"),
        ("  <<: a", "E0011"),
        ("  <<: [a]", "E0011"),
        ("  ? [a]\n  : b", "E0007"),
        ("  ? {a: b}\n  : c", "E0007"),
        ("  description: a\n---\nb: c", "E0005"),
    ];
    let whole = "openapi: 3.1.0\ninfo:\n  title: t\n  version: '1'\nLINE\npaths: {}\n";
    lines
        .iter()
        .map(|(line, code)| {
            bad(
                CLASS,
                *line,
                whole.replace("LINE", line).into_bytes(),
                &[code, "E0004"],
            )
        })
        .collect()
}
