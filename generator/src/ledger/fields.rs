//! What becomes of the fields of each kind of object, as far as that hangs on nothing else.

use crate::diag::Code;
use crate::grammar::{Kind, Takes};

/// What is to be said of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// What stands there decides what is generated.
    Used,
    /// Objects stand there, and each is looked at by itself.
    Below,
    /// Text for people: in the documentation, or ignored for this reason.
    Text(Code),
    /// Nothing reads it.
    Never(Code),
}

/// Of a key that the grammar has.
pub(super) fn rule(kind: Kind, key: &str, takes: Takes) -> Rule {
    use Rule::{Below, Never, Text, Used};
    match (kind, key) {
        (Kind::Contact | Kind::License | Kind::ExternalDocs, _)
        | (Kind::Info, "termsOfService" | "summary")
        | (Kind::Tag, "kind" | "parent" | "summary")
        | (Kind::Link, "description") => Text(Code::METADATA),
        (Kind::Link, "server") => Never(Code::METADATA),
        (Kind::Example, _) | (_, "example" | "examples") => Never(Code::EXAMPLE),
        (Kind::Document, "jsonSchemaDialect")
        | (Kind::Schema, "$schema" | "$vocabulary" | "$comment") => Never(Code::DIALECT),
        (Kind::Schema, "xml") => Never(Code::XML),
        (Kind::SecurityScheme, "bearerFormat" | "openIdConnectUrl" | "oauth2MetadataUrl")
        | (Kind::OAuthFlow, _)
        | (_, "description" | "summary") => Text(Code::UNDOCUMENTED),
        _ => match takes {
            Takes::Shape(_) => Below,
            Takes::Plain(_) => Used,
        },
    }
}
