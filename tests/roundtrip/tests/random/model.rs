//! A schema as the strategies make it: what it says, in no version's words.

use serde_json::Value;

/// A schema.
#[derive(Clone, Debug)]
pub(crate) enum Schema {
    /// `{}`
    Any,
    Scalar(Scalar),
    /// `enum`, with its `type` said or not.
    Enum(Vec<Value>, bool),
    /// `const`, an `enum` of one value in 3.0.
    Const(Value),
    Object(Object),
    Array(Option<Box<Schema>>),
    Tuple(Tuple),
    AllOf(Vec<Schema>),
    /// `unevaluatedProperties` beside it, which 3.0 does not have.
    Unevaluated(Box<Schema>, Additional),
    /// Becomes a parent and its heirs, all components.
    Family(Box<Family>),
    Parent(Parent),
    Heir(Heir),
    Union(Union),
    /// Several types, of which 3.0 takes the first.
    Types(Vec<&'static str>),
    /// A value of the schema, or `null`.
    Nullable(Box<Schema>),
    /// The component at this place, counted around.
    Ref(usize),
    /// A keyword beside it that decides no type.
    Beside(Note, Box<Schema>),
}

/// A scalar, with its format or bounds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scalar {
    Bool,
    Integer(&'static str),
    /// `minimum` and `maximum`, as JSON texts.
    Bounded(&'static str, &'static str),
    Number(&'static str),
    Text(&'static str),
}

/// `type: object`, or what is said of one without the `type`.
#[derive(Clone, Debug)]
pub(crate) struct Object {
    pub(crate) typed: bool,
    pub(crate) properties: Vec<Property>,
    /// Names in `required` that no property declares.
    pub(crate) undeclared: Vec<String>,
    /// Of the patterns in `words`, by place.
    pub(crate) patterns: Vec<(usize, Schema)>,
    pub(crate) additional: Additional,
}

#[derive(Clone, Debug)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) schema: Schema,
    pub(crate) required: bool,
    pub(crate) access: Access,
}

/// `readOnly`, `writeOnly`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Both,
    Read,
    Write,
}

/// `additionalProperties`.
#[derive(Clone, Debug)]
pub(crate) enum Additional {
    Unsaid,
    No,
    Yes,
    Schema(Box<Schema>),
}

/// `prefixItems`.
#[derive(Clone, Debug)]
pub(crate) struct Tuple {
    pub(crate) items: Vec<Schema>,
    pub(crate) least: usize,
    pub(crate) rest: Additional,
}

/// `oneOf`, `anyOf`.
#[derive(Clone, Debug)]
pub(crate) struct Union {
    pub(crate) word: &'static str,
    pub(crate) branches: Vec<Schema>,
    /// `type: 'null'` among the branches; `nullable` in 3.0.
    pub(crate) null: bool,
    pub(crate) discriminator: Option<Discriminator>,
}

/// A parent with its heirs, each with the values of the mapping that name it.
#[derive(Clone, Debug)]
pub(crate) struct Family {
    pub(crate) parent: Object,
    pub(crate) property: String,
    pub(crate) mapped: bool,
    pub(crate) heirs: Vec<(Object, Vec<String>)>,
}

/// A `discriminator` without a union. Its values are those of the heirs, and without a mapping the
/// parent's own.
#[derive(Clone, Debug)]
pub(crate) struct Parent {
    pub(crate) object: Object,
    pub(crate) heirs: Vec<usize>,
    pub(crate) discriminator: Discriminator,
}

/// `allOf` of the component at a place and an object.
#[derive(Clone, Debug)]
pub(crate) struct Heir {
    pub(crate) parent: usize,
    pub(crate) object: Object,
}

/// `discriminator`, of branches that are components.
#[derive(Clone, Debug)]
pub(crate) struct Discriminator {
    pub(crate) property: String,
    /// With a `mapping`, of values to branches.
    pub(crate) mapped: bool,
    /// The values that name each branch; without a mapping the component's key is put here.
    pub(crate) values: Vec<Vec<String>>,
}

#[derive(Clone, Debug)]
pub(crate) enum Note {
    Title(String),
    Description(String),
    Deprecated,
    Default(Value),
}

impl Schema {
    /// Everything in it, and itself last.
    pub(crate) fn each(&mut self, change: &mut impl FnMut(&mut Self)) {
        match self {
            Self::Object(object) => object.each(change),
            Self::Parent(Parent { object, .. }) | Self::Heir(Heir { object, .. }) => {
                object.each(change);
            }
            Self::Family(family) => {
                family.parent.each(change);
                for (heir, _) in &mut family.heirs {
                    heir.each(change);
                }
            }
            Self::Unevaluated(of, said) => {
                of.each(change);
                if let Additional::Schema(values) = said {
                    values.each(change);
                }
            }
            Self::Array(Some(item)) | Self::Nullable(item) | Self::Beside(_, item) => {
                item.each(change);
            }
            Self::Tuple(tuple) => {
                for item in &mut tuple.items {
                    item.each(change);
                }
                if let Additional::Schema(rest) = &mut tuple.rest {
                    rest.each(change);
                }
            }
            Self::AllOf(inner)
            | Self::Union(Union {
                branches: inner, ..
            }) => {
                for inner in inner {
                    inner.each(change);
                }
            }
            _ => {}
        }
        change(self);
    }
}

impl Schema {
    /// The references that hold for the same value as this schema.
    pub(crate) fn in_place(&mut self, change: &mut impl FnMut(&mut Self)) {
        match self {
            Self::Ref(_) => change(self),
            Self::Nullable(inner) | Self::Beside(_, inner) | Self::Unevaluated(inner, _) => {
                inner.in_place(change);
            }
            Self::AllOf(inner)
            | Self::Union(Union {
                branches: inner, ..
            }) => {
                for inner in inner {
                    inner.in_place(change);
                }
            }
            _ => {}
        }
    }
}

impl Object {
    fn each(&mut self, change: &mut impl FnMut(&mut Schema)) {
        for property in &mut self.properties {
            property.schema.each(change);
        }
        for (_, schema) in &mut self.patterns {
            schema.each(change);
        }
        if let Additional::Schema(values) = &mut self.additional {
            values.each(change);
        }
    }
}
