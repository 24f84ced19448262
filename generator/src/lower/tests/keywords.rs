//! Every keyword of a schema with every JSON type that it does not take: each is reported at the
//! keyword or below it.

use std::collections::HashSet;

use super::super::cx::Cx;
use super::super::testing::{node, short};
use super::super::version::Version::{self, V30, V31};
use super::super::walk;
use crate::diag::{Diagnostic, Grade, Sink};
use crate::grammar::Kind;
use crate::tree::{FileId, Pointer};

/// The keywords by what they take, written down once more: what the grammar says is what is
/// tested.
const TAKES: [(&str, &[&str]); 13] = [
    (
        "null boolean number string array object",
        &["const", "default", "example"],
    ),
    (
        "boolean",
        &[
            "deprecated",
            "nullable",
            "readOnly",
            "uniqueItems",
            "writeOnly",
        ],
    ),
    (
        "count",
        &[
            "maxContains",
            "maxItems",
            "maxLength",
            "maxProperties",
            "minContains",
            "minItems",
            "minLength",
            "minProperties",
        ],
    ),
    ("number", &["maximum", "minimum", "multipleOf"]),
    ("boolean number", &["exclusiveMaximum", "exclusiveMinimum"]),
    (
        "string",
        &[
            "$anchor",
            "$comment",
            "$dynamicAnchor",
            "$dynamicRef",
            "$id",
            "$ref",
            "$schema",
            "contentEncoding",
            "contentMediaType",
            "description",
            "format",
            "pattern",
            "title",
        ],
    ),
    ("word words", &["type"]),
    ("strings", &["required"]),
    ("array", &["examples"]),
    ("values", &["enum"]),
    ("schemas", &["allOf", "anyOf", "oneOf", "prefixItems"]),
    (
        "object",
        &[
            "$defs",
            "$vocabulary",
            "definitions",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "externalDocs",
            "patternProperties",
            "properties",
            "xml",
        ],
    ),
    (
        "boolean object",
        &[
            "additionalItems",
            "additionalProperties",
            "contains",
            "contentSchema",
            "else",
            "if",
            "items",
            "not",
            "propertyNames",
            "then",
            "unevaluatedItems",
            "unevaluatedProperties",
        ],
    ),
];

/// Values, and what they are in the words of the table.
const VALUES: [(&str, &[&str]); 16] = [
    ("null", &["null"]),
    ("true", &["boolean"]),
    ("7", &["number", "count"]),
    ("-1", &["number"]),
    ("1.5", &["number"]),
    (".inf", &["string"]),
    ("-.inf", &["string"]),
    (".nan", &["string"]),
    ("object", &["string", "word"]),
    ("[]", &["array", "strings"]),
    ("[7]", &["array", "values"]),
    ("[null]", &["array", "values"]),
    ("[{}]", &["array", "schemas", "values"]),
    ("[string]", &["array", "strings", "words", "values"]),
    ("{}", &["object"]),
    ("[[a]]", &["array", "values"]),
];

fn found(version: Version, text: &str) -> Vec<Diagnostic> {
    let mut node = node(text);
    let (mut sink, mut told) = (Sink::default(), HashSet::new());
    let root = Pointer::root(FileId(0));
    let done = HashSet::new();
    let mut cx = Cx::new(version, &root, Kind::Schema, done, &mut told, &mut sink);
    walk::object(&mut node, Kind::Schema, &mut cx);
    sink.into_sorted()
}

/// Whether a fault stands at a keyword or below it, and has a place there.
fn is_told(found: &[Diagnostic], key: &str) -> bool {
    let at = format!("/{key}");
    found.iter().any(|one| {
        let below = one.pointer.as_str().strip_prefix(&at);
        let below = below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let has_place = one.place.is_some_and(|place| place.line == 1);
        // The version's note says nothing about the value.
        let says = one.grade() == Grade::Fault || one.code.as_str() == "N0208";
        below && has_place && says
    })
}

#[test]
fn the_table_has_every_keyword() {
    let mut known: Vec<&str> = TAKES
        .iter()
        .flat_map(|(_, keys)| keys.iter())
        .copied()
        .collect();
    known.push("discriminator");
    known.sort_unstable();
    let fields = Kind::Schema.fields().iter();
    assert_eq!(known, fields.map(|field| field.key).collect::<Vec<_>>());
}

#[test]
fn every_keyword_with_every_wrong_type_is_reported_at_the_keyword() {
    for (takes, keys) in TAKES {
        let takes: Vec<&str> = takes.split(' ').collect();
        for (key, (value, kinds)) in keys
            .iter()
            .flat_map(|key| VALUES.iter().map(move |value| (key, value)))
        {
            if kinds.iter().any(|kind| takes.contains(kind)) {
                continue;
            }
            for version in [V30, V31] {
                let text = format!("{{{key}: {value}}}");
                let found = found(version, &text);
                assert!(
                    is_told(&found, key),
                    "{version:?} {text}: {:?}",
                    short(&found)
                );
            }
        }
    }
}

#[test]
fn a_discriminator_is_an_object_with_a_property_and_strings() {
    for text in [
        "{discriminator: 7}",
        "{discriminator: kind}",
        "{discriminator: []}",
        "{discriminator: null}",
        "{discriminator: {}}",
        "{discriminator: {propertyName: 7}}",
        "{discriminator: {propertyName: [a]}}",
        "{discriminator: {propertyName: a, mapping: [b]}}",
        "{discriminator: {propertyName: a, mapping: {b: 7}}}",
        "{discriminator: {propertyName: a, mapping: {b: {}}}}",
    ] {
        for version in [V30, V31] {
            let found = found(version, text);
            assert!(
                is_told(&found, "discriminator"),
                "{text}: {:?}",
                short(&found)
            );
        }
    }
}
