use super::{Docs, Ident, Name, Union};

/// A type of the module `types`.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeDef {
    /// Its name.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// `deprecated: true`.
    pub deprecated: bool,
    /// What it is.
    pub kind: TypeKind,
    /// What it derives beside what every type does, as the build script asked for.
    pub derives: Vec<Path>,
    /// The type that it is another name of, because the two are alike in all that is written of
    /// them.
    pub same_as: Option<Same>,
}

impl TypeDef {
    /// Whether it is written down: not another name of a type that is.
    pub fn is_written(&self) -> bool {
        self.same_as.is_none()
    }
}

/// The type of which others are other names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Same {
    /// Its name.
    pub of: Ident,
    /// Its companion, of a record that has one.
    pub required: Option<Ident>,
}

/// A path to something of the user's own or of a crate's: `crate::money::Money`. It comes from the
/// build script, never from the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Whether it begins with `::`, and so with the name of a crate.
    pub global: bool,
    /// Its segments, each with its generic arguments.
    pub segments: Vec<(Ident, Vec<Path>)>,
}

/// What a named type is.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeKind {
    /// `type: object` with properties becomes a struct.
    Record(Record),
    /// `type: string, enum: [a, b]` becomes an enum with a fallback.
    StringEnum(StringEnum),
    /// `enum: [1, 2, 3]` and `enum: [auto, 1, true]` become an enum with a fallback too.
    ValueEnum(ValueEnum),
    /// `prefixItems: [a, b]` becomes a tuple struct.
    Tuple(Tuple),
    /// `oneOf` and `anyOf` of several schemas become an enum with a fallback.
    Union(Union),
    /// Any other named schema becomes `pub type Name = ...;`.
    Alias(Type),
}

impl TypeKind {
    /// Whether it is a type of its own that is read and written: no other name of one, and no parts
    /// of a body.
    pub fn is_value(&self) -> bool {
        match self {
            Self::Record(record) => !record.parts,
            Self::Alias(_) => false,
            _ => true,
        }
    }
}

/// A struct.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The fields in document order.
    pub fields: Vec<Field>,
    /// The companion struct that `new` takes where there are more than three required fields.
    pub required: Option<Ident>,
    /// Whether its fields are the parts of a multipart body, files among them: then it is sent, and
    /// is no value of the codec.
    pub parts: bool,
    /// Of parts: the fields that are headers of a part.
    pub headers: Vec<PartHeader>,
    /// What holds the properties that no field names; with `additionalProperties: false` nothing
    /// does.
    pub rest: Option<Rest>,
}

/// A field that is a header of a part: `headers` of an encoding object.
#[derive(Clone, Debug, PartialEq)]
pub struct PartHeader {
    /// The field.
    pub field: Ident,
    /// The name of the part.
    pub part: String,
    /// Whether the part is not sent without.
    pub required: bool,
}

/// The field of a struct for the properties that no other field names.
#[derive(Clone, Debug, PartialEq)]
pub enum Rest {
    /// `additionalProperties` unsaid, or `true`: `pub additional_properties: restitch::Extra`, raw
    /// JSON that comes and goes unchanged.
    Extra(Ident),
    /// `additionalProperties: T`: `pub additional_properties: restitch::Map<T>`.
    Map(Ident, Type),
}

impl Rest {
    /// The field's name.
    pub fn ident(&self) -> &Ident {
        match self {
            Self::Extra(ident) | Self::Map(ident, _) => ident,
        }
    }

    /// The field's type, as outlines show it.
    pub fn rust_name(&self) -> String {
        match self {
            Self::Extra(_) => "restitch::Extra".to_owned(),
            Self::Map(_, ty) => format!("restitch::Map<{}>", ty.rust_name()),
        }
    }
}

/// A field of a struct: `name: { type: string }` becomes `pub name: Option<String>`.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name; the wire name is the property.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// `deprecated: true`.
    pub deprecated: bool,
    /// Whether it may be absent or null.
    pub presence: Presence,
    /// The type of its value, without the `Option`s of `presence`.
    pub ty: Type,
    /// Whether the value stands in a `Box`, because the type would be infinite without.
    pub boxed: bool,
    /// What `new` sets it to where it is required.
    pub preset: Option<Preset>,
}

/// The value that `new` gives a field by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Preset {
    /// `const: x`, or an `enum` of one value: the only value it can have.
    Only(Literal),
    /// Of the property of a `discriminator`: the one value by which unions know the struct.
    Named(Literal),
}

impl Preset {
    /// The value.
    pub fn value(&self) -> &Literal {
        match self {
            Self::Only(value) | Self::Named(value) => value,
        }
    }
}

/// A value that generated code writes down.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// Of a `String`.
    Text(String),
    /// Of a `bool`.
    Bool(bool),
    /// Of an integer type.
    Integer(i64),
    /// Of an `f64`; finite.
    Float(f64),
    /// The variant of an enum: the type and the variant.
    Variant(Ident, Ident),
}

/// Whether a field may be absent or null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// In `required`, not nullable: `T`.
    Required,
    /// In `required`, nullable: `Option<T>`, `None` written as `null`.
    RequiredNullable,
    /// Not in `required`: `Option<T>`, `None` left out; `null` reads as absent.
    Optional,
    /// Not in `required`, nullable: `Option<Option<T>>`.
    OptionalNullable,
}

impl Presence {
    /// By the two questions that decide it.
    pub fn of(required: bool, nullable: bool) -> Self {
        match (required, nullable) {
            (true, false) => Self::Required,
            (true, true) => Self::RequiredNullable,
            (false, false) => Self::Optional,
            (false, true) => Self::OptionalNullable,
        }
    }

    /// Whether every value has it.
    pub fn is_required(self) -> bool {
        matches!(self, Self::Required | Self::RequiredNullable)
    }
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A scalar.
    Scalar(Scalar),
    /// `type: array` becomes `Vec<T>`.
    Array(Box<Type>),
    /// `additionalProperties: T` becomes `restitch::Map<T>`.
    Map(Box<Type>),
    /// A value that may be `null`, inside an array or map: `Option<T>`.
    Nullable(Box<Type>),
    /// A type of the module `types`, by its Rust name.
    Named(Ident),
    /// An enum of an operation's own, by its module and name: `pets::CreatePetBody`.
    Own(Ident, Ident),
    /// A type of the user's own, which the build script put in the place of a schema's:
    /// `restitch::Foreign<crate::Money>`.
    Foreign(Path),
}

/// A type without parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// `type: string` becomes `String`.
    String,
    /// `type: boolean` becomes `bool`.
    Bool,
    /// `type: integer, format: int32` becomes `i32`.
    I32,
    /// `type: integer` becomes `i64`.
    I64,
    /// `type: integer` with bounds from 0 to beyond `i64` becomes `u64`.
    U64,
    /// `type: number` becomes `f64`.
    F64,
    /// An integer beyond 64 bits becomes `restitch::Number`, digits kept.
    Number,
    /// No type, or something that is not typed yet: `restitch::Json`, the raw text.
    Json,
    /// `type: string, format: date-time` becomes `chrono::DateTime<FixedOffset>`,
    /// `time::OffsetDateTime` or `jiff::Timestamp`.
    DateTime(Dates),
    /// `type: string, format: date` becomes `chrono::NaiveDate`, `time::Date` or
    /// `jiff::civil::Date`.
    Date(Dates),
    /// A time without an offset: `chrono::NaiveTime`, `time::Time` or `jiff::civil::Time`.
    Time(Dates),
    /// A duration of ISO 8601: `jiff::SpanFieldwise`.
    Duration,
    /// `type: string, format: uuid` becomes `uuid::Uuid`.
    Uuid,
    /// A number that becomes `rust_decimal::Decimal`.
    Decimal,
    /// A string that becomes `restitch::DecimalString`, a `rust_decimal::Decimal`.
    DecimalString,
    /// `type: string, format: ip` becomes `std::net::IpAddr`.
    Ip,
    /// `type: string, format: ipv4` becomes `std::net::Ipv4Addr`.
    Ipv4,
    /// `type: string, format: ipv6` becomes `std::net::Ipv6Addr`.
    Ipv6,
    /// `type: string, format: byte` becomes `restitch::Base64`.
    Base64,
    /// `type: string, format: base64url` becomes `restitch::Base64Url`.
    Base64Url,
    /// `type: string, format: password` becomes `restitch::Password`.
    Password,
    /// A whole body of bytes: `restitch::Body`.
    Body,
    /// A file, or bytes of a media type that the caller chooses: `restitch::File`.
    File,
}

/// A crate that has types of dates and times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dates {
    /// The crate `chrono`.
    Chrono,
    /// The crate `time`.
    Time,
    /// The crate `jiff`.
    Jiff,
}

/// An open string enum.
#[derive(Clone, Debug, PartialEq)]
pub struct StringEnum {
    /// The variants in document order.
    pub variants: Vec<Variant>,
    /// The variant that keeps a value that no variant has.
    pub fallback: Ident,
}

/// A variant; the wire name is the enum's value.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its name.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
}

/// An open enum of values that are not all strings; each variant's wire name is a JSON text.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueEnum {
    /// The variants in document order.
    pub variants: Vec<Variant>,
    /// The variant that keeps a value that no variant has.
    pub fallback: Ident,
    /// What that variant holds.
    pub of: ValueKind,
}

/// What an open enum keeps of values that it has no variant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// Integers: `i64`.
    I64,
    /// Values of any kind: `restitch::Json`.
    Json,
}

/// An array with a type for each of its first places:
/// `pub struct Row(pub i64, pub Option<String>, pub Vec<Json>)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Tuple {
    /// The places.
    pub items: Vec<TupleItem>,
    /// The type of the items behind them, where there may be any: the last field, a `Vec`.
    pub rest: Option<Type>,
}

/// A place of a tuple.
#[derive(Clone, Debug, PartialEq)]
pub struct TupleItem {
    /// Its documentation.
    pub docs: Docs,
    /// The type of its value.
    pub ty: Type,
    /// Whether every array has it (`minItems`); else it is an `Option`.
    pub required: bool,
    /// Whether the value stands in a `Box`, because the type would be infinite without.
    pub boxed: bool,
}
