//! What a caller says of single kinds of diagnostics.

use crate::diag::{CODES, Code, Grade, distance};

/// The grades that a caller gives to codes, in the order in which it was said.
#[derive(Clone, Debug, Default)]
pub(crate) struct Levels(Vec<(String, Grade)>);

impl Levels {
    /// Gives a code a grade, in the place of what was said of it before.
    pub(crate) fn set(&mut self, code: String, grade: Grade) {
        self.0.retain(|(known, _)| *known != code);
        self.0.push((code, grade));
    }

    /// The grade of a code, if the caller gave it one.
    pub(crate) fn of(&self, code: Code) -> Option<Grade> {
        let found = self.0.iter().find(|(known, _)| known == code.as_str());
        found.map(|(_, grade)| *grade)
    }

    /// What is wrong with them: a code that there is not, or an error, after which a document can
    /// not be trusted.
    pub(crate) fn wrong(&self) -> Option<String> {
        self.0.iter().find_map(|(text, _)| {
            let Some((code, _)) = CODES.iter().find(|(code, _)| code.as_str() == text) else {
                let near = CODES
                    .iter()
                    .map(|(code, _)| code.as_str())
                    .min_by_key(|code| distance(code, text));
                let near = near.unwrap_or_default();
                return Some(format!(
                    "there is no diagnostic `{text}`; `{near}` is near it"
                ));
            };
            if code.is_of_ledger() {
                return Some(format!(
                    "`{text}` ({}) is a code of the ledger, which no build prints",
                    code.title()
                ));
            }
            let is_error = code.grade() == Grade::Error;
            is_error.then(|| format!("`{text}` ({}) is an error, and stays one", code.title()))
        })
    }
}
