//! Schemas as text of 3.0 or 3.1.

use serde_json::Value;

use crate::document::Document;
use crate::model::{Access, Additional, Discriminator, Note, Object, Scalar, Schema, Tuple, Union};
use crate::tree::Tree;
use crate::words;

/// In which direction values go; properties of the other one are not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Any,
    Sent,
    Received,
}

impl Mode {
    pub(crate) fn shows(self, access: Access) -> bool {
        !matches!(
            (self, access),
            (Self::Sent, Access::Read) | (Self::Received, Access::Write)
        )
    }
}

/// The words to write in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form<'a> {
    pub(crate) document: &'a Document,
    pub(crate) is_31: bool,
    pub(crate) mode: Mode,
    /// For the judge, who does not know what a discriminator says.
    pub(crate) judged: bool,
}

impl Form<'_> {
    pub(crate) fn schema(&self, schema: &Schema) -> Tree {
        match schema {
            Schema::Any => Tree::map([]),
            Schema::Scalar(of) => self.scalar(*of),
            Schema::Enum(values, typed) => self.enumeration(values, *typed),
            Schema::Const(value) if self.is_31 => Tree::map([("const", value.clone().into())]),
            Schema::Const(value) => self.enumeration(std::slice::from_ref(value), true),
            Schema::Object(object) => self.object(object),
            Schema::Array(None) if self.is_31 => typed("array"),
            Schema::Array(item) => {
                let item = item
                    .as_ref()
                    .map_or(Tree::map([]), |item| self.schema(item));
                typed("array").with("items", item)
            }
            Schema::Tuple(tuple) => self.tuple(tuple),
            Schema::Unevaluated(of, said) => self.unevaluated(of, said),
            Schema::Family(_) => unreachable!("families are components by now"),
            Schema::Parent(parent) => self.parent(parent),
            Schema::Heir(heir) => self.heir(heir),
            Schema::AllOf(parts) => Tree::map([("allOf", self.list(parts))]),
            Schema::Union(union) => self.union(union),
            Schema::Types(words) => Tree::map([("type", words.clone().into())]),
            Schema::Nullable(of) => self.nullable(of),
            Schema::Ref(at) => reference(&self.document.get(*at).0),
            Schema::Beside(note, of) => self.beside(note, of),
        }
    }

    /// A format that bounds an integer is written as the bounds for the judge, who knows none; an
    /// integer without is one of 64 bits.
    fn scalar(&self, of: Scalar) -> Tree {
        let tree = scalar(of);
        let bounded = |low: i64, high: i64| {
            let tree = tree.clone().with("minimum", low);
            tree.with("maximum", high)
        };
        match of {
            _ if !self.judged => tree,
            Scalar::Integer("int32") | Scalar::Number("int32") => {
                bounded(i32::MIN.into(), i32::MAX.into()).with("type", "integer")
            }
            Scalar::Integer("uint64") => tree.with("minimum", 0).with("maximum", u64::MAX),
            Scalar::Integer(_) | Scalar::Number("int64") => {
                bounded(i64::MIN, i64::MAX).with("type", "integer")
            }
            _ => tree,
        }
    }

    fn list(&self, schemas: &[Schema]) -> Tree {
        Tree::List(schemas.iter().map(|schema| self.schema(schema)).collect())
    }

    fn enumeration(&self, values: &[Value], is_typed: bool) -> Tree {
        let has_null = values.contains(&Value::Null);
        let kind = kind(values).filter(|_| is_typed);
        let tree = match (kind, has_null) {
            (Some(kind), true) if self.is_31 => Tree::map([("type", vec![kind, "null"].into())]),
            (Some(kind), true) => typed(kind).with("nullable", true),
            (Some(kind), false) => typed(kind),
            (None, true) if !self.is_31 => Tree::map([("nullable", true.into())]),
            (None, _) => Tree::map([]),
        };
        tree.with("enum", values.to_vec())
    }

    pub(crate) fn object(&self, object: &Object) -> Tree {
        // What its keywords imply is the type, as authors mean it.
        let mut tree = if object.typed || self.judged {
            typed("object")
        } else {
            Tree::map([])
        };
        let shown = || {
            object
                .properties
                .iter()
                .filter(|it| self.mode.shows(it.access))
        };
        let required = shown().filter(|it| it.required).map(|it| it.name.clone());
        let required: Vec<_> = required.chain(object.undeclared.iter().cloned()).collect();
        if !required.is_empty() {
            tree = tree.with(
                "required",
                Tree::List(required.into_iter().map(Tree::from).collect()),
            );
        }
        let properties = shown().map(|it| (it.name.clone(), self.property(&it.schema, it.access)));
        let properties: Vec<_> = properties.collect();
        if !object.properties.is_empty() {
            tree = tree.with("properties", Tree::Map(properties));
        }
        let patterns = object.patterns.iter();
        let patterns: Vec<_> = patterns
            .map(|(at, schema)| (words::PATTERNS[*at].0.to_owned(), self.schema(schema)))
            .collect();
        if !patterns.is_empty() {
            tree = tree.with("patternProperties", Tree::Map(patterns));
        }
        match &object.additional {
            Additional::Unsaid => tree,
            Additional::No => tree.with("additionalProperties", false),
            Additional::Yes => tree.with("additionalProperties", true),
            Additional::Schema(of) => tree.with("additionalProperties", self.schema(of)),
        }
    }

    fn unevaluated(&self, of: &Schema, said: &Additional) -> Tree {
        let tree = self.holder(self.schema(of));
        let said = match said {
            Additional::Unsaid => return tree,
            Additional::No => false.into(),
            Additional::Yes => true.into(),
            Additional::Schema(of) => self.schema(of),
        };
        tree.with("unevaluatedProperties", said)
    }

    fn property(&self, schema: &Schema, access: Access) -> Tree {
        let tree = self.schema(schema);
        let word = match access {
            Access::Both => return tree,
            Access::Read => "readOnly",
            Access::Write => "writeOnly",
        };
        self.holder(tree).with(word, true)
    }

    /// What keywords can stand in: beside a `$ref` of 3.0 they do not count.
    fn holder(&self, tree: Tree) -> Tree {
        match &tree {
            Tree::Map(entries) if !self.is_31 && entries.iter().any(|(key, _)| key == "$ref") => {
                Tree::map([("allOf", Tree::List(vec![tree]))])
            }
            _ => tree,
        }
    }

    fn tuple(&self, tuple: &Tuple) -> Tree {
        let tree = typed("array").with("prefixItems", self.list(&tuple.items));
        let tree = if tuple.least == 0 {
            tree
        } else {
            tree.with("minItems", tuple.least)
        };
        match &tuple.rest {
            Additional::Unsaid | Additional::Yes => tree,
            Additional::No => tree.with("items", false),
            Additional::Schema(of) => tree.with("items", self.schema(of)),
        }
    }

    fn union(&self, union: &Union) -> Tree {
        let mut branches: Vec<_> = union.branches.iter().map(|it| self.schema(it)).collect();
        if let (Some(tag), true) = (&union.discriminator, self.judged) {
            for (branch, values) in branches.iter_mut().zip(&tag.values) {
                let values = Tree::map([("enum", values.clone().into())]);
                let only = Tree::Map(vec![(tag.property.clone(), values)]);
                let only = Tree::map([("properties", only)]);
                *branch = Tree::map([("allOf", Tree::List(vec![branch.clone(), only]))]);
            }
        }
        if union.null && self.is_31 {
            branches.push(typed("null"));
        }
        let mut tree = Tree::map([(union.word, Tree::List(branches))]);
        if union.null && !self.is_31 {
            tree = tree.with("nullable", true);
        }
        match &union.discriminator {
            Some(tag) => tree.with("discriminator", self.discriminator(tag, &union.branches)),
            None => tree,
        }
    }

    pub(crate) fn discriminator(&self, tag: &Discriminator, branches: &[Schema]) -> Tree {
        let tree = Tree::map([("propertyName", tag.property.clone().into())]);
        if !tag.mapped {
            return tree;
        }
        let mut mapping = Vec::new();
        for (branch, values) in branches.iter().zip(&tag.values) {
            if let Schema::Ref(at) = branch {
                let target = format!("#/components/schemas/{}", self.document.get(*at).0);
                mapping.extend(values.iter().map(|it| (it.clone(), target.clone().into())));
            }
        }
        tree.with("mapping", Tree::Map(mapping))
    }

    fn nullable(&self, of: &Schema) -> Tree {
        let tree = self.schema(of);
        match (of, tree) {
            (Schema::Scalar(_) | Schema::Array(_), Tree::Map(mut entries)) if self.is_31 => {
                for (key, value) in &mut entries {
                    if key == "type" {
                        *value = Tree::List(vec![value.clone(), "null".into()]);
                    }
                }
                Tree::Map(entries)
            }
            (_, tree) if self.is_31 => {
                Tree::map([("anyOf", Tree::List(vec![tree, typed("null")]))])
            }
            // `nullable` counts beside a `type` only.
            (Schema::Scalar(_) | Schema::Array(_), tree) => tree.with("nullable", true),
            (Schema::Object(object), tree) if object.typed => tree.with("nullable", true),
            (_, tree) => Tree::map([("allOf", Tree::List(vec![tree])), ("nullable", true.into())]),
        }
    }

    fn beside(&self, note: &Note, of: &Schema) -> Tree {
        let tree = self.holder(self.schema(of));
        match note {
            Note::Title(text) => tree.with("title", text.clone()),
            Note::Description(text) => tree.with("description", text.clone()),
            Note::Deprecated => tree.with("deprecated", true),
            Note::Default(value) => tree.with("default", value.clone()),
        }
    }
}

fn reference(name: &str) -> Tree {
    Tree::map([("$ref", format!("#/components/schemas/{name}").into())])
}

fn typed(kind: &str) -> Tree {
    Tree::map([("type", kind.into())])
}

/// The one type of all values, `null` apart.
fn kind(values: &[Value]) -> Option<&'static str> {
    let mut kinds = values
        .iter()
        .filter(|value| !value.is_null())
        .map(|value| match value {
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "number",
            Value::Number(_) => "integer",
            _ => "string",
        });
    let first = kinds.next()?;
    kinds.all(|kind| kind == first).then_some(first)
}

fn scalar(of: Scalar) -> Tree {
    let (kind, format) = match of {
        Scalar::Bool => ("boolean", ""),
        Scalar::Integer(format) => ("integer", format),
        Scalar::Bounded(..) => ("integer", ""),
        Scalar::Number(format) => ("number", format),
        Scalar::Text(format) => ("string", format),
    };
    let tree = if format.is_empty() {
        typed(kind)
    } else {
        typed(kind).with("format", format)
    };
    let Scalar::Bounded(low, high) = of else {
        return tree;
    };
    let bound = |text: &str| serde_json::from_str::<Value>(text).expect("a number");
    tree.with("minimum", bound(low))
        .with("maximum", bound(high))
}
