//! Tokens that have to be asked for.

use std::error::Error as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use restitch::transport::{BoxError, BoxFuture};
use restitch::{Secret, TokenSource};

use crate::shop::{Client, demanding, rt, shop};

/// Gives another token each time.
#[derive(Clone, Default)]
struct Counting(Arc<AtomicUsize>);

impl TokenSource for Counting {
    fn token(&self) -> BoxFuture<'_, Result<Secret, BoxError>> {
        Box::pin(async {
            tokio::task::yield_now().await;
            let count = self.0.fetch_add(1, Ordering::Relaxed) + 1;
            Ok(format!("token-{count}").into())
        })
    }
}

/// Gives this, whatever it is.
struct Giving(Result<&'static str, &'static str>);

impl TokenSource for Giving {
    fn token(&self) -> BoxFuture<'_, Result<Secret, BoxError>> {
        Box::pin(std::future::ready(
            self.0.map(Secret::from).map_err(Into::into),
        ))
    }
}

static BEARER: rt::OperationInfo = demanding(&[&[0]]);
static PUBLIC: rt::OperationInfo = demanding(&[]);
static EITHER: rt::OperationInfo = demanding(&[&[2], &[0]]);
static COOKIE: rt::OperationInfo = demanding(&[&[4]]);

#[tokio::test]
async fn each_call_asks() {
    let (source, server) = (Counting::default(), shop().1);
    let builder = Client::builder().bearer(source.clone()).header_key("h");
    let client = builder.transport(server.clone()).build().unwrap();
    for call in [&BEARER, &BEARER, &PUBLIC, &EITHER] {
        server.reply(200, "1");
        client.call(call).await.unwrap();
    }
    server.reply(200, "1");
    let own = client.call(&BEARER).with_header("Authorization", "mine");
    own.await.unwrap();
    let sent = server.requests();
    let sent = sent
        .iter()
        .map(|request| request.headers.get("authorization"));
    let sent: Vec<_> = sent
        .map(|value| value.map(|value| value.to_str().unwrap()))
        .collect();
    assert_eq!(
        sent,
        [
            Some("Bearer token-1"),
            Some("Bearer token-2"),
            None,
            None,
            Some("mine")
        ]
    );
    // Asked for those calls only that send it.
    assert_eq!(source.0.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn any_scheme_but_basic_takes_one() {
    let server = shop().1;
    let source: Arc<dyn TokenSource> = Arc::new(Giving(Ok("c")));
    let builder = Client::builder()
        .cookie_key(source)
        .transport(server.clone());
    let client = builder.build().unwrap();
    server.reply(200, "1");
    client.call(&COOKIE).await.unwrap();
    assert_eq!(server.requests()[0].headers["cookie"], "sid=c");
}

#[test]
fn a_request_alone_can_not_ask() {
    let builder = Client::builder().bearer(Counting::default());
    let client = builder.transport(shop().1).build().unwrap();
    let error = client.call(&BEARER).request().unwrap_err();
    assert_eq!(
        error.to_string(),
        "guarded: the token of `Bearer`: it has a source, which only sending the call asks"
    );
    assert!(client.call(&PUBLIC).request().is_ok());
}

#[tokio::test]
async fn what_goes_wrong_shows_no_token() {
    for (given, expect) in [
        (Err("hunter2"), "its source failed"),
        (Ok("hunter2\n"), "line break"),
        (Ok(""), "it is empty"),
    ] {
        let (client, server) = (Client::builder().bearer(Giving(given)), shop().1);
        let client = client.transport(server.clone()).build().unwrap();
        let error = client.call(&BEARER).await.unwrap_err();
        let shown = format!("{error} {error:?} {:?}", error.kind());
        assert!(
            shown.starts_with("guarded: the token of `Bearer`: "),
            "{shown}"
        );
        assert!(
            shown.contains(expect) && !shown.contains("hunter"),
            "{shown}"
        );
        let cause = error.source().map(ToString::to_string);
        assert_eq!(cause, given.err().map(str::to_owned));
        assert!(server.requests().is_empty());
    }
}

#[tokio::test]
async fn nothing_is_asked_for_another_origin() {
    let source = Counting::default();
    let builder = Client::builder().bearer(source.clone());
    let client = builder.transport(shop().1).build().unwrap();
    let call = client.call(&BEARER).with_base_url("https://evil.test");
    assert!(call.await.is_err());
    assert_eq!(source.0.load(Ordering::Relaxed), 0);
}
