//! The server by raw requests, and the example from end to end.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::server::{Recorded, Server};

const PATH: &str = "/v1/accounts/current/service-accounts/sa_42/keys";
const BEARER: &str = "Authorization: Bearer t\r\n";
const JSON: &str = "Content-Type: application/json\r\n";

/// The answer to one request, written by hand.
async fn raw(server: &Server, line: &str, headers: &str, body: &str) -> String {
    let address = server.url().replace("http://", "");
    let mut stream = TcpStream::connect(&address).await.expect("a connection");
    let length = body.len();
    let text = format!(
        "{line} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
    );
    stream
        .write_all(text.as_bytes())
        .await
        .expect("a request sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    answer
}

async fn status(server: &Server, line: &str, headers: &str, body: &str) -> String {
    let answer = raw(server, line, headers, body).await;
    answer.split(' ').nth(1).unwrap_or_default().to_owned()
}

async fn server() -> Server {
    Server::start("t").await.expect("a loopback port")
}

#[tokio::test]
async fn answers_with_a_key() {
    let line = format!("POST {PATH}");
    let answer = raw(&server().await, &line, BEARER, "").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(
        answer.contains("content-type: application/json\r\n"),
        "{answer}"
    );
    assert!(answer.contains(r#""name":null"#), "{answer}");
    assert!(answer.contains(r#""full_access":true"#), "{answer}");
    assert!(answer.contains(r#""id":"sa_42""#), "{answer}");
}

#[tokio::test]
async fn refuses_what_is_not_the_operation() {
    let server = server().await;
    let post = format!("POST {PATH}");
    assert_eq!(status(&server, &post, "", "").await, "401");
    assert_eq!(
        status(&server, &post, "Authorization: Bearer u\r\n", "").await,
        "401"
    );
    assert_eq!(
        status(&server, &post, "Authorization: Basic t\r\n", "").await,
        "401"
    );
    assert_eq!(
        status(&server, &format!("GET {PATH}"), BEARER, "").await,
        "405"
    );
    assert_eq!(
        status(&server, "POST /v1/accounts", BEARER, "").await,
        "404"
    );
    assert_eq!(
        status(&server, &format!("POST {PATH}/1"), BEARER, "").await,
        "404"
    );
    let empty = PATH.replace("sa_42", "");
    assert_eq!(
        status(&server, &format!("POST {empty}"), BEARER, "").await,
        "404"
    );
    assert_eq!(
        status(
            &server,
            &format!("POST {}", PATH.replace("sa", "s/a")),
            BEARER,
            ""
        )
        .await,
        "404"
    );
}

#[tokio::test]
async fn judges_the_body_by_the_schema() {
    let server = server().await;
    let line = format!("POST {PATH}");
    let headers = format!("{BEARER}{JSON}");
    let good = [
        "{}",
        r#"{"name":null,"scopes":null}"#,
        r#"{"name":"a","scopes":["b"],"more":1}"#,
        r#"{"scopes":[]}"#,
    ];
    for body in good {
        assert_eq!(
            status(&server, &line, &headers, body).await,
            "200",
            "{body}"
        );
    }
    let ill_typed = [
        "[]",
        "null",
        r#"{"name":1}"#,
        r#"{"scopes":"a"}"#,
        r#"{"scopes":{}}"#,
        r#"{"scopes":["a",1]}"#,
        r#"{"scopes":[null]}"#,
    ];
    for body in ill_typed {
        assert_eq!(
            status(&server, &line, &headers, body).await,
            "422",
            "{body}"
        );
    }
    assert_eq!(status(&server, &line, &headers, "{").await, "400");
    assert_eq!(status(&server, &line, BEARER, "{}").await, "415");
}

#[tokio::test]
async fn records_what_came() {
    let server = server().await;
    let line = format!("POST {PATH}");
    raw(&server, &line, BEARER, "").await;
    raw(&server, &line, &format!("{BEARER}{JSON}"), "{}").await;
    let recorded = |content_type: Option<&str>, body: &str| Recorded {
        content_type: content_type.map(str::to_owned),
        body: body.to_owned(),
    };
    let expect = [recorded(None, ""), recorded(Some("application/json"), "{}")];
    assert_eq!(server.take_bodies(), expect);
    assert_eq!(server.take_bodies(), []);
}

const PRINTED: &str = r#"The key of sa_42: chs_example_4f9d2c

Each body as it went over the wire:
  no body                                                                 (no content type)
  new()                          {}                                       (application/json)
  new().name(Null)               {"name":null}                            (application/json)
  new().name("deploy")           {"name":"deploy"}                        (application/json)
  new().scopes(Null)             {"scopes":null}                          (application/json)
  new().scopes([])               {"scopes":[]}                            (application/json)
  new().scopes(["keys:read"])    {"scopes":["keys:read"]}                 (application/json)
  new().name(Null).scopes(Null)  {"name":null,"scopes":null}              (application/json)
"#;

/// What the example prints with these variables, or its error.
async fn printed(variables: &[(&str, &str)]) -> Result<String, String> {
    let variable = |name: &str| {
        let found = variables.iter().find(|(other, _)| *other == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    let mut out = Vec::new();
    let outcome = crate::run("sa_42", variable, &mut out).await;
    outcome.map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

#[tokio::test]
async fn alone_it_prints_the_key_and_every_body() {
    assert_eq!(printed(&[]).await.as_deref(), Ok(PRINTED));
}

#[tokio::test]
async fn it_calls_the_server_it_is_told() {
    let server = server().await;
    let url = server.url();
    let output = printed(&[("CHASER_URL", &url), ("CHASER_TOKEN", "t")]).await;
    assert_eq!(
        output.as_deref(),
        Ok("The key of sa_42: chs_example_4f9d2c\n")
    );
    let expect = r#"{"name":"deploy","scopes":["keys:read"]}"#;
    assert_eq!(server.take_bodies()[0].body, expect);
}

#[tokio::test]
async fn what_goes_wrong_is_said() {
    let server = server().await;
    let url = server.url();
    check_error(&[("CHASER_URL", &url)], "CHASER_TOKEN is not").await;
    check_error(&[("CHASER_TOKEN", "t")], "CHASER_URL is not").await;
    check_error(&[("CHASER_URL", &url), ("CHASER_TOKEN", "u")], "401").await;
    check_error(
        &[("CHASER_URL", "nowhere"), ("CHASER_TOKEN", "t")],
        "relative",
    )
    .await;
    drop(server);
    check_error(
        &[("CHASER_URL", "http://127.0.0.1:9"), ("CHASER_TOKEN", "t")],
        "127.0.0.1:9",
    )
    .await;
}

/// With TLS nobody listens, without it that is said: either way the server is named.
#[tokio::test]
async fn https_without_a_server_is_said() {
    let variables = [("CHASER_URL", "https://127.0.0.1:9"), ("CHASER_TOKEN", "t")];
    check_error(&variables, "https://127.0.0.1:9").await;
}

#[tokio::test]
async fn a_path_value_stays_in_its_segment_or_at_home() {
    let server = server().await;
    let client = crate::client(&server.url(), "t").expect("a client");
    for account in ["", ".", ".."] {
        let outcome = crate::create_key(&client, account, &mut Vec::new()).await;
        assert!(outcome.is_err(), "{account}");
    }
    assert_eq!(server.take_bodies(), []);
    let mut out = Vec::new();
    let outcome = crate::create_key(&client, "../a b", &mut out).await;
    assert!(outcome.is_ok(), "{outcome:?}");
    assert!(out.starts_with(b"The key of ..%2Fa%20b: "));
}

async fn check_error(variables: &[(&str, &str)], expect: &str) {
    let error = printed(variables).await.expect_err("something goes wrong");
    assert!(error.contains(expect), "{error}");
}
