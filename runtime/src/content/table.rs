//! What the document says of a request body, as constants.

use crate::tables::Param;

/// A media type of a request body, and how a value becomes its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Media {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) encoding: &'static [Encoding],
}

/// How a value becomes bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Json,
    /// The items of a list, one a line.
    JsonLines,
    /// The same, each behind a record separator (RFC 7464).
    JsonSeq,
    Form,
    Multipart,
    /// Text and bytes, which are bytes already.
    Raw,
}

impl Media {
    /// `application/json` itself.
    pub const JSON: Self = Self::json("application/json");

    const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            encoding: &[],
        }
    }

    /// JSON under another name.
    pub const fn json(media_type: &'static str) -> Self {
        Self::new(media_type, Kind::Json)
    }

    /// JSON values in a row, one a line.
    pub const fn json_lines(media_type: &'static str) -> Self {
        Self::new(media_type, Kind::JsonLines)
    }

    /// JSON values in a row, each behind a record separator.
    pub const fn json_seq(media_type: &'static str) -> Self {
        Self::new(media_type, Kind::JsonSeq)
    }

    /// `application/x-www-form-urlencoded`.
    pub const fn form(media_type: &'static str) -> Self {
        Self::new(media_type, Kind::Form)
    }

    /// `multipart/form-data` and its like.
    pub const fn multipart(media_type: &'static str) -> Self {
        Self::new(media_type, Kind::Multipart)
    }

    /// Text or bytes. The media type is empty where the document names a range of them.
    pub const fn raw(media_type: &'static str) -> Self {
        Self::new(media_type, Kind::Raw)
    }

    /// How some members are written otherwise than by default.
    #[must_use]
    pub const fn encoding(mut self, encoding: &'static [Encoding]) -> Self {
        self.encoding = encoding;
        self
    }

    pub(crate) fn encoding_of(&self, name: &str) -> Encoding {
        let of_name = |encoding: &&Encoding| encoding.name == name;
        let found = self.encoding.iter().find(of_name);
        found.copied().unwrap_or(Encoding::new(""))
    }
}

/// An `Encoding` object: how one member of a form or multipart body is written (`OpenAPI` 3.1,
/// section 4.8.15).
#[derive(Clone, Copy, Debug)]
pub struct Encoding {
    pub(crate) name: &'static str,
    /// Empty where it follows from the value.
    pub(crate) media_type: &'static str,
    /// The parameter of a query that it is written like, where `style`, `explode` or
    /// `allowReserved` is said.
    pub(crate) style: Option<Param>,
    /// Of a part: headers that have only one value.
    pub(crate) headers: &'static [(&'static str, &'static str)],
}

impl Encoding {
    /// The default one of a member.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            media_type: "",
            style: None,
            headers: &[],
        }
    }

    /// `contentType`.
    #[must_use]
    pub const fn media_type(mut self, media_type: &'static str) -> Self {
        self.media_type = media_type;
        self
    }

    /// `style`, `explode`: as a parameter of a query, which has the member's name.
    #[must_use]
    pub const fn style(mut self, style: Param) -> Self {
        self.style = Some(style);
        self
    }

    /// Headers of the part.
    #[must_use]
    pub const fn headers(mut self, headers: &'static [(&'static str, &'static str)]) -> Self {
        self.headers = headers;
        self
    }
}
