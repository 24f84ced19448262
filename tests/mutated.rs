//! Documents with parts exchanged and references led astray: whatever comes of them, it is no
//! panic, it ends, and the code is Rust.

use std::{fs, thread};

use restitch_build::configure;
use restitch_tests::random::Random;
use restitch_tests::{documents, specs};
use serde_json::{Value, json};

const ROUNDS: usize = 25;

#[test]
fn mutated_documents_are_survived() {
    let mut random = Random::new(23);
    for name in documents("features") {
        let text = fs::read_to_string(specs().join(&name)).expect("a feature document");
        let Ok(document) = serde_yaml::from_str::<Value>(&text) else {
            continue;
        };
        for round in 0..ROUNDS {
            let mut mutated = document.clone();
            for _ in 0..=random.below(3) {
                mutate(&mut mutated, &mut random);
            }
            survive(&format!("{name}, round {round}"), mutated.to_string());
        }
    }
}

/// Puts a copy of another part, a reference to one, or something ill-typed in the place of a part.
fn mutate(document: &mut Value, random: &mut Random) {
    let mut all: Vec<String> = Vec::new();
    pointers(document, "", &mut all);
    let source: String = random.pick(&all).clone();
    let part = match random.below(4) {
        0 => document.pointer(&source).cloned().unwrap_or_default(),
        1 => random
            .pick(&[json!(null), json!(7), json!([]), json!("")])
            .clone(),
        _ => json!({"$ref": format!("#{source}")}),
    };
    if let Some(place) = document.pointer_mut(random.pick::<String>(&all)) {
        *place = part;
    }
}

/// The pointers of everything but the document itself and its version.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(items) => (0..).map(|i: usize| i.to_string()).zip(items).collect(),
        _ => Vec::new(),
    };
    for (key, value) in inner.iter().filter(|(key, _)| key != "openapi") {
        let below = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        pointers(value, &below, out);
        out.push(below);
    }
}

fn survive(what: &str, text: String) {
    let kept = text.clone();
    let make = move || {
        let report = configure().check_text("x.json", &text).expect("no file");
        report.code().is_some()
    };
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(make);
    let outcome = thread.expect("a thread").join();
    assert!(outcome.is_ok(), "{what}: {kept}");
}
