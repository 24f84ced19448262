use super::{Kind, Shape};

/// A key of an object, and what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key; empty where it is a name that the document chooses.
    pub key: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What it costs to leave the key out because its value is of no use.
    pub loss: Loss,
}

/// What stands at a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Objects that `OpenAPI` defines.
    Shape(Shape),
    /// Data.
    Plain(Plain),
}

/// JSON types of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// Anything.
    Any,
    /// A string.
    Text,
    /// A boolean.
    Flag,
    /// A non-negative integer.
    Count,
    /// A number.
    Number,
    /// An array of strings.
    Texts,
    /// An object of strings.
    TextMap,
    /// An object of arrays of strings.
    TextLists,
    /// An array of anything.
    Items,
    /// An object of anything.
    Object,
    /// `type`: a string or an array of strings.
    Type,
    /// `exclusiveMinimum`: a boolean (3.0) or a number (3.1).
    Bound,
}

impl Plain {
    /// As diagnostics say it, after 'it must be'.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Any => "any value",
            Self::Text => "a string",
            Self::Flag => "`true` or `false`",
            Self::Count => "a non-negative integer",
            Self::Number => "a number",
            Self::Texts => "an array of strings",
            Self::TextMap => "an object whose values are strings",
            Self::TextLists => "an object whose values are arrays of strings",
            Self::Items => "an array",
            Self::Object => "an object",
            Self::Type => "a string or an array of strings",
            Self::Bound => "a number or a boolean",
        }
    }
}

/// What it costs to leave a key out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Nothing is read wrongly: a documentation, or a check that is not made.
    Loosens,
    /// The object would mean something else: it can not be used.
    Breaks,
}

impl Field {
    const fn plain(key: &'static str, plain: Plain) -> Self {
        Self {
            key,
            takes: Takes::Plain(plain),
            loss: Loss::Loosens,
        }
    }

    const fn shape(key: &'static str, shape: Shape) -> Self {
        Self {
            key,
            takes: Takes::Shape(shape),
            loss: Loss::Loosens,
        }
    }

    /// The object is of no use without.
    pub(super) const fn breaks(self) -> Self {
        Self {
            loss: Loss::Breaks,
            ..self
        }
    }
}

pub(super) const fn any(key: &'static str) -> Field {
    Field::plain(key, Plain::Any)
}

pub(super) const fn text(key: &'static str) -> Field {
    Field::plain(key, Plain::Text)
}

pub(super) const fn flag(key: &'static str) -> Field {
    Field::plain(key, Plain::Flag)
}

pub(super) const fn count(key: &'static str) -> Field {
    Field::plain(key, Plain::Count)
}

pub(super) const fn plain(key: &'static str, plain: Plain) -> Field {
    Field::plain(key, plain)
}

pub(super) const fn one(key: &'static str, kind: Kind) -> Field {
    Field::shape(key, Shape::One(kind))
}

pub(super) const fn list(key: &'static str, kind: Kind) -> Field {
    Field::shape(key, Shape::List(kind))
}

pub(super) const fn map(key: &'static str, kind: Kind) -> Field {
    Field::shape(key, Shape::Map(kind))
}
