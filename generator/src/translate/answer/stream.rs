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

/// The stream of an operation: of events or JSON values, else of bytes. Of several that differ the
/// first is taken.
pub(super) fn stream(answers: &[Answer], good: &[usize]) -> Option<Stream> {
    let items = contents(answers, good).find(|(_, content)| content.reading.is_stream());
    let bytes = || contents(answers, good).find(|(_, content)| content.payload == Payload::Bytes);
    let (_, first) = items.or_else(bytes)?;
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

/// The streams that are of another kind.
pub(super) fn others<'a>(answers: &'a [Answer], good: &'a [usize]) -> Vec<(Status, &'a str)> {
    let streams = || contents(answers, good).filter(|(_, content)| content.reading.is_stream());
    let Some((_, first)) = streams().next() else {
        return Vec::new();
    };
    let others = streams().filter(|(_, content)| !is_alike(first, content));
    others
        .map(|(status, content)| (status, &*content.media_type))
        .collect()
}

/// Whether both make the same stream.
pub(super) fn is_alike(a: &Content, b: &Content) -> bool {
    a.payload == b.payload
        && a.reading.is_stream() == b.reading.is_stream()
        && a.reading.is_events() == b.reading.is_events()
}

/// The rows of a stream of events or JSON values.
pub(super) fn rows(answers: &[Answer], good: &[usize], case: u16) -> Vec<Row> {
    let mut streams = contents(answers, good).filter(|(_, content)| content.reading.is_stream());
    let Some((status, first)) = streams.next() else {
        return Vec::new();
    };
    let others = streams.filter(|(_, content)| is_alike(first, content));
    let row = |(status, content): (Status, &Content)| Row {
        status,
        reading: content.reading,
        media_type: outcome::essence(content),
        error: false,
        case,
    };
    let mut rows = vec![row((status, first))];
    rows.extend(others.map(row));
    rows.dedup();
    rows
}
