//! Types as Rust text, for prose and for the outline.

use super::{Dates, Field, Literal, Path, Presence, Scalar, TupleItem, Type, ValueKind};

impl Type {
    /// The type as it is written outside the generated code, with the client's own types in the
    /// module `types`: `Vec<types::Pet>`.
    pub fn rust_name(&self) -> String {
        match self {
            Self::Scalar(scalar) => scalar.rust_name().to_owned(),
            Self::Array(item) => format!("Vec<{}>", item.rust_name()),
            Self::Map(value) => format!("restitch::Map<{}>", value.rust_name()),
            Self::Nullable(value) => format!("Option<{}>", value.rust_name()),
            Self::Named(ident) => format!("types::{}", ident.as_str()),
            Self::Own(module, name) => format!("{}::{}", module.as_str(), name.as_str()),
            Self::Foreign(path) => format!("restitch::Foreign<{}>", path.rust_name()),
        }
    }
}

impl Path {
    /// The path as it is written anywhere in the user's crate.
    pub fn rust_name(&self) -> String {
        let segments = self.segments.iter().map(|(ident, arguments)| {
            let arguments: Vec<String> = arguments.iter().map(Self::rust_name).collect();
            if arguments.is_empty() {
                ident.as_str().to_owned()
            } else {
                format!("{}<{}>", ident.as_str(), arguments.join(", "))
            }
        });
        segments.collect::<Vec<_>>().join("::")
    }
}

impl Scalar {
    /// The type in Rust: `i64`, `restitch::Json`.
    pub fn rust_name(self) -> &'static str {
        match self {
            Self::String => "String",
            Self::Bool => "bool",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::U64 => "u64",
            Self::F64 => "f64",
            Self::Number => "restitch::Number",
            Self::Json => "restitch::Json",
            Self::DateTime(Dates::Chrono) => "chrono::DateTime<chrono::FixedOffset>",
            Self::DateTime(Dates::Time) => "time::OffsetDateTime",
            Self::DateTime(Dates::Jiff) => "jiff::Timestamp",
            Self::Date(Dates::Chrono) => "chrono::NaiveDate",
            Self::Date(Dates::Time) => "time::Date",
            Self::Date(Dates::Jiff) => "jiff::civil::Date",
            Self::Time(Dates::Chrono) => "chrono::NaiveTime",
            Self::Time(Dates::Time) => "time::Time",
            Self::Time(Dates::Jiff) => "jiff::civil::Time",
            Self::Duration => "jiff::SpanFieldwise",
            Self::Uuid => "uuid::Uuid",
            Self::Decimal => "rust_decimal::Decimal",
            Self::DecimalString => "restitch::DecimalString",
            Self::Ip => "std::net::IpAddr",
            Self::Ipv4 => "std::net::Ipv4Addr",
            Self::Ipv6 => "std::net::Ipv6Addr",
            Self::Base64 => "restitch::Base64",
            Self::Base64Url => "restitch::Base64Url",
            Self::Password => "restitch::Password",
            Self::Body => "restitch::Body",
            Self::File => "restitch::File",
        }
    }
}

impl Type {
    /// What an argument of this type is taken as where it is more than the type itself:
    /// `impl Into<String>`. The name is that of [`Type::rust_name`].
    pub fn is_converted(&self) -> bool {
        use Scalar::{Base64, Base64Url, Body, File, Password, String};
        match self {
            Self::Scalar(scalar) => {
                matches!(scalar, String | Base64 | Base64Url | Password | Body | File)
            }
            Self::Foreign(_) | Self::Own(..) => true,
            _ => false,
        }
    }
}

impl Field {
    /// The type of the field with its `Option`s and its `Box`: `Option<Option<String>>`.
    pub fn rust_name(&self) -> String {
        let mut name = self.ty.rust_name();
        if self.boxed {
            name = format!("Box<{name}>");
        }
        match self.presence {
            Presence::Required => name,
            Presence::RequiredNullable | Presence::Optional => format!("Option<{name}>"),
            Presence::OptionalNullable => format!("Option<Option<{name}>>"),
        }
    }
}

impl TupleItem {
    /// The type of the place with its `Option`s and its `Box`: `Option<Option<String>>`.
    pub fn rust_name(&self) -> String {
        let boxed = |ty: &Type| {
            let name = ty.rust_name();
            if self.boxed {
                format!("Box<{name}>")
            } else {
                name
            }
        };
        let value = match &self.ty {
            Type::Nullable(inner) => format!("Option<{}>", boxed(inner)),
            other => boxed(other),
        };
        if self.required {
            value
        } else {
            format!("Option<{value}>")
        }
    }
}

impl ValueKind {
    /// The type in Rust.
    pub fn rust_name(self) -> &'static str {
        match self {
            Self::I64 => "i64",
            Self::Json => "restitch::Json",
        }
    }
}

impl Literal {
    /// The value as outlines show it: text in quotes, escaped as in Rust.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => format!("{text:?}"),
            Self::Bool(value) => value.to_string(),
            Self::Integer(value) => value.to_string(),
            Self::Float(value) => value.to_string(),
            Self::Variant(ty, variant) => format!("types::{}::{}", ty.as_str(), variant.as_str()),
        }
    }
}
