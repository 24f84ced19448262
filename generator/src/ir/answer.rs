use super::{Docs, Ident, Kinds, Name, Type};

/// A documented answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Which statuses.
    pub status: Status,
    /// What the document says of it.
    pub docs: Docs,
    /// The pointer of the response object.
    pub pointer: String,
    /// What it may hold; nothing where the answer has no content.
    pub contents: Vec<Content>,
    /// The headers it declares: indices into `Api::headers`.
    pub headers: Vec<usize>,
}

/// A header that answers declare: a constant of the module `headers`.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Its constant, `X_RATE_LIMIT`, and its name.
    pub name: Name,
    /// Its description.
    pub docs: Docs,
    /// How it is written.
    pub form: HeaderForm,
    /// Its type.
    pub ty: Type,
}

/// How a header is written, with the JSON types that its parts may be of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderForm {
    /// A scalar: strings, numbers, dates, enums.
    One(Kinds),
    /// A list of scalars.
    List(Kinds),
    /// An object of scalars.
    Object {
        /// `a=1,b=2` and not `a,1,b,2`.
        explode: bool,
        /// Its members by name.
        members: Vec<(String, Kinds)>,
        /// Of the members without a name.
        rest: Kinds,
    },
    /// `content: application/json`.
    Json,
}

/// A media type of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// `application/json`, as the document writes it.
    pub media_type: String,
    /// What is made of its bytes.
    pub reading: Reading,
    /// What it is read into; of a stream an item's.
    pub payload: Payload,
}

/// What is made of the bytes of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// There are none.
    Empty,
    /// JSON.
    Json,
    /// Text as it is.
    Text,
    /// XML, as text.
    Xml,
    /// Bytes as they are.
    Bytes,
    /// Server-Sent Events whose data is JSON.
    Events,
    /// Server-Sent Events whose data is text.
    TextEvents,
    /// JSON values, one a line.
    JsonLines,
    /// JSON values, each behind a record separator.
    JsonSeq,
}

impl Reading {
    /// Whether it is made of items that come one by one.
    pub fn is_stream(self) -> bool {
        self.is_events() || matches!(self, Self::JsonLines | Self::JsonSeq)
    }

    /// Whether it is Server-Sent Events.
    pub fn is_events(self) -> bool {
        matches!(self, Self::Events | Self::TextEvents)
    }
}

/// What content is read into.
#[derive(Clone, Debug, PartialEq)]
pub enum Payload {
    /// JSON: its type.
    Json(Type),
    /// Text: a `String`.
    Text,
    /// Anything: `Bytes`.
    Bytes,
}

/// What a call comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// What it gives.
    pub success: Outcome,
    /// What it fails with.
    pub failure: Outcome,
    /// What it gives while it arrives, by `stream`, or by `send` where [`Outcome::Stream`] says so.
    pub stream: Option<Stream>,
    /// Which answer is which of these.
    pub rows: Vec<Row>,
    /// What is asked for, `application/json, text/csv`; empty where nothing is.
    pub accept: String,
}

/// What the answers of a kind, results or errors, are read into.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// There is no such answer: `restitch::Undocumented`.
    Never,
    /// None has content: `()`.
    Nothing,
    /// All have the same type: that.
    One(Payload),
    /// They differ: an enum.
    Cases(Cases),
    /// The one that [`Results::stream`] is.
    Stream,
}

/// `enum GetPetError { NotFound(types::BasicError), Gone }`, beside the call.
#[derive(Clone, Debug, PartialEq)]
pub struct Cases {
    /// Its name.
    pub ident: Ident,
    /// The pointer of the `responses` object.
    pub pointer: String,
    /// Its variants.
    pub cases: Vec<Case>,
    /// The enum that it is another name of, because the two are alike in all that is written of them.
    pub same_as: Option<SameCases>,
}

/// The enum of answers of which others are other names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameCases {
    /// The module in which it stands, where that is another one.
    pub module: Option<Ident>,
    /// Its name.
    pub of: Ident,
}

/// A variant for an answer, or for one of its media types.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Its name, after the status: `NotFound`, `OkJson`.
    pub ident: Ident,
    /// The status.
    pub status: Status,
    /// What the document says of the answer.
    pub docs: Docs,
    /// What it holds.
    pub payload: Option<Payload>,
}

/// Something that is read while it arrives.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    /// `Events`, `TextEvents`, `JsonLines`, `JsonSeq`, or `Bytes`. Events may be JSON values in a row
    /// too, by the content type of the answer.
    pub reading: Reading,
    /// What an item is read into.
    pub payload: Payload,
    /// What such values are read into, where that is another type than that of the events.
    pub values: Option<Payload>,
    /// What is asked for: `text/event-stream`.
    pub accept: String,
}

/// A row of the table by which an answer is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which statuses.
    pub status: Status,
    /// What is made of the bytes.
    pub reading: Reading,
    /// The media type, in lower case and without parameters, where `reading` does not say it.
    pub media_type: Option<String>,
    /// Whether it is an error.
    pub error: bool,
    /// The index of the variant, where the outcome is an enum.
    pub case: u16,
}

/// Which statuses an answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// `200`.
    Exact(u16),
    /// `2XX`, the first digit.
    Range(u8),
    /// `default`.
    Default,
}

impl Payload {
    /// The type as it is written outside the generated code.
    pub fn rust_name(&self) -> String {
        match self {
            Self::Json(ty) => ty.rust_name(),
            Self::Text => "String".to_owned(),
            Self::Bytes => "restitch::Bytes".to_owned(),
        }
    }
}

impl Stream {
    /// The type as it is written outside the generated code.
    pub fn rust_name(&self) -> String {
        let item = self.payload.rust_name();
        if let Some(values) = &self.values {
            return format!("restitch::EventsOrValues<{item}, {}>", values.rust_name());
        }
        match self.reading {
            reading if reading.is_events() => format!("restitch::EventStream<{item}>"),
            reading if reading.is_stream() => format!("restitch::JsonStream<{item}>"),
            _ => "restitch::Body".to_owned(),
        }
    }
}

impl Results {
    /// The type of an outcome as it is written outside the generated code; its enum stands in
    /// `module`.
    pub fn rust_name(&self, outcome: &Outcome, module: &str) -> String {
        match (outcome, &self.stream) {
            (Outcome::One(payload), _) => payload.rust_name(),
            (Outcome::Cases(cases), _) => format!("{module}::{}", cases.ident.as_str()),
            (Outcome::Stream, Some(stream)) => stream.rust_name(),
            (Outcome::Nothing | Outcome::Stream, _) => "()".to_owned(),
            (Outcome::Never, _) => "restitch::Undocumented".to_owned(),
        }
    }

    /// The enums of the call.
    pub fn enums(&self) -> impl Iterator<Item = &Cases> {
        [&self.success, &self.failure]
            .into_iter()
            .filter_map(|outcome| match outcome {
                Outcome::Cases(cases) => Some(cases),
                _ => None,
            })
    }
}
