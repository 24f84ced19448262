//! How the header of an answer is written in style `simple`, by its schema (OpenAPI 3.1, Style
//! Values): scalars, lists of them, and objects of them. The text says nothing of types, so a header's
//! table says of which each part may be.

use indexmap::IndexMap;

use crate::ir::{HeaderForm, Kinds};

use super::direction::Direction;
use super::keywords::Additional;
use super::shape::{Schemas, Shape};
use super::site::Site;

/// Unions of objects are looked into this deep.
const DEEPEST: usize = 3;

/// The form of a header; `None` where the style has none for some value of the schema, or nothing
/// is said of its type.
pub(super) fn of(schemas: &Schemas<'_>, site: &Site, explode: bool) -> Option<HeaderForm> {
    if let Some(kinds) = scalar(schemas, site) {
        return Some(HeaderForm::One(kinds));
    }
    let (_, shaped) = schemas.behind(site)?;
    if let Shape::Array(items) = &shaped.shape {
        return Some(HeaderForm::List(scalar(schemas, items.as_ref()?)?));
    }
    let Members { named, rest } = members(schemas, site, DEEPEST)?;
    let named = named
        .into_iter()
        .map(|(name, kinds)| (name, text_first(kinds)));
    Some(HeaderForm::Object {
        explode,
        members: named.collect(),
        rest: text_first(rest),
    })
}

/// The JSON types of a schema all of whose values are without parts.
fn scalar(schemas: &Schemas<'_>, site: &Site) -> Option<Kinds> {
    let (_, shaped) = schemas.behind(site)?;
    let kinds = match &shaped.shape {
        Shape::Scalar(_) | Shape::StringEnum | Shape::ValueEnum(_) | Shape::Union(_) => {
            schemas.profile(site, Direction::Response).kinds
        }
        _ => return None,
    };
    let null = if schemas.nullable(&shaped) {
        Kinds::of("null")
    } else {
        kinds
    };
    kinds.is_scalar().then_some(text_first(kinds.or(null)))
}

/// Where a string may stand, `null` is one.
fn text_first(kinds: Kinds) -> Kinds {
    if kinds.meets(Kinds::STRING) {
        return Kinds(kinds.0 & !Kinds::of("null").0);
    }
    kinds
}

/// The members of objects.
struct Members {
    named: IndexMap<String, Kinds>,
    rest: Kinds,
}

fn members(schemas: &Schemas<'_>, site: &Site, deepest: usize) -> Option<Members> {
    let (_, shaped) = schemas.behind(site)?;
    let keywords = &shaped.keywords;
    match &shaped.shape {
        Shape::Record => {
            let properties = keywords.properties.iter();
            let named = properties.map(|(name, site)| Some((name.clone(), member(schemas, site)?)));
            Some(Members {
                named: named.collect::<Option<_>>()?,
                rest: match &keywords.additional {
                    Additional::No => Kinds::STRING,
                    Additional::Unsaid | Additional::Any => Kinds::SCALAR,
                    Additional::Schema(values) => member(schemas, values)?,
                },
            })
        }
        Shape::Map(values) => Some(Members {
            named: IndexMap::new(),
            rest: match values {
                Some(values) => member(schemas, values)?,
                None => Kinds::SCALAR,
            },
        }),
        Shape::Union(choices) if deepest > 0 => {
            let branches = choices.iter();
            let branches = branches.map(|it| members(schemas, &it.site, deepest - 1));
            let branches: Vec<Members> = branches.collect::<Option<_>>()?;
            branches.into_iter().reduce(Members::or)
        }
        _ => None,
    }
}

/// The types of a member: where the schema says none, of a scalar.
fn member(schemas: &Schemas<'_>, site: &Site) -> Option<Kinds> {
    let (_, shaped) = schemas.behind(site)?;
    match &shaped.shape {
        Shape::Json(_) if shaped.keywords.kind().is_none() => Some(Kinds::SCALAR),
        _ => scalar(schemas, site),
    }
}

impl Members {
    /// Of an object that is of either schema.
    fn or(mut self, other: Self) -> Self {
        for (name, kinds) in other.named {
            let own = self.named.entry(name).or_insert(kinds);
            *own = own.or(kinds);
        }
        self.rest = self.rest.or(other.rest);
        self
    }
}
