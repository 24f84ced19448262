//! What the reader says when something is wrong.

use granit_parser::{ErrorKind, Marker, ScanError};

use super::reader::{Reader, Step, Stop};
use super::syntax;
use crate::diag::{Code, Diagnostic, clip};
use crate::tree::{Place, Pointer};

/// Reading goes on after a mistake that does not confuse what follows, up to so many in one file.
const MOST_ERRORS: usize = 100;

impl Reader<'_> {
    /// A position of the parser as a place in the file.
    pub(super) fn place(&self, mark: Marker) -> Place {
        let offset = mark.byte_offset().unwrap_or_default() + self.skipped;
        Place {
            file: self.file,
            offset: saturate(offset),
            line: saturate(mark.line()),
            column: saturate(mark.col() + 1),
        }
    }

    /// The pointer of the node that comes next.
    pub(super) fn pointer(&self) -> Pointer {
        let root = Pointer::root(self.file);
        self.frames.iter().fold(root, |own, frame| frame.next(own))
    }

    /// An error that ends the reading.
    pub(super) fn stop(&self, code: Code, message: impl Into<String>, at: Place) -> Stop {
        Stop::new(Diagnostic::new(code, message, self.pointer(), Some(at)))
    }

    /// Reports an error after which reading goes on, unless there are too many.
    pub(super) fn error(&mut self, diagnostic: Diagnostic) -> Step {
        self.errors += 1;
        if self.errors >= MOST_ERRORS {
            return Err(Stop::new(diagnostic));
        }
        self.sink.push(diagnostic);
        Ok(())
    }

    /// Reports a fault or a note.
    pub(super) fn fault(&mut self, code: Code, message: String, at: Place) {
        let pointer = self.pointer();
        self.sink
            .push(Diagnostic::new(code, message, pointer, Some(at)));
    }

    pub(super) fn syntax(&self, error: &ScanError) -> Stop {
        let at = self.place(*error.marker());
        if *error.kind() == ErrorKind::RecursionLimitExceeded {
            return self.too_deep(at);
        }
        let (message, help) = syntax::explain(error);
        let stop = self.stop(Code::SYNTAX, message, at);
        match syntax::json(self.body).or(help.map(str::to_owned)) {
            Some(help) => stop.help(&help),
            None => stop,
        }
    }

    pub(super) fn too_deep(&self, at: Place) -> Stop {
        let depth = self.budget.limits.depth;
        let message = format!("nesting goes deeper than {depth} levels here");
        self.stop(Code::TOO_DEEP, message, at)
            .help("name parts of it, and refer to them by `$ref`")
    }

    pub(super) fn too_many_nodes(&self, at: Place) -> Stop {
        let nodes = self.budget.limits.nodes;
        let message = format!("the document has more than {nodes} nodes");
        self.stop(Code::TOO_LARGE, message, at)
            .help("where it has to be so large, raise `limits` in the build script")
    }

    pub(super) fn too_many_copies(&self, at: Place) -> Stop {
        let copies = self.budget.limits.copies;
        let message = format!("anchors and aliases make more than {copies} copies of nodes");
        self.stop(Code::TOO_LARGE, message, at)
            .help("use `$ref` instead of aliases for what is used often")
    }

    /// Reports the key that was read last, whose value takes another's place.
    pub(super) fn duplicate_key(&mut self, first: Place, at: Place) {
        let pointer = self.pointer();
        let key = pointer.last().unwrap_or_default();
        let message = format!(
            "the key `{}` comes twice in one mapping; the last counts",
            clip(&key)
        );
        let diagnostic = Diagnostic::new(Code::DUPLICATE_KEY, message, pointer, Some(at));
        // Most readers of YAML and JSON have it so, and vendors look at what these show them.
        let diagnostic = diagnostic.label(first, "what stands here is left out");
        self.sink
            .push(diagnostic.help("keep one of the two, or rename one"));
    }

    /// Reports a merge key that comes again.
    pub(super) fn merge_again(&mut self, first: Place, at: Place) {
        let message = "the key `<<` comes twice in one mapping; both are merged";
        let diagnostic = Diagnostic::new(Code::DUPLICATE_KEY, message, self.pointer(), Some(at));
        let diagnostic = diagnostic.label(first, "where both have a key, this one counts");
        self.sink
            .push(diagnostic.help("write one `<<` with a list of mappings"));
    }

    pub(super) fn unknown_alias(&self, name: &str, at: Place) -> Diagnostic {
        let message = format!("no anchor `&{}` comes before this alias", clip(name));
        Diagnostic::new(Code::UNKNOWN_ALIAS, message, self.pointer(), Some(at))
            .help("put the anchor earlier in this file, or put text that starts with `*` in quotes")
    }

    pub(super) fn recursive_alias(&self, at: Place) -> Diagnostic {
        let message = "the alias stands inside the node that its anchor names";
        Diagnostic::new(Code::UNKNOWN_ALIAS, message, self.pointer(), Some(at))
            .help("an alias is a copy; a `$ref` can refer to what holds it")
    }
}

fn saturate(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
