//! Parameters with one value.

use restitch_autorest_tests::constants::Client;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let c = client!(s, Client);
    s.done(c.contants_put_client_constants("path", true, 100))
        .await;
}
