use bytes::Bytes;
use restitch::{ErrorKind, Operation};
use restitch_wire_tests::answers_media as api;

use super::answer;
use api::operations::{AnyError, ReportOk, StringsError};
use api::types::Pet;

const PET: &str = r#"{"name":"Rex"}"#;

#[tokio::test]
async fn text_as_it_is() {
    let (server, builder) = client!(answers_media);
    let client = builder.build().unwrap();
    server.respond(answer(200, "text/plain; charset=utf-8", "größe \"1\""));
    assert_eq!(*client.text().await.unwrap(), "größe \"1\"");
    server.respond(answer(
        200,
        "text/plain;charset=ISO-8859-1",
        b"gr\xf6\xdfe".to_vec(),
    ));
    assert_eq!(*client.text().await.unwrap(), "größe");
    server.respond(answer(200, "text/plain", ""));
    assert_eq!(*client.text().await.unwrap(), "");
    server.respond(answer(200, "text/plain", vec![b'a', 0xff]));
    let error = client.text().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{error}");
    assert_eq!(error.body().unwrap().as_ref(), [b'a', 0xff]);
    server.respond(answer(200, "text/html", "<h1>Sign in</h1>"));
    let error = client.text().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::ContentType), "{error}");
    assert_eq!(error.body().unwrap(), "<h1>Sign in</h1>");
    server.respond(answer(200, "text/xml", "<pet/>"));
    assert_eq!(*client.xml().await.unwrap(), "<pet/>");
    let accepted = server
        .requests()
        .into_iter()
        .map(|sent| sent.headers["accept"].clone());
    let accepted: Vec<_> = accepted.collect();
    assert_eq!(
        (&accepted[0], &accepted[5]),
        (
            &"text/plain".parse().unwrap(),
            &"application/xml".parse().unwrap()
        )
    );
}

#[tokio::test]
async fn a_string_either_way_is_one_variant() {
    let (server, builder) = client!(answers_media);
    let client = builder.build().unwrap();
    for (media_type, body) in [("application/json", "\"a b\""), ("text/plain", "a b")] {
        server.respond(answer(400, media_type, body));
        let error = client.strings().await.unwrap_err();
        let expect = StringsError::BadRequest("a b".to_owned());
        assert_eq!(error.documented(), Some(&expect), "{media_type}");
    }
    server.respond(answer(404, "application/json", PET));
    let error = client.strings().await.unwrap_err();
    let expect = StringsError::NotFound(Pet::new("Rex"));
    assert_eq!(error.documented(), Some(&expect));
}

#[tokio::test]
async fn bytes_as_they_are() {
    let (server, builder) = client!(answers_media);
    let client = builder.build().unwrap();
    server.respond(answer(200, "application/zip", vec![0, 0xff]));
    assert_eq!(
        *client.bytes().await.unwrap(),
        Bytes::from_static(&[0, 0xff])
    );
    server.respond(answer(200, "image/webp", vec![1]));
    assert_eq!(*client.picture().await.unwrap(), Bytes::from_static(&[1]));
    assert_eq!(server.requests()[1].headers["accept"], "image/png, image/*");
    server.respond(answer(200, "application/json", "{\"a\": 1}"));
    assert_eq!(*client.export().await.unwrap(), "{\"a\": 1}");
    server.respond(answer(200, "text/csv", vec![0xff]));
    assert_eq!(*client.export().await.unwrap(), Bytes::from_static(&[0xff]));
    server.respond(answer(404, "text/plain", "no picture"));
    let error = client.picture().await.unwrap_err();
    assert_eq!(error.documented().unwrap(), "no picture");
    let parts = || answer(200, "image/png", "").into_parts().0;
    let read = api::operations::Picture::decode(parts(), Bytes::from_static(b"x"));
    assert_eq!(*read.unwrap(), "x");
}

#[tokio::test]
async fn what_a_framework_writes_is_what_it_means() {
    let (server, builder) = client!(answers_media);
    let client = builder.build().unwrap();
    server.reply(200, PET);
    assert_eq!(*client.any().await.unwrap(), Pet::new("Rex"));
    server.respond(answer(200, "text/html", "<h1>"));
    let error = client.any().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::ContentType), "{error}");
    server
        .respond(answer(400, "text/plain", "no"))
        .respond(answer(500, "", "x"));
    let error = client.any().await.unwrap_err();
    assert_eq!(
        error.documented(),
        Some(&AnyError::BadRequest("no".to_owned()))
    );
    let error = client.any().await.unwrap_err();
    let expect = AnyError::InternalServerError(Bytes::from_static(b"x"));
    assert_eq!(error.documented(), Some(&expect));

    server.respond(answer(200, "text/json; charset=utf-8", PET));
    assert_eq!(*client.same().await.unwrap(), Pet::new("Rex"));
    let sent = server.requests().pop().unwrap();
    assert_eq!(sent.headers["accept"], "application/json, text/json");
    server
        .respond(answer(200, "text/plain", "a\"b"))
        .reply(200, r#""a\"b""#);
    assert_eq!(*client.strings().await.unwrap(), "a\"b");
    assert_eq!(*client.strings().await.unwrap(), "a\"b");
}

#[tokio::test]
async fn several_that_differ() {
    let (server, builder) = client!(answers_media);
    let client = builder.build().unwrap();
    let check = async |kind: &str, body: &'static str, expect: ReportOk| {
        server.respond(answer(200, kind, body));
        assert_eq!(*client.report().await.unwrap(), expect, "{kind}");
    };
    let pets = ReportOk::OkApplicationJson(vec![Pet::new("Rex")]);
    check("application/json", r#"[{"name":"Rex"}]"#, pets).await;
    let short = || ReportOk::OkApplicationVndShortJson(Pet::new("Rex"));
    check("application/vnd.short+json; v=1", PET, short()).await;
    check("Text/CSV", "a,b", ReportOk::OkText("a,b".to_owned())).await;
    check(
        "application/xml",
        "<a/>",
        ReportOk::OkText("<a/>".to_owned()),
    )
    .await;
    let pdf = ReportOk::OkBytes(Bytes::from_static(b"%PDF"));
    check("application/pdf", "%PDF", pdf).await;
    assert_eq!(
        server.requests()[0].headers["accept"],
        "application/json, application/vnd.short+json, text/csv, application/pdf, text/xml"
    );
    server.respond(answer(200, "image/png", "x"));
    let error = client.report().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::ContentType), "{error}");
}
