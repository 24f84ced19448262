//! Keys that have something in common.

/// The keys of a parameter or header of Swagger 2.0 that 3.0 has in a schema.
pub const BESIDE_IN: &[&str] = &[
    "type",
    "format",
    "items",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
    "x-nullable",
];

/// Keywords that say nothing about the values of the schema they stand in.
pub const ASIDE: &[&str] = &[
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$id",
    "$ref",
    "$schema",
    "$vocabulary",
    "definitions",
];

/// Keywords of a schema that say more than a sentence can, and that nothing checks: documentation
/// names them.
pub const UNCHECKED: &[&str] = &[
    "not",
    "if",
    "then",
    "else",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "additionalItems",
    "contains",
    "minContains",
    "maxContains",
    "contentSchema",
    "propertyNames",
    "unevaluatedItems",
];

/// Extensions of a schema: lists that name the values of its `enum`.
pub const ENUM_NAMES: &[&str] = &["x-enum-varnames", "x-enumNames", "x-enum-names"];

/// Likewise lists that describe them.
pub const ENUM_DESCRIPTIONS: &[&str] = &["x-enum-descriptions", "x-enumDescriptions"];
