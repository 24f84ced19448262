//! Formats that are known ones but for case and marks: `dateTime`, `Date_Time`, `UUID`.

use crate::diag::{Code, Diagnostic};
use crate::formats::Formats;
use crate::ir::Scalar;
use crate::resolve::Document;
use crate::tree::{Pointer, Value};

use super::keywords::Keywords;
use super::scalar::scalar;

/// A note where the format that was meant makes another type of the schema than the one it has. The
/// values of those who write it otherwise are not known to be what the format says, so that the type
/// stays.
pub(super) fn note(
    document: &Document<'_>,
    formats: &Formats,
    members: &[Pointer],
    keywords: &Keywords,
    has: Scalar,
) -> Option<Diagnostic> {
    let said = keywords.format.as_str();
    let meant = Formats::meant(said).filter(|_| !formats.has(said))?;
    let as_meant = Keywords {
        format: meant.to_owned(),
        ..keywords.clone()
    };
    let (other, _) = scalar(formats, keywords.kind()?, &as_meant).ok()??;
    if other == has {
        return None;
    }
    let mut places = members.iter().map(|member| member.child("format"));
    let is_here = |at: &Pointer| document.node(at).and_then(|node| node.as_str()) == Some(said);
    let at = places.find(is_here)?;
    let message = format!("`{said}` is no known format, and decides no type");
    let note = document.fault(Code::MISSPELT_FORMAT, message, &at);
    let help = format!("did you mean `{meant}`? else choose a type by `.format(..)`");
    Some(note.help(help).put(Value::string(meant)))
}
