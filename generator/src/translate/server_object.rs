//! One server as the document has it, and what can be wrong with it.

use openapiv3::Server;

use crate::diag::{Code, Edit};
use crate::grammar::Kind;
use crate::tree::{Pointer, Value};

use super::{Cx, paths};

/// A server.
pub(super) struct Read {
    pub(super) at: Pointer,
    /// The URL with its variables in braces.
    pub(super) template: String,
    /// Its name, which it has from 3.2 on.
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    /// Those of the URL, in its order.
    pub(super) variables: Vec<ReadVariable>,
}

/// A variable of a server's URL.
#[derive(Clone)]
pub(super) struct ReadVariable {
    pub(super) at: Pointer,
    pub(super) name: String,
    pub(super) description: Option<String>,
    pub(super) default: Option<String>,
    /// The values that it may have; none where it may have any.
    pub(super) values: Vec<String>,
}

impl Read {
    /// The URL with the default of each variable that has one.
    pub(super) fn filled(&self) -> String {
        let mut url = self.template.clone();
        for variable in &self.variables {
            if let Some(default) = &variable.default {
                url = url.replace(&format!("{{{}}}", variable.name), default);
            }
        }
        url
    }
}

impl ReadVariable {
    /// What its method and its enum are named after.
    pub(super) fn text(&self) -> String {
        format!("server {}", self.name)
    }

    /// What settles a collision of such names: all by which it differs from others.
    pub(super) fn key(&self) -> String {
        let default = self.default.as_deref().unwrap_or_default();
        let text = format!("{} {default}", self.text());
        match self.values.as_slice() {
            [] => text,
            values => format!("{text} of {}", values.join(" ")),
        }
    }

    /// Whether both can be of one type.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let facts = |of: &Self| (of.name.clone(), of.values.clone(), of.default.clone());
        facts(self) == facts(other)
    }
}

/// A server; `None` where it is of no use, which is reported.
pub(super) fn read(cx: &mut Cx<'_>, at: &Pointer) -> Option<Read> {
    let server = cx.sound::<Server>(Kind::Server, at)?;
    if let Some(wrong) = wrong(&server.url) {
        let message = format!("`{}` is no URL of a server: {wrong}", server.url);
        let fault = cx
            .document
            .fault(Code::MALFORMED, message, &at.child("url"));
        cx.sink.push(fault.help("the server is left out"));
        return None;
    }
    let names = braced(&server.url);
    let declared = at.child("variables");
    for (name, at) in cx.document.members(&declared) {
        if !names.iter().any(|known| known == name) {
            let message = format!("the server's URL has no `{{{name}}}`");
            let note = cx.document.fault_at_key(Code::IGNORED_HERE, message, &at);
            cx.sink.push(note.remove());
        }
    }
    let variables = names
        .into_iter()
        .map(|name| variable(cx, at, &server, name));
    let variables = variables.collect();
    let node = cx.document.node(at);
    let name = node.and_then(|node| node.get("x-restitch-name")?.as_str());
    Some(Read {
        at: at.clone(),
        name: name
            .filter(|name| !name.trim().is_empty())
            .map(str::to_owned),
        template: server.url,
        description: server.description,
        variables,
    })
}

fn variable(cx: &mut Cx<'_>, server_at: &Pointer, server: &Server, name: String) -> ReadVariable {
    let at = server_at.child("variables").child(&name);
    let declared = server.variables.as_ref().and_then(|all| all.get(&name));
    let Some(declared) = declared else {
        let message = format!("`variables` does not declare `{{{name}}}`");
        let fault = cx
            .document
            .fault(Code::MALFORMED, message, &server_at.child("url"));
        cx.sink
            .push(fault.help("declare it with a default; until then it may be any text"));
        return ReadVariable {
            at: server_at.clone(),
            name,
            description: None,
            default: None,
            values: Vec::new(),
        };
    };
    let broken = cx.document.node(&at).is_some_and(paths::is_broken);
    let default = Some(declared.default.clone()).filter(|_| !broken);
    let listed = at.child("enum");
    let mut values: Vec<String> = Vec::new();
    for (index, value) in declared.enumeration.iter().enumerate() {
        if values.contains(value) {
            let message = format!("`{value}` comes twice");
            let at = listed.item(index);
            let fault = cx.document.fault(Code::MALFORMED, message, &at);
            cx.sink.push(fault.remove());
        } else {
            values.push(value.clone());
        }
    }
    if values.is_empty() && cx.document.node(&listed).is_some() {
        let fault = cx
            .document
            .fault_at_key(Code::MALFORMED, "the `enum` has no value", &listed);
        cx.sink.push(
            fault
                .help("until it has one, the variable may be any text")
                .remove(),
        );
    }
    if let Some(default) = default
        .as_ref()
        .filter(|default| !values.is_empty() && !values.contains(default))
    {
        let message = format!("the default `{default}` is none of the values of `enum`");
        let fault = cx
            .document
            .fault(Code::MALFORMED, message, &at.child("default"));
        let edit = Edit::Append(listed.clone(), Value::string(default.as_str()));
        let fault = fault.help("it is taken as one more of them");
        cx.sink.push(fault.edit(edit));
        values.push(default.clone());
    }
    ReadVariable {
        at,
        name,
        description: declared.description.clone(),
        default,
        values,
    }
}

/// Why no request can go to a URL, if none can (OpenAPI 3.1, section 4.8.5).
fn wrong(url: &str) -> Option<&'static str> {
    let mut open = false;
    for c in url.chars() {
        match (c, open) {
            ('{', false) => open = true,
            ('}', true) => open = false,
            ('{', true) => return Some("a brace within braces"),
            ('}', false) => return Some("a brace is closed and none is open"),
            ('?' | '#', false) => return Some("it has a query or a fragment"),
            _ => {}
        }
    }
    if open {
        return Some("a brace is not closed");
    }
    if written(url).contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Some("it has a space or a control character");
    }
    let (scheme, rest) = url.split_once("://")?;
    match scheme.to_lowercase().as_str() {
        "http" | "https" => authority(rest).or_else(|| {
            let mut segments = rest.split('/').skip(1);
            let is_dots = segments.any(|segment| matches!(segment, "." | ".."));
            is_dots.then_some("a segment of its path is `.` or `..`")
        }),
        _ if scheme.contains(['{', '/']) => None,
        _ => Some("its scheme is neither `https` nor `http`"),
    }
}

/// A URL with nothing in its braces, whose names are never sent.
fn written(url: &str) -> String {
    let mut parts = url.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |url, part| {
        url + "{" + &part[part.find('}').unwrap_or(0)..]
    })
}

/// Why what follows `https://` names no host and port (RFC 3986, section 3.2).
fn authority(rest: &str) -> Option<&'static str> {
    let rest = written(rest);
    let authority = rest.split('/').next().unwrap_or_default();
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    let (host, port) = match host.split_once(']') {
        Some((host, port)) if host.starts_with('[') => (host, port.strip_prefix(':')),
        _ if host.contains(['[', ']']) => return Some("its host has a bracket without the other"),
        _ => host
            .split_once(':')
            .map_or((host, None), |(host, port)| (host, Some(port))),
    };
    if host.is_empty() {
        return Some("it names no host");
    }
    let is_port = |port: &str| port.contains('{') || port.chars().all(|c| c.is_ascii_digit());
    match port {
        Some(port) if !is_port(port) => Some("its port is no number"),
        _ => None,
    }
}

/// What stands in braces, each once.
fn braced(url: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in url.split('{').skip(1) {
        let name = part.split('}').next().unwrap_or_default();
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{braced, wrong};

    #[test]
    fn urls() {
        for (url, expect) in [
            ("https://a.test/v1", true),
            ("/v1", true),
            ("{scheme}://{host}/v1", true),
            ("HTTP://a.test", true),
            ("https://{a?b}.test", true),
            ("ws://a.test", false),
            ("https://a.test?x=1", false),
            ("https://a.test#x", false),
            ("https://{a.test", false),
            ("https://a}.test", false),
            ("https://{a{b}}.test", false),
            ("https://", false),
            ("https:///v1", false),
            ("https://:80", false),
            ("https://a b.test", false),
            ("https://a.test/a b", false),
            ("https://{a b}.test", true),
            ("https://a.test:port", false),
            ("https://a.test:{port}/v1", true),
            ("https://a.test:/v1", true),
            ("https://user@a.test:80/v1", true),
            ("https://[::1]:80/v1", true),
            ("https://[::1]", true),
            ("https://[::1", false),
            ("https://a]", false),
            ("https://größe.test", true),
        ] {
            assert_eq!(wrong(url).is_none(), expect, "{url}");
        }
        assert_eq!(braced("{a}://{b}/{a}/{c}"), ["a", "b", "c"]);
    }
}
