use std::fmt;

use http::response::Parts;

use super::{EventStream, JsonStream, Source};
use crate::Body;
use crate::answer::Content;

/// What an operation gives that may answer with Server-Sent Events or with JSON values in a row, of
/// another type: which of them, the content type of the answer says.
///
/// ```
/// use restitch::{EventsOrValues, StreamError};
///
/// async fn print(stream: EventsOrValues<String, i64>) -> Result<(), StreamError> {
///     match stream {
///         EventsOrValues::Events(mut events) => {
///             while let Some(event) = events.next().await {
///                 println!("{}", event?.data);
///             }
///         }
///         EventsOrValues::Values(mut values) => {
///             while let Some(value) = values.next().await {
///                 println!("{}", value?);
///             }
///         }
///     }
///     Ok(())
/// }
/// ```
pub enum EventsOrValues<E, V> {
    /// `text/event-stream`.
    Events(EventStream<E>),
    /// `application/jsonl` and its other names, `application/json-seq`. An answer without content
    /// is one of these.
    Values(JsonStream<V>),
}

impl<E, V> Source for EventsOrValues<E, V> {
    fn takes(&self, content: Content) -> bool {
        content.is_stream()
    }

    fn start(&mut self, body: Body, content: Content, parts: &Parts) {
        if matches!(content, Content::Events | Content::TextEvents) {
            let mut events = EventStream::from(Body::empty());
            events.start(body, content, parts);
            *self = Self::Events(events);
        } else {
            let mut values = JsonStream::from(Body::empty());
            values.start(body, content, parts);
            *self = Self::Values(values);
        }
    }
}

impl<E, V> From<Body> for EventsOrValues<E, V> {
    /// Values, one a line.
    fn from(body: Body) -> Self {
        Self::Values(body.into())
    }
}

impl<E, V> fmt::Debug for EventsOrValues<E, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Events(events) => events.fmt(f),
            Self::Values(values) => values.fmt(f),
        }
    }
}
