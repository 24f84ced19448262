//! Documents of random schemas.

use proptest::prelude::*;
use proptest::sample::select;

use crate::model::{Additional, Object, Schema, Union};
use crate::schemas::schema;
use crate::tree::Tree;
use crate::words;
use crate::write::{Form, Mode};

/// A document.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) is_31: bool,
    /// The components by key.
    pub(crate) schemas: Vec<(String, Schema)>,
    /// Whether operations use them: one each, that sends or receives it, or both.
    pub(crate) uses: Option<Vec<(bool, bool)>>,
}

/// Any document.
pub(crate) fn document() -> impl Strategy<Value = Document> {
    let name = prop_oneof![select(&words::COMPONENTS[..4]), select(words::COMPONENTS)];
    let uses = prop::collection::vec(select(vec![(true, true), (true, false), (false, true)]), 16);
    (
        any::<bool>(),
        prop::collection::vec((name.prop_map(str::to_owned), schema()), 1..5),
        prop::option::weighted(0.3, uses),
    )
        .prop_map(|(is_31, mut schemas, uses)| {
            let mut seen = Vec::new();
            schemas.retain(|(name, _)| {
                let new = !seen.contains(name);
                seen.push(name.clone());
                new
            });
            Document {
                is_31,
                schemas,
                uses,
            }
            .made()
        })
}

impl Document {
    fn made(mut self) -> Self {
        if !self.is_31 {
            let schemas = self.schemas.iter_mut();
            schemas.for_each(|(_, schema)| schema.each(&mut as_in_30));
        }
        self.hoist();
        self.straighten();
        self.leave_to_heirs();
        let count = self.schemas.len();
        self.uses.iter_mut().for_each(|uses| uses.truncate(count));
        self
    }

    /// Branches with a discriminator become components: it names no others.
    fn hoist(&mut self) {
        let mut added = Vec::new();
        let there: Vec<String> = self.schemas.iter().map(|(name, _)| name.clone()).collect();
        for (name, schema) in &mut self.schemas {
            schema.each(&mut |schema| {
                if let Schema::Family(_) = schema {
                    let at = there.len() + added.len();
                    let family = std::mem::replace(schema, Schema::Ref(at));
                    if let Schema::Family(family) = family {
                        added.extend(family.components(name, at));
                    }
                    return;
                }
                let Schema::Union(Union {
                    branches,
                    discriminator: Some(tag),
                    ..
                }) = schema
                else {
                    return;
                };
                for (branch, values) in branches.iter_mut().zip(&mut tag.values) {
                    let at = there.len() + added.len();
                    let key = format!("{name}B{at}");
                    if !tag.mapped {
                        *values = vec![key.clone()];
                    }
                    added.push((key, std::mem::replace(branch, Schema::Ref(at))));
                }
            });
        }
        // References of the strategies count the components that were there before.
        let count = there.len();
        let known = |schema: &mut Schema| {
            if let Schema::Ref(at) = schema
                && *at >= count + added.len()
            {
                *at %= count;
            }
        };
        self.schemas.extend(added.iter().cloned());
        for (_, schema) in &mut self.schemas {
            schema.each(&mut { known });
        }
    }

    /// What is the same value all the way leads to components further down only: a circle of
    /// such references says nothing, and judges may follow it for ever.
    fn straighten(&mut self) {
        let count = self.schemas.len();
        for (own, (_, schema)) in self.schemas.iter_mut().enumerate() {
            let below = count - own - 1;
            schema.in_place(&mut |schema| {
                if let Schema::Ref(at) = schema
                    && *at <= own
                {
                    *schema = match below {
                        0 => Schema::Any,
                        _ => Schema::Ref(own + 1 + *at % below),
                    };
                }
            });
        }
    }

    /// The judge counts what an heir has among what its parent has, for the judge is told that a
    /// parent is one of its heirs. Of JSON Schema alone it is beside the parent, and has to be what
    /// `unevaluatedProperties` says: who extends a parent says nothing of others here.
    fn leave_to_heirs(&mut self) {
        let before = self.clone();
        for (_, schema) in &mut self.schemas {
            schema.each(&mut |schema| {
                if let Schema::Unevaluated(of, said) = schema
                    && before.is_parent(of)
                {
                    *said = Additional::Unsaid;
                }
            });
        }
    }

    /// Whether a parent with heirs holds for the values of a schema.
    fn is_parent(&self, schema: &Schema) -> bool {
        self.holds(schema, |schema| matches!(schema, Schema::Parent(_)))
    }

    /// Whether a schema takes whatever comes: as the branch of a union it gives way to one that
    /// says more, though that may keep a value in its fallback. So does a string or an integer
    /// beside an enum, which has a fallback for it, and an object beside another that knows more of
    /// its keys.
    pub(crate) fn is_loose(&self) -> bool {
        let mut found = false;
        for (_, schema) in &mut self.clone().schemas {
            schema.each(&mut |schema| {
                found |= match schema {
                    Schema::Any => true,
                    Schema::Object(object) => object.properties.is_empty(),
                    Schema::Union(union) => {
                        let branches = union.branches.iter();
                        let objects = branches.clone().filter(|it| self.is_object(it));
                        objects.count() > 1 || branches.clone().any(|it| self.is_listed(it))
                    }
                    _ => false,
                }
            });
        }
        found
    }

    /// Whether objects are values of a schema.
    fn is_object(&self, schema: &Schema) -> bool {
        use Schema::{Heir, Object, Parent};
        self.holds(schema, |it| matches!(it, Object(_) | Parent(_) | Heir(_)))
    }

    /// Whether a schema that is like this holds for the same values, or some of them. References in
    /// place lead to components further down.
    fn holds(&self, schema: &Schema, is_it: fn(&Schema) -> bool) -> bool {
        match schema {
            Schema::Nullable(of) | Schema::Beside(_, of) | Schema::Unevaluated(of, _) => {
                self.holds(of, is_it)
            }
            Schema::AllOf(parts)
            | Schema::Union(Union {
                branches: parts, ..
            }) => parts.iter().any(|part| self.holds(part, is_it)),
            Schema::Ref(at) => self.holds(&self.get(*at).1, is_it),
            other => is_it(other),
        }
    }

    /// Whether a schema lists its values. References in place lead to components further down.
    fn is_listed(&self, schema: &Schema) -> bool {
        match schema {
            Schema::Enum(..) | Schema::Const(_) => true,
            Schema::Nullable(of) | Schema::Beside(_, of) => self.is_listed(of),
            Schema::AllOf(parts)
            | Schema::Union(Union {
                branches: parts, ..
            }) => parts.iter().any(|part| self.is_listed(part)),
            Schema::Ref(at) => self.is_listed(&self.get(*at).1),
            _ => false,
        }
    }

    pub(crate) fn get(&self, at: usize) -> &(String, Schema) {
        &self.schemas[at % self.schemas.len()]
    }

    fn form(&self, mode: Mode) -> Form<'_> {
        Form {
            document: self,
            is_31: self.is_31,
            mode,
            judged: false,
        }
    }

    /// The components as one direction sees them, in the words of 3.1.
    pub(crate) fn judged(&self, mode: Mode) -> Tree {
        let form = Form {
            is_31: true,
            judged: true,
            ..self.form(mode)
        };
        Tree::map([("schemas", self.components(&form))])
    }

    fn components(&self, form: &Form<'_>) -> Tree {
        let schemas = self.schemas.iter();
        Tree::Map(
            schemas
                .map(|(name, schema)| (name.clone(), form.schema(schema)))
                .collect(),
        )
    }

    pub(crate) fn tree(&self) -> Tree {
        let form = self.form(Mode::Any);
        let version = if self.is_31 { "3.1.0" } else { "3.0.3" };
        let info = Tree::map([("title", "Random".into()), ("version", "1".into())]);
        let uses = self.uses.iter().flatten().zip(0..).take(self.schemas.len());
        let paths =
            uses.map(|((sent, received), at)| (format!("/{at}"), self.path(at, *sent, *received)));
        Tree::map([
            ("openapi", version.into()),
            ("info", info),
            ("paths", Tree::Map(paths.collect())),
            (
                "components",
                Tree::map([("schemas", self.components(&form))]),
            ),
        ])
    }

    fn path(&self, at: usize, sent: bool, received: bool) -> Tree {
        let name = &self.get(at).0;
        let content = || {
            let target = format!("#/components/schemas/{name}");
            let schema = Tree::map([("schema", Tree::map([("$ref", target.into())]))]);
            Tree::map([("application/json", schema)])
        };
        let mut answer = Tree::map([("description", "An answer".into())]);
        if received {
            answer = answer.with("content", content());
        }
        let mut post = Tree::map([("operationId", format!("op{at}").into())]);
        if sent {
            let body = Tree::map([("required", true.into()), ("content", content())]);
            post = post.with("requestBody", body);
        }
        let answers = Tree::map([("200", answer)]);
        Tree::map([("post", post.with("responses", answers))])
    }
}

/// What 3.0 can't say is said in what it can.
fn as_in_30(schema: &mut Schema) {
    match schema {
        Schema::Tuple(_) => *schema = Schema::Array(None),
        Schema::Unevaluated(of, _) => *schema = std::mem::replace(of, Schema::Any),
        Schema::Types(_) => *schema = Schema::Any,
        Schema::Object(object) => without_patterns(object),
        Schema::Family(family) => {
            without_patterns(&mut family.parent);
            let heirs = family.heirs.iter_mut();
            heirs.for_each(|(heir, _)| without_patterns(heir));
        }
        _ => {}
    }
}

fn without_patterns(object: &mut Object) {
    if !object.patterns.is_empty() {
        object.patterns.clear();
        object.additional = Additional::Unsaid;
    }
}
