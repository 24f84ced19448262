//! What 3.0 has no place for is carried, with all that is below it in the shape of 3.0, and what
//! the generated code does not check is noted.

use super::super::testing::check;
use super::super::version::Version::{self, V30, V31};
use crate::grammar::Kind;

fn schema(version: Version, before: &str, after: &str, found: &[&str]) {
    check(version, Kind::Schema, before, after, found);
}

#[test]
fn conditions() {
    schema(
        V31,
        "if: {properties: {a: {const: 1}}}\nthen: {required: [b]}\nelse: {type: [object, 'null']}",
        "x-restitch-if: {properties: {a: {enum: [1], type: integer, x-restitch-const: 1}}}\n\
         x-restitch-then: {required: [b]}\n\
         x-restitch-else: {type: object, nullable: true}",
        &["N0202 #/else", "N0202 #/if", "N0202 #/then"],
    );
}

#[test]
fn dependents() {
    schema(
        V31,
        "dependentRequired: {a: [b]}\ndependentSchemas: {c: {type: [string, 'null']}}",
        "x-restitch-dependentRequired: {a: [b]}\n\
         x-restitch-dependentSchemas: {c: {type: string, nullable: true}}",
        &["N0202 #/dependentRequired", "N0202 #/dependentSchemas"],
    );
}

#[test]
fn names_of_properties() {
    schema(
        V31,
        "type: object\npropertyNames: {type: [string], pattern: '^a'}",
        "type: object\nx-restitch-propertyNames: {type: string, pattern: '^a'}",
        &["N0202 #/propertyNames"],
    );
}

#[test]
fn contents_of_strings() {
    schema(
        V31,
        "type: string\ncontentEncoding: base64\ncontentMediaType: image/png",
        "type: string\nx-restitch-contentEncoding: base64\nx-restitch-contentMediaType: image/png",
        &["N0202 #/contentMediaType"],
    );
    schema(
        V31,
        "type: string\ncontentMediaType: application/json\ncontentSchema: {type: [array]}",
        "type: string\nx-restitch-contentMediaType: application/json\n\
         x-restitch-contentSchema: {type: array}",
        &["N0202 #/contentMediaType", "N0202 #/contentSchema"],
    );
}

#[test]
fn what_an_array_contains() {
    schema(
        V31,
        "type: array\ncontains: {const: x}\nminContains: 2",
        "type: array\nx-restitch-contains: {enum: [x], type: string, x-restitch-const: x}\n\
         x-restitch-minContains: 2",
        &["N0202 #/contains", "N0202 #/minContains"],
    );
}

#[test]
fn keywords_of_3_1_in_a_document_of_3_0() {
    schema(
        V30,
        "type: array\nprefixItems: [{type: string}]\n$defs: {a: {const: 1}}",
        "type: array\nx-restitch-prefixItems: [{type: string}]\n\
         $defs: {a: {enum: [1], type: integer, x-restitch-const: 1}}",
        &["N0209 #/$defs/a/const"],
    );
    schema(
        V30,
        "type: object\npatternProperties: {'^a': {type: integer, exclusiveMinimum: 3}}",
        "type: object\nx-restitch-patternProperties: \
         {'^a': {type: integer, minimum: 3, exclusiveMinimum: true}}",
        &["N0209 #/patternProperties/^a/exclusiveMinimum"],
    );
}

#[test]
fn path_items_of_components() {
    check(
        V31,
        Kind::Components,
        "pathItems: {a: {get: {responses: {'200': {description: x}}}}}",
        "pathItems: {a: {get: {responses: {'200': {description: x}}}}}",
        &[],
    );
}
