//! What stands where in an `OpenAPI` document, as data.
//!
//! One table of keys for each kind of object, over all versions of `OpenAPI` 3 and both dialects
//! of JSON Schema. `lower` walks documents by it and checks JSON types against it; `resolve` cuts
//! documents into fragments by it. What the versions mean differently is not its business.

mod document;
mod field;
mod lists;
mod misspelt;
mod operation;
mod schema;
mod table;

pub use field::{Field, Loss, Plain, Takes};
pub use lists::{ASIDE, BESIDE_IN, ENUM_DESCRIPTIONS, ENUM_NAMES, UNCHECKED};
pub use misspelt::misspelt;
pub use schema::is_nullable;

use std::borrow::Cow;

use crate::tree::CARRIED;
use table::Table;

/// Where the document gives schemas names, as it is shown.
pub const SCHEMAS: &str = "#/components/schemas/";

/// A kind of object that `OpenAPI` defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The whole document.
    Document,
    /// `info`.
    Info,
    /// `info.contact`.
    Contact,
    /// `info.license`.
    License,
    /// An item of `servers`.
    Server,
    /// A value of `servers[].variables`.
    ServerVariable,
    /// `components`.
    Components,
    /// `paths`: its keys are path templates.
    Paths,
    /// A value of `paths` or `webhooks`.
    PathItem,
    /// `get`, `post` and so on.
    Operation,
    /// `externalDocs`.
    ExternalDocs,
    /// An item of `parameters`.
    Parameter,
    /// `requestBody`.
    RequestBody,
    /// A value of `content`.
    MediaType,
    /// A value of `encoding`.
    Encoding,
    /// `responses`: its keys are status codes.
    Responses,
    /// A value of `responses`.
    Response,
    /// A value of `callbacks`: its keys are runtime expressions.
    Callback,
    /// A value of `examples`, outside schemas.
    Example,
    /// A value of `links`.
    Link,
    /// A value of `headers`.
    Header,
    /// An item of the document's `tags`.
    Tag,
    /// A schema, or a boolean in its place.
    Schema,
    /// `discriminator`.
    Discriminator,
    /// `xml`.
    Xml,
    /// A value of `securitySchemes`.
    SecurityScheme,
    /// `flows`.
    OAuthFlows,
    /// A value of `flows`.
    OAuthFlow,
    /// An item of `security`: its keys are names of security schemes.
    SecurityRequirement,
}

/// How objects of a kind stand at a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The value is one.
    One(Kind),
    /// The value is an array of them.
    List(Kind),
    /// The value is an object whose keys are names and whose values are such objects.
    Map(Kind),
}

impl Shape {
    /// The kind of the objects.
    pub fn kind(self) -> Kind {
        match self {
            Self::One(kind) | Self::List(kind) | Self::Map(kind) => kind,
        }
    }
}

impl Kind {
    /// The name that diagnostics use (`a parameter`).
    pub fn noun(self) -> &'static str {
        match self {
            Self::Document => "the document",
            Self::Info => "`info`",
            Self::Contact => "`contact`",
            Self::License => "`license`",
            Self::Server => "a server",
            Self::ServerVariable => "a server variable",
            Self::Components => "`components`",
            Self::Paths => "`paths`",
            Self::PathItem => "a path item",
            Self::Operation => "an operation",
            Self::ExternalDocs => "`externalDocs`",
            Self::Parameter => "a parameter",
            Self::RequestBody => "a request body",
            Self::MediaType => "a media type",
            Self::Encoding => "an encoding",
            Self::Responses => "`responses`",
            Self::Response => "a response",
            Self::Callback => "a callback",
            Self::Example => "an example",
            Self::Link => "a link",
            Self::Header => "a header",
            Self::Tag => "a tag",
            Self::Schema => "a schema",
            Self::Discriminator => "a discriminator",
            Self::Xml => "`xml`",
            Self::SecurityScheme => "a security scheme",
            Self::OAuthFlows => "`flows`",
            Self::OAuthFlow => "an OAuth flow",
            Self::SecurityRequirement => "a security requirement",
        }
    }

    /// Whether a Reference Object may stand in its place (a schema's `$ref` is a keyword, which
    /// comes to the same).
    pub fn may_be_reference(self) -> bool {
        matches!(
            self,
            Self::Schema
                | Self::PathItem
                | Self::Parameter
                | Self::RequestBody
                | Self::MediaType
                | Self::Response
                | Self::Callback
                | Self::Example
                | Self::Link
                | Self::Header
                | Self::SecurityScheme
        )
    }

    /// The keys that are the same in every object of the kind, sorted.
    pub fn fields(self) -> &'static [Field] {
        self.table().map_or(&[], |table| table.fields)
    }

    fn table(self) -> Option<&'static Table> {
        Some(match self {
            Self::Document => &document::DOCUMENT,
            Self::Info => &document::INFO,
            Self::Contact => &document::CONTACT,
            Self::License => &document::LICENSE,
            Self::Server => &document::SERVER,
            Self::ServerVariable => &document::SERVER_VARIABLE,
            Self::Components => &document::COMPONENTS,
            Self::ExternalDocs => &document::EXTERNAL_DOCS,
            Self::Tag => &document::TAG,
            Self::SecurityScheme => &document::SECURITY_SCHEME,
            Self::OAuthFlows => &document::OAUTH_FLOWS,
            Self::OAuthFlow => &document::OAUTH_FLOW,
            Self::PathItem => &operation::PATH_ITEM,
            Self::Operation => &operation::OPERATION,
            Self::Parameter => &operation::PARAMETER,
            Self::RequestBody => &operation::REQUEST_BODY,
            Self::MediaType => &operation::MEDIA_TYPE,
            Self::Encoding => &operation::ENCODING,
            Self::Response => &operation::RESPONSE,
            Self::Example => &operation::EXAMPLE,
            Self::Link => &operation::LINK,
            Self::Header => &operation::HEADER,
            Self::Schema => &schema::SCHEMA,
            Self::Discriminator => &schema::DISCRIMINATOR,
            Self::Xml => &schema::XML,
            Self::Paths | Self::Responses | Self::Callback | Self::SecurityRequirement => {
                return None;
            }
        })
    }

    /// What stands at a key; `None` for extensions and for keys that `OpenAPI` does not define.
    pub fn field(self, key: &str) -> Option<Field> {
        if let Some(table) = self.table() {
            return table.get(key);
        }
        let takes = match self {
            // What is no path, for want of a slash, may have other faults below it.
            Self::Paths if key == "$ref" => return None,
            Self::Paths | Self::Callback if is_name(key) => {
                Takes::Shape(Shape::One(Kind::PathItem))
            }
            Self::Responses if is_name(key) => Takes::Shape(Shape::One(Kind::Response)),
            Self::SecurityRequirement => Takes::Plain(Plain::Texts),
            _ => return None,
        };
        Some(Field {
            key: "",
            takes,
            loss: Loss::Loosens,
        })
    }
}

/// The path template that a key of `paths` is, or was to be where the slash before it is missing, or
/// where a server stands before it.
pub fn path_template(key: &str) -> Option<Cow<'_, str>> {
    let text = key.trim_start();
    if text.starts_with('/') {
        return Some(Cow::Borrowed(text));
    }
    if let Some(path) = path_of_url(text) {
        return Some(Cow::Borrowed(path));
    }
    let is_other = text.is_empty() || text.contains("://") || !is_name(key);
    (!is_other).then(|| Cow::Owned(format!("/{text}")))
}

/// What stands behind the server in a URL, `https://a.example/v1/pets` or `{scheme}://{host}/pets`.
pub fn path_of_url(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    let is_variable = scheme.starts_with('{') && scheme.ends_with('}');
    let is_http = ["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    let path = rest.find('/').and_then(|start| rest.get(start..));
    (is_http || is_variable).then_some(path.unwrap_or("/"))
}

/// A key that is neither an extension nor `$ref`.
fn is_name(key: &str) -> bool {
    !key.starts_with("x-") && key != "$ref"
}

/// The methods that a path item has keys for, in the order in which its operations are taken;
/// `query` is of 3.2.
pub const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// Whether a text is a token: what methods, and names of headers and cookies, can be (RFC 9110,
/// section 5.6.2).
pub fn is_token(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_in_token)
}

/// Whether a token may have a character.
pub fn is_in_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}

/// Whether a value of a discriminator's `mapping` is a reference, not the name of a schema.
pub fn names_a_place(target: &str) -> bool {
    let is_file = |end| target.ends_with(end);
    target.contains(['#', '/']) || [".json", ".yaml", ".yml"].into_iter().any(is_file)
}

/// What objects stand at a key of an object of a kind; `None` for plain data (examples, defaults,
/// enum values, extensions). Keys that `lower` carries as `x-restitch-KEY` are read as `KEY`.
pub fn child(kind: Kind, key: &str) -> Option<Shape> {
    let key = match key.strip_prefix(CARRIED) {
        // Carried where it is a list, as it was before 2020-12.
        Some("items") if kind == Kind::Schema => return Some(Shape::List(Kind::Schema)),
        // Its other keys are expressions, which are not carried.
        Some(_) if kind == Kind::Callback => return None,
        Some(carried) => carried,
        None => key,
    };
    match kind.field(key)?.takes {
        Takes::Shape(shape) => Some(shape),
        Takes::Plain(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATTERNED: [Kind; 4] = [
        Kind::Paths,
        Kind::Responses,
        Kind::Callback,
        Kind::SecurityRequirement,
    ];

    #[test]
    fn methods_are_the_keys_of_operations() {
        let operation = Takes::Shape(Shape::One(Kind::Operation));
        let fields = Kind::PathItem.fields().iter();
        let keys = fields.filter(|field| field.takes == operation);
        let keys: Vec<_> = keys.map(|field| field.key).collect();
        let mut methods = METHODS.to_vec();
        methods.sort_unstable();
        assert_eq!(keys, methods);
    }

    /// Every kind that can be reached from the document.
    fn kinds() -> Vec<Kind> {
        let mut kinds = vec![Kind::Document, Kind::PathItem, Kind::Response];
        let mut index = 0;
        while let Some(&kind) = kinds.get(index) {
            for field in kind.fields() {
                if let Takes::Shape(shape) = field.takes
                    && !kinds.contains(&shape.kind())
                {
                    kinds.push(shape.kind());
                }
            }
            index += 1;
        }
        kinds
    }

    #[test]
    fn every_kind_is_reached_and_its_table_is_sorted() {
        let kinds = kinds();
        assert_eq!(kinds.len(), 29);
        for kind in kinds {
            let keys: Vec<_> = kind.fields().iter().map(|field| field.key).collect();
            assert!(
                keys.windows(2).all(|pair| pair[0] < pair[1]),
                "{kind:?}: {keys:?}"
            );
            assert!(
                keys.iter()
                    .all(|key| kind.field(key).is_some_and(|it| it.key == *key))
            );
            assert!(keys.iter().all(|key| {
                kind.field(&format!("{key}s"))
                    .is_none_or(|it| it.key != *key)
            }));
            assert_eq!(keys.is_empty(), PATTERNED.contains(&kind), "{kind:?}");
        }
    }

    #[test]
    fn what_keys_of_paths_were_to_be() {
        let check = |key: &str, path: Option<&str>| assert_eq!(path_template(key).as_deref(), path);
        check("/a", Some("/a"));
        check(" a/{b}", Some("/a/{b}"));
        check("https://a.example/v1/{b}?c=d", Some("/v1/{b}?c=d"));
        check("{scheme}://{host}:{port}/b", Some("/b"));
        check("HTTP://a.example", Some("/"));
        check("ftp://a.example/b", None);
        check("x-a", None);
        check("", None);
    }

    #[test]
    fn names_are_not_keywords() {
        assert_eq!(
            child(Kind::Schema, "properties"),
            Some(Shape::Map(Kind::Schema))
        );
        assert_eq!(child(Kind::Schema, "example"), None);
        assert_eq!(child(Kind::Paths, "/a"), Some(Shape::One(Kind::PathItem)));
        assert_eq!(child(Kind::Paths, "x-a"), None);
        assert_eq!(
            child(Kind::Responses, "2XX"),
            Some(Shape::One(Kind::Response))
        );
        assert_eq!(child(Kind::Responses, "x-internal"), None);
    }

    #[test]
    fn carried_keys_keep_their_shape() {
        assert_eq!(
            child(Kind::Schema, "x-restitch-prefixItems"),
            Some(Shape::List(Kind::Schema))
        );
        assert_eq!(child(Kind::Schema, "x-restitch-const"), None);
    }
}
