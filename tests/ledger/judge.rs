//! Whether a ledger says of a node what edits of the document show.

use std::collections::BTreeSet;

use restitch_build::ledger::{End, Ledger};

use crate::edit::{Edit, edits};
use crate::subject::{Outcome, Subject};

/// What a ledger says wrongly of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wrong {
    /// It is called used, and nothing comes of it: no edit changes anything.
    Silent,
    /// It is called used, and the same comes of the document without it; another value changes it.
    SaidTwice,
    /// It is called used, and another value changes nothing; without it something changes.
    AnyValue,
    /// It is called ignored, and the code is another when it is edited.
    Untrue,
}

impl Wrong {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::SaidTwice => "said twice",
            Self::AnyValue => "any value",
            Self::Untrue => "untrue",
        }
    }
}

/// Judges one node of a file. An edit that is a mistake changes something: the build warns of it.
pub(crate) fn judge(
    subject: &Subject,
    ledger: &Ledger,
    before: &Outcome,
    (file, pointer): (usize, &str),
) -> Option<(Wrong, End)> {
    let end = ledger.end(&subject.pointer(ledger, file, pointer))?;
    let edits = edits(subject.node(file, pointer));
    // These are named in documentation, and what they say is not.
    let is_named = pointer.contains("/scopes/");
    let mut same = Vec::new();
    let mut is_untrue = false;
    for edit in &edits {
        let after = subject.edited(file, pointer, edit);
        let is_same = after.code == before.code;
        let is_mistake = !after.faults.is_subset(&before.faults);
        let is_removal = matches!(edit, Edit::Remove);
        match end {
            End::Used | End::Documentation => {
                if is_same && after.faults == before.faults {
                    same.push(is_removal);
                }
            }
            // What holds without being said does not hold when something else is.
            End::Ignored(code) => {
                let is_named = is_named || code.as_str() == "N0202";
                let is_restated = code.as_str() == "N0309" && !is_removal;
                let is_named = is_named && is_removal;
                is_untrue |= !(is_same || is_mistake || is_restated || is_named);
            }
        }
    }
    let wrong = match same.as_slice() {
        _ if is_untrue => Wrong::Untrue,
        [] => return None,
        all if all.len() == edits.len() => Wrong::Silent,
        [true] => Wrong::SaidTwice,
        _ => Wrong::AnyValue,
    };
    // What holds others has one edit, and may be said by what it holds.
    let is_holder = edits.len() == 1 && wrong == Wrong::Silent;
    Some((if is_holder { Wrong::SaidTwice } else { wrong }, end))
}

/// Those of a list that are taken, for one in so many: the same ones each time.
pub(crate) fn is_sampled(text: &str, one_in: u64) -> bool {
    // FNV-1a.
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 20).is_multiple_of(one_in)
}

/// What is excused: lines of `DOCUMENT#POINTER: WORD`, under a reason each.
pub(crate) fn excuses() -> BTreeSet<&'static str> {
    let lines = include_str!("excuses.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines.collect()
}
