//! Where calls go: servers with variables, relative to the document, and of an operation.

use crate::shop::{Client, ClientBuilder, demanding, rt, shop};

static OPEN: rt::OperationInfo = demanding(&[&[0], &[]]);

/// The URL of a call, and its `Authorization`.
fn goes(builder: ClientBuilder, server: Option<&'static str>) -> Result<String, String> {
    let client = builder.bearer("b").transport(shop().1).build();
    let call = client.map_err(|error| error.to_string())?.call(&OPEN);
    let call = match server {
        Some(server) => call.at(server),
        None => call,
    };
    let request = call.request().map_err(|error| error.to_string())?;
    let with = request.headers().contains_key("authorization");
    Ok(format!("{}{}", request.uri(), if with { " +" } else { "" }))
}

#[track_caller]
fn check(builder: ClientBuilder, server: Option<&'static str>, expect: &str) {
    assert_eq!(goes(builder, server).as_deref(), Ok(expect));
}

#[test]
fn variables() {
    let url = "https://{tenant}.shop.test/{base}";
    let with = |values: &[(&str, &str)]| Client::builder().server_with(url, values);
    check(
        with(&[("tenant", "a.b"), ("base", "v1")]),
        None,
        "https://a.b.shop.test/v1/guarded +",
    );
    for (tenant, base, expect) in [
        (
            "evil.test/",
            "",
            "its variable `tenant` has a value that would end the host",
        ),
        ("a:80", "", "its port is no number"),
        ("", "x?y", "it must not have a query"),
        ("a", "../x", "`..`"),
        ("a b", "", "it is no URL"),
    ] {
        let error = goes(with(&[("tenant", tenant), ("base", base)]), None).unwrap_err();
        assert!(
            error.contains("the document's server is `https://{tenant}.shop.test/{base}`: ")
                && error.contains(expect),
            "{error}"
        );
    }
    // A later choice takes its place.
    check(with(&[]).server(0), None, "https://shop.test/v1/guarded +");
}

#[test]
fn relative_to_the_document() {
    let at = |url: &str| Client::builder().server(1).document_url(url);
    check(
        at("https://a.test/x/api.json?v=2"),
        None,
        "https://a.test/v1/guarded +",
    );
    let absolute = Client::builder().document_url("https://a.test/api.json");
    check(absolute, None, "https://shop.test/v1/guarded +");
    let error = goes(Client::builder().server(1), None).unwrap_err();
    assert_eq!(
        error,
        "the base URL can not be used: the document's server is `/v1`: it is relative: it has to \
         start with `https://` or `http://`; give one by `base_url(...)`, or by \
         `document_url(...)` where the document is served"
    );
    let given = at("https://a.test/api.json").base_url("http://b.test");
    check(given, None, "http://b.test/guarded +");
    let error = goes(at("/api.json"), None).unwrap_err();
    assert!(error.contains("the document: it is relative"), "{error}");
}

#[test]
fn of_an_operation() {
    let own = Client::builder;
    check(
        own(),
        Some("https://shop.test/v2"),
        "https://shop.test/v2/guarded +",
    );
    check(own(), Some("/v2"), "https://shop.test:443/v2/guarded +");
    check(
        own(),
        Some("https://files.test"),
        "https://files.test/guarded",
    );
    let trusting = own().trusted_origin("https://files.test");
    check(
        trusting,
        Some("https://files.test"),
        "https://files.test/guarded +",
    );
    let document = own().document_url("https://docs.test/v3/api.json");
    check(document, Some("v4"), "https://docs.test/v3/v4/guarded");
    // A base URL that the program gives stands for all servers of the document.
    let given = own().base_url("http://localhost:1");
    check(
        given,
        Some("https://files.test"),
        "http://localhost:1/guarded +",
    );
    let error = goes(own(), Some("ftp://files.test")).unwrap_err();
    assert!(
        error.contains("the operation's server `ftp://files.test`"),
        "{error}"
    );
    let call = own().transport(shop().1).build().unwrap().call(&OPEN);
    let request = call.at("ftp://x").with_base_url("https://b.test").request();
    assert!(request.is_err(), "the first failure stays");
}
