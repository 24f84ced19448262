//! A node as a serde deserializer, in which each thing that may be a reference is one.

use serde::de::value::{MapDeserializer, StrDeserializer};
use serde::de::{
    self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::grammar::{Kind, Shape, child};
use crate::tree::{Entry, Node, Value};

/// Why a fragment could not be read.
pub(super) type Error = serde::de::value::Error;

/// A node and what stands there.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    node: &'a Node,
    shape: Option<Shape>,
    top: bool,
}

impl<'a> View<'a> {
    /// The fragment itself.
    pub(super) fn top(node: &'a Node, kind: Kind) -> Self {
        Self {
            node,
            shape: Some(Shape::One(kind)),
            top: true,
        }
    }

    fn below(node: &'a Node, shape: Option<Shape>) -> Self {
        Self {
            node,
            shape,
            top: false,
        }
    }

    /// Whether this is cut: it is an object in a place where `openapiv3` takes a reference.
    fn is_cut(&self) -> bool {
        match self.shape {
            Some(Shape::One(kind)) => {
                !self.top && self.node.as_map().is_some() && may_be_reference(kind)
            }
            _ => false,
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
        if self.is_cut() {
            return visitor.visit_map(MapDeserializer::new(std::iter::once(("$ref", "#"))));
        }
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(text) => number(text, visitor),
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
            _ => Err(de::Error::custom(format_args!(
                "{} where a string is expected",
                self.node.kind()
            ))),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

fn number<'de, V: Visitor<'de>>(text: &str, visitor: V) -> Result<V::Value, Error> {
    if let Ok(value) = text.parse::<u64>() {
        return visitor.visit_u64(value);
    }
    if let Ok(value) = text.parse::<i64>() {
        return visitor.visit_i64(value);
    }
    match text.parse::<f64>() {
        Ok(value) => visitor.visit_f64(value),
        Err(_) => Err(de::Error::custom(format_args!("`{text}` is not a number"))),
    }
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

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        self.value = self.entries.next();
        let Some(entry) = self.value else {
            return Ok(None);
        };
        let key: StrDeserializer<'de, Error> = entry.key.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let Some(entry) = self.value.take() else {
            return Err(de::Error::custom("a value without a key"));
        };
        seed.deserialize(View::below(&entry.node, self.view.inner(Some(&entry.key))))
    }
}
