//! Schemas that lead to themselves, and chains of them that are longer than any stack.

use std::fmt::Write as _;
use std::thread;

use restitch_build::outline::outline;
use restitch_build::{Report, configure};

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";

/// Checks a document in a thread with a stack as small as a build script's may be.
fn check(text: String) -> Report {
    let checked = move || configure().check_text("x.yaml", &text).expect("no file");
    let thread = thread::Builder::new().stack_size(1 << 20).spawn(checked);
    thread.expect("a thread").join().expect("no panic")
}

fn codes(report: &Report) -> Vec<&'static str> {
    let found = report.diagnostics().iter();
    found.map(|found| found.code.as_str()).collect()
}

/// A document with an operation whose answer has this schema.
fn answering(path: &str, schema: &str) -> String {
    format!(
        "  /{path}: {{get: {{responses: {{'200': {{description: x, content: \
         {{application/json: {{schema: {schema}}}}}}}}}}}}}\n"
    )
}

/// A reference to the schema of such an answer.
fn reference(path: &str) -> String {
    format!("{{$ref: '#/paths/~1{path}/get/responses/200/content/application~1json/schema'}}")
}

#[test]
fn a_schema_without_a_name_may_hold_itself() {
    for (schema, returned) in [
        (
            format!("{{type: array, items: {}}}", reference("a")),
            "Vec<restitch::Json>",
        ),
        (format!("{{allOf: [{}]}}", reference("a")), "restitch::Json"),
    ] {
        let report = check(format!("{HEAD}paths:\n{}", answering("a", &schema)));
        assert_eq!(codes(&report), ["N0204"], "{schema}");
        let outline = outline(report.api().expect("a client"));
        assert!(
            outline.contains(&format!("fn get_a() -> {returned} =")),
            "{outline}"
        );
    }
}

#[test]
fn a_part_of_a_body_may_be_a_list_of_itself() {
    for media_type in ["multipart/form-data", "application/x-www-form-urlencoded"] {
        let report = check(format!(
            "{HEAD}paths:\n  /a: {{post: {{requestBody: {{content: {{{media_type}: {{schema: {{type: \
             object, properties: {{all: {{$ref: '#/components/schemas/X'}}}}}}}}}}}}, responses: \
             {{'204': {{description: x}}}}}}}}\ncomponents:\n  schemas:\n    X: {{type: array, items: \
             {{$ref: '#/components/schemas/X'}}}}\n"
        ));
        assert_eq!(codes(&report), ["N0204"], "{media_type}");
    }
}

#[test]
fn a_reference_to_a_map_of_schemas_is_followed_once() {
    let report = check(format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    A: {{type: object, properties: \
         {{x: {{$ref: '#/components/schemas/A/properties'}}}}}}\n"
    ));
    assert!(report.api().is_some());
}

#[test]
fn a_parameter_may_lead_in_a_circle() {
    let report = check(format!(
        "{HEAD}paths:\n  /a:\n    get:\n      parameters:\n      - {{name: q, in: query, schema: \
         {{$ref: '#/components/schemas/A'}}}}\n      responses: {{'204': {{description: x}}}}\n\
         components:\n  schemas:\n    A: {{allOf: [{{$ref: '#/components/schemas/A'}}]}}\n"
    ));
    assert_eq!(codes(&report), ["W0102"]);
}

#[test]
fn chains_need_no_stack() {
    for link in [
        "{$ref: NEXT}",
        "{type: array, items: {$ref: NEXT}}",
        "{type: object, properties: {a: {$ref: NEXT}}}",
        "{type: object, required: [a], properties: {a: {$ref: NEXT}}}",
        "{allOf: [{$ref: NEXT}]}",
    ] {
        let mut text = format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n");
        for number in 0..3000 {
            let next = format!("'#/components/schemas/A{}'", number + 1);
            let _ = writeln!(text, "    A{number}: {}", link.replace("NEXT", &next));
        }
        text.push_str("    A3000: {type: string}\n");
        assert_eq!(codes(&check(text)), [""; 0], "{link}");
    }
}

#[test]
fn chains_of_schemas_without_names_end() {
    let mut text = format!("{HEAD}paths:\n{}", answering("a0", "{type: string}"));
    for number in 1..500 {
        let items = reference(&format!("a{}", number - 1));
        let schema = format!("{{type: array, items: {items}}}");
        text.push_str(&answering(&format!("a{number}"), &schema));
    }
    let report = check(text);
    assert!(codes(&report).iter().all(|code| *code == "N0204"));
    let api = report.api().expect("a client");
    assert!(outline(api).contains("fn get_a3() -> Vec<Vec<Vec<String>>> ="));
}

#[test]
fn a_reference_to_a_longer_name_is_no_part_of_the_shorter() {
    let report = check(format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    Pet: {{$ref: '#/components/schemas/PetOwner'}}\n    \
         PetOwner: {{type: object, properties: {{a: {{type: string}}}}}}\n"
    ));
    let outline = outline(report.api().expect("a client"));
    assert!(
        outline.contains("alias types::Pet = types::PetOwner\nstruct types::PetOwner\n"),
        "{outline}"
    );
}

#[test]
fn names_that_lead_to_themselves_end() {
    for (schema, expect) in [
        ("{$anchor: a, $ref: '#a'}", "W0102"),
        ("{$id: 'https://a.org/a', $ref: a}", "W0102"),
        ("{$dynamicAnchor: a, $dynamicRef: '#a'}", "W0102"),
        ("{$ref: '#/components/schemas/A/properties/b'}", "W0101"),
    ] {
        let text = format!("{HEAD}paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}\n");
        assert_eq!(codes(&check(text)), [expect], "{schema}");
    }
}
