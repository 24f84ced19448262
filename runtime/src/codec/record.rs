use std::borrow::Cow;
use std::fmt;

use super::error::DecodeError;
use super::field::Field;
use super::map::Entries;
use super::reader::Reader;
use super::shape::{REST, Shape};
use super::writer::Writer;

/// A field as it is on the wire.
///
/// Tables of it are literals: a `const` or a call of a `const fn` in them is computed while a
/// client is checked, and took a fifth of that time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldInfo {
    /// The key as it is written behind another, `,"name":`, so that writing it is one copy.
    #[doc(hidden)]
    pub quoted: &'static str,
    /// Bits of [`presence`].
    #[doc(hidden)]
    pub flags: u8,
}

/// The words by which [`record!`](crate::__v1::record) says when a field is there.
#[doc(hidden)]
#[allow(non_upper_case_globals, reason = "the words of the macro")]
pub mod presence {
    pub const required: u8 = 1;
    pub const required_nullable: u8 = 1;
    pub const optional: u8 = 0;
    pub const nullable: u8 = 0;
    pub const optional_foreign: u8 = 0;
    pub const nullable_foreign: u8 = 0;
    /// The key has characters that need escapes.
    pub const escaped: u8 = 2;
}

impl FieldInfo {
    /// The field whose key is between the comma and the colon of `,"name":`.
    pub const fn new(quoted: &'static str, required: bool) -> Self {
        let (_, key) = quoted.split_at(2);
        let (name, _) = key.split_at(key.len() - 2);
        let mut flags = required as u8;
        if !needs_no_escape(name.as_bytes()) {
            flags |= presence::escaped;
        }
        Self { quoted, flags }
    }

    /// Its key.
    pub fn name(&self) -> &'static str {
        let end = self.quoted.len().saturating_sub(2);
        self.quoted.get(2..end).unwrap_or_default()
    }

    /// Whether the object must have it. Where it need not, an absent value is left out.
    pub const fn required(&self) -> bool {
        self.flags & presence::required != 0
    }

    const fn is_escaped(&self) -> bool {
        self.flags & presence::escaped != 0
    }

    /// Whether it has this key.
    fn is(&self, key: &str) -> bool {
        let quoted = self.quoted.as_bytes();
        quoted.len() == key.len() + 4 && quoted.get(2..key.len() + 2) == Some(key.as_bytes())
    }
}

const fn needs_no_escape(mut key: &[u8]) -> bool {
    while let [byte, rest @ ..] = key {
        if *byte < 0x20 || *byte == b'"' || *byte == b'\\' {
            return false;
        }
        key = rest;
    }
    true
}

/// Reads an object. A field that comes twice is an error: which of the two a server meant can not
/// be known.
pub(super) fn fill_record(
    record: &mut dyn Field,
    fields: &'static [FieldInfo],
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let mut seen = Seen::default();
    let mut next = 0;
    let mut more = reader.enter_object()?;
    while more {
        let key = reader.key()?;
        match position(fields, &key, next) {
            Some(index) => {
                if !seen.insert(index) {
                    return Err(reader.error("the field comes twice").under_key(&key));
                }
                next = index + 1;
                let slot = record.slot(index);
                slot.fill(reader).map_err(|e| e.under_key(&key))?;
                let lost = reader.is_in_union() && slot.is_absent();
                if lost && fields.get(index).is_some_and(|field| !field.required()) {
                    // A `null` that the field can not hold.
                    reader.count_lost();
                }
            }
            None => fill_unknown(record.slot(REST), key, reader)?,
        }
        more = reader.more_in_object()?;
    }
    let mut missing = (0..)
        .zip(fields)
        .filter(|(i, f)| f.required() && !seen.has(*i));
    match missing.next() {
        None => Ok(()),
        Some((_, field)) => Err(DecodeError::missing(field.name(), reader.offset())),
    }
}

/// Writes an object.
pub(super) fn put_record(record: &dyn Field, fields: &'static [FieldInfo], writer: &mut Writer) {
    let mut separator = "{";
    for (index, info) in fields.iter().enumerate() {
        let field = record.at(index);
        if !info.required() && field.is_absent() {
            continue;
        }
        if info.is_escaped() {
            writer.raw(separator);
            writer.key(info.name());
        } else if separator == "," {
            writer.raw(info.quoted);
        } else {
            writer.raw(separator);
            writer.raw(info.quoted.get(1..).unwrap_or_default());
        }
        separator = ",";
        field.put(writer);
        if let Some(failure) = writer.failure() {
            return failure.push_key(info.name());
        }
    }
    if let Some(rest) = record.at(REST).entries() {
        put_rest(fields, rest, &mut separator, writer);
    }
    writer.raw(if separator == "{" { "{}" } else { "}" });
}

fn put_rest(
    fields: &[FieldInfo],
    rest: &dyn Entries,
    separator: &mut &'static str,
    writer: &mut Writer,
) {
    let mut index = 0;
    while let Some((key, value)) = rest.entry_at(index) {
        writer.raw(separator);
        *separator = ",";
        writer.key(key);
        value.put(writer);
        if position(fields, key, 0).is_some() {
            writer.fail("an additional property has the name of a field");
        }
        if let Some(failure) = writer.failure() {
            return failure.push_key(key);
        }
        index += 1;
    }
}

fn fill_unknown(
    rest: &mut dyn Field,
    key: Cow<'_, str>,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    if let Some(rest) = rest.entries_mut() {
        return rest.fill_entry(key, reader);
    }
    reader.count_lost();
    reader.skip().map_err(|e| e.under_key(&key))
}

/// `Debug` of a record, with the keys of its fields: `derive` would write it anew for each type.
pub fn debug_record(record: &dyn Field, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = f.debug_struct(name);
    if let Shape::Record(fields) = record.shape() {
        for (index, field) in fields.iter().enumerate() {
            let value = record.at(index);
            if field.is_escaped() {
                out.field(&field.name().escape_debug().to_string(), &value);
            } else {
                out.field(field.name(), &value);
            }
        }
    }
    let rest = record.at(REST);
    if rest.entries().is_some() {
        out.field("extra", &rest);
    }
    out.finish()
}

/// Which field has this key. Servers mostly write fields in the order of the document, so the one
/// after the last is tried first.
fn position(fields: &[FieldInfo], key: &str, next: usize) -> Option<usize> {
    match fields.get(next) {
        Some(field) if field.is(key) => Some(next),
        _ => fields.iter().position(|field| field.is(key)),
    }
}

/// A set of field numbers: a word for the first 64, which is enough for nearly every record.
#[derive(Default)]
struct Seen {
    low: u64,
    high: Vec<u64>,
}

impl Seen {
    /// False where it is in the set already.
    fn insert(&mut self, index: usize) -> bool {
        let word = match index / 64 {
            0 => &mut self.low,
            n => {
                if self.high.len() < n {
                    self.high.resize(n, 0);
                }
                match self.high.get_mut(n - 1) {
                    Some(word) => word,
                    None => return false,
                }
            }
        };
        let bit = 1 << (index % 64);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    fn has(&self, index: usize) -> bool {
        let word = match index / 64 {
            0 => self.low,
            n => self.high.get(n - 1).copied().unwrap_or(0),
        };
        word & (1 << (index % 64)) != 0
    }
}
