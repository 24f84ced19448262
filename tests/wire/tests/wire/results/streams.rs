use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use restitch::{AnyError, Body, ErrorKind, EventsOrValues, Operation, Streaming};
use restitch_wire_tests::answers_streams as api;

use super::answer;
use api::types::{Answer, Delta, NewsResponseEvent, Problem};

/// Gives one byte after the other, and then fails or ends.
struct Slowly(Vec<u8>, bool);

impl http_body::Body for Slowly {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, std::io::Error>>> {
        if self.0.is_empty() {
            let fails = std::mem::take(&mut self.1);
            return Poll::Ready(fails.then(|| Err(std::io::Error::other("broken off"))));
        }
        let byte = self.0.remove(0);
        Poll::Ready(Some(Ok(http_body::Frame::data(vec![byte].into()))))
    }
}

fn slowly(text: &str) -> Body {
    Body::stream(Slowly(text.into(), false))
}

#[tokio::test]
async fn json_or_events_as_the_caller_chooses() {
    let (server, builder) = client!(answers_streams);
    let client = builder.build().unwrap();
    server.reply(200, r#"{"text":"all"}"#);
    assert_eq!(*client.chat().await.unwrap(), Answer::new("all"));
    let events = "event: delta\nid: 7\nretry: 10\ndata: {\"delta\":\ndata: \"a\"}\n\n: ping\n\ndata: {}\n\ndata: {\"delta\":\"b\"}\n\ndata: [DONE]\n\ndata: {\"delta\":\"c\"}\n\n";
    server.respond(answer(
        200,
        "text/event-stream; charset=utf-8",
        slowly(events),
    ));
    let mut stream = client.chat().stream().await.unwrap();
    assert_eq!(stream.status(), 200);
    let event = stream.next().await.unwrap().unwrap();
    assert_eq!((&*event.event, event.id.as_deref()), ("delta", Some("7")));
    assert_eq!(event.retry.unwrap().as_millis(), 10);
    assert_eq!(event.data, Delta::new("a"));
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("`delta` is missing"), "{error}");
    assert_eq!((error.offset(), error.item().as_ref()), (65, &b"{}"[..]));
    let event = stream.next().await.unwrap().unwrap();
    assert_eq!((&*event.event, event.data), ("message", Delta::new("b")));
    assert!(stream.next().await.is_none() && stream.next().await.is_none());
    let accepted: Vec<_> = server
        .requests()
        .iter()
        .map(|sent| sent.headers["accept"].clone())
        .collect();
    assert_eq!(accepted, ["application/json", "text/event-stream"]);
    let asked = client.chat().stream_request().unwrap();
    assert_eq!(asked.headers()["accept"], "text/event-stream");
}

#[tokio::test]
async fn the_other_kind_of_answer_is_kept_whole() {
    let (server, builder) = client!(answers_streams);
    let client = builder.build().unwrap();
    server.respond(answer(200, "text/event-stream", "data: {}\n\n"));
    let error = client.chat().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::ContentType), "{error}");
    assert_eq!(error.body().unwrap(), "data: {}\n\n");
    server.respond(answer(200, "application/json", slowly(r#"{"text":"all"}"#)));
    let error = client.chat().stream().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::ContentType), "{error}");
    assert_eq!(error.body().unwrap(), r#"{"text":"all"}"#);
    server.respond(answer(
        429,
        "application/json",
        slowly(r#"{"title":"slow down"}"#),
    ));
    let error = client.chat().stream().await.unwrap_err();
    assert_eq!(error.documented(), Some(&Problem::new("slow down")));
}

#[tokio::test]
async fn where_a_stream_is_all_there_is_send_gives_it() {
    let (server, builder) = client!(answers_streams);
    let client = builder.build().unwrap();
    server.respond(answer(
        200,
        "text/event-stream",
        slowly("data: {\"title\":\"x\"}\r\n\r\n"),
    ));
    let mut news = client.news().await.unwrap();
    let event = news.next().await.unwrap().unwrap();
    assert_eq!(event.data, NewsResponseEvent::new("x"));
    assert!(news.next().await.is_none());
    server.reply(500, r#"{"title":"no news"}"#);
    let error = client.news().await.unwrap_err();
    assert_eq!(error.documented(), Some(&Problem::new("no news")));

    server.respond(answer(
        200,
        "text/event-stream",
        "data: 1\n\ndata: [DONE]\n\n",
    ));
    let mut ticks = client.ticks().await.unwrap();
    assert_eq!(ticks.next().await.unwrap().unwrap().data, "1");
    assert_eq!(ticks.next().await.unwrap().unwrap().data, "[DONE]");
    assert!(ticks.next().await.is_none());
}

#[tokio::test]
async fn json_values_in_a_row() {
    let (server, builder) = client!(answers_streams);
    let client = builder.build().unwrap();
    let text = "{\"delta\":\"a\"}\n\n{\"delta\":1}\r\n{\"delta\":\"b\"}";
    server.respond(answer(200, "application/jsonl", slowly(text)));
    let mut lines = client.lines().await.unwrap();
    assert_eq!(lines.next().await.unwrap().unwrap(), Delta::new("a"));
    let error = lines.next().await.unwrap().unwrap_err();
    assert_eq!(
        (error.path().as_deref(), error.offset()),
        (Some("$.delta"), 15)
    );
    assert_eq!(lines.next().await.unwrap().unwrap(), Delta::new("b"));
    assert!(lines.next().await.is_none());
    server.reply(204, "");
    assert!(client.lines().await.unwrap().next().await.is_none());

    server.respond(answer(
        200,
        "application/json-seq",
        slowly("\u{1e}1\n\u{1e}2\n\u{1e}3"),
    ));
    let mut seq = client.seq().await.unwrap();
    assert_eq!(seq.next().await.unwrap().unwrap(), 1);
    assert_eq!(seq.next().await.unwrap().unwrap(), 2);
    let error = seq.next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("cut off"), "{error}");
    assert!(seq.next().await.is_none());
}

#[tokio::test]
async fn items_of_one_type_are_one_stream_whatever_cuts_them() {
    let (server, builder) = client!(answers_streams);
    let client = builder.build().unwrap();
    for (kind, text) in [
        (
            "text/event-stream",
            "data: {\"delta\":\"a\"}\n\ndata: {\"delta\":\"b\"}\n\n",
        ),
        (
            "application/json-seq",
            "\u{1e}{\"delta\":\"a\"}\n\u{1e}{\"delta\":\"b\"}\n",
        ),
        (
            "application/x-ndjson; charset=utf-8",
            "{\"delta\":\"a\"}\n{\"delta\":\"b\"}",
        ),
    ] {
        server.respond(answer(200, kind, slowly(text)));
        let mut stream = client.framed().stream().await.unwrap();
        for expect in ["a", "b"] {
            let event = stream.next().await.unwrap().unwrap();
            assert_eq!((&*event.event, event.id), ("message", None), "{kind}");
            assert_eq!(event.data, Delta::new(expect), "{kind}");
        }
        assert!(stream.next().await.is_none(), "{kind}");
    }
    assert_eq!(
        server.requests()[0].headers["accept"],
        "text/event-stream, application/json-seq, application/jsonl"
    );
    // An error of a value is one of its own.
    server.respond(answer(200, "application/jsonl", "{}\n{\"delta\":\"b\"}"));
    let mut stream = client.framed().stream().await.unwrap();
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!((error.offset(), error.item().as_ref()), (0, &b"{}"[..]));
    assert_eq!(stream.next().await.unwrap().unwrap().data.delta, "b");
    // `[DONE]` is no value.
    server.respond(answer(200, "application/jsonl", "[DONE]\n"));
    let mut stream = client.framed().stream().await.unwrap();
    assert!(stream.next().await.unwrap().is_err());
}

#[tokio::test]
async fn items_of_two_types_are_either_of_two_streams() {
    let (server, builder) = client!(answers_streams);
    let client = builder.build().unwrap();
    server.respond(answer(200, "text/event-stream", slowly("data: {}\n\n")));
    let EventsOrValues::Events(mut events) = client.several().await.unwrap().into_inner() else {
        panic!("no events");
    };
    assert_eq!(events.next().await.unwrap().unwrap().data, "{}");
    server.respond(answer(
        200,
        "application/x-ndjson",
        slowly("{\"delta\":\"a\"}\n"),
    ));
    let EventsOrValues::Values(mut values) = client.several().await.unwrap().into_inner() else {
        panic!("no values");
    };
    assert_eq!(values.next().await.unwrap().unwrap(), Delta::new("a"));
    assert!(values.next().await.is_none());
    let sent = server.requests();
    assert_eq!(
        sent[0].headers["accept"],
        "text/event-stream, application/x-ndjson"
    );
    server.respond(answer(200, "application/json", "{}"));
    let error = client.several().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::ContentType), "{error}");

    server.respond(answer(206, "text/event-stream", "data: {}\n\n"));
    let EventsOrValues::Events(mut events) = client.mixed().await.unwrap().into_inner() else {
        panic!("no events");
    };
    assert_eq!(events.next().await.unwrap().unwrap().data, "{}");
    server.respond(answer(200, "text/event-stream", "data: {}\n\n"));
    let EventsOrValues::Events(mut events) = client.mixed().await.unwrap().into_inner() else {
        panic!("no events");
    };
    assert_eq!(events.next().await.unwrap().unwrap().data, "{}");
    server.respond(answer(206, "application/jsonl", "{\"text\":\"a\"}\n"));
    let EventsOrValues::Values(mut values) = client.mixed().await.unwrap().into_inner() else {
        panic!("no values");
    };
    let value = values.next().await.unwrap().unwrap();
    assert_eq!(value.decode::<Answer>().unwrap(), Answer::new("a"));
}

#[tokio::test]
async fn a_stream_that_breaks_off_or_grows_too_large() {
    let (server, builder) = client!(answers_streams);
    let client = builder.max_response_bytes(20).build().unwrap();
    let broken = Body::stream(Slowly(b"data: {\"delta\":\"a\"}".to_vec(), true));
    server.respond(answer(200, "text/event-stream", broken));
    let mut stream = client.chat().stream().await.unwrap();
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
    assert!(stream.next().await.is_none());
    // The limit is one on items.
    let many = "data: {\"delta\":\"a\"}\n\n".repeat(9) + "data: {\"delta\":\"aaaa\"}\n\n";
    server.respond(answer(200, "text/event-stream", slowly(&many)));
    let mut stream = client.chat().stream().await.unwrap();
    for _ in 0..9 {
        assert_eq!(stream.next().await.unwrap().unwrap().data, Delta::new("a"));
    }
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::TooLarge { limit: 20 }),
        "{error}"
    );
    assert!(stream.next().await.is_none());
    let any: AnyError = error.into();
    assert!(matches!(any.kind(), ErrorKind::TooLarge { .. }));
}

#[tokio::test]
async fn bytes_while_they_arrive() {
    let (server, builder) = client!(answers_streams);
    let client = builder.max_response_bytes(2).build().unwrap();
    server.respond(answer(200, "application/zip", slowly("zip")));
    let mut file = client.file().stream().await.unwrap();
    let mut read = Vec::new();
    while let Some(piece) = file.next().await {
        read.push(piece.unwrap());
    }
    assert_eq!(read, ["z", "i", "p"]);
    server.respond(answer(200, "application/zip", slowly("zip")));
    let error = client.file().await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::TooLarge { .. }),
        "{error}"
    );
}

#[tokio::test]
async fn without_a_transport() {
    let parts = |status, kind: &str| answer(status, kind, "").into_parts().0;
    let text = Bytes::from_static(b"data: {\"title\":\"x\"}\n\n");
    let mut news = api::operations::News::decode(parts(200, "text/event-stream"), text).unwrap();
    assert_eq!(news.next().await.unwrap().unwrap().data.title, "x");
    let body = slowly("data: {\"delta\":\"a\"}\n\n");
    let mut chat = api::operations::Chat::open(parts(200, "text/event-stream"), body).unwrap();
    assert_eq!(chat.next().await.unwrap().unwrap().data.delta, "a");
    let body = Body::from(r#"{"title":"no"}"#);
    let error = api::operations::Chat::open(parts(429, "application/json"), body).unwrap_err();
    assert_eq!(error.documented().unwrap().title, "no");
}
