//! What the server answers: the one operation of `specs/chaser.yaml`, and a refusal of all else.

use hyper::body::Bytes;
use hyper::header::{
    ALLOW, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, WWW_AUTHENTICATE,
};
use hyper::{Method, Request, Response, StatusCode};
use serde_json::{Map, Value, json};

/// Why a request is refused.
struct Refusal(StatusCode, &'static str);

/// Judges a request against the document and answers it.
pub(crate) fn answer(request: &Request<Bytes>, token: &str) -> Response<String> {
    match judge(request, token) {
        Ok(key) => json_response(StatusCode::OK, &key),
        Err(Refusal(status, reason)) => problem(status, reason),
    }
}

/// A refusal with a reason to read, and the header that HTTP asks for with its status.
pub(crate) fn problem(status: StatusCode, reason: &str) -> Response<String> {
    let mut response = json_response(status, &json!({ "error": reason }));
    match status {
        StatusCode::METHOD_NOT_ALLOWED => set(&mut response, ALLOW, "POST"),
        StatusCode::UNAUTHORIZED => set(&mut response, WWW_AUTHENTICATE, "Bearer"),
        _ => {}
    }
    response
}

fn judge(request: &Request<Bytes>, token: &str) -> Result<Value, Refusal> {
    let Some(account) = service_account(request.uri().path()) else {
        return Err(Refusal(StatusCode::NOT_FOUND, "no such path"));
    };
    if request.method() != Method::POST {
        let reason = "this path takes POST";
        return Err(Refusal(StatusCode::METHOD_NOT_ALLOWED, reason));
    }
    if !has_token(request.headers(), token) {
        let reason = "no bearer token that is known here";
        return Err(Refusal(StatusCode::UNAUTHORIZED, reason));
    }
    let body = object(request)?;
    match ill_typed(&body) {
        Some(reason) => Err(Refusal(StatusCode::UNPROCESSABLE_ENTITY, reason)),
        None => Ok(created(account, &body)),
    }
}

/// The path parameter, still percent-encoded, where the path is the document's.
fn service_account(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("/v1/accounts/current/service-accounts/")?;
    let account = rest.strip_suffix("/keys")?;
    (!account.is_empty() && !account.contains('/')).then_some(account)
}

fn has_token(headers: &HeaderMap, token: &str) -> bool {
    let value = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    let parts = value.and_then(|value| value.split_once(' '));
    parts.is_some_and(|(scheme, given)| scheme.eq_ignore_ascii_case("bearer") && given == token)
}

/// The body as a JSON object; an empty one where there is none, for it is optional.
fn object(request: &Request<Bytes>) -> Result<Map<String, Value>, Refusal> {
    if request.body().is_empty() {
        return Ok(Map::new());
    }
    let media_type = request.headers().get(CONTENT_TYPE);
    let media_type = media_type
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    let essence = media_type.split(';').next().unwrap_or("").trim();
    if !essence.eq_ignore_ascii_case("application/json") {
        let reason = "a body is application/json";
        return Err(Refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, reason));
    }
    match serde_json::from_slice(request.body()) {
        Ok(Value::Object(body)) => Ok(body),
        Ok(_) => {
            let reason = "the body is an object";
            Err(Refusal(StatusCode::UNPROCESSABLE_ENTITY, reason))
        }
        Err(_) => Err(Refusal(StatusCode::BAD_REQUEST, "the body is not JSON")),
    }
}

/// What is wrong with a body by the schema; unknown fields are allowed.
fn ill_typed(body: &Map<String, Value>) -> Option<&'static str> {
    if !matches!(
        body.get("name"),
        None | Some(Value::Null | Value::String(_))
    ) {
        return Some("`name` is a string or null");
    }
    match body.get("scopes") {
        None | Some(Value::Null) => None,
        Some(Value::Array(scopes)) if scopes.iter().all(Value::is_string) => None,
        Some(_) => Some("`scopes` is an array of strings or null"),
    }
}

/// A key for what was asked: no scopes mean full access.
fn created(account: &str, body: &Map<String, Value>) -> Value {
    let scopes = body.get("scopes").unwrap_or(&Value::Null);
    json!({
        "full_access": scopes.is_null(),
        "id": "key_1",
        "key": "chs_example_4f9d2c",
        "key_prefix": "chs_example",
        "name": body.get("name").unwrap_or(&Value::Null),
        "scopes": scopes.as_array().cloned().unwrap_or_default(),
        "service_account": {
            "created_at": "2025-01-31T12:00:00Z",
            "created_by_user_id": "user_1",
            "disabled": false,
            "id": account,
            "name": "deploy",
            "updated_at": "2025-01-31T12:00:00Z",
        },
    })
}

fn json_response(status: StatusCode, body: &Value) -> Response<String> {
    let mut response = Response::new(body.to_string());
    *response.status_mut() = status;
    set(&mut response, CONTENT_TYPE, "application/json");
    response
}

fn set(response: &mut Response<String>, name: HeaderName, value: &'static str) {
    let value = HeaderValue::from_static(value);
    response.headers_mut().insert(name, value);
}
