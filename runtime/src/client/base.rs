use bytes::Bytes;
use http::uri::{self, Authority, PathAndQuery, Scheme, Uri};

use crate::params;

/// The longest URL, in bytes, that the `http` crate takes.
const LONGEST: usize = u16::MAX as usize - 1;

/// An absolute `http` or `https` URL that paths are appended to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BaseUrl {
    /// Scheme, host and port, lower case, the port always written.
    origin: String,
    /// The URL as given, without slashes at its end.
    text: String,
    /// The same as it was read, so that no call reads it again.
    scheme: Scheme,
    authority: Authority,
    /// Its path, without slashes at its end.
    path: String,
}

impl BaseUrl {
    /// The error says what is wrong without repeating the URL, which may hold a password.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        if text.starts_with('/') || !text.contains("://") {
            return Err("it is relative: it has to start with `https://` or `http://`".into());
        }
        if text.contains(['{', '}']) {
            return Err("it has variables, which have to be filled in".into());
        }
        if let Some(c) = text.chars().find(|c| matches!(c, '?' | '#')) {
            let what = if c == '?' { "a query" } else { "a fragment" };
            return Err(format!("it must not have {what}"));
        }
        let uri: Uri = text
            .parse()
            .map_err(|error| format!("it is no URL: {error}"))?;
        let origin = origin(&uri)?;
        if let Some(fault) = params::faulty_segment(uri.path()) {
            return Err(fault);
        }
        let text = text.trim_end_matches('/').to_owned();
        let path = uri.path().trim_end_matches('/').to_owned();
        let parts = uri.into_parts();
        let (Some(scheme), Some(authority)) = (parts.scheme, parts.authority) else {
            return Err("it has no host".into());
        };
        Ok(Self {
            origin,
            text,
            scheme,
            authority,
            path,
        })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// `https://api.example:443`.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// Appends a path, as text: joining would let it lead elsewhere; and pairs of a query.
    pub(crate) fn with(&self, path: &str, query: &[String]) -> Result<Uri, String> {
        let slash = if path.starts_with('/') { "" } else { "/" };
        let pairs = query.iter().map(|pair| pair.len() + 1).sum::<usize>();
        // To the byte, for `Bytes` take a text with room to spare by one more allocation.
        let mut text = String::with_capacity(self.path.len() + slash.len() + path.len() + pairs);
        text.push_str(&self.path);
        text.push_str(slash);
        text.push_str(path);
        for (index, pair) in query.iter().enumerate() {
            text.push(if index == 0 { '?' } else { '&' });
            text.push_str(pair);
        }
        if self.text.len() - self.path.len() + text.len() > LONGEST {
            return Err(format!("it is longer than {LONGEST} bytes"));
        }
        let mut parts = uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        let path = PathAndQuery::from_maybe_shared(Bytes::from(text));
        parts.path_and_query = Some(path.map_err(|error| error.to_string())?);
        Uri::from_parts(parts).map_err(|error| error.to_string())
    }
}

fn origin(uri: &Uri) -> Result<String, String> {
    let scheme = uri.scheme_str().unwrap_or_default().to_ascii_lowercase();
    let default_port = match scheme.as_str() {
        "https" => 443,
        "http" => 80,
        _ => return Err("its scheme has to be `https` or `http`".into()),
    };
    let authority = uri.authority().ok_or("it has no host")?;
    if authority.as_str().contains('@') {
        return Err("it must not hold a user or password: give those as a credential".into());
    }
    let host = authority.host();
    // Of anything else, URL parsers disagree on where the host ends.
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
    if host.is_empty() || !host.chars().all(plain) {
        return Err("its host is no name and no address".into());
    }
    let port = match authority.as_str().get(host.len()..) {
        None | Some("" | ":") => default_port,
        Some(_) => authority
            .port_u16()
            .ok_or("its port is no number up to 65535")?,
    };
    Ok(format!("{scheme}://{}:{port}", host.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepted() {
        let check = |text: &str, origin: &str, joined: &str| {
            let base = BaseUrl::parse(text).unwrap();
            assert_eq!(
                (base.origin(), base.with("/a", &[]).unwrap().to_string()),
                (origin, joined.to_owned())
            );
        };
        check(
            "https://api.test",
            "https://api.test:443",
            "https://api.test/a",
        );
        check(
            "https://API.test/",
            "https://api.test:443",
            "https://API.test/a",
        );
        check(
            "http://api.test:8080/v1/",
            "http://api.test:8080",
            "http://api.test:8080/v1/a",
        );
        check(
            "http://[::1]:80/v1",
            "http://[::1]:80",
            "http://[::1]:80/v1/a",
        );
        check(
            "HTTP://127.0.0.1",
            "http://127.0.0.1:80",
            "http://127.0.0.1/a",
        );
        check(
            "https://a.test/v%20x//y",
            "https://a.test:443",
            "https://a.test/v%20x//y/a",
        );
    }

    #[test]
    fn refused() {
        let check = |text: &str, expect: &str| {
            let reason = BaseUrl::parse(text).unwrap_err();
            assert!(reason.contains(expect), "{text}: {reason}");
            assert!(!reason.contains("hunter2"), "{reason}");
        };
        check("/v1", "relative");
        check("", "relative");
        check("api.test/v1", "relative");
        check("ftp://api.test", "scheme");
        check("https://{region}.api.test", "variables");
        check("https://api.test/?a=1", "a query");
        check("https://api.test/#a", "a fragment");
        check("https://user:hunter2@api.test", "user or password");
        check("https://user:hunter2@", "");
        check("https://", "");
        check("https://api.test:99999", "");
        check("https://api.test:hunter2", "");
        check("https://api.test\\@evil.test", "");
        check("https://api.test /v1", "");
        check("https://api.test\n", "");
        check("https://api%2etest", "no URL");
        check("https://api_test!", "host");
        check("https://api.test/a/../b", "`..`");
        check("https://api.test/a/%2E%2e", "`%2E%2e`");
        check("https://api.test/a\\b", "no '\\\\'");
    }
}
