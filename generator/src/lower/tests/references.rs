//! `$ref` and what stands beside it.

use super::super::testing::check;
use super::super::version::Version::{V30, V31};
use crate::grammar::Kind;

#[test]
fn siblings_in_a_schema() {
    check(
        V31,
        Kind::Schema,
        "{$ref: '#/a', description: b, nullable: false}",
        "{allOf: [{$ref: '#/a'}], description: b, nullable: false, x-restitch-ref-siblings: true}",
        &[],
    );
    check(
        V31,
        Kind::Schema,
        "{$ref: '#/a', allOf: [{type: string}]}",
        "{allOf: [{type: string}, {$ref: '#/a'}], x-restitch-ref-siblings: true}",
        &[],
    );
}

#[test]
fn siblings_in_a_schema_of_3_0() {
    check(
        V30,
        Kind::Schema,
        "{$ref: '#/a', description: b, nullable: true}",
        "{$ref: '#/a', x-restitch-description: b, x-restitch-nullable: true}",
        &["N0208 #/description"],
    );
}

#[test]
fn siblings_that_say_nothing_about_values() {
    let plain = "{$ref: '#/$defs/a', $defs: {a: {}}, $comment: b, x-c: d}";
    check(V31, Kind::Schema, plain, plain, &[]);
    check(V30, Kind::Schema, plain, plain, &[]);
}

#[test]
fn reference_objects() {
    check(
        V31,
        Kind::Response,
        "{$ref: '#/a', description: b, summary: c}",
        "{$ref: '#/a', x-restitch-description: b, x-restitch-summary: c}",
        &[],
    );
    check(
        V31,
        Kind::Parameter,
        "{$ref: '#/a', name: b, required: true}",
        "{$ref: '#/a', x-restitch-name: b, x-restitch-required: true}",
        &["N0208 #/name"],
    );
    check(
        V30,
        Kind::Response,
        "{$ref: '#/a', description: b}",
        "{$ref: '#/a', x-restitch-description: b}",
        &["N0208 #/description"],
    );
}

#[test]
fn path_items() {
    check(
        V31,
        Kind::PathItem,
        "{$ref: '#/a', get: {responses: {}}}",
        "{$ref: '#/a', x-restitch-get: {responses: {}}}",
        &["W0106 #/get"],
    );
}

#[test]
fn a_reference_where_none_may_stand() {
    check(
        V31,
        Kind::Operation,
        "$ref: '#/a'",
        "{$ref: '#/a', responses: {}, x-restitch-broken: true}",
        &["W0105 #"],
    );
}
