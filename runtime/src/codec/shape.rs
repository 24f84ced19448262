use super::error::DecodeError;
use super::field::Field;
use super::reader::Reader;
use super::record::{FieldInfo, fill_record};
use super::union::{UnionInfo, fill_union};

/// What a value consists of: which loop reads and writes it, and by which table.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// Of itself: it has its own [`Field::fill`] and [`Field::put`].
    Whole,
    /// [`Visit::record`].
    Record(&'static [FieldInfo]),
    /// [`Visit::union`].
    Union(&'static UnionInfo),
}

/// What is shown the parts of a value. A value that is whole shows none.
pub trait Visit {
    /// It is a JSON object: the table of its fields and their values, in the order in which they are
    /// written; behind the values what holds the keys that no field has, if anything does.
    /// [`Field::slot`] has the same, the last by [`REST`].
    fn record(&mut self, fields: &'static [FieldInfo], members: &[&dyn Field]);

    /// It is one of several schemas. [`Field::slot`] makes it the empty value of the branch at the
    /// index, or by [`FALLBACK`] of the one that keeps a value as it came; [`Field::put`] writes
    /// that of the branch that it is.
    fn union(&mut self, info: &'static UnionInfo) {
        let _ = info;
    }
}

impl Visit for Shape {
    fn record(&mut self, fields: &'static [FieldInfo], _: &[&dyn Field]) {
        *self = Self::Record(fields);
    }

    fn union(&mut self, info: &'static UnionInfo) {
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
