//! Time grows with the length of a document, not with its square: a hostile one is read in seconds.

use std::fmt::Write as _;
use std::time::Duration;

use restitch_build::Report;
use restitch_build::diag::{Code, Grade};
use restitch_build::ledger::Entry;
use restitch_tests::spent;

/// A square of this takes minutes.
const MANY: usize = 20_000;

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n";

/// Far beyond what any of these takes, and far below a square.
const LONGEST: Duration = Duration::from_secs(40);

fn in_time<T>(work: impl FnOnce() -> T) -> T {
    let start = spent();
    let made = work();
    let took = spent().saturating_sub(start);
    assert!(took < LONGEST, "{took:?}");
    made
}

fn check(text: &str) -> Report {
    in_time(|| restitch_build::configure().check_text("many.yaml", text)).unwrap()
}

/// Names that are one in Rust.
fn colliding(number: usize) -> String {
    let cut = |place: u32| b"-_. /:"[number / 6_usize.pow(place) % 6] as char;
    ('a'..='g')
        .zip(0..)
        .flat_map(|(letter, place)| [letter, cut(place)])
        .collect()
}

#[test]
fn names_that_collide() {
    let mut text = format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    E:\n      type: string\n      enum:\n"
    );
    for number in 0..MANY {
        let _ = writeln!(text, "      - '{}'", colliding(number));
    }
    assert_eq!(check(&text).worst(), None);
}

#[test]
fn references_that_name_nothing() {
    let mut text = format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n");
    for number in 0..MANY {
        let _ = writeln!(
            text,
            "    S{number}: {{$ref: '#/components/schemas/T{number}'}}"
        );
    }
    assert_eq!(check(&text).count(Grade::Fault), MANY);
}

#[test]
fn faults_with_actions() {
    let mut text = format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n");
    for number in 0..MANY {
        let _ = writeln!(text, "    S{number}:\n      propertise: {{}}");
    }
    let report = check(&text);
    let all = in_time(|| report.diagnostics());
    let shown = all.iter().filter(|found| !found.actions.is_empty());
    assert_eq!(shown.count(), MANY);
}

#[test]
fn parameters() {
    let mut text = format!(
        "{HEAD}paths:\n  /x:\n    get:\n      responses: {{'204': {{description: x}}}}\n      parameters:\n"
    );
    for number in 0..MANY {
        let _ = writeln!(
            text,
            "      - {{name: q{number}, in: query, schema: {{type: string}}}}"
        );
    }
    assert_eq!(check(&text).worst(), None);
}

#[test]
fn branches_of_one_union() {
    let count = MANY / 4;
    let line = |form: fn(usize) -> String| (0..count).map(form).collect::<String>();
    let branches = line(|n| format!("        - {{$ref: '#/components/schemas/B{n}'}}\n"));
    let mapping = line(|n| format!("          b{n}: B{n}\n"));
    let schemas = line(|n| {
        let kind = format!("kind: {{type: string, enum: [b{n}, c{n}, d{n}]}}");
        format!("    B{n}: {{type: object, required: [kind], properties: {{{kind}}}}}\n")
    });
    let text = format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    Outer:\n      oneOf:\n        \
         - {{$ref: '#/components/schemas/Inner'}}\n        - {{type: string}}\n    Inner:\n      \
         oneOf:\n{branches}      discriminator:\n        propertyName: kind\n        mapping:\n\
         {mapping}{schemas}"
    );
    assert_eq!(check(&text).worst(), None);
}

#[test]
fn schemas_that_all_hold_one_large_schema() {
    let mut text = format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    Base:\n      type: object\n      properties:\n"
    );
    for number in 0..2_000 {
        let _ = writeln!(text, "        p{number}: {{type: string}}");
    }
    for number in 0..2_000 {
        let _ = writeln!(
            text,
            "    S{number}: {{allOf: [{{$ref: '#/components/schemas/Base'}}, {{required: [p1]}}]}}"
        );
    }
    let report = check(&text);
    assert!(report.count(Grade::Fault) > 0, "some are left raw");
}

/// Each property holds the schemas of two others, so that they meet in ever new ways.
#[test]
fn schemas_that_meet_in_ever_new_ways() {
    let mut text = format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n");
    for number in 0..60 {
        let _ = write!(text, "    S{number}:\n      allOf:\n");
        for other in 1..4 {
            let (p, q) = ((number * 3 + other) % 60, (number * 5 + 2 * other) % 60);
            let _ = writeln!(
                text,
                "        - properties: {{x: {{$ref: '#/components/schemas/S{p}'}}, \
                 y: {{$ref: '#/components/schemas/S{q}'}}}}"
            );
        }
    }
    check(&text);
}

#[test]
fn schemas_with_names_of_their_own() {
    let mut text = format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n");
    for number in 0..MANY / 4 {
        let _ = writeln!(
            text,
            "    S{number}: {{$id: 'https://a.org/{number}', type: object, properties: \
             {{a: {{$anchor: a, type: string}}, b: {{$ref: '#a'}}, c: {{$ref: './{number}#a'}}}}}}"
        );
    }
    assert_eq!(check(&text).worst(), None);
}

/// A ledger has an entry for each that does not count, in its place among the others.
#[test]
fn keys_that_come_again() {
    let count = 5 * MANY;
    let mut text = format!("{HEAD}x-same:\n");
    for number in 0..count {
        let _ = writeln!(text, "  k{}: {number}", number / 2);
    }
    text += "paths: {}\n";
    let ledger = in_time(|| restitch_build::configure().ledger_text("many.yaml", &text));
    let ledger = ledger.unwrap().unwrap();
    let again = |entry: &&Entry| entry.end.code() == Some(Code::DUPLICATE_KEY);
    assert_eq!(ledger.entries().iter().filter(again).count(), count / 2);
    let offsets = ledger.entries().iter().map(|entry| entry.place.offset);
    assert!(offsets.is_sorted());
}
