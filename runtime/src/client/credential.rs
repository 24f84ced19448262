use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};

use super::BuildError;
use super::token::{Held, Token, TokenSource};
use crate::tables::{Scheme, SchemeKind};
use crate::{Secret, params};

/// A credential as the builder was given it.
#[derive(Clone)]
pub(crate) enum Given {
    /// A token or key.
    Key(Token),
    /// A user and a password.
    Basic(String, Secret),
}

/// A credential as it goes into a request.
pub(crate) enum Credential {
    /// The value is marked sensitive.
    Header(HeaderName, HeaderValue),
    /// `name=value`, encoded.
    Query(Secret),
    /// `name=value`.
    Cookie(Secret),
}

/// A credential as the client keeps it.
pub(crate) enum Kept {
    Ready(Credential),
    /// One that has to be asked for.
    Source(Arc<dyn TokenSource>),
}

impl Kept {
    /// Checks that the credential can be sent as its scheme wants it.
    pub(crate) fn new(scheme: &Scheme, given: &Given) -> Result<Self, BuildError> {
        let made = match given {
            Given::Basic(user, password) if scheme.kind == SchemeKind::Basic => {
                basic(user, password)
            }
            Given::Key(_) if scheme.kind == SchemeKind::Basic => Err(FOR_BASIC),
            Given::Basic(..) => Err(FOR_BASIC),
            Given::Key(Token(Held::Source(source))) => return Ok(Self::Source(source.clone())),
            Given::Key(Token(Held::Fixed(key))) => Credential::new(scheme.kind, key),
        };
        let made = made.map_err(|reason| BuildError::Credential {
            scheme: scheme.key,
            reason: reason.into(),
        });
        made.map(Self::Ready)
    }
}

const FOR_BASIC: &str = "a user and a password are for schemes of the type `basic`";

impl Credential {
    /// A token or key as a request has it.
    pub(crate) fn new(kind: SchemeKind, key: &Secret) -> Result<Self, &'static str> {
        if key.expose().is_empty() {
            return Err("it is empty");
        }
        match kind {
            SchemeKind::Basic => Err(FOR_BASIC),
            SchemeKind::Bearer => header(AUTHORIZATION, &format!("Bearer {}", key.expose())),
            SchemeKind::Authorization => header(AUTHORIZATION, key.expose()),
            SchemeKind::Header(name) => match name.parse() {
                Ok(name) => header(name, key.expose()),
                Err(_) => Err("the document gives it a name that no header can have"),
            },
            SchemeKind::Query(name) => {
                let pair = format!(
                    "{}={}",
                    params::encoded(name),
                    params::encoded(key.expose())
                );
                Ok(Self::Query(pair.into()))
            }
            SchemeKind::Cookie(name) => cookie(name, key.expose()),
        }
    }
}

fn basic(user: &str, password: &Secret) -> Result<Credential, &'static str> {
    if user.contains(':') {
        return Err("the user must not hold a colon, which ends it");
    }
    let pair = format!("{user}:{}", password.expose());
    if pair.chars().any(char::is_control) {
        return Err("user and password must not hold control characters");
    }
    header(AUTHORIZATION, &format!("Basic {}", STANDARD.encode(pair)))
}

fn header(name: HeaderName, value: &str) -> Result<Credential, &'static str> {
    let mut value = params::header_value(value.to_owned().into())?;
    value.set_sensitive(true);
    Ok(Credential::Header(name, value))
}

/// Cookies have no encoding of their own, and a key is sent as it is or not at all
/// (RFC 6265, section 4.1.1).
fn cookie(name: &str, value: &str) -> Result<Credential, &'static str> {
    let octet = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | ',' | ';' | '\\');
    if !value.chars().all(octet) {
        return Err("it holds a character that cookies do not have");
    }
    if name.is_empty() || !name.chars().all(|c| octet(c) && c != '=') {
        return Err("the document gives it a name that no cookie can have");
    }
    Ok(Credential::Cookie(format!("{name}={value}").into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The credential as text, or the error.
    fn made(scheme: &Scheme, given: &Given) -> Result<String, String> {
        match Kept::new(scheme, given) {
            Ok(Kept::Ready(Credential::Header(name, value))) => {
                assert!(value.is_sensitive());
                Ok(format!("{name}: {}", value.to_str().unwrap()))
            }
            Ok(Kept::Ready(Credential::Query(pair) | Credential::Cookie(pair))) => {
                Ok(pair.expose().into())
            }
            Ok(Kept::Source(_)) => Ok("asked for".into()),
            Err(error) => Err(error.to_string()),
        }
    }

    #[test]
    fn each_scheme() {
        let check = |scheme: Scheme, expect: &str| {
            assert_eq!(made(&scheme, &Given::Key("a+b/c=".into())).unwrap(), expect);
        };
        check(Scheme::bearer("s"), "authorization: Bearer a+b/c=");
        check(Scheme::authorization("s"), "authorization: a+b/c=");
        check(
            Scheme::api_key_header("s", "X-API-Key"),
            "x-api-key: a+b/c=",
        );
        check(Scheme::api_key_query("s", "key"), "key=a%2Bb%2Fc%3D");
        check(Scheme::api_key_cookie("s", "sid"), "sid=a+b/c=");
        let basic = Given::Basic("Aladdin".into(), "open sesame".into());
        let expect = "authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";
        assert_eq!(made(&Scheme::basic("s"), &basic).unwrap(), expect);
    }

    #[test]
    fn refused_without_being_shown() {
        let check = |scheme: Scheme, given: Given, expect: &str| {
            let error = made(&scheme, &given).unwrap_err();
            assert!(
                error.starts_with("the credential of `s` can not be sent: "),
                "{error}"
            );
            assert!(
                error.contains(expect) && !error.contains("hunter"),
                "{error}"
            );
        };
        let key = |text: &str| Given::Key(text.into());
        check(Scheme::bearer("s"), key("hunter\r\nX: y"), "line break");
        check(Scheme::bearer("s"), key("hunter\n"), "line break");
        check(Scheme::bearer("s"), key("hunter\0"), "line break");
        check(Scheme::bearer("s"), key(""), "empty");
        check(
            Scheme::api_key_header("s", "X-Key"),
            key("hunter\u{7f}"),
            "line break",
        );
        check(Scheme::api_key_header("s", "X Key"), key("hunter"), "name");
        check(
            Scheme::api_key_cookie("s", "sid"),
            key("hunter; admin=1"),
            "cookies",
        );
        check(Scheme::api_key_cookie("s", "a=b"), key("hunter"), "name");
        check(
            Scheme::basic("s"),
            Given::Basic("a:b".into(), "hunter".into()),
            "colon",
        );
        check(
            Scheme::basic("s"),
            Given::Basic("a".into(), "hunter\n".into()),
            "control",
        );
        check(Scheme::basic("s"), key("hunter"), "`basic`");
        check(
            Scheme::bearer("s"),
            Given::Basic("a".into(), "hunter".into()),
            "`basic`",
        );
    }
}
