//! Credentials.

use restitch_autorest_tests::{security_aad, security_key};

use crate::suite::Suite;

pub(super) async fn calls(s: &Suite) {
    let key = security_key::Client::builder()
        .base_url(&s.url)
        .azure_key("123456789")
        .build()
        .expect("a client");
    s.done(key.head()).await;
    let token = security_aad::Client::builder()
        .base_url(&s.url)
        .aad_token("https://security.microsoft.com/.default")
        .build()
        .expect("a client");
    s.done(token.head()).await;
    let nobody = security_key::Client::builder()
        .base_url(&s.url)
        .build()
        .expect("a client");
    s.fails(nobody.head(), "AzureKey").await;
}
