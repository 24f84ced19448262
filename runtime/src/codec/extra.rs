use std::borrow::Cow;
use std::fmt;

use super::error::DecodeError;
use super::field::{Empty, Field};
use super::json::Json;
use super::map::{Entries, Iter, Map, fill_map, put_map};
use super::reader::Reader;
use super::shape::Visit;
use super::writer::Writer;

/// What an object had beside the properties that its schema names: whatever came is kept, and sent
/// back as it came.
///
/// It is a map that is one word wide and allocates nothing while it is empty, which it mostly is.
///
/// ```
/// use restitch::Json;
/// use restitch::codec::Extra;
///
/// let mut extra = Extra::default();
/// extra.insert("color", Json::from_serialize("red")?);
/// assert_eq!(extra.get("color").map(Json::as_str), Some("\"red\""));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Extra(Option<Box<Map<Json>>>);

impl Extra {
    /// Without entries.
    pub const fn new() -> Self {
        Self(None)
    }

    /// Adds an entry, and gives back the value that the key had. A key that a field of the struct
    /// has is refused when the struct is sent.
    pub fn insert(&mut self, key: impl Into<String>, value: Json) -> Option<Json> {
        self.map().insert(key, value)
    }

    /// Takes an entry out; the others keep their order.
    pub fn remove(&mut self, key: &str) -> Option<Json> {
        let map = self.0.as_mut()?;
        let value = map.remove(key);
        if map.is_empty() {
            self.0 = None;
        }
        value
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.0.as_ref()?.get(key)
    }

    /// Whether there is an entry with this key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |map| map.len())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        // The map goes when its last entry does.
        self.0.is_none()
    }

    /// The entries, in the order in which they came.
    pub fn iter(&self) -> Iter<'_, Json> {
        match &self.0 {
            Some(map) => map.iter(),
            None => Iter::default(),
        }
    }

    /// The keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(key, _)| key)
    }

    /// The values.
    pub fn values(&self) -> impl Iterator<Item = &Json> {
        self.iter().map(|(_, value)| value)
    }

    fn map(&mut self) -> &mut Map<Json> {
        self.0.get_or_insert_default()
    }
}

impl From<Map<Json>> for Extra {
    fn from(map: Map<Json>) -> Self {
        Self((!map.is_empty()).then(|| Box::new(map)))
    }
}

impl From<Extra> for Map<Json> {
    fn from(extra: Extra) -> Self {
        extra.0.map(|map| *map).unwrap_or_default()
    }
}

impl<K: Into<String>> FromIterator<(K, Json)> for Extra {
    fn from_iter<I: IntoIterator<Item = (K, Json)>>(entries: I) -> Self {
        Map::from_iter(entries).into()
    }
}

impl<K: Into<String>> Extend<(K, Json)> for Extra {
    fn extend<I: IntoIterator<Item = (K, Json)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a str, &'a Json);
    type IntoIter = Iter<'a, Json>;

    fn into_iter(self) -> Iter<'a, Json> {
        self.iter()
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl Empty for Extra {
    #[inline]
    fn empty() -> Self {
        Self(None)
    }
}

impl Field for Extra {
    fn show(&self, visit: &mut dyn Visit) {
        visit.map(self);
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        fill_map(self, reader)
    }

    fn put(&self, writer: &mut Writer) {
        put_map(self, writer);
    }

    fn entries_mut(&mut self) -> Option<&mut dyn Entries> {
        Some(self)
    }
}

impl Entries for Extra {
    fn fill_entry(
        &mut self,
        key: Cow<'_, str>,
        reader: &mut Reader<'_>,
    ) -> Result<(), DecodeError> {
        reader.count_unknown();
        self.map().fill_entry(key, reader)
    }

    fn grow(&mut self, key: &str) -> Option<&mut dyn Field> {
        self.map().grow(key)
    }

    fn entry_at(&self, index: usize) -> Option<(&str, &dyn Field)> {
        self.0.as_ref()?.entry_at(index)
    }

    fn value_of(&self, key: &str) -> Option<&dyn Field> {
        self.0.as_ref()?.value_of(key)
    }
}
