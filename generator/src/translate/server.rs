//! Servers.

use openapiv3::Server;

use crate::diag::Code;
use crate::grammar::Kind;
use crate::ir::{self, Docs, Name};
use crate::naming::Scope;
use crate::tree::{FileId, Pointer};

use super::{Cx, docs};

/// The document's servers. The specification gives a document without any the server `/`, relative
/// to where it was fetched; that is nowhere here, so the caller says the base URL.
pub(super) fn servers(cx: &mut Cx<'_>) -> Vec<ir::Server> {
    let at = Pointer::root(FileId(0)).child("servers");
    let mut read: Vec<(String, Docs, String)> = Vec::new();
    let mut places = Vec::new();
    for item in cx.document.items(&at) {
        let server = cx.document.fragment::<Server>(Kind::Server, &item);
        let Some(server) = cx.ok(server) else {
            continue;
        };
        let url = filled(cx, &server, &item);
        if read.iter().any(|(known, _, _)| *known == url) {
            continue;
        }
        places.push(Some(item.clone()));
        read.push((
            url,
            docs::pair(None, server.description.as_deref()),
            cx.document.shown(&item),
        ));
    }
    let items: Vec<(&str, &str)> = read
        .iter()
        .map(|(url, _, _)| (text(url), url.as_str()))
        .collect();
    let idents = cx.schemas.given.names(Scope::Variant, &items, &places);
    let named = read.iter().zip(idents);
    named
        .map(|((url, docs, pointer), ident)| ir::Server {
            name: Name {
                ident,
                wire: url.clone(),
                pointer: pointer.clone(),
            },
            docs: docs.clone(),
        })
        .collect()
}

/// The URL with the default of each variable.
fn filled(cx: &mut Cx<'_>, server: &Server, at: &Pointer) -> String {
    let mut url = server.url.clone();
    for (name, variable) in server.variables.iter().flatten() {
        url = url.replace(&format!("{{{name}}}"), &variable.default);
        let message = format!(
            "`{{{name}}}` has its default, `{}`, in this server",
            variable.default
        );
        cx.report(
            Code::SERVER_VARIABLE,
            message,
            &at.child("variables").child(name),
        );
    }
    url
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
        ] {
            assert_eq!(text(url), expect);
        }
    }
}
