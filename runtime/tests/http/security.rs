//! Which credentials go along, and where.

use restitch::{ErrorKind, RequestError};

use crate::shop::{Client, ClientBuilder, demanding, rt, shop};

const BEARER: usize = 0;
const BASIC: usize = 1;
const HEADER: usize = 2;
const QUERY: usize = 3;
const COOKIE: usize = 4;
const DIGEST: usize = 5;

/// All credentials in the request of a call, or the missing schemes of each alternative.
fn sent(
    builder: ClientBuilder,
    info: &'static rt::OperationInfo,
    change: fn(crate::shop::Any) -> crate::shop::Any,
) -> Result<String, Vec<Vec<&'static str>>> {
    let client = builder.transport(shop().1).build().unwrap();
    match change(client.call(info)).request() {
        Ok(request) => {
            let mut parts = Vec::new();
            for name in ["authorization", "x-key", "cookie"] {
                if let Some(value) = request.headers().get(name) {
                    assert!(value.is_sensitive());
                    parts.push(format!("{name}: {}", value.to_str().unwrap()));
                }
            }
            parts.extend(request.uri().query().map(|query| format!("?{query}")));
            Ok(parts.join(" | "))
        }
        Err(error) => match error.into_parts().0 {
            ErrorKind::Request(RequestError::Credential {
                operation, missing, ..
            }) if operation == "guarded" => Err(missing),
            kind => panic!("{kind:?}"),
        },
    }
}

fn all() -> ClientBuilder {
    let builder = Client::builder()
        .bearer("b")
        .basic("u", "p")
        .header_key("h");
    builder.query_key("q&").cookie_key("c")
}

macro_rules! check {
    ($builder:expr, $security:expr, $expect:expr) => {
        check!($builder, $security, |call| call, $expect)
    };
    ($builder:expr, $security:expr, $change:expr, $expect:expr) => {{
        static INFO: rt::OperationInfo = demanding($security);
        let expect: Result<&str, Vec<Vec<&str>>> = $expect;
        assert_eq!(sent($builder, &INFO, $change), expect.map(str::to_owned));
    }};
}

#[test]
fn each_scheme() {
    check!(all(), &[&[BEARER]], Ok("authorization: Bearer b"));
    check!(all(), &[&[BASIC]], Ok("authorization: Basic dTpw"));
    check!(all(), &[&[HEADER]], Ok("x-key: h"));
    check!(all(), &[&[QUERY]], Ok("?key=q%26"));
    check!(all(), &[&[COOKIE]], Ok("cookie: sid=c"));
    check!(all(), &[&[HEADER, COOKIE]], Ok("x-key: h | cookie: sid=c"));
    check!(all(), &[], Ok(""));
    let digest = Client::builder().digest("Digest username=\"u\"");
    check!(
        digest,
        &[&[DIGEST]],
        Ok("authorization: Digest username=\"u\"")
    );
}

/// It has a parameter in the place of each credential that it asks for.
static OVERLAPPING: rt::OperationInfo = rt::OperationInfo {
    params: &[
        rt::query("key").joined(),
        rt::query("key2"),
        rt::query("sizes").joined(),
        rt::query("filter").joined(),
        rt::header("X-Key"),
        rt::cookie("sid").joined(),
    ],
    ..demanding(&[&[HEADER, QUERY, COOKIE]])
};

#[test]
fn a_credential_takes_the_place_of_a_parameter_of_its_name() {
    let fill = |call: crate::shop::Any| {
        let call = call.page(7).tags(vec!["k".to_owned()]);
        call.trace("t").seen(vec!["s".to_owned()])
    };
    assert_eq!(
        sent(all(), &OVERLAPPING, fill).unwrap(),
        "x-key: h | cookie: sid=c | ?key2=k&key=q%26"
    );
}

#[test]
fn a_parameter_of_its_name_is_the_credential() {
    let fill = |call: crate::shop::Any| call.page(7).trace("t").seen(vec!["s".to_owned()]);
    let given = sent(Client::builder(), &OVERLAPPING, fill);
    assert_eq!(given.unwrap(), "x-key: t | cookie: sid=s | ?key=7");
    let fill = |call: crate::shop::Any| call.tags(vec!["k".to_owned()]).trace("t");
    let missing = sent(Client::builder(), &OVERLAPPING, fill).unwrap_err();
    assert_eq!(missing, [["QueryKey", "CookieKey"]]);
}

#[test]
fn the_first_alternative_at_hand() {
    let key = || Client::builder().header_key("h");
    check!(key(), &[&[BEARER], &[HEADER]], Ok("x-key: h"));
    check!(key(), &[&[BEARER], &[]], Ok(""));
    check!(key(), &[&[], &[HEADER]], Ok("x-key: h"));
    check!(key(), &[&[HEADER, BEARER], &[]], Ok(""));
    check!(Client::builder(), &[&[], &[HEADER]], Ok(""));
}

#[test]
fn none_at_hand_is_an_error_before_anything_is_sent() {
    check!(Client::builder(), &[&[BEARER]], Err(vec![vec!["Bearer"]]));
    let key = || Client::builder().header_key("h");
    check!(
        key(),
        &[&[BEARER], &[HEADER, QUERY, COOKIE]],
        Err(vec![vec!["Bearer"], vec!["QueryKey", "CookieKey"]])
    );
}

#[test]
fn the_missing_credentials_are_named() {
    static INFO: rt::OperationInfo = demanding(&[&[BEARER], &[QUERY, COOKIE]]);
    let (client, server) = shop();
    let error = client.call(&INFO).request().unwrap_err().to_string();
    assert_eq!(
        error,
        "guarded: a credential is missing: `Bearer`, or `QueryKey` together with `CookieKey`; the \
         client was built without"
    );
    assert!(server.requests().is_empty());
}

#[test]
fn what_the_call_gives_itself_counts() {
    let none = Client::builder;
    check!(
        none(),
        &[&[BEARER]],
        |call| call.with_header("Authorization", "mine"),
        Ok("authorization: mine")
    );
    check!(
        all(),
        &[&[BEARER]],
        |call| call.with_header("Authorization", "mine"),
        { Ok("authorization: mine") }
    );
    check!(
        none(),
        &[&[QUERY]],
        |call| call.with_query("key", "mine"),
        Ok("?key=mine")
    );
    check!(
        all(),
        &[&[QUERY]],
        |call| call.with_query("key", "mine"),
        Ok("?key=mine")
    );
    let header = || Client::builder().default_header("X-Key", "default");
    check!(header(), &[&[HEADER]], Ok("x-key: default"));
    check!(header().header_key("h"), &[&[HEADER]], Ok("x-key: h"));
}

#[test]
fn nothing_goes_to_another_origin() {
    let builder = || all().default_header("X-Default", "d");
    for other in [
        "https://evil.test/v1",
        "http://shop.test/v1",
        "https://shop.test:444",
    ] {
        static INFO: rt::OperationInfo =
            demanding(&[&[BEARER], &[HEADER], &[QUERY], &[COOKIE], &[]]);
        let client = builder().transport(shop().1).build().unwrap();
        let request = client.call(&INFO).with_base_url(other).request().unwrap();
        let mut names: Vec<_> = request
            .headers()
            .keys()
            .map(http::HeaderName::as_str)
            .collect();
        names.sort_unstable();
        assert_eq!(
            (names, request.uri().query()),
            (vec!["user-agent"], None),
            "{other}"
        );
    }
    check!(
        builder(),
        &[&[BEARER]],
        |call| call.with_base_url("https://evil.test"),
        Err(vec![vec!["Bearer"]])
    );
    check!(
        builder(),
        &[&[BEARER]],
        |call| call
            .with_base_url("https://evil.test")
            .with_header("Authorization", "theirs"),
        Ok("authorization: theirs")
    );
    check!(
        builder().trusted_origin("https://files.test/any"),
        &[&[BEARER]],
        |call| call.with_base_url("https://files.test:443/v2"),
        Ok("authorization: Bearer b")
    );
    check!(
        builder().trusted_origin("https://files.test"),
        &[&[BEARER]],
        |call| call.with_base_url("http://files.test"),
        Err(vec![vec!["Bearer"]])
    );
    check!(
        builder(),
        &[&[BEARER]],
        |call| call.with_base_url("HTTPS://SHOP.test:443/v2"),
        Ok("authorization: Bearer b")
    );
}

#[test]
fn the_other_origin_is_named() {
    static INFO: rt::OperationInfo = demanding(&[&[BEARER]]);
    let client = all().transport(shop().1).build().unwrap();
    let error = client
        .call(&INFO)
        .with_base_url("https://evil.test/v1")
        .request()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "guarded: a credential is missing: `Bearer`; the client's credentials are not for \
         https://evil.test:443"
    );
}
