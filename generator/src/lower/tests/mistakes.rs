//! Values of the wrong JSON type: read as what they can only have meant, or left out.

use super::super::testing::check;
use super::super::version::Version::V31;
use crate::grammar::Kind;

fn schema(before: &str, after: &str, found: &[&str]) {
    check(V31, Kind::Schema, before, after, found);
}

fn document(part: &str, expected: &str, found: &[&str]) {
    let before = format!("openapi: 3.1.0\ninfo: {{title: a, version: b}}\npaths: {{}}\n{part}");
    let after = format!(
        "openapi: 3.0.3\nx-restitch-openapi: 3.1.0\ninfo: {{title: a, version: b}}\npaths: {{}}\n{expected}"
    );
    check(V31, Kind::Document, &before, &after, found);
}

#[test]
fn quotes() {
    schema("minLength: '1'", "minLength: 1", &["W0103 #/minLength"]);
    schema(
        "nullable: 'false'",
        "nullable: false",
        &["W0103 #/nullable"],
    );
    schema("readOnly: yes", "readOnly: true", &["W0103 #/readOnly"]);
    schema("readOnly: 'Off'", "readOnly: false", &["W0103 #/readOnly"]);
    schema("readOnly: maybe", "{}", &["W0103 #/readOnly"]);
    schema("maximum: '1.5'", "maximum: 1.5", &["W0103 #/maximum"]);
    schema(
        "description: 7",
        "description: '7'",
        &["W0103 #/description"],
    );
    schema("title: true", "title: 'true'", &["W0103 #/title"]);
    schema("required: [1]", "required: ['1']", &["W0103 #/required"]);
    schema(
        "additionalProperties: 'true'",
        "additionalProperties: true",
        &["W0103 #/additionalProperties"],
    );
}

#[test]
fn nulls_and_empty_containers() {
    schema("description: null", "{}", &["W0103 #/description"]);
    schema("items: null", "{}", &["W0103 #/items"]);
    schema("required: null", "required: []", &["W0103 #/required"]);
    schema("properties: []", "properties: {}", &["W0103 #/properties"]);
    schema(
        "properties: {a: }",
        "properties: {a: {}}",
        &["W0103 #/properties/a"],
    );
    schema(
        "default: null\nexample: null",
        "x-restitch-default-null: true\nexample: null",
        &[],
    );
}

#[test]
fn what_only_loosens_is_left_out() {
    schema("maxLength: many", "{}", &["W0103 #/maxLength"]);
    schema(
        "{type: string, pattern: [a]}",
        "type: string",
        &["W0103 #/pattern"],
    );
    schema("enum: {a: b}", "{}", &["W0103 #/enum"]);
    schema(
        "externalDocs: {description: a}",
        "externalDocs: {description: a, url: ''}",
        &["W0105 #/externalDocs"],
    );
}

#[test]
fn what_changes_the_meaning_breaks() {
    let broken = "x-restitch-broken: true";
    schema("properties: [a]", broken, &["W0103 #/properties"]);
    schema("required: {a: b}", broken, &["W0103 #/required"]);
    schema("allOf: {type: string}", broken, &["W0103 #/allOf"]);
    schema("$ref: [a]", broken, &["W0103 #/$ref"]);
    schema(
        "properties: {a: 7, b: {}}",
        "properties: {a: {x-restitch-broken: true}, b: {}}",
        &["W0103 #/properties/a"],
    );
    schema(
        "oneOf: [7, {}]",
        "oneOf: [{x-restitch-broken: true}, {}]",
        &["W0103 #/oneOf/0"],
    );
}

#[test]
fn a_reference_for_a_whole_map() {
    schema(
        "properties: {$ref: '#/a'}",
        "properties: {$ref: {x-restitch-broken: true}}",
        &["W0103 #/properties/$ref"],
    );
    let property = "properties: {$ref: {type: string}}";
    schema(property, property, &[]);
}

#[test]
fn required_of_draft_3() {
    schema(
        "properties: {a: {type: string, required: true}}",
        "properties: {a: {type: string}}",
        &["N0208 #/properties/a/required"],
    );
}

#[test]
fn lists_around_the_document() {
    document(
        "servers: {url: /a}",
        "servers: [{url: /a}]",
        &["W0103 #/servers"],
    );
    document(
        "servers: [/a]",
        "servers: [{url: /a}]",
        &["W0103 #/servers/0"],
    );
    document("tags: [a]", "tags: [{name: a}]", &["W0103 #/tags/0"]);
    document("tags: {a: b}", "", &["W0103 #/tags"]);
    document(
        "security: [a]",
        "security: [{a: []}]",
        &["W0103 #/security/0"],
    );
    document(
        "security: [{a: }]",
        "security: [{a: []}]",
        &["W0103 #/security/0/a"],
    );
    document(
        "security: [7, {a: [b]}]",
        "security: [{a: [b]}]",
        &["W0103 #/security/0"],
    );
}
