use crate::tree::{Entry, Map, Node, Place};

/// A mapping while its entries come in.
#[derive(Debug, Default)]
pub(super) struct Mapping {
    entries: Map,
    /// The key whose value comes next.
    pending: Option<Pending>,
    merge: Option<Merge>,
}

/// What a merge key `<<` asks for.
#[derive(Debug)]
pub(super) struct Merge {
    /// Where the key stands first.
    pub(super) at: Place,
    /// How many entries stand before it there.
    pub(super) position: usize,
    /// A mapping or a list of mappings each; several where the key comes again.
    pub(super) sources: Vec<Node>,
}

/// A key as written.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) text: String,
    pub(super) at: Place,
    /// Whether it is `<<`, neither quoted nor tagged as a string.
    pub(super) is_merge: bool,
}

#[derive(Debug)]
enum Pending {
    Key(Key),
    /// A key that was there already: its value takes the place of the one before.
    Again(Key),
}

impl Mapping {
    /// Whether a key comes next.
    pub(super) fn wants_key(&self) -> bool {
        self.pending.is_none()
    }

    /// The key whose value comes next.
    pub(super) fn pending(&self) -> Option<&str> {
        let (Pending::Key(key) | Pending::Again(key)) = self.pending.as_ref()?;
        Some(&key.text)
    }

    /// Takes a key. Where the mapping has it already, its first place comes back.
    pub(super) fn key(&mut self, key: Key) -> Option<Place> {
        let first = if key.is_merge {
            self.merge.as_ref().map(|merge| merge.at)
        } else {
            self.entries.entry(&key.text).map(|entry| entry.at)
        };
        if key.is_merge && first.is_none() {
            self.merge = Some(Merge {
                at: key.at,
                position: self.entries.len(),
                sources: Vec::new(),
            });
        }
        self.pending = Some(match first {
            None => Pending::Key(key),
            Some(_) => Pending::Again(key),
        });
        first
    }

    /// Takes the value of the key that came last. Gives what stood at the key before.
    pub(super) fn value(&mut self, node: Node) -> Option<(String, Node)> {
        let (key, again) = match self.pending.take()? {
            Pending::Key(key) => (key, false),
            Pending::Again(key) => (key, true),
        };
        match &mut self.merge {
            Some(merge) if key.is_merge => {
                merge.sources.push(node);
                return None;
            }
            _ => {}
        }
        if again {
            let before = self.entries.get_mut(&key.text)?;
            return Some((key.text, std::mem::replace(before, node)));
        }
        self.entries.push(Entry {
            key: key.text,
            at: key.at,
            node,
        });
        None
    }

    /// The entries as written, and what is to be merged into them.
    pub(super) fn finish(self) -> (Map, Option<Merge>) {
        (self.entries, self.merge)
    }
}
