//! Calls the client.

use my_client::Client;
use my_client::types::CreateServiceAccountKeyRequest;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().bearer_auth("a-token").build()?;
    let created = client
        .accounts()
        .create_current_service_account_key("sa_42")
        .body(CreateServiceAccountKeyRequest::new().name("deploy"))
        .await?;
    println!("{}", created.key);
    Ok(())
}
