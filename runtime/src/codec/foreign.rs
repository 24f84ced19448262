use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::DecodeError;
use super::field::{Empty, Field};
use super::reader::Reader;
use super::set::{FromValue, Null, Plain};
use super::shape::Visit;
use super::writer::Writer;

/// A type of your own in the place of a generated one, as the build script said with
/// `replace_type`. It is read and written by serde.
///
/// It derefs to the value, is made by `From` and taken apart by [`into_inner`](Self::into_inner);
/// setters and arguments take the value itself.
#[derive(Clone, Copy)]
pub struct Foreign<T>(Option<T>);

impl<T> Foreign<T> {
    /// Holds `value`.
    #[inline]
    pub fn new(value: T) -> Self {
        Self(Some(value))
    }

    /// The value.
    ///
    /// # Panics
    /// Never: see [`Deref`].
    #[inline]
    pub fn into_inner(self) -> T {
        self.0.expect(HELD)
    }
}

/// The empty value that reading starts from is dropped where nothing is read into it: no required
/// field stays unread, and one that is not required is an `Option`. So whoever holds a `Foreign`
/// holds a value, and `T` needs no `Default`.
const HELD: &str = "a `Foreign` is handed out only after it was read";

impl<T> Deref for Foreign<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        self.0.as_ref().expect(HELD)
    }
}

impl<T> DerefMut for Foreign<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        self.0.as_mut().expect(HELD)
    }
}

impl<T> AsRef<T> for Foreign<T> {
    #[inline]
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T> From<T> for Foreign<T> {
    #[inline]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

/// As the value's own.
impl<T: fmt::Debug> fmt::Debug for Foreign<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(value) => value.fmt(f),
            None => f.write_str("_"),
        }
    }
}

impl<T: fmt::Display> fmt::Display for Foreign<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: PartialEq> PartialEq for Foreign<T> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

/// With the value itself: `pet.price == Decimal::ONE`.
impl<T: PartialEq> PartialEq<T> for Foreign<T> {
    #[inline]
    fn eq(&self, other: &T) -> bool {
        self.0.as_ref() == Some(other)
    }
}

impl<T: Eq> Eq for Foreign<T> {}

impl<T: PartialOrd> PartialOrd for Foreign<T> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.0.partial_cmp(&other.0)
    }
}

impl<T: Ord> Ord for Foreign<T> {
    #[inline]
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<T: Hash> Hash for Foreign<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// A default only where the value has one.
impl<T: Default> Default for Foreign<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Field for Foreign<T>
where
    T: Clone + fmt::Debug + PartialEq + Serialize + DeserializeOwned + 'static,
{
    fn show(&self, visit: &mut dyn Visit) {
        visit.whole(self);
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let raw = reader.raw()?;
        let start = reader.offset() - raw.len();
        let value = serde_json::from_str(raw);
        self.0 = Some(value.map_err(|e| DecodeError::custom(e.to_string(), start))?);
        Ok(())
    }

    fn put(&self, writer: &mut Writer) {
        match self.0.as_ref().map(serde_json::to_string) {
            None => writer.null(),
            Some(Ok(text)) => writer.raw(&text),
            Some(Err(e)) => writer.fail(e.to_string()),
        }
    }
}

impl<T> Empty for Foreign<T> {
    #[inline]
    fn empty() -> Self {
        Self(None)
    }
}

impl<T> Plain for Foreign<T> {}

/// A value in a list or map, or in an `Option`.
impl<T> FromValue<T> for Foreign<T> {
    #[inline]
    fn from_value(value: T) -> Self {
        Self::new(value)
    }
}

/// What the setter of an optional thing of a type of your own takes: the value, a [`Foreign`] of it,
/// or an `Option` of either. `None` leaves it absent.
///
/// It is apart from [`IntoSet`](super::IntoSet), which can not take every type and an `Option` of it.
pub trait IntoForeign<T> {
    /// The value, or `None` for absent.
    fn into_foreign(self) -> Option<Foreign<T>>;
}

/// The same where `null` is allowed too, as [`Null`].
pub trait IntoForeignNullable<T> {
    /// `None` for absent, `Some(None)` for null.
    fn into_foreign_nullable(self) -> Option<Option<Foreign<T>>>;
}

/// What a setter does.
#[doc(hidden)]
#[inline]
pub fn set_foreign<T>(field: &mut Option<Foreign<T>>, value: impl IntoForeign<T>) {
    *field = value.into_foreign();
}

/// The same of a field that may be null.
#[doc(hidden)]
#[inline]
#[allow(clippy::option_option, reason = "absent, null and a value are three")]
pub fn set_foreign_nullable<T>(
    field: &mut Option<Option<Foreign<T>>>,
    value: impl IntoForeignNullable<T>,
) {
    *field = value.into_foreign_nullable();
}

macro_rules! into_foreign {
    ($($from:ty, $value:ident => $expr:expr;)*) => { $(
        impl<T: Serialize + DeserializeOwned> IntoForeign<T> for $from {
            #[inline]
            fn into_foreign(self) -> Option<Foreign<T>> {
                let $value = self;
                $expr
            }
        }

        impl<T: Serialize + DeserializeOwned> IntoForeignNullable<T> for $from {
            #[inline]
            fn into_foreign_nullable(self) -> Option<Option<Foreign<T>>> {
                IntoForeign::<T>::into_foreign(self).map(Some)
            }
        }
    )* };
}

into_foreign! {
    T, value => Some(Foreign::new(value));
    Option<T>, value => value.map(Foreign::new);
    Foreign<T>, value => Some(value);
    Option<Foreign<T>>, value => value;
}

impl<T> IntoForeignNullable<T> for Null {
    #[inline]
    fn into_foreign_nullable(self) -> Option<Option<Foreign<T>>> {
        Some(None)
    }
}
