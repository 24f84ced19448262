//! Which credentials go along.

use std::sync::Arc;

use http::header::{AUTHORIZATION, COOKIE};

use super::{Head, name_of, put};
use crate::call::Parts;
use crate::client::{Credential, Kept, TokenSource};
use crate::error::{RequestError, TokenCause};
use crate::params;
use crate::tables::{Scheme, SchemeKind};

/// Whether the call goes to an origin that credentials are for: the client's own, or one that the
/// program trusts beside it. A base URL for one call may come out of an earlier answer, and that of
/// an operation comes from the document, so neither gets anything of the client's otherwise: a
/// program that means to send credentials elsewhere says so, or gives them with the call.
pub(super) fn at_home(call: &Parts) -> bool {
    call.base
        .as_ref()
        .is_none_or(|base| call.client.trusts(base.origin()))
}

/// The first alternative that is at hand as a whole. One that asks for nothing comes last, wherever
/// it stands: the document allows both, and the client was given a credential to be sent.
fn chosen(call: &Parts, head: &Head) -> Option<&'static [usize]> {
    let whole = |alternative: &&&[usize]| {
        let mut schemes = alternative.iter();
        !alternative.is_empty() && schemes.all(|&scheme| at_hand(call, head, scheme))
    };
    call.info.security.iter().find(whole).copied()
}

/// Those of an alternative that the client has to add.
fn added<'a>(call: &'a Parts, alternative: &'static [usize]) -> impl Iterator<Item = usize> + 'a {
    let schemes = alternative.iter().copied();
    schemes.filter(|&scheme| !in_call(call, scheme))
}

/// Adds the credentials of the chosen alternative. Only where none is at hand, the call goes without
/// any, if the document allows that.
pub(super) fn apply(call: &Parts, head: &mut Head) -> Result<(), RequestError> {
    let alternatives = call.info.security;
    let Some(alternative) = chosen(call, head) else {
        let open = alternatives.is_empty() || alternatives.iter().any(|a| a.is_empty());
        return if open {
            Ok(())
        } else {
            Err(missing(call, head))
        };
    };
    for scheme in added(call, alternative) {
        match client_holds(call, scheme) {
            Some(Kept::Ready(credential)) => put(credential, head),
            Some(Kept::Source(_)) => match call.tokens.iter().find(|(at, _)| *at == scheme) {
                Some((_, token)) => put(token, head),
                None => return Err(not_asked(call, scheme)),
            },
            None => {}
        }
    }
    Ok(())
}

/// A source of a token that a call needs.
pub(crate) struct Source {
    scheme: usize,
    of: Scheme,
    asked: Arc<dyn TokenSource>,
}

/// Those of the chosen alternative.
pub(super) fn sources(call: &Parts, head: &Head) -> Vec<Source> {
    let source = |scheme: usize| match client_holds(call, scheme)? {
        Kept::Source(source) => Some(Source {
            scheme,
            of: *call.client.api().schemes.get(scheme)?,
            asked: source.clone(),
        }),
        Kept::Ready(_) => None,
    };
    let alternative = chosen(call, head).unwrap_or_default();
    added(call, alternative).filter_map(source).collect()
}

impl Source {
    /// The token, as the request takes it.
    pub(crate) async fn ask(self) -> Result<(usize, Credential), RequestError> {
        let failed = |reason: &str, cause| RequestError::Token {
            scheme: self.of.key,
            reason: reason.to_owned(),
            cause,
        };
        let token = self.asked.token().await;
        let token = token.map_err(|cause| failed("its source failed", Some(TokenCause(cause))))?;
        match Credential::new(self.of.kind, &token) {
            Ok(credential) => Ok((self.scheme, credential)),
            Err(reason) => Err(failed(reason, None)),
        }
    }
}

fn not_asked(call: &Parts, scheme: usize) -> RequestError {
    let of = call.client.api().schemes.get(scheme);
    RequestError::Token {
        scheme: of.map_or("", |scheme| scheme.key),
        reason: "it has a source, which only sending the call asks".to_owned(),
        cause: None,
    }
}

/// Whether a scheme's credential is there, wherever it was given.
fn at_hand(call: &Parts, head: &Head, scheme: usize) -> bool {
    client_holds(call, scheme).is_some() || in_call(call, scheme) || in_head(call, head, scheme)
}

fn client_holds(call: &Parts, scheme: usize) -> Option<&Kept> {
    call.client.credential(scheme).filter(|_| at_home(call))
}

/// Whether the call itself gives what the scheme wants, by `with_header` or `with_query`.
fn in_call(call: &Parts, scheme: usize) -> bool {
    match kind(call, scheme) {
        Some(SchemeKind::Query(name)) => call.query.iter().any(|(key, _)| key == name),
        // To look a name up is to read it first.
        Some(kind) if !call.headers.is_empty() => {
            header_of(kind).is_some_and(|name| call.headers.contains_key(name))
        }
        _ => false,
    }
}

/// Whether a parameter or a default header does.
fn in_head(call: &Parts, head: &Head, scheme: usize) -> bool {
    let has = |pairs: &[String], name: &str| {
        let name = params::encoded(name);
        pairs.iter().any(|pair| name_of(pair) == Some(&name))
    };
    match kind(call, scheme) {
        Some(SchemeKind::Query(name)) => has(&head.query, name),
        Some(SchemeKind::Cookie(name)) if has(&head.cookies, name) => true,
        kind => {
            let name = kind.and_then(header_of);
            name.is_some_and(|name| head.headers.contains_key(name))
        }
    }
}

fn kind(call: &Parts, scheme: usize) -> Option<SchemeKind> {
    call.client
        .api()
        .schemes
        .get(scheme)
        .map(|scheme| scheme.kind)
}

fn header_of(kind: SchemeKind) -> Option<&'static str> {
    match kind {
        SchemeKind::Bearer | SchemeKind::Basic | SchemeKind::Authorization => {
            Some(AUTHORIZATION.as_str())
        }
        SchemeKind::Header(name) => Some(name),
        SchemeKind::Cookie(_) => Some(COOKIE.as_str()),
        SchemeKind::Query(_) => None,
    }
}

fn missing(call: &Parts, head: &Head) -> RequestError {
    let schemes = call.client.api().schemes;
    let of = |alternative: &&[usize]| {
        let missing = alternative
            .iter()
            .filter(|&&scheme| !at_hand(call, head, scheme));
        missing
            .filter_map(|&scheme| Some(schemes.get(scheme)?.key))
            .collect()
    };
    let origin = call.base.as_ref().map(|base| base.origin().to_owned());
    RequestError::Credential {
        operation: call.info.name(),
        missing: call.info.security.iter().map(of).collect(),
        elsewhere: origin.filter(|_| !at_home(call)),
    }
}
