use crate::diag::{Code, Diagnostic, Sink, clip};
use crate::grammar::Kind;
use crate::tree::{Found, Place, Pointer, Tree, Value};

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
    pub(super) fn note(&self, tree: &Tree, found: &Found, sink: &mut Sink) {
        if let Some(why) = found.loosely {
            let message = format!("`{}` {why}", clip(&self.text));
            let pointer = self.pointer.clone();
            let note = Diagnostic::new(Code::LOOSE_REF, message, pointer, Some(self.at));
            let mut note = note.help(format!("it is read as `{}`", found.at));
            // In a reference a pointer is percent-encoded.
            let meant = found.at.as_written().to_string().replace('%', "%25");
            if tree.names_exactly(&self.pointer, &meant) {
                note = note.put(Value::string(meant));
            }
            sink.push(note);
        }
    }

    /// Says that it names nothing, where no later stage would: nothing is made of examples.
    pub(super) fn dangles(&self, sink: &mut Sink) {
        if self.kind == Kind::Example {
            let message = format!("`{}` names nothing", clip(&self.text));
            let fault = self.fault(Code::DANGLING_REF, message);
            sink.push(fault.help("add what it names, or leave the example out; it costs nothing"));
        }
    }

    /// Says that it names an object of another kind.
    pub(super) fn astray(&self, other: Kind, sink: &mut Sink) {
        let (text, wanted) = (clip(&self.text), self.kind.noun());
        let message = format!("`{text}` is {}, where {wanted} belongs", other.noun());
        let fault = self.fault(Code::MALFORMED, message);
        sink.push(fault.help(format!("refer to {wanted}: it is read as one")));
    }

    fn fault(&self, code: Code, message: String) -> Diagnostic {
        Diagnostic::new(code, message, self.pointer.clone(), Some(self.at))
    }
}
