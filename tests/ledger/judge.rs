//! Whether a ledger says of a node what edits of the document show.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use restitch_build::diag::Code;
use restitch_build::ledger::{End, Ledger};

use crate::edit::{Edit, edits};
use crate::subject::Subject;

/// What a ledger says wrongly of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wrong {
    /// It is called used, and nothing comes of it: no edit changes the code.
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

/// Judges one node of a file by the code alone: that an edit is warned of changes nothing.
pub(crate) fn judge(
    subject: &Subject,
    ledger: &Ledger,
    before: &str,
    (file, pointer): (usize, &str),
) -> Option<(Wrong, End)> {
    let end = ledger.end(&subject.pointer(ledger, file, pointer))?;
    let edits = edits(subject.node(file, pointer));
    let changes = |edit: &Edit| {
        let after = subject.edited(file, pointer, edit);
        let after = match (&end, edit) {
            // What stands behind it in a list has another pointer then, which is documented.
            (End::Ignored(_), Edit::Remove) => {
                after.map(|after| subject.shifted(file, pointer, after))
            }
            _ => after,
        };
        after.as_deref() != Some(before)
    };
    let (removed, replaced): (Vec<_>, Vec<_>) = edits
        .iter()
        .map(|edit| (matches!(edit, Edit::Remove), changes(edit)))
        .partition(|(is_removal, _)| *is_removal);
    let is_changed = |of: &[(bool, bool)]| of.iter().any(|(_, is_changed)| *is_changed);
    let (without, other) = (is_changed(&removed), is_changed(&replaced));
    let is_value = !replaced.is_empty();
    let code = end.code().map(Code::as_str);
    let wrong = match end {
        // What holds without being said does not hold when something else is; nor without what
        // belongs to it.
        End::Ignored(_) if code == Some("N0309") => {
            let is_said = without && is_needed(subject, ledger, before, (file, pointer));
            is_said.then_some(Wrong::Untrue)
        }
        End::Ignored(_) if code == Some("N0315") => (other || !without).then_some(Wrong::Untrue),
        End::Ignored(_) => (without || other).then_some(Wrong::Untrue),
        End::Used | End::Documentation => match (without, other) {
            (true, true) => None,
            (true, false) => is_value.then_some(Wrong::AnyValue),
            (false, false) if is_value => Some(Wrong::Silent),
            // What holds others has one edit, and may be said by what it holds.
            (false, _) => Some(Wrong::SaidTwice),
        },
    };
    wrong.map(|wrong| (wrong, end))
}

/// Whether the code is another without all that is said to hold without being said, of which a node
/// is a part.
fn is_needed(
    subject: &Subject,
    ledger: &Ledger,
    before: &str,
    (file, pointer): (usize, &str),
) -> bool {
    let is_part = |at: &&str| {
        let end = ledger.end(&subject.pointer(ledger, file, at));
        end.and_then(End::code)
            .is_some_and(|code| code.as_str() == "N0309")
    };
    let above = std::iter::successors(Some(pointer), |at| Some(at.rsplit_once('/')?.0));
    let whole = above.take_while(is_part).filter(|at| !at.is_empty()).last();
    let whole = whole.unwrap_or(pointer);
    let after = subject.edited(file, whole, &Edit::Remove);
    let after = after.map(|after| subject.shifted(file, whole, after));
    after.as_deref() != Some(before)
}

/// A number for a node, the same each time, by which some are sampled.
pub(crate) fn number(seed: u64, place: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, place).hash(&mut hasher);
    hasher.finish()
}

/// What is excused: lines of `DOCUMENT#POINTER: WORD`, under a reason each.
pub(crate) fn excuses() -> BTreeSet<&'static str> {
    let lines = include_str!("excuses.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines.collect()
}
