//! Bodies of forms as swagger-client writes them, by the `encoding` of a member.
//!
//! Every difference is an entry of `EXCUSES`.

mod excuses;
mod ours;

use restitch_oracle_tests::{Oracle, Program, Random, Value, ascii};

use crate::excuses::EXCUSES;
use crate::ours::{Cell, Ours, Sent, Way};

const TARGET: &str = env!("CARGO_TARGET_TMPDIR");

/// Values that are sent in all.
const COUNT: usize = 20_000;

/// What the oracle says, written as we write it: it leaves some characters as they are that a URL
/// need not have encoded, and names of parts are not quoted yet.
fn answered(answer: &str) -> Option<Sent> {
    match serde_json::from_str(answer).expect("an answer in JSON") {
        serde_json::Value::String(text) => {
            let plain = ['!', '\'', '(', ')', '*', '|'];
            let encoded = |text: String, c: char| text.replace(c, &format!("%{:02X}", c as u32));
            Some(Sent::Form(plain.into_iter().fold(text, encoded)))
        }
        serde_json::Value::Array(parts) => {
            let text =
                |part: &serde_json::Value, at: usize| part[at].as_str().expect("a text").to_owned();
            let quoted = |name: String| {
                let name = name.replace('"', "%22");
                name.replace('\r', "%0D").replace('\n', "%0A")
            };
            let part = |part| (quoted(text(part, 0)), text(part, 1), text(part, 2));
            Some(Sent::Parts(parts.iter().map(part).collect()))
        }
        _ => None,
    }
}

#[test]
fn swagger_client() {
    let program = Program::Node(&["swagger-client@3.34.4"]);
    let Some(oracle) = Oracle::find("bodies.mjs", program, TARGET) else {
        return;
    };
    let mut random = Random::new(7578);
    let cells: Vec<Cell> = [false, true]
        .into_iter()
        .flat_map(|multipart| Way::ALL.map(|way| Cell { multipart, way }))
        .collect();
    let each = COUNT / cells.len() + 1;
    let cases: Vec<(Cell, Value)> = cells
        .iter()
        .flat_map(|cell| std::iter::repeat_n(*cell, each))
        .map(|cell| (cell, random.value()))
        .collect();
    let lines = cases.iter().map(|(cell, value)| {
        let line = serde_json::json!({
            "mediaType": cell.media_type(), "encoding": cell.way.encoding(),
            "json": value.json_of_texts(),
        });
        ascii(&line)
    });
    let answers = oracle.answers(&lines.collect::<Vec<_>>());
    let mut used = vec![0; EXCUSES.len()];
    let mut wrong = Vec::new();
    for ((cell, value), answer) in cases.iter().zip(&answers) {
        let sent = Ours::new(*cell).send(value);
        if sent.is_some() && sent == answered(answer) {
            continue;
        }
        match EXCUSES.iter().position(|it| (it.holds)(*cell, value)) {
            Some(index) => used[index] += 1,
            None => wrong.push(format!("{cell:?} {}: {sent:?}, not {answer}", value.json())),
        }
    }
    wrong.truncate(20);
    assert!(wrong.is_empty(), "{wrong:#?}");
    let idle = EXCUSES.iter().zip(used).filter(|(_, used)| *used == 0);
    let idle: Vec<&str> = idle.map(|(excuse, _)| excuse.why).collect();
    assert!(idle.is_empty(), "these excuses are of no use: {idle:#?}");
}
