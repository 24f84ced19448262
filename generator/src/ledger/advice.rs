//! What a reader of a ledger can do about what is ignored.

use crate::diag::Code;

/// What can be done about what the ledger lists under a code; `None` for codes of diagnostics, which
/// say it themselves.
pub fn advice(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::UNREACHED => {
            "No operation and no schema leads there. Refer to it where it was meant to hold, or \
             take it out of the document."
        }
        Code::NOT_CHOSEN => {
            "The build script chooses among the operations, and none of what it says matches this \
             one. Widen `operations`, `tags` or `paths`."
        }
        Code::EXTENSION => {
            "Extensions are of the tools that define them. What it says can be said to the \
             generator by `rename`, `replace_type` and `derive` of the build script, or by keywords \
             of OpenAPI in an overlay."
        }
        Code::EXAMPLE => {
            "Short examples of fields and parameters are shown in their documentation; long ones, \
             those of objects and those of whole bodies are not. Nothing is to be done."
        }
        Code::METADATA => {
            "Licence, contact, links to other pages and the like are for readers of the document. \
             What programmers need of it belongs into a `description`."
        }
        Code::XML => {
            "XML is sent and read as text, and made and parsed by the caller, who needs these names."
        }
        Code::UNDOCUMENTED => {
            "There is no struct, field, function or argument that it could stand at: it is said of \
             a part that becomes none. Write it at the schema or operation that has an item."
        }
        Code::UNCHECKED => {
            "It is said of values that have no item of their own to be documented at, or of values \
             it can not hold of. The server checks it, the client does not."
        }
        Code::RESTATED => "The code is the same without it. Nothing is to be done.",
        Code::DIALECT => {
            "It is for readers of the document, or for validators. Nothing is to be done."
        }
        Code::NOT_READ_INCOMING => {
            "Of what the server sends by itself the body is read; how it is received and answered \
             is the business of the program's web framework."
        }
        Code::REPLACED => {
            "`replace_type` of the build script names the type that its values have; what the schema \
             says is that type's business."
        }
        Code::AS_IT_IS => {
            "The caller gives and gets the text or the bytes, and reads them itself. A JSON media \
             type beside it is typed."
        }
        Code::ONE_WAY => {
            "It is `readOnly` in a type that is only sent, or `writeOnly` in one that is only \
             received. Where that is wrong, take the keyword away by an overlay."
        }
        Code::PRESENT => {
            "The code is another without it, and the same with any other value. Nothing is to be \
             done."
        }
        _ => return None,
    })
}
