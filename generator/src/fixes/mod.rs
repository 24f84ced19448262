//! Edits that take diagnostics away, to actions of an overlay.
//!
//! An overlay changes the document as it was written: before a document of Swagger is converted,
//! before anything is lowered, and in the root file alone. So every edit is held against that file,
//! read anew, and where it does not fit there, the diagnostic shows no action.

mod once;
mod path;

use crate::diag::{Action, Change, Diagnostic, Edit, block, flow};
use crate::tree::{FileId, Map, Node, Place, Pointer, Value};

use path::Step;

/// Longer ones, in characters, are no help. Names may be of any length.
const MOST: usize = 600;

/// Longer values are copied, not written again.
const SHORT: usize = 40;

/// Gives diagnostics the actions that their edits come to. `written` is the root file with its
/// overlays, as far as the pointers of edits go, asked for where there is one; `moved` says where a part
/// of it stood before it was converted, if it was.
pub(crate) fn settle(
    found: &mut [Diagnostic],
    moved: impl Fn(&Pointer) -> Option<Pointer>,
    written: impl FnOnce(&[Pointer]) -> Option<Node>,
) {
    let edits = found.iter().flat_map(|found| &found.edits);
    let needed: Vec<Pointer> = edits
        .filter_map(|edit| as_written(edit.at(), &moved))
        .collect();
    if needed.is_empty() {
        return;
    }
    let Some(written) = written(&needed) else {
        return;
    };
    let book = Book {
        is_swagger: written.is_swagger(),
        root: &written,
        moved: &moved,
    };
    for found in found.iter_mut().filter(|found| !found.edits.is_empty()) {
        let edits = std::mem::take(&mut found.edits);
        let actions: Option<Vec<_>> = edits.into_iter().map(|edit| book.actions(edit)).collect();
        let actions = actions.unwrap_or_default().concat();
        let length: usize = block(&actions)
            .iter()
            .map(|line| line.chars().count())
            .sum();
        if length <= MOST {
            found.actions = actions;
        }
    }
    once::once(found);
}

struct Book<'a> {
    root: &'a Node,
    is_swagger: bool,
    moved: &'a dyn Fn(&Pointer) -> Option<Pointer>,
}

/// A member of an object, or an item, that may not be there yet.
struct Slot<'a> {
    holder: Vec<Step>,
    object: &'a Node,
    key: String,
    node: Option<&'a Node>,
}

impl Slot<'_> {
    fn target(&self, change: Change) -> Action {
        let target = path::write(&self.holder);
        Action { target, change }
    }

    /// The member under another key.
    fn beside(&self, key: &str) -> String {
        let key = Step::Key(key.to_owned());
        path::write(&[self.holder.clone(), vec![key]].concat())
    }

    /// Merges a member into the holder.
    fn set(&self, key: &str, value: Value) -> Action {
        let mut map = Map::default();
        map.set(key, Node::new(value, Place::default()));
        self.target(Change::Update(Value::Object(map)))
    }
}

impl<'a> Book<'a> {
    /// The actions of an edit; `None` where no overlay can do it.
    fn actions(&self, edit: Edit) -> Option<Vec<Action>> {
        match edit {
            Edit::Remove(at) => Some(vec![self.remove(&at)?]),
            Edit::Put(at, value) => self.put(&at, self.value(value)?),
            Edit::Append(at, value) => {
                let slot = self.slot(&at)?;
                let value = Value::array([self.value(value)?]);
                let is_list = slot.node.is_none_or(|node| node.as_array().is_some());
                let set = slot.set(&slot.key, value);
                (is_list && slot.object.as_map().is_some()).then(|| vec![set])
            }
            Edit::Rename(at, key) => self.rename(&at, &key),
        }
    }

    fn remove(&self, at: &Pointer) -> Option<Action> {
        let (way, _) = path::walk(self.root, &self.written(at)?)?;
        way.last()?;
        let target = path::write(&way);
        let change = Change::Remove;
        Some(Action { target, change })
    }

    /// An overlay merges: what holds others is taken out first.
    fn put(&self, at: &Pointer, value: Value) -> Option<Vec<Action>> {
        let slot = self.slot(at)?;
        let is_single = |value: &Value| !matches!(value, Value::Array(_) | Value::Object(_));
        let is_simple = is_single(&value) && slot.node.is_none_or(|node| is_single(&node.value));
        if slot.object.as_map().is_some() {
            let set = slot.set(&slot.key, value);
            return Some(match slot.node {
                Some(_) if !is_simple => vec![self.remove(at)?, set],
                _ => vec![set],
            });
        }
        // The last item can be put back at the end, others only be overwritten.
        let items = slot.object.as_array()?;
        if is_simple && slot.node.is_some() {
            let (way, _) = path::walk(self.root, &self.written(at)?)?;
            let target = path::write(&way);
            let change = Change::Update(value);
            return Some(vec![Action { target, change }]);
        }
        let is_last = slot.key.parse() == Ok(items.len().checked_sub(1)?);
        let append = slot.target(Change::Update(Value::array([value])));
        is_last.then_some(vec![self.remove(at)?, append])
    }

    fn rename(&self, at: &Pointer, key: &str) -> Option<Vec<Action>> {
        let slot = self.slot(at)?;
        let (map, old) = (slot.object.as_map()?, slot.node?);
        if map.has(key) {
            return None;
        }
        let remove = self.remove(at)?;
        let empty = match &old.value {
            Value::Object(_) => Value::Object(Map::default()),
            Value::Array(_) => Value::Array(Vec::new()),
            other => return Some(vec![slot.set(key, other.clone()), remove]),
        };
        if path::is_short(old, SHORT) && flow(&old.value).len() <= SHORT {
            return Some(vec![slot.set(key, old.value.clone()), remove]);
        }
        let copy = Action {
            target: slot.beside(key),
            change: Change::Copy(remove.target.clone()),
        };
        Some(vec![slot.set(key, empty), copy, remove])
    }

    fn slot(&self, at: &Pointer) -> Option<Slot<'a>> {
        let at = self.written(at)?;
        let key = at.last()?.into_owned();
        let (holder, object) = path::walk(self.root, &at.parent()?)?;
        let node = path::walk(self.root, &at).map(|(_, node)| node);
        Some(Slot {
            holder,
            object,
            key,
            node,
        })
    }

    fn written(&self, at: &Pointer) -> Option<Pointer> {
        as_written(at, self.moved)
    }

    /// A value as it can be written there. In a document of Swagger a reference is by the pointer that
    /// its target has there, a parameter has the keywords of its schema, and any other object may be
    /// of another shape than here.
    fn value(&self, value: Value) -> Option<Value> {
        if !self.is_swagger {
            return Some(value);
        }
        match &value {
            Value::Object(map) if map.has("in") => Some(flat(map)),
            Value::Object(map) if !map.is_empty() => None,
            Value::Array(items) if items.iter().any(|item| item.as_str().is_none()) => None,
            Value::String(text) => match text.strip_prefix("#/") {
                Some(rest) => {
                    let now = Pointer::parse(FileId(0), &format!("/{rest}"))?;
                    let written = (self.moved)(&now).unwrap_or(now);
                    Some(Value::String(written.to_string()))
                }
                None => Some(value),
            },
            _ => Some(value),
        }
    }
}

/// Where something stands in the root file as it was written.
fn as_written(at: &Pointer, moved: impl Fn(&Pointer) -> Option<Pointer>) -> Option<Pointer> {
    let at = at.as_written();
    let at = moved(&at).unwrap_or(at);
    (at.file == FileId(0)).then_some(at)
}

/// A parameter of Swagger 2.0.
fn flat(parameter: &Map) -> Value {
    let mut map = Map::default();
    for entry in parameter {
        let inner = entry.node.as_map().filter(|_| entry.key == "schema");
        match inner {
            Some(schema) => schema.iter().for_each(|entry| map.push(entry.clone())),
            None => map.push(entry.clone()),
        }
    }
    Value::Object(map)
}
