//! Runs the tables of `docs/parameters.md`.

use super::*;
use crate::tables;

/// `query form explode` as a table entry.
fn param(words: &str) -> Param {
    let mut words = words.split(' ');
    let place = words.next();
    let param = match place {
        Some("path") => tables::path("v"),
        Some("query") => tables::query("v").joined(),
        Some("header") => tables::header("v"),
        Some("cookie") => tables::cookie("v").joined(),
        other => panic!("no place: {other:?}"),
    };
    words.fold(param, |param, word| match (word, place) {
        ("simple", Some("path" | "header")) | ("form", Some("query" | "cookie")) => param,
        ("label", Some("path")) => param.label(),
        ("matrix", Some("path")) => param.matrix(),
        ("spaceDelimited", Some("query")) => param.space_delimited(),
        ("pipeDelimited", Some("query")) => param.pipe_delimited(),
        ("deepObject", Some("query")) => param.deep_object(),
        ("reserved", Some("query")) => param.reserved(),
        ("json", _) => param.json(),
        ("explode", _) => param.exploded(),
        other => panic!("not to be had: {other:?}"),
    })
}

/// What is sent: `?v=a`.
fn sent(words: &str, json: &str) -> Result<Option<String>, RequestError> {
    let param = param(words);
    let pairs = || pairs(&param, json).map(|pairs| (!pairs.is_empty()).then_some(pairs));
    Ok(match words.split(' ').next() {
        Some("path") => {
            let path = expand("/x/{v}", |_| segment(&param, json))?;
            match faulty_segment(&path) {
                Some(reason) => return Err(RequestError::url(reason)),
                None => Some(path),
            }
        }
        Some("query") => pairs()?.map(|pairs| format!("?{}", pairs.join("&"))),
        Some("cookie") => pairs()?.map(|pairs| format!("Cookie: {}", pairs.join("; "))),
        _ => match header_text(&param, json)? {
            Some(text) => {
                let value = header_value(text.clone().into());
                value.map_err(|reason| RequestError::header("v", reason))?;
                Some(format!("v: {text}"))
            }
            None => None,
        },
    })
}

#[test]
fn the_rows_of_the_page_are_true() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/parameters.md");
    let page = std::fs::read_to_string(page).unwrap();
    let places = ["| `path", "| `query", "| `header", "| `cookie"];
    let rows = page
        .lines()
        .filter(|line| places.iter().any(|place| line.starts_with(place)));
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in rows {
        let mut cells = row.split('`').skip(1).step_by(2);
        let mut cell = || cells.next().expect(row);
        let (words, json, expect) = (cell(), cell(), cell());
        let found = match sent(words, json) {
            Ok(Some(text)) => text,
            Ok(None) => "nothing".to_owned(),
            Err(_) => "refused".to_owned(),
        };
        if found != expect {
            wrong.push(format!("{words} {json}: {found}, not {expect}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 80, "{count} rows");
}
