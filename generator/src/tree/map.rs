use std::collections::HashMap;
use std::sync::OnceLock;

use super::{CARRIED, Node, Place, Quick};

/// From this many entries on, keys are found by a hash index instead of one by one.
const INDEXED_FROM: usize = 32;

/// One key and its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key; YAML's integer and boolean keys as text.
    pub key: String,
    /// Where the key starts.
    pub at: Place,
    /// The value.
    pub node: Node,
}

/// An object: entries in document order, no key twice (`load` sees to it).
#[derive(Clone, Debug, Default)]
pub struct Map {
    entries: Vec<Entry>,
    /// From key to position, made when a large map is first asked for a key. Whatever could move
    /// an entry or change a key drops it. Boxed, since most maps have none and a node is as large
    /// as its largest value.
    #[allow(clippy::box_collection)]
    index: OnceLock<Box<HashMap<String, usize, Quick>>>,
}

impl PartialEq for Map {
    /// Equal entries in the same order, wherever they stand.
    fn eq(&self, other: &Self) -> bool {
        self.entries.len() == other.entries.len()
            && self
                .entries
                .iter()
                .zip(&other.entries)
                .all(|(a, b)| a.key == b.key && a.node == b.node)
    }
}

impl Map {
    /// The entries, in document order.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry> {
        self.entries.iter()
    }

    /// The entries, to change their values.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Entry> {
        self.index.take();
        self.entries.iter_mut()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds an entry at the end; the caller has seen that the key is new.
    pub fn push(&mut self, entry: Entry) {
        if let Some(index) = self.index.get_mut() {
            index.insert(entry.key.clone(), self.entries.len());
        }
        self.entries.push(entry);
    }

    /// Adds the entries of another map before the entry at a position; the caller has seen that
    /// their keys are new.
    pub fn insert_all(&mut self, position: usize, other: Self) {
        self.index.take();
        let position = position.min(self.entries.len());
        self.entries.splice(position..position, other.entries);
    }

    /// Keeps the entries for which the closure says yes.
    pub fn retain(&mut self, keep: impl FnMut(&Entry) -> bool) {
        self.index.take();
        self.entries.retain(keep);
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The value of a keyword, also where it is carried.
    pub fn said(&self, key: &str) -> Option<&Node> {
        let is_carried = |entry: &&Entry| entry.key.strip_prefix(CARRIED) == Some(key);
        let carried = || self.iter().find(is_carried).map(|entry| &entry.node);
        self.get(key).or_else(carried)
    }

    /// The value of a key, to change it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        let position = self.position(key)?;
        Some(&mut self.entries.get_mut(position)?.node)
    }

    /// A key with its place and value.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.get(self.position(key)?)
    }

    /// Takes a key out.
    pub fn remove(&mut self, key: &str) -> Option<Entry> {
        let position = self.position(key)?;
        self.index.take();
        Some(self.entries.remove(position))
    }

    /// Sets a key: in its old position where it exists, else at the end, with the value's place.
    pub fn set(&mut self, key: &str, node: Node) {
        match self.get_mut(key) {
            Some(old) => *old = node,
            None => self.push(Entry {
                key: key.to_owned(),
                at: node.at,
                node,
            }),
        }
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    /// The value at a position.
    pub(super) fn nth(&self, position: usize) -> Option<&Node> {
        self.entries.get(position).map(|entry| &entry.node)
    }

    /// The position of a key.
    pub(super) fn position(&self, key: &str) -> Option<usize> {
        if self.entries.len() < INDEXED_FROM {
            return self.entries.iter().position(|entry| entry.key == key);
        }
        let index = self.index.get_or_init(|| {
            let keys = self.entries.iter().map(|entry| entry.key.clone());
            Box::new(keys.zip(0..).collect())
        });
        index.get(key).copied()
    }
}

impl IntoIterator for Map {
    type Item = Entry;
    type IntoIter = std::vec::IntoIter<Entry>;

    /// The entries, in document order.
    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<'a> IntoIterator for &'a Map {
    type Item = &'a Entry;
    type IntoIter = std::slice::Iter<'a, Entry>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a> IntoIterator for &'a mut Map {
    type Item = &'a mut Entry;
    type IntoIter = std::slice::IterMut<'a, Entry>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl FromIterator<Entry> for Map {
    /// From entries no two of which have one key.
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        Self {
            entries: entries.into_iter().collect(),
            index: OnceLock::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Value;
    use super::*;

    fn entry(key: &str) -> Entry {
        Entry {
            key: key.to_owned(),
            at: Place::default(),
            node: Node::string(key, Place::default()),
        }
    }

    /// Every key finds its own value, and a key that is not there finds none.
    fn check(map: &Map, keys: &[&str]) {
        let found: Vec<_> = map.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(found, keys);
        for key in keys {
            assert_eq!(map.get(key).and_then(Node::as_str), Some(*key));
        }
        assert!(!map.has("gone"));
    }

    #[test]
    fn finds_keys_through_every_change() {
        let names: Vec<String> = (0..100).map(|i| format!("k{i}")).collect();
        let mut keys: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut map = Map::default();
        for (count, key) in keys.iter().enumerate() {
            assert!(!map.has(key), "{key} before it is there");
            map.push(entry(key));
            check(&map, &keys[..=count]);
        }
        map.push(entry("gone"));
        assert!(map.remove("gone").is_some());
        check(&map, &keys);
        map.insert_all(3, ["x", "y"].map(entry).into_iter().collect());
        keys.splice(3..3, ["x", "y"]);
        check(&map, &keys);
        map.retain(|entry| entry.key != "k1");
        keys.remove(1);
        check(&map, &keys);
        map.iter_mut().for_each(|entry| entry.key.push('!'));
        assert!(map.has("k0!") && !map.has("k0"));
    }

    #[test]
    fn set_keeps_the_position() {
        let mut map: Map = ["a", "b"].map(entry).into_iter().collect();
        map.set("a", Node::new(Value::Null, Place::default()));
        map.set("c", Node::new(Value::Null, Place::default()));
        let keys: Vec<_> = map.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["a", "b", "c"]);
    }
}
