//! Numbers: bounds and counts.

use super::super::testing::check;
use super::super::version::Version::{self, V30, V31};
use crate::grammar::Kind;

fn schema(version: Version, before: &str, after: &str, found: &[&str]) {
    check(version, Kind::Schema, before, after, found);
}

#[test]
fn exclusive_bounds() {
    schema(
        V31,
        "{exclusiveMinimum: 5, exclusiveMaximum: 9.5}",
        "{minimum: 5, exclusiveMinimum: true, maximum: 9.5, exclusiveMaximum: true}",
        &[],
    );
    let boolean = "{minimum: 5, exclusiveMinimum: true}";
    schema(V30, boolean, boolean, &[]);
    schema(V31, boolean, boolean, &["N0209 #/exclusiveMinimum"]);
    schema(
        V30,
        "exclusiveMinimum: 5",
        boolean,
        &["N0209 #/exclusiveMinimum"],
    );
}

#[test]
fn the_tighter_of_two_bounds() {
    schema(V31, "{minimum: 6, exclusiveMinimum: 5}", "minimum: 6", &[]);
    schema(
        V31,
        "{minimum: 5, exclusiveMinimum: 5}",
        "{minimum: 5, exclusiveMinimum: true}",
        &[],
    );
    schema(
        V31,
        "{maximum: 9, exclusiveMaximum: 8}",
        "{maximum: 8, exclusiveMaximum: true}",
        &[],
    );
    schema(V31, "{maximum: 7, exclusiveMaximum: 8}", "maximum: 7", &[]);
}

#[test]
fn bounds_of_integers() {
    schema(
        V31,
        "{type: integer, minimum: 1.0, maximum: 2e3}",
        "{type: integer, minimum: 1, maximum: 2000}",
        &[],
    );
    schema(
        V31,
        "{type: integer, maximum: 18446744073709551615}",
        "{type: integer, x-restitch-maximum: 18446744073709551615}",
        &[],
    );
    schema(
        V31,
        "{type: integer, minimum: 0.5, multipleOf: 0.1}",
        "{type: integer, x-restitch-minimum: 0.5, x-restitch-multipleOf: 0.1}",
        &[],
    );
    let number = "{type: number, minimum: 0.5, maximum: 18446744073709551615}";
    schema(V31, number, number, &[]);
}

#[test]
fn counts() {
    schema(
        V31,
        "{minLength: 1.0, maxItems: 2}",
        "{minLength: 1, maxItems: 2}",
        &[],
    );
    schema(
        V31,
        "maxLength: 1.0e20",
        "x-restitch-maxLength: 1.0e20",
        &[],
    );
    schema(V31, "minLength: -1", "{}", &["W0103 #/minLength"]);
    schema(V31, "minLength: 0.5", "{}", &["W0103 #/minLength"]);
}

#[test]
fn counts_that_are_carried_are_compared_too() {
    schema(
        V31,
        "{minItems: 9999999999, maxItems: 8888888888}",
        "{x-restitch-minItems: 9999999999, x-restitch-maxItems: 8888888888}",
        &["W0105 #/maxItems"],
    );
}
