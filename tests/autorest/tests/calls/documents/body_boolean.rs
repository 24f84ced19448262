//! Booleans in bodies.

use restitch_autorest_tests::body_boolean::Client;
use serde_json::json;

use crate::suite::{Suite, client, from};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client.bool_operations();
    s.reads(c.bool_get_false(), json!(false)).await;
    s.fails(
        c.bool_get_invalid(),
        "expected the end, found a number at $",
    )
    .await;
    s.fails(c.bool_get_null(), "200 OK with no content").await;
    s.reads(c.bool_get_true(), json!(true)).await;
    s.done(c.bool_put_false(from(json!(false)))).await;
    s.done(c.bool_put_true(from(json!(true)))).await;
}
