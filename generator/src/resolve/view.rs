//! A node as a serde deserializer, in which each thing that may be a reference is one.

use std::sync::LazyLock;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::grammar::{Kind, Shape, child};
use crate::tree::{Entry, Node, Place, Value};

/// Why a fragment could not be read.
pub(super) type Error = serde::de::value::Error;

/// What an object is read as where `openapiv3` takes a reference.
static REFERENCE: LazyLock<Node> = LazyLock::new(|| {
    let reference = Value::object([("$ref", Value::string("#"))]);
    Node::new(reference, Place::default())
});

/// A node and what stands there.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    node: &'a Node,
    shape: Option<Shape>,
}

// serde's and `openapiv3`'s functions are compiled for each type that is read, and so is what is
// generic here: it is kept short, and in what is not generic as far as that goes.
impl<'a> View<'a> {
    /// The fragment itself.
    pub(super) fn top(node: &'a Node, kind: Kind) -> Self {
        let shape = Some(Shape::One(kind));
        Self { node, shape }
    }

    fn below(node: &'a Node, shape: Option<Shape>) -> Self {
        match shape {
            Some(Shape::One(kind)) if may_be_reference(kind) && node.as_map().is_some() => Self {
                node: &REFERENCE,
                shape: None,
            },
            _ => Self { node, shape },
        }
    }

    /// The shape of an item or member.
    fn inner(&self, key: Option<&str>) -> Option<Shape> {
        match self.shape? {
            Shape::One(kind) => child(kind, key?),
            Shape::List(kind) | Shape::Map(kind) => Some(Shape::One(kind)),
        }
    }
}

/// Where `openapiv3` has `ReferenceOr`.
fn may_be_reference(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Schema
            | Kind::Parameter
            | Kind::RequestBody
            | Kind::Response
            | Kind::Header
            | Kind::Example
            | Kind::Link
            | Kind::SecurityScheme
            | Kind::PathItem
    )
}

impl<'de> Deserializer<'de> for View<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(text) => match number(text)? {
                Number::Unsigned(value) => visitor.visit_u64(value),
                Number::Signed(value) => visitor.visit_i64(value),
                Number::Float(value) => visitor.visit_f64(value),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(items) => visitor.visit_seq(Items {
                items: items.iter(),
                shape: self.inner(None),
            }),
            Value::Object(map) => visitor.visit_map(Members {
                entries: map.iter(),
                view: self,
                value: None,
            }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match &self.node.value {
            Value::String(text) => visitor.visit_enum(text.as_str().into_deserializer()),
            _ => Err(no_string(self.node)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

fn no_string(node: &Node) -> Error {
    Error::custom(format_args!("{} where a string is expected", node.kind()))
}

enum Number {
    Unsigned(u64),
    Signed(i64),
    Float(f64),
}

fn number(text: &str) -> Result<Number, Error> {
    let unsigned = text.parse().map(Number::Unsigned);
    let integer = unsigned.or_else(|_| text.parse().map(Number::Signed));
    integer
        .or_else(|_| text.parse().map(Number::Float))
        .map_err(|_| Error::custom(format_args!("`{text}` is not a number")))
}

struct Items<'a> {
    items: std::slice::Iter<'a, Node>,
    shape: Option<Shape>,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let next = self.items.next();
        next.map(|node| seed.deserialize(View::below(node, self.shape)))
            .transpose()
    }
}

struct Members<'a> {
    entries: std::slice::Iter<'a, Entry>,
    view: View<'a>,
    value: Option<&'a Entry>,
}

impl<'a> Members<'a> {
    fn key(&mut self) -> Option<StrDeserializer<'a, Error>> {
        self.value = self.entries.next();
        Some(self.value?.key.as_str().into_deserializer())
    }

    fn value(&mut self) -> Result<View<'a>, Error> {
        let entry = self.value.take();
        let entry = entry.ok_or_else(|| Error::custom("a value without a key"))?;
        Ok(View::below(&entry.node, self.view.inner(Some(&entry.key))))
    }
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        self.key().map(|key| seed.deserialize(key)).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.value()?)
    }
}
