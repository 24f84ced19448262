//! Path items and operations.

use crate::diag::Sink;
use crate::grammar::METHODS;
use crate::tree::{FileId, Map, Node, Pointer, Tree, Value};

use super::body::{self, Part};
use super::{Moves, Swagger, media, parameter, response};

/// An operation whose body may stand in another file.
#[derive(Debug)]
pub(super) struct Pending {
    at: Pointer,
    consumes: Vec<Node>,
}

/// Rewrites a path item and its operations.
pub(super) fn path_item(map: &mut Map, at: &Pointer, swagger: &mut Swagger, sink: &mut Sink) {
    let mut found = parameters(map, at, swagger, sink);
    for method in METHODS {
        if let Some(operation) = map.get_mut(method).and_then(Node::as_map_mut) {
            self::operation(
                operation,
                &at.child(method),
                &mut found.parts,
                swagger,
                sink,
            );
        }
    }
}

/// What is in a list of parameters.
struct Found {
    parts: Vec<Part>,
    /// Whether some are in other files.
    is_partial: bool,
}

fn operation(
    map: &mut Map,
    at: &Pointer,
    above: &mut [Part],
    swagger: &mut Swagger,
    sink: &mut Sink,
) {
    let consumes = media::take(map, "consumes");
    let produces = media::take(map, "produces");
    if let Some(schemes) = map.remove("schemes")
        && let Some(servers) = swagger.base.servers(Some(&schemes.node), schemes.at)
        && !map.has("servers")
    {
        map.set("servers", servers);
    }
    let mut found = parameters(map, at, swagger, sink);
    let own = &found.parts;
    let inherited = above
        .iter()
        .filter(|part| !own.iter().any(|other| part.is_replaced_by(other)))
        .map(|part| Part {
            map: part.map.clone(),
            at: part.at,
            written: part.written.clone(),
        });
    let inherited: Vec<_> = inherited.collect();
    found.parts.extend(inherited);
    let of_body = consumes
        .as_ref()
        .unwrap_or(&swagger.defaults.consumes)
        .clone();
    if let Some(body) = body::build(found.parts, &of_body, at, &mut swagger.moves, sink) {
        map.set("requestBody", body);
    }
    if found.is_partial {
        let consumes = of_body;
        swagger.pending.push(Pending {
            at: at.clone(),
            consumes,
        });
    }
    responses(map, &at.child("responses"), produces.as_deref(), swagger);
}

/// Rewrites the parameters of a path item or operation, and takes out what is of the body.
fn parameters(map: &mut Map, at: &Pointer, swagger: &mut Swagger, sink: &mut Sink) -> Found {
    let mut found = Found {
        parts: Vec::new(),
        is_partial: false,
    };
    let list = map.get_mut("parameters").map(|node| &mut node.value);
    let Some(Value::Array(items)) = list else {
        return found;
    };
    let at = at.child("parameters");
    let mut kept = Vec::new();
    for (index, mut node) in std::mem::take(items).into_iter().enumerate() {
        let written = at.item(index);
        let place = node.at;
        let is_root = at.file == FileId(0);
        let Some(given) = node.as_map_mut() else {
            kept.push(node);
            continue;
        };
        if let Some(reference) = given.get("$ref").and_then(Node::as_str) {
            let shared = shared(&swagger.shared, reference, is_root);
            match shared {
                Some((written, map)) if parameter::is_body(map) => {
                    let map = map.clone();
                    found.parts.push(Part {
                        map,
                        at: place,
                        written,
                    });
                    continue;
                }
                Some(_) => {}
                None => found.is_partial = true,
            }
        } else if parameter::is_body(given) {
            let map = std::mem::take(given);
            found.parts.push(Part {
                map,
                at: place,
                written,
            });
            continue;
        } else {
            let now = at.item(kept.len());
            if now != written {
                swagger.moves.note(&written, now.clone());
            }
            parameter::convert(given, &now, &mut swagger.moves, sink);
        }
        kept.push(node);
    }
    if kept.is_empty() {
        map.remove("parameters");
    } else if let Some(node) = map.get_mut("parameters") {
        node.value = Value::Array(kept);
    }
    found
}

/// The parameter of the root that a reference names.
fn shared<'m>(map: &'m Map, reference: &str, is_root: bool) -> Option<(Pointer, &'m Map)> {
    reference
        .strip_prefix("#/parameters/")
        .filter(|_| is_root)?;
    let pointer = Pointer::parse(FileId(0), reference.strip_prefix('#')?)?;
    let found = map.get(&pointer.last()?)?.as_map()?;
    Some((pointer, found))
}

fn responses(map: &mut Map, at: &Pointer, produces: Option<&[Node]>, swagger: &mut Swagger) {
    let usual = swagger.defaults.produces.clone();
    let list = map.get_mut("responses").and_then(Node::as_map_mut);
    for entry in list.into_iter().flatten() {
        let at = at.child(&entry.key);
        let Some(given) = entry.node.as_map_mut() else {
            continue;
        };
        response::convert(given, &at, produces.unwrap_or(&usual), &mut swagger.moves);
    }
}

/// Makes a body of what an operation refers to in another file.
pub(super) fn finish(tree: &mut Tree, pending: &Pending, moves: &mut Moves, sink: &mut Sink) {
    let list = pending.at.child("parameters");
    let items = tree.get(&list).and_then(Node::as_array).unwrap_or_default();
    let mut parts = Vec::new();
    let mut taken = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let at = list.item(index).child("$ref");
        if let Some(reference) = item.get("$ref").and_then(Node::as_str)
            && let Some(target) = tree.follow(&at, reference)
            && let Some(found) = tree.get(&target).and_then(Node::as_map)
            && parameter::is_body(found)
        {
            let mut map = found.clone();
            if parameter::location(&map) == Some("body") && map.has("schema") {
                // The schema may refer to other things of its own file.
                let hash = if reference.contains('#') { "" } else { "#" };
                let text = format!("{reference}{hash}/schema");
                let mut schema = Map::default();
                schema.set("$ref", Node::string(&text, item.at));
                map.set("schema", Node::new(Value::Object(schema), item.at));
            }
            parts.push(Part {
                map,
                at: item.at,
                written: target,
            });
            taken.push(index);
        }
    }
    let Some(body) = body::build(parts, &pending.consumes, &pending.at, moves, sink) else {
        return;
    };
    if let Some(Value::Array(items)) = tree.get_mut(&list).map(|node| &mut node.value) {
        let mut index = 0..;
        items.retain(|_| !index.next().is_some_and(|index| taken.contains(&index)));
    }
    if let Some(operation) = tree.get_mut(&pending.at).and_then(Node::as_map_mut)
        && !operation.has("requestBody")
    {
        operation.set("requestBody", body);
    }
}
