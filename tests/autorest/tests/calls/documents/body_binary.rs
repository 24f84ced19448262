//! Files as bodies.

use restitch_autorest_tests::body_binary::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let c = client!(s, Client);
    s.done(c.upload_file(from(json!({"more": "cowbell"}))))
        .await;
    s.done(c.upload_binary(vec![0xff, 0xfe, 0xfd])).await;
    s.fails(c.download_error_stream(), "I failed on purpose")
        .await;
}
