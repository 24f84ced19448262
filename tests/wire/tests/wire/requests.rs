//! Arguments, setters and credentials to requests.

use restitch::ErrorKind;
use restitch_wire_tests as api;

#[test]
fn path_parameters_go_in_the_order_of_the_template() {
    let (_, builder) = client!(param_path);
    let paths = builder.build().unwrap().paths();
    assert_eq!(
        request!(paths.get_both(7, "a/b")),
        "GET http://test.example/base/a/7/a%2Fb.json"
    );
    let list = vec!["x".to_owned(), "y,z".to_owned()];
    assert_eq!(
        request!(paths.get_list(list)),
        "GET http://test.example/base/ids/x,y%2Cz/a%20b"
    );
}

#[test]
fn path_values_stay_in_their_segment() {
    let (_, builder) = client!(references);
    let pets = builder.build().unwrap().pets();
    for (value, expect) in [
        ("a b", "a%20b"),
        ("%2e%2e", "%252e%252e"),
        ("a?b#c", "a%3Fb%23c"),
        ("..;", "..%3B"),
        ("\\", "%5C"),
        ("\0", "%00"),
        ("🦀", "%F0%9F%A6%80"),
    ] {
        let expect = format!("GET http://test.example/base/pets/{expect}");
        assert_eq!(request!(pets.get_pet(value)), expect, "{value:?}");
    }
    for value in ["", ".", ".."] {
        let error = pets.get_pet(value).request().unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Request(_)),
            "{value:?}: {error}"
        );
    }
}

#[test]
#[allow(deprecated)] // `type` is, and is sent all the same.
fn query_parameters_are_absent_until_set() {
    let (_, builder) = client!(param_query);
    let search = builder.build().unwrap().search();
    assert_eq!(
        request!(search.search("a b&c")),
        "GET http://test.example/base/search?q=a%20b%26c"
    );
    let call = search
        .search("x")
        .page(2)
        .exact(Some(true))
        .weight(0.5)
        .tags(["a", "b"])
        .fields(["c", "d"])
        .send_("s")
        .r#type(None::<String>);
    assert_eq!(
        request!(call),
        "GET http://test.example/base/search\
         ?exact=true&page=2&q=x&send=s&tags%5B%5D=a&tags%5B%5D=b&weight=0.5&fields=c,d"
    );
}

#[test]
fn headers_and_cookies() {
    let (_, builder) = client!(param_header_cookie);
    let session = builder.build().unwrap().session();
    let call = session
        .who_am_i("id 1")
        .x_trace([1, 2])
        .session_cookie("c")
        .session_query("q");
    let request = call.request().unwrap();
    assert_eq!(request.uri(), "http://test.example/base/whoami?session=q");
    assert_eq!(request.headers()["x-request-id"], "id 1");
    assert_eq!(request.headers()["x-trace"], "1,2");
    assert_eq!(request.headers()["cookie"], "session=c");
    assert!(session.who_am_i("a\r\nEvil: 1").request().is_err());
}

#[test]
fn many_arguments_are_a_struct() {
    use api::many_arguments::many::ConfigureArgs;
    use api::many_arguments::types::{ConfigureBody, ConfigureBodyRequired};
    let (_, builder) = client!(many_arguments);
    let required = ConfigureBodyRequired {
        one: "1".into(),
        two: 2,
        three: true,
        four: vec![],
    };
    let args = ConfigureArgs {
        a: "a".into(),
        b: 1,
        c: "c".into(),
        w: vec!["w".into()],
        x: "x".into(),
        y: true,
        z: "z".into(),
        body: ConfigureBody::new(required).five("5"),
    };
    let request = builder
        .build()
        .unwrap()
        .many()
        .configure(args)
        .optional("o")
        .request()
        .unwrap();
    assert_eq!(
        request.uri(),
        "http://test.example/base/a/1/c?optional=o&w=w&y=true&z=z"
    );
    let body = request.body().as_bytes().unwrap();
    let expect = serde_json::json!({"one": "1", "two": 2, "three": true, "four": [], "five": "5"});
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(body).unwrap(),
        expect
    );
}

#[test]
fn the_first_alternative_that_the_client_holds_is_sent() {
    let (_, builder) = client!(security);
    let basic = builder
        .clone()
        .basic("user", "pass")
        .key_header("k")
        .key_query("q")
        .build()
        .unwrap();
    let request = basic.security().usual().request().unwrap();
    assert_eq!(request.headers()["authorization"], "Basic dXNlcjpwYXNz");
    assert!(!request.headers().contains_key("x-api-key"));

    let keys = builder
        .clone()
        .key_header("k")
        .key_query("q q")
        .build()
        .unwrap();
    let request = keys.security().usual().request().unwrap();
    assert_eq!(request.headers()["x-api-key"], "k");
    assert!(request.headers()["x-api-key"].is_sensitive());
    assert_eq!(
        request.uri(),
        "http://test.example/base/usual?api_key=q%20q"
    );

    let half = builder.clone().key_header("k").build().unwrap();
    let error = half.security().usual().request().unwrap_err();
    assert!(
        error.to_string().contains("basic"),
        "it names what is missing: {error}"
    );
    assert!(
        half.security()
            .cookie()
            .request()
            .unwrap()
            .headers()
            .get("cookie")
            .is_none()
    );
    assert!(
        half.security()
            .public()
            .request()
            .unwrap()
            .headers()
            .get("x-api-key")
            .is_none()
    );

    let cookie = builder.clone().key_cookie("c").build().unwrap();
    assert_eq!(
        cookie.security().cookie().request().unwrap().headers()["cookie"],
        "session=c"
    );
    let token = builder.oauth("t").build().unwrap();
    assert_eq!(
        token.security().token().request().unwrap().headers()["authorization"],
        "Bearer t"
    );
}
