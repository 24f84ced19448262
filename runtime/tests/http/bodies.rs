//! Bodies over TCP: what the reqwest transport makes of pieces and streams.

use restitch::transport::Reqwest;
use restitch::{Body, File};

use crate::loopback::Pieces;
use crate::server::{Server, json};
use crate::shop::{Client, rt};

/// As it is generated.
#[derive(Debug, rt::Multipart)]
struct Upload {
    file: rt::File,
    note: Option<String>,
}

#[derive(Debug)]
enum Sent {
    Parts(Upload),
    Bytes(Body),
    Number(i64),
}

rt::choice! { Sent {
    0 Parts(Upload) payload from,
    1 Bytes(Body) payload from,
    2 Number(i64) value from,
} }

static SEND: rt::OperationInfo = rt::OperationInfo {
    id: "send",
    body: &[
        rt::Media::multipart("multipart/form-data"),
        rt::Media::raw("application/zip"),
        rt::Media::JSON,
    ],
    accept: Some(""),
    answers: &[rt::json(&[200])],
    ..rt::post("/files")
};

struct Send(rt::Call);
rt::operation!(Send, SEND, json i64);

/// The head of the request, without what is the same in all, and its body.
async fn sent(body: impl Into<Sent>) -> (String, String) {
    let server = Server::saying([json("200 OK", "1")]).await;
    let reqwest = Reqwest::builder().unwrap().no_proxy().build().unwrap();
    let client = Client::builder()
        .base_url(server.url())
        .user_agent("t")
        .transport(Reqwest::from(reqwest))
        .build()
        .unwrap();
    let call = Send(rt::Call::new(&client.0, &SEND).payload::<Sent>(body.into()));
    assert_eq!(*call.await.unwrap(), 1);
    let recorded = server.requests().remove(0);
    let (head, body) = recorded.split_once("\r\n\r\n").unwrap();
    let head = head.strip_prefix("POST /files HTTP/1.1\r\nuser-agent: t\r\ncontent-type: ");
    let (media_type, rest) = head.expect("a head").split_once("\r\n").unwrap();
    let (media_type, boundary) = media_type
        .split_once("; boundary=")
        .unwrap_or((media_type, "?"));
    let rest = rest.replace("host: 127.0.0.1:{port}\r\n", "");
    // The transport's own.
    let rest = rest.replace("accept: */*\r\n", "");
    (
        format!("{media_type} {rest}"),
        body.replace(boundary, "B").replace("\r\n", "|"),
    )
}

fn upload(file: File, note: Option<&str>) -> Upload {
    Upload {
        file,
        note: note.map(str::to_owned),
    }
}

#[tokio::test(flavor = "current_thread")]
async fn parts_in_memory_have_a_length() {
    let (head, body) = sent(upload("12345".into(), Some("n"))).await;
    let file = "Content-Disposition: form-data; name=\"file\"; filename=\"file\"|\
                Content-Type: application/octet-stream";
    let note = "Content-Disposition: form-data; name=\"note\"";
    assert_eq!(body, format!("--B|{file}||12345|--B|{note}||n|--B--|"));
    let length = body.replace('|', "\r\n").len() + 3 * ("restitch-".len() + 32 - 1);
    assert_eq!(
        head,
        format!("multipart/form-data content-length: {length}")
    );
}

#[tokio::test(flavor = "current_thread")]
async fn a_stream_among_parts_goes_out_in_chunks() {
    let file = File::stream(Pieces(vec!["one", "three"]));
    let (head, body) = sent(upload(file, None)).await;
    assert_eq!(head, "multipart/form-data transfer-encoding: chunked");
    assert!(body.contains("|3|one|5|three|"), "{body}");
    assert!(body.ends_with("|--B--||0||"), "{body}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_stream_of_known_length_has_one() {
    let body = Body::stream_of_length(Pieces(vec!["one", "three"]), 8);
    assert_eq!(
        sent(body).await,
        (
            "application/zip content-length: 8".into(),
            "onethree".into()
        )
    );
    assert_eq!(
        sent(Body::stream(Pieces(vec!["one"]))).await,
        (
            "application/zip transfer-encoding: chunked".into(),
            "3|one|0||".into()
        )
    );
    assert_eq!(
        sent(7).await,
        ("application/json content-length: 1".into(), "7".into())
    );
}
