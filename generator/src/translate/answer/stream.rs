//! What a call gives while it arrives.
//!
//! All kinds of stream that an operation has are asked for and read, by the content type of the answer.
//! Items of one type make one stream. Where those of its events differ from those of its JSON
//! values, it is either of two; where events differ among themselves, or values do, their items are
//! what all of them are: text, or raw JSON.

use crate::ir::{Answer, Content, Payload, Reading, Row, Scalar, Status, Stream, Type};

use super::{joined, outcome};

/// A content of the results, with its status.
type Placed<'a> = (Status, &'a Content);

fn contents<'a>(answers: &'a [Answer], good: &'a [usize]) -> impl Iterator<Item = Placed<'a>> {
    let answers = good.iter().filter_map(|at| answers.get(*at));
    answers.flat_map(|answer| {
        let status = answer.status;
        answer.contents.iter().map(move |content| (status, content))
    })
}

/// The events of an operation, and its JSON values in a row, each in the order of the document.
struct Items<'a> {
    events: Vec<Placed<'a>>,
    values: Vec<Placed<'a>>,
}

impl<'a> Items<'a> {
    fn of(answers: &'a [Answer], good: &'a [usize]) -> Self {
        let streams = contents(answers, good).filter(|(_, content)| content.reading.is_stream());
        let (events, values) = streams.partition(|(_, content)| content.reading.is_events());
        Self { events, values }
    }

    fn all(&self) -> impl Iterator<Item = &Placed<'a>> {
        self.events.iter().chain(&self.values)
    }

    fn stream(&self) -> Option<Stream> {
        let (events, values) = (item(&self.events), item(&self.values));
        let other = match (&events, &values) {
            (Some(events), Some(values)) => events.rust_name() != values.rust_name(),
            _ => false,
        };
        let reading = match (&events, &values) {
            (Some(Payload::Text), _) => Reading::TextEvents,
            (Some(_), _) => Reading::Events,
            (None, _) => self.values.first()?.1.reading,
        };
        Some(Stream {
            reading,
            values: values.clone().filter(|_| other),
            payload: events.or(values)?,
            accept: joined(self.all().map(|(_, content)| *content)),
        })
    }
}

/// What items are read into: their type if they have one, else what all of them are.
fn item(contents: &[Placed<'_>]) -> Option<Payload> {
    let mut payloads = contents.iter().map(|(_, content)| &content.payload);
    let first = payloads.clone().next()?;
    if payloads.clone().all(|payload| payload == first) {
        return Some(first.clone());
    }
    Some(if payloads.any(|payload| *payload == Payload::Text) {
        Payload::Text
    } else {
        Payload::Json(Type::Scalar(Scalar::Json))
    })
}

/// The stream of an operation: of events or JSON values, else of bytes.
pub(super) fn stream(answers: &[Answer], good: &[usize]) -> Option<Stream> {
    if let Some(stream) = Items::of(answers, good).stream() {
        return Some(stream);
    }
    let is_bytes = |content: &&Content| content.payload == Payload::Bytes;
    let all = contents(answers, good).map(|(_, content)| content);
    let mut bytes = all.filter(is_bytes).peekable();
    bytes.peek()?;
    Some(Stream {
        reading: Reading::Bytes,
        payload: Payload::Bytes,
        values: None,
        accept: joined(bytes),
    })
}

/// The streams whose items are not read into a type of their own, and what they are read into.
pub(super) fn untyped<'a>(
    answers: &'a [Answer],
    good: &'a [usize],
) -> Vec<(Status, &'a str, &'static str)> {
    let items = Items::of(answers, good);
    let mut out = Vec::new();
    for contents in [&items.events, &items.values] {
        let Some(item) = item(contents) else {
            continue;
        };
        let what = if item == Payload::Text {
            "text"
        } else {
            "raw JSON"
        };
        let others = contents.iter().filter(|(_, other)| other.payload != item);
        out.extend(others.map(|(status, content)| (*status, &*content.media_type, what)));
    }
    out
}

/// The rows of a stream of events or JSON values.
pub(super) fn rows(answers: &[Answer], good: &[usize], case: u16) -> Vec<Row> {
    let items = Items::of(answers, good);
    let is_text = item(&items.events) == Some(Payload::Text);
    let row = |(status, content): &Placed<'_>| Row {
        status: *status,
        reading: match content.reading {
            Reading::Events if is_text => Reading::TextEvents,
            reading => reading,
        },
        media_type: outcome::essence(content),
        error: false,
        case,
    };
    let mut rows: Vec<Row> = items.all().map(row).collect();
    rows.dedup();
    rows
}
