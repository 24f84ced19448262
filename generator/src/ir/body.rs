use super::{Docs, Ident, MediaKind, Name, Style, Type};

/// A request body.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// The pointer of the request body object.
    pub pointer: String,
    /// Its documentation.
    pub docs: Docs,
    /// Whether it is an argument (`true`) or the setter `body`.
    pub required: bool,
    /// Whether `null` is a value of it.
    pub nullable: bool,
    /// The type that a call takes: that of the only media type, or the enum of several.
    pub ty: Type,
    /// Its media types, in document order; there is at least one.
    pub contents: Vec<BodyContent>,
    /// The enum of an operation that has several: `CreatePetBody`.
    pub choice: Option<Ident>,
}

/// A media type of a request body.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyContent {
    /// Its variant where there are several; the wire name is the media type as written.
    pub name: Name,
    /// How its bytes are made.
    pub kind: MediaKind,
    /// What `Content-Type` says; empty where the document names a range of media types, and the
    /// caller chooses.
    pub sent: String,
    /// Whether `null` is a value of it.
    pub nullable: bool,
    /// Its type: that of the schema, of JSON values in a row a list of theirs, `String` of text and
    /// XML, else `restitch::Body` or `restitch::File`; of a multipart body with files a struct of parts.
    pub ty: Type,
    /// Whether that type holds what is sent (bytes, files), and is no value of the codec.
    pub is_payload: bool,
    /// Whether the enum is made from the type by `From`: no variant before has it.
    pub from: bool,
    /// How members of a form or multipart body are written, where it is not by default.
    pub encodings: Vec<Encoding>,
}

/// How a member of a form or multipart body is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Encoding {
    /// The property.
    pub name: String,
    /// `contentType`, where it names one media type; else empty.
    pub media_type: String,
    /// `style` and `explode`, where one of them or `allowReserved` is said.
    pub style: Option<(Style, bool)>,
    /// Headers of the part that have only one value.
    pub headers: Vec<(String, String)>,
}

impl Body {
    /// Whether it is sent as it is: no value of the codec.
    pub fn is_payload(&self) -> bool {
        self.choice.is_some() || self.contents.iter().any(|content| content.is_payload)
    }
}

impl Encoding {
    /// Whether it says nothing.
    pub fn is_default(&self) -> bool {
        self.media_type.is_empty() && self.style.is_none() && self.headers.is_empty()
    }
}
