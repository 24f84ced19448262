use crate::declared::Declared;
use crate::diag::{self, Diagnostic, Grade};
use crate::error::Error;
use crate::generate::Generated;
use crate::ir;

/// What was found in a document, and the client it describes.
#[derive(Debug)]
pub struct Report {
    pub(crate) generated: Generated,
}

impl Report {
    /// The client; `None` where the document was refused.
    pub fn api(&self) -> Option<&ir::Api> {
        self.generated.api.as_ref()
    }

    /// The client's code, formatted for people; `None` where the document was refused.
    #[cfg(feature = "pretty")]
    pub fn code(&self) -> Option<String> {
        self.api().map(crate::generate::pretty)
    }

    /// The code as a build script writes it; `None` where the document was refused.
    pub fn tokens(&self) -> Option<String> {
        self.api().map(crate::generate::plain)
    }

    /// The document's files by name, in the shape of `OpenAPI` 3.0: what a refused document has of it.
    /// Numbers that 64 bits do not hold are strings.
    pub fn lowered(&self) -> serde_json::Value {
        let tree = &self.generated.tree;
        // Overlays are in the root already.
        let is_beside = |index| (1..=tree.beside as usize).contains(&index);
        let files = tree.files.iter().enumerate();
        let files = files.filter(|(index, _)| !is_beside(*index));
        files
            .map(|(_, file)| (file.name.clone(), file.root.json(|text| text.into())))
            .collect()
    }

    /// How much the document declares, read or not.
    pub fn declared(&self) -> Declared {
        self.generated.declared
    }

    /// All that was found, in the document's order.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.generated.diagnostics(Grade::Note)
    }

    /// The worst grade of what was found.
    pub fn worst(&self) -> Option<Grade> {
        self.generated.found.iter().map(Diagnostic::grade).max()
    }

    /// How many diagnostics there are of a grade.
    pub fn count(&self, grade: Grade) -> usize {
        let found = self.generated.found.iter();
        found.filter(|found| found.grade() == grade).count()
    }

    /// Everything of at least a grade, with excerpts, for a terminal.
    pub fn render(&self, least: Grade) -> String {
        let found = self.generated.diagnostics(least).iter();
        let shown = found.filter(|found| found.grade() >= least);
        shown
            .map(|found| diag::render(found, &self.generated.tree) + "\n\n")
            .collect()
    }

    /// Everything of at least a grade, one line each.
    pub fn lines(&self, least: Grade) -> impl Iterator<Item = (Grade, String)> {
        let found = self.generated.diagnostics(least).iter();
        let shown = found.filter(move |found| found.grade() >= least);
        shown.map(|found| (found.grade(), diag::one_line(found, &self.generated.tree)))
    }

    /// How many there are of each grade from `least` up, in words: `0 errors, 1 fault`.
    pub fn counts(&self, least: Grade) -> String {
        let grades = [
            (Grade::Error, "error"),
            (Grade::Fault, "fault"),
            (Grade::Note, "note"),
        ];
        let shown = grades.into_iter().filter(|(grade, _)| *grade >= least);
        let words = shown.map(|(grade, word)| {
            let count = self.count(grade);
            format!("{count} {word}{}", if count == 1 { "" } else { "s" })
        });
        words.collect::<Vec<_>>().join(", ")
    }

    /// The refusal, with everything that led to it.
    pub(crate) fn refusal(&self, name: &str) -> Error {
        let (found, counts) = (self.render(Grade::Fault), self.counts(Grade::Fault));
        Error::new(format!("{found}{name}: {counts}; nothing was generated"))
    }
}
