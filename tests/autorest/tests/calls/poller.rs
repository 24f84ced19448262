//! Operations that go on after their answer, as Azure's services have them: the answer says where
//! the state is to be looked for, which is no operation of the document.

use http::header::{COOKIE, LOCATION, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use restitch::Operation;
use restitch::transport::Transport as _;
use serde_json::Value;

use crate::suite::{Suite, bytes, said};

/// As often is looked for it.
const MOST: usize = 20;

/// Calls an operation and waits for its end: the state it ends in, or what went wrong. A status of
/// 500 or more is tried again, with the cookie by which this server knows that.
pub(crate) async fn poll<O: Operation>(
    suite: &Suite,
    call: impl Fn() -> O,
) -> Result<String, String> {
    let mut cookie = None;
    for _ in 0..MOST {
        let mut request = call().request().map_err(said)?;
        let (method, uri) = (request.method().clone(), request.uri().clone());
        request.headers_mut().extend(with(cookie));
        let sent = request.headers().clone();
        let answer = suite.transport.send(request).await.map_err(said)?;
        let (parts, body) = answer.into_parts();
        let body = bytes(body).await?;
        cookie = cookie_of(&parts.headers);
        if parts.status.is_server_error() {
            continue;
        }
        let first = First {
            method,
            uri,
            id: sent.get(ID).cloned(),
            status: parts.status,
            headers: parts.headers.clone(),
            state: state(&serde_json::from_slice(&body).unwrap_or_default()),
        };
        // Many are empty, against the document.
        if !body.is_empty() {
            O::decode(parts, body.into()).map_err(said)?;
        }
        return wait(suite, &first, cookie).await;
    }
    Err("it is never begun".to_owned())
}

/// Goes with each request, where it is given.
const ID: &str = "x-ms-client-request-id";

/// The operation, and its own answer.
struct First {
    method: Method,
    uri: Uri,
    id: Option<HeaderValue>,
    status: StatusCode,
    headers: HeaderMap,
    state: Option<String>,
}

async fn wait(
    suite: &Suite,
    first: &First,
    mut cookie: Option<HeaderValue>,
) -> Result<String, String> {
    let own = first.uri.to_string();
    let monitor = link(&first.headers, MONITOR);
    let location = link(&first.headers, LOCATION.as_str());
    let state = first.state.as_deref().unwrap_or("Succeeded");
    let linked = monitor.clone().or(location.clone());
    if is_end(state) && (linked.is_none() || first.state.is_some() && first.status == 200) {
        return Ok(state.to_owned());
    }
    let mut next = linked.unwrap_or(own.clone());
    for _ in 0..MOST {
        let mut headers = with(cookie);
        headers.extend(first.id.clone().map(|id| (HeaderName::from_static(ID), id)));
        let (parts, value) = suite.fetch(&next, headers).await?;
        cookie = cookie_of(&parts.headers);
        if parts.status.is_client_error() {
            return Ok(format!("status {}", parts.status));
        }
        let by = monitor.as_ref().map_or(LOCATION.as_str(), |_| MONITOR);
        next = link(&parts.headers, by).unwrap_or(next);
        let state = match self::state(&value) {
            Some(state) => state,
            None if parts.status.is_server_error() || parts.status == 202 => continue,
            None if monitor.is_some() => return Err("no state is told".to_owned()),
            None => "Succeeded".to_owned(),
        };
        if !is_end(&state) {
            continue;
        }
        let result = match first.method {
            Method::PUT | Method::PATCH => Some(own),
            Method::DELETE => None,
            _ => location,
        };
        if let Some(result) = result.filter(|_| monitor.is_some() && is_success(&state)) {
            settled(suite, &result).await?;
        }
        return Ok(state);
    }
    Err("it never ends".to_owned())
}

/// Looks for the result, again where the server fails.
pub(crate) async fn settled(suite: &Suite, result: &str) -> Result<(), String> {
    let mut cookie = None;
    for _ in 0..MOST {
        let (parts, _) = suite.fetch(result, with(cookie)).await?;
        if !parts.status.is_server_error() {
            return Ok(());
        }
        cookie = cookie_of(&parts.headers);
    }
    Err("there is no result".to_owned())
}

/// The header that names where the state is told.
const MONITOR: &str = "azure-asyncoperation";

fn with(cookie: Option<HeaderValue>) -> HeaderMap {
    cookie.map(|cookie| (COOKIE, cookie)).into_iter().collect()
}

fn link(headers: &HeaderMap, name: &str) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.to_owned())
}

/// The name and value of the cookie that is set, where it is not cleared.
fn cookie_of(headers: &HeaderMap) -> Option<HeaderValue> {
    let set = link(headers, SET_COOKIE.as_str())?;
    let pair = set.split(';').next()?;
    pair.parse().ok().filter(|_| !pair.ends_with('='))
}

/// The state that an answer tells.
fn state(body: &Value) -> Option<String> {
    let told = [&body["status"], &body["properties"]["provisioningState"]];
    let told = told.into_iter().find_map(Value::as_str)?;
    Some(told.to_owned())
}

fn is_success(state: &str) -> bool {
    state.eq_ignore_ascii_case("succeeded")
}

fn is_end(state: &str) -> bool {
    let fails = ["failed", "canceled"];
    is_success(state) || fails.iter().any(|end| state.eq_ignore_ascii_case(end))
}
