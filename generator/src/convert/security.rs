//! Security schemes.

use crate::tree::{Map, Node, Value};

/// The names of OAuth's flows.
const FLOWS: &[(&str, &str)] = &[
    ("accessCode", "authorizationCode"),
    ("application", "clientCredentials"),
    ("implicit", "implicit"),
    ("password", "password"),
];

/// Rewrites a security scheme.
pub(super) fn convert(map: &mut Map) {
    let Some(kind) = map.get_mut("type") else {
        return;
    };
    let at = kind.at;
    match kind.as_str() {
        Some("basic") => {
            kind.value = Value::String("http".to_owned());
            map.set("scheme", Node::string("basic", at));
        }
        Some("oauth2") => flows(map),
        _ => {}
    }
}

fn flows(map: &mut Map) {
    let Some(name) = map.remove("flow") else {
        return;
    };
    let at = name.at;
    let given = name.node.as_str().unwrap_or_default();
    let known = FLOWS.iter().find(|(old, _)| *old == given);
    let flow = known.map_or(given, |(_, new)| *new);
    let keys = ["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"];
    let mut object: Map = keys.iter().filter_map(|key| map.remove(key)).collect();
    if !object.has("scopes") {
        object.set("scopes", Node::new(Value::Object(Map::default()), at));
    }
    let mut flows = Map::default();
    flows.set(flow, Node::new(Value::Object(object), at));
    map.set("flows", Node::new(Value::Object(flows), at));
}
