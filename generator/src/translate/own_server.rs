//! Servers of paths and operations, and the methods of the builder that choose among them and set
//! their variables.

use crate::ir::{Docs, Fact, Name, OwnChoice, OwnServer, OwnValue, OwnVariable, Scheme};
use crate::naming::{self, Scope};
use crate::order::sort_by;
use crate::tree::Pointer;

use super::paths::Found;
use super::server::{self, Values};
use super::server_object::{Read, ReadVariable};
use super::{Cx, docs, server_object};

/// A variable that some operations' servers have.
pub(super) struct Draft {
    pub(super) variable: ReadVariable,
    /// The first of their URLs, by the alphabet.
    pub(super) template: String,
    /// Whether an operation needs it that is generated.
    is_wanted: bool,
}

/// A server that an operation has beside others.
pub(super) struct Choice {
    /// The URL with its variables in braces: such as have the same are one.
    template: String,
    name: Option<String>,
    docs: Docs,
    url: String,
    at: Pointer,
    is_wanted: bool,
}

/// The servers of an operation, or of its path where it has none: calls go to the first, or to the one
/// that the builder chooses. Their variables are methods of the builder, if the operation `is_wanted`.
pub(super) fn own(cx: &mut Cx<'_>, found: &Found, is_wanted: bool) -> Vec<OwnServer> {
    let servers = [&found.at, &found.item].map(|holder| holder.child("servers"));
    let own = servers.into_iter().map(|at| cx.document.items(&at));
    let own = own.into_iter().find(|items| !items.is_empty());
    let mut read: Vec<Read> = Vec::new();
    for item in own.unwrap_or_default() {
        if let Some(server) = server_object::read(cx, &item)
            && read.iter().all(|known| known.template != server.template)
        {
            read.push(server);
        }
    }
    let several = read.len() > 1;
    let servers = read.into_iter().map(|server| {
        let choice = several.then(|| choice(cx, &server, is_wanted));
        let variables = server.variables.iter().map(|variable| OwnValue {
            name: variable.name.clone(),
            slot: slot(cx, variable, &server.template, is_wanted),
            default: variable.default.clone(),
        });
        OwnServer {
            choice,
            variables: variables.collect(),
            url: server.filled(),
            docs: docs::pair(None, server.description.as_deref()),
            pointer: cx.document.shown(&server.at),
            template: server.template,
        }
    });
    servers.collect()
}

/// Where calls go, as documentation.
pub(super) fn facts(servers: &[OwnServer]) -> Vec<Fact> {
    let Some((first, others)) = servers.split_first() else {
        return Vec::new();
    };
    let mut fact = Fact::own("Calls go to ").quote(&first.url);
    for (index, other) in others.iter().enumerate() {
        let before = if index == 0 {
            ", or by the builder's `operation_server` to "
        } else {
            " or "
        };
        fact = fact.and(before).quote(&other.url);
    }
    vec![fact.and(", unless the client was built with a base URL.")]
}

/// The place of a server among those of all operations. Of such as are one, that which is written
/// first by its pointer counts.
fn choice(cx: &mut Cx<'_>, server: &Read, is_wanted: bool) -> usize {
    let mut choice = Choice {
        template: server.template.clone(),
        name: server.name.clone(),
        docs: docs::pair(None, server.description.as_deref()),
        url: server.filled(),
        at: server.at.clone(),
        is_wanted,
    };
    let known = cx.own_servers.iter();
    let mut known = known.map(|known| &known.template);
    let Some(slot) = known.position(|template| *template == choice.template) else {
        cx.own_servers.push(choice);
        return cx.own_servers.len() - 1;
    };
    let known = &mut cx.own_servers[slot];
    known.is_wanted |= is_wanted;
    choice.is_wanted = known.is_wanted;
    if cx.document.shown(&choice.at) < cx.document.shown(&known.at) {
        *known = choice;
    }
    slot
}

/// The servers that can be chosen, by the variants of their enum.
pub(super) fn choices(cx: &mut Cx<'_>) -> Vec<OwnChoice> {
    let choices = std::mem::take(&mut cx.own_servers);
    let templates: Vec<&str> = choices.iter().map(|choice| &*choice.template).collect();
    let spellings = server::spellings(&templates);
    let items: Vec<(&str, &str)> = choices
        .iter()
        .zip(&spellings)
        .map(|(choice, spelling)| {
            let name = choice.name.as_deref();
            (name.unwrap_or(server::text(&choice.template)), &**spelling)
        })
        .collect();
    let places: Vec<_> = choices.iter().map(|it| Some(it.at.clone())).collect();
    let idents = cx.schemas.given.names(Scope::Variant, &items, &places);
    let named = choices.iter().zip(idents).enumerate();
    let wanted = named.filter(|(_, (choice, _))| choice.is_wanted);
    let mut out: Vec<OwnChoice> = wanted
        .map(|(slot, (choice, ident))| OwnChoice {
            slot,
            name: Name {
                ident,
                wire: choice.template.clone(),
                pointer: cx.document.shown(&choice.at),
            },
            docs: choice.docs.clone(),
            url: choice.url.clone(),
        })
        .collect();
    sort_by(&mut out, |a, b| a.name.ident.cmp(&b.name.ident));
    out
}

/// The place of a variable among those of all operations.
fn slot(cx: &mut Cx<'_>, variable: &ReadVariable, template: &str, is_wanted: bool) -> usize {
    let known = cx.own_variables.iter();
    let mut known = known.map(|draft| draft.variable.is_like(variable));
    let Some(slot) = known.position(|is_like| is_like) else {
        cx.own_variables.push(Draft {
            variable: variable.clone(),
            template: template.to_owned(),
            is_wanted,
        });
        return cx.own_variables.len() - 1;
    };
    let draft = &mut cx.own_variables[slot];
    draft.is_wanted |= is_wanted;
    if template < draft.template.as_str() {
        draft.variable = variable.clone();
        template.clone_into(&mut draft.template);
    }
    slot
}

/// The variables by the builder's methods, beside those of the security schemes.
pub(super) fn variables(
    cx: &Cx<'_>,
    drafts: &[Draft],
    schemes: &[Scheme],
    values: &Values<'_>,
) -> Vec<OwnVariable> {
    let variables = drafts.iter().map(|draft| &draft.variable);
    let texts = variables.map(|variable| (variable.text(), variable.key()));
    let texts: Vec<(String, String)> = texts.collect();
    let items: Vec<(&str, &str)> = texts.iter().map(|(text, key)| (&**text, &**key)).collect();
    let places = drafts.iter().map(|draft| Some(draft.variable.at.clone()));
    let places: Vec<_> = places.collect();
    let idents = cx.schemas.given.names(Scope::Builder, &items, &places);
    let taken: Vec<_> = schemes
        .iter()
        .map(|scheme| scheme.name.ident.clone())
        .collect();
    let named = drafts.iter().zip(idents).enumerate();
    let wanted = named.filter(|(_, (draft, _))| draft.is_wanted);
    wanted
        .map(|(slot, (draft, ident))| {
            let ident = if taken.contains(&ident) {
                naming::beside(Scope::Builder, ident.as_str(), &taken)
            } else {
                ident
            };
            OwnVariable {
                slot,
                variable: server::variable(cx, &draft.variable, ident, values),
            }
        })
        .collect()
}
