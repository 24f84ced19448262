//! Edits of a document, node by node.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

use crate::{seeds, text};

const EDITS: usize = 6;

/// A document with edits that are made of the bytes; `None` where there is no document.
pub(crate) fn document(u: &mut Unstructured<'_>) -> Result<Option<Value>> {
    let all = seeds::all();
    if all.is_empty() {
        return Ok(None);
    }
    let mut document = all[index(u, all.len())?].clone();
    for _ in 0..=u.int_in_range(0..=EDITS - 1)? {
        edit(u, all, &mut document)?;
    }
    Ok(Some(document))
}

/// One of so many, by two bytes whatever their number is: an edit stays the same when others change.
fn index(u: &mut Unstructured<'_>, count: usize) -> Result<usize> {
    let at = usize::from(u.arbitrary::<u16>()?);
    Ok(if count > usize::from(u16::MAX) {
        at * 37 % count
    } else {
        at % count
    })
}

fn edit(u: &mut Unstructured<'_>, all: &[Value], document: &mut Value) -> Result<()> {
    let pointers = pointers(document);
    let count = pointers.len();
    if count == 0 {
        return Ok(());
    }
    let (from, to) = (index(u, count)?, index(u, count)?);
    let (from, to) = (&pointers[from], &pointers[to]);
    let copy = || document.pointer(from).cloned().unwrap_or_default();
    match u.int_in_range(0..=7)? {
        0 => remove(document, to),
        1 => rename(document, to, &text::name(u)?),
        2 => {
            let copy = copy();
            put(document, to, copy);
        }
        3 => put(document, to, json!({ "$ref": format!("#{from}") })),
        4 => put(document, to, retyped(u)?),
        5 => {
            let copy = document.pointer(to).cloned().unwrap_or_default();
            duplicate(document, to, copy, text::name(u)?);
        }
        6 => {
            let other = &all[index(u, all.len())?];
            let pointers = self::pointers(other);
            let at = index(u, pointers.len().max(1))?;
            let graft = pointers.get(at).and_then(|pointer| other.pointer(pointer));
            put(document, to, graft.cloned().unwrap_or_default());
        }
        _ => put(document, to, text::prose(u)?.into()),
    }
    Ok(())
}

fn retyped(u: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match u.int_in_range(0..=8)? {
        0 => Value::Null,
        1 => true.into(),
        2 => 0.into(),
        3 => (-1).into(),
        4 => json!(1e300),
        5 => "".into(),
        6 => json!([]),
        7 => json!({}),
        _ => json!([[{ "a": null }]]),
    })
}

fn put(document: &mut Value, at: &str, value: Value) {
    if let Some(place) = document.pointer_mut(at) {
        *place = value;
    }
}

/// The node that holds another, and the other's token.
fn holder<'d>(document: &'d mut Value, at: &str) -> Option<(&'d mut Value, String)> {
    let (holder, token) = at.rsplit_once('/')?;
    let token = token.replace("~1", "/").replace("~0", "~");
    Some((document.pointer_mut(holder)?, token))
}

fn remove(document: &mut Value, at: &str) {
    match holder(document, at) {
        Some((Value::Object(map), key)) => {
            map.shift_remove(&key);
        }
        Some((Value::Array(items), index)) => {
            items.remove(index.parse().expect("an index"));
        }
        _ => {}
    }
}

/// Gives a member another key, in its old place.
fn rename(document: &mut Value, at: &str, name: &str) {
    if let Some((Value::Object(map), key)) = holder(document, at) {
        let members = std::mem::take(map).into_iter();
        let renamed = members.map(|(old, value)| {
            if old == key {
                (name.to_owned(), value)
            } else {
                (old, value)
            }
        });
        *map = renamed.collect::<Map<_, _>>();
    }
}

/// Puts a copy beside a node.
fn duplicate(document: &mut Value, at: &str, copy: Value, name: String) {
    match holder(document, at) {
        Some((Value::Object(map), _)) => {
            map.insert(name, copy);
        }
        Some((Value::Array(items), _)) => items.push(copy),
        _ => {}
    }
}

/// The pointers of all nodes but the root, in order.
fn pointers(document: &Value) -> Vec<String> {
    let mut all = Vec::new();
    collect(document, "", &mut all);
    all
}

fn collect(value: &Value, at: &str, all: &mut Vec<String>) {
    let mut add = |token: &str, value: &Value| {
        let below = format!("{at}/{token}");
        all.push(below.clone());
        collect(value, &below, all);
    };
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                add(&key.replace('~', "~0").replace('/', "~1"), value);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                add(&index.to_string(), value);
            }
        }
        _ => {}
    }
}
