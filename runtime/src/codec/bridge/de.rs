use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::codec::{Number, Writer};

/// How deep a value may be that another deserializer hands over, which may have no limit itself.
const MAX_DEPTH: u32 = 128;

/// How `serde_json` hands over a number when its feature `arbitrary_precision` is on, which any
/// crate of a build can do: as an object with this one key.
const SERDE_JSON_NUMBER: &str = "$serde_json::private::Number";

/// What a deserializer holds, as JSON text.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let mut writer = Writer::new();
    deserializer.deserialize_any(Value::new(&mut writer, 0))?;
    writer.finish().map_err(D::Error::custom)
}

/// Writes the value that it visits.
struct Value<'w> {
    writer: &'w mut Writer,
    depth: u32,
}

impl<'w> Value<'w> {
    fn new(writer: &'w mut Writer, depth: u32) -> Self {
        Self { writer, depth }
    }

    fn check_depth<E: Error>(&self) -> Result<(), E> {
        match self.depth {
            MAX_DEPTH => Err(E::custom("nested more than 128 deep")),
            _ => Ok(()),
        }
    }
}

/// Writes the next element of an array or the next value of an object, if there is one.
struct Next<'w> {
    before: &'static str,
    value: Value<'w>,
}

impl<'de> DeserializeSeed<'de> for Next<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.value.writer.raw(self.before);
        deserializer.deserialize_any(self.value)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON has")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.writer.null();
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.writer.bool(value);
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.writer.integer(value);
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.writer.integer(value);
        Ok(())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.writer.integer(value);
        Ok(())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.writer.integer(value);
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.writer.f64(value);
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.writer.string(value);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.check_depth()?;
        let mut before = "[";
        loop {
            let value = Value::new(self.writer, self.depth + 1);
            if seq.next_element_seed(Next { before, value })?.is_none() {
                break;
            }
            before = ",";
        }
        self.writer.raw(if before == "[" { "[]" } else { "]" });
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.check_depth()?;
        let mut separator = "{";
        while let Some(key) = map.next_key::<String>()? {
            if separator == "{" && key == SERDE_JSON_NUMBER {
                let number: Number = map
                    .next_value::<String>()?
                    .parse()
                    .map_err(A::Error::custom)?;
                self.writer.raw(number.as_str());
                return Ok(());
            }
            self.writer.raw(separator);
            separator = ",";
            self.writer.string(&key);
            let value = Value::new(self.writer, self.depth + 1);
            map.next_value_seed(Next { before: ":", value })?;
        }
        self.writer.raw(if separator == "{" { "{}" } else { "}" });
        Ok(())
    }
}
