//! The values by which unions with a `discriminator` know their branches: `new` of a branch sets
//! its own, so that it can't be sent as another.
//!
//! They are a struct's and not its property's, which heirs have of their parent. And all unions of a
//! document decide together, before it is settled what `new` takes.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::ir::{Docs, Fact, LONGEST_EXAMPLE};
use crate::resolve::Document;
use crate::tree::{Pointer, Quick};

use super::branches::Choice;
use super::direction::Direction;
use super::discriminator::Discriminator;
use super::find::Found;
use super::is_component;
use super::keywords::UnionOf;
use super::literal;
use super::profile::Profile;
use super::shape::{Schemas, Shape};
use super::site::Site;

/// By the schema of a struct, the value by which unions know it; `None` where they know it by
/// several.
#[derive(Debug, Default)]
pub(super) struct NamedBy(HashMap<Site, Option<Name>, Quick>);

/// A property, and a value of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Name {
    property: String,
    value: String,
}

impl NamedBy {
    /// By the unions among all types.
    pub(super) fn of(schemas: &Schemas<'_>, found: &[Found]) -> Self {
        let mut out = Self::default();
        for found in found {
            let Ok(Some(shaped)) = schemas.shaped(&found.site) else {
                continue;
            };
            let Shape::Union(choices) = &shaped.shape else {
                continue;
            };
            for union in &shaped.keywords.unions {
                if let Some(discriminator) = &union.discriminator {
                    out.union(schemas, union, discriminator, choices);
                }
            }
        }
        out
    }

    fn union(
        &mut self,
        schemas: &Schemas<'_>,
        union: &UnionOf,
        discriminator: &Discriminator,
        choices: &[Choice],
    ) {
        let profile = |choice: &Choice| schemas.profile(&choice.site, Direction::Any);
        let profiles: Vec<Rc<Profile>> = choices.iter().map(profile).collect();
        let targets = choices.iter().map(|choice| &choice.target);
        let branches: Vec<(&Pointer, &Profile)> =
            targets.zip(profiles.iter().map(|it| &**it)).collect();
        let names = discriminator.only_names(schemas.document, &branches);
        let aliased = aliased(schemas.document, union, discriminator);
        // Of an heir that the mapping of its parent passes over, nothing says what it is called.
        let is_passed_over = union.at == discriminator.at && !discriminator.mapping.is_empty();
        for ((choice, profile), value) in choices.iter().zip(&profiles).zip(names) {
            let record = schemas.behind(&choice.site).filter(|_| profile.is_record);
            let Some((site, shaped)) = record else {
                continue;
            };
            let target = &choice.target;
            let is_itself = site == choice.site || site.alone() == Some(target);
            let is_itself = is_itself && !aliased.contains(target);
            let property = discriminator.property.clone();
            let is_doubtful = |value: &str| {
                let own = shaped.keywords.properties.get(&property);
                !discriminator.says(schemas.document, target, value)
                    && (is_passed_over
                        || own.is_some_and(|own| is_otherwise(schemas.document, own, choices)))
            };
            let name = value.filter(|value| is_itself && !is_doubtful(value));
            self.add(site, name.map(|value| Name { property, value }));
        }
    }

    fn add(&mut self, site: Site, name: Option<Name>) {
        match self.0.entry(site) {
            Entry::Vacant(free) => {
                free.insert(name);
            }
            Entry::Occupied(known) if *known.get() == name => {}
            Entry::Occupied(mut known) => {
                known.insert(None);
            }
        }
    }

    /// The value of a property of a struct by which unions know it.
    pub(super) fn value(&self, record: &Site, key: &str) -> Option<&str> {
        let name = self.0.get(record)?.as_ref();
        name.filter(|name| name.property == key)
            .map(|name| &*name.value)
    }
}

/// The schemas that a union knows by other names that components have for them: by their own, or by
/// another, they may be something else.
fn aliased(
    document: &Document<'_>,
    union: &UnionOf,
    discriminator: &Discriminator,
) -> HashSet<Pointer> {
    let branches = union.branches.iter();
    let branches = branches.filter_map(|at| document.target(at, document.reference(at)?));
    let mapping = discriminator.mapping.iter();
    let mapping = mapping.filter_map(|(_, name)| discriminator.named(document, name));
    let mut meant: Vec<Pointer> = branches.chain(mapping).collect();
    meant.retain(|at| is_component(at) && document.reference(at).is_some());
    let targets = meant.iter().filter_map(|at| document.follow(at).ok());
    targets.filter(is_component).collect()
}

/// Whether schemas go by other names than their own, of which nothing is said but that the property
/// has a value for a default or an example that is none of them.
fn is_otherwise(document: &Document<'_>, property: &Site, choices: &[Choice]) -> bool {
    let is_name = |text: &str| {
        let mut names = choices.iter().filter_map(|choice| choice.target.last());
        names.any(|name| name == text)
    };
    let nodes = property.parts().filter_map(|part| document.node(&part.at));
    let values = nodes.flat_map(|node| [node.get("default"), node.get("example")]);
    // Only what is documented too.
    let mut values = values
        .flatten()
        .filter(|value| literal::text(value).len() <= LONGEST_EXAMPLE);
    values.any(|value| value.as_str().is_some_and(|text| !is_name(text)))
}

/// Documents a field that `new` sets to such a value.
pub(super) fn tell(value: &str, docs: &mut Docs) {
    let fact = Fact::own("`new` sets ").quote(serde_json::Value::from(value).to_string());
    docs.facts.push(fact.and(", which stands for this type."));
}
