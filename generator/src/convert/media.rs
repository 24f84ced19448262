//! `consumes` and `produces`.

use crate::tree::{Map, Node, Place, Value};

/// The document's own lists, for operations that have none.
#[derive(Clone, Debug, Default)]
pub(super) struct Defaults {
    pub(super) consumes: Vec<Node>,
    pub(super) produces: Vec<Node>,
}

/// Takes a list of media types out of an object; `None` where it has none.
pub(super) fn take(map: &mut Map, key: &str) -> Option<Vec<Node>> {
    let entry = map.remove(key)?;
    match entry.node.value {
        Value::Array(items) => {
            let mut texts: Vec<Node> = Vec::new();
            for item in items {
                if item.as_str().is_some_and(|text| !text.trim().is_empty())
                    && !texts.contains(&item)
                {
                    texts.push(item);
                }
            }
            Some(texts)
        }
        // One alone is clear too.
        Value::String(_) => Some(vec![entry.node]),
        _ => None,
    }
}

/// `content`: the same schema under each media type.
pub(super) fn content(types: &[Node], schema: &Node) -> Map {
    let mut content = Map::default();
    for media in types {
        if let Some(name) = media.as_str() {
            let mut object = Map::default();
            object.set("schema", schema.clone());
            content.set(name, Node::new(Value::Object(object), media.at));
        }
    }
    content
}

/// One media type that no one wrote.
pub(super) fn implied(name: &str, at: Place) -> Vec<Node> {
    vec![Node::string(name, at)]
}

/// Whether a media type is JSON: what is sent if nothing else is said.
pub(super) fn is_json(node: &Node) -> bool {
    node.as_str().is_some_and(|text| {
        let essence = text.split(';').next().unwrap_or_default().trim();
        let essence = essence.to_ascii_lowercase();
        essence == "application/json" || essence.ends_with("+json")
    })
}
