//! The streams that operations give.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::response::Parts;

use super::error::StreamError;
use super::events::{Events, RawEvent};
use super::framing::{Framed, Framing};
use super::pump::Pump;
use super::records::{Record, Records};
use super::{LIMIT, Source, limit};
use crate::Body;
use crate::answer::Content;
use crate::codec::{self, DecodeError, Empty, Field};

/// An event of a [`EventStream`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// Its type, `message` where the server names none.
    pub event: String,
    /// The last id that the server gave, with this event or before it.
    pub id: Option<String>,
    /// How long the server asks to wait before the next connection, where it did since the last
    /// event.
    pub retry: Option<Duration>,
    /// Its data.
    pub data: T,
}

/// Server-Sent Events (`text/event-stream`), as they arrive.
///
/// Events are read by the WHATWG's HTML standard, section 9.2, and their data as JSON, or as text
/// where the document says so. Data that is `[DONE]`, which is no JSON, ends the stream: some APIs
/// send it last. An event larger than the client's limit on answers is an error. The stream does
/// not connect anew by itself; [`Event::id`] and [`Event::retry`] say what is needed for it.
///
/// Where an operation may answer with JSON values in a row too, of the same type, they are events
/// whose type is `message`, without an id: the content type of the answer says how they are cut.
///
/// It is a [`Stream`], and needs nothing but [`next`](Self::next) to be read.
pub struct EventStream<T> {
    pump: Pump<Framing>,
    is_text: bool,
    data: PhantomData<fn() -> T>,
}

/// JSON values in a row, as they arrive: one a line (`application/jsonl`, `application/x-ndjson`),
/// or each behind a record separator (`application/json-seq`, RFC 7464).
///
/// Empty lines are skipped. A value larger than the client's limit on answers is an error.
///
/// It is a [`Stream`], and needs nothing but [`next`](Self::next) to be read.
pub struct JsonStream<T> {
    pump: Pump<Records>,
    item: PhantomData<fn() -> T>,
}

impl<T: Empty + Field> EventStream<T> {
    /// The next event, or the error that came in its place; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Event<T>, StreamError>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    /// The same on this thread, which waits for it. Not for async code.
    #[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
    pub fn next_blocking(&mut self) -> Option<Result<Event<T>, StreamError>> {
        crate::blocking::block_on(self.next())
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Event<T>, StreamError>>> {
        let item = match ready!(poll_items(&mut self.pump, self.is_text, cx)) {
            None => return Poll::Ready(None),
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            Some(Ok(item)) => item,
        };
        let mut data = codec::empty::<T>();
        let read = read_item(&mut data, item, self.is_text);
        Poll::Ready(Some(read.map(|(event, id, retry)| Event {
            event,
            id,
            retry,
            data,
        })))
    }
}

impl<T: Empty + Field> JsonStream<T> {
    /// The next value, or the error that came in its place; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T, StreamError>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    /// The same on this thread, which waits for it. Not for async code.
    #[cfg(all(feature = "ureq", not(target_arch = "wasm32")))]
    pub fn next_blocking(&mut self) -> Option<Result<T, StreamError>> {
        crate::blocking::block_on(self.next())
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, StreamError>>> {
        let record = match ready!(self.pump.poll(cx)) {
            None => return Poll::Ready(None),
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            Some(Ok(record)) => record,
        };
        let mut value = codec::empty::<T>();
        let read = read_record(&mut value, record);
        Poll::Ready(Some(read.map(|()| value)))
    }
}

/// The next item, unless it is the event that says that all is done.
fn poll_items(
    pump: &mut Pump<Framing>,
    is_text: bool,
    cx: &mut Context<'_>,
) -> Poll<Option<Result<Framed, StreamError>>> {
    let next = ready!(pump.poll(cx));
    let done = |raw: &RawEvent| !is_text && raw.data.trim() == "[DONE]";
    if matches!(&next, Some(Ok(Framed::Event(raw))) if done(raw)) {
        pump.stop();
        return Poll::Ready(None);
    }
    Poll::Ready(next)
}

/// Reads the data of an item, and gives what else an event says.
fn read_item(
    data: &mut dyn Field,
    item: Framed,
    is_text: bool,
) -> Result<(String, Option<String>, Option<Duration>), StreamError> {
    match item {
        Framed::Event(raw) => {
            read_event(data, &raw, is_text)?;
            Ok((raw.event, raw.id, raw.retry))
        }
        Framed::Value(record) => {
            read_record(data, record)?;
            Ok(("message".to_owned(), None, None))
        }
    }
}

fn read_event(data: &mut dyn Field, raw: &RawEvent, is_text: bool) -> Result<(), StreamError> {
    let read = if is_text {
        let quoted = codec::encode(&raw.data);
        codec::decode_into(data, &quoted.unwrap_or_default())
    } else {
        codec::decode_into(data, raw.data.as_bytes())
    };
    let item = || Bytes::copy_from_slice(raw.data.as_bytes());
    read.map_err(|error| StreamError::decode(error, raw.offset, item()))
}

fn read_record(value: &mut dyn Field, record: Record) -> Result<(), StreamError> {
    let read = if record.open {
        Err(DecodeError::custom(
            "it may have been cut off",
            record.text.len(),
        ))
    } else {
        codec::decode_into(value, &record.text)
    };
    read.map_err(|error| StreamError::decode(error, record.offset, record.text))
}

impl<T> Source for EventStream<T> {
    fn takes(&self, content: Content) -> bool {
        content.is_stream()
    }

    fn start(&mut self, body: Body, content: Content, parts: &Parts) {
        let cutter = match content {
            Content::JsonLines => Framing::Values(Records::default()),
            Content::JsonSeq => Framing::Values(Records::separated()),
            _ => Framing::Events(Events::default()),
        };
        self.pump = Pump::new(body, cutter, limit(parts));
        self.is_text = content == Content::TextEvents;
    }
}

impl<T> Source for JsonStream<T> {
    fn takes(&self, content: Content) -> bool {
        matches!(content, Content::JsonLines | Content::JsonSeq)
    }

    fn start(&mut self, body: Body, content: Content, parts: &Parts) {
        let cutter = match content {
            Content::JsonSeq => Records::separated(),
            _ => Records::default(),
        };
        self.pump = Pump::new(body, cutter, limit(parts));
    }
}

impl<T> From<Body> for EventStream<T> {
    /// Events whose data is JSON.
    fn from(body: Body) -> Self {
        Self {
            pump: Pump::new(body, Framing::Events(Events::default()), LIMIT),
            is_text: false,
            data: PhantomData,
        }
    }
}

impl<T> From<Body> for JsonStream<T> {
    /// Values, one a line.
    fn from(body: Body) -> Self {
        Self {
            pump: Pump::new(body, Records::default(), LIMIT),
            item: PhantomData,
        }
    }
}

impl<T: Empty + Field> Stream for EventStream<T> {
    type Item = Result<Event<T>, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

impl<T: Empty + Field> Stream for JsonStream<T> {
    type Item = Result<T, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EventStream")
    }
}

impl<T> fmt::Debug for JsonStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JsonStream")
    }
}
