//! Times of day in bodies.

use restitch_autorest_tests::body_time::Client;
use serde_json::json;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client;
    s.reads(c.time_get(), json!("11:34:56")).await;
    s.reads(c.time_put("08:07:56"), json!("Nice job posting time"))
        .await;
}
