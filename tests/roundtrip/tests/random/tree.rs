//! JSON whose keys keep their order, to be printed.

use std::fmt;

use serde_json::Value;

#[derive(Clone, Debug)]
pub(crate) enum Tree {
    Leaf(Value),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl Tree {
    pub(crate) fn map<const N: usize>(entries: [(&str, Tree); N]) -> Self {
        let entries = entries
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value));
        Self::Map(entries.collect())
    }

    /// Sets a key of a map.
    pub(crate) fn with(mut self, key: &str, value: impl Into<Self>) -> Self {
        if let Self::Map(entries) = &mut self {
            entries.retain(|(there, _)| there != key);
            entries.push((key.to_owned(), value.into()));
        }
        self
    }

    /// Every map backwards, and the lists under `required`: what has no order in a document.
    pub(crate) fn backwards(&mut self) {
        match self {
            Self::Leaf(_) => {}
            Self::List(items) => items.iter_mut().for_each(Self::backwards),
            Self::Map(entries) => {
                entries.reverse();
                for (key, value) in entries {
                    if let ("required", Self::List(names)) = (key.as_str(), &mut *value) {
                        names.reverse();
                    }
                    value.backwards();
                }
            }
        }
    }
}

impl<T: Into<Value>> From<T> for Tree {
    fn from(value: T) -> Self {
        Self::Leaf(value.into())
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Leaf(value) => value.fmt(f),
            Self::List(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(f, "{comma}{item}")?;
                }
                f.write_str("]")
            }
            Self::Map(entries) => {
                f.write_str("{")?;
                for (index, (key, value)) in entries.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(f, "{comma}{}: {value}", Value::from(key.as_str()))?;
                }
                f.write_str("}")
            }
        }
    }
}
