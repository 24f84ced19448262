//! `discriminator`: which property names the branch, and by which values.

use serde_json::Value;

use crate::resolve::Document;
use crate::tree::Pointer;

use super::components;
use super::profile::Profile;

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

    /// The values that name a schema.
    pub(super) fn keys(&self, document: &Document<'_>, target: &Pointer) -> Vec<String> {
        let names = self.mapping.iter();
        let fitting =
            names.filter(|(_, name)| self.target(document, name).as_ref() == Some(target));
        fitting.map(|(value, _)| value.clone()).collect()
    }

    /// The JSON texts of the values that name a branch: those of the mapping, the constants that the
    /// branch itself has there, else the name of the schema. A union has none among its values.
    pub(super) fn tags(
        &self,
        document: &Document<'_>,
        target: &Pointer,
        profile: &Profile,
    ) -> Vec<String> {
        let keys = self.keys(document, target).into_iter();
        let mut tags: Vec<String> = keys.map(|key| Value::from(key).to_string()).collect();
        for value in profile.constants.get(&self.property).into_iter().flatten() {
            if !tags.contains(value) {
                tags.push(value.clone());
            }
        }
        if tags.is_empty()
            && profile.is_record
            && target.parent() == Some(components("schemas"))
            && let Some(key) = target.last()
        {
            tags.push(Value::from(key.into_owned()).to_string());
        }
        tags
    }
}
