//! What tells the values of a schema from those of others: their JSON types, properties that are
//! constants, keys that are there in any case.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use super::branches::Choice;
use super::direction::{Direction, shows};
use super::keywords::{Additional, Keywords};
use super::shape::{Schemas, Shape, Shaped};
use super::site::Site;
use crate::ir::Kinds;
use crate::tree::Pointer;

/// Unions in unions are looked into this deep.
const DEEPEST: usize = 3;

/// A property with more values is not what tells schemas apart.
const MOST_VALUES: usize = 64;

/// What tells the values of a schema from others.
#[derive(Debug, Default)]
pub(super) struct Profile {
    pub(super) kinds: Kinds,
    /// Properties that have few values, with the JSON texts of these: required ones first, then
    /// others that have one value only.
    pub(super) constants: Constants,
    /// The JSON texts of an enum's values.
    pub(super) values: Vec<String>,
    /// Properties that are declared.
    pub(super) declared: HashSet<String>,
    /// The keys that all objects have.
    pub(super) required: Vec<String>,
    pub(super) is_record: bool,
}

/// Properties, each with the JSON texts of its values.
pub(super) type Constants = IndexMap<String, IndexSet<String>>;

/// Profiles that were made, by the levels of unions that were looked into.
pub(super) type Known = RefCell<HashMap<(Site, Direction, usize), Rc<Profile>>>;

fn of(kinds: Kinds) -> Profile {
    Profile {
        kinds,
        ..Profile::default()
    }
}

impl Schemas<'_> {
    /// The profile of a schema, with the properties of one direction.
    pub(super) fn profile(&self, site: &Site, direction: Direction) -> Rc<Profile> {
        self.profile_to(site, direction, DEEPEST)
    }

    fn profile_to(&self, site: &Site, direction: Direction, deepest: usize) -> Rc<Profile> {
        let key = (site.clone(), direction, deepest);
        if let Some(known) = self.profiles.borrow().get(&key) {
            return known.clone();
        }
        let made = match self.behind(site) {
            Some((_, shaped)) => Rc::new(self.made(&shaped, direction, deepest)),
            None => Rc::new(of(Kinds::ANY)),
        };
        self.profiles.borrow_mut().insert(key, made.clone());
        made
    }

    fn made(&self, shaped: &Shaped, direction: Direction, deepest: usize) -> Profile {
        let keywords = &shaped.keywords;
        match &shaped.shape {
            Shape::Record => self.record(keywords, direction),
            Shape::StringEnum => Profile {
                values: texts(&keywords.enumeration),
                ..of(Kinds::of("string"))
            },
            Shape::ValueEnum(_) => Profile {
                values: texts(&keywords.enumeration),
                ..of(keywords
                    .kind()
                    .map_or_else(|| kinds_of(&keywords.enumeration), Kinds::of))
            },
            Shape::Array(_) | Shape::Tuple => of(Kinds::of("array")),
            Shape::Map(_) => match keywords.additional {
                Additional::Schema(_) => of(Kinds::OBJECT),
                _ => of(Kinds::OBJECT.loose()),
            },
            Shape::Union(_) if deepest == 0 => of(Kinds(Kinds::ANY.0 & !128)),
            Shape::Union(choices) => self.union(keywords, choices, direction, deepest - 1),
            Shape::Scalar(_) => of(keywords.kind().map_or(Kinds::ANY, Kinds::of)),
            Shape::Json(_) => match keywords.kind() {
                Some(kind) => of(Kinds::of(kind).loose()),
                None => of(Kinds::ANY),
            },
            Shape::Ref(_) => of(Kinds::ANY),
        }
    }

    fn record(&self, keywords: &Keywords, direction: Direction) -> Profile {
        let properties = keywords.properties.iter();
        let shown = properties.filter(|(_, property)| shows(self, property, direction));
        let shown: IndexMap<&String, &Site> = shown.collect();
        let is_shown = |key: &&String| {
            shown.contains_key(key) || !keywords.properties.contains_key(key.as_str())
        };
        let required: Vec<String> = keywords.required.iter().filter(is_shown).cloned().collect();
        let few = shown
            .iter()
            .filter_map(|(key, site)| Some(((*key).clone(), self.few_values(site)?)));
        let is_required = |(key, _): &(String, _)| keywords.required.contains(key);
        let (mut constants, others): (Constants, Constants) = few.partition(is_required);
        constants.extend(others.into_iter().filter(|(_, values)| values.len() == 1));
        Profile {
            constants,
            declared: shown.into_keys().cloned().collect(),
            required,
            is_record: true,
            ..of(Kinds::OBJECT)
        }
    }

    /// The values that a property can have, if they are few and plain.
    fn few_values(&self, site: &Site) -> Option<IndexSet<String>> {
        let (_, shaped) = self.behind(site)?;
        let values = &shaped.keywords.enumeration;
        let is_few = (1..=MOST_VALUES).contains(&values.len());
        let plain = |value: &Value| value.is_string() || value.is_i64() || value.is_boolean();
        (is_few && values.iter().all(plain)).then(|| texts(values).into_iter().collect())
    }

    /// What all branches that are objects have, and any of the values that they have there: those
    /// of a discriminator are values of its property.
    fn union(
        &self,
        keywords: &Keywords,
        choices: &[Choice],
        direction: Direction,
        deepest: usize,
    ) -> Profile {
        let inner: Vec<(&Choice, Rc<Profile>)> = choices
            .iter()
            .map(|choice| (choice, self.profile_to(&choice.site, direction, deepest)))
            .collect();
        let kinds = inner
            .iter()
            .fold(0, |kinds, (_, inner)| kinds | inner.kinds.0);
        let mut unions = keywords.unions.iter();
        let discriminator = unions.find_map(|union| union.discriminator.as_ref());
        let objects = inner
            .iter()
            .filter(|(_, inner)| inner.kinds.meets(Kinds::OBJECT));
        let mut constants: Vec<_> = objects
            .clone()
            .map(|(_, inner)| inner.constants.clone())
            .collect();
        if let Some(discriminator) = discriminator {
            let branches = objects.clone();
            let branches: Vec<(&Pointer, &Profile)> = branches
                .map(|(choice, inner)| (&choice.target, &**inner))
                .collect();
            let tags = discriminator.tags(self.document, &branches);
            for (constants, tags) in constants.iter_mut().zip(tags) {
                constants.insert(discriminator.property.clone(), tags.into_iter().collect());
            }
        }
        let required = objects.clone().map(|(_, inner)| inner.required.clone());
        let required = required.reduce(|mine, theirs| {
            let both = mine.into_iter().filter(|key| theirs.contains(key));
            both.collect()
        });
        Profile {
            constants: constants.into_iter().reduce(shared).unwrap_or_default(),
            required: required.unwrap_or_default(),
            ..of(Kinds(kinds))
        }
    }
}

/// The properties that both have, with the values of both.
fn shared(mut mine: Constants, theirs: Constants) -> Constants {
    mine.retain(|key, _| theirs.contains_key(key));
    for (key, values) in theirs {
        if let Some(there) = mine.get_mut(&key) {
            there.extend(values);
        }
    }
    mine
}

/// The JSON types of values.
fn kinds_of(values: &[Value]) -> Kinds {
    let kinds = values.iter().map(|value| match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    });
    Kinds(kinds.fold(0, |all, kind| all | Kinds::of(kind).0))
}

fn texts(values: &[Value]) -> Vec<String> {
    let values = values.iter().filter(|value| !value.is_null());
    values.map(Value::to_string).collect()
}
