//! Servers of the document, which a client chooses among, and the enums of variables.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::ir::{self, Docs, Name, OwnVariable, Scheme, ServerValues, ServerVariable};
use crate::naming::Scope;
use crate::tree::{FileId, Pointer};

use super::own_server::{self, Draft};
use super::server_object::{Read, ReadVariable};
use super::{Cx, docs, server_object};

/// The document's servers. The specification gives a document without any the server `/`, relative
/// to where it was fetched; that is nowhere here, so the caller says the base URL.
///
/// With the variables of servers that operations have, for both share the enums of their values.
pub(super) fn servers(
    cx: &mut Cx<'_>,
    drafts: &[Draft],
    schemes: &[Scheme],
) -> (Vec<ir::Server>, Vec<OwnVariable>) {
    let at = Pointer::root(FileId(0)).child("servers");
    let mut read: Vec<Read> = Vec::new();
    for item in cx.document.items(&at) {
        let Some(server) = server_object::read(cx, &item) else {
            continue;
        };
        if read.iter().all(|known| known.template != server.template) {
            read.push(server);
        }
    }
    let templates: Vec<&str> = read.iter().map(|server| &*server.template).collect();
    let spellings = spellings(&templates);
    let items: Vec<(&str, &str)> = read
        .iter()
        .zip(&spellings)
        .map(|(server, spelling)| {
            let name = server.name.as_deref();
            (name.unwrap_or(text(&server.template)), &**spelling)
        })
        .collect();
    let places: Vec<_> = read.iter().map(|server| Some(server.at.clone())).collect();
    let idents = cx.schemas.given.names(Scope::Variant, &items, &places);
    let all = read.iter().flat_map(|server| &server.variables);
    let own = drafts.iter().map(|draft| &draft.variable);
    let values = Values::of(cx, all.chain(own));
    let named = read.iter().zip(idents);
    let servers = named
        .map(|(server, ident)| ir::Server {
            name: Name {
                ident,
                wire: server.template.clone(),
                pointer: cx.document.shown(&server.at),
            },
            docs: docs::pair(None, server.description.as_deref()),
            url: server.filled(),
            variables: variables(cx, server, &values),
        })
        .collect();
    (servers, own_server::variables(cx, drafts, schemes, &values))
}

/// The fields of a server's variant.
fn variables(cx: &Cx<'_>, server: &Read, values: &Values<'_>) -> Vec<ServerVariable> {
    let items: Vec<(&str, &str)> = server
        .variables
        .iter()
        .map(|variable| (&*variable.name, &*variable.name))
        .collect();
    let places: Vec<_> = server
        .variables
        .iter()
        .map(|variable| Some(variable.at.clone()))
        .collect();
    let idents = cx.schemas.given.names(Scope::Argument, &items, &places);
    let named = server.variables.iter().zip(idents);
    named
        .map(|(variable, ident)| self::variable(cx, variable, ident, values))
        .collect()
}

/// A variable by its name in Rust.
pub(super) fn variable(
    cx: &Cx<'_>,
    read: &ReadVariable,
    ident: ir::Ident,
    values: &Values<'_>,
) -> ServerVariable {
    ServerVariable {
        name: Name {
            ident,
            wire: read.name.clone(),
            pointer: cx.document.shown(&read.at),
        },
        docs: docs::pair(None, read.description.as_deref()),
        default: read.default.clone(),
        values: values.enum_of(read),
    }
}

/// The enums of variables: one for all that have the same name, values and default.
pub(super) struct Values<'a>(Vec<(&'a ReadVariable, ServerValues)>);

impl<'a> Values<'a> {
    /// Of all variables.
    fn of(cx: &Cx<'_>, variables: impl Iterator<Item = &'a ReadVariable>) -> Self {
        let mut different: Vec<&ReadVariable> = Vec::new();
        for variable in variables.filter(|variable| !variable.values.is_empty()) {
            if different.iter().all(|known| !known.is_like(variable)) {
                different.push(variable);
            }
        }
        // What stands beside them, and keeps its name.
        let fixed = ["Server", "OperationServer", "Client", "ClientBuilder"]
            .map(|name| (name.to_owned(), name.to_owned()));
        let texts = different
            .iter()
            .map(|variable| (variable.text(), variable.key()));
        let items: Vec<(String, String)> = fixed.into_iter().chain(texts).collect();
        let items: Vec<(&str, &str)> = items.iter().map(|(text, key)| (&**text, &**key)).collect();
        let places = different.iter().map(|variable| Some(variable.at.clone()));
        let places: Vec<_> = [None, None, None, None].into_iter().chain(places).collect();
        let idents = cx.schemas.given.names(Scope::Type, &items, &places);
        let idents = idents.into_iter().skip(4);
        let made = different.into_iter().zip(idents);
        Self(
            made.map(|(variable, ident)| (variable, enum_of(cx, variable, ident)))
                .collect(),
        )
    }

    fn enum_of(&self, variable: &ReadVariable) -> Option<ServerValues> {
        let found = self.0.iter().find(|(known, _)| known.is_like(variable));
        found.map(|(_, values)| values.clone())
    }
}

fn enum_of(cx: &Cx<'_>, variable: &ReadVariable, ident: ir::Ident) -> ServerValues {
    let values: Vec<(&str, &str)> = variable
        .values
        .iter()
        .map(|value| (value.as_str(), value.as_str()))
        .collect();
    let at = variable.at.child("enum");
    let places: Vec<_> = (0..values.len())
        .map(|index| Some(at.item(index)))
        .collect();
    let idents = cx.schemas.given.names(Scope::Variant, &values, &places);
    let variants = variable.values.iter().zip(idents).zip(places);
    let default = variable
        .values
        .iter()
        .position(|v| Some(v) == variable.default.as_ref());
    ServerValues {
        ident,
        variants: variants
            .map(|((value, ident), at)| ir::Variant {
                name: Name {
                    ident,
                    wire: value.clone(),
                    pointer: at.map_or_else(String::new, |at| cx.document.shown(&at)),
                },
                docs: Docs::default(),
            })
            .collect(),
        default: default.unwrap_or_default(),
    }
}

/// What a server is named after: host and path, without scheme and port.
pub(super) fn text(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    match rest.split_once(':') {
        Some((host, port)) if port.chars().all(|c| c.is_ascii_digit()) => host,
        _ if rest == "/" => "root",
        _ => rest,
    }
}

/// What tells servers of one host apart: their URLs, without the braces of variables unless these
/// are all the difference.
pub(super) fn spellings<'a>(templates: &[&'a str]) -> Vec<Cow<'a, str>> {
    let plain = |template: &str| template.replace(['{', '}'], "");
    let mut count: HashMap<String, usize> = HashMap::new();
    for template in templates {
        *count.entry(plain(template)).or_default() += 1;
    }
    let spelling = |template: &&'a str| match plain(template) {
        plain if count.get(&plain) == Some(&1) => Cow::Owned(plain),
        _ => Cow::Borrowed(*template),
    };
    templates.iter().map(spelling).collect()
}

#[cfg(test)]
mod tests {
    use super::{spellings, text};

    #[test]
    fn braces_count_where_nothing_else_differs() {
        assert_eq!(
            spellings(&[
                "http://{a}.b",
                "https://{a}.b",
                "http://c/{d}",
                "http://c/d"
            ]),
            ["http://a.b", "https://a.b", "http://c/{d}", "http://c/d"]
        );
    }

    #[test]
    fn servers_are_named_after_host_and_path() {
        for (url, expect) in [
            ("https://api.chaser.sh", "api.chaser.sh"),
            ("http://localhost:8000", "localhost"),
            ("https://x.example/v1", "x.example/v1"),
            ("/", "root"),
            ("/v2", "/v2"),
            (
                "https://{region}.x.example:{port}/v1",
                "{region}.x.example:{port}/v1",
            ),
            ("{url}", "{url}"),
        ] {
            assert_eq!(text(url), expect);
        }
    }
}
