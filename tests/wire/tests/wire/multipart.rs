//! Multipart bodies, as a server gets them.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::Frame;
use restitch::{Body, File};
use restitch_wire_tests::body_multipart::types::{
    Meta, MixedParts, Record, RecordWhere, ScanKind, ScanParts, ScanPartsRequired, UploadParts,
};

/// Gives its pieces, each once.
struct Pieces(Vec<&'static str>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        let next = (!self.0.is_empty()).then(|| self.0.remove(0));
        Poll::Ready(next.map(|piece| Ok(Frame::data(piece.into()))))
    }
}

/// The frames of a body.
fn frames(mut body: Body) -> Vec<String> {
    let mut cx = Context::from_waker(std::task::Waker::noop());
    let mut frames = Vec::new();
    while let Poll::Ready(Some(frame)) = http_body::Body::poll_frame(Pin::new(&mut body), &mut cx) {
        let bytes = frame.unwrap().into_data().unwrap();
        frames.push(String::from_utf8(bytes.to_vec()).unwrap());
    }
    frames
}

/// The body of a request, `|` for its line ends and `--B` for its boundary, behind its media type.
fn shown(request: http::Request<Body>) -> String {
    let media_type = request.headers()["content-type"]
        .to_str()
        .unwrap()
        .to_owned();
    let (media_type, boundary) = media_type.split_once("; boundary=").unwrap();
    let length = request.body().content_length();
    let body = frames(request.into_body()).concat();
    if let Some(length) = length {
        assert_eq!(length, body.len() as u64);
    }
    format!(
        "{media_type} {}",
        body.replace(boundary, "B").replace("\r\n", "|")
    )
}

const DATA: &str = "Content-Disposition: form-data; name=";

#[test]
fn files_and_values_are_parts() {
    let (_, builder) = client!(body_multipart);
    let files = builder.build().unwrap().files();
    let file = File::bytes("content")
        .name("a\"b.txt")
        .media_type("text/plain");
    let parts = UploadParts::new(file, "me")
        .thumbnail("png")
        .pages([
            File::bytes("1")
                .name("1.png")
                .media_type("image/png")
                .header("X-Page", "1"),
            File::bytes("2"),
        ])
        .labels(["x", "ä"])
        .meta(Meta::new().title("t"))
        .digest(b"hi".to_vec())
        .notes("*n*")
        .notes_x_lines([1, 2])
        .notes_x_mood("good")
        .logo("<svg/>")
        .size(7)
        .anything("x")
        .report("<report/>")
        .flags(["a", "b"])
        .flags_x_count(2);
    assert_eq!(
        shown(files.upload(parts).request().unwrap()),
        format!(
            "multipart/form-data --B|{DATA}\"file\"; filename=\"a%22b.txt\"|Content-Type: text/plain||content\
             |--B|{DATA}\"owner\"||me\
             |--B|{DATA}\"thumbnail\"; filename=\"thumbnail\"|Content-Type: image/png||png\
             |--B|{DATA}\"pages\"; filename=\"1.png\"|Content-Type: image/png|X-Page: 1||1\
             |--B|{DATA}\"pages\"; filename=\"pages\"|Content-Type: application/octet-stream||2\
             |--B|{DATA}\"labels\"||x\
             |--B|{DATA}\"labels\"||ä\
             |--B|{DATA}\"meta\"|Content-Type: application/json||{{\"title\":\"t\"}}\
             |--B|{DATA}\"digest\"|Content-Type: application/octet-stream||aGk=\
             |--B|{DATA}\"notes\"|Content-Type: text/markdown|X-Kind: note|X-Lines: 1,2|X-Mood: good||*n*\
             |--B|{DATA}\"logo\"|Content-Type: image/svg+xml||<svg/>\
             |--B|{DATA}\"size\"||7\
             |--B|{DATA}\"anything\"; filename=\"anything\"|Content-Type: application/octet-stream||x\
             |--B|{DATA}\"report\"; filename=\"report\"|Content-Type: application/xml||<report/>\
             |--B|{DATA}\"flags\"|X-Count: 2||a\
             |--B|{DATA}\"flags\"|X-Count: 2||b\
             |--B--|"
        )
    );
}

#[test]
fn a_struct_without_files_is_a_record() {
    let (_, builder) = client!(body_multipart);
    let files = builder.build().unwrap().files();
    let record = Record::new()
        .name("n")
        .r#where(RecordWhere::new().x(1.5))
        .ids([1, 2])
        .meta(Meta::new());
    let request = files.record(record.clone()).request().unwrap();
    assert!(request.body().as_bytes().is_some(), "it can be sent again");
    assert_eq!(
        shown(request),
        format!(
            "multipart/form-data --B|{DATA}\"name\"||n|--B|{DATA}\"where[x]\"||1.5\
             |--B|{DATA}\"ids\"||1,2|--B|{DATA}\"meta\"|Content-Type: application/json||{{}}|--B--|"
        )
    );
}

#[test]
fn parts_of_a_component_are_one_type() {
    let (_, builder) = client!(body_multipart);
    let files = builder.build().unwrap().files();
    let required = ScanPartsRequired {
        a: File::bytes("a"),
        b: "b".to_owned(),
        c: 1,
        d: vec![],
    };
    let parts = ScanParts::new(required).kind(ScanKind::Gray);
    assert_eq!(
        shown(files.scan().body(parts).request().unwrap()),
        format!(
            "multipart/form-data --B|{DATA}\"a\"; filename=\"a\"|Content-Type: application/octet-stream||a\
             |--B|{DATA}\"b\"||b|--B|{DATA}\"c\"||1|--B|{DATA}\"kind\"||gray|--B--|"
        )
    );
    let none = files.rescan().body(None::<ScanParts>).request().unwrap();
    assert!(none.headers().get("content-type").is_none());
}

#[test]
fn other_multiparts() {
    let (_, builder) = client!(body_multipart);
    let files = builder.build().unwrap().files();
    let parts = MixedParts::new(File::bytes("pdf").name("a.pdf"), Meta::new());
    assert_eq!(
        shown(files.mixed(parts).request().unwrap()),
        format!(
            "multipart/mixed --B|{DATA}\"meta\"|Content-Type: application/json||{{}}\
             |--B|{DATA}\"content\"; filename=\"a.pdf\"|Content-Type: application/pdf||pdf|--B--|"
        )
    );
    let related = files
        .related()
        .body([Meta::new().title("t")])
        .request()
        .unwrap();
    assert_eq!(
        shown(related),
        "multipart/related; type=\"application/json\" --B|Content-Type: application/json||{\"title\":\"t\"}|--B--|"
    );
}

#[test]
fn streams_are_not_gathered() {
    let (_, builder) = client!(body_multipart);
    let files = builder.build().unwrap().files();
    let stream = File::stream(Pieces(vec!["one", "two"]));
    let request = files
        .upload(UploadParts::new(stream, "me"))
        .request()
        .unwrap();
    assert_eq!(request.body().content_length(), None);
    assert!(request.body().try_clone().is_none());
    let frames = frames(request.into_body());
    assert_eq!(frames.len(), 4, "{frames:?}");
    assert_eq!(&frames[1..3], ["one", "two"]);

    let known = Body::stream_of_length(Pieces(vec!["one", "two"]), 6);
    let parts = UploadParts::new(File::from(known), "me");
    let request = files.upload(parts).request().unwrap();
    assert!(request.body().content_length().is_some());
    shown(request);
}

#[tokio::test]
async fn a_transport_sends_the_whole() {
    let (server, builder) = client!(body_multipart);
    server.reply(204, "");
    let files = builder.build().unwrap().files();
    let file = File::stream(Pieces(vec!["one", "two"]));
    files.upload(UploadParts::new(file, "me")).await.unwrap();
    let request = &server.requests()[0];
    let body = String::from_utf8(request.body.to_vec()).unwrap();
    assert!(body.contains("\r\n\r\nonetwo\r\n--restitch-"), "{body}");
}

#[test]
fn a_part_without_a_header_that_it_needs_is_not_sent() {
    let (server, builder) = client!(body_multipart);
    let files = builder.build().unwrap().files();
    let error = files.upload(UploadParts::new("f", "me").notes("n"));
    assert_eq!(
        error.request().unwrap_err().to_string(),
        "upload: the header `X-Lines`: the part `notes` needs this header, and it is not given"
    );
    // Where there is no such part, nothing is missing; an empty list is none.
    assert!(files.upload(UploadParts::new("f", "me")).request().is_ok());
    let empty = UploadParts::new("f", "me").flags(Vec::<String>::new());
    assert!(files.upload(empty).request().is_ok());
    let flags = UploadParts::new("f", "me").flags(["x"]);
    assert!(files.upload(flags).request().is_err());
    assert!(server.requests().is_empty());
}

#[test]
fn no_header_of_a_part_begins_another() {
    let (_, builder) = client!(body_multipart);
    let files = builder.build().unwrap().files();
    let parts = UploadParts::new("f", "me")
        .notes("n")
        .notes_x_lines([1])
        .notes_x_mood("a\r\nX: y");
    assert!(files.upload(parts).request().is_err());
    let unused = UploadParts::new("f", "me").notes_x_mood("good");
    let sent = shown(files.upload(unused).request().unwrap());
    assert!(!sent.contains("X-Mood"), "there is no part for it: {sent}");
}

/// Its middle is what docs/calls.md shows.
#[test]
fn the_upload_that_the_documentation_shows() {
    let (_, builder) = client!(body_multipart);
    let files = builder.build().unwrap().files();
    // Shown from here
    let photo = File::bytes(b"\x89PNG")
        .name("me.png")
        .media_type("image/png");
    let parts = UploadParts::new(photo, "me").labels(["cat"]);
    let call = files.upload(parts);
    // to here.
    assert_eq!(call.request().unwrap().method(), "POST");
    let this = include_str!("multipart.rs");
    let (_, rest) = this.split_once("    // Shown from here\n").unwrap();
    let (shown, _) = rest.split_once("    // to here.").unwrap();
    let shown = shown.replace("\n    ", "\n");
    let page = include_str!("../../../../docs/calls.md");
    assert!(page.contains(shown.trim()), "{shown}");
}
