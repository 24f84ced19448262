use std::borrow::Cow;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use indexmap::IndexMap;

use super::error::DecodeError;
use super::field::{Empty, Field};
use super::reader::Reader;
use super::shape::Visit;
use super::writer::Writer;

/// A JSON object with keys that the document does not name, in the order in which they came.
///
/// Of two equal keys in a text the last wins. Two maps are equal when they have the same entries,
/// in any order.
#[derive(Clone)]
pub struct Map<T>(IndexMap<String, T>);

impl<T> Map<T> {
    /// Without entries.
    pub fn new() -> Self {
        Self(IndexMap::new())
    }

    /// Adds an entry, and gives back the value that the key had.
    pub fn insert(&mut self, key: impl Into<String>, value: T) -> Option<T> {
        self.0.insert(key.into(), value)
    }

    /// Takes an entry out; the others keep their order.
    pub fn remove(&mut self, key: &str) -> Option<T> {
        self.0.shift_remove(key)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.get(key)
    }

    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        self.0.get_mut(key)
    }

    /// Whether there is an entry with this key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entries.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self.0.iter())
    }

    /// The keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The values.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.values()
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for Map<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: PartialEq> PartialEq for Map<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Eq> Eq for Map<T> {}

/// Two maps are equal in whatever order, so the order must not show in the hash.
impl<T: Hash> Hash for Map<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let entries = self.iter().map(|entry| {
            let mut one = DefaultHasher::new();
            entry.hash(&mut one);
            one.finish()
        });
        state.write_u64(entries.fold(0, u64::wrapping_add));
    }
}

impl<K: Into<String>, T> FromIterator<(K, T)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(entries: I) -> Self {
        Self(entries.into_iter().map(|(k, v)| (k.into(), v)).collect())
    }
}

impl<K: Into<String>, T, const N: usize> From<[(K, T); N]> for Map<T> {
    fn from(entries: [(K, T); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K: Into<String>, T> Extend<(K, T)> for Map<T> {
    fn extend<I: IntoIterator<Item = (K, T)>>(&mut self, entries: I) {
        self.0
            .extend(entries.into_iter().map(|(k, v)| (k.into(), v)));
    }
}

/// Over the entries of a [`Map`].
#[derive(Clone, Debug)]
pub struct Iter<'a, T>(indexmap::map::Iter<'a, String, T>);

impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        Self(indexmap::map::Iter::default())
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = (&'a str, &'a T);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key.as_str(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

/// Over the entries of a [`Map`], which it owns.
#[derive(Debug)]
pub struct IntoIter<T>(indexmap::map::IntoIter<String, T>);

impl<T> Iterator for IntoIter<T> {
    type Item = (String, T);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<'a, T> IntoIterator for &'a Map<T> {
    type Item = (&'a str, &'a T);
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Map<T> {
    type Item = (String, T);
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter(self.0.into_iter())
    }
}

/// What the loops below need of a map, so that they are compiled once and not for every value.
pub trait Entries {
    /// Reads the value of a key whose colon was just passed.
    fn fill_entry(&mut self, key: Cow<'_, str>, reader: &mut Reader<'_>)
    -> Result<(), DecodeError>;

    /// Adds an empty value and gives it; never `None`.
    fn grow(&mut self, key: &str) -> Option<&mut dyn Field>;

    /// The entry at `index`.
    fn entry_at(&self, index: usize) -> Option<(&str, &dyn Field)>;

    /// The value of a key.
    fn value_of(&self, key: &str) -> Option<&dyn Field>;
}

impl<T: Empty + Field> Entries for Map<T> {
    fn fill_entry(
        &mut self,
        key: Cow<'_, str>,
        reader: &mut Reader<'_>,
    ) -> Result<(), DecodeError> {
        let mut value = T::empty();
        fill_value(&mut value, &key, reader)?;
        self.0.insert(key.into_owned(), value);
        Ok(())
    }

    fn grow(&mut self, key: &str) -> Option<&mut dyn Field> {
        let entry = self.0.insert_full(key.to_owned(), T::empty());
        let (_, value) = self.0.get_index_mut(entry.0)?;
        Some(value)
    }

    fn entry_at(&self, index: usize) -> Option<(&str, &dyn Field)> {
        let (key, value) = self.0.get_index(index)?;
        Some((key, value))
    }

    fn value_of(&self, key: &str) -> Option<&dyn Field> {
        match self.0.get(key) {
            Some(value) => Some(value),
            None => None,
        }
    }
}

fn fill_value(
    value: &mut dyn Field,
    key: &str,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    value.fill(reader).map_err(|e| e.under_key(key))
}

/// Reads an object entry by entry.
pub fn fill_map(map: &mut dyn Entries, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    let mut more = reader.enter_object()?;
    while more {
        let key = reader.key()?;
        map.fill_entry(key, reader)?;
        more = reader.more_in_object()?;
    }
    Ok(())
}

/// Writes an object entry by entry.
pub fn put_map(map: &dyn Entries, writer: &mut Writer) {
    writer.raw("{");
    let mut index = 0;
    while let Some((key, value)) = map.entry_at(index) {
        if index > 0 {
            writer.raw(",");
        }
        writer.key(key);
        value.put(writer);
        if let Some(failure) = writer.failure() {
            return failure.push_key(key);
        }
        index += 1;
    }
    writer.raw("}");
}

impl<T: Empty + Field> Field for Map<T> {
    fn show(&self, visit: &mut dyn Visit) {
        visit.map(self);
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.0.clear();
        fill_map(self, reader)
    }

    fn put(&self, writer: &mut Writer) {
        put_map(self, writer);
    }

    fn entries_mut(&mut self) -> Option<&mut dyn Entries> {
        Some(self)
    }
}

impl<T> Empty for Map<T> {
    #[inline]
    fn empty() -> Self {
        Self::new()
    }
}
