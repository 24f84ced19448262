//! Parameters as other tools write them: uritemplate and url-template expand templates of RFC 6570,
//! swagger-client and qs write what `OpenAPI` has beyond.
//!
//! Every difference is an entry of `excuses`.

mod excuses;
mod ours;

use restitch_oracle_tests::{Oracle, Program, Random, Value, ascii};

use crate::excuses::{Excuse, SWAGGER_CLIENT, URITEMPLATE, URL_TEMPLATE};
use crate::ours::{Cell, Ours, Sent};

const TARGET: &str = env!("CARGO_TARGET_TMPDIR");

/// Values of each oracle.
const COUNT: usize = 24_000;

/// Asks an oracle about random values of each cell; `expect` is what should be sent by its answer.
fn check(
    oracle: &Oracle,
    cells: &[Cell],
    value: impl Fn(Cell, &mut Random) -> Value,
    asked: impl Fn(Cell, &Value) -> serde_json::Value,
    expect: impl Fn(Cell, &Value, Option<String>) -> Option<String>,
    excuses: &[Excuse],
) {
    let mut random = Random::new(6570);
    let each = COUNT / cells.len() + 1;
    let cases: Vec<(Cell, Value)> = cells
        .iter()
        .flat_map(|cell| std::iter::repeat_n(*cell, each))
        .map(|cell| (cell, value(cell, &mut random)))
        .collect();
    let lines: Vec<String> = cases
        .iter()
        .map(|(cell, value)| ascii(&asked(*cell, value)))
        .collect();
    let answers = oracle.answers(&lines);
    let mut wrong = Vec::new();
    let mut used = vec![0; excuses.len()];
    let mut sender: Option<(Cell, Ours)> = None;
    for ((cell, value), answer) in cases.iter().zip(answers) {
        let cell = *cell;
        let (_, ours) = match &mut sender {
            Some(sender) if sender.0 == cell => sender,
            sender => sender.insert((cell, Ours::new(cell))),
        };
        let sent = ours.send(value);
        let answer: Option<String> = serde_json::from_str(&answer).expect("a text of JSON");
        let expect = expect(cell, value, answer.clone());
        if agrees(cell, value, &sent, expect.as_deref()) {
            continue;
        }
        match excuses
            .iter()
            .position(|excuse| (excuse.holds)(cell, value))
        {
            Some(index) => used[index] += 1,
            None => wrong.push(format!(
                "{cell:?} {}: {sent:?}, not {answer:?}",
                value.json()
            )),
        }
    }
    wrong.truncate(20);
    assert!(wrong.is_empty(), "{wrong:#?}");
    let idle = excuses.iter().zip(used).filter(|(_, used)| *used == 0);
    let idle: Vec<&str> = idle.map(|(excuse, _)| excuse.why).collect();
    assert!(idle.is_empty(), "these excuses are of no use: {idle:#?}");
}

/// Whether what is sent is what was to be sent, and only what has no text is refused.
fn agrees(cell: Cell, value: &Value, sent: &Sent, expect: Option<&str>) -> bool {
    match sent {
        Ok(sent) => sent.as_deref() == expect && !has_no_text(cell, value, expect),
        Err(_) => has_no_text(cell, value, expect),
    }
}

/// What is refused: see `docs/parameters.md`.
fn has_no_text(cell: Cell, value: &Value, expect: Option<&str>) -> bool {
    let between = match cell.style {
        "spaceDelimited" => Some(' '),
        "pipeDelimited" => Some('|'),
        _ => None,
    };
    let ambiguous = |between| value.texts().iter().any(|text| text.contains(between));
    match cell.place {
        "path" => {
            matches!(expect, None | Some("" | "." | ".."))
                || value.is_undefined() && cell.style != "json"
        }
        "header" => {
            let visible = |c: char| matches!(c, ' '..='~' | '\t');
            expect.is_some_and(|text| !text.chars().all(visible))
        }
        _ => between.is_some_and(ambiguous) && !cell.explode && value.is_composite(),
    }
}

const TEMPLATES: [(Cell, &str); 11] = [
    (Cell::new("path", "simple", false), "{v}"),
    (Cell::new("path", "simple", true), "{v*}"),
    (Cell::new("path", "label", false), "{.v}"),
    (Cell::new("path", "label", true), "{.v*}"),
    (Cell::new("path", "matrix", false), "{;v}"),
    (Cell::new("path", "matrix", true), "{;v*}"),
    (Cell::new("query", "form", false), "{?v}"),
    (Cell::new("query", "form", true), "{?v*}"),
    (Cell::new("cookie", "form", false), "{?v}"),
    (Cell::new("cookie", "form", true), "{?v*}"),
    (
        Cell {
            reserved: true,
            ..Cell::new("query", "form", false)
        },
        "{+v}",
    ),
];

/// Random values in the templates of RFC 6570.
fn check_templates(oracle: &Oracle, excuses: &[Excuse]) {
    let cells = TEMPLATES.map(|(cell, _)| cell);
    let template = |cell: Cell| {
        TEMPLATES
            .iter()
            .find(|(it, _)| *it == cell)
            .map(|(_, template)| *template)
    };
    check(
        oracle,
        &cells,
        |cell, random| match random.value() {
            // Of keys nothing is left as it is.
            Value::Object(members) if cell.reserved => {
                Value::List(members.into_iter().map(|(_, value)| value).collect())
            }
            value => value,
        },
        |cell, value| serde_json::json!({ "template": template(cell), "json": value.json_of_texts() }),
        |cell, value, answer| {
            let text = answer.unwrap_or_default();
            match cell.place {
                "path" => Some(text),
                _ if cell.reserved => {
                    let encoded = text
                        .replace('#', "%23")
                        .replace('[', "%5B")
                        .replace(']', "%5D");
                    (!value.is_undefined()).then(|| format!("v={encoded}"))
                }
                "cookie" => text.strip_prefix('?').map(|text| text.replace('&', "; ")),
                _ => text.strip_prefix('?').map(str::to_owned),
            }
        },
        excuses,
    );
}

#[test]
fn uritemplate() {
    let program = Program::Python("uritemplate==4.2.0");
    if let Some(oracle) = Oracle::find("expand.py", program, TARGET) {
        check_templates(&oracle, URITEMPLATE);
    }
}

#[test]
fn url_template() {
    let program = Program::Node(&["url-template@3.1.1"]);
    if let Some(oracle) = Oracle::find("expand.mjs", program, TARGET) {
        check_templates(&oracle, URL_TEMPLATE);
    }
}

#[test]
fn swagger_client() {
    // The last that runs on Node 20.
    let program = Program::Node(&["swagger-client@3.34.4"]);
    let Some(oracle) = Oracle::find("swagger-client.mjs", program, TARGET) else {
        return;
    };
    let styles = [
        (
            "query",
            &["form", "spaceDelimited", "pipeDelimited", "deepObject"][..],
        ),
        ("path", &["simple", "label", "matrix"]),
        ("header", &["simple"]),
        ("cookie", &["form"]),
    ];
    let mut cells = Vec::new();
    for (place, styles) in styles {
        for style in styles {
            cells.extend([false, true].map(|explode| Cell::new(place, style, explode)));
        }
        cells.push(Cell::new(place, "json", false));
    }
    cells.extend([false, true].map(|explode| Cell {
        reserved: true,
        ..Cell::new("query", "form", explode)
    }));
    check(
        &oracle,
        &cells,
        |_, random| random.value(),
        |cell, value| {
            let mut parameter = serde_json::json!({
                "name": "v", "in": cell.place, "required": cell.place == "path",
            });
            let json = if cell.style == "json" {
                parameter["content"] = serde_json::json!({ "application/json": {} });
                value.json()
            } else {
                parameter["schema"] = serde_json::json!({});
                parameter["style"] = cell.style.into();
                parameter["explode"] = cell.explode.into();
                parameter["allowReserved"] = cell.reserved.into();
                value.json_of_texts()
            };
            serde_json::json!({ "parameter": parameter, "json": json })
        },
        |cell, _, answer| answer.map(|text| encoded(cell, text)),
        SWAGGER_CLIENT,
    );
}

/// `swagger-client` leaves what a URL has no place for, or need not have encoded in JSON, as it is.
fn encoded(cell: Cell, text: String) -> String {
    let in_json = ['!', '\'', '(', ')', '*'].map(|c| (c, format!("%{:02X}", c as u32)));
    match (cell.place, cell.style) {
        ("query" | "path", "json") => {
            let encode = |text: String, (c, code): (char, String)| text.replace(c, &code);
            in_json.into_iter().fold(text, encode)
        }
        ("query", _) => text.replace('|', "%7C"),
        _ => text,
    }
}

#[test]
fn qs() {
    let program = Program::Node(&["qs@6.14.0"]);
    if let Some(oracle) = Oracle::find("qs.mjs", program, TARGET) {
        check(
            &oracle,
            &[Cell::new("query", "deepObject", true)],
            |_, random| random.nested(3),
            |_, value| serde_json::json!({ "json": value.json() }),
            |_, _, answer| answer.filter(|text| !text.is_empty()),
            &[],
        );
    }
}
