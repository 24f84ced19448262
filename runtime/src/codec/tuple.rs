use super::array::Elements;
use super::error::DecodeError;
use super::field::Field;
use super::reader::Reader;
use super::writer::Writer;

/// A struct that is a JSON array with a type for each place, as a table.
/// [`tuple!`](crate::__v1::tuple) writes the implementation.
pub trait Tuple {
    /// How many items an array must have at least.
    fn required(&self) -> usize;

    /// The item at `index`.
    fn at(&self, index: usize) -> Option<&dyn Field>;

    /// The item at `index`, to be filled.
    fn slot(&mut self, index: usize) -> Option<&mut dyn Field>;

    /// What holds the items that have no place of their own. Without it they are passed over.
    fn rest(&self) -> Option<&dyn Elements> {
        None
    }

    /// The same, to be filled.
    fn rest_slot(&mut self) -> Option<&mut dyn Elements> {
        None
    }
}

/// Reads an array.
pub fn fill_tuple(tuple: &mut dyn Tuple, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    let mut more = reader.enter_array()?;
    let mut index = 0;
    while more {
        fill_item(tuple, index, reader).map_err(|e| e.under_index(index))?;
        index += 1;
        more = reader.more_in_array()?;
    }
    let required = tuple.required();
    if index < required {
        let items = if required == 1 { "item" } else { "items" };
        let message = format!("expected at least {required} {items}, found {index}");
        return Err(reader.error(message));
    }
    Ok(())
}

fn fill_item(
    tuple: &mut dyn Tuple,
    index: usize,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let required = tuple.required();
    if let Some(slot) = tuple.slot(index) {
        slot.fill(reader)?;
        if reader.is_in_union() && index >= required && slot.is_absent() {
            // A `null` that the place can not hold.
            reader.count_lost();
        }
        return Ok(());
    }
    if let Some(element) = tuple.rest_slot().and_then(Elements::grow) {
        return element.fill(reader);
    }
    reader.count_lost();
    reader.skip()
}

/// Writes an array. The items that are absent at its end are left out; one that is absent before
/// another keeps that in its place as `null`.
pub fn put_tuple(tuple: &dyn Tuple, writer: &mut Writer) {
    let count = written(tuple);
    let mut separator = "[";
    let mut index = 0;
    while let Some(item) = item(tuple, index, count) {
        writer.raw(separator);
        separator = ",";
        item.put(writer);
        if let Some(failure) = writer.failure() {
            return failure.push_index(index);
        }
        index += 1;
    }
    writer.raw(if index == 0 { "[]" } else { "]" });
}

/// How many places are written, and whether what follows them is.
fn written(tuple: &dyn Tuple) -> (usize, bool) {
    let places = (0..).map_while(|index| tuple.at(index));
    let has_rest = tuple.rest().is_some_and(|rest| rest.element(0).is_some());
    let mut count = 0;
    for (index, item) in (1..).zip(places) {
        if has_rest || index <= tuple.required() || !item.is_absent() {
            count = index;
        }
    }
    (count, has_rest)
}

/// The item at `index` of what is written.
fn item(tuple: &dyn Tuple, index: usize, (places, has_rest): (usize, bool)) -> Option<&dyn Field> {
    match index.checked_sub(places) {
        None => tuple.at(index),
        Some(index) if has_rest => tuple.rest()?.element(index),
        Some(_) => None,
    }
}

/// Makes a tuple struct a JSON array.
///
/// ```ignore
/// rt::tuple! { Row { 0 required, 1 required, 2 optional } rest 3 }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_tuple {
    ($name:ident { $($index:tt $presence:ident),* $(,)? } $(rest $rest:tt)?) => {
        impl $crate::__v1::Tuple for $name {
            #[inline]
            fn required(&self) -> usize {
                0 $(+ $crate::__v1_presence!($presence) as usize)*
            }

            #[inline]
            fn at(&self, index: usize) -> ::core::option::Option<&dyn $crate::__v1::Field> {
                match index {
                    $($index => ::core::option::Option::Some(&self.$index),)*
                    _ => ::core::option::Option::None,
                }
            }

            #[inline]
            fn slot(
                &mut self,
                index: usize,
            ) -> ::core::option::Option<&mut dyn $crate::__v1::Field> {
                match index {
                    $($index => ::core::option::Option::Some(&mut self.$index),)*
                    _ => ::core::option::Option::None,
                }
            }

            $(
                #[inline]
                fn rest(&self) -> ::core::option::Option<&dyn $crate::__v1::Elements> {
                    ::core::option::Option::Some(&self.$rest)
                }

                #[inline]
                fn rest_slot(
                    &mut self,
                ) -> ::core::option::Option<&mut dyn $crate::__v1::Elements> {
                    ::core::option::Option::Some(&mut self.$rest)
                }
            )?
        }

        impl $crate::__v1::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self {
                    $($index: $crate::__v1::empty(),)*
                    $($rest: $crate::__v1::empty(),)?
                }
            }
        }

        impl $crate::__v1::Field for $name {
            #[inline]
            fn show(&self, visit: &mut dyn $crate::__v1::Visit) {
                visit.whole(self)
            }

            #[inline]
            fn fill(
                &mut self,
                reader: &mut $crate::__v1::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::__v1::DecodeError> {
                $crate::__v1::fill_tuple(self, reader)
            }

            #[inline]
            fn put(&self, writer: &mut $crate::__v1::Writer) {
                $crate::__v1::put_tuple(self, writer)
            }
        }

        $crate::__v1_common! { $name }
    };
}

/// Whether an array must have the place.
#[doc(hidden)]
#[macro_export]
macro_rules! __v1_presence {
    (required) => {
        true
    };
    (optional) => {
        false
    };
}
