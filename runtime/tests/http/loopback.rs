//! The reqwest transport, over TCP.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body::Frame;
use restitch::transport::{BoxError, Reqwest, TransportErrorKind};
use restitch::{Body, Error, ErrorKind, Transport as _};

use crate::server::{Server, json};
use crate::shop::{Client, ClientBuilder};

/// The default transport, but deaf to the proxies of the environment.
fn transport() -> Reqwest {
    Reqwest::builder()
        .unwrap()
        .no_proxy()
        .build()
        .unwrap()
        .into()
}

pub(crate) fn builder(server: &Server) -> ClientBuilder {
    Client::builder()
        .base_url(server.url())
        .user_agent("t")
        .transport(transport())
}

fn client(server: &Server) -> Client {
    builder(server).build().unwrap()
}

fn transport_kind(error: &Error) -> TransportErrorKind {
    match error.kind() {
        ErrorKind::Transport(error) => error.kind(),
        kind => panic!("{kind:?}"),
    }
}

#[tokio::test(flavor = "current_thread")]
async fn bytes_on_the_wire() {
    let server = Server::saying([
        json("200 OK", "1"),
        json("200 OK", "2"),
        json("200 OK", "3"),
    ])
    .await;
    let client = builder(&server).bearer("tok").build().unwrap();
    assert_eq!(*client.find().body([1.5]).await.unwrap(), 1);
    assert_eq!(*client.item("a/b").await.unwrap(), 2);
    assert_eq!(*client.find().await.unwrap(), 3);
    assert_eq!(
        server.requests(),
        [
            "GET /items HTTP/1.1\r\nuser-agent: t\r\naccept: application/json\r\n\
             content-type: application/json\r\nhost: 127.0.0.1:{port}\r\n\
             content-length: 5\r\n\r\n[1.5]",
            "GET /items/a%2Fb HTTP/1.1\r\nuser-agent: t\r\naccept: application/json\r\n\
             authorization: Bearer tok\r\nhost: 127.0.0.1:{port}\r\n\r\n",
            "GET /items HTTP/1.1\r\nuser-agent: t\r\naccept: application/json\r\n\
             host: 127.0.0.1:{port}\r\n\r\n",
        ]
    );
}

#[tokio::test(flavor = "current_thread")]
async fn a_post_without_a_body_has_length_zero() {
    let server = Server::saying([json("200 OK", "1")]).await;
    send(&server, Body::empty()).await.unwrap();
    assert!(
        server.requests()[0].contains("\r\ncontent-length: 0\r\n"),
        "{:?}",
        server.requests()
    );
}

async fn send(
    server: &Server,
    body: Body,
) -> Result<http::Response<Body>, restitch::TransportError> {
    let request = http::Request::post(server.url()).body(body).unwrap();
    transport().send(request).await
}

/// A body in pieces, of unknown length; `fail` is where it breaks off.
pub(crate) struct Pieces(pub(crate) Vec<&'static str>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        let next = (!self.0.is_empty()).then(|| self.0.remove(0));
        Poll::Ready(next.map(|piece| match piece {
            "fail" => Err(std::io::Error::other("disk gone")),
            piece => Ok(Frame::data(piece.into())),
        }))
    }
}

#[tokio::test(flavor = "current_thread")]
async fn streams_go_out_with_their_length_or_in_chunks() {
    let server = Server::saying([json("200 OK", "1"), json("200 OK", "1")]).await;
    send(&server, Body::stream(Pieces(vec!["ab", "c"])))
        .await
        .unwrap();
    send(&server, Body::stream_of_length(Pieces(vec!["ab", "c"]), 3))
        .await
        .unwrap();
    let requests = server.requests();
    let (head, body) = requests[0].split_once("\r\n\r\n").unwrap();
    assert!(head.contains("transfer-encoding: chunked") && !head.contains("content-length"));
    assert_eq!(body, "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
    let (head, body) = requests[1].split_once("\r\n\r\n").unwrap();
    assert!(head.contains("content-length: 3") && !head.contains("transfer-encoding"));
    assert_eq!(body, "abc");
}

#[tokio::test(flavor = "current_thread")]
async fn a_request_body_that_fails() {
    let server = Server::saying([""; 0]).await;
    let error = send(&server, Body::stream(Pieces(vec!["ab", "fail"])))
        .await
        .unwrap_err();
    assert!(error.to_string().ends_with("disk gone"), "{error}");
    assert_eq!(error.kind(), TransportErrorKind::Body);
}

#[tokio::test(flavor = "current_thread")]
async fn an_answer_in_chunks() {
    let chunked =
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\n4\r\n1\r\n2\r\n0\r\n\r\n";
    let server = Server::saying([chunked, chunked]).await;
    assert_eq!(*client(&server).find().await.unwrap(), 42);
    let strict = builder(&server).max_response_bytes(1).build().unwrap();
    let error = strict.find().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge { limit: 1 }));
    assert_eq!(error.body().unwrap(), "4");
}

#[tokio::test(flavor = "current_thread")]
async fn events_are_read_while_the_server_goes_on() {
    // The chunks cut events in two, and the answer never ends.
    let head =
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    let chunks = "8\r\ndata: 1\n\r\n8\r\n\ndata: 2\r\n3\r\n\n\nd\r\n";
    let server =
        Server::saying([format!("{head}{chunks}{{hold}}"), format!("{head}{chunks}")]).await;
    let mut events = client(&server).watch().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data, 1);
    assert_eq!(events.next().await.unwrap().unwrap().data, 2);
    drop(events);
    let mut events = client(&server).watch().await.unwrap();
    for expect in [1, 2] {
        assert_eq!(events.next().await.unwrap().unwrap().data, expect);
    }
    let error = events.next().await.unwrap().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
    assert_eq!(error.offset(), 18);
    assert!(events.next().await.is_none());
    assert!(server.requests()[0].contains("accept: text/event-stream\r\n"));
}

#[tokio::test(flavor = "current_thread")]
async fn an_announced_length_is_believed() {
    // The body never comes: only the header can tell.
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n";
    let server = Server::saying([answer]).await;
    let strict = builder(&server).max_response_bytes(1000).build().unwrap();
    let error = strict.find().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge { limit: 1000 }));
    assert_eq!(error.body().unwrap(), "");
}

#[tokio::test(flavor = "current_thread")]
async fn an_answer_that_breaks_off_keeps_what_came() {
    let answer =
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n12";
    let server = Server::saying([answer]).await;
    let error = client(&server).find().await.unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Body);
    assert_eq!(
        (error.status().unwrap().as_u16(), &error.body().unwrap()[..]),
        (200, &b"12"[..])
    );
    assert!(
        error
            .to_string()
            .ends_with("(after status 200 OK and 2 bytes of its body)"),
        "{error}"
    );
}

#[tokio::test(flavor = "current_thread")]
async fn a_server_that_says_nothing() {
    let server = Server::saying([""]).await;
    let error = client(&server).find().await.unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Other);
    assert_eq!(error.status(), None);
}

#[tokio::test(flavor = "current_thread")]
async fn no_answer_in_time() {
    let server = Server::saying([""; 0]).await;
    let short = Duration::from_millis(50);
    let error = client(&server)
        .find()
        .with_timeout(short)
        .await
        .unwrap_err();
    assert!(error.is_timeout() && error.status().is_none(), "{error}");
    let hasty = builder(&server).timeout(short).build().unwrap();
    assert!(hasty.find().await.unwrap_err().is_timeout());
}

#[tokio::test(flavor = "current_thread")]
async fn half_an_answer_in_time() {
    let half = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n1{hold}";
    let server = Server::saying([half]).await;
    let call = client(&server).find().with_timeout(Duration::from_secs(1));
    let error = call.await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_eq!(
        (error.status().unwrap().as_u16(), &error.body().unwrap()[..]),
        (200, &b"1"[..])
    );
}

#[tokio::test(flavor = "current_thread")]
async fn connection_refused() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port());
    drop(listener);
    let client = Client::builder()
        .base_url(&*url)
        .transport(transport())
        .build()
        .unwrap();
    let error = client
        .find()
        .with_query("key", "hunter2")
        .await
        .unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Connect);
    let text = error.to_string();
    assert!(
        text.starts_with(&format!("find: no connection to {url}: ")),
        "{text}"
    );
    let mut cause: &dyn std::error::Error = &error;
    let mut all = vec![format!("{error:?}")];
    while let Some(source) = cause.source() {
        all.push(format!("{source} {source:?}"));
        cause = source;
    }
    assert!(all.len() > 2, "{all:?}");
    assert!(
        all.iter()
            .all(|text| !text.contains("hunter2") && !text.contains("/items")),
        "{all:?}"
    );
}

#[cfg(not(any(
    feature = "rustls-ring",
    feature = "rustls-aws-lc",
    feature = "native-tls"
)))]
#[tokio::test(flavor = "current_thread")]
async fn https_without_tls_names_the_feature() {
    let client = Client::builder()
        .base_url("https://127.0.0.1:1")
        .transport(transport());
    let error = client.build().unwrap().find().await.unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Tls);
    assert!(
        error.to_string().contains("feature `rustls-ring`"),
        "{error}"
    );
}

#[cfg(any(
    feature = "rustls-ring",
    feature = "rustls-aws-lc",
    feature = "native-tls"
))]
#[tokio::test(flavor = "current_thread")]
async fn a_server_without_tls_is_no_https_server() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!(
        "https://127.0.0.1:{}",
        listener.local_addr().unwrap().port()
    );
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let answer = b"HTTP/1.1 400 Bad Request\r\n\r\n";
        tokio::io::AsyncWriteExt::write_all(&mut stream, answer)
            .await
            .unwrap();
    });
    let client = Client::builder()
        .base_url(&*url)
        .transport(transport())
        .build()
        .unwrap();
    let error = client.find().await.unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Tls);
    assert!(
        error
            .to_string()
            .starts_with(&format!("find: no secure connection to {url}: ")),
        "{error}"
    );
}

#[test]
fn the_default_transport_can_be_built() {
    let client = Client::builder().build().unwrap();
    assert!(!format!("{client:?}{:?}", Reqwest::new().unwrap()).is_empty());
}

/// Asked once for each call that sends it.
struct Fetched;

impl restitch::TokenSource for Fetched {
    fn token(&self) -> restitch::transport::BoxFuture<'_, Result<restitch::Secret, BoxError>> {
        Box::pin(async {
            tokio::time::sleep(Duration::from_millis(1)).await;
            Ok("fetched".into())
        })
    }
}

#[tokio::test(flavor = "current_thread")]
async fn credentials_on_the_wire() {
    use crate::shop::{demanding, rt};
    static ALL: rt::OperationInfo = demanding(&[&[0, 2, 3, 4]]);
    static DIGEST: rt::OperationInfo = demanding(&[&[5]]);
    static BASIC: rt::OperationInfo = demanding(&[&[1], &[]]);
    let answers = [
        json("200 OK", "1"),
        json("200 OK", "1"),
        json("200 OK", "1"),
    ];
    let server = Server::saying(answers).await;
    let keys = builder(&server).bearer(Fetched).header_key("h");
    let client = keys
        .query_key("q /")
        .cookie_key("c")
        .digest("Digest a=\"b\"")
        .build();
    let client = client.unwrap();
    for call in [&ALL, &DIGEST, &BASIC] {
        client.call(call).await.unwrap();
    }
    let head = "HTTP/1.1\r\nuser-agent: t\r\n";
    let host = "accept: */*\r\nhost: 127.0.0.1:{port}\r\n\r\n";
    assert_eq!(
        server.requests(),
        [
            format!(
                "GET /guarded?key=q%20%2F {head}authorization: Bearer fetched\r\nx-key: h\r\n\
                 cookie: sid=c\r\n{host}"
            ),
            format!("GET /guarded {head}authorization: Digest a=\"b\"\r\n{host}"),
            format!("GET /guarded {head}{host}"),
        ]
    );
}
