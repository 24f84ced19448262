//! URLs as reqwest wants them.

use std::sync::OnceLock;

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};
use reqwest::Url;

/// Makes URLs. Reading one anew takes a tenth of what a call takes, most of it for the host; so that
/// of the first is kept, for nearly all requests of a client go to one origin.
#[derive(Default)]
pub(super) struct Urls(OnceLock<First>);

struct First {
    scheme: Scheme,
    authority: Authority,
    /// Without path and query.
    url: Url,
}

impl Urls {
    /// `None` where reqwest takes it for no URL.
    pub(super) fn of(&self, uri: &Uri) -> Option<Url> {
        let path = uri.path_and_query()?;
        let first = if let Some(first) = self.0.get() {
            first
        } else {
            let first = First::of(uri)?;
            self.0.get_or_init(|| first)
        };
        if first.is_of(uri) {
            at(&first.url, path)
        } else {
            at(&First::of(uri)?.url, path)
        }
    }
}

/// The URL of a path at an origin.
fn at(origin: &Url, path: &PathAndQuery) -> Option<Url> {
    // In one go, which grows the text once: but two slashes, and a backslash is one, would be read
    // as a host.
    if let [b'/', rest @ ..] = path.as_str().as_bytes()
        && !matches!(rest.first(), Some(b'/' | b'\\'))
    {
        return origin.join(path.as_str()).ok();
    }
    let mut url = origin.clone();
    url.set_path(path.path());
    url.set_query(path.query());
    Some(url)
}

impl First {
    fn of(uri: &Uri) -> Option<Self> {
        let (scheme, authority) = (uri.scheme()?.clone(), uri.authority()?.clone());
        let url = Url::parse(&format!("{scheme}://{authority}/")).ok()?;
        Some(Self {
            scheme,
            authority,
            url,
        })
    }

    /// To the letter: two that are compared without regard to case could have two passwords.
    fn is_of(&self, uri: &Uri) -> bool {
        let authority = uri.authority().map(Authority::as_str);
        uri.scheme() == Some(&self.scheme) && authority == Some(self.authority.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn as_reqwest_reads_it(uri: &Uri) -> Option<Url> {
        Url::parse(&uri.to_string()).ok()
    }

    fn check(text: &str) {
        let urls = Urls::default();
        for uri in ["http://a.test/x?y", text, "https://b.test:1/"] {
            let uri: Uri = uri.parse().unwrap();
            assert_eq!(urls.of(&uri), as_reqwest_reads_it(&uri), "{text}");
        }
    }

    #[test]
    fn they_are_what_reqwest_reads() {
        for text in [
            "http://a.test",
            "http://a.test/",
            "http://a.test?",
            "http://a.test/?",
            "http://a.test//x//",
            "http://a.test//b.test/x",
            "http://a.test/\\b.test/x",
            "http://a.test/b:c?d:e",
            "http://a.test/a/../b/./%2e%2E/c",
            "http://a.test/a%2Fb%zz/{c}|d",
            "http://a.test/x?a=b&c=%20'|",
            "http://A.test/x",
            "http://a.test:80/x",
            "http://a.test:8080/x",
            "http://u:p@a.test/x",
            "http://U:p@a.test/x",
            "https://a.test/x",
            "http://[::1]:80/x",
            "http://127.0.0.1/x",
        ] {
            check(text);
        }
    }

    #[test]
    fn a_host_that_is_none_is_left_to_reqwest() {
        let uri: Uri = "http://256.256.256.256/".parse().unwrap();
        assert_eq!(Urls::default().of(&uri), None);
        assert_eq!(as_reqwest_reads_it(&uri), None);
    }

    proptest! {
        #[test]
        fn any_path_and_query(path in "[$-;=?-Z_a-z~]{0,24}") {
            check(&format!("http://a.test/{path}"));
        }
    }
}
