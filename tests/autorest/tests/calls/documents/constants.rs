//! Parameters with one value.

use restitch_autorest_tests::constants::Client;

use crate::suite::Suite;

pub(super) async fn calls(s: &Suite) {
    let c = Client::builder()
        .base_url(&s.url)
        .build()
        .expect("a client");
    s.done(c.contants_put_client_constants("path", true, 100))
        .await;
}
