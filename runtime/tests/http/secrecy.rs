//! No text that ends up in a log holds a credential.

use restitch::Secret;
use restitch::transport::{InMemory, TransportError, TransportErrorKind};

use crate::shop::{Client, ClientBuilder, demanding, rt};

const SECRET: &str = "hunter2";

fn hidden(text: &str) {
    assert!(!text.contains(SECRET), "{text}");
    // base64 of `u:hunter2`
    assert!(!text.contains("dTpodW50ZXIy"), "{text}");
}

fn full() -> ClientBuilder {
    Client::builder()
        .bearer(SECRET)
        .basic("u", SECRET)
        .header_key(SECRET)
        .query_key(SECRET)
        .cookie_key(SECRET)
        .default_header("X-Other", SECRET)
        .base_url("http://shop.test")
}

#[test]
fn of_what_a_program_holds() {
    static INFO: rt::OperationInfo = demanding(&[&[0, 2, 3, 4]]);
    hidden(&format!("{:?}", Secret::from(SECRET)));
    hidden(&format!("{:#?}", full()));
    hidden(&format!(
        "{:#?}",
        full().base_url(format!("http://u:{SECRET}@shop.test"))
    ));
    let client = full().transport(InMemory::new()).build().unwrap();
    hidden(&format!("{client:#?}"));
    let call = client
        .call(&INFO)
        .with_header("X-Mine", SECRET)
        .with_query("q", SECRET);
    hidden(&format!("{call:#?}"));
    hidden(&format!("{:#?}", call.send()));
    let request = client
        .call(&INFO)
        .with_header("X-Mine", SECRET)
        .request()
        .unwrap();
    hidden(&format!("{:#?}", request.headers()));
}

#[tokio::test(flavor = "current_thread")]
async fn of_errors() {
    static INFO: rt::OperationInfo = demanding(&[&[0, 2, 3, 4]]);
    let server = InMemory::with(|_| {
        Err(TransportError::new(
            TransportErrorKind::Connect,
            "no connection to http://shop.test",
        ))
    });
    server.reply(200, format!(r#"{{"key":"{SECRET}"}}"#));
    server.reply(202, format!(r#"{{"key":"{SECRET}"}}"#));
    let client = full().transport(server.clone()).build().unwrap();
    for _ in 0..3 {
        let error = client.call(&INFO).await.unwrap_err();
        hidden(&format!("{error} {error:#?}"));
        let any = restitch::AnyError::from(error);
        hidden(&format!("{any} {any:#?}"));
    }
    hidden(&format!("{:#?}", server.requests()));
    hidden(&format!(
        "{:#?}",
        client.call(&INFO).with_header("X", "hunter2\n").request()
    ));
    hidden(&format!("{:#?}", full().bearer("hunter2\n").build()));
}
