//! Which credentials go along.

use http::header::{AUTHORIZATION, COOKIE};

use super::{Head, put};
use crate::call::Parts;
use crate::error::RequestError;
use crate::tables::SchemeKind;

/// Whether the call goes to the origin that the client was built for. A base URL for one call may
/// come out of an earlier answer, so it gets nothing of the client's: a program that means to
/// send credentials elsewhere builds a second client, or gives them with the call.
pub(super) fn at_home(call: &Parts) -> bool {
    call.base
        .as_ref()
        .is_none_or(|base| base.origin() == call.client.base().origin())
}

/// Adds the credentials of the first alternative that is at hand as a whole. Only where none is,
/// the call goes without any, if the document allows that.
pub(super) fn apply(call: &Parts, head: &mut Head) -> Result<(), RequestError> {
    let alternatives = call.info.security;
    let chosen = alternatives.iter().find(|alternative| {
        !alternative.is_empty()
            && alternative
                .iter()
                .all(|&scheme| at_hand(call, head, scheme))
    });
    match chosen {
        Some(alternative) => {
            for &scheme in alternative.iter().filter(|&&scheme| !in_call(call, scheme)) {
                if let Some(credential) = client_holds(call, scheme) {
                    put(credential, head);
                }
            }
            Ok(())
        }
        None if alternatives.is_empty() || alternatives.iter().any(|a| a.is_empty()) => Ok(()),
        None => Err(missing(call, head)),
    }
}

/// Whether a scheme's credential is there, wherever it was given.
fn at_hand(call: &Parts, head: &Head, scheme: usize) -> bool {
    client_holds(call, scheme).is_some() || in_call(call, scheme) || in_defaults(call, head, scheme)
}

fn client_holds(call: &Parts, scheme: usize) -> Option<&crate::client::Credential> {
    call.client.credential(scheme).filter(|_| at_home(call))
}

/// Whether the call itself gives what the scheme wants, by `with_header` or `with_query`.
fn in_call(call: &Parts, scheme: usize) -> bool {
    match kind(call, scheme) {
        Some(SchemeKind::Query(name)) => call.query.iter().any(|(key, _)| key == name),
        Some(kind) => header_of(kind).is_some_and(|name| call.headers.contains_key(name)),
        None => false,
    }
}

/// Whether a default header does.
fn in_defaults(call: &Parts, head: &Head, scheme: usize) -> bool {
    let name = kind(call, scheme).and_then(header_of);
    name.is_some_and(|name| head.headers.contains_key(name))
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
        SchemeKind::Bearer | SchemeKind::Basic => Some(AUTHORIZATION.as_str()),
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
        operation: call.info.id,
        missing: call.info.security.iter().map(of).collect(),
        elsewhere: origin.filter(|_| !at_home(call)),
    }
}
