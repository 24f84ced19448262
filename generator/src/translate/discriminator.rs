//! `discriminator`: which property names the branch, and by which values.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::order::sort_by;
use crate::resolve::Document;
use crate::tree::Pointer;

use super::profile::Profile;
use super::{components, is_component};

/// A `discriminator`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Discriminator {
    /// Where it stands.
    pub(super) at: Pointer,
    pub(super) property: String,
    /// The values, and the schemas that they name: `Pet`, `#/components/schemas/Pet`, `pet.yaml`.
    /// Sorted: a mapping has no order.
    pub(super) mapping: Vec<(String, String)>,
}

impl Discriminator {
    /// Of the schema at a pointer.
    pub(super) fn of(read: &openapiv3::Discriminator, at: &Pointer) -> Self {
        let mapping = read.mapping.iter();
        let mut mapping: Vec<_> = mapping
            .map(|(value, name)| (value.clone(), name.clone()))
            .collect();
        sort_by(&mut mapping, Ord::cmp);
        Self {
            at: at.child("discriminator"),
            property: read.property_name.clone(),
            mapping,
        }
    }

    /// What a mapping names, which may be a reference.
    pub(super) fn named(&self, document: &Document<'_>, name: &str) -> Option<Pointer> {
        let component = components("schemas").child(name);
        if document.node(&component).is_some() {
            return Some(component);
        }
        document.target(&self.at, name)
    }

    /// Where the schema that a mapping names stands.
    pub(super) fn target(&self, document: &Document<'_>, name: &str) -> Option<Pointer> {
        document.follow(&self.named(document, name)?).ok()
    }

    /// The values of the mapping, by the schemas that they name.
    pub(super) fn keys(&self, document: &Document<'_>) -> Keys {
        let mut keys = Keys::default();
        for (value, name) in &self.mapping {
            if let Some(target) = self.target(document, name) {
                keys.0.entry(target).or_default().push(value.clone());
            }
        }
        keys
    }

    /// The JSON texts of the values that name each of the branches: those of the mapping, else the
    /// one that the schema gives itself, else its name, and the constants that the branch has there. One that names another
    /// branch, or that others have too, tells nothing: branches may share an `enum` of all values.
    /// A union has no name among its values.
    pub(super) fn tags(
        &self,
        document: &Document<'_>,
        branches: &[(&Pointer, &Profile)],
    ) -> Vec<Vec<String>> {
        told(&self.names(document, branches))
    }

    /// The one value that names each of the branches and no other, if there is one; what is told by
    /// its constants alone has no name.
    pub(super) fn only_names(
        &self,
        document: &Document<'_>,
        branches: &[(&Pointer, &Profile)],
    ) -> Vec<Option<String>> {
        let names = self.names(document, branches);
        let tags = told(&names);
        let mut count: HashMap<&String, usize> = HashMap::new();
        // A record is meant by a value that is one of a union beside it too.
        let records = branches.iter().zip(&tags);
        let records = records.filter(|((_, profile), _)| profile.is_record);
        for tag in records.flat_map(|(_, tags)| tags) {
            *count.entry(tag).or_default() += 1;
        }
        let only = names.iter().zip(&tags);
        let only = only.map(
            |((names, _), tags)| match (names.as_slice(), tags.as_slice()) {
                ([name], [tag]) if name == tag && count.get(tag) == Some(&1) => {
                    serde_json::from_str(name).ok()
                }
                _ => None,
            },
        );
        only.collect()
    }

    /// Whether the document says that a value names a schema, and not its name alone.
    pub(super) fn says(&self, document: &Document<'_>, target: &Pointer, value: &str) -> bool {
        let is_mapped = self.mapping.iter().any(|(said, _)| said == value);
        is_mapped || own_name(document, target).is_some()
    }

    /// The JSON texts of the values that name each of the branches, and those of the constants that
    /// it has there.
    fn names(
        &self,
        document: &Document<'_>,
        branches: &[(&Pointer, &Profile)],
    ) -> Vec<(Vec<String>, Vec<String>)> {
        let keys = self.keys(document);
        let branches = branches.iter().map(|(target, profile)| {
            let constants = profile.constants.get(&self.property);
            let constants: Vec<String> = constants.into_iter().flatten().cloned().collect();
            let own = own_name(document, target);
            let names = names(&keys, target, own, &constants, profile.is_record);
            (names, constants)
        });
        branches.collect()
    }
}

/// The values that tell each of some branches, of which the names and the constants are known.
fn told(branches: &[(Vec<String>, Vec<String>)]) -> Vec<Vec<String>> {
    let named: HashSet<&String> = branches.iter().flat_map(|(names, _)| names).collect();
    let mut count: HashMap<&String, usize> = HashMap::new();
    for value in branches.iter().flat_map(|(_, constants)| constants) {
        *count.entry(value).or_default() += 1;
    }
    let tells = |value: &&String, is_named: bool| {
        !named.contains(value) && (!is_named || count.get(value) == Some(&1))
    };
    let tags = branches.iter().map(|(names, constants)| {
        let own = constants.iter();
        let own = own.filter(|value| tells(value, !names.is_empty()));
        let tags: Vec<String> = names.iter().chain(own).cloned().collect();
        if tags.is_empty() {
            constants.clone()
        } else {
            tags
        }
    });
    tags.collect()
}

/// The values of a mapping, by the schemas that they name.
#[derive(Debug, Default)]
pub(super) struct Keys(HashMap<Pointer, Vec<String>>);

impl Keys {
    /// Those that name a schema.
    pub(super) fn of(&self, target: &Pointer) -> &[String] {
        self.0.get(target).map_or(&[], Vec::as_slice)
    }
}

/// The value that a schema gives itself, by an extension of `AutoRest` or `OpenAPI` Generator: in
/// Swagger 2.0 there is no `mapping`.
fn own_name<'a>(document: &'a Document<'_>, target: &Pointer) -> Option<&'a str> {
    let mut extensions = ["x-ms-discriminator-value", "x-discriminator-value"].iter();
    extensions.find_map(|key| document.node(&target.child(key))?.as_str())
}

/// The JSON texts of the values that name a branch: those of the mapping, else its own, else the
/// name of its schema where the constants that it has allow that.
fn names(
    keys: &Keys,
    target: &Pointer,
    own: Option<&str>,
    constants: &[String],
    is_record: bool,
) -> Vec<String> {
    let text = |name: &str| Value::from(name).to_string();
    let keys = keys.of(target);
    if !keys.is_empty() {
        return keys.iter().map(|key| text(key)).collect();
    }
    if let Some(own) = own {
        return vec![text(own)];
    }
    let is_component = is_record && is_component(target);
    let name = target.last().filter(|_| is_component);
    let name = name.map(|name| text(&name));
    let allowed = |name: &String| constants.is_empty() || constants.contains(name);
    name.filter(allowed).into_iter().collect()
}
