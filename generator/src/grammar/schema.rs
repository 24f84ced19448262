//! Schemas: the keywords of `OpenAPI` 3.0, and those of JSON Schema 2020-12 that 3.1 adds.

use crate::tree::{Map, Node};

use super::Kind;
use super::field::{Plain, any, count, flag, list, map, one, plain, text};
use super::table::Table;

pub(super) static SCHEMA: Table = Table::of(&[
    text("$anchor"),
    text("$comment"),
    map("$defs", Kind::Schema),
    text("$dynamicAnchor"),
    text("$dynamicRef").breaks(),
    text("$id"),
    text("$ref").breaks(),
    text("$schema"),
    plain("$vocabulary", Plain::Object),
    one("additionalItems", Kind::Schema),
    one("additionalProperties", Kind::Schema),
    list("allOf", Kind::Schema).breaks(),
    list("anyOf", Kind::Schema).breaks(),
    any("const"),
    one("contains", Kind::Schema),
    text("contentEncoding"),
    text("contentMediaType"),
    one("contentSchema", Kind::Schema),
    any("default"),
    map("definitions", Kind::Schema),
    plain("dependencies", Plain::Object),
    plain("dependentRequired", Plain::TextLists),
    map("dependentSchemas", Kind::Schema),
    flag("deprecated"),
    text("description"),
    one("discriminator", Kind::Discriminator),
    one("else", Kind::Schema),
    plain("enum", Plain::Items),
    any("example"),
    plain("examples", Plain::Items),
    plain("exclusiveMaximum", Plain::Bound),
    plain("exclusiveMinimum", Plain::Bound),
    one("externalDocs", Kind::ExternalDocs),
    text("format"),
    one("if", Kind::Schema),
    one("items", Kind::Schema),
    count("maxContains"),
    count("maxItems"),
    count("maxLength"),
    count("maxProperties"),
    plain("maximum", Plain::Number),
    count("minContains"),
    count("minItems"),
    count("minLength"),
    count("minProperties"),
    plain("minimum", Plain::Number),
    plain("multipleOf", Plain::Number),
    one("not", Kind::Schema),
    flag("nullable"),
    list("oneOf", Kind::Schema).breaks(),
    text("pattern"),
    map("patternProperties", Kind::Schema),
    list("prefixItems", Kind::Schema).breaks(),
    map("properties", Kind::Schema).breaks(),
    one("propertyNames", Kind::Schema),
    flag("readOnly"),
    plain("required", Plain::Texts).breaks(),
    one("then", Kind::Schema),
    text("title"),
    plain("type", Plain::Type).breaks(),
    one("unevaluatedItems", Kind::Schema),
    one("unevaluatedProperties", Kind::Schema),
    flag("uniqueItems"),
    flag("writeOnly"),
    one("xml", Kind::Xml),
]);

pub(super) static DISCRIMINATOR: Table = Table::of(&[
    text("defaultMapping"),
    plain("mapping", Plain::TextMap),
    text("propertyName"),
]);

pub(super) static XML: Table = Table::of(&[
    flag("attribute"),
    text("name"),
    text("namespace"),
    text("nodeType"),
    text("prefix"),
    flag("wrapped"),
]);

/// Whether a schema says `nullable: true`, which counts beside a type alone.
pub fn is_nullable(map: &Map) -> bool {
    map.get("nullable").and_then(Node::as_bool) == Some(true)
}
