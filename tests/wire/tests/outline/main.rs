//! Calls of every operation of `specs/features/`, by a program that was written from the outlines for
//! programs and from nothing else; see `tests/program`.

// Written by a program, for the compiler; what a document advises against is called too.
#![allow(
    deprecated,
    non_snake_case,
    unreachable_patterns,
    unused,
    clippy::all,
    clippy::pedantic
)]

include!(concat!(env!("OUT_DIR"), "/calls.rs"));

/// The types of the user's own, under the paths that the build script gave.
mod money {
    pub(crate) use restitch_wire_tests::money::*;
}

/// A value from JSON text.
fn read<T: restitch::codec::Empty + restitch::codec::Field>(json: &str) -> T {
    restitch::json::from_str(json).unwrap()
}

/// A value of a type that only the user knows.
fn own<T: serde::de::DeserializeOwned>() -> T {
    let known = ["\"EUR\"", "{\"amount\": \"1.50\"}"];
    let read = known
        .iter()
        .find_map(|json| serde_json::from_str(json).ok());
    read.expect("a value of the user's own type")
}

/// Operations with a parameter whose style has no text for lists in objects, as the values here have
/// them: an error before anything is sent.
const REFUSED: [(&str, &str); 2] = [
    ("outline::param_query_styles", "/form"),
    ("outline::param_query_styles", "/delimited"),
];

/// The request of a call; `None` of those that are refused.
fn requested<E: std::fmt::Debug>(
    module: &str,
    path: &str,
    request: Result<http::Request<restitch::Body>, restitch::Error<E>>,
) -> Option<http::Request<restitch::Body>> {
    if REFUSED.contains(&(module, path)) {
        let error = request.err().map(|error| error.to_string());
        let error = error.unwrap_or_default();
        assert!(
            error.contains("for which this style has no text"),
            "{error}"
        );
        return None;
    }
    Some(request.unwrap())
}

/// Whether a request is one of the operation, with what it was given.
fn check(
    method: &str,
    path: &str,
    headers: &[&str],
    media_types: &[&str],
    request: &http::Request<restitch::Body>,
) {
    assert_eq!(request.method(), method);
    for name in headers {
        assert!(request.headers().contains_key(*name), "{path}: {name}");
    }
    let content = request.headers().get("content-type");
    let content = content.map(|content| content.to_str().unwrap());
    match content {
        None => assert!(media_types.is_empty(), "{path}: no body"),
        // A range is filled in by who calls.
        Some(_) if media_types.iter().any(|known| known.contains('*')) => {}
        Some(content) => {
            let content = content.split("; boundary=").next().unwrap();
            assert!(media_types.contains(&content), "{path}: {content}");
        }
    }
    let base = "http://test.example/base";
    let url = request.uri().to_string();
    let (path, fixed) = path.split_once('?').unwrap_or((path, ""));
    let (sent, query) = url.split_once('?').unwrap_or((&url, ""));
    assert!(query.starts_with(fixed), "{path} {url}");
    let sent = sent.strip_prefix(base).unwrap();
    // A parameter is a part of its segment, and holds no slash.
    let (wanted, sent): (Vec<_>, Vec<_>) = (path.split('/').collect(), sent.split('/').collect());
    assert_eq!(wanted.len(), sent.len(), "{path} {url}");
    for (wanted, sent) in wanted.iter().zip(sent) {
        let before = wanted.split('{').next().unwrap();
        let after = wanted.rsplit('}').next().unwrap();
        let matches = match wanted.contains('{') {
            true => sent.starts_with(before) && sent.ends_with(after) && sent.len() > before.len(),
            false => sent == *wanted,
        };
        assert!(matches, "{path} {url}");
    }
}

/// Whether a value that the outline says how to make can be written, and what is written be read. It
/// need not be the same: a branch of a union is told by values that a type alone does not say.
fn comes_back<T: restitch::codec::Empty + restitch::codec::Field>(value: &T) {
    let json = restitch::json::to_string(value).unwrap();
    if let Err(error) = restitch::json::from_str::<T>(&json) {
        panic!("{error}: {json}");
    }
}

/// Whether a client was built for a URL, which may be relative to the document; not for one that is
/// none.
fn goes_to<C: std::fmt::Debug>(url: &str, built: Result<C, restitch::BuildError>) {
    let url = url.trim_end_matches('/');
    match built {
        Ok(client) => {
            let client = format!("{client:?}");
            assert!(client.contains(url), "{url}: {client}");
        }
        Err(error) => assert!(url.contains('"'), "{url}: {error}"),
    }
}
