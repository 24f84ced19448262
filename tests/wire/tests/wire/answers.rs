//! Bodies there and back, answers and errors.

use restitch::{ErrorKind, Null};
use restitch_wire_tests as api;

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
    server.reply(200, r#"{"heir":null}"#);
    let thing = things.add_thing().await.unwrap().into_inner();
    assert_eq!(thing, Thing::new().heir(Null));
    assert_eq!(thing.heir.flatten(), None);
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
    use api::names::types::OptionValuePascal;
    let (server, builder) = client!(names);
    let names = builder.build().unwrap().builder_();
    let text = r#"{"type":"t","self":"s","Self":"S","fooBar":"a","foo_bar":"b","foo-bar":"c","":"e","@id":"i","1st":"1","new":"n","gen":"g"}"#;
    server.reply(200, text);
    let answer: OptionValuePascal = names.new_().await.unwrap().into_inner();
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
    check::<api::recursion::types::Formula>(r#"{"not":{"not":1.5}}"#);
    check::<api::recursion::types::Left>(r#"{"right":{"left":{"right":null}}}"#);
    check::<api::numbers::types::Numbers>(
        r#"{"small":-1,"unsigned":18446744073709551615,"real":0.1,"plain":9223372036854775807}"#,
    );
    check::<api::hostile_text::types::AB>(r#"{"${x}{0}":"\n","\"}, evil":"x"}"#);
}

#[tokio::test]
async fn an_answer_of_which_nothing_is_known_is_bytes() {
    let (server, builder) = client!(dangling);
    let boxes = builder.build().unwrap().boxes();
    server.reply(200, "anything");
    let answer = boxes
        .read_box("a b")
        .with_query("depth", "2")
        .await
        .unwrap();
    assert_eq!(&answer[..], b"anything");
    let sent = server.requests().pop().unwrap();
    assert_eq!(sent.uri, "http://test.example/base/boxes/a%20b?depth=2");
    server.reply(404, "none");
    let error = boxes.read_box("b").await.unwrap_err();
    assert_eq!(error.status().unwrap(), 404);
}

#[tokio::test]
async fn text_of_any_media_type_may_come_as_json() {
    let (server, builder) = client!(answers_media);
    let client = builder.build().unwrap();
    for (media_type, body, expect) in [
        ("text/plain", r#""a""#, r#""a""#),
        ("application/json", r#""a\u00e4""#, "a\u{e4}"),
        // What is called JSON and is none is taken as it is.
        ("application/json", "plain", "plain"),
        ("application/json", "[1]", "[1]"),
    ] {
        let answer = restitch::http::Response::builder().header("Content-Type", media_type);
        server.respond(answer.body(body.into()).unwrap());
        let text = client.whatever().await.unwrap().into_inner();
        assert_eq!(text, expect, "{media_type} {body}");
    }
}

#[test]
fn no_range_that_accept_does_not_know_is_asked_for() {
    let (_, builder) = client!(answers_media);
    let request = builder.build().unwrap().ranges().request().unwrap();
    assert_eq!(request.headers()["accept"], "application/json");
}

#[tokio::test]
async fn a_parameter_of_the_media_type_may_tell() {
    use api::answers_media::operations::VersionsOk;
    let (server, builder) = client!(answers_media);
    let client = builder.build().unwrap();
    let answer = async |media_type: &str| {
        let answer = restitch::http::Response::builder().header("Content-Type", media_type);
        server.respond(answer.body(r#"{"id":7,"name":"a"}"#.into()).unwrap());
        client.versions().await.map(restitch::Response::into_inner)
    };
    let second = answer("application/vnd.pet+json; charset=utf-8; Version=\"2\"").await;
    match second.unwrap() {
        VersionsOk::OkApplicationVndPetJsonVersion2(pet) => assert_eq!(pet.id, 7),
        other => panic!("{other:?}"),
    }
    for media_type in [
        "application/vnd.pet+json;version=1",
        "application/vnd.pet+json",
    ] {
        let first = answer(media_type).await.unwrap();
        assert!(
            matches!(first, VersionsOk::OkApplicationVndPetJsonVersion1(_)),
            "{media_type}: {first:?}"
        );
    }
    let third = answer("application/vnd.pet+json; version=3").await;
    assert!(matches!(third.unwrap_err().kind(), ErrorKind::ContentType));
}
