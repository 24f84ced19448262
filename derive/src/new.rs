//! `new` of a struct.

use crate::code::Code;
use crate::field::{Field, Presence};
use crate::record::Record;
use crate::types::text;

/// `new`. It takes the fields that every value has and that it does not set by itself, by their names
/// on the wire, so that their order is nobody's choice. What stands beside the `impl` goes into
/// `code`.
pub(crate) fn of(code: &mut Code, record: &Record) -> Code {
    let fields = record.fields.iter().filter(|field| is_taken(field));
    let mut taken: Vec<_> = fields.collect();
    taken.sort_by_cached_key(|field| field.sort_key(record.case));
    let name = record.name.to_string();
    match &record.required {
        Some(required) => companion(code, record, &name, &required.to_string(), &taken),
        None if taken.is_empty() => of_nothing(code, record, &name),
        None => of_arguments(record, &taken),
    }
}

const REQUIRED: &str = "#[doc = \"A value of the required fields, nothing else set.\"]";

fn is_taken(field: &Field) -> bool {
    field.presence == Presence::Required && field.preset().is_none()
}

fn of_nothing(code: &mut Code, record: &Record, name: &str) -> Code {
    code.put(
        "impl rt::Default for $ { #[inline] fn default() -> Self { Self::new() } }",
        name,
    );
    let mut new = Code::default();
    new.all(&["#[doc = \"A value with nothing set.\"] #[inline] pub fn new() -> Self {"]);
    if record.fields.iter().any(|field| field.preset().is_some()) {
        new.all(&["Self {", others(record).as_str(), "} }"]);
    } else {
        new.all(&["rt::empty() }"]);
    }
    new
}

fn of_arguments(record: &Record, taken: &[&Field]) -> Code {
    let (mut new, mut set) = (Code::default(), Code::default());
    let is_generic = taken.iter().any(|field| field.is_converted());
    let inline = if is_generic { "" } else { "#[inline]" };
    new.all(&[REQUIRED, inline, "pub fn new("]);
    for field in taken {
        let ty = text(&field.ty);
        if field.is_converted() {
            new.all(&[&field.text, ": impl rt::Into<", &ty, ">,"]);
            set.put("$: rt::Into::into($),", &field.text);
        } else {
            new.all(&[&field.text, ": ", &ty, ","]);
            set.put("$,", &field.text);
        }
    }
    new.all(&[
        ") -> Self { Self {",
        set.as_str(),
        others(record).as_str(),
        "} }",
    ]);
    new
}

/// `new`, and the struct that it takes where a struct has too many required fields for arguments. It
/// is there to be given away: what it holds has `Clone`, and shows itself, once it is. Deriving both
/// took a twentieth of what a client takes to check.
fn companion(
    code: &mut Code,
    record: &Record,
    name: &str,
    required: &str,
    taken: &[&Field],
) -> Code {
    let (mut new, mut fields) = (Code::default(), Code::default());
    new.all(&[
        REQUIRED,
        "#[inline] pub fn new(required: ",
        required,
        ") -> Self { Self {",
    ]);
    for field in taken {
        fields.all(&["pub ", &field.text, ": ", &text(&field.ty), ","]);
        new.put("$: required.$,", &field.text);
    }
    new.all(&[others(record).as_str(), "} }"]);
    code.put("#[doc = \"The required fields of [`$`].\"]", name);
    code.all(&["pub struct ", required, "{", fields.as_str(), "}"]);
    code.put(
        "impl rt::Debug for $ {
            #[inline] fn fmt(&self, f: &mut rt::Formatter<'_>) -> rt::Shown { f.write_str(\"$\") }
        }",
        required,
    );
    new
}

/// What `new` sets beside what it takes.
fn others(record: &Record) -> Code {
    let mut others = Code::default();
    let mut is_whole = true;
    for field in &record.fields {
        if let Some(value) = field.preset() {
            others.all(&[&field.text, ": ", &text(value), ","]);
        } else if !is_taken(field) {
            is_whole = false;
        }
    }
    if let Some(rest) = &record.rest {
        others.put("$: rt::empty(),", rest);
    }
    if !is_whole {
        others.all(&["..rt::empty()"]);
    }
    others
}
