//! What a user of Chaser's client writes: the one call, with a body, and what it answers.

use client::Client;
use client::types::CreateServiceAccountKeyRequest;
use restitch::transport::InMemory;

async fn create_key(chaser: &Client) -> Result<String, restitch::AnyError> {
    let body = CreateServiceAccountKeyRequest::new()
        .name("deploy")
        .scopes(vec!["keys:read".to_owned()]);
    let created = chaser
        .accounts()
        .create_current_service_account_key("sa_42")
        .body(body)
        .await?;
    Ok(format!("{} {}", created.service_account.name, created.key))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let chaser = Client::builder()
        .bearer_auth("token")
        .transport(InMemory::new())
        .build()?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    println!("{}", runtime.block_on(create_key(&chaser))?);
    Ok(())
}
