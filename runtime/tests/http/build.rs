//! What `build()` refuses.

use restitch::BuildError;

use crate::shop::{Client, ClientBuilder, shop};

fn refused(builder: ClientBuilder) -> BuildError {
    builder.transport(shop().1).build().unwrap_err()
}

#[test]
fn base_urls() {
    let check = |builder: ClientBuilder, expect: &str| {
        let error = refused(builder);
        assert!(matches!(error, BuildError::BaseUrl { .. }), "{error}");
        assert!(error.to_string().contains(expect), "{error}");
        assert!(!error.to_string().contains("hunter2"), "{error}");
    };
    let given = |url: &str| Client::builder().base_url(url);
    check(
        Client::builder().server(1),
        "server is `/v1`: it is relative",
    );
    check(Client::builder().server(1), "base_url(...)");
    check(Client::builder().server(2), "variables");
    check(Client::builder().server(9), "no such server");
    check(given("shop.test"), "relative");
    check(given("https://user:hunter2@shop.test"), "user or password");
    check(given("https://shop.test?key=hunter2"), "query");
    check(given("https://shop.test#hunter2"), "fragment");
    assert!(
        Client::builder()
            .server(1)
            .base_url("http://a.test")
            .transport(shop().1)
            .build()
            .is_ok()
    );
}

#[test]
fn headers() {
    let check = |builder: ClientBuilder, expect: &str| match refused(builder) {
        BuildError::Header { name, reason } => {
            assert_eq!(name, expect);
            assert!(!reason.contains("hunter2"));
        }
        error => panic!("{error}"),
    };
    check(
        Client::builder().default_header("X-A", "hunter2\r\nX-B: c"),
        "X-A",
    );
    check(Client::builder().default_header("X A", "hunter2"), "X A");
    check(Client::builder().user_agent("hunter2\0"), "User-Agent");
}

#[test]
fn credentials() {
    let check = |builder: ClientBuilder, expect: &str| match refused(builder) {
        BuildError::Credential { scheme, reason } => {
            assert_eq!(scheme, expect);
            assert!(!reason.contains("hunter2"));
        }
        error => panic!("{error}"),
    };
    check(Client::builder().bearer("hunter2\n"), "Bearer");
    check(Client::builder().bearer(""), "Bearer");
    check(Client::builder().basic("hunter2:", "x"), "Basic");
    check(Client::builder().header_key("hunter2\r"), "HeaderKey");
    check(Client::builder().cookie_key("hunter2;"), "CookieKey");
}

#[cfg(not(feature = "reqwest"))]
#[test]
fn without_a_transport() {
    let error = Client::builder().build().unwrap_err();
    assert!(matches!(error, BuildError::NoTransport));
    assert!(error.to_string().contains("`reqwest`"));
}
