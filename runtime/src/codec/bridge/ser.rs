use std::cell::RefCell;

use serde::ser::{Error as _, Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

use crate::codec::numbers::Decimal;
use crate::codec::{DecodeError, Kind, Reader};

/// Hands the value that `text` holds to a serializer.
pub(super) fn drive<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut reader = Reader::new(text);
    Next(RefCell::new(&mut reader)).serialize(serializer)
}

/// The reader's next value. serde takes it by shared reference, once.
struct Next<'r, 'a>(RefCell<&'r mut Reader<'a>>);

impl Serialize for Next<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut reader = self.0.borrow_mut();
        match reader.peek().map_err(failed)? {
            Kind::Null => {
                reader.null().map_err(failed)?;
                serializer.serialize_unit()
            }
            Kind::Bool => serializer.serialize_bool(reader.bool().map_err(failed)?),
            Kind::Number => number(reader.number().map_err(failed)?, serializer),
            Kind::String => serializer.serialize_str(&reader.string().map_err(failed)?),
            Kind::Array => array(&mut reader, serializer),
            Kind::Object => object(&mut reader, serializer),
        }
    }
}

fn array<S: Serializer>(reader: &mut Reader<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut seq = serializer.serialize_seq(None)?;
    let mut more = reader.enter_array().map_err(failed)?;
    while more {
        seq.serialize_element(&Next(RefCell::new(&mut *reader)))?;
        more = reader.more_in_array().map_err(failed)?;
    }
    seq.end()
}

fn object<S: Serializer>(reader: &mut Reader<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let mut more = reader.enter_object().map_err(failed)?;
    while more {
        map.serialize_key(&*reader.key().map_err(failed)?)?;
        map.serialize_value(&Next(RefCell::new(&mut *reader)))?;
        more = reader.more_in_object().map_err(failed)?;
    }
    map.end()
}

/// The first of serde's number types that holds exactly this number.
fn number<S: Serializer>(raw: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(value) = raw.parse() {
        return serializer.serialize_i64(value);
    }
    if let Ok(value) = raw.parse() {
        return serializer.serialize_u64(value);
    }
    if let Ok(value) = raw.parse() {
        return serializer.serialize_i128(value);
    }
    if let Ok(value) = raw.parse() {
        return serializer.serialize_u128(value);
    }
    match exact_f64(raw) {
        Some(value) => serializer.serialize_f64(value),
        None => Err(S::Error::custom(format!(
            "no number type of serde holds {raw}"
        ))),
    }
}

/// The `f64` whose shortest text is the same number as `raw`.
fn exact_f64(raw: &str) -> Option<f64> {
    let value: f64 = raw.parse().ok()?;
    if !value.is_finite() {
        return None;
    }
    let mut buffer = zmij::Buffer::new();
    let shortest = buffer.format_finite(value);
    (Decimal::new(shortest) == Decimal::new(raw)).then_some(value)
}

fn failed<E: serde::ser::Error>(e: DecodeError) -> E {
    E::custom(e)
}
