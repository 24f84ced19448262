//! Servers of paths and operations, and the methods of the builder that set their variables.

use crate::diag::Code;
use crate::ir::{Fact, OwnServer, OwnValue, OwnVariable, Scheme};
use crate::naming::{self, Scope};

use super::paths::Found;
use super::server::{self, Values};
use super::server_object::ReadVariable;
use super::{Cx, docs, server_object};

/// A variable that some operations' servers have.
pub(super) struct Draft {
    pub(super) variable: ReadVariable,
    /// The first of their URLs, by the alphabet.
    pub(super) template: String,
    /// Whether an operation needs it that is generated.
    is_wanted: bool,
}

/// The servers of an operation, or of its path where it has none: calls go to the first. Its variables
/// are methods of the builder, if the operation `is_wanted`.
pub(super) fn own(cx: &mut Cx<'_>, found: &Found, is_wanted: bool) -> Vec<OwnServer> {
    let servers = [&found.at, &found.item].map(|holder| holder.child("servers"));
    let own = servers.into_iter().map(|at| cx.document.items(&at));
    let own = own.into_iter().find(|items| !items.is_empty());
    let mut out: Vec<OwnServer> = Vec::new();
    for item in own.unwrap_or_default() {
        let Some(server) = server_object::read(cx, &item) else {
            continue;
        };
        let mut variables = Vec::new();
        for variable in &server.variables {
            if out.is_empty() {
                variables.push(OwnValue {
                    name: variable.name.clone(),
                    slot: slot(cx, variable, &server.template, is_wanted),
                    default: variable.default.clone(),
                });
                continue;
            }
            let default = variable.default.as_deref().unwrap_or_default();
            let name = &variable.name;
            let message = format!("`{{{name}}}` has its default, `{default}`, in this server");
            cx.report(Code::SERVER_VARIABLE, message, &variable.at);
        }
        out.push(OwnServer {
            url: server.filled(),
            template: server.template.clone(),
            variables,
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
    let texts = drafts.iter().map(|draft| {
        let name = &draft.variable.name;
        (
            format!("server {name}"),
            format!("{} {name}", draft.template),
        )
    });
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
