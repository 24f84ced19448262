//! The document around its operations.

use super::Kind;
use super::field::{Field, Plain, flag, list, map, one, plain, text};

pub(super) const DOCUMENT: &[Field] = &[
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
];

pub(super) const INFO: &[Field] = &[
    one("contact", Kind::Contact),
    text("description"),
    one("license", Kind::License),
    text("summary"),
    text("termsOfService"),
    text("title"),
    text("version"),
];

pub(super) const CONTACT: &[Field] = &[text("email"), text("name"), text("url")];

pub(super) const LICENSE: &[Field] = &[text("identifier"), text("name"), text("url")];

pub(super) const SERVER: &[Field] = &[
    text("description"),
    text("name"),
    text("url").breaks(),
    map("variables", Kind::ServerVariable).breaks(),
];

pub(super) const SERVER_VARIABLE: &[Field] = &[
    text("default").breaks(),
    text("description"),
    plain("enum", Plain::Texts),
];

pub(super) const COMPONENTS: &[Field] = &[
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
];

pub(super) const EXTERNAL_DOCS: &[Field] = &[text("description"), text("url")];

pub(super) const TAG: &[Field] = &[
    text("description"),
    one("externalDocs", Kind::ExternalDocs),
    text("kind"),
    text("name").breaks(),
    text("parent"),
    text("summary"),
];

pub(super) const SECURITY_SCHEME: &[Field] = &[
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
];

pub(super) const OAUTH_FLOWS: &[Field] = &[
    one("authorizationCode", Kind::OAuthFlow),
    one("clientCredentials", Kind::OAuthFlow),
    one("deviceAuthorization", Kind::OAuthFlow),
    one("implicit", Kind::OAuthFlow),
    one("password", Kind::OAuthFlow),
];

pub(super) const OAUTH_FLOW: &[Field] = &[
    text("authorizationUrl"),
    text("deviceAuthorizationUrl"),
    text("refreshUrl"),
    plain("scopes", Plain::TextMap),
    text("tokenUrl"),
];
