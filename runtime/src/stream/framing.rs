//! Events, or values in a row: which of them the content type of an answer says.

use super::events::{Events, RawEvent};
use super::pump::{Cutter, TooLarge};
use super::records::{Record, Records};

/// What an item was cut by.
#[derive(Debug)]
pub(super) enum Framing {
    Events(Events),
    Values(Records),
}

/// An item before it is read.
#[derive(Debug)]
pub(super) enum Framed {
    Event(RawEvent),
    Value(Record),
}

impl Cutter for Framing {
    type Item = Framed;

    fn push(&mut self, bytes: &[u8]) {
        match self {
            Self::Events(events) => events.push(bytes),
            Self::Values(records) => records.push(bytes),
        }
    }

    fn next(&mut self, at_end: bool, limit: u64) -> Option<Result<Framed, TooLarge>> {
        match self {
            Self::Events(events) => Some(events.next(at_end, limit)?.map(Framed::Event)),
            Self::Values(records) => Some(records.next(at_end, limit)?.map(Framed::Value)),
        }
    }

    fn offset(&self) -> u64 {
        match self {
            Self::Events(events) => events.offset(),
            Self::Values(records) => records.offset(),
        }
    }
}
