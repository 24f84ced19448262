use super::*;
use crate::tables;

const DATA: Media = Media::multipart("multipart/form-data");

/// The text of a body, with `BOUNDARY` for its boundary.
fn shown(made: Result<(Body, String), RequestError>) -> (String, String) {
    let (mut body, media_type) = made.unwrap();
    let (_, boundary) = media_type.rsplit_once("boundary=").unwrap();
    let mut bytes = Vec::new();
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    let length = body.content_length();
    while let std::task::Poll::Ready(Some(frame)) =
        http_body::Body::poll_frame(std::pin::Pin::new(&mut body), &mut cx)
    {
        bytes.extend_from_slice(frame.unwrap().data_ref().unwrap());
    }
    assert_eq!(length, Some(bytes.len() as u64));
    let text = String::from_utf8(bytes).unwrap();
    (
        text.replace(boundary, "BOUNDARY").replace("\r\n", "|"),
        media_type.replace(boundary, "BOUNDARY"),
    )
}

fn encodings(all: &[Encoding]) -> &'static [Encoding] {
    Box::leak(all.to_vec().into_boxed_slice())
}

#[test]
fn members_are_parts() {
    let json = "{\"a\":\"x\\\"\",\"b\":[1,{\"c\":2}],\"d\":{\"e\":true}}";
    let (text, media_type) = shown(of_object(&DATA, json));
    assert_eq!(media_type, "multipart/form-data; boundary=BOUNDARY");
    assert_eq!(
        text,
        "--BOUNDARY|Content-Disposition: form-data; name=\"a\"||x\"|\
         --BOUNDARY|Content-Disposition: form-data; name=\"b\"||1|\
         --BOUNDARY|Content-Disposition: form-data; name=\"b\"|Content-Type: application/json||{\"c\":2}|\
         --BOUNDARY|Content-Disposition: form-data; name=\"d\"|Content-Type: application/json||{\"e\":true}|\
         --BOUNDARY--|"
    );
    assert_eq!(shown(of_object(&DATA, "{}")).0, "--BOUNDARY--|");
    assert!(of_object(&DATA, "1").is_err());
}

#[test]
fn encodings_are_followed() {
    let table = encodings(&[
        Encoding::new("csv")
            .media_type("text/csv")
            .headers(&[("X-Rows", "2")]),
        Encoding::new("list").style(tables::query("list").joined()),
        Encoding::new("deep").style(tables::query("deep").deep_object()),
        Encoding::new("json").media_type("application/json"),
        Encoding::new("any").media_type("image/*"),
    ]);
    let json = "{\"csv\":\"a,b\",\"list\":[\"x y\",\"\u{e4}%\"],\"deep\":{\"k\":1},\
                \"json\":\"s\",\"any\":\"t\"}";
    let (text, _) = shown(of_object(&DATA.encoding(table), json));
    assert_eq!(
        text,
        "--BOUNDARY|Content-Disposition: form-data; name=\"csv\"|Content-Type: text/csv|X-Rows: 2||a,b|\
         --BOUNDARY|Content-Disposition: form-data; name=\"list\"||x y,\u{e4}%|\
         --BOUNDARY|Content-Disposition: form-data; name=\"deep[k]\"||1|\
         --BOUNDARY|Content-Disposition: form-data; name=\"json\"|Content-Type: application/json||\"s\"|\
         --BOUNDARY|Content-Disposition: form-data; name=\"any\"||t|\
         --BOUNDARY--|"
    );
}

#[test]
fn the_items_of_a_list_have_no_names() {
    let mixed = Media::multipart("multipart/related; Boundary=x; type=\"application/json\"");
    let (text, media_type) = shown(of_object(&mixed, "{\"a\":{\"b\":1},\"c\":\"d\"}"));
    assert_eq!(
        media_type,
        "multipart/related; type=\"application/json\"; boundary=BOUNDARY"
    );
    assert_eq!(
        text,
        "--BOUNDARY|Content-Disposition: form-data; name=\"a\"|Content-Type: application/json||{\"b\":1}|\
         --BOUNDARY|Content-Disposition: form-data; name=\"c\"||d|--BOUNDARY--|"
    );
    assert_eq!(
        shown(of_object(&mixed, "[1,{}]")).0,
        "--BOUNDARY||1|--BOUNDARY|Content-Type: application/json||{}|--BOUNDARY--|"
    );
}

struct Upload {
    note: Option<String>,
    file: File,
    more: Vec<File>,
}

impl Multipart for Upload {
    fn part(&mut self, index: usize) -> Option<(&'static str, Held<'_>)> {
        Some(match index {
            0 => ("note", Held::Value(&self.note)),
            1 => ("fi\"le", Held::Files(&mut self.file)),
            2 => ("more", Held::Files(&mut self.more)),
            _ => return None,
        })
    }
}

fn upload(file: File, more: Vec<File>) -> Upload {
    Upload {
        note: None,
        file,
        more,
    }
}

#[test]
fn files_are_parts() {
    let table = encodings(&[Encoding::new("more").media_type("image/png")]);
    let file = File::bytes("1")
        .name("a\r\n\"\u{e4}.txt")
        .header("X-A", "b");
    let more = vec![
        File::from("2"),
        File::from(Body::stream(Body::from("3"))).media_type("text/plain"),
    ];
    let (text, _) = shown(multipart(&DATA.encoding(table), &mut upload(file, more)));
    assert_eq!(
        text,
        "--BOUNDARY|Content-Disposition: form-data; name=\"fi%22le\"; filename=\"a%0D%0A%22\u{e4}.txt\"\
         |Content-Type: application/octet-stream|X-A: b||1|\
         --BOUNDARY|Content-Disposition: form-data; name=\"more\"; filename=\"more\"|Content-Type: image/png||2|\
         --BOUNDARY|Content-Disposition: form-data; name=\"more\"; filename=\"more\"|Content-Type: text/plain||3|\
         --BOUNDARY--|"
    );
}

#[test]
fn files_in_memory_can_be_sent_again_and_streams_not() {
    let made = |file| multipart(&DATA, &mut upload(file, vec![])).unwrap().0;
    assert!(made("x".into()).try_clone().is_some());
    assert!(
        made(Body::stream(Body::from("x")).into())
            .try_clone()
            .is_none()
    );
}

#[test]
fn no_header_begins_another() {
    for file in [
        File::from("").media_type("a/b\r\nX: y"),
        File::from("").header("X", "a\nb"),
        File::from("").header("X: y\r\nZ", "a"),
        File::from("").media_type("\u{e4}/b"),
    ] {
        assert!(multipart(&DATA, &mut upload(file, vec![])).is_err());
    }
}

#[test]
fn boundaries_differ() {
    assert_ne!(boundary(), boundary());
    assert_eq!(boundary().len(), 41);
}
