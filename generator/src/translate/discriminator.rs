//! `discriminator`: which property names the branch, and by which values.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

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
        mapping.sort();
        Self {
            at: at.child("discriminator"),
            property: read.property_name.clone(),
            mapping,
        }
    }

    /// Where the schema that a mapping names stands.
    pub(super) fn target(&self, document: &Document<'_>, name: &str) -> Option<Pointer> {
        let component = components("schemas").child(name);
        let found = if document.node(&component).is_some() {
            component
        } else {
            document.target(&self.at, name)?
        };
        document.follow(&found).ok()
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
        let keys = self.keys(document);
        let constants = |profile: &Profile| {
            let constants = profile.constants.get(&self.property);
            constants.into_iter().flatten().cloned().collect()
        };
        let branches = branches.iter();
        let branches: Vec<(Vec<String>, Vec<String>)> = branches
            .map(|(target, profile)| {
                let constants: Vec<String> = constants(profile);
                let own = own_name(document, target);
                let names = names(&keys, target, own, &constants, profile.is_record);
                (names, constants)
            })
            .collect();
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
