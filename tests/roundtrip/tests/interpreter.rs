//! The interpreter on types of each kind.

use restitch_build::configure;
use restitch_roundtrip_tests::{Failure, Program, equal};

const SPEC: &str = r#"
openapi: 3.1.0
info: { title: Kinds, version: "1" }
paths: {}
components:
  schemas:
    Node:
      type: object
      required: [id, parent]
      properties:
        id: { type: integer }
        parent: { type: [integer, 'null'] }
        name: { type: string }
        note: { type: [string, 'null'] }
        at: { type: string, format: date-time }
        next: { $ref: '#/components/schemas/Node' }
        below: { type: array, items: { $ref: '#/components/schemas/Node' } }
    Closed:
      type: object
      properties: { a: { type: string } }
      additionalProperties: false
    Counts:
      type: object
      properties: { a: { type: string } }
      additionalProperties: { type: integer }
    Color: { type: string, enum: [red, green] }
    Level: { type: integer, enum: [1, 2] }
    Limit: { enum: [auto, 1, true] }
    Row:
      type: array
      prefixItems: [{ type: integer }, { type: string }]
      minItems: 1
      items: { type: boolean }
    Words: { type: object, additionalProperties: { type: [string, 'null'] } }
    Cat:
      type: object
      required: [kind, lives]
      properties: { kind: { const: cat }, lives: { type: integer } }
    Dog:
      type: object
      required: [kind]
      properties: { kind: { const: dog }, tail: { type: boolean } }
    Pet:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
    Either: { oneOf: [{ type: integer }, { type: array, items: { type: string } }] }
"#;

fn check(name: &str, json: &str) -> Result<String, Failure> {
    let report = configure().check_text("kinds.yaml", SPEC).expect("a text");
    let program = Program::new(report.api().expect("a client"));
    let written = program.roundtrip(name, json.as_bytes());
    let written = written.unwrap_or_else(|| panic!("no type {name}"))?;
    Ok(String::from_utf8(written).expect("text"))
}

fn comes_back(name: &str, json: &str) {
    let written = check(name, json).unwrap_or_else(|e| panic!("{name} {json}: {e:?}"));
    assert!(
        equal::equal(json, &written),
        "{name}: {json} became {written}"
    );
}

fn is_refused(name: &str, json: &str) {
    let read = check(name, json);
    assert!(
        matches!(read, Err(Failure::Decode(_))),
        "{name} {json}: {read:?}"
    );
}

#[test]
fn valid_values_come_back() {
    for json in [
        r#"{"id":1,"parent":null}"#,
        r#"{"parent":2,"id":1,"name":"a","note":null,"extra":[1.0,{"a":null}]}"#,
        r#"{"id":1,"parent":null,"next":{"id":2,"parent":1},"below":[{"id":3,"parent":1}]}"#,
        r#"{"id":1,"parent":null,"at":"2024-01-02T03:04:05.000Z"}"#,
    ] {
        comes_back("Node", json);
    }
    comes_back("Closed", r#"{"a":"b"}"#);
    comes_back("Counts", r#"{"a":"b","c":1,"d":2}"#);
    comes_back("Color", r#""red""#);
    comes_back("Color", r#""blue""#);
    comes_back("Level", "2");
    comes_back("Level", "3");
    comes_back("Limit", "1.0");
    comes_back("Limit", r#"{"a":1}"#);
    comes_back("Row", "[1]");
    comes_back("Row", r#"[1,"a",true,false]"#);
    comes_back("Words", r#"{"b":"c","a":null}"#);
    comes_back("Pet", r#"{"kind":"dog","tail":true}"#);
    comes_back("Pet", r#"{"kind":"cow","milk":1.50}"#);
    comes_back("Either", "7");
    comes_back("Either", r#"["a"]"#);
}

#[test]
fn what_the_types_leave_out_is_left_out() {
    let closed = check("Closed", r#"{"a":"b","c":1}"#).expect("read");
    assert_eq!(closed, r#"{"a":"b"}"#);
    let twice = check("Words", r#"{"a":"b","c":null,"a":"d"}"#).expect("read");
    assert_eq!(twice, r#"{"a":"d","c":null}"#);
}

#[test]
fn invalid_values_are_refused() {
    is_refused("Node", r#"{"id":1}"#);
    is_refused("Node", r#"{"id":1,"parent":null,"below":[{"id":2}]}"#);
    is_refused("Node", r#"{"id":1,"parent":null,"at":"soon"}"#);
    is_refused("Counts", r#"{"c":"d"}"#);
    is_refused("Color", "1");
    is_refused("Level", r#""1""#);
    is_refused("Row", "[]");
    is_refused("Row", r#"["a"]"#);
    is_refused("Row", r#"[1,"a",2]"#);
    is_refused("Pet", r#"{"kind":"cat"}"#);
    is_refused("Either", "[1]");
}
