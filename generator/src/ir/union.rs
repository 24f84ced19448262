use super::{Docs, Ident, Name, Type};

/// One of several schemas: `oneOf: [Cat, Dog]` becomes
/// `pub enum Pet { Cat(Cat), Dog(Dog), Unknown(restitch::Json) }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The branches, in the order in which they are tried.
    pub branches: Vec<Branch>,
    /// The variant that keeps a value which no branch is for.
    pub fallback: Ident,
    /// The property whose value names the branch: a discriminator's `propertyName`, or one that is
    /// another constant in each branch.
    pub tag: Option<String>,
}

/// A branch of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// The variant; the wire name is where the branch leads.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// The type of its value.
    pub ty: Type,
    /// Whether the value stands in a `Box`, because the type would be infinite without.
    pub boxed: bool,
    /// The JSON types that its value may have.
    pub kinds: Kinds,
    /// JSON texts: of an object the values of the tag, of a scalar its own.
    pub tags: Vec<String>,
    /// The keys that tell its objects from those of other branches.
    pub required: Vec<String>,
    /// Whether its type says which branch is meant, so that there is a `From`.
    pub from: bool,
}

/// A set of JSON types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(pub u8);

impl Kinds {
    /// The bits of the runtime's table.
    const NAMES: [(&'static str, u8); 7] = [
        ("null", 1),
        ("boolean", 2),
        ("integer", 4),
        ("number", 8),
        ("string", 16),
        ("array", 32),
        ("object", 64),
    ];

    /// Only objects.
    pub const OBJECT: Self = Self(64);
    /// Only strings.
    pub const STRING: Self = Self(16);
    /// Any value that has no parts, but `null`.
    pub const SCALAR: Self = Self(2 | 4 | 8 | 16);
    /// Any value, none better than another branch.
    pub const ANY: Self = Self(255);

    /// Of a word that `type` may have.
    pub fn of(word: &str) -> Self {
        let known = Self::NAMES.iter().find(|(name, _)| *name == word);
        Self(known.map_or(255, |(_, bit)| *bit))
    }

    /// Objects of any keys, none better than another branch.
    #[must_use]
    pub fn loose(self) -> Self {
        Self(self.0 | 128)
    }

    /// Whether another branch that fits says more.
    pub fn is_loose(self) -> bool {
        self.0 & 128 != 0
    }

    /// Whether a value can be of both.
    pub fn meets(self, other: Self) -> bool {
        let widened = |kinds: Self| {
            if kinds.0 & 0b1100 == 0 {
                kinds.0
            } else {
                kinds.0 | 4
            }
        };
        widened(self) & widened(other) & 127 != 0
    }

    /// Whether no value has parts.
    pub fn is_scalar(self) -> bool {
        self.0 & (32 | 64 | 128) == 0
    }

    /// Whether a value is of either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The words.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        let bits = self.0;
        let names = Self::NAMES.into_iter();
        names
            .filter(move |(_, bit)| bits & bit != 0)
            .map(|(name, _)| name)
    }
}

impl Branch {
    /// The type of the variant's value with its `Box`: `Box<types::Pet>`.
    pub fn rust_name(&self) -> String {
        let name = self.ty.rust_name();
        if self.boxed {
            format!("Box<{name}>")
        } else {
            name
        }
    }
}
