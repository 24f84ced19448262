//! Security schemes, and which of them an operation takes.

use openapiv3::{APIKeyLocation, SecurityRequirement, SecurityScheme};

use crate::diag::Code;
use crate::grammar::Kind;
use crate::ir::{Fact, Location, Name, Scheme, SchemeKind};
use crate::naming::Scope;
use crate::tree::{FileId, Pointer};

use super::paths::Found;
use super::{Cx, components, docs, oauth};

/// The schemes that a credential is sent for, each with its key, in document order.
pub(super) fn schemes(cx: &mut Cx<'_>) -> Vec<(String, Scheme)> {
    let at = components("securitySchemes");
    let members = cx.document.members(&at);
    let items: Vec<(&str, &str)> = members.iter().map(|(key, _)| (*key, *key)).collect();
    let places: Vec<_> = members.iter().map(|(_, at)| Some(at.clone())).collect();
    let idents = cx.schemas.given.names(Scope::Builder, &items, &places);
    let read = members.iter().zip(idents).filter_map(|((key, at), ident)| {
        let name = Name {
            ident,
            wire: (*key).to_owned(),
            pointer: cx.document.shown(at),
        };
        Some(((*key).to_owned(), scheme(cx, at, name)?))
    });
    read.collect()
}

fn scheme(cx: &mut Cx<'_>, at: &Pointer, name: Name) -> Option<Scheme> {
    let at = cx.follow(at)?;
    let read = cx.sound::<SecurityScheme>(Kind::SecurityScheme, &at)?;
    let (kind, description) = match &read {
        SecurityScheme::APIKey {
            location,
            name,
            description,
            ..
        } => (
            SchemeKind::ApiKey(place(location), name.clone()),
            description,
        ),
        SecurityScheme::HTTP {
            scheme,
            description,
            ..
        } => match scheme.to_lowercase().as_str() {
            "basic" => (SchemeKind::Basic, description),
            "bearer" => (SchemeKind::Bearer, description),
            _ => (SchemeKind::Authorization(scheme.clone()), description),
        },
        // Both come down to an access token, which RFC 6750 sends as a bearer token.
        SecurityScheme::OAuth2 { description, .. }
        | SecurityScheme::OpenIDConnect { description, .. } => (SchemeKind::Bearer, description),
    };
    let mut docs = docs::pair(None, description.as_deref());
    docs.facts = facts(&read);
    Some(Scheme { name, docs, kind })
}

/// What a program needs to know that gets the token itself.
fn facts(scheme: &SecurityScheme) -> Vec<Fact> {
    match scheme {
        SecurityScheme::HTTP { bearer_format, .. } => {
            let format = bearer_format.iter().filter(|format| !format.is_empty());
            let fact = |format: &String| Fact::own("The token's format: ").quote(format).and(".");
            format.map(fact).collect()
        }
        SecurityScheme::OpenIDConnect {
            open_id_connect_url,
            ..
        } => {
            vec![
                Fact::own("OpenID Connect: ")
                    .quote(open_id_connect_url)
                    .and("."),
            ]
        }
        SecurityScheme::OAuth2 { flows, .. } => oauth::facts(flows),
        SecurityScheme::APIKey { .. } => Vec::new(),
    }
}

fn place(location: &APIKeyLocation) -> Location {
    match location {
        APIKeyLocation::Query => Location::Query,
        APIKeyLocation::Header => Location::Header,
        APIKeyLocation::Cookie => Location::Cookie,
    }
}

/// Where `lower` keeps the schemes that 3.0 does not know: mutual TLS.
fn mutual() -> Pointer {
    let components = Pointer::root(FileId(0)).child("components");
    components.child("x-restitch-securitySchemes")
}

/// What an operation asks for beside a credential: scopes that the token has to have, and
/// certificates, which no builder has a method for.
pub(super) fn demands(cx: &Cx<'_>, found: &Found) -> Vec<Fact> {
    let at = match found.operation.security {
        Some(_) => found.at.child("security"),
        None => Pointer::root(FileId(0)).child("security"),
    };
    let mut facts: Vec<Fact> = Vec::new();
    for item in cx.document.items(&at) {
        for (name, at) in cx.document.members(&item) {
            let fact = if cx.document.node(&mutual().child(name)).is_some() {
                let fact = Fact::own("Security scheme ").quote(name);
                Some(fact.and(": mutual TLS, so the transport needs a client certificate."))
            } else {
                scopes(cx, name, &at)
            };
            facts.extend(fact.filter(|fact| !facts.contains(fact)));
        }
    }
    facts
}

/// `Scopes of oauth: read, write.`
fn scopes(cx: &Cx<'_>, scheme: &str, at: &Pointer) -> Option<Fact> {
    let scopes = cx.document.items(at);
    let scopes = scopes
        .iter()
        .filter_map(|at| cx.document.node(at)?.as_str());
    let scopes: Vec<&str> = scopes.collect();
    let (first, others) = scopes.split_first()?;
    let fact = Fact::own("Scopes of ")
        .quote(scheme)
        .and(": ")
        .quote(*first);
    let all = others
        .iter()
        .fold(fact, |fact, scope| fact.and(", ").quote(*scope));
    Some(all.and("."))
}

/// What holds where an operation says nothing.
pub(super) struct Usual {
    alternatives: Vec<Vec<usize>>,
}

impl Usual {
    /// The document's own `security`. Where it has none and no operation has one either, every
    /// scheme is an alternative, and so is none at all: a credential is sent when the caller gave
    /// one.
    pub(super) fn of(cx: &mut Cx<'_>, found: &[Found], schemes: &[(String, Scheme)]) -> Self {
        let at = Pointer::root(FileId(0)).child("security");
        if cx.document.node(&at).is_some() {
            let read = cx
                .document
                .items(&at)
                .iter()
                .map(|item| requirement(cx, item))
                .collect::<Vec<_>>();
            return Self {
                alternatives: alternatives(cx, &at, read.into_iter().flatten(), schemes),
            };
        }
        let silent = found.iter().all(|found| found.operation.security.is_none());
        if !silent || schemes.is_empty() {
            return Self {
                alternatives: Vec::new(),
            };
        }
        let message =
            "no `security` names a scheme: a credential is sent with every call when one is given";
        cx.report(
            Code::OPTIONAL_SECURITY,
            message,
            &components("securitySchemes"),
        );
        Self {
            alternatives: any(schemes),
        }
    }

    /// The alternatives of an operation.
    pub(super) fn or_own(
        &self,
        cx: &mut Cx<'_>,
        found: &Found,
        schemes: &[(String, Scheme)],
    ) -> Vec<Vec<usize>> {
        match &found.operation.security {
            Some(own) => alternatives(
                cx,
                &found.at.child("security"),
                own.iter().cloned(),
                schemes,
            ),
            None => self.alternatives.clone(),
        }
    }
}

fn requirement(cx: &mut Cx<'_>, at: &Pointer) -> Option<SecurityRequirement> {
    let read = cx
        .document
        .fragment::<SecurityRequirement>(Kind::SecurityRequirement, at);
    cx.ok(read)
}

/// Requirements as indices of schemes. Schemes that send nothing (mutual TLS) drop out of their
/// alternative; an alternative with one that is unknown or could not be read is left out.
fn alternatives(
    cx: &mut Cx<'_>,
    at: &Pointer,
    requirements: impl Iterator<Item = SecurityRequirement>,
    schemes: &[(String, Scheme)],
) -> Vec<Vec<usize>> {
    let declared = components("securitySchemes");
    let (mut out, mut unknown) = (Vec::new(), false);
    for (index, requirement) in requirements.enumerate() {
        let mut together = Some(Vec::new());
        for name in requirement.keys() {
            let known = schemes.iter().position(|(key, _)| key == name);
            if let Some(index) = known {
                if let Some(list) = &mut together {
                    list.push(index);
                }
                continue;
            }
            if cx.document.node(&mutual().child(name)).is_some() {
                continue;
            }
            // One that is there could not be read, which was reported where it stands.
            if cx.document.node(&declared.child(name)).is_none() {
                let message = format!("no security scheme is called `{name}`");
                let fault = cx
                    .document
                    .fault(Code::UNKNOWN_SCHEME, message, &at.item(index));
                cx.sink.push(fault.help(
                    "declare it under `components.securitySchemes`; until then any credential \
                     that the client holds is sent",
                ));
            }
            (together, unknown) = (None, true);
        }
        // They go together: the order in which they are written means nothing.
        out.extend(together.map(|mut list| {
            list.sort_by_key(|index| schemes.get(*index).map(|(name, _)| name));
            list
        }));
    }
    if out.is_empty() && unknown {
        any(schemes)
    } else {
        out
    }
}

/// Each scheme alone, or none: a credential is sent when the caller gave one.
fn any(schemes: &[(String, Scheme)]) -> Vec<Vec<usize>> {
    let mut each: Vec<usize> = (0..schemes.len()).collect();
    each.sort_by_key(|index| schemes.get(*index).map(|(name, _)| name));
    let each = each.into_iter().map(|index| vec![index]);
    each.chain([Vec::new()]).collect()
}
