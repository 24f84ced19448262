//! Durations in bodies.

use restitch_autorest_tests::body_duration::Client;
use serde_json::json;

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client;
    s.reads(c.duration_get_invalid(), json!("123ABC")).await;
    s.fails(c.duration_get_null(), "200 OK with no content")
        .await;
    s.reads(
        c.duration_get_positive_duration(),
        json!("P3Y6M4DT12H30M5S"),
    )
    .await;
    s.done(c.duration_put_positive_duration("P123DT22H14M12.011S"))
        .await;
}
