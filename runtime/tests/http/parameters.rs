//! Parameters over TCP. Of all that they may hold, the library on the way writes one character anew:
//! the URL standard has `'` percent-encoded in queries, where `allowReserved` lets it pass.

use restitch::{Json, Map};

use crate::loopback::builder;
use crate::server::{Server, json};
use crate::shop::rt;

static STYLES: rt::OperationInfo = rt::OperationInfo {
    id: "styles",
    params: &[
        rt::path("page").matrix(),
        rt::query("tags").pipe_delimited(),
        rt::cookie("sizes"),
        rt::query("filter").deep_object(),
        rt::query("trace").joined().reserved(),
        rt::header("Seen"),
        rt::path("raw").label().exploded(),
    ],
    answers: &[rt::json(&[200])],
    ..rt::get("/x/{page}/{raw}/y")
};

#[tokio::test(flavor = "current_thread")]
async fn styles_on_the_wire() {
    let server = Server::saying([json("200 OK", "1")]).await;
    let client = builder(&server).build().unwrap();
    let filter: Map<String> = [("a]&b".to_owned(), "é'=#".to_owned())]
        .into_iter()
        .collect();
    let call = client
        .call(&STYLES)
        .page(7)
        .raw(Json::new(r#"["../..", "%2e%2e", "a\\b", "\u0000\r\n", "🦀?#"]"#).unwrap())
        .tags(["a'b", "c\"<>`{}^"])
        .filter(filter)
        .trace("https://h/a?b=c&d+e;f=%2F%zz#[|]'(*)!$,@\\^`{}\"<>")
        .sizes([1.5, -2.0])
        .seen(["a b", "c;d\"'"]);
    assert_eq!(*call.await.unwrap(), 1);
    assert_eq!(
        server.requests(),
        [
            "GET /x/;page=7/...%2F...%252e%252e.a%5Cb.%00%0D%0A.%F0%9F%A6%80%3F%23/y\
          ?tags=a%27b%7Cc%22%3C%3E%60%7B%7D%5E\
          &filter%5Ba%5D%26b%5D=%C3%A9%27%3D%23\
          &trace=https://h/a?b=c&d+e;f=%2F%25zz%23%5B%7C%5D%27(*)!$,@%5C%5E%60%7B%7D%22%3C%3E \
          HTTP/1.1\r\nuser-agent: t\r\naccept: application/json\r\nseen: a b,c;d\"'\r\n\
          cookie: sizes=1.5; sizes=-2.0\r\nhost: 127.0.0.1:{port}\r\n\r\n"
        ]
    );
}
