//! What an answer is read into.

use std::marker::PhantomData;

use bytes::Bytes;

use crate::Body;
use crate::codec::{self, Empty, Field};
use crate::error::Undocumented;
use crate::stream::Source;

/// What an operation gives, or fails with: how an empty value of it is made, and filled.
pub trait Outcome {
    /// The value.
    type Value;

    /// The value of a case before it is read; `None` where there is no such case.
    fn empty(case: u16) -> Option<Self::Value>;

    /// Where in the value the content goes.
    fn slot(value: &mut Self::Value) -> Slot<'_>;
}

/// Where content goes.
#[allow(missing_debug_implementations)] // it holds what has none
pub enum Slot<'a> {
    /// There is none.
    Nothing,
    /// JSON.
    Json(&'a mut dyn Field),
    /// Text as it is, or a string of JSON.
    Text(&'a mut String),
    /// Bytes as they are.
    Bytes(&'a mut Bytes),
    /// What is read later.
    Stream(&'a mut dyn Source),
}

/// JSON of a type.
#[derive(Debug)]
pub struct AsJson<T>(PhantomData<fn() -> T>);

/// Text.
#[derive(Debug)]
pub struct AsText;

/// Bytes.
#[derive(Debug)]
pub struct AsBytes;

/// No content.
#[derive(Debug)]
pub struct AsNothing;

/// No answer at all.
#[derive(Debug)]
pub struct AsNever;

/// A stream.
#[derive(Debug)]
pub struct AsStream<S>(PhantomData<fn() -> S>);

macro_rules! outcome {
    ([$($generics:tt)*] $name:ty, $value:ty, $empty:expr, |$filled:ident| $slot:expr) => {
        impl<$($generics)*> Outcome for $name {
            type Value = $value;

            #[inline]
            fn empty(_: u16) -> Option<$value> {
                $empty
            }

            #[inline]
            fn slot($filled: &mut $value) -> Slot<'_> {
                $slot
            }
        }
    };
}

outcome!([T: Empty + Field] AsJson<T>, T, Some(codec::empty()), |value| Slot::Json(value));
outcome!([] AsText, String, Some(String::new()), |value| Slot::Text(value));
outcome!([] AsBytes, Bytes, Some(Bytes::new()), |value| Slot::Bytes(value));
outcome!([] AsNothing, (), Some(()), |_value| Slot::Nothing);
outcome!([] AsNever, Undocumented, None, |value| match *value {});
outcome!([S: Source + From<Body>] AsStream<S>, S, Some(Body::empty().into()), |value| Slot::Stream(value));
