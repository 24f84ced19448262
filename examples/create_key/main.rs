//! Creates a service account key with the generated client.
//!
//! Alone it starts a server on a loopback port and calls that. With `CHASER_URL` and `CHASER_TOKEN`
//! set it calls the server there instead; the first argument is then the service account's id.

mod answers;
mod bodies;
mod server;
#[cfg(test)]
mod tests;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use chaser::Client;
use chaser::types::CreateServiceAccountKeyRequest;
use server::Server;

type Outcome = Result<(), Box<dyn Error + Send + Sync>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let account = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "sa_42".to_owned());
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    match run(&account, variable, &mut io::stdout()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where the standard error is closed there is nobody to tell.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Chooses the server by the environment.
async fn run(
    account: &str,
    variable: impl Fn(&str) -> Option<String>,
    out: &mut impl Write,
) -> Outcome {
    match (variable("CHASER_URL"), variable("CHASER_TOKEN")) {
        (None, None) => on_loopback(account, out).await,
        (Some(url), Some(token)) => create_key(&client(&url, &token)?, account, out).await,
        (Some(_), None) => Err("CHASER_URL is set and CHASER_TOKEN is not".into()),
        (None, Some(_)) => Err("CHASER_TOKEN is set and CHASER_URL is not".into()),
    }
}

/// Creates a key at a server of its own, then shows what each state of the body is on the wire.
async fn on_loopback(account: &str, out: &mut impl Write) -> Outcome {
    const TOKEN: &str = "a-token-of-the-loopback-server";
    let server = Server::start(TOKEN).await?;
    let client = client(&server.url(), TOKEN)?;
    create_key(&client, account, out).await?;

    server.take_bodies();
    writeln!(out, "\nEach body as it went over the wire:")?;
    for (code, body) in bodies::states() {
        let call = client
            .accounts()
            .create_current_service_account_key(account);
        call.body(body).await?;
        for seen in server.take_bodies() {
            let content_type = seen.content_type.as_deref().unwrap_or("no content type");
            writeln!(out, "  {code:30} {:40} ({content_type})", seen.body)?;
        }
    }
    Ok(())
}

fn client(url: &str, token: &str) -> Result<Client, Box<dyn Error + Send + Sync>> {
    Ok(Client::builder().base_url(url).bearer_auth(token).build()?)
}

/// The main job: one call, and the key that came back.
async fn create_key(client: &Client, account: &str, out: &mut impl Write) -> Outcome {
    let created = client
        .accounts()
        .create_current_service_account_key(account)
        .body(
            CreateServiceAccountKeyRequest::new()
                .name("deploy")
                .scopes(["keys:read"]),
        )
        .await?;
    writeln!(
        out,
        "The key of {}: {}",
        created.service_account.id, created.key
    )?;
    Ok(())
}
