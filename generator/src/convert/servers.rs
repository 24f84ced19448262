//! `schemes`, `host` and `basePath`.

use crate::order::sort_by_key;
use crate::tree::{Map, Node, Place, Value};

/// What a document says of where it is served.
#[derive(Clone, Debug, Default)]
pub(super) struct Base {
    host: Option<Node>,
    path: Option<Node>,
}

impl Base {
    /// Takes it out of the document.
    pub(super) fn take(map: &mut Map) -> Self {
        let mut text = |key: &str| map.remove(key).map(|entry| entry.node);
        Self {
            host: text("host"),
            path: text("basePath"),
        }
    }

    /// The servers, one a scheme. `https` goes first: the first is used unless another is chosen,
    /// and credentials are not to be sent in the clear because of an order.
    pub(super) fn servers(&self, schemes: Option<&Node>, at: Place) -> Option<Node> {
        let path = self.path.as_ref();
        let path_text = path.and_then(Node::as_str).unwrap_or_default();
        let path_text = path_text.trim_end_matches('/');
        let host = self.host.as_ref();
        let Some(host_text) = host.and_then(Node::as_str).filter(|text| !text.is_empty()) else {
            let at = path?.at;
            let url = if path_text.is_empty() { "/" } else { path_text };
            return Some(list(vec![server(url, at)], at));
        };
        let at = host.map_or(at, |host| host.at);
        let slash = if path_text.is_empty() || path_text.starts_with('/') {
            ""
        } else {
            "/"
        };
        let mut names: Vec<&str> = schemes
            .and_then(Node::as_array)
            .into_iter()
            .flatten()
            .filter_map(Node::as_str)
            .filter(|name| matches!(*name, "http" | "https"))
            .collect();
        sort_by_key(&mut names, |name| *name != "https");
        names.dedup();
        if names.is_empty() {
            names.push("https");
        }
        let url = |name: &str| format!("{name}://{host_text}{slash}{path_text}");
        let servers = names.into_iter().map(|name| server(&url(name), at));
        Some(list(servers.collect(), at))
    }
}

fn server(url: &str, at: Place) -> Node {
    let mut map = Map::default();
    map.set("url", Node::string(url, at));
    Node::new(Value::Object(map), at)
}

fn list(servers: Vec<Node>, at: Place) -> Node {
    Node::new(Value::Array(servers), at)
}
