use std::borrow::Cow;

use super::error::DecodeError;
use super::field::Field;
use super::map::Entries;
use super::reader::Reader;
use super::shape::REST;
use super::writer::Writer;

/// A field as it is on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldInfo {
    /// Its key.
    pub name: &'static str,
    /// Whether the object must have it. Where it need not, an absent value is left out.
    pub required: bool,
    /// The key as it is written behind another, `,"name":`, so that writing it is one copy. Empty
    /// where the key has characters that need escapes, or this is not known.
    quoted: &'static str,
}

impl FieldInfo {
    /// The field `name`.
    pub const fn new(name: &'static str, required: bool) -> Self {
        Self {
            name,
            required,
            quoted: "",
        }
    }

    /// The field whose key is between the comma and the colon of `,"name":`.
    const fn quoted(quoted: &'static str, required: bool) -> Self {
        let (_, key) = quoted.split_at(2);
        let (name, _) = key.split_at(key.len() - 2);
        if needs_no_escape(name.as_bytes()) {
            Self {
                name,
                required,
                quoted,
            }
        } else {
            Self::new(name, required)
        }
    }
}

/// A constructor for each of the words by which [`record!`](crate::__v1::record) says when a field is
/// there.
macro_rules! presences {
    ($($presence:ident $required:literal,)*) => {
        impl FieldInfo { $(
            /// The field whose key is quoted so.
            #[doc(hidden)]
            pub const fn $presence(quoted: &'static str) -> Self {
                Self::quoted(quoted, $required)
            }
        )* }
    };
}

presences! {
    required true,
    required_nullable true,
    optional false,
    nullable false,
    optional_foreign false,
    nullable_foreign false,
}

/// Computed while the table is compiled, so that writing a key is copying it.
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
                if lost && fields.get(index).is_some_and(|field| !field.required) {
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
        .filter(|(i, f)| f.required && !seen.has(*i));
    match missing.next() {
        None => Ok(()),
        Some((_, field)) => Err(DecodeError::missing(field.name, reader.offset())),
    }
}

/// Writes an object.
pub(super) fn put_record(record: &dyn Field, fields: &'static [FieldInfo], writer: &mut Writer) {
    let mut separator = "{";
    for (index, info) in fields.iter().enumerate() {
        let field = record.at(index);
        if !info.required && field.is_absent() {
            continue;
        }
        match (separator, info.quoted.get(1..)) {
            (",", Some(_)) => writer.raw(info.quoted),
            (_, Some(quoted)) => {
                writer.raw("{");
                writer.raw(quoted);
            }
            (_, None) => {
                writer.raw(separator);
                writer.key(info.name);
            }
        }
        separator = ",";
        field.put(writer);
        if let Some(failure) = writer.failure() {
            return failure.push_key(info.name);
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

/// Which field has this key. Servers mostly write fields in the order of the document, so the one
/// after the last is tried first.
fn position(fields: &[FieldInfo], key: &str, next: usize) -> Option<usize> {
    match fields.get(next) {
        Some(field) if field.name == key => Some(next),
        _ => fields.iter().position(|field| field.name == key),
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
