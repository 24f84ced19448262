//! What comes back, and the errors that it may be.

use std::sync::{Arc, Weak};

use http::StatusCode;
use restitch::transport::BoxFuture;
use restitch::{Body, ErrorKind, Transport, TransportError};

use crate::chaser::{self, KEY};
use crate::shop::{Client, demanding, rt, shop};

#[tokio::test(flavor = "current_thread")]
async fn an_operation_that_returns_nothing() {
    let (client, server) = shop();
    server.reply(204, "");
    let response = client.remove(7).await.unwrap();
    assert_eq!(response.status(), StatusCode::NO_CONTENT);
    server.reply(200, "1");
    let error = client.remove(7).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Undocumented));
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert!(!server.requests()[0].headers.contains_key("accept"));
}

#[tokio::test(flavor = "current_thread")]
async fn an_undocumented_status_keeps_all() {
    let (client, server) = shop();
    let answer = http::Response::builder()
        .status(429)
        .header("Retry-After", "7");
    server.respond(answer.body(Body::from("slow down")).unwrap());
    let error = client.find().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Undocumented));
    assert_eq!(error.status().unwrap(), 429);
    assert_eq!(error.headers().unwrap()["retry-after"], "7");
    assert_eq!(error.body().unwrap(), "slow down");
    assert_eq!(error.path(), None);
    assert_eq!(
        error.to_string(),
        "find: status 429 Too Many Requests, which the document does not describe: slow down"
    );
}

#[tokio::test(flavor = "current_thread")]
async fn a_body_that_does_not_fit_names_the_place() {
    let server = restitch::transport::InMemory::new();
    let client = chaser::Client::builder()
        .transport(server.clone())
        .build()
        .unwrap();
    let check = async |body: String, path: &str, expect: &str| {
        server.reply(200, body.clone());
        let error = client
            .accounts()
            .create_current_service_account_key("a")
            .await
            .unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{error}");
        assert_eq!(error.path().as_deref(), Some(path), "{error}");
        assert_eq!(error.status(), Some(StatusCode::OK));
        assert_eq!(error.body().unwrap(), body.as_bytes());
        assert!(error.to_string().contains(expect), "{error}");
    };
    check(
        KEY.replace("\"keys:read\"", "1"),
        "$.scopes[0]",
        "expected a string",
    )
    .await;
    check(
        KEY.replace("false", "0"),
        "$.full_access",
        "expected a boolean",
    )
    .await;
    check(
        KEY.replace("\"name\":\"ci\"", "\"x\":1"),
        "$.service_account",
        "`name` is missing",
    )
    .await;
    check(KEY[..50].to_owned(), "$", "").await;
    check("null".to_owned(), "$", "expected an object").await;
}

#[tokio::test(flavor = "current_thread")]
async fn another_content_type() {
    let (client, server) = shop();
    let answer = http::Response::builder().header("Content-Type", "text/html; charset=utf-8");
    server.respond(answer.body(Body::from("<h1>Sign in</h1>")).unwrap());
    let error = client.find().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::ContentType));
    assert_eq!(error.body().unwrap(), "<h1>Sign in</h1>");
    assert_eq!(
        error.to_string(),
        "find: status 200 OK with content type `text/html; charset=utf-8`, which the document does not say of it"
    );
}

#[tokio::test(flavor = "current_thread")]
async fn too_large_a_body() {
    let server = shop().1;
    let client = Client::builder()
        .max_response_bytes(3)
        .transport(server.clone())
        .build()
        .unwrap();
    server.reply(200, "123").reply(200, "1234");
    assert_eq!(*client.find().await.unwrap(), 123);
    let error = client.find().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge { limit: 3 }));
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert_eq!(
        error.to_string(),
        "find: status 200 OK with more than 3 bytes"
    );
}

#[tokio::test(flavor = "current_thread")]
async fn errors_name_the_operation() {
    static NAMELESS: rt::OperationInfo = rt::OperationInfo {
        id: "",
        path: "/items",
        ..demanding(&[&[0]])
    };
    let (client, server) = shop();
    server.reply(500, "no");
    let error = client.find().await.unwrap_err();
    assert_eq!(error.operation().as_deref(), Some("find"));
    let any = restitch::AnyError::from(error);
    assert_eq!(any.operation().as_deref(), Some("find"));
    assert!(any.to_string().starts_with("find: status 500"), "{any}");
    let error = client.call(&NAMELESS).request().unwrap_err();
    assert_eq!(
        error.to_string(),
        "GET /items: a credential is missing: `Bearer`; the client was built without"
    );
    let call = client.call(&NAMELESS);
    assert!(format!("{call:?}").contains("GET /items"), "{call:?}");
}

/// Answers 204 where it is still there when the answer comes, and 500 where it was dropped.
struct Alive(Arc<()>);

impl Transport for Alive {
    fn send(
        &self,
        _: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        let own: Weak<()> = Arc::downgrade(&self.0);
        Box::pin(async move {
            tokio::task::yield_now().await;
            let mut response = http::Response::new(Body::empty());
            *response.status_mut() = match own.upgrade() {
                Some(_) => StatusCode::NO_CONTENT,
                None => StatusCode::INTERNAL_SERVER_ERROR,
            };
            Ok(response)
        })
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_transport_lives_as_long_as_its_calls() {
    let builder = Client::builder().base_url("http://shop.test");
    let client = builder.transport(Alive(Arc::default())).build().unwrap();
    let call = client.remove(7);
    drop(client);
    assert_eq!(call.await.unwrap().status(), StatusCode::NO_CONTENT);
}
