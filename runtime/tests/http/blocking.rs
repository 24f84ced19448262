//! Calls that block, over TCP and on a transport of one's own.

use std::time::Duration;

use restitch::transport::{BoxError, BoxFuture, InMemory, TransportErrorKind, Ureq};
use restitch::{Error, ErrorKind, Secret, TokenSource};

use crate::server::{Server, json, redirect};
use crate::shop::{Client, ClientBuilder};

/// Deaf to the proxies of the environment, and not under tokio.
fn builder(url: String) -> ClientBuilder {
    let agent = ureq::Agent::config_builder().proxy(None).build();
    Client::builder()
        .base_url(url)
        .user_agent("t")
        .transport(Ureq::from(ureq::Agent::from(agent)))
}

/// Runs calls on a thread without a runtime, as a program without one does.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(move || std::thread::spawn(work).join().unwrap())
        .await
        .unwrap()
}

fn transport_kind(error: &Error) -> TransportErrorKind {
    match error.kind() {
        ErrorKind::Transport(error) => error.kind(),
        kind => panic!("{kind:?}"),
    }
}

/// The headers of a request in order of their names: ureq writes `host` elsewhere than hyper.
fn sorted(request: &str) -> String {
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    let (line, headers) = head.split_once("\r\n").unwrap();
    let mut headers: Vec<&str> = headers.split("\r\n").collect();
    headers.sort_unstable();
    format!("{line}\r\n{}\r\n\r\n{body}", headers.join("\r\n"))
}

#[tokio::test(flavor = "current_thread")]
async fn the_bytes_are_those_of_reqwest() {
    let answers = || (1..=8).map(|n| json("200 OK", &n.to_string()));
    let server = Server::saying(answers()).await;
    let url = server.url();
    apart(move || {
        let client = builder(url).bearer("tok").build().unwrap();
        assert_eq!(*client.find().body([1.5]).send_blocking().unwrap(), 1);
        assert_eq!(*client.item("a/b").send_blocking().unwrap(), 2);
        let call = client.find().with_query("q", "a b").with_header("x-a", "1");
        assert_eq!(*call.send_blocking().unwrap(), 3);
    })
    .await;
    let other = Server::saying(answers()).await;
    let client = crate::loopback::builder(&other)
        .bearer("tok")
        .build()
        .unwrap();
    client.find().body([1.5]).await.unwrap();
    client.item("a/b").await.unwrap();
    let call = client.find().with_query("q", "a b").with_header("x-a", "1");
    call.await.unwrap();
    let ours: Vec<String> = server.requests().iter().map(|r| sorted(r)).collect();
    let theirs: Vec<String> = other.requests().iter().map(|r| sorted(r)).collect();
    assert_eq!(ours, theirs);
    assert_eq!(
        ours[..2],
        [
            "GET /items HTTP/1.1\r\naccept: application/json\r\ncontent-length: 5\r\n\
             content-type: application/json\r\nhost: 127.0.0.1:{port}\r\nuser-agent: t\r\n\r\n[1.5]",
            "GET /items/a%2Fb HTTP/1.1\r\naccept: application/json\r\n\
             authorization: Bearer tok\r\nhost: 127.0.0.1:{port}\r\nuser-agent: t\r\n\r\n",
        ]
    );
}

#[tokio::test(flavor = "current_thread")]
async fn redirects_are_the_answer() {
    let other = Server::saying([json("200 OK", "1")]).await;
    let server = Server::saying([redirect(307, &format!("{}/b", other.url()))]).await;
    let url = server.url();
    let status = apart(move || {
        let client = builder(url).bearer("secret").build().unwrap();
        client.item("a").send_blocking().unwrap_err().status()
    })
    .await;
    assert_eq!(status.unwrap().as_u16(), 307);
    assert!(other.requests().is_empty());
}

#[tokio::test(flavor = "current_thread")]
async fn limits_hold() {
    let server = Server::saying([
        json("200 OK", "12345"),
        "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n1{hold}".to_owned(),
        "{hold}".to_owned(),
    ])
    .await;
    let url = server.url();
    apart(move || {
        let client = builder(url).max_response_bytes(4).build().unwrap();
        let error = client.find().send_blocking().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::TooLarge { limit: 4 }));
        let client = builder(client_url(&client)).build().unwrap();
        for _ in 0..2 {
            let call = client.find().with_timeout(Duration::from_millis(200));
            let error = call.send_blocking().unwrap_err();
            assert_eq!(
                transport_kind(&error),
                TransportErrorKind::Timeout,
                "{error}"
            );
        }
    })
    .await;
}

/// Where a client sends its calls.
fn client_url(client: &Client) -> String {
    let uri = client.find().request().unwrap().uri().clone();
    format!("http://{}", uri.authority().unwrap())
}

#[test]
fn connection_refused_shows_no_secret() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", free.local_addr().unwrap());
    drop(free);
    let client = builder(url.clone()).query_key("secret").build().unwrap();
    let error = client.find().send_blocking().unwrap_err();
    assert_eq!(
        transport_kind(&error),
        TransportErrorKind::Connect,
        "{error}"
    );
    let text = error.to_string();
    assert!(
        text.starts_with(&format!("find: no connection to {url}: "))
            && text.to_lowercase().contains("refused"),
        "{text}"
    );
    assert!(!format!("{error} {error:?}").contains("secret"));
}

#[test]
#[cfg(not(any(
    feature = "rustls-ring",
    feature = "rustls-aws-lc",
    feature = "native-tls"
)))]
fn https_without_tls_names_the_feature() {
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let client = builder(format!("https://{}", server.local_addr().unwrap()))
        .build()
        .unwrap();
    let error = client.find().send_blocking().unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Tls, "{error}");
}

/// Gives its token from another thread, later.
struct Slow;

impl TokenSource for Slow {
    fn token(&self) -> BoxFuture<'_, Result<Secret, BoxError>> {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(20));
            sender.send(Secret::from("late"))
        });
        Box::pin(async move { Ok(receiver.await?) })
    }
}

#[test]
fn a_source_of_tokens_is_waited_for() {
    let server = InMemory::new();
    server.reply(200, "7");
    let builder = Client::builder().base_url("http://a.test");
    let builder = builder.transport(server.clone());
    let client = builder.bearer(Slow).build().unwrap();
    assert_eq!(*client.item("a").send_blocking().unwrap(), 7);
    assert_eq!(server.requests()[0].headers["authorization"], "Bearer late");
}

#[test]
fn reqwest_can_not_be_blocked_on() {
    let client = Client::builder().base_url("http://a.test");
    let transport = restitch::transport::Reqwest::new().unwrap();
    let client = client.transport(transport).build().unwrap();
    let error = client.find().send_blocking().unwrap_err();
    assert!(
        error.to_string().contains("needs an async runtime"),
        "{error}"
    );
}

#[test]
#[cfg(any(feature = "rustls-ring", feature = "rustls-aws-lc"))]
fn a_server_without_tls_is_no_https_server() {
    use std::io::{Read as _, Write as _};
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", server.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = server.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    // The default of `send_blocking`, with the platform's roots or without any.
    let client = Client::builder().base_url(url).transport(Ureq::new());
    let call = client.build().unwrap().find();
    let error = call.send_blocking().unwrap_err();
    assert_eq!(
        transport_kind(&error),
        TransportErrorKind::Tls,
        "{error} {error:?}"
    );
}

/// A server that says a part of its answer each time that it is told to.
fn in_parts(head: &'static str, parts: [&'static str; 2]) -> (String, std::sync::mpsc::Sender<()>) {
    use std::io::{Read as _, Write as _};
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", server.local_addr().unwrap());
    let (go, wait) = std::sync::mpsc::channel::<()>();
    std::thread::spawn(move || {
        let (mut stream, _) = server.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(head.as_bytes());
        for part in parts {
            let _ = wait.recv();
            let _ = write!(stream, "{:x}\r\n{part}\r\n", part.len());
        }
        let _ = stream.write_all(b"0\r\n\r\n");
    });
    (url, go)
}

#[test]
fn streams_are_read_while_they_arrive() {
    let head =
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    let (url, go) = in_parts(head, ["data: 1\n\n", "data: 2\n\n"]);
    let mut events = builder(url)
        .build()
        .unwrap()
        .watch()
        .send_blocking()
        .unwrap();
    for expect in [1, 2] {
        // What was not said yet can not have been read.
        go.send(()).unwrap();
        assert_eq!(events.next_blocking().unwrap().unwrap().data, expect);
    }
    assert!(events.next_blocking().is_none());

    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ntransfer-encoding: chunked\r\n\r\n";
    let (url, go) = in_parts(head, ["a,b\n", "1,2\n"]);
    let client = builder(url).build().unwrap();
    let mut body = client.export().stream_blocking().unwrap();
    for expect in ["a,b\n", "1,2\n"] {
        go.send(()).unwrap();
        assert_eq!(body.next_blocking().unwrap().unwrap(), expect);
    }
    assert!(body.next_blocking().is_none());
}

#[test]
fn what_is_no_stream_is_an_error() {
    let server = InMemory::new();
    server.reply(404, "gone");
    let client = Client::builder()
        .base_url("http://t.test")
        .transport(server);
    let error = client.build().unwrap().watch().send_blocking().unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
}
