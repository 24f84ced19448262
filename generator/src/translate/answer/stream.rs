//! What a call gives while it arrives.

use crate::ir::{Answer, Content, Payload, Reading, Row, Status, Stream};

use super::{joined, outcome};

/// The contents of the results, each with its status.
fn contents<'a>(
    answers: &'a [Answer],
    good: &'a [usize],
) -> impl Iterator<Item = (Status, &'a Content)> {
    let answers = good.iter().filter_map(|at| answers.get(*at));
    answers.flat_map(|answer| {
        let status = answer.status;
        answer.contents.iter().map(move |content| (status, content))
    })
}

/// The content whose items a stream gives: of several kinds events come before JSON values,
/// whatever the order of the document.
fn items<'a>(answers: &'a [Answer], good: &'a [usize]) -> Option<(Status, &'a Content)> {
    let streams = contents(answers, good).filter(|(_, content)| content.reading.is_stream());
    streams.min_by_key(|(_, content)| !content.reading.is_events())
}

/// The stream of an operation: of events or JSON values, else of bytes.
pub(super) fn stream(answers: &[Answer], good: &[usize]) -> Option<Stream> {
    let bytes = || contents(answers, good).find(|(_, content)| content.payload == Payload::Bytes);
    let (_, first) = items(answers, good).or_else(bytes)?;
    let alike = contents(answers, good).map(|(_, content)| content);
    let alike = alike.filter(|content| is_alike(first, content));
    Some(Stream {
        reading: if first.reading.is_stream() {
            first.reading
        } else {
            Reading::Bytes
        },
        payload: first.payload.clone(),
        accept: joined(alike),
    })
}

/// The media type of the stream that is read, and the streams that are of another kind.
pub(super) fn others<'a>(
    answers: &'a [Answer],
    good: &'a [usize],
) -> Option<(&'a str, Vec<(Status, &'a str)>)> {
    let (_, first) = items(answers, good)?;
    let streams = contents(answers, good).filter(|(_, content)| content.reading.is_stream());
    let others = streams.filter(|(_, content)| !is_alike(first, content));
    let others = others.map(|(status, content)| (status, &*content.media_type));
    Some((&first.media_type, others.collect()))
}

/// Whether both make the same stream.
pub(super) fn is_alike(a: &Content, b: &Content) -> bool {
    a.payload == b.payload
        && a.reading.is_stream() == b.reading.is_stream()
        && a.reading.is_events() == b.reading.is_events()
}

/// The rows of a stream of events or JSON values.
pub(super) fn rows(answers: &[Answer], good: &[usize], case: u16) -> Vec<Row> {
    let Some((_, first)) = items(answers, good) else {
        return Vec::new();
    };
    let alike = contents(answers, good).filter(|(_, content)| is_alike(first, content));
    let row = |(status, content): (Status, &Content)| Row {
        status,
        reading: content.reading,
        media_type: outcome::essence(content),
        error: false,
        case,
    };
    let mut rows: Vec<Row> = alike.map(row).collect();
    rows.dedup();
    rows
}
