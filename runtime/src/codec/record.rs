use std::borrow::Cow;

use super::error::DecodeError;
use super::field::Field;
use super::index::position;
use super::map::Entries;
use super::reader::Reader;
use super::shape::{REST, Visit, Whole};
use super::union::UnionInfo;
use super::writer::Writer;

/// A field as it is on the wire: a word that says when it is there, and whether its key has characters
/// that need escapes; and the key as it is written behind another, `,"name":`, so that writing it is
/// one copy. The derive `Record` makes a table of them.
///
/// Tables of it are literals: a `const` or a call of a `const fn` in them is computed while a client is
/// checked, and took a fifth of that time.
#[doc(hidden)]
#[allow(non_camel_case_types, reason = "the words of the derive")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldInfo {
    required(&'static str),
    optional(&'static str),
    nullable(&'static str),
    optional_foreign(&'static str),
    nullable_foreign(&'static str),
    required_escaped(&'static str),
    optional_escaped(&'static str),
    nullable_escaped(&'static str),
    optional_foreign_escaped(&'static str),
    nullable_foreign_escaped(&'static str),
}

impl FieldInfo {
    /// The field whose key is between the comma and the colon of `,"name":`.
    pub const fn new(quoted: &'static str, required: bool) -> Self {
        let (_, key) = quoted.split_at(2);
        let (name, _) = key.split_at(key.len() - 2);
        match (required, needs_no_escape(name.as_bytes())) {
            (true, true) => Self::required(quoted),
            (true, false) => Self::required_escaped(quoted),
            (false, true) => Self::optional(quoted),
            (false, false) => Self::optional_escaped(quoted),
        }
    }

    /// Its key as it is written behind another.
    pub(super) const fn quoted(&self) -> &'static str {
        match self {
            Self::required(quoted)
            | Self::optional(quoted)
            | Self::nullable(quoted)
            | Self::optional_foreign(quoted)
            | Self::nullable_foreign(quoted)
            | Self::required_escaped(quoted)
            | Self::optional_escaped(quoted)
            | Self::nullable_escaped(quoted)
            | Self::optional_foreign_escaped(quoted)
            | Self::nullable_foreign_escaped(quoted) => quoted,
        }
    }

    /// Its key.
    pub fn name(&self) -> &'static str {
        let end = self.quoted().len().saturating_sub(2);
        self.quoted().get(2..end).unwrap_or_default()
    }

    /// Whether the object must have it. Where it need not, an absent value is left out.
    pub const fn is_required(&self) -> bool {
        matches!(self, Self::required(_) | Self::required_escaped(_))
    }

    pub(super) const fn is_escaped(&self) -> bool {
        matches!(
            self,
            Self::required_escaped(_)
                | Self::optional_escaped(_)
                | Self::nullable_escaped(_)
                | Self::optional_foreign_escaped(_)
                | Self::nullable_foreign_escaped(_)
        )
    }

    /// The same, as bytes.
    pub(super) fn name_bytes(&self) -> &'static [u8] {
        let quoted = self.quoted().as_bytes();
        quoted
            .get(2..quoted.len().saturating_sub(2))
            .unwrap_or_default()
    }

    /// Whether it has this key.
    pub(super) fn is(&self, key: &str) -> bool {
        self.quoted().len() == key.len() + 4 && self.name_bytes() == key.as_bytes()
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
    let mut strays = false;
    let mut more = reader.enter_object()?;
    while more {
        match next_field(fields, next, reader)? {
            Ok((index, field)) => {
                let under = |e: DecodeError| e.under_key(field.name());
                if !seen.insert(index) {
                    return Err(under(reader.error("the field comes twice")));
                }
                next = index + 1;
                let slot = record.slot(index);
                slot.fill(reader).map_err(under)?;
                if !field.is_required() && reader.is_in_union() && slot.is_absent() {
                    // A `null` that the field can not hold.
                    reader.count_lost();
                }
            }
            Err(key) => {
                strays = true;
                fill_unknown(record.slot(REST), key, reader)?;
            }
        }
        more = reader.more_in_object()?;
    }
    reader.set_strays(strays);
    let mut missing = (0..)
        .zip(fields)
        .filter(|(i, f)| f.is_required() && !seen.has(*i));
    match missing.next() {
        None => Ok(()),
        Some((_, field)) => Err(DecodeError::missing(field.name(), reader.offset())),
    }
}

/// Writes what is shown. Values of other kinds have their own [`Field::put`].
impl Visit for Writer {
    fn record(&mut self, _: &'static str, fields: &'static [FieldInfo], members: &[&dyn Field]) {
        self.open();
        for (info, member) in fields.iter().zip(members) {
            self.expect(info);
            member.put(self);
            if let Some(failure) = self.failure() {
                return failure.push_key(info.name());
            }
        }
        if let Some(rest) = members.get(fields.len()) {
            rest.show(&mut Rest(fields, self));
        }
        self.close();
    }

    fn union(&mut self, _: &'static UnionInfo, _: &'static str, part: &dyn Field) {
        part.put(self);
    }

    fn text(&mut self, text: &str, _: &dyn Whole) {
        self.string(text);
    }
}

/// What writes the keys of an object that no field has, between the braces.
struct Rest<'a>(&'static [FieldInfo], &'a mut Writer);

impl Visit for Rest<'_> {
    fn map(&mut self, entries: &dyn Entries) {
        put_rest(self.0, entries, self.1);
    }
}

fn put_rest(fields: &'static [FieldInfo], rest: &dyn Entries, writer: &mut Writer) {
    let mut index = 0;
    while let Some((key, value)) = rest.entry_at(index) {
        writer.comma();
        writer.key(key);
        value.put(writer);
        if position(fields, key).is_some() {
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

/// Takes a key: the field that has it, or the key itself.
fn next_field<'a>(
    fields: &'static [FieldInfo],
    next: usize,
    reader: &mut Reader<'a>,
) -> Result<Result<(usize, &'static FieldInfo), Cow<'a, str>>, DecodeError> {
    // Mostly it is the field after the last, for servers mostly write fields in the order of the
    // document, with its key written as in the table.
    if let Some(field) = fields.get(next)
        && !field.is_escaped()
        && reader.eat_key(field.quoted().get(1..).unwrap_or_default())
    {
        return Ok(Ok((next, field)));
    }
    let key = reader.key()?;
    let found = position(fields, &key);
    Ok(found
        .and_then(|index| Some((index, fields.get(index)?)))
        .ok_or(key))
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
