//! A struct that is sent as a multipart body: its fields are the parts.

use crate::code::Code;
use crate::fault::Fault;
use crate::field::Field;
use crate::record::Record;

/// Its `impl`s.
pub(crate) fn of(code: &mut Code, record: &Record) -> Result<(), Fault> {
    if record.rest.is_some() {
        return Err(Fault::new("a part has a name", record.name.span()));
    }
    let name = record.name.to_string();
    code.put(
        "impl rt::Plain for $ {}
        impl rt::Payload for $ {
            #[inline] fn put(mut self, call: rt::Call, index: rt::usize) -> rt::Call {
                call.parts(index, &mut self)
            }
        }
        impl rt::Multipart for $ {
            #[inline] fn part(&mut self, index: rt::usize) -> rt::Option<(
                &'static rt::str, rt::Held<'_>,
            )> { rt::Option::Some(match index {",
        &name,
    );
    for (index, field) in record.fields.iter().enumerate() {
        let (wire, _) = field.wire_name(record.case);
        let held = held(field);
        code.all(&[
            &index.to_string(),
            "=> (\"",
            &wire,
            "\", rt::Held::",
            &held,
            "),",
        ]);
    }
    code.all(&["_ => return rt::Option::None }) } }"]);
    record.put_empty(code);
    Ok(())
}

/// What a part holds.
fn held(field: &Field) -> String {
    let name = &field.text;
    match field.header() {
        Some(part) if field.is_needed() => format!("NeededHeader({part}, &self.{name})"),
        Some(part) => format!("Header({part}, &self.{name})"),
        None if field.is_files() => format!("Files(&mut self.{name})"),
        None => format!("Value(&self.{name})"),
    }
}
