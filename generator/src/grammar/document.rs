//! The document around its operations.

use super::Kind;
use super::field::{Plain, flag, list, map, one, plain, text};
use super::table::Table;

pub(super) static DOCUMENT: Table = Table::of(&[
    text("$self"),
    one("components", Kind::Components),
    one("externalDocs", Kind::ExternalDocs),
    one("info", Kind::Info),
    text("jsonSchemaDialect"),
    text("openapi"),
    one("paths", Kind::Paths),
    list("security", Kind::SecurityRequirement),
    list("servers", Kind::Server),
    list("tags", Kind::Tag),
    map("webhooks", Kind::PathItem),
    // What ReDoc and others read of documents of 3.0, which has no webhooks.
    map("x-webhooks", Kind::PathItem),
]);

pub(super) static INFO: Table = Table::of(&[
    one("contact", Kind::Contact),
    text("description"),
    one("license", Kind::License),
    text("summary"),
    text("termsOfService"),
    text("title"),
    text("version"),
]);

pub(super) static CONTACT: Table = Table::of(&[text("email"), text("name"), text("url")]);

pub(super) static LICENSE: Table = Table::of(&[text("identifier"), text("name"), text("url")]);

pub(super) static SERVER: Table = Table::of(&[
    text("description"),
    text("name"),
    text("url").breaks(),
    map("variables", Kind::ServerVariable).breaks(),
]);

pub(super) static SERVER_VARIABLE: Table = Table::of(&[
    text("default").breaks(),
    text("description"),
    plain("enum", Plain::Texts),
]);

pub(super) static COMPONENTS: Table = Table::of(&[
    map("callbacks", Kind::Callback),
    map("examples", Kind::Example),
    map("headers", Kind::Header),
    map("links", Kind::Link),
    map("mediaTypes", Kind::MediaType),
    map("parameters", Kind::Parameter),
    map("pathItems", Kind::PathItem),
    map("requestBodies", Kind::RequestBody),
    map("responses", Kind::Response),
    map("schemas", Kind::Schema),
    map("securitySchemes", Kind::SecurityScheme),
]);

pub(super) static EXTERNAL_DOCS: Table = Table::of(&[text("description"), text("url")]);

pub(super) static TAG: Table = Table::of(&[
    text("description"),
    one("externalDocs", Kind::ExternalDocs),
    text("kind"),
    text("name").breaks(),
    text("parent"),
    text("summary"),
]);

pub(super) static SECURITY_SCHEME: Table = Table::of(&[
    text("bearerFormat"),
    flag("deprecated"),
    text("description"),
    one("flows", Kind::OAuthFlows),
    text("in").breaks(),
    text("name").breaks(),
    text("oauth2MetadataUrl"),
    text("openIdConnectUrl"),
    text("scheme").breaks(),
    text("type").breaks(),
]);

pub(super) static OAUTH_FLOWS: Table = Table::of(&[
    one("authorizationCode", Kind::OAuthFlow),
    one("clientCredentials", Kind::OAuthFlow),
    one("deviceAuthorization", Kind::OAuthFlow),
    one("implicit", Kind::OAuthFlow),
    one("password", Kind::OAuthFlow),
]);

pub(super) static OAUTH_FLOW: Table = Table::of(&[
    text("authorizationUrl"),
    text("deviceAuthorizationUrl"),
    text("refreshUrl"),
    plain("scopes", Plain::TextMap),
    text("tokenUrl"),
]);
