use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::json::Json;
use super::map::Map;
use super::number::Number;
use super::text::Text;
use super::value_enum::FromInteger;

/// What a setter of an optional thing takes: the value, what turns into it, or an `Option` of
/// either. `None` leaves it absent.
///
/// | for | accepted |
/// |---|---|
/// | a number, a boolean, a record | itself |
/// | an enum of integers | itself, `i64` |
/// | `String`, a string enum | `&str`, `String`, `Cow<str>`, the enum |
/// | `Base64`, `Base64Url` | itself, `Vec<u8>`, array or slice of bytes, `Bytes` |
/// | `Password` | itself, `&str`, `String` |
/// | `Vec<T>` | `Vec`, array or slice of what is accepted for `T` |
/// | `Map<T>` | itself, or an array, `BTreeMap` or `HashMap` of what is accepted for `T` |
///
/// `.limit(None)` is enough where only one type is accepted. Where there are more, as for strings,
/// enums, arrays and maps, the compiler can not know which `Option` is meant: write `None::<String>`, or
/// leave the call out.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can not be given for `{T}`",
    label = "expected `{T}`, `Some` of it, or `None`",
    note = "a list is given as an array or a `Vec`, text as `&str` or `String`",
    note = "a union is made of the value of a branch by `From`: `Union::from(branch)`",
    note = "`restitch::Null` is taken only where the document allows `null`",
    note = "where `None` has no type, write `None::<String>` or leave the call out"
)]
pub trait IntoSet<T> {
    /// The value, or `None` for absent.
    fn into_set(self) -> Option<T>;
}

/// What a setter of a thing that may be absent or null takes: what [`IntoSet`] takes, and [`Null`].
///
/// Here too `None` means absent. An `Option<Option<T>>` is not taken, or no bare `None` would be: to
/// copy a field, assign it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can not be given for `{T}`",
    label = "expected `{T}`, `restitch::Null`, `Some`, or `None`",
    note = "a list is given as an array or a `Vec`, text as `&str` or `String`",
    note = "a union is made of the value of a branch by `From`: `Union::from(branch)`",
    note = "to copy a field, assign it: `value.field = other.field`"
)]
pub trait IntoNullable<T> {
    /// `None` for absent, `Some(None)` for null.
    fn into_nullable(self) -> Option<Option<T>>;
}

/// What a setter does. The call is shorter to compile than the assignment, a field that there is.
#[doc(hidden)]
#[inline]
pub fn set<T>(field: &mut Option<T>, value: impl IntoSet<T>) {
    *field = value.into_set();
}

/// The same of a field that may be null.
#[doc(hidden)]
#[inline]
#[allow(clippy::option_option, reason = "absent, null and a value are three")]
pub fn set_nullable<T>(field: &mut Option<Option<T>>, value: impl IntoNullable<T>) {
    *field = value.into_nullable();
}

/// What can be made from a `V` that is no `Option`.
///
/// It is this way round, and not `V: IntoValue<T>`, because the compiler settles a bare `None` only
/// by the impls of a type that it knows.
#[doc(hidden)]
pub trait FromValue<V>: Sized {
    fn from_value(value: V) -> Self;
}

/// The JSON value `null`, for setters: absent and null are two things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Null;

/// Types that a setter takes as they are. A type outside of this crate can only have it by
/// `Record` or `StringEnum`, and `Option` and `Vec` never do: that keeps the impls below apart.
#[doc(hidden)]
pub trait Plain: Sized {}

impl Plain for bool {}
impl Plain for i32 {}
impl Plain for i64 {}
impl Plain for u64 {}
impl Plain for f64 {}
impl Plain for Json {}
impl Plain for Number {}
impl Plain for () {}
impl<T: Plain> Plain for Box<T> {}

impl<T> IntoNullable<T> for Null {
    #[inline]
    fn into_nullable(self) -> Option<Option<T>> {
        Some(None)
    }
}

impl<V, T: FromValue<V>> IntoSet<T> for Option<V> {
    #[inline]
    fn into_set(self) -> Option<T> {
        self.map(T::from_value)
    }
}

impl<V, T: FromValue<V>> IntoNullable<T> for Option<V> {
    #[inline]
    fn into_nullable(self) -> Option<Option<T>> {
        self.map(|value| Some(T::from_value(value)))
    }
}

/// An element that may be null.
impl<V, T: FromValue<V>> FromValue<Option<V>> for Option<T> {
    #[inline]
    fn from_value(value: Option<V>) -> Self {
        value.map(T::from_value)
    }
}

/// The three traits for one way to make a value. A blanket impl over [`FromValue`] would overlap
/// with those for `Option`, hence one by one.
macro_rules! accept {
    ($( ($($generics:tt)*) $from:ty => $to:ty, $value:ident => $expr:expr; )*) => { $(
        impl<$($generics)*> $crate::codec::FromValue<$from> for $to {
            #[inline]
            fn from_value($value: $from) -> Self {
                $expr
            }
        }

        impl<$($generics)*> $crate::codec::IntoSet<$to> for $from {
            #[inline]
            fn into_set(self) -> Option<$to> {
                Some($crate::codec::FromValue::from_value(self))
            }
        }

        impl<$($generics)*> $crate::codec::IntoNullable<$to> for $from {
            #[inline]
            fn into_nullable(self) -> Option<Option<$to>> {
                Some(Some($crate::codec::FromValue::from_value(self)))
            }
        }
    )* };
}
pub(crate) use accept;

accept! {
    (T: Plain) T => T, value => value;
    (T: Plain) T => Box<T>, value => Box::new(value);
    (T: FromInteger) i64 => T, value => T::from_integer(value);
    (T: Text) &str => T, text => T::from_text(Cow::Borrowed(text));
    (T: Text) &String => T, text => T::from_text(Cow::Borrowed(text));
    (T: Text) String => T, text => T::from_text(Cow::Owned(text));
    (T: Text) Cow<'_, str> => T, text => T::from_text(text);
    (V, T: FromValue<V>) Vec<V> => Vec<T>, items => all(items);
    (V, T: FromValue<V>, const N: usize) [V; N] => Vec<T>, items => all(items);
    (V: Clone, T: FromValue<V>) &[V] => Vec<T>, items => all(items.iter().cloned());
    (V: Clone, T: FromValue<V>) &Vec<V> => Vec<T>, items => all(items.iter().cloned());
    (V: Clone, T: FromValue<V>, const N: usize) &[V; N] => Vec<T>,
        items => all(items.iter().cloned());
}

accept! {
    (T) Map<T> => Map<T>, map => map;
    (K: Into<String>, V, T: FromValue<V>, const N: usize) [(K, V); N] => Map<T>,
        entries => all_entries(entries);
    (K: Into<String>, V, T: FromValue<V>) BTreeMap<K, V> => Map<T>,
        entries => all_entries(entries);
    (K: Into<String>, V, T: FromValue<V>, S) HashMap<K, V, S> => Map<T>,
        entries => all_entries(entries);
}

fn all_entries<K: Into<String>, V, T: FromValue<V>>(
    entries: impl IntoIterator<Item = (K, V)>,
) -> Map<T> {
    let entries = entries.into_iter();
    entries
        .map(|(key, value)| (key, T::from_value(value)))
        .collect()
}

fn all<V, T: FromValue<V>>(items: impl IntoIterator<Item = V>) -> Vec<T> {
    items.into_iter().map(T::from_value).collect()
}
