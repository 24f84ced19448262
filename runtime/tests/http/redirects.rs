//! Which redirects are followed.

use restitch::ErrorKind;

use crate::loopback::builder;
use crate::server::{Server, json, redirect};

#[tokio::test(flavor = "current_thread")]
async fn redirects_within_the_origin_are_followed() {
    let server = Server::saying([
        redirect(307, "/a?b=c"),
        redirect(308, "http://127.0.0.1:{port}/d"),
        json("200 OK", "9"),
    ])
    .await;
    let client = builder(&server)
        .default_header("X-Key", "k")
        .build()
        .unwrap();
    assert_eq!(
        *client.find().with_query("key", "hunter2").await.unwrap(),
        9
    );
    let requests = server.requests();
    assert_eq!(requests.len(), 3);
    for request in &requests[1..] {
        assert!(request.contains("x-key: k") && !request.to_lowercase().contains("referer"));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn redirects_to_another_origin_are_the_answer() {
    let other = Server::saying([json("200 OK", "9")]).await;
    let locations = [
        format!("http://127.0.0.1:{}/a", other.port()),
        format!("//127.0.0.1:{}/a", other.port()),
        "http://localhost:{port}/a".to_owned(),
        "https://127.0.0.1:{port}/a".to_owned(),
    ];
    for location in locations {
        let server = Server::saying([redirect(302, &location)]).await;
        let error = builder(&server).build().unwrap().find().await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Undocumented), "{error}");
        assert_eq!(error.status().unwrap(), 302);
        assert!(error.headers().unwrap().contains_key("location"));
        assert_eq!(server.requests().len(), 1, "{location}");
    }
    assert!(other.requests().is_empty());
}

#[tokio::test(flavor = "current_thread")]
async fn redirects_end() {
    let server = Server::saying(vec![redirect(302, "/again"); 20]).await;
    let error = builder(&server).build().unwrap().find().await.unwrap_err();
    assert!(
        error.to_string().ends_with("more than ten redirects"),
        "{error}"
    );
    assert_eq!(server.requests().len(), 11);
}

#[tokio::test(flavor = "current_thread")]
async fn redirects_that_are_wanted_are_the_answer() {
    let server = Server::saying([
        redirect(302, "/b"),
        redirect(302, "/c"),
        json("200 OK", "9"),
    ])
    .await;
    let client = builder(&server).build().unwrap();
    let moved = client.locate().await.unwrap();
    assert_eq!(moved.status(), 302);
    assert_eq!(moved.headers()["location"], "/b");
    // Only of that call.
    assert_eq!(*client.find().await.unwrap(), 9);
}
