//! Keywords of JSON Schema 2020-12.

use super::super::testing::check;
use super::super::version::Version::{self, V30, V31};
use crate::grammar::Kind;

fn schema(version: Version, before: &str, after: &str, found: &[&str]) {
    check(version, Kind::Schema, before, after, found);
}

#[test]
fn types_and_null() {
    schema(
        V31,
        "type: [string, 'null']\nmaxLength: 3",
        "type: string\nmaxLength: 3\nnullable: true",
        &[],
    );
    schema(
        V31,
        "type: ['null', array]",
        "type: array\nnullable: true",
        &[],
    );
    schema(V31, "type: [object]", "type: object", &[]);
    schema(V31, "type: 'null'", "x-restitch-null: true", &[]);
    schema(V31, "type: ['null']", "x-restitch-null: true", &[]);
    schema(V31, "type: [integer, number]", "type: number", &[]);
    schema(
        V31,
        "type: [string, integer, 'null']",
        "x-restitch-types: [string, integer]\nnullable: true",
        &[],
    );
    schema(V31, "type: []", "{}", &["W0105 #/type"]);
    schema(
        V31,
        "type: [string, null]",
        "type: string\nnullable: true",
        &["W0103 #/type"],
    );
}

#[test]
fn types_of_other_versions() {
    schema(
        V30,
        "type: [string, 'null']",
        "type: string\nnullable: true",
        &["N0209 #/type"],
    );
    schema(
        V30,
        "type: 'null'",
        "x-restitch-null: true",
        &["N0209 #/type"],
    );
    schema(
        V31,
        "{type: string, nullable: true}",
        "{type: string, nullable: true}",
        &["N0209 #/nullable"],
    );
}

#[test]
fn unknown_types() {
    schema(
        V31,
        "type: file",
        "x-restitch-type: file",
        &["W0108 #/type"],
    );
    schema(
        V31,
        "type: [int, string]",
        "type: string",
        &["W0108 #/type"],
    );
    schema(V31, "type: 7", "x-restitch-broken: true", &["W0103 #/type"]);
    schema(V31, "type: null", "{}", &["W0103 #/type"]);
}

#[test]
fn branches_that_are_nullable_alone() {
    schema(
        V30,
        "anyOf: [{type: string}, {nullable: true, description: None}]",
        "{anyOf: [{type: string}, {nullable: true, description: None, x-restitch-null: true}], \
         nullable: true}",
        &["N0213 #/anyOf/1"],
    );
    // Nothing else is there that the union could be nullable of, or the branch says more.
    for unchanged in [
        "anyOf: [{nullable: true}]",
        "anyOf: [{type: string}, {nullable: false}]",
        "anyOf: [{type: string}, {nullable: true, minProperties: 1}]",
    ] {
        schema(V30, unchanged, unchanged, &[]);
    }
}

#[test]
fn constants() {
    schema(
        V31,
        "const: a",
        "{x-restitch-const: a, enum: [a], type: string}",
        &[],
    );
    schema(
        V31,
        "{type: number, const: 1}",
        "{type: number, x-restitch-const: 1, enum: [1]}",
        &[],
    );
    schema(
        V31,
        "const: null",
        "{x-restitch-const: null, x-restitch-null: true}",
        &[],
    );
    schema(
        V31,
        "const: {a: 1}",
        "{x-restitch-const: {a: 1}, enum: [{a: 1}]}",
        &[],
    );
}

#[test]
fn enums() {
    schema(V31, "enum: [a, b]", "{enum: [a, b], type: string}", &[]);
    schema(V31, "enum: [1, 2.0]", "{enum: [1, 2], type: integer}", &[]);
    schema(V31, "enum: [1, a]", "enum: [1, a]", &[]);
    schema(
        V31,
        "enum: [a, null]",
        "{enum: [a, null], type: string, nullable: true}",
        &[],
    );
    schema(
        V31,
        "enum: [null]",
        "{x-restitch-enum: [null], x-restitch-null: true}",
        &[],
    );
    schema(V31, "enum: []", "{}", &["W0105 #/enum"]);
    schema(
        V30,
        "{type: string, nullable: true, enum: [a, null]}",
        "{type: string, nullable: true, enum: [a, null]}",
        &[],
    );
    schema(
        V30,
        "{type: string, enum: [a, null]}",
        "{type: string, nullable: true, enum: [a, null]}",
        &["W0105 #/enum"],
    );
}

#[test]
fn values_of_another_type() {
    schema(
        V31,
        "{type: string, enum: [1, true, a]}",
        "{type: string, enum: ['1', 'true', a]}",
        &["W0103 #/enum/0", "W0103 #/enum/1"],
    );
    schema(
        V31,
        "{type: integer, enum: ['1', 2.0]}",
        "{type: integer, enum: [1, 2]}",
        &["W0103 #/enum/0"],
    );
    schema(
        V31,
        "enum: a",
        "{enum: [a], type: string}",
        &["W0103 #/enum"],
    );
}

#[test]
fn boolean_schemas() {
    schema(
        V31,
        "{items: true, not: false}",
        "{items: {}, not: {not: {}, x-restitch-never: true}}",
        &["N0202 #/not"],
    );
    let open = "{additionalProperties: false, properties: {additionalProperties: {}}}";
    schema(V31, open, open, &[]);
    schema(
        V31,
        "properties: {additionalProperties: true}",
        "properties: {additionalProperties: {}}",
        &[],
    );
    schema(V30, "items: true", "items: {}", &["N0209 #/items"]);
}

#[test]
fn unions_with_null() {
    schema(
        V31,
        "anyOf: [{type: string}, {type: 'null'}]",
        "{anyOf: [{type: string}, {x-restitch-null: true}], nullable: true}",
        &[],
    );
    schema(
        V31,
        "oneOf: [{const: null}, {$ref: '#/a'}]",
        "{oneOf: [{x-restitch-const: null, x-restitch-null: true}, {$ref: '#/a'}], nullable: true}",
        &[],
    );
    schema(V31, "allOf: []", "{}", &["W0105 #/allOf"]);
}

#[test]
fn documentation() {
    schema(
        V31,
        "examples: [1, 2]",
        "{x-restitch-examples: [1, 2], example: 1}",
        &[],
    );
    schema(
        V31,
        "{examples: [1], example: 2}",
        "{x-restitch-examples: [1], example: 2}",
        &[],
    );
    schema(V31, "default: null", "x-restitch-default-null: true", &[]);
    schema(V30, "default: 1", "default: 1", &[]);
}

#[test]
fn carried_keywords_are_walked_too() {
    schema(
        V31,
        "prefixItems: [{type: [string, 'null']}]",
        "x-restitch-prefixItems: [{type: string, nullable: true}]",
        &[],
    );
    schema(
        V31,
        "patternProperties: {'^a': true}",
        "x-restitch-patternProperties: {'^a': {}}",
        &[],
    );
    schema(
        V31,
        "unevaluatedProperties: false",
        "x-restitch-unevaluatedProperties: false",
        &[],
    );
    schema(
        V31,
        "items: [{type: 'null'}, {const: 1}]",
        "x-restitch-prefixItems: [{x-restitch-null: true}, {x-restitch-const: 1, enum: [1], type: integer}]",
        &["W0105 #/items"],
    );
    schema(
        V31,
        "{items: [{}], additionalItems: {type: 'null'}}",
        "{x-restitch-prefixItems: [{}], items: {x-restitch-null: true}}",
        &["W0105 #/items", "W0105 #/additionalItems"],
    );
    schema(
        V31,
        "{items: [{}], prefixItems: [{}]}",
        "{x-restitch-items: [{}], x-restitch-prefixItems: [{}]}",
        &["W0105 #/items"],
    );
    schema(
        V31,
        "$dynamicRef: '#node'",
        "x-restitch-$dynamicRef: '#node'",
        &["W0106 #/$dynamicRef"],
    );
    let kept = "{$id: a, $anchor: b, $comment: c, $defs: {d: {}}, definitions: {e: {}}}";
    schema(V31, kept, kept, &[]);
}

#[test]
fn unknown_keys_are_said_once() {
    let before = "{colour: a, x-mine: 1, properties: {a: {colour: b}}}";
    schema(V31, before, before, &["N0211 #/colour"]);
}

#[test]
fn misspelt_keys_are_faults_wherever_they_stand() {
    let before = "{requird: [a], properties: {a: {requird: [b]}}}";
    let expect = ["W0111 #/properties/a/requird", "W0111 #/requird"];
    schema(V31, before, before, &expect);
}

#[test]
fn discriminators() {
    schema(
        V31,
        "{oneOf: [{}], discriminator: kind}",
        "{oneOf: [{}], discriminator: {propertyName: kind}}",
        &["W0103 #/discriminator"],
    );
    schema(
        V31,
        "{oneOf: [{}], discriminator: {mapping: {a: b}}}",
        "{oneOf: [{}], x-restitch-discriminator: {mapping: {a: b}, propertyName: ''}}",
        &["W0105 #/discriminator"],
    );
}
