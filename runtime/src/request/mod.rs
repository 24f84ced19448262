//! Making a request of a call: no I/O, and no transport's types.

mod security;

use std::borrow::Cow;

use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request};

use crate::Body;
use crate::call::Parts;
use crate::client::Credential;
use crate::cut::cut;
use crate::error::RequestError;
use crate::params;
use crate::tables::{Param, Place};
use crate::transport::{KeepRedirect, Timeout};

/// What is put together before it becomes a request.
#[derive(Default)]
struct Head {
    path: String,
    /// `name=value`, encoded.
    query: Vec<String>,
    headers: HeaderMap,
    /// `name=value`, encoded.
    cookies: Vec<String>,
}

/// The sources of tokens that the call needs.
pub(crate) fn sources(call: &Parts) -> Result<Vec<security::Source>, RequestError> {
    let mut head = Head::default();
    common_headers(call, &mut head)?;
    parameters(call, &mut head)?;
    Ok(security::sources(call, &head))
}

/// Makes the request, or says why there is none.
///
/// Of two headers with one name, the call's own wins over the client's credential, that over a
/// parameter, and that over the client's default header. A credential in the query or a cookie
/// likewise takes the place of a parameter of its name.
pub(crate) fn build(call: &mut Parts) -> Result<Request<Body>, RequestError> {
    let (template, fixed) = cut(call.info.path, b'?').unwrap_or((call.info.path, ""));
    let mut head = Head {
        path: path(call, template)?,
        ..Head::default()
    };
    if !fixed.is_empty() {
        let pairs = fixed.split('&').filter(|pair| !pair.is_empty());
        head.query.extend(pairs.map(str::to_owned));
    }
    common_headers(call, &mut head)?;
    parameters(call, &mut head)?;
    security::apply(call, &mut head)?;
    let own = call
        .query
        .iter()
        .map(|(k, v)| format!("{}={}", params::encoded(k), params::encoded(v)));
    head.query.extend(own);
    cookie_header(&mut head)?;
    if !call.headers.is_empty() {
        let own = call.headers.drain();
        for (name, value) in own.filter_map(|(name, value)| Some((name?, value))) {
            head.headers.insert(name, value);
        }
    }
    finish(call, head)
}

fn path(call: &Parts, template: &str) -> Result<String, RequestError> {
    let path = params::expand(template, |name| {
        let wanted = |param: &Param| param.place == Place::Path && param.name == name;
        let mut parameters = call.info.parameters().enumerate();
        let found = parameters.find(|(_, param)| wanted(param));
        let given = found.and_then(|(index, param)| Some((param, json(call, index)?)));
        let Some((param, json)) = given else {
            return Err(RequestError::argument(name, "it is not given"));
        };
        params::segment(&param, json)
    })?;
    match params::faulty_segment(&path) {
        None => Ok(path),
        Some(reason) => Err(RequestError::url(reason)),
    }
}

/// The JSON text of the parameter at `index`, where it was given.
fn json(call: &Parts, index: usize) -> Option<&str> {
    call.values
        .iter()
        .find(|(at, _)| *at == index)
        .map(|(_, json)| json.as_str())
}

/// The client's default headers are for its own origin: any of them may be a key.
fn common_headers(call: &Parts, head: &mut Head) -> Result<(), RequestError> {
    head.headers
        .insert(USER_AGENT, call.client.user_agent().clone());
    let defaults = call.client.headers();
    if !defaults.is_empty() && security::at_home(call) {
        if defaults.contains_key(USER_AGENT) {
            head.headers.remove(USER_AGENT);
        }
        let defaults = defaults.iter();
        head.headers
            .extend(defaults.map(|(name, value)| (name.clone(), value.clone())));
    }
    let accept = call.accept.unwrap_or_else(|| call.info.accepted());
    if !accept.is_empty() {
        let value = header_value("Accept", accept.into())?;
        head.headers.insert(ACCEPT, value);
    }
    if let Some(content) = &call.body {
        let value = header_value("Content-Type", content.media_type.clone())?;
        head.headers.insert(CONTENT_TYPE, value);
    }
    Ok(())
}

/// Those of query, header and cookie, in the order of the table.
fn parameters(call: &Parts, head: &mut Head) -> Result<(), RequestError> {
    for (index, param) in call.info.parameters().enumerate() {
        let Some(json) = json(call, index) else {
            continue;
        };
        match param.place {
            Place::Path => {}
            Place::Query => head.query.extend(params::pairs(&param, json)?),
            Place::Cookie => head.cookies.extend(params::pairs(&param, json)?),
            Place::Header => {
                let Some(text) = params::header_text(&param, json)? else {
                    continue;
                };
                let (name, mut value) = header(param.name, &text)?;
                // A password, or a key that the document does not call one.
                value.set_sensitive(true);
                head.headers.insert(name, value);
            }
        }
    }
    Ok(())
}

/// All cookies are one header, with what the program put there itself.
fn cookie_header(head: &mut Head) -> Result<(), RequestError> {
    if head.cookies.is_empty() {
        return Ok(());
    }
    if let Some(default) = head
        .headers
        .get(COOKIE)
        .and_then(|value| value.to_str().ok())
    {
        head.cookies.insert(0, default.to_owned());
    }
    let (name, mut value) = header("Cookie", &head.cookies.join("; "))?;
    value.set_sensitive(true);
    head.headers.insert(name, value);
    Ok(())
}

fn finish(call: &mut Parts, head: Head) -> Result<Request<Body>, RequestError> {
    let base = call.base.as_ref().unwrap_or(call.client.base());
    let uri = base.with(&head.path, &head.query);
    let body = call
        .body
        .take()
        .map_or_else(Body::empty, |content| content.body);
    let mut request = Request::new(body);
    *request.uri_mut() = uri.map_err(RequestError::url)?;
    *request.method_mut() = Method::from_bytes(call.info.method.as_bytes())
        .map_err(|_| RequestError::url(format!("there is no method `{}`", call.info.method)))?;
    *request.headers_mut() = head.headers;
    if let Some(timeout) = call.timeout.or(call.client.timeout()) {
        request.extensions_mut().insert(Timeout(timeout));
    }
    if call.info.gives_redirect() {
        request.extensions_mut().insert(KeepRedirect);
    }
    Ok(request)
}

/// Puts a credential where it belongs.
fn put(credential: &Credential, head: &mut Head) {
    match credential {
        Credential::Header(name, value) => {
            // By value as everywhere: by reference the map would have one insertion more.
            head.headers.insert(name.clone(), value.clone());
        }
        Credential::Query(pair) => put_pair(pair.expose(), &mut head.query),
        Credential::Cookie(pair) => put_pair(pair.expose(), &mut head.cookies),
    }
}

/// Puts `name=value` where no other of that name is.
fn put_pair(pair: &str, into: &mut Vec<String>) {
    let name = name_of(pair);
    into.retain(|other| name_of(other) != name);
    into.push(pair.to_owned());
}

/// The name of `name=value`, encoded.
fn name_of(pair: &str) -> Option<&str> {
    pair.split('=').next()
}

/// A header by name and value.
pub(crate) fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), RequestError> {
    let key = name
        .parse()
        .map_err(|_| RequestError::header(name, "no header can have this name"))?;
    Ok((key, header_value(name, value.to_owned().into())?))
}

/// The value of the header `name`.
fn header_value(name: &str, value: Cow<'static, str>) -> Result<HeaderValue, RequestError> {
    params::header_value(value).map_err(|reason| RequestError::header(name, reason))
}
