//! Parents with a discriminator, and the heirs that take them over by `allOf`: strategy, text and
//! values.

use proptest::prelude::*;
use serde_json::Value;

use crate::document::Document;
use crate::instance::Maker;
use crate::model::{Access, Additional, Discriminator, Heir, Object, Parent, Property, Schema};
use crate::model::{Family, Scalar};
use crate::schemas::{object, property_name};
use crate::tree::Tree;
use crate::words;
use crate::write::Form;

/// A parent with its heirs, which become components.
pub(crate) fn family(
    inner: impl Strategy<Value = Schema> + Clone + 'static,
) -> impl Strategy<Value = Schema> {
    let heirs = prop::collection::vec((object(inner.clone()), any::<bool>()), 1..4);
    let tags = prop::sample::subsequence(words::VALUES, 6).prop_shuffle();
    (object(inner), any::<bool>(), property_name(), heirs, tags).prop_map(
        |(parent, mapped, property, heirs, tags)| {
            let mut tags = tags.into_iter().map(str::to_owned);
            let heirs = heirs.into_iter().map(|(heir, two)| {
                let values = tags.by_ref().take(1 + usize::from(two)).collect();
                (without(heir, &property), values)
            });
            let heirs = heirs.collect();
            let mut parent = without(parent, &property);
            let tag = Property {
                name: property.clone(),
                schema: Schema::Scalar(Scalar::Text("")),
                required: true,
                access: Access::Both,
            };
            parent.properties.insert(0, tag);
            Schema::Family(Box::new(Family {
                parent,
                property,
                mapped,
                heirs,
            }))
        },
    )
}

/// Open, and without a property that is another's.
fn without(mut object: Object, name: &str) -> Object {
    object.properties.retain(|it| it.name != name);
    object.undeclared.retain(|it| it != name);
    object.typed |= object.properties.is_empty();
    if matches!(object.additional, Additional::No | Additional::Schema(_)) {
        object.additional = Additional::Unsaid;
    }
    object
}

impl Family {
    /// The components that it is, the parent first, which stands at `at` among all.
    pub(crate) fn components(self, name: &str, at: usize) -> Vec<(String, Schema)> {
        let key = format!("{name}P{at}");
        let mut out = Vec::new();
        let mut values = Vec::new();
        let mut heirs = Vec::new();
        for (object, tags) in self.heirs {
            heirs.push(at + 1 + out.len());
            let key = format!("{name}H{}", at + 1 + out.len());
            values.push(if self.mapped { tags } else { vec![key.clone()] });
            out.push((key, Schema::Heir(Heir { parent: at, object })));
        }
        if !self.mapped {
            values.push(vec![key.clone()]);
        }
        let parent = Parent {
            object: self.parent,
            heirs,
            discriminator: Discriminator {
                property: self.property,
                mapped: self.mapped,
                values,
            },
        };
        out.insert(0, (key, Schema::Parent(parent)));
        out
    }
}

impl Document {
    fn parent(&self, at: usize) -> &Parent {
        match &self.get(at).1 {
            Schema::Parent(parent) => parent,
            other => panic!("no parent: {other:?}"),
        }
    }

    /// Whether a property of this name is one of a schema, as far as that is told with ease.
    pub(crate) fn declares(&self, schema: &Schema, name: &str) -> bool {
        let has = |object: &Object| {
            let open = matches!(object.additional, Additional::Yes | Additional::Schema(_));
            let mut names = object.properties.iter();
            open || !object.patterns.is_empty() || names.any(|it| it.name == name)
        };
        match schema {
            Schema::Object(object) => has(object),
            Schema::AllOf(parts) => parts.iter().any(|part| self.declares(part, name)),
            Schema::Nullable(of) | Schema::Beside(_, of) => self.declares(of, name),
            Schema::Ref(at) => self.declares(&self.get(*at).1, name),
            Schema::Heir(heir) => has(&heir.object) || has(&self.parent(heir.parent).object),
            Schema::Parent(parent) => {
                let mut heirs = parent.heirs.iter().map(|at| &self.heir(*at).object);
                has(&parent.object) || heirs.any(has)
            }
            _ => true,
        }
    }

    fn heir(&self, at: usize) -> &Heir {
        match &self.get(at).1 {
            Schema::Heir(heir) => heir,
            other => panic!("no heir: {other:?}"),
        }
    }
}

impl Form<'_> {
    /// The judge is told what it does not know: a parent is one of its heirs, or itself.
    pub(crate) fn parent(&self, parent: &Parent) -> Tree {
        let own = self.object(&parent.object);
        let tag = &parent.discriminator;
        if !self.judged {
            let branches: Vec<Schema> = parent.heirs.iter().map(|at| Schema::Ref(*at)).collect();
            return own.with("discriminator", self.discriminator(tag, &branches));
        }
        let heirs = parent
            .heirs
            .iter()
            .map(|at| self.heir(self.document.heir(*at)));
        let trees = heirs.chain([own]).zip(&tag.values);
        let branches = trees.map(|(tree, values)| {
            let values = Tree::map([("enum", values.clone().into())]);
            let only = Tree::Map(vec![(tag.property.clone(), values)]);
            all_of(vec![tree, Tree::map([("properties", only)])])
        });
        Tree::map([("anyOf", Tree::List(branches.collect()))])
    }

    pub(crate) fn heir(&self, heir: &Heir) -> Tree {
        let parent = if self.judged {
            self.object(&self.document.parent(heir.parent).object)
        } else {
            self.schema(&Schema::Ref(heir.parent))
        };
        all_of(vec![parent, self.object(&heir.object)])
    }
}

fn all_of(parts: Vec<Tree>) -> Tree {
    Tree::map([("allOf", Tree::List(parts))])
}

impl Maker<'_> {
    pub(crate) fn parent(&mut self, parent: &Parent, depth: usize) -> Option<Value> {
        let tag = &parent.discriminator;
        let at = self.choices.below(tag.values.len());
        let document = self.document;
        let mut value = match parent.heirs.get(at) {
            Some(heir) => self.heir(document.heir(*heir), depth)?,
            None => self.object(&parent.object, depth)?,
        };
        let name = self.choices.of::<String>(&tag.values[at]).clone();
        value[&tag.property] = name.into();
        Some(value)
    }

    pub(crate) fn heir(&mut self, heir: &Heir, depth: usize) -> Option<Value> {
        let parent = &self.document.parent(heir.parent).object;
        let parts = [parent, &heir.object].map(|it| Schema::Object(it.clone()));
        self.all_of(&parts, depth)
    }
}
