//! Random JSON, for the properties in the other files.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Number, Value};

/// Any JSON value whose numbers `serde_json` keeps exactly.
pub(crate) fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        finite().prop_map(Value::from),
        string().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((string(), inner), 0..6)
                .prop_map(|entries| Value::from(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

pub(crate) fn finite() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("JSON has no infinities", |f| Number::from_f64(*f).is_some())
}

/// Any string, with a liking for what needs escapes.
pub(crate) fn string() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        '"', '\\', '/', '\0', '\u{1f}', '\n', '\u{7f}', 'é', '😀',
    ]);
    vec(
        prop_oneof![any::<char>(), odd, prop::char::range(' ', 'z')],
        0..24,
    )
    .prop_map(String::from_iter)
}

/// The value's text, with white space at random wherever JSON allows it.
pub(crate) fn spaced_text() -> impl Strategy<Value = (Value, String)> {
    (
        value(),
        vec(
            prop::sample::select(vec!["", "", "", " ", "\n\t", "\r\n "]),
            1..20,
        ),
    )
        .prop_map(|(value, spaces)| {
            let mut text = String::new();
            let mut spaces = spaces.iter().cycle();
            write_spaced(&value, &mut spaces, &mut text);
            (value, text)
        })
}

fn write_spaced<'a>(
    value: &Value,
    spaces: &mut (impl Iterator<Item = &'a &'a str> + Clone),
    out: &mut String,
) {
    let mut space = |out: &mut String| out.push_str(spaces.next().unwrap());
    space(out);
    match value {
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                out.push_str(if i > 0 { "," } else { "" });
                write_spaced(item, spaces, out);
            }
            out.push_str(spaces.next().unwrap());
            out.push(']');
        }
        Value::Object(entries) => {
            out.push('{');
            for (i, (key, value)) in entries.iter().enumerate() {
                out.push_str(if i > 0 { "," } else { "" });
                write_spaced(&Value::from(key.as_str()), spaces, out);
                out.push(':');
                write_spaced(value, spaces, out);
            }
            out.push_str(spaces.next().unwrap());
            out.push('}');
        }
        leaf => out.push_str(&leaf.to_string()),
    }
    out.push_str(spaces.next().unwrap());
}

/// JSON with a few bytes of it changed: mostly not JSON any more, but nearly.
pub(crate) fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        prop::sample::select(br#"{}[],:"\/ubnt0123456789+-.eE truefalsn"#.to_vec()),
        any::<u8>(),
    ];
    let change = (any::<prop::sample::Index>(), 0..3, byte);
    (spaced_text(), vec(change, 1..4)).prop_map(|((_, text), changes)| {
        let mut bytes = text.into_bytes();
        for (at, kind, byte) in changes {
            let at = at.index(bytes.len() + 1);
            match kind {
                0 => bytes.insert(at, byte),
                1 if at < bytes.len() => bytes[at] = byte,
                2 if at < bytes.len() => drop(bytes.remove(at)),
                _ => {}
            }
        }
        bytes
    })
}
