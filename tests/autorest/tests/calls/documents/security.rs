//! Credentials.

use restitch_autorest_tests::{security_aad, security_key};

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let key = client!(s, security_key::Client, azure_key("123456789"));
    s.done(key.head()).await;
    let token = client!(
        s,
        security_aad::Client,
        aad_token("https://security.microsoft.com/.default")
    );
    s.done(token.head()).await;
    let nobody = client!(s, security_key::Client);
    s.fails(nobody.head(), "AzureKey").await;
}
