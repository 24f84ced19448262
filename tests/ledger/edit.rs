//! Edits of a node.

use serde_json::{Value, json};

/// What is done to a node.
pub(crate) enum Edit {
    Remove,
    Replace(Value),
}

/// The edits of a node: it is left out, and it is changed. What holds others is changed by changing
/// these.
pub(crate) fn edits(node: &Value) -> Vec<Edit> {
    let mut edits = vec![Edit::Remove];
    match node {
        Value::String(text) => {
            // Of these, one with a letter too many is taken for what it was to be.
            let media_types = ["application/", "image/", "multipart/", "text/"];
            let other = match text.as_str() {
                "query" | "header" | "path" | "cookie" => "elsewhere".to_owned(),
                text if media_types.iter().any(|main| text.starts_with(main)) => "y/y".to_owned(),
                // And a name with one, for that of a path's template.
                text => format!("yy{text}"),
            };
            edits.push(Edit::Replace(Value::String(other)));
        }
        Value::Bool(value) => edits.push(Edit::Replace(Value::Bool(!value))),
        Value::Number(number) => {
            let more = match (number.as_i64(), number.as_f64()) {
                (Some(value), _) => json!(value.wrapping_add(1)),
                (_, Some(value)) => json!(value * 2.0 + 1.0),
                _ => json!(1),
            };
            edits.push(Edit::Replace(more));
        }
        Value::Null => edits.push(Edit::Replace(json!("x"))),
        Value::Array(_) | Value::Object(_) => {}
    }
    edits
}

impl Edit {
    /// Does it in a file.
    pub(crate) fn apply(&self, root: &mut Value, pointer: &str) {
        match self {
            Self::Replace(value) => {
                if let Some(node) = root.pointer_mut(pointer) {
                    *node = value.clone();
                }
            }
            Self::Remove => {
                let (holder, token) = pointer.rsplit_once('/').expect("not the root");
                let token = token.replace("~1", "/").replace("~0", "~");
                match root.pointer_mut(holder) {
                    Some(Value::Object(map)) => {
                        map.remove(&token);
                    }
                    Some(Value::Array(items)) => {
                        items.remove(token.parse().expect("an index"));
                    }
                    _ => {}
                }
            }
        }
    }
}
