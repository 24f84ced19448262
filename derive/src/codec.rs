//! A struct that is a JSON object: how it is read, written, copied, compared and shown.

use crate::code::Code;
use crate::fault::Fault;
use crate::record::Record;

/// How a value is read, written, compared and shown: by the table of its fields.
pub(crate) fn of(code: &mut Code, record: &Record) -> Result<(), Fault> {
    let name = record.name.to_string();
    let (mut infos, mut shown, mut slots) = (Code::default(), Code::default(), Code::default());
    for (index, field) in record.fields.iter().enumerate() {
        field.is_no_part()?;
        let (wire, is_escaped) = field.wire_name(record.case);
        let escaped = if is_escaped { "_escaped" } else { "" };
        // The key as it is written behind another: `,"name":`.
        let info = ["rt::", field.word, escaped, "(\",\\\"", &wire, "\\\":\"),"];
        infos.all(&info);
        shown.all(&["&self.", &field.text, ","]);
        slots.all(&[&index.to_string(), "=> &mut self.", &field.text, ","]);
    }
    if let Some(rest) = &record.rest {
        shown.put("&self.$,", rest);
        slots.put("rt::REST => &mut self.$,", rest);
    }
    code.put(
        "impl rt::Field for $ {
            #[inline] fn show(&self, visit: &mut dyn rt::Visit) { visit.record(\"$\", &[",
        &name,
    );
    code.all(&[infos.as_str(), "], &[", shown.as_str(), "]) }"]);
    code.all(&[
        "#[inline] fn slot(&mut self, index: rt::usize) -> &mut dyn rt::Field { match index {",
        slots.as_str(),
        "_ => self } } }",
    ]);
    record.put_empty(code);
    code.put("rt::shown! { $ } rt::common! { $ }", &name);
    Ok(())
}
