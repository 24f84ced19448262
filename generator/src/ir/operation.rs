use super::{Answer, Body, Docs, Ident, Name, OwnServer, Results, Type};

/// The operations of one tag: `client.accounts()`, module `accounts`, struct `Accounts`.
#[derive(Clone, Debug, PartialEq)]
pub struct Handle {
    /// The method of the client and the module; the wire name is the tag as written.
    pub name: Name,
    /// The struct.
    pub struct_ident: Ident,
    /// The tag's description.
    pub docs: Docs,
    /// Its operations, in document order.
    pub operations: Vec<Operation>,
}

/// One operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// The function; the wire name is the `operationId` (empty where there is none).
    pub name: Name,
    /// The struct that is the call: `CreateCurrentServiceAccountKey`.
    pub struct_ident: Ident,
    /// The static that holds its table: `CREATE_CURRENT_SERVICE_ACCOUNT_KEY`.
    pub static_ident: Ident,
    /// The struct with named fields that the function takes where it would have more than seven
    /// arguments: `CreateCurrentServiceAccountKeyArgs`.
    pub args_ident: Option<Ident>,
    /// Its documentation.
    pub docs: Docs,
    /// `deprecated: true`.
    pub deprecated: bool,
    /// `POST`.
    pub method: String,
    /// The path template, `/pets/{id}`, its literal parts fit for a URL.
    pub path: String,
    /// Path parameters in the order of the template, then the others by location and wire name.
    pub parameters: Vec<Parameter>,
    /// The request body.
    pub body: Option<Body>,
    /// The documented answers, exact statuses first, then ranges, then `default`.
    pub answers: Vec<Answer>,
    /// What a call makes of them.
    pub results: Results,
    /// The alternatives, each a list of indices into `Api::schemes` that go together; an empty
    /// alternative is anonymous. No alternative at all: no credential is ever sent.
    pub security: Vec<Vec<usize>>,
    /// The servers that it has for itself, or its path; calls go to the first.
    pub servers: Vec<OwnServer>,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its argument or setter.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// `deprecated: true`.
    pub deprecated: bool,
    /// Where it goes.
    pub location: Location,
    /// How it is written.
    pub style: Style,
    /// Whether lists and objects are spread.
    pub explode: bool,
    /// `allowReserved: true`, of a query: the reserved characters of a URL stay as they are.
    pub allow_reserved: bool,
    /// The media type, `application/json`, where the parameter has `content`.
    pub media_type: Option<String>,
    /// Whether it is an argument (`true`) or a setter.
    pub required: bool,
    /// Whether `null` is a value of it.
    pub nullable: bool,
    /// Its type.
    pub ty: Type,
}

/// How the table of an operation lists a parameter; it has those of each kind one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Listed {
    /// By its name: in the path, `style: simple`.
    InPath,
    /// By its name: in the query, `style: form`, `explode: true`.
    InQuery,
    /// By all that it has.
    InFull,
}

impl Parameter {
    /// How its table lists it.
    pub fn listed(&self) -> Listed {
        match (self.location, self.style, self.explode) {
            _ if self.allow_reserved => Listed::InFull,
            (Location::Path, Style::Simple, false) => Listed::InPath,
            (Location::Query, Style::Form, true) => Listed::InQuery,
            _ => Listed::InFull,
        }
    }
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// `in: path`.
    Path,
    /// `in: query`.
    Query,
    /// `in: header`.
    Header,
    /// `in: cookie`.
    Cookie,
}

/// How a parameter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `style: simple`: path and header.
    Simple,
    /// `style: label`: path.
    Label,
    /// `style: matrix`: path.
    Matrix,
    /// `style: form`: query and cookie.
    Form,
    /// `style: spaceDelimited`: query.
    SpaceDelimited,
    /// `style: pipeDelimited`: query.
    PipeDelimited,
    /// `style: deepObject`: query.
    DeepObject,
    /// `content: { application/json: ... }`: the value's JSON text.
    Json,
}

/// A security scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct Scheme {
    /// The builder's method; the wire name is the scheme's key.
    pub name: Name,
    /// Its description.
    pub docs: Docs,
    /// How its credential is sent.
    pub kind: SchemeKind,
}

/// How a credential is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// `type: http, scheme: basic`.
    Basic,
    /// `type: http, scheme: bearer`, `oauth2` and `openIdConnect`.
    Bearer,
    /// `type: http` of any other scheme, by its name: the whole value of `Authorization` is given.
    Authorization(String),
    /// `type: apiKey`: where, and under which name.
    ApiKey(Location, String),
    /// One that `security` names and the document does not describe, or not so that it can be read:
    /// the whole value of `Authorization` is given, and without it no call goes out.
    Undescribed,
}
