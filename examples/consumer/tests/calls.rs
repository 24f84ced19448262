//! The client against a server in memory.

use my_client::Client;
use restitch::transport::InMemory;

#[tokio::test]
async fn a_key_is_asked_for() {
    let server = InMemory::new();
    server.reply(500, "out of keys");
    let client = Client::builder()
        .bearer_auth("a-token")
        .transport(server.clone())
        .build()
        .unwrap();
    let error = client
        .accounts()
        .create_current_service_account_key("sa_42")
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap(), 500);
    assert_eq!(error.body().unwrap(), "out of keys");
    assert_eq!(
        server.requests()[0].headers["authorization"],
        "Bearer a-token"
    );
}

#[test]
fn the_surface_is_what_was_reviewed() {
    let outline = restitch_build::outline("openapi.yaml").unwrap();
    // In your own tests: `insta::assert_snapshot!(outline)`.
    assert!(outline.contains("fn accounts/create_current_service_account_key("));
}
