//! What a call becomes on its way out.

use std::time::Duration;

use http::Request;
use restitch::transport::Timeout;
use restitch::{Body, ErrorKind, Json, Map, Null, RequestError};

use crate::shop::{Any, Client, shop};

fn made(call: Any) -> Request<Body> {
    call.request().unwrap_or_else(|error| panic!("{error}"))
}

fn query(call: Any) -> String {
    made(call).uri().query().unwrap_or_default().to_owned()
}

fn refused(call: Any) -> RequestError {
    match call.request().unwrap_err().into_parts() {
        (ErrorKind::Request(error), None) => error,
        (kind, _) => panic!("{kind:?}"),
    }
}

#[test]
fn queries() {
    let (client, _) = shop();
    let check = |call: Any, expect: &str| assert_eq!(query(call), expect);
    let find = || client.find();
    check(find(), "");
    check(find().page(7), "page=7");
    check(find().page(7).page(8), "page=8");
    check(find().page(7).page(None), "");
    check(find().tags(["a b", "c&d=e"]), "tag=a%20b&tag=c%26d%3De");
    check(find().tags(Vec::<String>::new()), "");
    check(find().sizes([1.5, 2.0]), "sizes=1.5,2.0");
    let filter: Map<String> = [("k/".to_owned(), "+".to_owned())].into_iter().collect();
    check(find().filter(filter), "k%2F=%2B");
    check(find().raw(Null), "");
    check(find().raw(Json::new("\"ü\"").unwrap()), "raw=%C3%BC");
    check(
        find().page(1).with_query("x y", "#").with_query("x y", ""),
        "page=1&x%20y=%23&x%20y=",
    );
}

#[test]
fn paths() {
    let (client, _) = shop();
    let check = |id: &str, expect: &str| {
        assert_eq!(
            made(client.item(id)).uri().to_string(),
            format!("https://shop.test/v1{expect}")
        );
    };
    check("7", "/items/7");
    check("a/b?c#d", "/items/a%2Fb%3Fc%23d");
    check("%2e%2e", "/items/%252e%252e");
    check("..%2f", "/items/..%252f");
    for id in ["", ".", ".."] {
        match refused(client.item(id)) {
            RequestError::Argument { name, .. } => assert_eq!(name, "id"),
            error => panic!("{error}"),
        }
    }
}

#[test]
fn base_paths_are_joined_as_text() {
    let check = |base: &str, expect: &str| {
        let client = Client::builder()
            .base_url(base)
            .transport(shop().1)
            .build()
            .unwrap();
        assert_eq!(made(client.find()).uri().to_string(), expect);
    };
    check("http://h.test", "http://h.test/items");
    check("http://h.test/", "http://h.test/items");
    check("http://h.test:81/a/b", "http://h.test:81/a/b/items");
    check("http://h.test/a/b/", "http://h.test/a/b/items");
}

#[test]
fn headers() {
    let server = shop().1;
    let client = Client::builder()
        .default_header("X-Trace", "default")
        .default_header("X-Kept", "kept")
        .user_agent("shop/2")
        .transport(server)
        .build()
        .unwrap();
    let check = |call: Any, expect: &[(&str, &str)]| {
        let request = made(call);
        let mut given: Vec<_> = request
            .headers()
            .iter()
            .map(|(k, v)| (k.as_str(), v.to_str().unwrap()))
            .collect();
        given.sort_unstable();
        assert_eq!(given, expect);
    };
    let common = [
        ("accept", "application/json"),
        ("user-agent", "shop/2"),
        ("x-kept", "kept"),
    ];
    let with = |more: &[(&'static str, &'static str)]| {
        let mut all = [&common, more].concat();
        all.sort_unstable();
        all
    };
    check(client.find(), &with(&[("x-trace", "default")]));
    check(client.find().trace("a, b"), &with(&[("x-trace", "a, b")]));
    check(
        client.find().trace("a").with_header("x-TRACE", "b"),
        &with(&[("x-trace", "b")]),
    );
    check(
        client.find().body([1.0]),
        &with(&[("content-type", "application/json"), ("x-trace", "default")]),
    );
    check(
        client.find().seen(["a;b", "c"]),
        &with(&[("cookie", "seen=a%3Bb,c"), ("x-trace", "default")]),
    );

    let named = Client::builder()
        .default_header("User-Agent", "mine")
        .default_header("Accept", "text/html");
    let named = named.transport(shop().1).build().unwrap();
    check(
        named.find(),
        &[("accept", "application/json"), ("user-agent", "mine")],
    );

    let plain = shop().0;
    let agent = concat!("restitch/", env!("CARGO_PKG_VERSION"));
    assert_eq!(made(plain.find()).headers()["user-agent"], agent);
}

#[test]
fn headers_hold_no_line_breaks() {
    let (client, _) = shop();
    for value in ["a\r\nb: c", "a\nb", "a\0", "\u{7f}", "ü"] {
        match refused(client.find().trace(value)) {
            RequestError::Header { name, .. } => assert_eq!(name, "X-Trace"),
            error => panic!("{error}"),
        }
        assert!(matches!(
            refused(client.find().with_header("A", value)),
            RequestError::Header { .. }
        ));
    }
    assert!(matches!(
        refused(client.find().with_header("A b", "")),
        RequestError::Header { .. }
    ));
}

#[test]
fn a_body_is_there_or_not() {
    let (client, _) = shop();
    let check = |call: Any, expect: &[u8]| {
        let request = made(call);
        assert_eq!(request.body().as_bytes(), Some(expect));
        assert_eq!(
            request.headers().contains_key("content-type"),
            !expect.is_empty()
        );
    };
    check(client.find(), b"");
    check(client.find().body(vec![]), b"[]");
    check(client.find().body([1.0]), b"[1.0]");
    check(client.find().body([1.0]).body(None::<Vec<f64>>), b"");
}

#[test]
fn what_can_not_be_written_is_reported_first() {
    let (client, _) = shop();
    match refused(client.find().body([f64::NAN]).with_header("bad name", "")) {
        RequestError::Body(error) => assert_eq!(error.path(), "$[0]"),
        error => panic!("{error}"),
    }
    match refused(client.find().sizes([f64::INFINITY])) {
        RequestError::Argument { name, .. } => assert_eq!(name, "sizes"),
        error => panic!("{error}"),
    }
    match refused(client.find().raw(Json::new("[[1]]").unwrap())) {
        RequestError::Argument { name, reason } => {
            assert!(name == "raw" && reason.contains("list"));
        }
        error => panic!("{error}"),
    }
}

#[test]
fn timeouts_go_along_as_an_extension() {
    let check = |client: &Client, call: Option<u64>, expect: Option<u64>| {
        let mut made_call = client.find();
        if let Some(seconds) = call {
            made_call = made_call.with_timeout(Duration::from_secs(seconds));
        }
        let request = made(made_call);
        let given = request
            .extensions()
            .get::<Timeout>()
            .map(|timeout| timeout.0.as_secs());
        assert_eq!(given, expect);
    };
    let patient = shop().0;
    let hasty = Client::builder()
        .timeout(Duration::from_secs(5))
        .transport(shop().1);
    let hasty = hasty.build().unwrap();
    check(&patient, None, None);
    check(&patient, Some(1), Some(1));
    check(&hasty, None, Some(5));
    check(&hasty, Some(9), Some(9));
}

#[test]
fn a_call_may_have_a_base_url_of_its_own() {
    let (client, _) = shop();
    let request = made(
        client
            .find()
            .with_base_url("http://other.test:8080/x/")
            .page(1),
    );
    assert_eq!(
        request.uri().to_string(),
        "http://other.test:8080/x/items?page=1"
    );
    for url in [
        "/v1",
        "ftp://a.test",
        "http://a.test/?q",
        "http://u:hunter2@a.test",
    ] {
        let error = refused(client.find().with_base_url(url));
        assert!(matches!(error, RequestError::Url { .. }));
        assert!(!error.to_string().contains("hunter2"));
    }
}
