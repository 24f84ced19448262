//! Server-Sent Events, by the WHATWG's HTML standard, section 9.2.

use std::time::Duration;

use super::lines::Pending;
use super::pump::{Cutter, TooLarge};

const BOM: &[u8] = b"\xef\xbb\xbf";

/// An event before its data is read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RawEvent {
    pub(super) event: String,
    pub(super) id: Option<String>,
    pub(super) retry: Option<Duration>,
    pub(super) data: String,
    /// How many bytes of the stream stand before its first line.
    pub(super) offset: u64,
}

/// Cuts bytes into events.
#[derive(Debug, Default)]
pub(super) struct Events {
    pending: Pending,
    /// The begin of the stream was looked at for a byte order mark.
    begun: bool,
    /// A line ended with CR: an LF that follows belongs to its end.
    after_cr: bool,
    event: String,
    data: String,
    has_data: bool,
    id: Option<String>,
    retry: Option<Duration>,
    /// Where the event began that is being read.
    started: Option<u64>,
}

impl Cutter for Events {
    type Item = RawEvent;

    fn push(&mut self, bytes: &[u8]) {
        self.pending.push(bytes);
    }

    fn offset(&self) -> u64 {
        self.started.unwrap_or(self.pending.offset)
    }

    fn next(&mut self, at_end: bool, limit: u64) -> Option<Result<RawEvent, TooLarge>> {
        if !self.begun {
            match self.pending.begins_with(BOM) {
                Some(true) => self.pending.skip(BOM.len()),
                None if !at_end => return None,
                _ => {}
            }
            self.begun = true;
        }
        loop {
            if self.after_cr && self.pending.len() > 0 {
                if self.pending.first() == Some(b'\n') {
                    self.pending.skip(1);
                }
                self.after_cr = false;
            }
            let start = self.pending.offset;
            let line = self.pending.until(|byte| matches!(byte, b'\r' | b'\n'));
            let length = line
                .as_ref()
                .map_or(self.pending.len(), |(line, _)| line.len());
            if (length + self.data.len() + self.event.len()) as u64 > limit {
                return Some(Err(TooLarge(self.started.unwrap_or(start))));
            }
            // An event that the stream ends in is none: so the standard has it.
            let (line, mark) = line?;
            self.after_cr = mark == b'\r';
            if line.is_empty() {
                if let Some(event) = self.dispatch() {
                    return Some(Ok(event));
                }
            } else {
                self.started.get_or_insert(start);
                self.line(&String::from_utf8_lossy(&line));
            }
        }
    }
}

impl Events {
    fn line(&mut self, line: &str) {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.event),
            "data" => {
                if self.has_data {
                    self.data.push('\n');
                }
                self.data.push_str(value);
                self.has_data = true;
            }
            "id" if !value.contains('\0') => {
                self.id = Some(value.to_owned()).filter(|id| !id.is_empty());
            }
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                if let Ok(milliseconds) = value.parse() {
                    self.retry = Some(Duration::from_millis(milliseconds));
                }
            }
            // A comment, whose field is empty, or something that the standard does not know.
            _ => {}
        }
    }

    /// An event without any data is none.
    fn dispatch(&mut self) -> Option<RawEvent> {
        let offset = self.started.take().unwrap_or_default();
        let event = std::mem::take(&mut self.event);
        if !std::mem::take(&mut self.has_data) {
            return None;
        }
        Some(RawEvent {
            event: if event.is_empty() {
                "message".to_owned()
            } else {
                event
            },
            id: self.id.clone(),
            retry: self.retry.take(),
            data: std::mem::take(&mut self.data),
            offset,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::pump::test::cut;

    /// Each event as `event|id|data`, the same for every way to cut the bytes in two.
    fn check(stream: &[u8], expect: &[&str]) {
        for at in 0..=stream.len() {
            let events = cut(Events::default(), &[&stream[..at], &stream[at..]]);
            let events: Vec<String> = events
                .iter()
                .map(|e| format!("{}|{}|{}", e.event, e.id.as_deref().unwrap_or("-"), e.data))
                .collect();
            assert_eq!(
                events,
                expect,
                "{:?} at {at}",
                String::from_utf8_lossy(stream)
            );
        }
    }

    #[test]
    fn the_examples_of_the_standard() {
        check(
            b"data: YHOO\ndata: +2\ndata: 10\n\n",
            &["message|-|YHOO\n+2\n10"],
        );
        check(
            b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
            &[
                "message|1|first event",
                "message|-|second event",
                "message|-| third event",
            ],
        );
        check(
            b"data\n\ndata\ndata\n\ndata:\n",
            &["message|-|", "message|-|\n"],
        );
        check(
            b"data:test\n\ndata: test\n\n",
            &["message|-|test", "message|-|test"],
        );
        check(
            b"event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\n",
            &["add|-|73857293", "remove|-|2153"],
        );
    }

    #[test]
    fn lines_end_in_three_ways() {
        check(
            b"data: a\rdata: b\r\rdata: c\r\n\r\n",
            &["message|-|a\nb", "message|-|c"],
        );
        check(
            b"data: a\r\n\ndata: b\n\r\n",
            &["message|-|a", "message|-|b"],
        );
        check(b"\r\n\r\ndata: a\n\n", &["message|-|a"]);
    }

    #[test]
    fn what_the_standard_says_of_fields() {
        check(b"\xef\xbb\xbfdata: a\n\n", &["message|-|a"]);
        check(b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\n", &[]);
        check(b"id: a\0b\ndata: a\n\n", &["message|-|a"]);
        check(b"id: 1\n\ndata: a\n\n", &["message|1|a"]);
        check(b"event: x\n\ndata: a\n\n", &["message|-|a"]);
        check(b"Data: a\n data: b\ndata : c\nfoo: d\n\n", &[]);
        check(b"data: a:b\n\n", &["message|-|a:b"]);
        check(b"data: a\xff\n\n", &["message|-|a\u{fffd}"]);
        check("data: größe\n\n".as_bytes(), &["message|-|größe"]);
        check(b"data: a\n", &[]);
    }

    #[test]
    fn times_to_wait_are_digits() {
        let retry = |value: &str| {
            let stream = format!("retry: {value}\ndata\n\ndata\n\n");
            let events = cut(Events::default(), &[stream.as_bytes()]);
            assert_eq!(events[1].retry, None);
            events[0].retry.map(|retry| retry.as_millis())
        };
        assert_eq!(retry("1500"), Some(1500));
        for value in ["", "1.5", "-1", "+1", " 1", "1s", "99999999999999999999"] {
            assert_eq!(retry(value), None, "{value:?}");
        }
    }

    #[test]
    fn offsets_are_those_of_the_first_line() {
        let events = cut(
            Events::default(),
            &[b"\xef\xbb\xbf\n: c\ndata\n\r\n\ndata\n\n"],
        );
        let offsets: Vec<u64> = events.iter().map(|event| event.offset).collect();
        assert_eq!(offsets, [4, 16]);
    }
}
