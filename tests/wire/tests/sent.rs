//! What the generated clients of `specs/features/` put on the wire, and what they make of answers.

use restitch::transport::InMemory;
use restitch::{ErrorKind, Null};
use restitch_wire_tests as api;

/// A server that answers everything with 204, and a client's builder set to it.
macro_rules! client {
    ($module:ident) => {{
        let server = InMemory::new();
        let builder = api::$module::Client::builder()
            .base_url("http://test.example/base")
            .transport(server.clone());
        (server, builder)
    }};
}

/// The method, URL and body of a call's request, without sending it.
macro_rules! request {
    ($call:expr) => {{
        let request = $call.request().unwrap();
        format!("{} {}", request.method(), request.uri())
    }};
}

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
         ?exact=true&fields=c,d&page=2&q=x&send=s&tags%5B%5D=a&tags%5B%5D=b&weight=0.5"
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

#[tokio::test]
async fn a_field_is_absent_null_or_set() {
    use api::three_state_fields::types::Thing;
    let (server, builder) = client!(three_state_fields);
    let things = builder.build().unwrap().things();
    let plain = || Thing::new("r", None);
    for (thing, expect) in [
        (plain(), r#"{"required":"r","required_nullable":null}"#),
        (
            plain().optional(true),
            r#"{"required":"r","required_nullable":null,"optional":true}"#,
        ),
        (
            plain().optional_nullable(Null),
            r#"{"required":"r","required_nullable":null,"optional_nullable":null}"#,
        ),
        (
            plain().optional_nullable(1.5),
            r#"{"required":"r","required_nullable":null,"optional_nullable":1.5}"#,
        ),
        (
            plain().optional_list(Null),
            r#"{"required":"r","required_nullable":null,"optional_list":null}"#,
        ),
        (
            Thing::new("r", Some(1)).optional_list(vec![None, Some("x".to_owned())]),
            r#"{"required":"r","required_nullable":1,"optional_list":[null,"x"]}"#,
        ),
    ] {
        server.reply(200, expect);
        let answer = things.update_thing(thing.clone()).await.unwrap();
        assert_eq!(*answer, thing, "what is sent comes back");
        let sent = server.requests().pop().unwrap();
        assert_eq!(sent.body, expect);
        assert_eq!(sent.headers["content-type"], "application/json");
        assert_eq!(sent.headers["accept"], "application/json");
    }
}

#[tokio::test]
async fn unknown_enum_values_come_and_go() {
    use api::string_enum::types::Order;
    let (server, builder) = client!(string_enum);
    let sorted = builder.build().unwrap().sorted();
    server.reply(200, r#"["asc","ASC","","+1","sideways","größe"]"#);
    let answer = sorted
        .list_sorted()
        .order(Order::from("sideways"))
        .level("high")
        .await
        .unwrap();
    let expect = [
        Order::AscLower,
        Order::AscUpper,
        Order::Empty,
        Order::Plus1,
        Order::from("sideways"),
        Order::Größe,
    ];
    assert_eq!(answer.as_slice(), expect);
    assert_eq!(answer[4].as_str(), "sideways");
    assert_eq!(
        server.requests()[0].uri,
        "http://test.example/base/sorted?level=high&order=sideways"
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

#[test]
fn servers_are_chosen_by_name() {
    use api::servers::{Client, Server};
    let at = |server| {
        let builder = Client::builder().server(server).transport(InMemory::new());
        builder.build().map(|client| request!(client.ping().ping()))
    };
    assert_eq!(
        at(Server::ApiExampleV1).unwrap(),
        "GET https://api.example/v1/ping"
    );
    assert_eq!(
        at(Server::ApiExampleV2).unwrap(),
        "GET https://api.example/v2/ping"
    );
    assert_eq!(
        at(Server::EuExample).unwrap(),
        "GET https://eu.example/ping"
    );
    let error = at(Server::Relative).unwrap_err();
    assert!(error.to_string().contains("base_url"), "{error}");
}

#[tokio::test]
async fn operations_without_a_tag_are_on_the_client() {
    let (server, builder) = client!(untagged);
    let client = builder.build().unwrap();
    server.reply(
        200,
        r#"[{"id":1,"owner":{"name":"x"},"more":[1,{"a":null}]}]"#,
    );
    let pets = client.get_pets().await.unwrap();
    assert_eq!(pets[0].owner.as_ref().unwrap().name.as_deref(), Some("x"));
    server.reply(299, "");
    client.delete_pets_id(1).await.unwrap();
    server.reply(200, r#"{"big":123456789012345678901234567890.10}"#);
    let raw = client.get_pets_id(2).await.unwrap();
    assert_eq!(raw.as_str(), r#"{"big":123456789012345678901234567890.10}"#);
}

#[tokio::test]
async fn wrong_answers_are_typed_errors() {
    let (server, builder) = client!(untagged);
    let client = builder.build().unwrap();
    server.reply(200, r#"[{"id":1},{"id":"x"}]"#);
    let error = client.get_pets().await.unwrap_err();
    assert_eq!(error.path().as_deref(), Some("$[1].id"), "{error}");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    assert_eq!(error.body().unwrap().as_ref(), br#"[{"id":1},{"id":"x"}]"#);
    server.reply(418, "teapot");
    let error = client.get_pets().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Undocumented), "{error:?}");
    assert_eq!(error.body().unwrap(), "teapot");
}

#[tokio::test]
async fn a_body_and_a_field_can_be_null_in_3_0() {
    use api::nullable_3_0::types::{Owner, Thing};
    let (server, builder) = client!(nullable_3_0);
    let things = builder.build().unwrap().things();
    let sent = || server.requests().pop().unwrap();
    server.reply(200, r#"{"owner":null}"#);
    let thing = things.add_thing().await.unwrap().into_inner();
    assert_eq!(thing, Thing::new().owner(Null));
    assert_eq!(
        (sent().body.as_ref(), sent().headers.get("content-type")),
        (&b""[..], None)
    );
    server.reply(200, "{}");
    things.add_thing().body(Null).await.unwrap();
    assert_eq!(
        (sent().body.as_ref(), &sent().headers["content-type"]),
        (&b"null"[..], &"application/json".parse().unwrap())
    );
    server.reply(200, "{}");
    things
        .add_thing()
        .body(Thing::new().owner(Owner::new("x")))
        .await
        .unwrap();
    assert_eq!(sent().body, r#"{"owner":{"name":"x"}}"#);
}

#[tokio::test]
async fn aliases_and_merge_keys_give_their_types() {
    use api::yaml_forms::types::Merged;
    let (server, builder) = client!(yaml_forms);
    server.reply(200, r#"{"id":1,"name":"a"}"#);
    let answer = builder.build().unwrap().forms().forms().await.unwrap();
    assert_eq!(*answer, Merged::new().id(1).name("a"));
    assert_eq!(server.requests()[0].uri, "http://test.example/base/forms");
}

#[tokio::test]
async fn raw_json_keeps_its_digits() {
    use api::raw_json::types::{Holder, Plain};
    let holder = Holder::new(r#"{"n":1.000000000000000000001}"#.parse::<restitch::Json>().unwrap());
    let text = restitch::json::to_string(&holder.nullable(Plain::new().name("a"))).unwrap();
    assert_eq!(
        text,
        r#"{"any":{"n":1.000000000000000000001},"nullable":{"name":"a"}}"#
    );
    let none: Holder =
        restitch::json::from_str(r#"{"any":null,"nullable":null,"maybe":null}"#).unwrap();
    assert_eq!(
        restitch::json::to_string(&none).unwrap(),
        r#"{"any":null,"maybe":null,"nullable":null}"#
    );
}

#[tokio::test]
async fn hostile_text_stays_text() {
    let (server, builder) = client!(hostile_text);
    server.reply(200, r#"{"${x}{0}":"{}"}"#);
    let answer = builder
        .build()
        .unwrap()
        .evil()
        .x_std_process_exit_1("\"}")
        .await
        .unwrap();
    assert_eq!(
        answer.x_0,
        Some(api::hostile_text::types::ABX0::BracketBracket)
    );
    assert_eq!(
        server.requests()[0].uri,
        "http://test.example/base/evil%22%22%7D"
    );
}

#[tokio::test]
async fn names_of_the_document_do_not_reach_the_wire_changed() {
    use api::names::types::OptionValue_5134;
    let (server, builder) = client!(names);
    let names = builder.build().unwrap().builder_();
    let text = r#"{"type":"t","self":"s","Self":"S","fooBar":"a","foo_bar":"b","foo-bar":"c","":"e","@id":"i","1st":"1","new":"n","gen":"g"}"#;
    server.reply(200, text);
    let answer: OptionValue_5134 = names.new_().await.unwrap().into_inner();
    assert_eq!(restitch::json::to_string(&answer).unwrap(), text);
}

#[tokio::test]
async fn errors_of_different_operations_go_by_question_mark() {
    let (server, builder) = client!(untagged);
    let client = builder.build().unwrap();
    server.reply(200, "[]").reply(500, "broken");
    // A call owns what it needs: it can be spawned, and outlives its client.
    let call = client.get_pets();
    drop(client);
    let pets = tokio::spawn(call.send()).await.unwrap().unwrap();
    assert!(pets.is_empty());

    let (_, other) = client!(param_path);
    let both = |client: api::untagged::Client, paths: api::param_path::paths::Paths| async move {
        paths.get_both(1, "..").await?;
        client.get_pets().await?;
        Ok::<(), restitch::AnyError>(())
    };
    let client = api::untagged::Client::builder()
        .base_url("http://test.example")
        .transport(server)
        .build()
        .unwrap();
    let error = both(client.clone(), other.build().unwrap().paths())
        .await
        .unwrap_err();
    assert!(error.to_string().contains("first"), "{error}");
    let boxed = |client: api::untagged::Client| async move {
        client.get_pets().await?;
        Ok::<(), Box<dyn std::error::Error + Send + Sync>>(())
    };
    assert!(boxed(client).await.unwrap_err().to_string().contains("500"));
}

#[test]
fn every_feature_document_is_sent() {
    let tests = include_str!("sent.rs");
    let folder = std::fs::read_dir("../../specs/features").unwrap();
    for entry in folder
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_file())
    {
        let name = entry
            .path()
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .replace('-', "_");
        // `names_taken` is about compiling.
        if name == "names_taken" {
            continue;
        }
        let named = tests.contains(&format!("client!({name})"))
            || tests.contains(&format!("api::{name}::"));
        assert!(named, "nothing is sent by the client of {name}");
    }
}

#[test]
fn maps_and_recursive_types_round_trip() {
    fn check<T>(text: &str)
    where
        T: serde::Serialize + for<'de> serde::Deserialize<'de>,
    {
        let value: T = serde_json::from_str(text).unwrap();
        let again: serde_json::Value = serde_json::to_value(&value).unwrap();
        assert_eq!(
            again,
            serde_json::from_str::<serde_json::Value>(text).unwrap()
        );
    }
    check::<api::maps::types::Labels>(r#"{"z":"1","a":"2"}"#);
    check::<api::maps::types::Counted>(r#"{"total":1,"more":2,"none":null}"#);
    check::<api::maps::types::Nested>(r#"{"k":{"labels":{"a":"b"}}}"#);
    check::<api::recursion::types::Tree>(
        r#"{"name":"a","parent":{"name":"b"},"children":[{"name":"c","children":[]}]}"#,
    );
    check::<api::recursion::types::Left>(r#"{"right":{"left":{"right":null}}}"#);
    check::<api::numbers::types::Numbers>(
        r#"{"small":-1,"unsigned":18446744073709551615,"real":0.1,"plain":9223372036854775807}"#,
    );
    check::<api::hostile_text::types::AB>(r#"{"${x}{0}":"\n","\"}, evil":"x"}"#);
}
