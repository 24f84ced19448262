//! Operations: what is sent and what comes back.

use super::Kind;
use super::field::{Plain, any, flag, list, map, one, plain, text};
use super::table::Table;

pub(super) static PATH_ITEM: Table = Table::of(&[
    text("$ref").breaks(),
    map("additionalOperations", Kind::Operation),
    one("delete", Kind::Operation),
    text("description"),
    one("get", Kind::Operation),
    one("head", Kind::Operation),
    one("options", Kind::Operation),
    list("parameters", Kind::Parameter),
    one("patch", Kind::Operation),
    one("post", Kind::Operation),
    one("put", Kind::Operation),
    one("query", Kind::Operation),
    list("servers", Kind::Server),
    text("summary"),
    one("trace", Kind::Operation),
]);

pub(super) static OPERATION: Table = Table::of(&[
    map("callbacks", Kind::Callback),
    flag("deprecated"),
    text("description"),
    one("externalDocs", Kind::ExternalDocs),
    text("operationId"),
    list("parameters", Kind::Parameter),
    one("requestBody", Kind::RequestBody),
    one("responses", Kind::Responses),
    list("security", Kind::SecurityRequirement),
    list("servers", Kind::Server).breaks(),
    text("summary"),
    plain("tags", Plain::Texts),
]);

pub(super) static PARAMETER: Table = Table::of(&[
    text("$ref").breaks(),
    flag("allowEmptyValue"),
    flag("allowReserved"),
    map("content", Kind::MediaType).breaks(),
    flag("deprecated"),
    text("description"),
    any("example"),
    map("examples", Kind::Example),
    flag("explode").breaks(),
    text("in").breaks(),
    text("name").breaks(),
    flag("required").breaks(),
    one("schema", Kind::Schema),
    text("style").breaks(),
]);

pub(super) static HEADER: Table = Table::of(&[
    text("$ref").breaks(),
    flag("allowEmptyValue"),
    flag("allowReserved"),
    map("content", Kind::MediaType).breaks(),
    flag("deprecated"),
    text("description"),
    any("example"),
    map("examples", Kind::Example),
    flag("explode").breaks(),
    flag("required").breaks(),
    one("schema", Kind::Schema),
    text("style"),
]);

pub(super) static REQUEST_BODY: Table = Table::of(&[
    text("$ref").breaks(),
    map("content", Kind::MediaType).breaks(),
    text("description"),
    flag("required").breaks(),
]);

pub(super) static MEDIA_TYPE: Table = Table::of(&[
    text("$ref").breaks(),
    map("encoding", Kind::Encoding).breaks(),
    any("example"),
    map("examples", Kind::Example),
    one("itemEncoding", Kind::Encoding),
    one("itemSchema", Kind::Schema),
    list("prefixEncoding", Kind::Encoding),
    one("schema", Kind::Schema),
]);

pub(super) static ENCODING: Table = Table::of(&[
    flag("allowReserved").breaks(),
    text("contentType").breaks(),
    map("encoding", Kind::Encoding),
    flag("explode").breaks(),
    map("headers", Kind::Header),
    one("itemEncoding", Kind::Encoding),
    list("prefixEncoding", Kind::Encoding),
    text("style").breaks(),
]);

pub(super) static RESPONSE: Table = Table::of(&[
    text("$ref").breaks(),
    map("content", Kind::MediaType).breaks(),
    text("description"),
    map("headers", Kind::Header),
    map("links", Kind::Link),
    text("summary"),
]);

pub(super) static EXAMPLE: Table = Table::of(&[
    text("$ref"),
    any("dataValue"),
    text("description"),
    text("externalValue"),
    text("serializedValue"),
    text("summary"),
    any("value"),
]);

pub(super) static LINK: Table = Table::of(&[
    text("$ref").breaks(),
    text("description"),
    text("operationId").breaks(),
    text("operationRef").breaks(),
    plain("parameters", Plain::Object),
    any("requestBody"),
    one("server", Kind::Server),
]);
