//! The generated client against a server that judges each request by the document: Prism, which
//! `.ci/prism` starts, at `CHASER_URL`.
//!
//! Whatever the types allow has to pass, and a few requests written by hand have to fail, which
//! shows that somebody judges at all.

#[path = "../create_key/bodies.rs"]
mod bodies;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use chaser::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

type AnyResult<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Values that would leave their path segment, or end the path, were they not encoded.
const ACCOUNTS: &[&str] = &[
    "sa_42",
    "a b",
    "a/b",
    "../../other",
    "%2e%2e%2f",
    "a?b=c#d",
    "a;b=c&d+e",
    "\"<>\\^`{|}",
    "é😀",
    "\u{7f}\t\r\n",
    "...",
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let outcome = judged(&mut io::stdout()).await;
    if let Err(error) = outcome {
        let _ = writeln!(io::stderr(), "error: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

async fn judged(out: &mut impl Write) -> AnyResult<()> {
    let variable = |name| std::env::var(name).map_err(|error| format!("{name}: {error}"));
    let (url, token) = (variable("CHASER_URL")?, variable("CHASER_TOKEN")?);
    let client = Client::builder()
        .base_url(url.as_str())
        .bearer_auth(token)
        .build()?;
    let passed = accepted(&client).await?;
    writeln!(out, "{passed} requests of the client passed")?;
    let refused = refused(&url).await?;
    writeln!(out, "{refused} wrong requests were refused")?;
    Ok(())
}

/// Every body with every path value. Any answer but a valid 200 is an error.
async fn accepted(client: &Client) -> AnyResult<usize> {
    let mut passed = 0;
    for account in ACCOUNTS {
        for (code, body) in bodies::states() {
            let call = client
                .accounts()
                .create_current_service_account_key(*account);
            let answer = call.body(body).await;
            answer.map_err(|error| format!("{account:?}, {code}: {error}"))?;
            passed += 1;
        }
    }
    Ok(passed)
}

/// The control: requests by hand, of which only the first is right.
async fn refused(url: &str) -> AnyResult<usize> {
    let authority = url
        .strip_prefix("http://")
        .ok_or("CHASER_URL is no http URL")?;
    let authority = authority.trim_end_matches('/');
    let path = "/v1/accounts/current/service-accounts/sa_42/keys";
    let post = format!("POST {path}");
    let bearer = "Authorization: Bearer t\r\nContent-Type: application/json\r\n";
    let right = status(authority, &post, bearer, "{}").await?;
    if right != "200" {
        return Err(format!("a right request got {right}").into());
    }
    let wrong = [
        (post.as_str(), "Content-Type: application/json\r\n", "{}"),
        (post.as_str(), bearer, r#"{"name":1}"#),
        (post.as_str(), bearer, r#"{"scopes":"a"}"#),
        (post.as_str(), bearer, r#"{"scopes":[null]}"#),
        (post.as_str(), bearer, "[]"),
        ("POST /v1/accounts", bearer, "{}"),
        (&format!("PUT {path}"), bearer, "{}"),
    ];
    for (line, headers, body) in wrong {
        let status = status(authority, line, headers, body).await?;
        if !status.starts_with('4') {
            return Err(format!("{line} {headers:?} {body} got {status}").into());
        }
    }
    Ok(wrong.len())
}

/// The status of the answer to one request.
async fn status(authority: &str, line: &str, headers: &str, body: &str) -> AnyResult<String> {
    let length = body.len();
    let request = format!(
        "{line} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n\
         {headers}Content-Length: {length}\r\n\r\n{body}"
    );
    let mut stream = TcpStream::connect(authority).await?;
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    Ok(answer.split(' ').nth(1).unwrap_or_default().to_owned())
}
