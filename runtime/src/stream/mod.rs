//! Answers that are read while they arrive.
//!
//! `events` and `records` cut bytes into items, whatever the pieces they come in; `pump` feeds them
//! from a body. None of it is generic: the two typed streams only read JSON at the end.

mod bytes;
mod either;
mod error;
mod events;
mod framing;
mod lines;
mod pump;
mod records;
#[cfg(test)]
mod splits;
mod typed;

use http::response::Parts;

use crate::Body;
use crate::answer::Content;

pub use self::either::EventsOrValues;
pub use self::error::StreamError;
pub use self::typed::{Event, EventStream, JsonStream};

/// How large an item of a stream may be where the answer does not say.
const LIMIT: u64 = 64 * 1024 * 1024;

/// How large an item of this answer may be: the client's limit on answers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ItemLimit(pub(crate) u64);

fn limit(parts: &Parts) -> u64 {
    let limit = parts.extensions.get::<ItemLimit>();
    limit.map_or(LIMIT, |limit| limit.0)
}

/// What is read while it arrives.
pub trait Source {
    /// Whether it can be read from content of this kind.
    #[doc(hidden)]
    fn takes(&self, content: Content) -> bool;

    /// Takes the body that it is read from.
    #[doc(hidden)]
    fn start(&mut self, body: Body, content: Content, parts: &Parts);
}

impl Source for Body {
    fn takes(&self, content: Content) -> bool {
        content == Content::Bytes
    }

    fn start(&mut self, body: Body, _: Content, _: &Parts) {
        *self = body;
    }
}
