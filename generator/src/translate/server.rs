//! Servers: of the document, which a client chooses among, and of paths and operations.

use crate::diag::Code;
use crate::ir::{self, Docs, Fact, Name, OwnServer, ServerValues, ServerVariable};
use crate::naming::Scope;
use crate::tree::{FileId, Pointer};

use super::paths::Found;
use super::server_object::{Read, ReadVariable};
use super::{Cx, docs, server_object};

/// The document's servers. The specification gives a document without any the server `/`, relative
/// to where it was fetched; that is nowhere here, so the caller says the base URL.
pub(super) fn servers(cx: &mut Cx<'_>) -> Vec<ir::Server> {
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
    let items: Vec<(&str, &str)> = read
        .iter()
        .map(|server| {
            let name = server.name.as_deref();
            (name.unwrap_or(text(&server.template)), &*server.template)
        })
        .collect();
    let places: Vec<_> = read.iter().map(|server| Some(server.at.clone())).collect();
    let idents = cx.schemas.given.names(Scope::Variant, &items, &places);
    let values = Values::of(cx, &read);
    let named = read.iter().zip(idents);
    named
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
        .collect()
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
        .map(|(variable, ident)| ServerVariable {
            name: Name {
                ident,
                wire: variable.name.clone(),
                pointer: cx.document.shown(&variable.at),
            },
            docs: docs::pair(None, variable.description.as_deref()),
            default: variable.default.clone(),
            values: values.enum_of(variable),
        })
        .collect()
}

/// The enums of variables: one for all that have the same name, values and default.
struct Values<'a>(Vec<(&'a ReadVariable, ServerValues)>);

impl<'a> Values<'a> {
    fn of(cx: &Cx<'_>, servers: &'a [Read]) -> Self {
        let mut different: Vec<(&ReadVariable, String)> = Vec::new();
        for server in servers {
            for variable in server.variables.iter().filter(|v| !v.values.is_empty()) {
                if different.iter().all(|(known, _)| !known.is_like(variable)) {
                    different.push((variable, format!("{} {}", server.template, variable.name)));
                }
            }
        }
        // What stands beside them, and keeps its name.
        let fixed =
            ["Server", "Client", "ClientBuilder"].map(|name| (name.to_owned(), name.to_owned()));
        let texts = different
            .iter()
            .map(|(variable, key)| (format!("server {}", variable.name), key.clone()));
        let items: Vec<(String, String)> = fixed.into_iter().chain(texts).collect();
        let items: Vec<(&str, &str)> = items.iter().map(|(text, key)| (&**text, &**key)).collect();
        let places = different
            .iter()
            .map(|(variable, _)| Some(variable.at.clone()));
        let places: Vec<_> = [None, None, None].into_iter().chain(places).collect();
        let idents = cx.schemas.given.names(Scope::Type, &items, &places);
        let idents = idents.into_iter().skip(3);
        let made = different.into_iter().zip(idents);
        Self(
            made.map(|((variable, _), ident)| (variable, enum_of(cx, variable, ident)))
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

/// The servers of an operation, or of its path where it has none: calls go to the first, with its
/// variables at their defaults.
pub(super) fn own(cx: &mut Cx<'_>, found: &Found) -> Vec<OwnServer> {
    let servers = [&found.at, &found.item].map(|holder| holder.child("servers"));
    let own = servers.into_iter().map(|at| cx.document.items(&at));
    let own = own.into_iter().find(|items| !items.is_empty());
    let mut out: Vec<OwnServer> = Vec::new();
    for item in own.unwrap_or_default() {
        let Some(server) = server_object::read(cx, &item) else {
            continue;
        };
        for variable in &server.variables {
            let default = variable.default.as_deref().unwrap_or_default();
            let name = &variable.name;
            let message = format!("`{{{name}}}` has its default, `{default}`, in this server");
            cx.report(Code::SERVER_VARIABLE, message, &variable.at);
        }
        out.push(OwnServer {
            url: server.filled(),
            docs: docs::pair(None, server.description.as_deref()),
            pointer: cx.document.shown(&item),
        });
    }
    out
}

/// Where calls go, as documentation.
pub(super) fn facts(servers: &[OwnServer]) -> Vec<Fact> {
    let Some((first, others)) = servers.split_first() else {
        return Vec::new();
    };
    let mut fact = Fact::own("Calls go to ").quote(&first.url);
    for (index, other) in others.iter().enumerate() {
        let before = if index == 0 {
            ", or by `with_base_url` to "
        } else {
            " or "
        };
        fact = fact.and(before).quote(&other.url);
    }
    vec![fact.and(", unless the client was built with a base URL.")]
}

/// What a server is named after: host and path, without scheme and port.
fn text(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    match rest.split_once(':') {
        Some((host, port)) if port.chars().all(|c| c.is_ascii_digit()) => host,
        _ if rest == "/" => "root",
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::text;

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
