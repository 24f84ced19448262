//! Output as a whole, compared with files under `tests/golden`. With `UPDATE_GOLDEN=1` in the
//! environment they are written instead; look at the diff then.

use std::path::Path;

use restitch_build::ir::Api;
use restitch_build::{emit, format, outline};

use crate::zoo::zoo;

fn check(file: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let path = path.join(file);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, actual).expect("a folder that can be written");
    }
    let expect = std::fs::read_to_string(&path).unwrap_or_default();
    if let Some((at, line)) = first_difference(actual, &expect) {
        panic!("{file} differs from line {at} on, which is now:\n{line}");
    }
}

fn first_difference<'a>(actual: &'a str, expect: &str) -> Option<(usize, &'a str)> {
    let mut expected = expect.lines();
    for (at, line) in actual.lines().enumerate() {
        if expected.next() != Some(line) {
            return Some((at + 1, line));
        }
    }
    expected
        .next()
        .map(|_| (actual.lines().count() + 1, "(the end)"))
}

#[cfg(feature = "pretty")]
fn pretty(api: &Api) -> String {
    format::header(&api.title, &api.version) + &format::pretty(emit::emit(api))
}

fn plain(api: &Api) -> String {
    format::header(&api.title, &api.version) + &format::plain(emit::emit(api))
}

#[cfg(feature = "pretty")]
#[test]
fn zoo_pretty() {
    check("zoo.rs", &pretty(&zoo()));
}

#[test]
fn zoo_plain() {
    check("zoo_plain.rs", &plain(&zoo()));
}

#[test]
fn zoo_outline() {
    check("zoo.outline", &outline::outline(&zoo()));
}

#[cfg(feature = "tools")]
#[test]
fn zoo_outline_json() {
    let json = outline::outline_json(&zoo());
    check("zoo.json", &format!("{json:#}\n"));
}
