//! `patternProperties`: which keys a pattern has is not looked at, so their values have a type only
//! where no other key may come.

use crate::diag::{Code, Diagnostic};
use crate::resolve::Document;

use super::keywords::{Additional, Keywords};

/// Puts what the patterns say in the place of `additionalProperties`, and gives a note where they
/// say more than one type can.
pub(super) fn settle(document: &Document<'_>, keywords: &mut Keywords) -> Option<Diagnostic> {
    let (_, first) = keywords.patterns.first()?;
    let alone = keywords.patterns.len() == 1 && keywords.additional == Additional::No;
    if alone {
        keywords.additional = Additional::Schema(first.clone());
        return None;
    }
    let at = first.at().parent()?;
    keywords.additional = Additional::Any;
    let message =
        "`patternProperties` beside other keys that may come: their values can be anything";
    Some(document.fault(Code::IGNORED_KEYWORD, message, &at))
}
