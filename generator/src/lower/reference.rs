use crate::diag::{Code, Diagnostic, Sink, clip};
use crate::grammar::Kind;
use crate::tree::{Found, Place, Pointer};

/// A reference that a walk came by.
#[derive(Debug)]
pub(super) struct Reference {
    /// Its text.
    pub(super) text: String,
    /// Where it stands.
    pub(super) pointer: Pointer,
    /// The place of its text.
    pub(super) at: Place,
    /// What it stands for.
    pub(super) kind: Kind,
}

impl Reference {
    /// Notes that it does not name by the letter what it is taken to name.
    pub(super) fn note(&self, found: &Found, sink: &mut Sink) {
        if let Some(why) = found.loosely {
            let message = format!("`{}` {why}", clip(&self.text));
            let pointer = self.pointer.clone();
            let note = Diagnostic::new(Code::LOOSE_REF, message, pointer, Some(self.at));
            sink.push(note.help(format!("it is read as `{}`", found.at)));
        }
    }
}
