//! Security schemes, and which of them an operation takes.

use openapiv3::{APIKeyLocation, SecurityRequirement, SecurityScheme};

use crate::diag::{Code, Edit};
use crate::grammar::Kind;
use crate::ir::{Docs, Fact, Location, Name, Parameter, Scheme, SchemeKind};
use crate::naming::Scope;
use crate::order::sort_by_key;
use crate::tree::{FileId, Pointer};

use super::paths::Found;
use super::{Cx, components, docs, oauth};

/// The schemes that a credential is sent for, each with its key: those that are declared, in document
/// order, and those that `security` names and that can not be read, or are not there.
pub(super) fn schemes(
    cx: &mut Cx<'_>,
    found: &[Found],
    usual: Option<&[SecurityRequirement]>,
) -> Vec<(String, Scheme)> {
    let at = components("securitySchemes");
    let declared = cx.document.members(&at).into_iter();
    let mut members: Vec<(String, Pointer)> =
        declared.map(|(key, at)| (key.to_owned(), at)).collect();
    for (name, at) in named(found, usual) {
        let known = members.iter().any(|(key, _)| *key == name);
        if !known && cx.document.node(&mutual().child(&name)).is_none() {
            members.push((name, at));
        }
    }
    let items: Vec<(&str, &str)> = members.iter().map(|(key, _)| (&**key, &**key)).collect();
    let places: Vec<_> = members.iter().map(|(_, at)| Some(at.clone())).collect();
    let idents = cx.schemas.given.names(Scope::Builder, &items, &places);
    let is_named = |key: &str| named(found, usual).any(|(name, _)| name == key);
    let read = members
        .iter()
        .zip(idents)
        .filter_map(|((key, member), ident)| {
            let name = Name {
                ident,
                wire: key.clone(),
                pointer: cx.document.shown(member),
            };
            let is_declared = member.is_below(&at);
            let described = is_declared.then(|| scheme(cx, member, name.clone()));
            let made = described.flatten().or_else(|| {
                let undescribed = Scheme {
                    name,
                    docs: Docs::default(),
                    kind: SchemeKind::Undescribed,
                };
                is_named(key).then_some(undescribed)
            })?;
            Some((key.clone(), made))
        });
    read.collect()
}

/// The names that stand in `security`, of the document and of operations, with where they do.
fn named<'a>(
    found: &'a [Found],
    usual: Option<&'a [SecurityRequirement]>,
) -> impl Iterator<Item = (String, Pointer)> + 'a {
    let root = Pointer::root(FileId(0)).child("security");
    let usual = usual.into_iter().map(move |list| (root.clone(), list));
    let own = found.iter().filter_map(|found| {
        let list = found.operation.security.as_deref()?;
        Some((found.at.child("security"), list))
    });
    usual.chain(own).flat_map(|(at, list)| {
        let each = list.iter().enumerate();
        each.flat_map(move |(index, requirement)| {
            let at = at.item(index);
            let keys = requirement.keys().cloned();
            keys.map(move |key| (key, at.clone()))
        })
    })
}

/// The document's own `security`, if it has one. What can't be read of it is a requirement by a name
/// that no scheme has, as in `lower`: it asks for something.
pub(super) fn usual(cx: &mut Cx<'_>) -> Option<Vec<SecurityRequirement>> {
    let at = Pointer::root(FileId(0)).child("security");
    let nameless = |at: &Pointer| SecurityRequirement::from_iter([(at.to_string(), Vec::new())]);
    cx.document.node(&at)?;
    let items = cx.document.items(&at);
    let read = items.iter().map(|item| {
        let read = cx
            .document
            .fragment::<SecurityRequirement>(Kind::SecurityRequirement, item);
        cx.ok(read).unwrap_or_else(|| nameless(item))
    });
    Some(read.collect())
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
    pub(super) fn of(
        cx: &mut Cx<'_>,
        found: &[Found],
        usual: Option<&[SecurityRequirement]>,
        schemes: &[(String, Scheme)],
    ) -> Self {
        if let Some(usual) = usual {
            let at = Pointer::root(FileId(0)).child("security");
            return Self {
                alternatives: alternatives(cx, &at, usual, schemes),
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
            alternatives: each(schemes).chain([Vec::new()]).collect(),
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
            Some(own) => alternatives(cx, &found.at.child("security"), own, schemes),
            None => self.alternatives.clone(),
        }
    }
}

/// Requirements as indices of schemes. Schemes that send nothing (mutual TLS) drop out of their
/// alternative. Where each has a scheme that the document does not describe, any other credential that
/// the client holds will do as well: but none will not.
fn alternatives(
    cx: &mut Cx<'_>,
    at: &Pointer,
    requirements: &[SecurityRequirement],
    schemes: &[(String, Scheme)],
) -> Vec<Vec<usize>> {
    let (mut out, mut undescribed) = (Vec::new(), 0);
    for (index, requirement) in requirements.iter().enumerate() {
        let mut together = Vec::new();
        for name in requirement.keys() {
            together.extend(schemes.iter().position(|(key, _)| key == name));
            undeclared(cx, &at.item(index), name);
        }
        // They go together: the order in which they are written means nothing.
        sort_by_key(&mut together, |index| {
            schemes.get(*index).map(|(name, _)| name)
        });
        undescribed += usize::from(together.iter().any(|index| !is_described(schemes, *index)));
        clash(cx, &together, schemes);
        out.push(together);
    }
    if undescribed > 0 && undescribed == out.len() {
        let others = each(schemes).filter(|alone| !out.contains(alone));
        let others: Vec<_> = others.collect();
        out.extend(others);
    }
    out
}

/// Says that of credentials that go together two have one place, once of two: a request has one of a
/// name. Two tokens may well be one token.
fn clash(cx: &mut Cx<'_>, together: &[usize], schemes: &[(String, Scheme)]) {
    let mut seen: Vec<(Location, &str, &(String, Scheme))> = Vec::new();
    for own in together.iter().filter_map(|index| schemes.get(*index)) {
        let (key, Scheme { kind, .. }) = own;
        let (location, name) = match kind {
            SchemeKind::ApiKey(location, name) => (*location, name.as_str()),
            _ => (Location::Header, "Authorization"),
        };
        let mut others = seen.iter();
        let other = others.find(|(at, other, _)| *at == location && is_one(location, other, name));
        if let Some((.., (other, as_other))) = other {
            let message = format!(
                "where the credentials of `{other}` and `{key}` go together, both are `{name}`, of \
                 which a request has one: that of `{key}` is sent"
            );
            let code = if [&as_other.kind, kind] == [&SchemeKind::Bearer; 2] {
                Code::IGNORED_HERE
            } else {
                Code::MALFORMED
            };
            let at = components("securitySchemes").child(key);
            let fault = cx.document.fault_at_key(code, message, &at);
            let help = "if either will do, make them two items of `security`";
            cx.sink.push(fault.help(help));
        }
        seen.push((location, name, own));
    }
}

/// Whether two names are one there: headers have no case.
fn is_one(location: Location, a: &str, b: &str) -> bool {
    a == b || location == Location::Header && a.eq_ignore_ascii_case(b)
}

/// Says which parameters a credential is sent in the place of: a request has one of a name.
pub(super) fn overlaps(
    cx: &mut Cx<'_>,
    found: &Found,
    parameters: &[Parameter],
    alternatives: &[Vec<usize>],
    schemes: &[(String, Scheme)],
) {
    for index in alternatives.iter().flatten() {
        let Some((key, scheme)) = schemes.get(*index) else {
            continue;
        };
        let SchemeKind::ApiKey(location, name) = &scheme.kind else {
            continue;
        };
        let is_same =
            |it: &&Parameter| it.location == *location && is_one(*location, &it.name.wire, name);
        if parameters.iter().any(|it| is_same(&it)) {
            let message = format!(
                "`{name}` is a parameter and the credential of `{key}`: that is sent where the \
                 client has it, and not what a call gives"
            );
            cx.report_key(Code::IGNORED_HERE, message, &found.at);
        }
    }
}

/// Says that a scheme is not there. One that is there and could not be read was reported where it
/// stands, and so was what is no requirement.
fn undeclared(cx: &mut Cx<'_>, at: &Pointer, name: &str) {
    let places = [components("securitySchemes"), mutual()];
    let mut places = places.iter().map(|at| at.child(name));
    let nameless = [Some(at.clone()), at.parent()];
    let mut nameless = nameless.iter().flatten();
    if places.any(|at| cx.document.node(&at).is_some())
        || nameless.any(|at| *name == at.to_string())
    {
        return;
    }
    let message = format!("no security scheme is called `{name}`");
    let mut fault = cx.document.fault(Code::UNKNOWN_SCHEME, message, at);
    let wanted = components("securitySchemes").child(name).to_string();
    let near = cx.document.nearest(at, &wanted.replace('%', "%25"));
    let near = near.and_then(|near| cx.document.pointer(&near.replace('%', "%25")));
    let near = near.and_then(|near| Some(near.last()?.into_owned()));
    let help = match near {
        Some(near) => {
            let help = format!("there is `{near}`");
            fault = fault.edit(Edit::Rename(at.child(name), near));
            help
        }
        None => "declare it under `components.securitySchemes`".to_owned(),
    };
    cx.sink.push(fault.help(format!(
        "{help}; until then a call is sent with the builder's method of that name, and not without a \
         credential",
    )));
}

fn is_described(schemes: &[(String, Scheme)], index: usize) -> bool {
    let scheme = schemes.get(index);
    scheme.is_some_and(|(_, scheme)| scheme.kind != SchemeKind::Undescribed)
}

/// Each described scheme alone.
fn each(schemes: &[(String, Scheme)]) -> impl Iterator<Item = Vec<usize>> + '_ {
    let mut each: Vec<usize> = (0..schemes.len()).collect();
    sort_by_key(&mut each, |index| schemes.get(*index).map(|(name, _)| name));
    let each = each
        .into_iter()
        .filter(|index| is_described(schemes, *index));
    each.map(|index| vec![index])
}
