use std::any::Any;
use std::fmt;

use super::array::Elements;
use super::error::DecodeError;
use super::field::Field;
use super::map::Entries;
use super::reader::Reader;
use super::record::{FieldInfo, fill_record};
use super::union::{UnionInfo, fill_union};

/// What a value consists of: which loop reads and writes it, and by which table.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// Of something else: it has its own [`Field::fill`].
    Whole,
    /// [`Visit::record`].
    Record(&'static [FieldInfo]),
    /// [`Visit::union`].
    Union(&'static UnionInfo),
}

/// What is shown a value's parts. Each value shows itself by one of these.
pub trait Visit {
    /// It is a JSON object: the name of its type, the table of its fields and their values, in the
    /// order in which they are written; behind the values what holds the keys that no field has, if
    /// anything does. [`Field::slot`] has the same, the last by [`REST`].
    fn record(&mut self, name: &'static str, fields: &'static [FieldInfo], members: &[&dyn Field]) {
        let _ = (name, fields, members);
    }

    /// It is one of several schemas: the variant that it is, and the value in it. [`Field::slot`]
    /// makes it the empty value of the branch at the index, or by [`FALLBACK`] of the one that keeps
    /// a value as it came.
    fn union(&mut self, info: &'static UnionInfo, variant: &'static str, part: &dyn Field) {
        let _ = (info, variant, part);
    }

    /// It is an `Option`.
    fn option(&mut self, value: Option<&dyn Field>) {
        let _ = value;
    }

    /// It is a JSON array of values of one type.
    fn array(&mut self, elements: &dyn Elements) {
        let _ = elements;
    }

    /// It is a JSON object of keys that no schema names.
    fn map(&mut self, entries: &dyn Entries) {
        let _ = entries;
    }

    /// It is one of several texts: that text, and the value, which has no parts.
    fn text(&mut self, text: &str, value: &dyn Whole) {
        let _ = (text, value);
    }

    /// It has no parts.
    fn whole(&mut self, value: &dyn Whole) {
        let _ = value;
    }
}

/// What can be asked of a value without parts. All types have it that can be compared and copied.
pub trait Whole: fmt::Debug + Any {
    /// Whether the other is a value of the same type and equal to it.
    fn equals(&self, other: &dyn Any) -> bool;

    /// Makes the other a copy of it; false where it is of another type.
    fn copy_to(&self, other: &mut dyn Any) -> bool;
}

impl<T: Clone + fmt::Debug + PartialEq + Any> Whole for T {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }

    fn copy_to(&self, other: &mut dyn Any) -> bool {
        match other.downcast_mut() {
            Some(other) => *other = self.clone(),
            None => return false,
        }
        true
    }
}

impl Visit for Shape {
    fn record(&mut self, _: &'static str, fields: &'static [FieldInfo], _: &[&dyn Field]) {
        *self = Self::Record(fields);
    }

    fn union(&mut self, info: &'static UnionInfo, _: &'static str, _: &dyn Field) {
        *self = Self::Union(info);
    }
}

impl Shape {
    /// That of a value.
    pub(super) fn of(value: &dyn Field) -> Self {
        let mut shape = Self::Whole;
        value.show(&mut shape);
        shape
    }
}

/// The index of the map of a record's keys that no field has.
#[doc(hidden)]
pub const REST: usize = usize::MAX - 1;

/// The index of a union's branch for what fits no other: the raw value.
#[doc(hidden)]
pub const FALLBACK: usize = usize::MAX - 1;

/// The index of a record or union itself. Its own type gives it as a trait object, which a method
/// that is inherited can not.
pub(super) const SELF: usize = usize::MAX;

/// What a value without parts gives for one.
pub(super) fn nothing() -> &'static mut dyn Field {
    // Nothing is allocated for a type without size.
    Box::leak(Box::new(()))
}

/// Reads a value by its table.
pub(super) fn fill(value: &mut dyn Field, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    match Shape::of(value) {
        Shape::Record(fields) => fill_record(value, fields, reader),
        Shape::Union(info) => fill_union(value, info, reader),
        Shape::Whole => value.fill(reader),
    }
}
