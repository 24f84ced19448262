//! The program to be written, as plain data: what `translate` makes and `emit` prints.
//!
//! Every name that will appear in Rust is here, as an [`Ident`] beside the wire name and the JSON
//! pointer it came from. Nothing here knows of `OpenAPI`, quote or JSON.

mod answer;
mod body;
mod fact;
mod incoming;
mod media;
mod operation;
mod rust_name;
mod server;
mod signature;
mod types;
mod union;

pub use answer::{
    Answer, Case, Cases, Content, Header, HeaderForm, Outcome, Payload, Reading, Results, Row,
    SameCases, Status, Stream,
};
pub use body::{Body, BodyContent, Encoding};
pub use fact::{Fact, LONGEST_EXAMPLE, Words};
pub use incoming::{Incoming, Origin};
pub use media::MediaKind;
pub use operation::{Handle, Listed, Location, Operation, Parameter, Scheme, SchemeKind, Style};
pub use server::{
    OwnChoice, OwnServer, OwnValue, OwnVariable, Server, ServerValues, ServerVariable,
};
pub use signature::Input;
pub use types::{
    Dates, Field, Literal, PartHeader, Path, Presence, Preset, Record, Rest, Same, Scalar,
    StringEnum, Tuple, TupleItem, Type, TypeDef, TypeKind, ValueEnum, ValueKind, Variant,
};
pub use union::{Branch, Kinds, Union};

/// A Rust identifier. Only `naming` makes one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ident(String);

impl Ident {
    /// From text that `naming` has seen to be an identifier (`r#type` included).
    pub(crate) fn checked(text: String) -> Self {
        Self(text)
    }

    /// The text, `r#type` for a raw identifier.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A name in Rust, on the wire, and in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The Rust identifier.
    pub ident: Ident,
    /// As the document writes it: a schema's key, a property, an `operationId`.
    pub wire: String,
    /// JSON pointer with `#`, `#/components/schemas/Pet`; for another file its name comes before.
    pub pointer: String,
}

/// Documentation: Markdown text of the document as it stands there, and what we say beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// The first paragraph; empty where the document says nothing.
    pub summary: String,
    /// What follows.
    pub description: String,
    /// What the document says in keywords and the Rust type does not: one sentence each.
    pub facts: Vec<Fact>,
}

/// A whole client.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// `info.description`.
    pub docs: Docs,
    /// The servers, in document order.
    pub servers: Vec<Server>,
    /// The security schemes, in document order; operations refer to them by index.
    pub schemes: Vec<Scheme>,
    /// The servers that operations have for themselves, where they can be chosen among.
    pub own_servers: Vec<OwnChoice>,
    /// The variables of servers that operations have for themselves.
    pub own_variables: Vec<OwnVariable>,
    /// The operations without a tag: methods of the client.
    pub operations: Vec<Operation>,
    /// One handle a tag.
    pub handles: Vec<Handle>,
    /// What the server sends by itself: webhooks and callbacks.
    pub incoming: Vec<Incoming>,
    /// The headers that answers declare.
    pub headers: Vec<Header>,
    /// The types, by Rust name.
    pub types: Vec<TypeDef>,
}
