//! What a schema is, before anything has a name.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use crate::diag::{Code, Diagnostic};
use crate::formats::Formats;
use crate::ir::{Scalar, ValueKind};
use crate::resolve::{Document, RefError};
use crate::tree::{Pointer, Quick};

use super::branches::{self, Choice};
use super::gather::{Gathered, MOST, Member, gather};
use super::keywords::{Additional, Keywords};
use super::merge::merge;
use super::overrides::Given;
use super::parents::{Parents, family, idle};
use super::scalar::scalar;
use super::site::Site;
use super::wrapper::{reference, unknown, wrapped};
use super::{enumeration, format_slip, is_component, pattern, profile, required};

/// What a schema is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// `$ref`, or a wrapper of nothing but one: what it names.
    Ref(Site),
    /// An object with properties, or one that may have none.
    Record,
    /// A string with `enum`.
    StringEnum,
    /// Integers with `enum`, or values of any kind.
    ValueEnum(ValueKind),
    /// An array with `prefixItems`.
    Tuple,
    /// One of several schemas.
    Union(Vec<Choice>),
    /// An array, and its `items`.
    Array(Option<Site>),
    /// An object without properties, and the schema of its values.
    Map(Option<Site>),
    /// A scalar.
    Scalar(Scalar),
    /// Carried as raw JSON, and why where there was something to type.
    Json(Option<&'static str>),
}

/// A schema's shape with the keywords it was read from.
#[derive(Clone, Debug)]
pub(super) struct Shaped {
    pub(super) shape: Shape,
    pub(super) nullable: bool,
    pub(super) keywords: Keywords,
    /// What is wrong with it, though it has a shape.
    pub(super) found: Vec<Diagnostic>,
}

impl Shaped {
    /// The schemas that its values are of.
    fn in_place(&self) -> Vec<Site> {
        match &self.shape {
            Shape::Ref(target) => vec![target.clone()],
            Shape::Union(choices) => choices.iter().map(|it| it.site.clone()).collect(),
            _ => Vec::new(),
        }
    }
}

/// The schemas of a document by what they are; each is looked at once.
#[derive(Debug)]
pub(super) struct Schemas<'a> {
    pub(super) document: &'a Document<'a>,
    formats: &'a Formats,
    /// What the build script says of them.
    pub(super) given: Given<'a>,
    parents: Parents,
    known: RefCell<HashMap<Site, Read, Quick>>,
    pub(super) profiles: profile::Known,
    /// Whether `null` is a value of those that were asked for.
    nulls: RefCell<HashMap<Site, bool, Quick>>,
    /// How many more schemas and properties may be merged with others.
    merges: Cell<usize>,
}

/// Far more than any document needs that was published. Schemas that hold themselves and each
/// other can meet in more ways than there are atoms, and many that share one large schema make of
/// a small document a large client.
const MOST_MERGES: usize = 400_000;

/// A schema that was looked at. `Ok(None)`: it is broken, and that was reported.
pub(super) type Read = Result<Option<Rc<Shaped>>, Box<Diagnostic>>;

impl<'a> Schemas<'a> {
    /// Of a document.
    pub(super) fn new(document: &'a Document<'a>, formats: &'a Formats, given: Given<'a>) -> Self {
        Self {
            document,
            formats,
            given,
            parents: Parents::of(document),
            known: RefCell::default(),
            profiles: RefCell::default(),
            nulls: RefCell::default(),
            merges: Cell::new(MOST_MERGES),
        }
    }

    /// What a schema is.
    ///
    /// # Errors
    /// A diagnostic for what is wrong with it.
    pub(super) fn shaped(&self, site: &Site) -> Read {
        if let Some(known) = self.known.borrow().get(site) {
            return known.clone();
        }
        let read = self.read(site).map(|shaped| shaped.map(Rc::new));
        let read = read.map_err(Box::new);
        self.known.borrow_mut().insert(site.clone(), read.clone());
        read
    }

    fn read(&self, site: &Site) -> Result<Option<Shaped>, Diagnostic> {
        let document = self.document;
        let own = match site.alone() {
            Some(at) if document.reference(at).is_some() => {
                return match document.follow(at) {
                    Ok(target) => Ok(Some(reference(Site::one(target)))),
                    Err(error @ RefError::Cycle(_)) => Err(error.diagnostic(document)),
                    Err(error) => {
                        let cost = "until then its values are raw JSON";
                        Ok(Some(unknown(error.costing(document, cost))))
                    }
                };
            }
            Some(at) => Some(Keywords::of(&document.schema_once(at)?, at)),
            None => None,
        };
        if own.as_ref().is_some_and(|own| own.facts.broken) {
            return Ok(None);
        }
        if let (Some(at), Some(own)) = (site.alone(), &own)
            && let Some(family) = family(document, &self.parents, at, own)
            && self.affords(
                family
                    .keywords
                    .unions
                    .iter()
                    .map(|it| it.branches.len())
                    .sum(),
            )
        {
            return Ok(Some(family));
        }
        if let Some(shaped) = wrapped(document, site, own.as_ref())
            && !self.is_heir(site, &shaped)
        {
            return Ok(Some(shaped));
        }
        // What can't be paid for is not even gathered.
        let most = self.merges.get().clamp(2, MOST);
        let idle = own.as_ref().and_then(|own| idle(document, own));
        let gathered = gather(document, site, own, most);
        if gathered.broken && gathered.schemas.is_empty() {
            return Ok(None);
        }
        if self.is_too_much(&gathered) {
            let message = "too many schemas of this document hold at once in too many ways";
            return Err(document.fault(Code::UNSUPPORTED, message, site.at()));
        }
        let mut shaped = merged(document, self.formats, site, gathered)?;
        shaped.found.extend(idle);
        Ok(Some(shaped))
    }

    /// Whether a component that only refers to another is its heir: then it is a schema like it.
    /// Of the other no more is read than this needs: it may lead on, and round.
    fn is_heir(&self, site: &Site, wrapper: &Shaped) -> bool {
        let (Some(at), Shape::Ref(target)) = (site.alone(), &wrapper.shape) else {
            return false;
        };
        is_component(at)
            && wrapper.keywords.unions.is_empty()
            && target.alone().is_some_and(|target| self.is_parent(target))
    }

    fn is_parent(&self, at: &Pointer) -> bool {
        let family = |schema: &openapiv3::Schema| {
            let own = Keywords::of(schema, at);
            family(self.document, &self.parents, at, &own)
        };
        let schema = self.document.schema(at);
        schema.is_ok_and(|schema| family(&schema).is_some())
    }

    fn is_too_much(&self, gathered: &Gathered) -> bool {
        let [_, _, ..] = gathered.schemas.as_slice() else {
            return false;
        };
        let size = |member: &Member| 1 + member.keywords.properties.len();
        !self.affords(gathered.schemas.iter().map(size).sum())
    }

    /// Whether so many more schemas and properties may be merged.
    fn affords(&self, count: usize) -> bool {
        let left = self.merges.get().checked_sub(count);
        self.merges.set(left.unwrap_or_default());
        left.is_some()
    }

    /// Whether `null` is a value of a schema beside those of its type: it says so itself, or where
    /// it refers to, or one of its branches does.
    pub(super) fn nullable(&self, shaped: &Shaped) -> bool {
        if shaped.nullable {
            return true;
        }
        // Each site with the one that led to it.
        let mut seen: HashMap<Site, Option<Site>, Quick> = HashMap::default();
        let mut left: Vec<(Site, Option<Site>)> = Vec::new();
        left.extend(shaped.in_place().into_iter().map(|site| (site, None)));
        while let Some((site, from)) = left.pop() {
            if seen.contains_key(&site) {
                continue;
            }
            let known = self.nulls.borrow().get(&site).copied();
            let Ok(Some(shaped)) = self.shaped(&site) else {
                continue;
            };
            seen.insert(site.clone(), from);
            if known.unwrap_or(shaped.nullable) {
                self.remember(&site, &seen);
                return true;
            }
            if known.is_none() {
                let next = shaped.in_place().into_iter();
                left.extend(next.map(|next| (next, Some(site.clone()))));
            }
        }
        let mut nulls = self.nulls.borrow_mut();
        nulls.extend(seen.into_keys().map(|site| (site, false)));
        false
    }

    /// That `null` is a value of a site, and so of those that led to it.
    fn remember(&self, site: &Site, from: &HashMap<Site, Option<Site>, Quick>) {
        let mut nulls = self.nulls.borrow_mut();
        let mut next = Some(site);
        while let Some(site) = next {
            nulls.insert(site.clone(), true);
            next = from.get(site).and_then(Option::as_ref);
        }
    }

    /// Whether a schema says `readOnly` and `writeOnly`, itself or where it refers to.
    pub(super) fn restricted(&self, site: &Site) -> (bool, bool) {
        let mut out = (false, false);
        let mut site = site.clone();
        for _ in 0..LONGEST {
            let Ok(Some(shaped)) = self.shaped(&site) else {
                break;
            };
            out.0 |= shaped.keywords.read_only;
            out.1 |= shaped.keywords.write_only;
            match &shaped.shape {
                Shape::Ref(target) => site = target.clone(),
                _ => break,
            }
        }
        out
    }
}

/// A chain of wrappers that is longer is not followed for what they say besides.
const LONGEST: usize = 16;

fn merged(
    document: &Document<'_>,
    formats: &Formats,
    site: &Site,
    gathered: Gathered,
) -> Result<Shaped, Diagnostic> {
    let members: Vec<Pointer> = gathered
        .schemas
        .iter()
        .map(|schema| schema.at.clone())
        .collect();
    let merged = merge(document, gathered);
    let mut keywords = merged.keywords;
    let untyped = pattern::settle(document, &mut keywords);
    let mut found = merged.found;
    let shape = if merged.conflict {
        Shape::Json(None)
    } else {
        let union = branches::shape(document, &members, &mut keywords, &mut found);
        match union.or_else(|| enumeration::shape(site, &keywords)) {
            Some(shape) => shape,
            None => plain(document, formats, site.at(), &mut keywords)?,
        }
    };
    if let Shape::Scalar(scalar) = shape {
        found.extend(format_slip::note(
            document, formats, &members, &keywords, scalar,
        ));
    }
    let null_value = keywords.enumeration.contains(&serde_json::Value::Null);
    found.extend(untyped);
    if shape == Shape::Record {
        found.extend(required::settle(document, &mut keywords));
    }
    found.extend(enumeration::unchecked(document, &keywords));
    found.extend(implied(document, site, &keywords));
    Ok(Shaped {
        shape,
        nullable: keywords.nullable || null_value,
        keywords,
        found,
    })
}

/// A note where the type is not said: values of another one would fit too.
fn implied(document: &Document<'_>, site: &Site, keywords: &Keywords) -> Option<Diagnostic> {
    let at = site.alone()?;
    let kind = keywords.kind()?;
    if keywords.typ.is_some() || keywords.facts.several_types {
        return None;
    }
    let message = format!("no `type` is said; by its keywords this is {}", noun(kind));
    Some(document.fault(Code::IMPLIED_TYPE, message, at))
}

fn noun(kind: &str) -> &'static str {
    match kind {
        "object" => "an object",
        "array" => "an array",
        _ => "a string",
    }
}

fn plain(
    document: &Document<'_>,
    formats: &Formats,
    at: &Pointer,
    keywords: &mut Keywords,
) -> Result<Shape, Diagnostic> {
    if let Some(reason) = untyped(keywords) {
        return Ok(Shape::Json(Some(reason)));
    }
    Ok(match keywords.kind() {
        Some("object") if keywords.properties.is_empty() && keywords.required.is_empty() => {
            match &keywords.additional {
                Additional::Schema(values) => Shape::Map(Some(values.clone())),
                Additional::Unsaid | Additional::Any => Shape::Map(None),
                // Nothing may be in it, so far.
                Additional::No => Shape::Record,
            }
        }
        Some("object") => Shape::Record,
        Some("array") if !keywords.prefix.is_empty() => Shape::Tuple,
        Some("array") => Shape::Array(keywords.items.clone()),
        None => Shape::Json(None),
        Some(other) => {
            let unknown = || {
                let message = format!("`{other}` is not a type");
                document.fault(Code::UNKNOWN_TYPE, message, &at.child("type"))
            };
            let chosen = scalar(formats, other, keywords);
            let chosen = chosen.map_err(|choice| choice.fault(document, at))?;
            let (scalar, is_said) = chosen.ok_or_else(unknown)?;
            if is_said {
                // The rest of it is for the documentation.
                keywords.format.clear();
            }
            Shape::Scalar(scalar)
        }
    })
}

/// Why a schema is not typed, if it isn't.
fn untyped(keywords: &Keywords) -> Option<&'static str> {
    if !keywords.unions.is_empty() {
        return Some("`anyOf` or `oneOf` of several schemas");
    }
    if keywords.facts.several_types {
        return Some("several types");
    }
    if keywords.facts.never {
        return Some("a schema that no value fits");
    }
    if keywords.facts.only_null {
        return Some("a schema that only `null` fits");
    }
    None
}
